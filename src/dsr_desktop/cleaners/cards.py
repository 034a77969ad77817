"""Takes cards out of an address book (vCard); the bytes of all others stay as they are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.cleaning import Columns, Obstacle
from dsr_desktop.readers.document import Document

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BEGIN = re.compile(rb"\s*BEGIN\s*:\s*VCARD\s*\Z", re.IGNORECASE)
_END = re.compile(rb"\s*END\s*:\s*VCARD\s*\Z", re.IGNORECASE)
_AGENT = re.compile(rb"(?:^|[\r\n])[\w.\-]*AGENT[ \t]*[;:]", re.IGNORECASE)
_MARK = b"\xef\xbb\xbf"
_FIRST_ROW = 2


def clean_cards(path: Path, out: BinaryIO, orders: Mapping[int, Columns]) -> None:
    """Write the address book at `path` to `out` without the cards that `orders` names.

    Card k is row k + 1, as the reader counts. CannotCleanError where a card stands inside another,
    is not ended, or is to lose some of its values only.
    """
    content = Document.on_disk(path).read()
    if b"\0" in content or _AGENT.search(content):
        raise CannotCleanError(Obstacle.ENCODING if b"\0" in content else Obstacle.CELLS_NOT_APART)
    if any(columns is not None for columns in orders.values()):
        raise CannotCleanError(Obstacle.CELLS_NOT_APART)
    mark = _MARK if content.startswith(_MARK) else b""
    lines = _LINE.findall(content, len(mark))
    gone = [card for row, card in enumerate(_cards(lines), _FIRST_ROW) if row in orders]
    out.write(mark)
    at = 0
    for first, end in gone:
        out.writelines(lines[at:first])
        at = end
    out.writelines(lines[at:])


def _cards(lines: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Yield the first line of each card, and the one after its last."""
    first: int | None = None
    for at, line in enumerate(lines):
        if _BEGIN.match(line) and first is None:
            first = at
        elif _END.match(line) and first is not None:
            yield first, at + 1
            first = None
        elif _BEGIN.match(line) or (first is None and line.strip()):
            raise CannotCleanError(Obstacle.CELLS_NOT_APART)
    if first is not None:
        raise CannotCleanError(Obstacle.CELLS_NOT_APART)
