"""Cuts delimited text in which a quotation mark may be a sign like any other (RFC 4180, 2.5-2.7).

A quote opens a cell only if one that closes it follows: with the delimiter, or the end of the line,
right behind it. Otherwise ("5'10" tall", a quote typed by mistake) it is part of the text.
"""

import re
from collections.abc import Iterator


class QuoteCutter:
    """Cuts one row after the other off a text; what is properly quoted is read as csv reads it."""

    def __init__(self, delimiter: str, quote: str, escape: str | None) -> None:
        between, sign = re.escape(delimiter), re.escape(quote)
        inside = rf"(?:[^{sign}]|{sign}{sign})*+"
        if escape:
            inside = rf"(?:[^{sign}{re.escape(escape)}]|{re.escape(escape)}.)*+"
        self._cell = re.compile(
            rf"{sign}(?P<inside>{inside}){sign}(?P<tail> *)(?={between}|[\r\n]|\Z)"
            rf"|[^{between}\r\n]*",
            re.DOTALL,
        )
        self._delimiter = delimiter
        self._escaped = re.compile(rf"{re.escape(escape or quote)}(.)", re.DOTALL)

    def first_row(self, text: str) -> tuple[list[str], int]:
        """Return the cells of the first row of `text`, and where the text after it begins."""
        return self._row_at(text, 0)

    def rows(self, text: str) -> Iterator[list[str]]:
        """Yield the cells of each row, none for a blank line."""
        at = 0
        while at < len(text):
            cells, at = self._row_at(text, at)
            yield cells

    def _row_at(self, text: str, at: int) -> tuple[list[str], int]:
        cells = []
        while True:
            cell = self._cell.match(text, at)
            assert cell is not None  # noqa: S101 - the second form is empty at worst
            cells.append(self._value(cell))
            at = cell.end()
            if text[at : at + 1] != self._delimiter:
                break
            at += 1
        return [] if cells == [""] else cells, _after_line_end(text, at)

    def _value(self, cell: re.Match[str]) -> str:
        inside, tail = cell["inside"], cell["tail"]
        return cell[0] if inside is None else self._escaped.sub(r"\1", inside) + tail


def _after_line_end(text: str, at: int) -> int:
    if text.startswith("\r\n", at):
        return at + 2
    return at + 1 if at < len(text) else at
