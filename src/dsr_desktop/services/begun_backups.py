"""What a killed program leaves of a backup: half of it goes, a whole one is noted after all (ADR 0054).

The register names a backup before its first byte, and says that it was checked before it gets its
name. So what is still noted as begun, while nobody is making one, is of a program that died.
"""

import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from dsr_desktop.domain.backup import BegunBackup
from dsr_desktop.domain.errors import DsrError, RegisterBusyError, RegisterFileError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.ledger_files import write_ledger
from dsr_desktop.services.lone_key_files import remove_lone_key_file
from dsr_desktop.services.register import Register, keys_path
from dsr_desktop.services.verifying import Verification, verify
from dsr_desktop.store.backups import finish_backup, forget_backup, made_at, read_begun
from dsr_desktop.store.database import database_errors
from dsr_desktop.store.lookup import count_rows
from dsr_desktop.store.whole_copy import files_beside, same_key
from dsr_desktop.writers.atomic import sync_folder


def part_files(file: Path) -> tuple[Path, Path]:
    """Return where a backup and its key file lie while they are written."""
    return file.with_name(f".{file.name}.backup.part"), file.with_name(f".{file.name}.keys.part")


def has_begun(register: Register) -> bool:
    """Tell whether a backup is noted that was begun, by a living program or by one that died."""
    return any(_to_settle(register))


def settle_backups(register: Register) -> None:
    """Clear what killed backups left, and note those that are whole; the caller has the making lock.

    A whole one is checked again, all of it: its program died after giving it its name. What lies out
    of reach, such as on a stick that is not plugged in, waits. No file is removed under the name of
    a backup, only key files without one. Raises RegisterFileError if the register cannot be written.
    """
    for begun in _to_settle(register):
        with suppress(OSError, RegisterBusyError):
            _settle(register, begun)


def note_made(
    register: Register, id_: int, checked: Verification, size: int, rows: int, *, is_daily: bool
) -> None:
    """Say in the register, and in its log, that a backup was written and checked."""
    with register.database.transaction():
        finish_backup(register.database, id_, checked.fingerprint, size, rows)
        register.log(
            EventKind.BACKED_UP, fingerprint=checked.fingerprint, size=size, rows=rows,
            daily=is_daily,
        )  # fmt: skip


def check_backup(register: Register, at: Path, file: Path) -> tuple[Verification, int]:
    """Check what was written for `file` and lies `at`; returns what was found, and its rows.

    Raises RegisterFileError if it is not the register as it is, or as it was.
    """
    copy = same_key(register.database, at)
    with database_errors(file), closing(copy):
        rows = count_rows(copy)[1]
        checked = verify(Register(copy, register.actor), with_index=False)
    is_ours = register.database.connection.execute(
        "SELECT 1 FROM event WHERE hash = ?", (checked.fingerprint,)
    ).fetchone()
    if not checked.sound or not is_ours:
        raise RegisterFileError(
            mark(
                "The backup {name} was written and is not sound: it was removed. Check the disk, "
                "then the register itself."
            ),
            name=file.name,
        )
    return checked, rows


def _to_settle(register: Register) -> Iterator[BegunBackup]:
    """Yield what was begun, without the file that is open: a backup notes itself, so that it says when it was made."""
    itself = register.path.resolve()
    return (one for one in read_begun(register.database) if one.path.resolve() != itself)


def _settle(register: Register, begun: BegunBackup) -> None:
    if not begun.path.parent.is_dir():
        return
    part, keys_part = part_files(begun.path)
    for left in (part, keys_part, *files_beside(part)):
        left.unlink(missing_ok=True)
    if begun.size is not None:
        remove_lone_key_file(begun.path, register.path)
    sync_folder(begun.path.parent)
    found = _found_whole(register, begun)
    if begun.size is None or found is None:
        forget_backup(register.database, begun.id)
        return
    note_made(register, begun.id, *found, is_daily=begun.is_daily)
    write_ledger(register, begun.path.parent)


def _found_whole(register: Register, begun: BegunBackup) -> tuple[Verification, int, int] | None:
    """Return what is found in the backup that was begun, its size and its rows; None if it is not there.

    What somebody else put there is not it, nor is another backup.
    """
    if not _is_plain_file(begun.path) or not keys_path(begun.path).is_file():
        return None
    size = begun.path.stat().st_size
    if size != begun.size:
        return None
    try:
        with database_errors(begun.path), closing(same_key(register.database, begun.path)) as copy:
            if made_at(copy) != begun.made_at:
                return None
        checked, rows = check_backup(register, begun.path, begun.path)
    except RegisterBusyError:
        raise
    except DsrError:
        return None
    return checked, size, rows


def _is_plain_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False
