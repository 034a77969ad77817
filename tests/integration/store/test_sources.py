"""What was imported: stored, found again, and really gone once removed."""

from dataclasses import replace

import pytest

from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.source import Sheet, Source, SourceKind, SourceStatus
from dsr_desktop.services.register import keys_path
from dsr_desktop.store.database import Database
from dsr_desktop.store.integrity import rows_without_index, wrong_row_counts
from dsr_desktop.store.keys import read_key_file, unwrap
from dsr_desktop.store.lookup import load_places, rows_of_sheet, rows_with_key, rows_with_words
from dsr_desktop.store.rows import SheetWriter
from dsr_desktop.store.sources import (
    add_delivery,
    add_source,
    finish_source,
    read_sheets,
    read_sources,
    remove_source,
    remove_sources,
    set_activity,
    wipe_free_pages,
)

NAME, EMAIL = "Zéphyrine Quintanilha", "zephyrine.quintanilha@acme.example"
COLUMNS = (
    Column(1, "Nom", Field.NAME, Origin.PROVIDED),
    Column(2, "E-mail", Field.EMAIL, Origin.PROVIDED),
    Column(3, "Stand", None),
)
SOURCE = Source(
    id=None, path="/lists/crm.csv", name="crm.csv", sha256="ab" * 32, size=62, format=None,
    encoding=None, kind=SourceKind.COPY, activity="PA1", channel="web_form", collected_on="2025-03-01",
    policy_version="2", retention="R1", status=SourceStatus.IMPORTED, reason=None, warnings=(), row_count=0,
    imported_at="2026-11-16T10:00:00+00:00", imported_by="dpo", purge_on="2026-12-16",
)  # fmt: skip


@pytest.fixture
def database(register):
    return register.database


def store(database, *rows, source=SOURCE, name="Clients"):
    """Store rows of (cells, key) as one source of one sheet; returns its id."""
    with database.transaction():
        source_id = add_source(database, source)
        writer = SheetWriter(database, Sheet(None, source_id, name, False, 1, COLUMNS, 0))
        packed = [
            (n, False, cells, None, None, cells.lower()) for n, (cells, _key) in enumerate(rows, 2)
        ]
        keys = [(int(KeyKind.EMAIL), key, n, 2) for n, (_cells, key) in enumerate(rows) if key]
        writer.add(packed, keys)
        finish_source(database, source_id, replace(source, row_count=writer.finish()))
    return source_id


ZEPHYRINE = (f"{NAME}\x1f{EMAIL}", EMAIL)
PAUL = ("Paul Petit\x1fpaul.petit@acme.example", "paul.petit@acme.example")


# --- stored


def test_a_source_comes_back_as_it_was_stored(database):
    delivery = add_delivery(database, "Hugo Perrin", "2026-11-16")
    unread = replace(
        SOURCE, status=SourceStatus.UNREADABLE, reason=Notice("Row {row} is too long.", {"row": 3}),
        warnings=(Notice("A sheet is empty."),), delivery_id=delivery,
    )  # fmt: skip

    source_id = add_source(database, unread)

    (source,) = read_sources(database)
    assert source == replace(unread, id=source_id)
    assert (source.kind, source.status) == (SourceKind.COPY, SourceStatus.UNREADABLE)
    assert isinstance(source.kind, SourceKind)
    assert isinstance(source.status, SourceStatus)


def test_what_reading_found_is_added_to_the_source(database):
    source_id = add_source(database, SOURCE)
    read = replace(SOURCE, id=source_id, format="csv", encoding="cp1252", status=SourceStatus.PARTLY,
                   warnings=(Notice("{n} cells", {"n": 2}),), row_count=12)  # fmt: skip

    finish_source(database, source_id, read)

    assert read_sources(database) == (read,)


def test_sheets_come_back_with_their_columns(database):
    source_id = store(database, ZEPHYRINE, PAUL)

    (sheet,) = read_sheets(database, source_id)
    assert sheet == Sheet(sheet.id, source_id, "Clients", False, 1, COLUMNS, 2)


def test_rows_come_back_in_order_with_the_numbers_of_the_spreadsheet(database):
    (sheet,) = read_sheets(database, store(database, ZEPHYRINE, PAUL))

    rows = list(rows_of_sheet(database, sheet.id))
    assert [(row.n, row.cells) for row in rows] == [
        (2, (NAME, EMAIL)),
        (3, ("Paul Petit", "paul.petit@acme.example")),
    ]


def test_the_activity_of_a_source_can_be_set(database):
    source_id = store(database, PAUL)

    set_activity(database, source_id, "PA3")

    assert read_sources(database)[0].activity == "PA3"


# --- removed


def test_a_removed_source_leaves_no_row_and_no_index_entry(database):
    gone, stays = store(database, ZEPHYRINE), store(database, PAUL)

    remove_source(database, gone)

    assert [source.id for source in read_sources(database)] == [stays]
    assert read_sheets(database, gone) == ()
    assert rows_with_key(database, KeyKind.EMAIL, [EMAIL]) == set()
    assert rows_with_words(database, ["quintanilha"]) == set()
    assert rows_without_index(database) == wrong_row_counts(database) == 0
    (left,) = load_places(database, rows_with_words(database, ["petit"]))
    assert left.source.id == stays


