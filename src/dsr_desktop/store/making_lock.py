"""The lock of whoever makes documents of a register: it ends with its process, however that ends.

It is an empty file beside the register, locked by the system (flock, on Windows a byte range). A
process id in the register would not do: it may be another program's by now, and Windows has no
harmless way to ask. Nor would a lock on the documents: they lie on sticks and shares whose file
systems may know no locks, whereas beside the register the database already relies on them.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dsr_desktop.domain.errors import RegisterBusyError, RegisterFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.store.free_space import says_full

SUFFIX = ".making"
PATIENCE = 5.0
_PAUSE = 0.05
_IS_WINDOWS = sys.platform == "win32"


def making_lock_path(register: Path) -> Path:
    """Return where the lock of a register lies while somebody makes documents.

    One register has one lock, by whatever link it was opened.
    """
    real = Path(os.path.realpath(register))
    return real.with_name(real.name + SUFFIX)


@contextmanager
def only_maker(register: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock for the time of the block; wait up to `patience` seconds for another maker.

    Raises RegisterBusyError if the other is not done by then, RegisterFileError if the folder of
    the register cannot be written.
    """
    path = making_lock_path(register)
    end = time.monotonic() + patience
    try:
        while (descriptor := _take(path)) is None:
            if time.monotonic() >= end:
                raise RegisterBusyError(_MAKING, name=register.name)
            time.sleep(_PAUSE)
    except OSError as error:
        raise RegisterFileError(
            _FULL if says_full(error) else _READ_ONLY, name=register.name
        ) from error
    try:
        yield
    finally:
        _give_back(path, descriptor)


@contextmanager
def maker_stands_still(register: Path) -> Iterator[bool]:
    """Hold the lock for the time of the block if nobody has it, and tell whether that is so.

    Where it cannot be found out, somebody may have it.
    """
    path = making_lock_path(register)
    try:
        descriptor = _take(path)
    except OSError:
        descriptor = None
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            _give_back(path, descriptor)


_MAKING = mark("Another program is making documents from {name}. Wait for it, then try again.")
_FULL = mark("The disk is full; nothing was changed in {name}. Free space, then try again.")
_READ_ONLY = mark("{name} cannot be written: the file or its folder is read-only.")


def _take(path: Path) -> int | None:
    """Open and lock the file; None if another has it. OSError if it cannot be made or locked."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if _lock(descriptor) and _is_still_there(path, descriptor):
            return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _is_still_there(path: Path, descriptor: int) -> bool:
    """Tell whether the file was not removed by its last holder while we opened it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _give_back(path: Path, descriptor: int) -> None:
    if _IS_WINDOWS:  # it removes no open file, ours or that of the next holder
        os.close(descriptor)
        with suppress(OSError):
            path.unlink()
    else:
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
