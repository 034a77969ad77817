"""The ledger of erasures beside the backups: it outlives the register it is about (R-ERA-2)."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from dsr_desktop.domain.erasure_ledger import (
    LedgerEntry,
    joined,
    ledger_from_text,
    ledger_to_text,
)
from dsr_desktop.domain.errors import DsrError, OutputFileError
from dsr_desktop.services.backup_places import backup_plan
from dsr_desktop.services.register import Register, keys_path
from dsr_desktop.store.backups import read_backups
from dsr_desktop.store.erasure_ledger import read_ledger
from dsr_desktop.store.keys import read_key_file
from dsr_desktop.store.suppression import known_secret
from dsr_desktop.writers.atomic import whole_file

_LARGEST = 50_000_000


def ledger_name(register_id: str) -> str:
    """Return the name of the ledger of a register: one beside all its backups in a folder."""
    return f"erasures-{register_id[:8]}.json"


def write_ledgers(register: Register, without: str = "") -> tuple[Path, ...]:
    """Write the ledger into every folder that has a backup; returns those that are out of reach.

    What a ledger there says of other erasures stays: it may be a newer register's. `without` is one
    that was given up.
    """
    return tuple(
        folder for folder in _folders(register) if not write_ledger(register, folder, without)
    )


def ledgers_elsewhere(register: Register, file: Path) -> tuple[Path, ...]:
    """Return the ledgers in other folders with backups of `register`, if `file` is a backup of it too.

    They are written first: what this register erased last may not lie beside the backup yet. Raises
    RegisterFileError for a file without its key file.
    """
    register_id = read_key_file(keys_path(file)).register_id
    if register_id != _register_id(register):
        return ()
    write_ledgers(register)
    found = (folder / ledger_name(register_id) for folder in _folders(register))
    return tuple(path for path in found if path.parent != file.parent and path.exists())


def write_ledger(register: Register, folder: Path, without: str = "") -> bool:
    """Write the ledger into a folder; False if that cannot be written. None is written if empty."""
    register_id = _register_id(register)
    secret, path = known_secret(register.database), folder / ledger_name(register_id)
    there = read_ledger_file(path, register_id, secret) or ()
    entries = [one for one in joined(read_ledger(register.database), there) if one.uid != without]
    if not entries and not path.exists():
        return folder.is_dir()
    try:
        return folder.is_dir() and _write(path, ledger_to_text(register_id, entries, secret))
    except (OSError, OutputFileError):
        return False


def read_ledger_file(path: Path, register_id: str, secret: bytes) -> tuple[LedgerEntry, ...] | None:
    """Read a ledger; None if it is not there, another register's, or was changed by somebody."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        return ledger_from_text(path.read_text(encoding="utf-8"), register_id, secret)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def ledgers_told(
    paths: Iterable[Path], register_id: str, secret: bytes
) -> tuple[tuple[LedgerEntry, ...], tuple[Path, ...]]:
    """Read several ledgers; returns the erasures they tell of, and the files that cannot be trusted."""
    known: list[Sequence[LedgerEntry]] = []
    refused: list[Path] = []
    for path in dict.fromkeys(paths):
        if os.path.lexists(path):
            entries = read_ledger_file(path, register_id, secret)
            known.append(entries or ())
            refused += [path] if entries is None else []
        else:
            refused.append(path)
    return joined(*known), tuple(refused)


def _folders(register: Register) -> tuple[Path, ...]:
    folders = [*backup_plan(register).places]
    folders += [one.path.parent for one in read_backups(register.database)]
    return tuple(dict.fromkeys(folders))


def _register_id(register: Register) -> str:
    try:
        return read_key_file(keys_path(register.path)).register_id
    except DsrError:  # the register is open: its key file was taken away meanwhile
        return ""


def _write(path: Path, text: str) -> bool:
    with whole_file(path) as file:
        file.write(text.encode())
    return True
