"""Reads the lines of address books: bytes, for each value may be in a charset of its own."""

import io
from collections.abc import Iterator
from functools import partial

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import TextEncoding
from dsr_desktop.readers.messages import UnreadableError

LONGEST_LINE = 32 * 1024 * 1024
_MARK = b"\xef\xbb\xbf"


def physical_lines(document: Document, encoding: TextEncoding) -> Iterator[bytes]:
    """Yield the lines without their ends and without NULs; UTF-16 and UTF-32 come as UTF-8.

    Raises UnreadableError for a line that is longer than any picture in an address book.
    """
    is_wide = encoding.name.startswith(("utf-16", "utf-32"))
    source, target = (encoding.name, "utf-8") if is_wide else ("latin-1", "latin-1")
    with io.TextIOWrapper(document.open(), source, "replace", newline=None) as file:
        lines = iter(partial(file.readline, LONGEST_LINE), "")
        for number, line in enumerate(lines, 1):
            if len(line) >= LONGEST_LINE:
                raise UnreadableError(Problem.CELL_TOO_LONG, row=number)
            content = line.rstrip("\n").replace("\0", "").encode(target, "replace")
            yield content.removeprefix(_MARK) if number == 1 else content


def single_byte_charset(encoding: TextEncoding) -> str:
    """Name the charset of values that declare none and are no UTF-8."""
    return "cp1252" if encoding.name.startswith("utf") else encoding.name
