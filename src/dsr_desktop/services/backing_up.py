"""Writes the register into an encrypted backup, checks it, and keeps as many as were asked for.

A backup is a register file with its key file beside it: any passphrase of the register opens it
(R-SEC-6). Beside it lies the ledger of erasures.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dsr_desktop.domain.backup import Backup, daily_name, to_make_way
from dsr_desktop.domain.errors import DsrError, OutputFileError, RegisterFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.services.backup_places import backup_plan, note_trouble
from dsr_desktop.services.begun_backups import (
    check_backup,
    note_made,
    part_files,
    settle_backups,
)
from dsr_desktop.services.ledger_files import write_ledger
from dsr_desktop.services.lone_key_files import remove_lone_key_file
from dsr_desktop.services.register import Register, keys_path
from dsr_desktop.services.verifying import Verification, verify
from dsr_desktop.store.backups import begin_backup, forget_backup, read_backups, seal_backup
from dsr_desktop.store.database import database_errors
from dsr_desktop.store.keys import read_key_file, unwrap
from dsr_desktop.store.making_lock import only_maker
from dsr_desktop.store.suppression import suppression_secret
from dsr_desktop.store.whole_copy import ClosedCopy, write_whole_copy
from dsr_desktop.writers.atomic import WholeFiles, whole_files

_STAGES = 3


@dataclass(frozen=True)
class PlaceResult:
    """What came of a daily backup in one place: the backup, or why there is none."""

    place: Path
    backup: Backup | None
    error: DsrError | None = None


def back_up(
    register: Register, file: Path, now: datetime, *, progress: Progress = no_progress
) -> Backup:
    """Write a backup to `file`, its key file beside it, and check all of it; returns it.

    Both appear together, with mode 0600, or not at all. Raises RegisterFileError if a file of that
    name is there, if the disk is full or the copy is not sound, OutputFileError if the folder cannot
    be written.
    """
    return _back_up(register, file.absolute(), now, progress, is_daily=False)


def back_up_to_places(
    register: Register, now: datetime, *, progress: Progress = no_progress
) -> tuple[PlaceResult, ...]:
    """Write a backup to every place of the plan; older daily ones there make way beyond N.

    A place that cannot be written is told of, and keeps none of the others from its backup.
    """
    plan = backup_plan(register)
    results = []
    for place in plan.places:
        try:
            backup = _in_place(register, place, now, progress)
        except DsrError as error:
            results.append(PlaceResult(place, None, error))
            continue
        _make_way(register, place, plan.keep)
        results.append(PlaceResult(place, backup))
    return tuple(results)


def back_up_at_closing(register: Register, now: datetime) -> None:
    """Make the backup of the day if there is none yet; what keeps it from being made is noted."""
    made = {one.path.parent for one in read_backups(register.database)
            if one.is_daily and one.made_on == now.date()}  # fmt: skip
    if made.issuperset(backup_plan(register).places):
        return
    with suppress(DsrError):  # a register that cannot be written cannot note it either
        results = back_up_to_places(register, now)
        errors = [one.error for one in results if one.error is not None]
        note_trouble(register, errors[0] if errors else None)


def look_into_backup(file: Path, passphrase: str) -> Verification:
    """Open a backup with a passphrase and check all of it; nothing is written.

    Raises RegisterFileError if it is no backup, WrongPassphraseError if no slot opens.
    """
    key, _owner = unwrap(read_key_file(keys_path(file)), passphrase)
    if not file.is_file():
        raise RegisterFileError(
            mark("There is no backup at {path}. Check the path."), path=str(file)
        )
    return _look_at(ClosedCopy(file, key))


def _in_place(register: Register, place: Path, now: datetime, progress: Progress) -> Backup:
    if not place.is_dir():
        raise OutputFileError(
            mark("{folder} is out of reach: no backup was made there. Plug the disk in."),
            folder=str(place),
        )
    file = place / daily_name(register.path, now)
    return _back_up(register, file, now, progress, is_daily=True)


def _back_up(
    register: Register, file: Path, now: datetime, progress: Progress, *, is_daily: bool
) -> Backup:
    with only_maker(register.path):
        settle_backups(register)
        _check_name_is_free(register, file)
        with _noted(register, file, now, is_daily=is_daily) as id_:
            _write(register, file, id_, progress, is_daily=is_daily)
    write_ledger(register, file.parent)
    progress(_STAGES, _STAGES, file.name)
    return next(one for one in read_backups(register.database) if one.id == id_)


def _write(register: Register, file: Path, id_: int, progress: Progress, *, is_daily: bool) -> None:
    progress(0, _STAGES, file.name)
    suppression_secret(register.database)  # without it a restored copy could match no digest
    with whole_files() as files:
        part = _open_both(files, register, file)
        write_whole_copy(register.database, part)
        progress(1, _STAGES, file.name)
        checked, rows = check_backup(register, part, file)
        progress(2, _STAGES, file.name)
        size = part.stat().st_size
        seal_backup(register.database, id_, size)
        _put(files, file)
        note_made(register, id_, checked, size, rows, is_daily=is_daily)


def _check_name_is_free(register: Register, file: Path) -> None:
    remove_lone_key_file(file, register.path)
    for name in (file, keys_path(file)):
        if os.path.lexists(name):
            raise _exists(name)


def _open_both(files: WholeFiles, register: Register, file: Path) -> Path:
    """Make the part files, for the owner only, and write the key file; returns that of the register."""
    read_key_file(keys_path(register.path))  # says what is wrong with one that is gone or damaged
    part, keys_part = part_files(file)
    planned = files.plan(keys_path(file), replaces=False, part=keys_part.name)
    planned.open().write(keys_path(register.path).read_bytes())
    files.plan(file, replaces=False, part=part.name).open()
    return part


def _put(files: WholeFiles, file: Path) -> None:
    try:
        files.put_in_place()
    except FileExistsError as error:
        raise _exists(file) from error


def _exists(file: Path) -> RegisterFileError:
    return RegisterFileError(
        mark("{name} exists already. A backup never takes the place of a file: name another."),
        name=file.name,
    )


def _look_at(copy: ClosedCopy) -> Verification:
    with closing(copy), database_errors(copy.path):
        return verify(Register(copy, ""))


@contextmanager
def _noted(register: Register, file: Path, now: datetime, *, is_daily: bool) -> Iterator[int]:
    """Note in the register what is being written, so that the backup says when it was made.

    After a failure the note goes with what was written; where that cannot go now, both go later.
    """
    id_ = begin_backup(
        register.database, file, now.isoformat(timespec="seconds"), register.actor,
        is_daily=is_daily, is_outside=_is_outside(register.path, file.parent),
    )  # fmt: skip
    try:
        yield id_
    except BaseException:
        with suppress(DsrError):
            settle_backups(register)
        raise


def _is_outside(register: Path, folder: Path) -> bool:
    """Tell whether a folder lies on another disk than the register: a stick, a share."""
    try:
        return folder.stat().st_dev != register.stat().st_dev
    except OSError:
        return False


def _make_way(register: Register, place: Path, keep: int) -> None:
    for one in to_make_way(read_backups(register.database), place, keep):
        with suppress(OSError):  # one that resists goes next time
            one.path.unlink(missing_ok=True)
            keys_path(one.path).unlink(missing_ok=True)
            forget_backup(register.database, one.id)
