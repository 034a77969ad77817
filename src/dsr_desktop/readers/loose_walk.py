"""Walks through markup that no parser takes: each table is a sheet, the text outside another.

Follows the tags alone, so that it shares nothing with the parsers of the kinds it reads.
"""

from collections.abc import Iterable, Iterator, Mapping

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.loose_markup import LooseMarkup
from dsr_desktop.readers.loose_table import Grid, LooseCell, LooseTable
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.open_row import OpenRow
from dsr_desktop.readers.sheet_stream import Met, SheetOpened

_DEEPEST = 50


def loose_sheets(text: Iterable[str], grid: Grid, limits: Limits, name: str) -> Iterator[Met]:
    """Yield each table with its rows, then the text outside of tables as a sheet of this name.

    Raises UnreadableError for markup in which rows cannot be told apart, that is cut off or defines
    text, and beyond the limits.
    """
    walk = _Walk(grid, limits)
    markup = LooseMarkup(walk, grid.spelling)
    for piece in text:
        markup.feed(piece)
        yield from walk.take()
    markup.close()
    if not (markup.is_whole or grid.spelling.is_html):
        raise UnreadableError(Problem.DAMAGED)
    yield from walk.rest(name)


class _Walk:
    """Listens to tags; the rows of tables inside others wait for the outermost one to end."""

    def __init__(self, grid: Grid, limits: Limits) -> None:
        self._grid = grid
        self._limits = limits
        self._open: list[LooseTable] = []
        self._inner: list[LooseTable] = []
        self._met: list[Met] = []
        self._outside = LooseCell()
        self._lines: list[Met] = []
        self._line = 0
        self._last = 0
        self._tables = 0
        self._in_text = 0

    def take(self) -> list[Met]:
        """Return what was met since the last time."""
        if self._open:
            self._met.extend(self._open[0].take())
        met, self._met = self._met, []
        return met

    def rest(self, name: str) -> Iterator[Met]:
        """Yield what is left at the end."""
        while self._open:
            self._close_table()
        self._close_line()
        yield from self.take()
        if self._lines:
            yield SheetOpened(name)
            yield from self._lines

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Hear that an element begins."""
        grid, table = self._grid, self._open[-1] if self._open else None
        if name == grid.table:
            self._open_table(attributes)
        elif name == grid.row and table:
            table.open_row(attributes)
        elif name in grid.cells and table:
            table.open_cell(attributes)
            self._in_text = 0
        elif name == grid.columns_inside and table:
            table.widen(attributes)
        elif name in grid.lines:
            self._break_line()
        else:
            self._take_other(name, attributes)
        if grid.texts and name in grid.texts:
            self._in_text += 1

    def end(self, name: str) -> None:
        """Hear that an element ends."""
        grid, table = self._grid, self._open[-1] if self._open else None
        if name == grid.table:
            self._end_table()
        elif name == grid.row and table:
            table.end_row()
        elif name in grid.cells and table:
            table.end_cell()
        elif name in grid.lines:
            self._break_line()
        if grid.texts and name in grid.texts:
            self._in_text = max(0, self._in_text - 1)

    def data(self, text: str) -> None:
        """Hear text."""
        if self._in_text or self._grid.texts is None:
            self._add(text)

    def _take_other(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in self._grid.signs:
            self._add(self._grid.signs[name])
        self._cell().add_link(attributes)

    def _cell(self) -> LooseCell:
        return (self._open[-1].cell if self._open else None) or self._outside

    def _add(self, text: str) -> None:
        cell = self._cell()
        cell.add(text)
        if cell.length > self._limits.cell_characters and text.strip():
            n = self._open[-1].n if self._open else self._line + 1
            raise UnreadableError(Problem.CELL_TOO_LONG, row=n)

    def _break_line(self) -> None:
        cell = self._cell()
        if cell is self._outside:
            self._close_line()
        else:
            cell.pieces.append("\n")

    def _close_line(self) -> None:
        line, self._outside = self._outside, LooseCell()
        cells = [" ".join(text.split()) for text in "".join(line.pieces).split("\t")]
        if not (any(cells) or line.links):
            return
        self._line = self._last = (self._last if self._grid.is_stacked else self._line) + 1
        row = OpenRow(self._line)
        for column, text in enumerate(cells, 1):
            row.put(column, text)
        for link in line.links:
            row.link(1, link)
        self._lines.extend(filter(None, (row.closed(),)))

    def _open_table(self, attributes: Mapping[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise UnreadableError(Problem.OUT_OF_PROPORTION)
        if not self._open:
            self._close_line()
        self._tables += 1
        named = (
            (attributes.get("Name") or attributes.get("name")) if self._grid.names_tables else ""
        )
        above = self._last if self._grid.is_stacked and not self._open else 0
        name = named or f"table {self._tables}"
        self._open.append(LooseTable(self._grid, self._limits, name, above))
        if len(self._open) == 1:
            self._met.append(SheetOpened(name))

    def _end_table(self) -> None:
        if self._open:
            self._close_table()
        elif not self._grid.spelling.is_html:
            raise UnreadableError(
                Problem.DAMAGED
            )  # its beginning is lost, its rows ran into the text

    def _close_table(self) -> None:
        table = self._open.pop()
        table.close_row()
        if self._open:
            self._inner.append(table)
            return
        self._met.extend(table.take())
        self._last = table.n
        for inner in self._inner:
            self._met.append(SheetOpened(inner.name))
            self._met.extend(inner.take())
        self._inner = []
