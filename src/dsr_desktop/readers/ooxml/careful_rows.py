"""Reads the rows of a sheet from any well-formed XML (ISO/IEC 29500-1, 18.3.1)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dsr_desktop.domain.notes import CellNote
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.cells import LAST_COLUMN, LAST_ROW, CellValues, Formulas, place_of
from dsr_desktop.readers.ooxml.strings import LongText
from dsr_desktop.readers.parts import ReadRow

_TRUE = frozenset({"1", "true", "on"})
_DATA, _ROW, _CELL, _CONTENT = 1, 2, 3, 4


def is_hidden(row: dict[str, str]) -> bool:
    """Tell by its attributes whether a row is hidden."""
    return row.get("hidden") in _TRUE or row.get("ht") in {"0", "0.0"}


@dataclass
class _Row:
    """Cells of a row by their columns: one in the last column takes no more room than others."""

    n: int
    hidden: bool
    cells: dict[int, tuple[str, object]] = field(default_factory=dict)
    notes: list[CellNote] = field(default_factory=list)
    last: int = 0

    def read(self) -> ReadRow:
        texts = [""] * max(self.cells, default=0)
        typed: dict[str, object] = {}
        for column, (text, value) in self.cells.items():
            texts[column - 1] = text
            if value is not None:
                typed[str(column)] = value
        return ReadRow(self.n, texts, typed or None, self.hidden, tuple(self.notes))


@dataclass
class _Cell:
    """What a cell says before it is understood."""

    attributes: dict[str, str]
    formula_attributes: dict[str, str] | None = None
    formula: str = ""
    stored: str = ""
    has_value: bool = False
    inline: str = ""


class RowListener:
    """Collects the rows that a parser meets.

    Cells stand where they say they do; what is no cell of the row being read, or stands left of
    its last one, makes a row of its own, so that nothing covers anything.
    """

    def __init__(self, values: CellValues, longest: int) -> None:
        self.inside = False
        self.row_number = 0
        self.formulas = Formulas()
        self._values = values
        self._rows: list[_Row] = []
        self._row = _Row(0, hidden=False)
        self._depth = 0
        self._in_data = self._in_cell = False
        self._cell = _Cell({})
        self._text = LongText(longest)
        self._listens = False
        self._content = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a row, a cell or a text."""
        depth, self._depth = self._depth, self._depth + 1
        if depth == _DATA:
            self._in_data = self.inside = name == "sheetData"
        elif not self._in_data:
            return
        elif depth == _CELL:
            self._in_cell = name == "c"
            self._cell = _Cell(attributes)
        elif depth == _ROW:
            self.inside = False
            if name == "row":
                self._begin_row(attributes)
        elif self._in_cell:
            self._begin_text(name, attributes, depth)

    def end(self, name: str) -> None:
        """End a row, a cell or a text."""
        self._depth = depth = self._depth - 1
        if self._listens:
            self._end_text(name)
        elif name == "rPh":
            self._content = "is"
        elif depth == _CELL and self._in_cell:
            self._end_cell()
        elif depth == _ROW and self._in_data:
            self._flush()
            self.inside = True
        elif depth == _DATA:
            self._in_data = self.inside = False

    def data(self, text: str) -> None:
        """Add text of a value, a formula or an inline text."""
        if self._listens:
            self._text.add(text)

    def take(self) -> Iterator[ReadRow]:
        """Return the rows collected since the last time."""
        rows, self._rows = self._rows, []
        return (row.read() for row in rows)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        stored = attributes.get("r", str(self.row_number + 1))
        is_number = stored.isascii() and stored.isdecimal() and len(stored) <= 7
        if not (is_number and 1 <= int(stored) <= LAST_ROW):
            raise UnreadableError(Problem.DAMAGED)
        self.row_number = int(stored)
        self._row = _Row(self.row_number, is_hidden(attributes))

    def _begin_text(self, name: str, attributes: dict[str, str], depth: int) -> None:
        if depth == _CONTENT:
            self._content = name
            self._listens = name in {"v", "f"}
            if name == "f":
                self._cell.formula_attributes = attributes
        elif name == "rPh":
            self._content = name
        else:
            self._listens = name == "t" and self._content == "is"

    def _end_text(self, name: str) -> None:
        self._listens = False
        text = self._text.take()
        if name == "t":
            self._cell.inline += text
        elif name == "v":
            self._cell.stored, self._cell.has_value = text, True
        else:
            self._cell.formula = text

    def _end_cell(self) -> None:
        cell, self._in_cell = self._cell, False
        n, column = self._place()
        if n != self._row.n or column <= self._row.last:
            self._flush()
            self._row = _Row(n, self._row.hidden)
        self._row.last = column
        if cell.inline:
            self._row.cells[column] = self._values.spelled(cell.inline), None
        elif cell.stored:
            self._row.cells[column] = self._values.read(
                cell.attributes.get("t"), cell.attributes.get("s"), cell.stored
            )
        if cell.formula_attributes is not None:
            shared = cell.formula_attributes.get("si")
            note = self.formulas.note(column, cell.formula, shared)
            self._row.notes.extend([note] if note else [])
            self.formulas.without_result += not (cell.has_value or cell.inline)

    def _place(self) -> tuple[int, int]:
        reference = self._cell.attributes.get("r")
        place = place_of(reference) if reference else (self._row.n, self._row.last + 1)
        if place is None or place[1] > LAST_COLUMN:
            raise UnreadableError(Problem.DAMAGED)
        return place

    def _flush(self) -> None:
        if self._row.cells or self._row.notes:
            self._rows.append(self._row)
        self._row = _Row(self._row.n, self._row.hidden, last=self._row.last)
