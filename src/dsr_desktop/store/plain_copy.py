"""The whole register as an ordinary SQLite file, without encryption: so that nobody is locked in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dsr_desktop.store.database import Database, database_errors
from dsr_desktop.store.sqlcipher import Connection


def write_plain_copy(database: Database, empty: Path) -> int:
    """Write every table into an empty file that any SQLite opens; returns how many tables there are.

    The index of words stays out: it can be made again, and SQLite before 3.43 cannot read it. Free
    pages, where something removed may lie, stay out too. Outside a transaction. Raises
    RegisterFileError if the disk is full or cannot be written.
    """
    with database_errors(database.path):
        with _attached(database.connection, empty) as connection:
            connection.execute("SELECT sqlcipher_export('plain')")
        # Attached again: only then does SQLite see the index among what was written.
        with _attached(database.connection, empty) as connection:
            for (name,) in connection.execute(_INDEXES).fetchall():
                connection.execute(f'DROP TABLE plain."{name}"')
            connection.execute("VACUUM plain")
            version = connection.execute("PRAGMA main.user_version").fetchone()[0]
            connection.execute(f"PRAGMA plain.user_version = {int(version)}")
            return _tables(connection, "plain")


def is_whole(database: Database, plain: Path) -> bool:
    """Tell whether each table of the register has as many rows in the plain file, and it is sound."""
    with database_errors(plain), _attached(database.connection, plain) as connection:
        sound = connection.execute("PRAGMA plain.quick_check").fetchall() == [("ok",)]
        there = {row[0] for row in connection.execute(_NAMES.format("plain"))}
        known = {row[0] for row in connection.execute(_NAMES.format("main"))}
        return sound and all(
            name in there and _rows(connection, "main", name) == _rows(connection, "plain", name)
            for name in known - _shadows(connection)
        )


_NAMES = (
    "SELECT name FROM {}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
    "AND sql NOT LIKE 'CREATE VIRTUAL%'"
)
_INDEXES = "SELECT name FROM main.sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"
_SHADOWS = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'"


def _shadows(connection: Connection) -> set[str]:
    """Return the tables in which the index keeps itself."""
    return {row[0] for row in connection.execute(_SHADOWS)}


@contextmanager
def _attached(connection: Connection, plain: Path) -> Iterator[Connection]:
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
    try:
        yield connection
    finally:
        connection.execute("DETACH DATABASE plain")


def _tables(connection: Connection, schema: str) -> int:
    return len(connection.execute(_NAMES.format(schema)).fetchall())


def _rows(connection: Connection, schema: str, name: str) -> int:
    quoted = name.replace('"', '""')
    counted = connection.execute(f'SELECT count(*) FROM {schema}."{quoted}"').fetchone()  # noqa: S608 - a name of our own schema
    return int(counted[0])
