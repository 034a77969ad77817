"""Gives a file the place of another one: written beside it, then moved there at once."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.writers.atomic import sync_folder

_PIECE = 4_000_000
_BINARY = getattr(os, "O_BINARY", 0)


def write_part(part: Path, mode: int, write: Callable[[BinaryIO], None]) -> None:
    """Write a file whole and with the permissions `mode`, safe on the disk; OSError if it cannot be."""
    descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    with os.fdopen(descriptor, "w+b") as stream:
        write(stream)
        stream.flush()
        os.fsync(stream.fileno())
    part.chmod(mode)


def take_place(part: Path, path: Path) -> None:
    """Move a file to the place of another one; whatever happens, one of the two is there."""
    part.replace(path)
    sync_folder(path.parent)


def remove_part(path: Path, part: str) -> None:
    """Remove the unfinished file beside `path`; nothing if there is none, or it is out of reach."""
    if part:
        with suppress(OSError):
            path.with_name(part).unlink(missing_ok=True)


def mode_of(path: Path) -> int:
    """Return the permissions of a file; OSError if it is not there."""
    return stat.S_IMODE(path.stat().st_mode)


def pieces_of(path: Path) -> Iterator[bytes]:
    """Yield the content of a file in pieces."""
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece
