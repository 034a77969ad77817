"""Whole copies of a register: written under its own key, and looked at without changing them."""

import threading
from pathlib import Path

from dsr_desktop.store.database import Database, database_errors
from dsr_desktop.store.sqlcipher import Connection, connect


def write_whole_copy(database: Database, empty: Path) -> None:
    """Write what is committed into an empty file, under the same key.

    Free pages, where something removed may lie, stay out. Outside a transaction. Raises
    RegisterFileError if the disk is full or cannot be written.
    """
    with database_errors(database.path):
        database.connection.execute("VACUUM INTO ?", (str(empty),))


def files_beside(copy: Path) -> tuple[Path, ...]:
    """Return what the database lays beside a file while it is at work, and leaves if it is killed.

    A journal of an earlier file of that name would be rolled back into a new one.
    """
    return tuple(copy.with_name(copy.name + suffix) for suffix in ("-wal", "-shm", "-journal"))


class ClosedCopy(Database):
    """A copy of a register, opened to be checked: nothing is written to it or beside it."""

    def __init__(self, path: Path, key: bytes) -> None:
        # Not the parent's: that brings a register up to date.
        self.path = path
        self.traces_left = self.was_older = False
        self._key = key
        self._local = threading.local()
        self._opened: list[Connection] = []
        self._kept = {}
        self._reading = {}

    def _open(self) -> Connection:
        with database_errors(self.path):
            connection = connect(str(self.path), self._key)
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
            return connection


def same_key(database: Database, path: Path) -> ClosedCopy:
    """Open a copy of a register with the key that the register itself is open with."""
    return ClosedCopy(path, database._key)  # noqa: SLF001 - the key leaves the store nowhere
