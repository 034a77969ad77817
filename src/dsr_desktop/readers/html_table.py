"""A table of an HTML page while it comes in: where its cells stand, and what they say.

Places of cells: HTML Living Standard 4.9.12 (forming a table).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dsr_desktop.readers.html_text import ShownText
from dsr_desktop.readers.ooxml.numbers import read_number
from dsr_desktop.readers.open_row import OpenRow
from dsr_desktop.readers.parts import ReadRow

_WIDEST_SPAN = 1_000
_TALLEST_SPAN = 65_534
_MOST_DIGITS = 12
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ROUNDED = re.compile(r"[-+]?\d(?:[.,]\d+)?E[-+]?\d+|#+")


@dataclass
class Cell:
    """An open cell; `value` is the number that a spreadsheet program left beside the text."""

    value: str = ""
    formula: str = ""
    span: int = 1
    drop: int = 1
    text: ShownText = field(default_factory=ShownText)
    links: list[str] = field(default_factory=list)


class Table:
    """An open table; its rows are handed out as they are closed."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.hidden = is_hidden(attributes)
        self.caption: ShownText | None = None
        self.cell: Cell | None = None
        self.name = ""
        self.is_handed_out = False
        self.rows: list[ReadRow] = []
        self.width = 0
        self._n = 0
        self._row: OpenRow | None = None
        self._column = 1
        self._taken_until: dict[int, int] = {}

    def open_row(self, attributes: Mapping[str, str]) -> None:
        """Begin a row; the one that is open ends."""
        self.close_row()
        self._n += 1
        self._row = OpenRow(self._n, hidden=is_hidden(attributes))
        self._column = 1

    def open_cell(self, attributes: Mapping[str, str]) -> None:
        """Begin a cell; the one that is open ends."""
        if self._row is None:
            self.open_row({})
        self.close_cell()
        self.cell = Cell(
            value=attributes.get("x:num") or attributes.get("sdval") or "",
            formula=attributes.get("x:fmla", ""),
            span=_span(attributes.get("colspan"), _WIDEST_SPAN),
            drop=_span(attributes.get("rowspan"), _TALLEST_SPAN),
        )

    def close_cell(self) -> None:
        """Put the open cell into its place."""
        cell, row, self.cell = self.cell, self._row, None
        if cell is None or row is None:
            return
        column = self._place(cell)
        text, typed = _shown_and_typed(cell)
        if text:
            row.put(column, text, typed)
            self.width = max(self.width, column)
        for link in cell.links:
            row.link(column, link)
        row.formula(column, cell.formula)

    def close_row(self) -> None:
        """End the open row."""
        if self._row is None:
            return
        self.close_cell()
        if row := self._row.closed():
            self.rows.append(row)
        self._row = None

    def take_rows(self) -> list[ReadRow]:
        """Return the rows closed since the last time."""
        rows, self.rows = self.rows, []
        return rows

    def length(self) -> int:
        """Characters in the open cell."""
        return self.cell.text.length if self.cell else 0

    @property
    def row_number(self) -> int:
        """Number of the row that is open or was closed last."""
        return self._n

    def _place(self, cell: Cell) -> int:
        while self._taken_until.get(self._column, 0) >= self._n:
            self._column += 1
        column = self._column
        self._column += cell.span
        if cell.drop > 1:
            until = self._n + cell.drop - 1
            self._taken_until.update(dict.fromkeys(range(column, column + cell.span), until))
        return column


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element is not displayed."""
    return "hidden" in attributes or bool(_NOT_DISPLAYED.search(attributes.get("style", "")))


def _shown_and_typed(cell: Cell) -> tuple[str, object]:
    """Return the text, or the number in its place where the text is rounded or only `###`."""
    shown = cell.text.shown()
    plain, number = read_number(cell.value)
    if number is None:
        return shown, None
    if not shown or _ROUNDED.fullmatch(shown):
        return plain, number
    return shown, number if shown == plain else None


def _span(written: str | None, most: int) -> int:
    """Read a span; 0 rows means all that follow."""
    digits = written.strip()[:_MOST_DIGITS] if written else ""
    return min(int(digits), most) or most if digits.isdecimal() else 1