def test_several_sources_are_removed_at_once(database):
    one, other, stays = (store(database, PAUL) for _ in range(3))

    remove_sources(database, [one, other])

    assert [source.id for source in read_sources(database)] == [stays]
    assert rows_without_index(database) == wrong_row_counts(database) == 0


def test_a_delivery_goes_with_its_last_source(database):
    delivery = add_delivery(database, "Hugo Perrin", "2026-11-16")
    one, other = (store(database, PAUL, source=replace(SOURCE, delivery_id=delivery)) for _ in "ab")

    def deliveries():
        return database.connection.execute("SELECT supplied_by FROM delivery").fetchall()

    remove_source(database, one)
    assert deliveries() == [("Hugo Perrin",)]
    remove_source(database, other)
    assert deliveries() == []


def test_what_was_removed_is_gone_from_every_page_of_the_file(database, decrypted):
    store(database, *[PAUL] * 500)
    gone = store(database, *[ZEPHYRINE] * 500)
    wipe_free_pages(database)
    before = decrypted(database.path).lower()
    assert "quintanilha" in before.decode("utf-8", "replace")

    remove_source(database, gone)
    wipe_free_pages(database)

    after = decrypted(database.path).lower()
    assert b"petit" in after
    for trace in (b"quintanilha", b"phyrine", EMAIL.encode()):
        assert trace not in after


def test_wiping_empties_the_write_ahead_log(database):
    remove_source(database, store(database, ZEPHYRINE))

    wipe_free_pages(database)

    log = database.path.with_name(database.path.name + "-wal")
    assert log.stat().st_size == 0


@pytest.fixture
def second(database, register_key):
    """The register open a second time, as another program has it."""
    other = Database(database.path, register_key)
    yield other
    other.close()


@pytest.fixture
def register_key(database, passphrase):
    key, _owner = unwrap(read_key_file(keys_path(database.path)), passphrase)
    return key


def start_reading(database):
    database.connection.execute("BEGIN")
    database.connection.execute("SELECT count(*) FROM source").fetchone()


def remove_while_read(database, second):
    """Remove a source whose pages another program is reading; tells whether they were wiped."""
    gone = store(database, *[ZEPHYRINE] * 50)
    start_reading(second)
    remove_source(database, gone)
    return wipe_free_pages(database)


def log_of(database):
    return database.path.with_name(database.path.name + "-wal")


def test_traces_that_somebody_reads_stay_and_are_told(database, second):
    assert remove_while_read(database, second) is False

    assert database.traces_left
    assert log_of(database).stat().st_size > 0
    assert database.connection.execute("PRAGMA busy_timeout").fetchone() == (5000,)


def test_traces_left_are_wiped_when_the_register_is_closed(database, second, decrypted):
    remove_while_read(database, second)
    second.connection.execute("COMMIT")

    database.close()

    assert not database.traces_left
    assert log_of(database).stat().st_size == 0
    assert b"quintanilha" not in decrypted(database.path).lower()


def test_traces_that_are_still_read_at_the_closing_are_still_told(database, second):
    remove_while_read(database, second)

    database.close()

    assert database.traces_left


def test_traces_left_are_wiped_when_the_register_is_opened_next(
    database, second, register_key, decrypted
):
    remove_while_read(database, second)
    second.connection.execute("COMMIT")

    Database(database.path, register_key).close()

    assert log_of(database).stat().st_size == 0
    assert b"quintanilha" not in decrypted(database.path).lower()


def test_a_later_removal_wipes_what_an_earlier_one_left(database, second):
    remove_while_read(database, second)
    second.connection.execute("COMMIT")

    assert wipe_free_pages(database) is True
    assert not database.traces_left


def test_neither_file_nor_log_shows_what_is_in_the_register(database):
    store(database, *[ZEPHYRINE] * 50)
    log = database.path.with_name(database.path.name + "-wal")
    content = (database.path.read_bytes() + log.read_bytes()).lower()

    assert log.stat().st_size > 0
    for trace in (b"quintanilha", EMAIL.encode(), b"crm.csv", b"create table", b"sqlite"):
        assert trace not in content


def test_ids_that_a_hit_cites_are_never_given_again(database):
    gone = store(database, ZEPHYRINE)
    (place,) = load_places(database, rows_with_words(database, ["quintanilha"]))
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO request(ref, received_on, recorded_on, channel, status) "
            "VALUES ('DSR-2026-0001', '2026-11-02', '2026-11-02', 'post', 'closed')"
        )
        connection.execute(
            "INSERT INTO hit(request_id, row_id, source_id) VALUES (1, ?, ?)", (place.row.id, gone)
        )

    remove_source(database, gone)
    new = store(database, PAUL)

    (place_after,) = load_places(database, rows_with_words(database, ["petit"]))
    assert new > gone
    assert place_after.row.id > place.row.id
