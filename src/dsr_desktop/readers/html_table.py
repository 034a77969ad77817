"""A table of an HTML page while it comes in: where its cells stand, and what they say.

Places of cells: HTML Living Standard 4.9.12 (forming a table).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dsr_desktop.readers.html_columns import WIDEST_SPAN, Columns, is_hidden, read_span
from dsr_desktop.readers.html_text import ShownText, shrunk
from dsr_desktop.readers.ooxml.numbers import read_number
from dsr_desktop.readers.open_row import OpenRow
from dsr_desktop.readers.parts import ReadRow

_TELLING = frozenset({"x:num", "sdval", "x:fmla", "colspan", "rowspan"})
_TALLEST_SPAN = 65_534
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
    """An open table; its rows are handed out as they are closed, counted from the row `above` it.

    `uneven` is the first row behind which programs may count otherwise: it has lines in a cell, or
    takes more rows than there are.
    """

    def __init__(self, attributes: Mapping[str, str], above: int = 0) -> None:
        self.hidden = is_hidden(attributes)
        self.columns = Columns()
        self.caption: ShownText | None = None
        self.cell: Cell | None = None
        self.name = ""
        self.is_handed_out = False
        self.rows: list[ReadRow] = []
        self.width = 0
        self.uneven: int | None = None
        self._n = above
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
        )
        if "colspan" in attributes or "rowspan" in attributes:
            drops = attributes.get("rowspan")
            self.cell.span = read_span(attributes.get("colspan"), WIDEST_SPAN)
            self.cell.drop = read_span(drops, _TALLEST_SPAN, zero=_TALLEST_SPAN)

    def takes_plainly(self, attributes: Mapping[str, str]) -> bool:
        """Tell whether nothing but its text says what a cell holds, and that it stands alone."""
        return _TELLING.isdisjoint(attributes)

    def put_cell(self, text: str) -> None:
        """Put a whole cell of this text into its place; the one that is open ends."""
        if self._row is None:
            self.open_row({})
        self.close_cell()
        column = self._place(1, 1)
        if self._row and (shown := shrunk(text).strip()):
            self._row.put(column, shown)
            self.width = max(self.width, column)

    def close_cell(self) -> None:
        """Put the open cell into its place."""
        cell, row, self.cell = self.cell, self._row, None
        if cell is None or row is None:
            return
        column = self._place(cell.span, cell.drop)
        text, typed = _shown_and_typed(cell)
        if cell.text.may_be_rows():
            self.mark_uneven()
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

    def mark_uneven(self) -> None:
        """Hear that the open row may be more than one elsewhere."""
        self.uneven = self._n if self.uneven is None else self.uneven

    def end(self) -> None:
        """End the table."""
        self.close_row()
        if any(until > self._n for until in self._taken_until.values()):
            self.mark_uneven()

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

    def _place(self, span: int, drop: int) -> int:
        while self._taken_until.get(self._column, 0) >= self._n:
            self._column += 1
        column = self._column
        self._column += span
        if drop > 1:
            until = self._n + drop - 1
            self._taken_until.update(dict.fromkeys(range(column, column + span), until))
        return column


def _shown_and_typed(cell: Cell) -> tuple[str, object]:
    """Return the text, or the number in its place where the text is rounded or only `###`."""
    shown = cell.text.shown()
    if not cell.value:
        return shown, None
    plain, number = read_number(cell.value)
    if number is None:
        return shown, None
    if not shown or _ROUNDED.fullmatch(shown):
        return plain, number
    return shown, number if shown == plain else None
