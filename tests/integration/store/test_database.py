"""One open register file: transactions, threads, and what the disk may do to it."""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from dsr_desktop.domain.errors import CancelledError, RegisterBusyError, RegisterFileError
from dsr_desktop.store.database import Database, database_errors
from dsr_desktop.store.sqlcipher import DatabaseError, IntegrityError, OperationalError

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.dsr"


@pytest.fixture
def database(path):
    opened = Database(path, KEY)
    yield opened
    opened.close()


def settings(database):
    return dict(database.connection.execute("SELECT key, value FROM setting").fetchall())


def put(connection, key):
    connection.execute("INSERT INTO setting VALUES (?, 'x')", (key,))


# --- all or nothing


def test_what_a_transaction_did_is_kept_for_every_connection(database, path):
    with database.transaction() as connection:
        put(connection, "a")

    again = Database(path, KEY)
    assert settings(again) == {"a": "x"}
    again.close()


def test_a_trial_is_seen_inside_and_leaves_nothing(database):
    with database.trial() as connection:
        put(connection, "a")
        assert settings(database) == {"a": "x"}

    assert settings(database) == {}
    assert not database.connection.in_transaction


def test_a_trial_inside_a_transaction_undoes_no_more_than_itself(database):
    with database.transaction() as connection:
        put(connection, "a")
        with database.trial():
            put(connection, "b")
        put(connection, "c")

    assert settings(database) == {"a": "x", "c": "x"}


def test_a_trial_that_fails_says_so(database):
    def try_and_fail():
        with database.trial() as connection:
            put(connection, "a")
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        try_and_fail()
    assert settings(database) == {}


@pytest.mark.parametrize("error", [ValueError, CancelledError("stopped"), KeyboardInterrupt])
def test_a_failed_transaction_leaves_nothing(database, error):
    def begin_and_fail():
        with database.transaction() as connection:
            put(connection, "a")
            raise error

    with pytest.raises(type(error) if isinstance(error, Exception) else error):
        begin_and_fail()
    assert settings(database) == {}
    assert not database.connection.in_transaction


def test_a_transaction_inside_another_belongs_to_it(database):
    def begin_twice_and_fail():
        with database.transaction():
            with database.transaction() as connection:
                put(connection, "inner")
            raise CancelledError("stopped")

    with pytest.raises(CancelledError, match="stopped"):
        begin_twice_and_fail()
    assert settings(database) == {}


@pytest.mark.parametrize("error", [None, ZeroDivisionError])
def test_room_for_many_rows_is_given_back(database, error):
    def pages_kept():
        return database.connection.execute("PRAGMA cache_size").fetchone()[0]

    usual = pages_kept()
    with suppress(ZeroDivisionError), database.room_for_many_rows(), database.transaction():
        assert pages_kept() == 2 * usual
        if error:
            raise error

    assert pages_kept() == usual


def test_what_is_kept_so_far_outlives_the_failure_of_the_rest(database, path):
    def keep_and_fail():
        with database.transaction() as connection:
            put(connection, "kept")
            database.keep_so_far()
            put(connection, "lost")
            raise CancelledError("stopped")

    with pytest.raises(CancelledError, match="stopped"):
        keep_and_fail()

    again = Database(path, KEY)
    assert settings(again) == {"kept": "x"}
    again.close()


def test_what_is_kept_so_far_is_there_for_others_at_once_and_they_cannot_write(database, path):
    other = Database(path, KEY)
    other.connection.execute("PRAGMA busy_timeout = 10")
    with database.transaction() as connection:
        put(connection, "kept")
        database.keep_so_far()
        database.keep_so_far()

        assert settings(other) == {"kept": "x"}
        with pytest.raises(RegisterBusyError), other.transaction():
            pass
    other.close()


