"""Which backups were made, as the register remembers them."""

from pathlib import Path

from dsr_desktop.domain.backup import Backup, BegunBackup
from dsr_desktop.store.database import Database

_ALL = (
    "SELECT id, path, made_at, made_by, is_daily, is_outside, fingerprint, size, rows FROM backup "
    "WHERE fingerprint IS NOT NULL ORDER BY id"
)
_BEGUN = (
    "SELECT id, path, made_at, is_daily, size FROM backup WHERE fingerprint IS NULL ORDER BY id"
)


def begin_backup(
    database: Database, path: Path, at: str, by: str, *, is_daily: bool, is_outside: bool
) -> int:
    """Note a backup that is about to be written, so that it says of itself when it was made."""
    with database.transaction() as connection:
        added = connection.execute(
            "INSERT INTO backup(path, made_at, made_by, is_daily, is_outside) "
            "VALUES (?, ?, ?, ?, ?)",
            (str(path), at, by, int(is_daily), int(is_outside)),
        )
        assert added.lastrowid is not None  # noqa: S101 - the table's key is an integer
        return added.lastrowid


def seal_backup(database: Database, id_: int, size: int) -> None:
    """Say that a backup was checked and is about to get its name: its own copy does not say so."""
    with database.transaction() as connection:
        connection.execute("UPDATE backup SET size = ? WHERE id = ?", (size, id_))


def finish_backup(database: Database, id_: int, fingerprint: str, size: int, rows: int) -> None:
    """Say that a backup was written and checked."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE backup SET fingerprint = ?, size = ?, rows = ? WHERE id = ?",
            (fingerprint, size, rows, id_),
        )


def forget_backup(database: Database, id_: int) -> None:
    """Forget a backup that is not there: it failed, or made way."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM backup WHERE id = ?", (id_,))


def forget_begun(database: Database) -> None:
    """Forget what was begun elsewhere: a backup that became a register of its own notes itself."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM backup WHERE fingerprint IS NULL")


def read_begun(database: Database) -> tuple[BegunBackup, ...]:
    """Return the backups that were begun and are not noted as made, oldest first."""
    return tuple(
        BegunBackup(id_, Path(path), at, bool(daily), size)
        for id_, path, at, daily, size in database.connection.execute(_BEGUN).fetchall()
    )


def read_backups(database: Database) -> tuple[Backup, ...]:
    """Return the backups that were made, oldest first."""
    return tuple(
        Backup(id_, Path(path), at, by, bool(daily), bool(outside), *rest)
        for id_, path, at, by, daily, outside, *rest in database.connection.execute(_ALL)
    )


def made_at(database: Database) -> str | None:
    """Return when the file that is open was written as a backup; None if it never was."""
    row = database.connection.execute(
        "SELECT made_at FROM backup WHERE fingerprint IS NULL ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return str(row[0]) if row else None
