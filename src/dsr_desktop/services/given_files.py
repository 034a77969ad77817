"""Reads the small text files that a user names: passwords, mappings, batches of queries."""

import stat
from pathlib import Path

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark


def read_text(path: Path, most: int) -> str:
    """Read a UTF-8 text of at most `most` bytes; from a pipe too, so that a secret needs no file.

    Raises OSError, and ValueError for a longer text or what is none.
    """
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise ValueError(most)
    return content.decode("utf-8-sig")


def read_file_text(path: Path, most: int) -> str:
    """Read the text of a file, as `read_text` does.

    Raises InvalidInputError for a pipe or a device, which may never say anything or never end.
    """
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise InvalidInputError(
            mark("{name} is a pipe or a device, not a file. Name a file."), name=path.name
        )
    return read_text(path, most)
