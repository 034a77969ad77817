"""The schema, step by step."""

import pytest

from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.store.migrations import bring_up_to_date
from dsr_desktop.store.sqlcipher import (
    IntegrityError,
    Migrations,
    OperationalError,
    connect,
    tables,
)
from dsr_desktop.store.steps import STEPS


@pytest.fixture
def connection(tmp_path):
    opened = connect(str(tmp_path / "register.dsr"), bytes(32))
    yield opened
    opened.close()


def schema(connection):
    return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def names(connection, kind):
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))
    return {name for (name,) in rows}


def test_a_new_register_gets_every_step(connection):
    bring_up_to_date(connection, "register.dsr")

    applied = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    assert [name for (name,) in applied] == [step.__name__ for step in STEPS]


def test_a_register_that_is_up_to_date_is_left_alone(connection):
    bring_up_to_date(connection, "register.dsr")
    before = schema(connection), connection.total_changes

    bring_up_to_date(connection, "register.dsr")

    assert (schema(connection), connection.total_changes) == before


@pytest.mark.parametrize("done", range(len(STEPS)))
def test_a_register_of_any_earlier_version_ends_with_the_same_schema(connection, tmp_path, done):
    fresh = connect(str(tmp_path / "fresh.dsr"), bytes(32))
    bring_up_to_date(fresh, "fresh.dsr")
    wanted = schema(fresh)
    fresh.close()
    of_version(connection, done)

    bring_up_to_date(connection, "register.dsr")

    assert schema(connection) == wanted


def of_version(connection, done):
    """Bring an empty register to an earlier version."""
    earlier = Migrations("register")
    for step in STEPS[:done]:
        earlier()(step)
    earlier.apply(tables(connection))


def test_hits_recorded_twice_become_one_that_keeps_the_latest_verdict(connection):
    of_version(connection, 3)
    connection.execute(
        "INSERT INTO request(id, ref, received_on, recorded_on, channel, status) VALUES "
        "(1, 'DSR-2026-0001', '2026-11-02', '2026-11-02', 'post', 'new'), "
        "(2, 'DSR-2026-0002', '2026-11-02', '2026-11-02', 'post', 'new')"
    )
    connection.executemany(
        "INSERT INTO hit(id, request_id, row_id, verdict, decided_at) VALUES (?, ?, ?, ?, ?)",
        [
            (1, 1, 7, None, None), (2, 1, 7, "confirmed", "2026-11-03T10:00:00+00:00"),
            (3, 1, 7, "rejected", "2026-11-04T10:00:00+00:00"), (4, 1, 7, None, "2026-11-05"),
            (5, 1, 8, None, None), (6, 1, 8, None, None),
            (7, 2, 7, "confirmed", "2026-11-03T10:00:00+00:00"),
            (8, 1, None, None, None), (9, 1, None, None, None),
        ],
    )  # fmt: skip

    bring_up_to_date(connection, "register.dsr")

    left = connection.execute("SELECT id, verdict FROM hit ORDER BY id").fetchall()
    assert left == [(3, "rejected"), (5, None), (7, "confirmed"), (8, None), (9, None)]


def test_a_request_of_an_earlier_version_names_its_person_by_its_criteria(connection):
    before_request_files = [step.__name__ for step in STEPS].index("m019_request_files")
    of_version(connection, before_request_files)
    connection.execute(
        "INSERT INTO request(id, ref, received_on, recorded_on, channel, status) VALUES "
        "(1, 'DSR-2026-0001', '2026-11-02', '2026-11-02', 'post', 'new')"
    )
    connection.executemany(
        "INSERT INTO request_criterion(request_id, criterion, value) VALUES (1, ?, ?)",
        [("name", "Camille Dupont"), ("email", "c@acme.example"), ("city", "Metz"),
         ("name", "Camille Martin"), ("phone", "06 12 34 56 78")],
    )  # fmt: skip

    bring_up_to_date(connection, "register.dsr")

    names = connection.execute("SELECT request_id, name FROM request_name ORDER BY id")
    assert names.fetchall() == [(1, "Camille Dupont"), (1, "Camille Martin")]
    addresses = connection.execute("SELECT whose, kind, value FROM request_address ORDER BY id")
    assert addresses.fetchall() == [
        ("data_subject", "email", "c@acme.example"), ("data_subject", "phone", "06 12 34 56 78"),
    ]  # fmt: skip