def test_it_does_not_go_on_after_somebody_changed_what_was_read_before(database, path):
    other = Database(path, KEY)

    def write_between(sql):
        if sql.startswith("BEGIN"):
            with other.transaction() as connection:
                put(connection, "other")

    def go_on():
        with database.transaction() as connection:
            put(connection, "kept")
            connection.set_trace_callback(write_between)
            database.keep_so_far()
            put(connection, "lost")

    with pytest.raises(RegisterBusyError, match=r"register\.dsr was changed by another program"):
        go_on()

    database.connection.set_trace_callback(None)
    assert settings(database) == {"kept": "x", "other": "x"}
    assert not database.connection.in_transaction
    other.close()


def test_a_savepoint_undoes_its_own_part_only(database):
    def fail_in_part():
        with database.savepoint():
            put(database.connection, "part")
            raise CancelledError("stopped")

    with database.transaction() as connection:
        put(connection, "before")
        with pytest.raises(CancelledError, match="stopped"):
            fail_in_part()
        with database.savepoint():
            put(connection, "after")

    assert settings(database) == {"before": "x", "after": "x"}


# --- how it is open


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1),
     ("temp_store", 2)],
)  # fmt: skip
def test_every_connection_is_safe(database, pragma, value):
    assert database.connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_foreign_keys_are_enforced(database):
    with pytest.raises(IntegrityError), database.transaction() as connection:
        connection.execute("INSERT INTO sheet VALUES (1, 99, 'x', 0, NULL, '[]', 0)")


def test_each_thread_has_a_connection_of_its_own(database):
    seen = []

    def look():
        seen.append(database.connection)
        seen.append(settings(database))

    with database.transaction() as connection:
        put(connection, "a")
    thread = threading.Thread(target=look)
    thread.start()
    thread.join()

    assert seen[0] is not database.connection
    assert seen[1] == {"a": "x"}


def test_a_closed_database_opens_no_more(database):
    database.close()

    with pytest.raises(RegisterFileError):
        settings(database)


def test_closing_leaves_one_file_with_everything_in_it(path):
    database = Database(path, KEY)
    with database.transaction() as connection:
        put(connection, "a")
    database.close()

    assert [file.name for file in path.parent.iterdir()] == ["register.dsr"]


# --- what the disk and the file may do


def test_another_key_is_told_as_damage_or_another_register(database, path):
    with pytest.raises(RegisterFileError, match="damaged or is not a register of this key file"):
        Database(path, os.urandom(32))


@pytest.mark.parametrize("content", [b"not a register" * 1000, os.urandom(8192)])
def test_what_is_no_register_is_told_so(path, content):
    path.write_bytes(content)

    with pytest.raises(RegisterFileError, match="is damaged or is not a register"):
        Database(path, KEY)
    assert path.read_bytes() == content


def test_a_register_in_a_folder_that_is_not_there_cannot_be_opened(tmp_path):
    with pytest.raises(RegisterFileError, match="cannot be opened"):
        Database(tmp_path / "nowhere" / "register.dsr", KEY)


def test_a_register_in_use_by_another_program_is_told_so(database, path):
    other = Database(path, KEY)
    database.connection.execute("PRAGMA busy_timeout = 10")

    def write():
        with database.transaction() as connection:
            put(connection, "a")

    with other.transaction() as connection:
        put(connection, "b")
        with pytest.raises(RegisterFileError, match=r"register\.dsr is in use by another program"):
            write()
    write()

    assert settings(other) == {"a": "x", "b": "x"}
    other.close()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
def test_a_full_disk_is_told_as_full(database, no_file_larger_than):
    def write_much():
        with database.transaction() as connection:
            connection.execute("INSERT INTO setting VALUES ('a', ?)", ("x" * 500_000,))

    with no_file_larger_than(120_000), pytest.raises(RegisterFileError, match="The disk is full"):
        write_much()
    assert settings(database) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
def test_a_full_disk_changes_nothing(database, no_file_larger_than):
    def write_much():
        with database.transaction() as connection:
            for n in range(1_000):
                connection.execute("INSERT INTO setting VALUES (?, ?)", (str(n), "x" * 4000))

    with (
        no_file_larger_than(200_000),
        pytest.raises(RegisterFileError, match="nothing was changed"),
    ):
        write_much()
    assert settings(database) == {}
    with database.transaction() as connection:
        put(connection, "a")


