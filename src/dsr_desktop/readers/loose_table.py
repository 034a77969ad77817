"""A table while its tags come in, in markup that no parser takes: where its rows and cells stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.html_columns import WIDEST_SPAN, read_span
from dsr_desktop.readers.loose_markup import Spelling
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.open_row import MOST_COLUMNS, OpenRow, counted, repeated
from dsr_desktop.readers.parts import ReadRow

_TARGETS = ("mailto:", "http:", "https:", "tel:")
_VALUES = ("string-value", "date-value", "time-value", "boolean-value", "value")


@dataclass(frozen=True)
class Grid:
    """What a kind of document calls its tables, rows and cells, and how it says where they stand.

    Text counts inside the elements `texts` (None: everywhere). Where one of `lines` begins or ends,
    so does a line; each of `signs` stands for one sign. `row_repeat` and `cell_repeat` name
    attributes that say how often something stands there; `further_rows` and `further_columns` how many more are
    taken up; `columns` how many are in all, and `columns_inside` the element inside a cell that says so.
    """

    spelling: Spelling
    table: str
    row: str
    cells: frozenset[str]
    texts: frozenset[str] | None
    lines: frozenset[str]
    signs: Mapping[str, str] = field(default_factory=dict)
    row_repeat: str = ""
    cell_repeat: str = ""
    further_rows: str = ""
    further_columns: str = ""
    columns: str = ""
    columns_inside: str = ""
    names_tables: bool = False
    is_stacked: bool = False


@dataclass
class LooseCell:
    """Text and links of a cell, or of a line outside of all tables; `value` is shown without text."""

    value: str = ""
    repeat: int = 1
    width: int = 1
    pieces: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        """Add a piece of text."""
        self.pieces.append(text)
        self.length += len(text)

    def add_link(self, attributes: Mapping[str, str]) -> None:
        """Add where an element leads to, if it is out of the document."""
        target = attributes.get("href") or attributes.get("HRef") or ""
        if target.lower().startswith(_TARGETS):
            self.links.append(target)

    def text(self) -> str:
        """Return the text: blanks shrunk, lines without anything left out."""
        lines = (" ".join(line.split()) for line in "".join(self.pieces).split("\n"))
        return "\n".join(filter(None, lines)) or self.value


class LooseTable:
    """An open table; its rows wait to be taken. `n` is the row that is open or was closed last.

    UnreadableError where XML lacks the beginning of a row or cell: those behind it would move up.
    """

    def __init__(self, grid: Grid, limits: Limits, name: str, above: int) -> None:
        self.name = name
        self.n = above
        self.cell: LooseCell | None = None
        self._grid = grid
        self._limits = limits
        self._may_begin_unsaid = grid.spelling.is_html
        self._row: OpenRow | None = None
        self._row_repeat = 1
        self._further = 0
        self._column = 1
        self._rows: list[tuple[ReadRow, int]] = []

    def open_row(self, attributes: Mapping[str, str]) -> None:
        """Begin a row; the one that is open ends."""
        self.close_row()
        grid = self._grid
        self.n = _count(attributes, "Index", self.n + 1)
        self._row = OpenRow(self.n)
        self._row_repeat = _count(attributes, grid.row_repeat, 1)
        self._further = _count(attributes, grid.further_rows, 0)
        self._column = 1

    def end_row(self) -> None:
        """Hear that a row ends."""
        self._check_begun(self._row)
        self.close_row()

    def close_row(self) -> None:
        """Close the open row, if there is one."""
        self.close_cell()
        if self._row and (row := self._row.closed()):
            self._rows.append((row, self._row_repeat))
        if self._row:
            self.n += self._row_repeat - 1 + self._further
        self._row = None

    def open_cell(self, attributes: Mapping[str, str]) -> None:
        """Begin a cell; the one that is open ends."""
        self._check_begun(self._row)
        if self._row is None:
            self.open_row({})
        self.close_cell()
        grid = self._grid
        self._column = _count(attributes, "Index", self._column)
        further = _count(attributes, grid.further_columns, 0)
        self.cell = LooseCell(
            value=next(filter(None, map(attributes.get, _VALUES)), ""),
            repeat=_count(attributes, grid.cell_repeat, 1),
            width=read_span(attributes.get(grid.columns), WIDEST_SPAN) + further,
        )

    def widen(self, attributes: Mapping[str, str]) -> None:
        """Hear how many columns the open cell takes up."""
        if self.cell:
            self.cell.width = read_span(attributes.get("val"), WIDEST_SPAN)

    def end_cell(self) -> None:
        """Hear that a cell ends."""
        self._check_begun(self.cell)
        self.close_cell()

    def close_cell(self) -> None:
        """Put the open cell, if there is one, into its place."""
        cell, row, self.cell = self.cell, self._row, None
        if cell is None or row is None:
            return
        text = cell.text()
        if cell.repeat * len(text) > self._limits.text:
            raise UnreadableError(Problem.TOO_MUCH_TEXT, most=self._limits.text)
        if text or cell.links:
            for column in range(self._column, self._column + min(cell.repeat, MOST_COLUMNS + 1)):
                row.put(column, text)
                for link in cell.links:
                    row.link(column, link)
        self._column += cell.repeat * cell.width

    def take(self) -> Iterator[ReadRow]:
        """Yield the rows closed since the last time, each as often as it is there."""
        rows, self._rows = self._rows, []
        for row, repeat in rows:
            yield from repeated(row, repeat, self._limits)

    def _check_begun(self, part: OpenRow | LooseCell | None) -> None:
        if part is None and not self._may_begin_unsaid:
            raise UnreadableError(Problem.DAMAGED)


def _count(attributes: Mapping[str, str], name: str, otherwise: int) -> int:
    """Read a number of rows or columns, which counts from what it is otherwise: 0 or 1 and more."""
    written = attributes.get(name, "")
    return counted(written, least=min(otherwise, 1)) if written else otherwise