def test_earlier_readings_learn_which_file_they_read(connection):
    of_version(connection, 5)
    connection.execute(
        "INSERT INTO request(id, ref, received_on, recorded_on, channel, status) VALUES "
        "(1, 'DSR-2026-0001', '2026-11-02', '2026-11-02', 'post', 'new')"
    )
    connection.execute(
        "INSERT INTO source(id, path, name, kind, status, row_count, imported_at, imported_by) "
        "VALUES (1, '/lists/crm.csv', 'crm.csv', 'list', 'imported', 0, 'x', 'dpo')"
    )
    connection.execute(
        "INSERT INTO hit(request_id, source_id, row_id, file) VALUES (1, 2, 7, '/lists/gone.csv')"
    )
    connection.executemany(
        "INSERT INTO rescan_result(request_id, source_id, status) VALUES (1, ?, 'clean')",
        [(1,), (2,), (3,)],
    )

    bring_up_to_date(connection, "register.dsr")

    paths = connection.execute("SELECT source_id, path FROM rescan_result ORDER BY id").fetchall()
    assert paths == [(1, "/lists/crm.csv"), (2, "/lists/gone.csv"), (3, "")]


def test_keys_stay_each_once_and_in_order(connection):
    of_version(connection, 13)
    sheet_of_an_older_register(connection)
    keys = [(2, "12345678", 5, 2), (1, "lea@acme.example", 6, 1), (1, "lea@acme.example", 5, 3),
            (2, "12345678", 5, 2), (1, "lea@acme.example", 5, 1)]  # fmt: skip
    connection.executemany("INSERT INTO ident VALUES (?, ?, ?, ?)", keys)

    bring_up_to_date(connection, "register.dsr")

    kept = connection.execute("SELECT kind, key, row, col FROM ident").fetchall()
    assert kept == sorted(set(keys))


def sheet_of_an_older_register(connection):
    """Store a sheet with the rows 5 and 6 as versions up to the thirteenth did."""
    connection.execute(
        "INSERT INTO source(id, path, name, kind, status, row_count, imported_at, imported_by) "
        "VALUES (1, '/lists/crm.csv', 'crm.csv', 'list', 'imported', 2, '2026-01-05', 'dpo')"
    )
    connection.execute(
        "INSERT INTO sheet(id, source_id, name, hidden, columns, row_count) "
        "VALUES (1, 1, 'crm', 0, '[]', 2)"
    )
    connection.executemany(
        "INSERT INTO row(id, sheet_id, n, hidden, cells) VALUES (?, 1, ?, 0, 'x')", [(5, 2), (6, 3)]
    )


def test_words_of_other_alphabets_are_found_in_latin_letters_in_an_older_register_too(connection):
    of_version(connection, 15)
    sheet_of_an_older_register(connection)
    connection.executemany(
        "INSERT INTO row(id, sheet_id, n, hidden, cells, notes) VALUES (?, 1, ?, 0, ?, ?)",
        [
            (7, 4, "Γιώργος\x1fΠαπαδόπουλος", None),
            (8, 5, "Elodie\x1fMarin", '[[1,"comment","voir Иванов"]]'),
            (9, 6, "Paul\x1f\x1f", None),
        ],
    )
    connection.execute(
        "INSERT INTO row_carry(row_id, column, text, kept_from) VALUES (9, 2, 'Ħajj', 1)"
    )
    connection.executemany(
        "INSERT INTO token(rowid, text) VALUES (?, ?)",
        [(7, "γιωργος παπαδοπουλος"), (8, "elodie marin voir иванов"), (9, "paul ħajj")],
    )

    bring_up_to_date(connection, "register.dsr")

    assert [rows_with(connection, word) for word in LATIN] == [[7], [7], [8], [8], [9], [9]]
    assert [rows_with(connection, word) for word in ("παπαδοπουλος", "иванов")] == [[7], [8]]


