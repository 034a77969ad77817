"""Reads the rows of one sheet of a binary Excel 2007 workbook ([MS-XLSB] 2.4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.notes import CellNote
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.display import Meaning, show_error, show_stored, show_truth
from dsr_desktop.readers.formulas.parsed import ParsedFormula
from dsr_desktop.readers.formulas.references import Place
from dsr_desktop.readers.formulas.sheet import SheetFormulas
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.serial_days import Calendar
from dsr_desktop.readers.open_row import OpenRow
from dsr_desktop.readers.parts import ReadRow
from dsr_desktop.readers.xlsb_names import xlsb_formula_at
from dsr_desktop.readers.xlsb_records import (
    Kind,
    byte_at,
    real_at,
    short_number_at,
    text_at,
    uint_at,
)

_HIDDEN_ROW = 0x10
_SHORTER = Kind.SHORT_BLANK - Kind.BLANK
_NUMBERS = {Kind.RK: short_number_at, Kind.REAL: real_at, Kind.FORMULA_REAL: real_at}
_TEXTS = {Kind.TEXT: 0, Kind.FORMULA_TEXT: 0, Kind.RICH_TEXT: 1}
_TRUTHS = frozenset({Kind.TRUTH, Kind.FORMULA_TRUTH})
_WRONGS = frozenset({Kind.ERROR, Kind.FORMULA_ERROR})
_RESULT_SIZES = {Kind.FORMULA_REAL: 8, Kind.FORMULA_TRUTH: 1, Kind.FORMULA_ERROR: 1}
_LENGTH_IN_SHARED, _LENGTH_IN_ARRAY = 16, 17


@dataclass(frozen=True)
class Hanging:
    """What hangs on cells, by row: comments (column, text, author), links (column, target), others."""

    comments: Mapping[int, Sequence[tuple[int, str, str]]]
    links: Mapping[int, Sequence[tuple[int, str]]]
    others: Mapping[int, Sequence[CellNote]]

    def rows(self) -> list[int]:
        """Return the numbers of the rows on which something hangs, the last one first."""
        return sorted({*self.comments, *self.links, *self.others}, reverse=True)

    def hang(self, row: OpenRow) -> None:
        """Hang on a row what belongs to it."""
        for column, text, author in self.comments.get(row.n, ()):
            row.comment(column, text, author)
        for column, target in self.links.get(row.n, ()):
            row.link(column, target)
        for note in self.others.get(row.n, ()):
            row.note(note.column, note.kind, note.text)


class SheetRows(Iterator[ReadRow]):
    """Iterates over the rows of a sheet; UnreadableError for damaged records."""

    def __init__(
        self,
        content: Iterator[tuple[int, bytes]],
        strings: Sequence[str],
        formats: Sequence[Meaning],
        calendar: Calendar,
        hanging: Hanging,
        formulas: SheetFormulas,
    ) -> None:
        self._content = content
        self._strings = strings
        self._formats = formats
        self._calendar = calendar
        self._hanging = hanging
        self._formulas = formulas
        self._in_row: list[tuple[int, ParsedFormula]] = []
        self._rows = self._read()

    def __next__(self) -> ReadRow:
        return next(self._rows)

    def _read(self) -> Iterator[ReadRow]:
        waiting = self._hanging.rows()
        for row in self._open_rows():
            while waiting and waiting[-1] <= row.n:
                if (n := waiting.pop()) < row.n:
                    yield from self._closed(OpenRow(n))
            yield from self._closed(row)
        for n in reversed(waiting):
            yield from self._closed(OpenRow(n))

    def _closed(self, row: OpenRow) -> Iterator[ReadRow]:
        self._hanging.hang(row)
        if closed := row.closed():
            yield closed

    def _open_rows(self) -> Iterator[OpenRow]:
        row: OpenRow | None = None
        column = 0
        for kind, data in self._content:
            if kind == Kind.ROW:
                if row:
                    yield self._with_formulas(row)
                row = OpenRow(uint_at(data, 0) + 1, hidden=bool(byte_at(data, 11) & _HIDDEN_ROW))
                column = 0
            elif kind == Kind.ROWS_END:
                if row:
                    yield self._with_formulas(row)
                return
            elif row and (kind <= Kind.SHORT_SHARED_TEXT or kind == Kind.RICH_TEXT):
                column = self._put(row, column, kind, data)
            elif row and kind in {Kind.SHARED_FORMULA, Kind.ARRAY_FORMULA}:
                self._share((row.n - 1, column - 1), kind, data)
        raise UnreadableError(Problem.DAMAGED)

    def _put(self, row: OpenRow, before: int, kind: int, data: bytes) -> int:
        """Put a cell into its column and return that; short cells follow the one before."""
        is_short = Kind.SHORT_BLANK <= kind <= Kind.SHORT_SHARED_TEXT
        column = before + 1 if is_short else uint_at(data, 0) + 1
        style_at = 0 if is_short else 4
        if kind not in {Kind.BLANK, Kind.SHORT_BLANK}:
            style = int.from_bytes(data[style_at : style_at + 3], "little")
            shown = self._shown(kind - _SHORTER if is_short else kind, style, data, style_at + 4)
            row.put(column, *shown)
        if Kind.FORMULA_TEXT <= kind <= Kind.FORMULA_ERROR:
            self._in_row.append((column, _formula(kind, data, style_at + 4)))
        return column

    def _share(self, cell: Place, kind: int, data: bytes) -> None:
        """Keep a formula that stands behind the first of the cells that have it."""
        if kind == Kind.SHARED_FORMULA:
            self._formulas.share(cell, xlsb_formula_at(data, _LENGTH_IN_SHARED))
        else:
            self._formulas.spread(cell, xlsb_formula_at(data, _LENGTH_IN_ARRAY))

    def _with_formulas(self, row: OpenRow) -> OpenRow:
        """Spell the formulas of a row that is complete: what they share may stand behind them."""
        for column, formula in self._in_row:
            row.formula(column, self._formulas.text((row.n - 1, column - 1), formula))
        self._in_row.clear()
        return row

    def _shown(self, kind: int, style: int, data: bytes, at: int) -> tuple[str, object]:
        if kind == Kind.SHARED_TEXT:
            return self._shared(uint_at(data, at)), None
        if kind in _TEXTS:
            return text_at(data, at + _TEXTS[Kind(kind)])[0], None
        if kind in _TRUTHS:
            return show_truth(bool(byte_at(data, at))), bool(byte_at(data, at))
        if kind in _WRONGS:
            return show_error(byte_at(data, at)), None
        meaning = self._formats[style] if style < len(self._formats) else None
        return show_stored(_NUMBERS[Kind(kind)](data, at), meaning, self._calendar)

    def _shared(self, number: int) -> str:
        if number >= len(self._strings):
            raise UnreadableError(Problem.DAMAGED)
        return self._strings[number]


def _formula(kind: int, data: bytes, at: int) -> ParsedFormula:
    """Return the formula of a cell, which stands behind its result and two bytes of flags."""
    behind = text_at(data, at)[1] if kind == Kind.FORMULA_TEXT else at + _RESULT_SIZES[Kind(kind)]
    return xlsb_formula_at(data, behind + 2)
