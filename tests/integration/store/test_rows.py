"""Rows as they are written with their words and keys, and as they go again."""

import pytest

from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.source import Sheet
from dsr_desktop.store.integrity import rows_without_index
from dsr_desktop.store.lookup import rows_with_key, rows_with_words
from dsr_desktop.store.rows import SheetWriter, many_words
from dsr_desktop.store.sources import add_source, read_sheets, remove_rows, remove_sources
from tests.integration.store.test_sources import COLUMNS, SOURCE

EMAIL = int(KeyKind.EMAIL)


@pytest.fixture
def database(register):
    return register.database


def new_sheet(database):
    """Return the writer of a new sheet of a new source, and the source's id."""
    source_id = add_source(database, SOURCE)
    return SheetWriter(database, Sheet(None, source_id, "Clients", False, 1, COLUMNS, 0)), source_id


def people(*names):
    """Pack one row for each name, with an e-mail as its key."""
    rows = [(n, False, name, None, None, None) for n, name in enumerate(names, 2)]
    keys = [(EMAIL, f"{name.lower()}@acme.example", n, 1) for n, name in enumerate(names)]
    return rows, keys


def keys_left(database):
    return {key for (key,) in database.connection.execute("SELECT key FROM ident")}


def test_a_row_is_stored_as_it_was_packed(database):
    writer, _source_id = new_sheet(database)
    rows = [
        (2, False, "Zoé\x1f2.5", '{"2":2.5}', None, "zoe 2 5"),
        (3, True, "", None, '[[1,"comment","absent"]]', "absent"),
    ]

    first = writer.add(rows, [])

    stored = database.connection.execute(
        "SELECT id, n, hidden, cells, typed, notes FROM row ORDER BY id"
    ).fetchall()
    assert stored == [
        (first, 2, 0, "Zoé\x1f2.5", '{"2":2.5}', None),
        (first + 1, 3, 1, "", None, '[[1,"comment","absent"]]'),
    ]
    assert rows_with_words(database, ["zoe"]) == {first}
    assert rows_with_words(database, ["absent"]) == {first + 1}


def test_rows_with_texts_only_are_stored_without_more(database):
    writer, _source_id = new_sheet(database)

    first = writer.add(
        [(2, False, "Zoé", None, None, None), (3, True, "Léa", None, None, None)], []
    )

    stored = database.connection.execute(
        "SELECT id, n, hidden, cells, typed, notes FROM row ORDER BY id"
    ).fetchall()
    assert stored == [
        (first, 2, 0, "Zoé", None, None),
        (first + 1, 3, 1, "Léa", None, None),
    ]
    assert rows_with_words(database, ["lea"]) == {first + 1}


def test_no_rows_are_stored_as_none(database):
    writer, _source_id = new_sheet(database)

    writer.add([], [])

    assert writer.finish() == 0


def test_a_key_that_a_cell_holds_twice_is_kept_once(database):
    writer, _source_id = new_sheet(database)
    rows, keys = people("Paul")

    first = writer.add(rows, keys * 2)
    writer.finish()

    assert rows_with_key(database, KeyKind.EMAIL, ["paul@acme.example"]) == {first}
    assert database.connection.execute("SELECT count(*) FROM ident").fetchone() == (1,)


def test_the_keys_of_more_rows_than_wait_together_are_all_stored(database, monkeypatch):
    waiting = 500
    monkeypatch.setattr("dsr_desktop.store.rows.KEYS_AT_ONCE", waiting)
    writer, _source_id = new_sheet(database)
    many = 250
    for batch in range(3):
        row = (batch + 2, False, "Paul", None, None, None)
        keys = [(EMAIL, f"p{batch}.{n}@acme.example", n % many, 1) for n in range(waiting // 2)]
        writer.add([row] * many, keys)

    writer.finish()

    assert len(keys_left(database)) == 3 * (waiting // 2)
    last = f"p2.{waiting // 2 - 1}@acme.example"
    assert len(rows_with_key(database, KeyKind.EMAIL, [last])) == 1
    assert rows_without_index(database) == 0


def test_rows_that_were_added_between_those_of_others_go_alone(database):
    writer, gone = new_sheet(database)
    writer.add(*people("Paul", "Lea"))
    writer.finish()
    other, _stays = new_sheet(database)
    other.add(*people("Zoe"))
    other.finish()
    (sheet,) = read_sheets(database, gone)
    again = SheetWriter(database, sheet)
    again.add(*people("Hugo"))
    again.finish()

    remove_rows(database, gone)

    assert keys_left(database) == {"zoe@acme.example"}
    assert rows_without_index(database) == 0


def test_sources_in_more_places_than_one_question_takes_go_altogether(database):
    with database.transaction():
        sources = []
        for n in range(250):
            writer, source_id = new_sheet(database)
            writer.add(*people(f"Paul{n}"))
            writer.finish()
            sources.append(source_id)

    remove_sources(database, sources[::2])

    assert keys_left(database) == {f"paul{n}@acme.example" for n in range(1, 250, 2)}
    assert rows_without_index(database) == 0


def parts_before_merging(database):
    """Return after how many parts the index of words merges them; 4 where nothing is said."""
    found = database.connection.execute(
        "SELECT v FROM token_config WHERE k = 'automerge'"
    ).fetchone()
    return found[0] if found else 4


def test_words_are_merged_as_ever_after_an_import(database):
    with database.transaction(), many_words(database):
        assert parts_before_merging(database) == 0

    assert parts_before_merging(database) == 4


def parts_of_the_index(database):
    """Return of how many parts (segments) the index of words is; their pages carry its number."""
    found = database.connection.execute(
        "SELECT count(DISTINCT id >> 37) FROM token_data WHERE id >> 37 > 0"
    )
    return found.fetchone()[0]


def test_what_piled_up_in_an_import_is_merged_at_its_end(database):
    names = [f"Paul{letter}" for letter in "abcdefgh"]
    with database.transaction(), many_words(database):
        writer, _source_id = new_sheet(database)
        for name in names:
            writer.add(*people(name))
            with database.savepoint():  # at which the index writes what is new as a part
                pass
        assert parts_of_the_index(database) >= len(names)

    assert parts_of_the_index(database) == 1
    assert all(len(rows_with_words(database, [name.lower()])) == 1 for name in names)


def fail_while_importing(database):
    with database.transaction(), many_words(database):
        new_sheet(database)[0].add([(2, False, "Paul", None, None, None)], [])
        raise ZeroDivisionError


def test_words_are_merged_as_ever_after_an_import_that_failed(database):
    with pytest.raises(ZeroDivisionError):
        fail_while_importing(database)

    assert parts_before_merging(database) == 4
    assert rows_with_words(database, ["paul"]) == set()