LATIN = ("giorgos", "papadopoulos", "ivanov", "marin", "hajj", "paul")


def rows_with(connection, word):
    rows = connection.execute("SELECT rowid FROM token WHERE token MATCH ?", (f'"{word}"',))
    return [row for (row,) in rows]


def test_words_of_usual_letters_stay_as_they_were_indexed(connection):
    of_version(connection, 15)
    sheet_of_an_older_register(connection)
    connection.execute("UPDATE row SET cells = 'Zoé d’Orly' WHERE id = 5")
    connection.execute("INSERT INTO token(rowid, text) VALUES (5, 'zoe d orly')")
    before = connection.execute("SELECT block FROM token_data ORDER BY id").fetchall()

    bring_up_to_date(connection, "register.dsr")

    assert connection.execute("SELECT block FROM token_data ORDER BY id").fetchall() == before


def test_a_register_of_a_newer_app_is_refused_and_left_untouched(connection):
    bring_up_to_date(connection, "register.dsr")
    connection.execute(
        "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) "
        "VALUES ('register', 'm999_of_the_future', '2027-01-01')"
    )
    connection.execute("CREATE TABLE of_the_future(x)")
    before = schema(connection)

    with pytest.raises(RegisterFileError, match=r"register\.dsr was made by a newer version"):
        bring_up_to_date(connection, "register.dsr")
    assert schema(connection) == before


@pytest.mark.parametrize(
    ("done", "taken", "made_before"),
    [(0, "event", {"setting", "activity"}), (1, "token", {"delivery", "source", "sheet", "row"})],
    ids=["first step", "second step"],
)
def test_a_step_that_fails_half_way_leaves_nothing_of_itself(connection, done, taken, made_before):
    of_version(connection, done)
    connection.execute(f"CREATE TABLE {taken}(x)")
    before = schema(connection)

    with pytest.raises(OperationalError, match=taken):
        bring_up_to_date(connection, "register.dsr")

    assert names(connection, "table").isdisjoint(made_before)
    assert [one for one in schema(connection) if "_sqlite_migrations" not in one[0]] == [
        one for one in before if "_sqlite_migrations" not in one[0]
    ]
    recorded = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    assert [name for (name,) in recorded] == [step.__name__ for step in STEPS[:done]]


def test_the_steps_stand_in_the_order_of_their_numbers_and_no_number_twice():
    numbers = [int(step.__name__[1:4]) for step in STEPS]

    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT * FROM event WHERE ref = 'DSR-2026-0001' ORDER BY seq", "idx_event_ref"),
        ("SELECT * FROM hit WHERE source_id = 3", "idx_hit_source_id"),
    ],
)
def test_what_is_asked_for_often_has_an_index(connection, query, index):
    bring_up_to_date(connection, "register.dsr")

    plan = connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()

    assert index in str(plan)
    assert "SCAN" not in str(plan)


def test_the_tables_hold_what_is_written_and_no_other_type(connection):
    bring_up_to_date(connection, "register.dsr")

    with pytest.raises(IntegrityError):
        connection.execute(
            "INSERT INTO row(id, sheet_id, n, hidden, cells, typed) VALUES (1, 1, 'fourteen', 0, 'x', NULL)"
        )


def test_events_can_be_neither_changed_nor_removed(connection):
    bring_up_to_date(connection, "register.dsr")
    connection.execute("INSERT INTO event VALUES (1, 'at', 'dpo', 'x', NULL, '{}', '0', '1')")

    assert {"event_no_update", "event_no_delete"} <= names(connection, "trigger")
    for statement in ("UPDATE event SET actor = 'x'", "DELETE FROM event"):
        with pytest.raises(IntegrityError, match="events are never changed"):
            connection.execute(statement)


def test_foreign_keys_are_on_and_hold(connection):
    bring_up_to_date(connection, "register.dsr")

    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