def test_a_file_that_cannot_be_written_is_told_so(database):
    database.connection.execute("PRAGMA query_only = ON")

    with pytest.raises(RegisterFileError, match="cannot be written"), database.transaction() as connection:  # fmt: skip
        put(connection, "a")


def test_a_mistake_in_our_own_query_is_a_bug_and_is_seen(path):
    with pytest.raises(OperationalError, match="syntax"), database_errors(path):
        raise OperationalError("syntax error")


def test_a_broken_rule_of_the_schema_is_a_bug_and_is_seen(path):
    with pytest.raises(DatabaseError, match="constraint"), database_errors(path):
        raise IntegrityError("constraint failed")


# --- one moment


@pytest.fixture
def other(path, database):
    """A second program on the same register."""
    opened = Database(path, KEY)
    yield opened
    opened.close()


def test_reads_of_one_snapshot_see_nothing_that_is_written_meanwhile(database, other):
    with database.snapshot():
        before = settings(database)
        with other.transaction() as connection:
            put(connection, "late")
        during = settings(database)

    assert (before, during) == ({}, {})
    assert settings(database) == {"late": "x"}


def test_without_a_snapshot_a_second_read_does_see_it(database, other):
    before = settings(database)
    with other.transaction() as connection:
        put(connection, "late")

    assert (before, settings(database)) == ({}, {"late": "x"})


def test_a_snapshot_inside_another_is_the_same_moment_and_ends_with_it(database, other):
    with database.snapshot():
        settings(database)
        with other.transaction() as connection:
            put(connection, "late")
        with database.snapshot():
            assert settings(database) == {}
        assert settings(database) == {}
        assert database.connection.in_transaction

    assert not database.connection.in_transaction


def test_a_snapshot_inside_a_transaction_sees_what_it_wrote_and_leaves_it_open(database, path):
    with database.transaction() as connection:
        put(connection, "a")
        with database.snapshot():
            assert settings(database) == {"a": "x"}
        put(connection, "b")

    assert settings(database) == {"a": "x", "b": "x"}


def test_a_failure_inside_ends_the_snapshot(database):
    def look_and_fail():
        with database.snapshot():
            settings(database)
            raise CancelledError("stopped")

    with pytest.raises(CancelledError, match="stopped"):
        look_and_fail()
    assert not database.connection.in_transaction
    with database.transaction() as connection:
        put(connection, "after")
    assert settings(database) == {"after": "x"}


def test_nothing_is_written_in_a_snapshot(database):
    def write():
        with database.snapshot(), database.transaction() as connection:
            put(connection, "lost")

    with pytest.raises(RuntimeError, match="a snapshot only reads"):
        write()
    assert settings(database) == {}


def test_a_snapshot_keeps_nobody_from_writing_on_another_thread(database):
    def write():
        with database.transaction() as connection:
            put(connection, "other thread")

    with database.snapshot():
        settings(database)
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()

    assert settings(database) == {"other thread": "x"}


def test_what_is_kept_in_memory_is_read_once_when_two_ask_at_once(database):
    has_begun, may_go_on = threading.Event(), threading.Event()
    reads = []

    def read():
        reads.append(threading.current_thread().name)
        has_begun.set()
        may_go_on.wait(10)
        return "words"

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(database.kept_in_memory, "words", 1, read)
        assert has_begun.wait(10)
        second = threads.submit(database.kept_in_memory, "words", 1, read)
        other = threads.submit(database.kept_in_memory, "places", 1, lambda: "places")
        may_go_on.set()

    assert (first.result(), second.result(), other.result()) == ("words", "words", "places")
    assert len(reads) == 1


def test_a_failed_read_keeps_nothing_and_the_next_one_reads_anew(database):
    with pytest.raises(ZeroDivisionError):
        database.kept_in_memory("words", 1, lambda: 1 // 0)

    assert database.kept_in_memory("words", 1, lambda: "words") == "words"
    assert database.kept_in_memory("words", 2, lambda: "new words") == "new words"
