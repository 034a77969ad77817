"""Says why the system does not hand out a file: gone, locked by another program, out of reach."""

import errno
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError

_SHARING_VIOLATION, _LOCK_VIOLATION = 32, 33  # [MS-ERREF] 2.2
_LOCKED = frozenset({_SHARING_VIOLATION, _LOCK_VIOLATION})
_NETWORK_CODES = frozenset({53, 55, 59, 64, 67, 121, 1231, 1232})
_OUT_OF_REACH = frozenset({
    getattr(errno, name) for name in (
        "EIO", "ESTALE", "ENODEV", "ENXIO", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN",
        "ENETUNREACH", "ETIMEDOUT", "EREMOTEIO",
    ) if hasattr(errno, name)
})  # fmt: skip
_SHARE_READ_AND_WRITE = 3


def refusal_of(error: OSError, path: Path) -> UnreadableError:
    """Return why `path` could not be read; what the system has no word for is damage."""
    return UnreadableError(_problem(error, path))


@dataclass(frozen=True)
class Look:
    """What tells two states of a file apart without reading it."""

    device: int
    number: int
    size: int
    changed_at: int


def look_at(path: Path) -> Look | None:
    """Look at a file; None if it is not there or out of reach."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Look(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def blamed_on_change(error: UnreadableError, before: Look | None, path: Path) -> UnreadableError:
    """Return the refusal of a file that was whole when it was looked at `before`.

    If it is another one by now, that is the reason, whatever the reader stumbled over.
    """
    now = look_at(path)
    if now is None and not os.path.lexists(path):
        return UnreadableError(Problem.GONE_WHILE_READ)
    return error if now == before else UnreadableError(Problem.CHANGED_WHILE_READ)


def _problem(error: OSError, path: Path) -> Problem:
    code = getattr(error, "winerror", None)
    if isinstance(error, FileNotFoundError | NotADirectoryError) or error.errno == errno.ELOOP:
        return Problem.LINK_TO_NOTHING if path.is_symlink() else Problem.NOT_FOUND
    if code in _LOCKED or error.errno in {errno.EBUSY, errno.ETXTBSY}:
        return Problem.OPEN_ELSEWHERE
    if isinstance(error, PermissionError):
        is_locked = _has_lock_file(path) or _windows_code(path) in _LOCKED
        return Problem.OPEN_ELSEWHERE if is_locked else Problem.NO_PERMISSION
    if code in _NETWORK_CODES or error.errno in _OUT_OF_REACH:
        return Problem.OUT_OF_REACH
    return Problem.NOT_FOUND if error.errno == errno.ENAMETOOLONG else Problem.DAMAGED


def _has_lock_file(path: Path) -> bool:
    """Tell whether Excel or LibreOffice left the sign beside it that they have it open."""
    names = (f"~${path.name}", f".~lock.{path.name}#")
    try:
        return any(path.with_name(name).exists() for name in names)
    except OSError:
        return False


def _windows_code(path: Path) -> int | None:
    """Return why Windows does not open the file; Python's own `open` only says "permission"."""
    if sys.platform != "win32":
        return None
    import _winapi  # noqa: PLC0415 - Windows only

    try:
        handle = _winapi.CreateFile(
            str(path), _winapi.GENERIC_READ, _SHARE_READ_AND_WRITE, 0, _winapi.OPEN_EXISTING, 0, 0
        )
    except OSError as error:
        return error.winerror
    _winapi.CloseHandle(handle)
    return None
