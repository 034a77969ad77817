"""Writes a file whole or not at all: beside the target first, then moved over it in one step."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.domain.marking import mark


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open `path` for writing with mode 0600; it appears only when the block ends well.

    The folder is made if missing. Raises OutputFileError when it cannot be written or the disk is
    full; an older file of that name is then still there.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)  # what a crash left may be readable by others, or a link
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(descriptor, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise OutputFileError(
            mark("{name} could not be written to {folder}. Check the folder and the free space."),
            name=path.name,
            folder=str(path.parent),
        ) from error
    finally:
        _remove_quietly(part)


_BINARY = getattr(os, "O_BINARY", 0)


def _remove_quietly(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
