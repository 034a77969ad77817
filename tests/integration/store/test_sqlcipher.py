"""The database drivers: one SQLite for everybody, encrypted."""

import os

import pytest
import sqlcipher3
import sqlite_utils.db

from dsr_desktop.store.sqlcipher import DatabaseError, OperationalError, connect, tables

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "x.dsr")


@pytest.fixture
def connection(path):
    opened = connect(path, KEY)
    yield opened
    opened.close()


def test_sqlite_utils_uses_the_encrypted_driver():
    assert sqlite_utils.db.sqlite3 is sqlcipher3


def test_errors_of_the_driver_are_those_that_sqlite_utils_catches(connection):
    tables(connection).table("row").insert({"a": 1})

    with pytest.raises(OperationalError):
        connection.execute("SELECT nothing FROM row")
    tables(connection).table("row").insert({"a": 2, "b": 3}, alter=True)


def test_the_file_opens_with_its_key_only(connection, path):
    connection.execute("CREATE TABLE row(a)")

    again = connect(path, KEY)
    assert again.execute("SELECT count(*) FROM row").fetchone() == (0,)
    again.close()
    with pytest.raises(DatabaseError) as caught:
        connect(path, os.urandom(32))
    assert caught.value.sqlite_errorname == "SQLITE_NOTADB"


def test_a_wrong_key_prints_nothing(connection, path, capfd):
    connection.execute("CREATE TABLE row(a)")

    with pytest.raises(DatabaseError):
        connect(path, os.urandom(32))

    assert capfd.readouterr() == ("", "")


def test_the_full_text_index_can_forget(connection):
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(x, content='', contentless_delete=1, detail=none)"
    )
    connection.execute("INSERT INTO t(rowid, x) VALUES (1, 'camille')")
    connection.execute("DELETE FROM t WHERE rowid = 1")

    assert connection.execute("SELECT count(*) FROM t WHERE t MATCH 'camille'").fetchone() == (0,)


def test_no_third_party_plugin_is_loaded(connection):
    names = {name for (name,) in connection.execute("SELECT name FROM pragma_function_list")}

    tables(connection)

    assert {
        name for (name,) in connection.execute("SELECT name FROM pragma_function_list")
    } == names
