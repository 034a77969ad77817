"""Texts as the cells of a workbook hold them, and long lists of them, row after row."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from dsr_desktop.domain.checklist import column_letters

MOST_ROWS = 1_048_576
"""Rows that a sheet can have (ECMA-376)."""

_ROWS_AT_ONCE = 256
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile("[&<>_\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


class CountedTexts:
    """Rows of texts that are gone through once; `count` tells how many there were so far."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        self.count = 0
        self._rows = rows

    def __iter__(self) -> Iterator[Sequence[str]]:
        for row in self._rows:
            self.count += 1
            yield row


def escaped(text: str) -> str:
    """Return a text as it stands between tags."""
    return escape(clean(text), quote=False)


def clean(text: str) -> str:
    """Write what XML cannot hold as _xHHHH_, as workbooks do (ECMA-376, ST_Xstring)."""
    text = _LOOKS_ESCAPED.sub("_x005F_", text.replace("\r\n", "\n"))
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def long_rows(rows: Iterable[Sequence[str]], first: int, look: int) -> Iterator[str]:
    """Yield the markup of rows from number `first` on, some hundred at once; every cell is a text.

    Empty cells are left out. A row must not be longer than the sheet is wide.
    """
    opened: list[str] = []
    written: list[str] = []
    odd = _ODD.search
    middle = f'" s="{look}" t="inlineStr"><is><t xml:space="preserve">'
    for n, row in enumerate(rows, first):
        if len(row) > len(opened):
            opened = _openings(len(row))
        number = f"{n}{middle}"
        cells = [
            f"{start}{number}{escaped(text) if odd(text) else text}</t></is></c>"
            for start, text in zip(opened, row, strict=False)
            if text
        ]
        written.append(f'<row r="{n}">{"".join(cells)}</row>')
        if len(written) >= _ROWS_AT_ONCE:
            yield "".join(written)
            written.clear()
    yield "".join(written)


def _openings(width: int) -> list[str]:
    return [f'<c r="{column_letters(at)}' for at in range(1, width + 1)]
