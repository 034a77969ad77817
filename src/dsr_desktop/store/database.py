"""One open register file: connections per thread, transactions, clear errors."""

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar, cast

from dsr_desktop.domain.errors import (
    CancelledError,
    DsrError,
    RegisterBusyError,
    RegisterFileError,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.store.earlier_copies import keep_copy
from dsr_desktop.store.free_space import is_full
from dsr_desktop.store.migrations import bring_up_to_date
from dsr_desktop.store.sqlcipher import (
    Connection,
    DatabaseError,
    OperationalError,
    Tables,
    connect,
    tables,
)

_USUAL_CACHE_KIB, _LARGE_CACHE_KIB = 64 * 1024, 128 * 1024
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    f"PRAGMA cache_size = -{_USUAL_CACHE_KIB}",
    "PRAGMA busy_timeout = 5000",
)

_STEPS_BETWEEN_QUESTIONS = 2_000
_SNAPSHOT_READS = "a snapshot only reads"
Kept = TypeVar("Kept")


class _TrialOverError(Exception):
    """Undoes what was tried."""


class Database:
    """The register's SQLCipher file, open with its key.

    SQLite connections belong to one thread: each thread that asks gets its own. `traces_left` tells
    that something was removed whose pages could not be wiped yet, because somebody was reading.
    `was_older` tells that opening it changed its schema: a copy of what it was lies beside it.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.traces_left = False
        self.was_older = False
        self._key = key
        self._local = threading.local()
        self._opened: list[Connection] = []
        self._kept: dict[str, tuple[Hashable, object]] = {}
        self._reading: dict[str, threading.RLock] = {}
        try:
            with database_errors(path):
                self.was_older = bring_up_to_date(self.connection, path.name, self._keep_copy)
            self._wipe_what_a_crash_left()
        except BaseException:
            self.close()
            raise

    @property
    def connection(self) -> Connection:
        """The calling thread's connection, opened at its first use."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._open()
            self._local.connection = connection
            self._opened.append(connection)
        return connection

    @property
    def tables(self) -> Tables:
        """The calling thread's connection as sqlite-utils tables, for what is not a hot path."""
        return tables(self.connection)

    def kept_in_memory(self, name: str, state: Hashable, read: Callable[[], Kept]) -> Kept:
        """Return what `read` gives, kept under `name` until `state` is another.

        What is read in a transaction that has changed something is not kept: it may be undone. Two
        threads that ask at once do not both read: the second waits, and takes what the first has read.
        """
        known = self._kept.get(name)
        if known is None or known[0] != state:
            with self._reading.setdefault(name, threading.RLock()):
                known = self._kept.get(name)
                if known is None or known[0] != state:
                    known = self._read_and_keep(name, state, read)
        return cast("Kept", known[1])

    def _read_and_keep(
        self, name: str, state: Hashable, read: Callable[[], object]
    ) -> tuple[Hashable, object]:
        known = (state, read())
        if not self._has_changed_something():
            self._kept[name] = known
        return known

    @property
    def state(self) -> tuple[int, int, int]:
        """What is another for the calling thread once anything in the register has changed."""
        connection = self.connection
        return threading.get_ident(), _changes_by_others(connection), connection.total_changes

    def _has_changed_something(self) -> bool:
        begun: int = getattr(self._local, "changes_at_begin", 0)
        is_writing = self.connection.in_transaction and not getattr(
            self._local, "only_reads", False
        )
        return is_writing and self.connection.total_changes != begun

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Do everything inside or nothing: an error or a crash leaves the register as before.

        RuntimeError inside a snapshot: what it wrote would be lost with it.
        """
        connection = self.connection
        if getattr(self._local, "only_reads", False):
            raise RuntimeError(_SNAPSHOT_READS)
        if connection.in_transaction:
            yield connection
            return
        with database_errors(self.path):
            connection.execute("BEGIN IMMEDIATE")
            self._local.changes_at_begin = connection.total_changes
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def room_for_many_rows(self) -> Iterator[None]:
        """Keep 128 MB of the file in memory instead of 64: a million keys then find their pages."""
        connection = self.connection
        connection.execute(f"PRAGMA cache_size = -{_LARGE_CACHE_KIB}")
        try:
            yield
        finally:
            connection.execute(f"PRAGMA cache_size = -{_USUAL_CACHE_KIB}")
            connection.execute("PRAGMA shrink_memory")

    def keep_so_far(self) -> None:
        """Inside a transaction: commit what was done, and go on in a new one.

        Raises RegisterBusyError if another program changed the register between the two: what was
        read before may hold no more.
        """
        connection = self.connection
        before = _changes_by_others(connection)
        connection.execute("COMMIT")
        connection.execute("BEGIN IMMEDIATE")
        if _changes_by_others(connection) != before:
            raise RegisterBusyError(
                mark("{name} was changed by another program just now. Do it again."),
                name=self.path.name,
            )

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Read everything inside as the register is at the first read, whatever others write.

        Inside a transaction or another snapshot it belongs to that one. Nothing is written in a
        snapshot; a long one keeps what was removed meanwhile from being wiped.
        """
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        with database_errors(self.path):
            connection.execute("BEGIN DEFERRED")
            self._local.only_reads = True
            try:
                yield connection
            finally:
                self._local.only_reads = False
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def stoppable(self, ask: OnWait) -> Iterator[None]:
        """Call `ask` every few milliseconds while SQL reads inside; its CancelledError ends the block."""
        raised: list[CancelledError] = []

        def is_to_stop() -> bool:
            try:
                ask()
            except CancelledError as error:
                raised.append(error)
            return bool(raised)

        connection = self.connection
        connection.set_progress_handler(is_to_stop, _STEPS_BETWEEN_QUESTIONS)
        try:
            yield
        except OperationalError as error:
            if raised:
                raise raised[0] from error
            raise
        finally:
            connection.set_progress_handler(None, 0)

    @contextmanager
    def trial(self) -> Iterator[Connection]:
        """Do everything inside, then undo all of it: to see what would come of it."""
        with suppress(_TrialOverError), self.transaction() as connection, self.savepoint():
            yield connection
            raise _TrialOverError

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Inside a transaction: undo only what happens in this block if it fails."""
        connection = self.connection
        connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO part")
                connection.execute("RELEASE part")
            raise
        connection.execute("RELEASE part")

    def empty_log(self, patience_ms: int = 0) -> bool:
        """Move the write-ahead log into the file and empty it: what was removed is then wiped.

        Outside a transaction. Returns False if others kept reading or writing for longer than
        `patience_ms`; `traces_left` then stays set until a later call succeeds.
        """
        connection = self.connection
        (usual_ms,) = connection.execute("PRAGMA busy_timeout").fetchone()
        try:
            connection.execute(f"PRAGMA busy_timeout = {patience_ms}")
            busy, _pages, _moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except OperationalError:  # the file is locked as a whole, or the disk is full
            busy = 1
        finally:
            connection.execute(f"PRAGMA busy_timeout = {usual_ms}")
        self.traces_left = bool(busy)
        return not busy

    def close(self) -> None:
        """Wipe what could not be wiped before, close every connection and forget the key."""
        if self.traces_left and self._opened:
            with suppress(RegisterFileError), database_errors(self.path):
                self.empty_log()
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        self._kept.clear()
        self._local = threading.local()
        self._key = b""

    def _keep_copy(self, version: str) -> None:
        keep_copy(self.path, self._key, version, datetime.now().astimezone().date())

    def _wipe_what_a_crash_left(self) -> None:
        """Empty a log that was not emptied when the register was last closed."""
        log = self.path.with_name(self.path.name + "-wal")
        if log.exists() and log.stat().st_size:
            self.empty_log()
            self.traces_left = False  # others may be writing: nothing says that they removed a row

    def _open(self) -> Connection:
        with database_errors(self.path):
            connection = connect(str(self.path), self._key)
            for pragma in _PRAGMAS:
                connection.execute(pragma)
            return connection


def _changes_by_others(connection: Connection) -> int:
    """Return a number that changes whenever another connection has changed the file."""
    (number,) = connection.execute("PRAGMA data_version").fetchone()
    return int(number)


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """Turn what the disk or the file does to the driver into a sentence for the user."""
    try:
        yield
    except DsrError:
        raise
    except OperationalError as error:
        kind = RegisterBusyError if _code(error).startswith(_NOT_NOW) else RegisterFileError
        raise kind(_sentence(error, path), name=path.name) from error
    except DatabaseError as error:
        if _code(error) not in {"SQLITE_NOTADB", "SQLITE_CORRUPT"}:
            raise
        raise RegisterFileError(
            mark("{name} is damaged or is not a register of this key file. Restore a backup."),
            name=path.name,
        ) from error


_BY_CODE = {
    "SQLITE_BUSY": mark("{name} is in use by another program. Close it there, then try again."),
    "SQLITE_LOCKED": mark("{name} is in use by another program. Close it there, then try again."),
    "SQLITE_FULL": mark(
        "The disk is full; nothing was changed in {name}. Free space, then try again."
    ),
    "SQLITE_READONLY": mark("{name} cannot be written: the file or its folder is read-only."),
    "SQLITE_CANTOPEN": mark("{name} cannot be opened. Check that its folder exists and is yours."),
    "SQLITE_IOERR": mark(
        "The disk failed while {name} was used; nothing was changed. Check the disk."
    ),
}

_ALSO_WHEN_FULL = ("SQLITE_IOERR", "SQLITE_CANTOPEN")
_NOT_NOW = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY")


def _code(error: DatabaseError) -> str:
    return getattr(error, "sqlite_errorname", "") or ""


def _sentence(error: OperationalError, path: Path) -> str:
    name = _code(error)
    if name.startswith(_ALSO_WHEN_FULL) and is_full(path.parent):
        return _BY_CODE["SQLITE_FULL"]
    for code, sentence in _BY_CODE.items():
        if name.startswith(code):
            return sentence
    raise error
