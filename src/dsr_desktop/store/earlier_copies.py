"""Copies of the register as it was before a migration: made whole first, removed once it is proven.

A copy is encrypted with the register's own key, so that the key file opens it too. What is erased
later would live on in it: no copy outlasts the next sound opening.
"""

import glob
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.store.free_space import says_full
from dsr_desktop.store.sqlcipher import connect

_SUFFIX = ".copy"
_UNFINISHED = ".copy.part"


def keep_copy(register: Path, key: bytes, version: str, day: date) -> Path:
    """Copy what is committed in `register`, its write-ahead log included; returns the copy.

    It takes the place of an earlier copy of the same version, and is read through before it counts.
    The caller keeps others from writing. Raises RegisterFileError if there is no room or no right to
    write beside the register, or if the copy is not sound, and the driver's errors; nothing
    unfinished stays.
    """
    copy = register.with_name(f"{register.name}.{version}-{day.isoformat()}{_SUFFIX}")
    unfinished = register.with_name(register.name + _UNFINISHED)
    with _nothing_unfinished(unfinished, register):
        _make_for_the_owner_only(unfinished)
        _copy_content(register, unfinished, key)
        _check_content(unfinished, register, key)
        _push_to_disk(unfinished)
        unfinished.replace(copy)
    for earlier in _finished(register, version):
        if earlier != copy:
            _remove(earlier)
    return copy


def copies(register: Path) -> tuple[Path, ...]:
    """Return the copies beside `register`, and what a killed program left of one."""
    unfinished = register.with_name(register.name + _UNFINISHED)
    return (*_finished(register), *([unfinished] if unfinished.exists() else ()))


def remove_copies(register: Path) -> None:
    """Remove every copy beside `register`; what resists goes next time."""
    for copy in copies(register):
        _remove(copy)


def _finished(register: Path, version: str = "m[0-9][0-9][0-9]") -> list[Path]:
    pattern = f"{glob.escape(register.name)}.{version}-*{_SUFFIX}"
    return sorted(register.parent.glob(pattern))


def _copy_content(register: Path, copy: Path, key: bytes) -> None:
    """Write what is committed under the same key; free pages, where erased text may lie, stay out."""
    with closing(connect(str(register), key)) as source:
        source.execute("VACUUM INTO ?", (str(copy),))


def _check_content(copy: Path, register: Path, key: bytes) -> None:
    """Read every page of the copy; RegisterFileError if one does not hold."""
    with closing(connect(str(copy), key)) as written:
        damaged = written.execute("PRAGMA cipher_integrity_check").fetchone()
        (said,) = written.execute("PRAGMA quick_check(1)").fetchone()
    if damaged or said != "ok":
        raise RegisterFileError(_NOT_SOUND, name=register.name)


def _make_for_the_owner_only(file: Path) -> None:
    """Make an empty file with mode 0600; one left by a killed program makes way."""
    file.unlink(missing_ok=True)
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _push_to_disk(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


@contextmanager
def _nothing_unfinished(unfinished: Path, register: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        _remove(unfinished)
        sentence = _NO_ROOM if says_full(error) else _NO_RIGHT
        raise RegisterFileError(sentence, name=register.name) from error
    except BaseException:
        _remove(unfinished)
        raise


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink()


_NO_ROOM = mark(
    "The disk is full: {name} could not be copied before its update and was left as it is. "
    "Free space, then open it again."
)
_NOT_SOUND = mark(
    "The copy of {name} made before its update is not sound, so {name} was left as it is. Check "
    "the disk, then open it again."
)
_NO_RIGHT = mark(
    "{name} could not be copied before its update and was left as it is: its folder cannot be "
    "written. Allow writing there, then open it again."
)
