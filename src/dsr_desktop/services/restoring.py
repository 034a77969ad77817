"""Restores a backup into a new register, on any machine, and tells what was erased since (R-ERA-2).

The new file appears whole and checked, with its key file, or not at all; no register is ever
overwritten, and the backup is not written to.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from dsr_desktop.domain.erasure_ledger import LedgerEntry, missing_from
from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.services.ledger_files import ledger_name, ledgers_told
from dsr_desktop.services.lone_key_files import remove_lone_key_file
from dsr_desktop.services.register import ONE_PAGE, Register, keys_path
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.backups import forget_begun, made_at
from dsr_desktop.store.database import Database, database_errors
from dsr_desktop.store.earlier_copies import remove_copies
from dsr_desktop.store.erasure_ledger import add_to_ledger, read_ledger
from dsr_desktop.store.keys import KeyFile, read_key_file, unwrap
from dsr_desktop.store.suppression import known_secret
from dsr_desktop.store.whole_copy import files_beside
from dsr_desktop.writers.atomic import whole_files

_STAGES = 3


@dataclass(frozen=True)
class Restored:
    """A register that was restored: when its backup was made, the event log's head then.

    `erased_since` are the erasures to be repeated in it, `refused` the ledgers that were not there,
    or not of this register. `made_at` is None for a copy that no backup made.
    """

    path: Path
    made_at: str | None
    fingerprint: str
    events: int
    erased_since: tuple[LedgerEntry, ...]
    refused: tuple[Path, ...]


def restore(
    file: Path,
    to: Path,
    passphrase: str,
    *,
    ledgers: Sequence[Path] = (),
    progress: Progress = no_progress,
) -> Restored:
    """Restore the backup `file` into the new register `to`; any passphrase of it opens it.

    The ledger beside the backup is read, and those named in `ledgers`, such as the one of another
    place. What they tell of and the backup does not know waits in the new register until the DPO
    confirms it (`repeating_erasures`). Raises RegisterFileError if there is a file at `to`, if the
    backup is damaged or newer than the app, or the disk is full; WrongPassphraseError,
    OutputFileError. Then nothing is left at `to`.
    """
    key_file = _sound_files(file, to)
    key, owner = unwrap(key_file, passphrase)
    told = [*_ledgers_beside(file, key_file), *ledgers]
    part = to.with_name(f".{to.name}.part")
    with _nothing_beside(part), whole_files() as files:
        progress(0, _STAGES, file.name)
        with keys_path(file).open("rb") as source:
            shutil.copyfileobj(source, files.open(keys_path(to), replaces=False))
        stream = files.open(to, replaces=False)
        with file.open("rb") as source:
            shutil.copyfileobj(source, stream)
        stream.flush()
        progress(1, _STAGES, file.name)
        restored = _fill(part, key, owner, file, key_file, told)
        progress(2, _STAGES, file.name)
        try:
            files.put_in_place()
        except FileExistsError as error:
            raise _exists(to) from error
    progress(_STAGES, _STAGES, file.name)
    return Restored(to, *restored)


def _sound_files(file: Path, to: Path) -> KeyFile:
    remove_lone_key_file(to, file)
    for name in (to, keys_path(to)):
        if os.path.lexists(name):
            raise _exists(name)
    if not file.is_file():
        raise RegisterFileError(
            mark("There is no backup at {path}. Check the path."), path=str(file)
        )
    if file.stat().st_size < ONE_PAGE:
        raise RegisterFileError(
            mark("The backup {name} is empty or cut off. Take another one."), name=file.name
        )
    return read_key_file(keys_path(file))


def _ledgers_beside(file: Path, key_file: KeyFile) -> list[Path]:
    beside = file.with_name(ledger_name(key_file.register_id))
    return [beside] if beside.exists() else []


def _fill(
    part: Path, key: bytes, owner: str, file: Path, key_file: KeyFile, ledgers: Sequence[Path]
) -> tuple[str | None, str, int, tuple[LedgerEntry, ...], tuple[Path, ...]]:
    """Check what was copied, bring it up to date, and write down what was erased since."""
    with _told_of(file):
        database = Database(part, key)
    register = Register(database, owner)
    try:
        with database_errors(file):
            checked = verify(register, with_index=False)
            if not checked.sound:
                raise _damaged(file)
            secret = known_secret(database)
            told, refused = ledgers_told(ledgers, key_file.register_id, secret)
            missing = _written_down(register, missing_from(read_ledger(database), told))
            made = made_at(database)
            forget_begun(database)
            register.log(
                EventKind.RESTORED, fingerprint=checked.fingerprint, made_at=made,
                erased_since=[one.uid for one in missing],
            )  # fmt: skip
        return made, checked.fingerprint, checked.events, missing, refused
    finally:
        register.close()
        remove_copies(part)


def _written_down(register: Register, missing: Sequence[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    known = {one.uid for one in read_ledger(register.database)}
    waiting = tuple(_not_done(one) for one in missing)
    for one in waiting:
        if one.uid not in known:
            add_to_ledger(register.database, one)
    return waiting


def _not_done(entry: LedgerEntry) -> LedgerEntry:
    return LedgerEntry(
        entry.uid, entry.ref, entry.planned_at, entry.planned_by, entry.rows, entry.keys, None
    )


@contextmanager
def _told_of(file: Path) -> Iterator[None]:
    """Name the backup in what is wrong with its copy."""
    try:
        yield
    except RegisterFileError as error:
        if "name" not in error.details:
            raise
        raise type(error)(error.sentence, **{**error.details, "name": file.name}) from error


@contextmanager
def _nothing_beside(part: Path) -> Iterator[None]:
    """Remove what the database lays beside a file, before and after: a killed program left it."""
    _remove_beside(part)
    try:
        yield
    finally:
        _remove_beside(part)


def _remove_beside(part: Path) -> None:
    for beside in files_beside(part):
        with suppress(OSError):
            beside.unlink()
    remove_copies(part)


def _exists(name: Path) -> RegisterFileError:
    return RegisterFileError(
        mark("{name} exists already. A backup is restored into a new file: name another."),
        name=name.name,
    )


def _damaged(file: Path) -> RegisterFileError:
    return RegisterFileError(
        mark("The backup {name} is damaged; nothing was restored. Take another one."),
        name=file.name,
    )
