"""Reads rows written as spreadsheet programs write them, by patterns: faster than any parser.

A piece is taken only if its rows and cells follow each other without anything between them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from dsr_desktop.domain.notes import CellNote
from dsr_desktop.readers.ooxml.careful_rows import RowListener
from dsr_desktop.readers.ooxml.cells import LAST_ROW, CellValues, Columns
from dsr_desktop.readers.ooxml.pieces import NotPlainError, plain_text, without_entities
from dsr_desktop.readers.ooxml.row_shapes import Plan, RowShapes, attributes_of, hides
from dsr_desktop.readers.ooxml.whole_rows import EMPTY_ROWS, ROW, WholeRowsOfSheet
from dsr_desktop.readers.parts import ReadRow

_BEGIN = r'<c r="([A-Z]{1,3}+)([1-9][0-9]{0,6}+)"([^<>/]*+)'
_VALUE = r"<v>([^<]*+)</v>"
_FORMULA = r"<f((?: [^<>/]*+)?)(?:/>|>([^<]*+)</f>)"
_INLINE = r'<is><t(?: xml:space="preserve")?>([^<]*+)</t></is>'
_NEXT_ROW = f"(?:</row>{EMPTY_ROWS}(?:{ROW})?)?"
_FIRST_ROW = re.compile(f"{EMPTY_ROWS}{ROW}")
_CELL = re.compile(f"{_BEGIN}(?:/>|>{_VALUE}</c>){_NEXT_ROW}")
_ANY_CELL = re.compile(
    f"{_BEGIN}(?:/>|>(?:{_FORMULA})?(?:{_VALUE}|(<v/>)|{_INLINE})?</c>){_NEXT_ROW}"
)
_MOST_GAPS = 500_000


class QuickRows:
    """Reads pieces of one sheet; what it leaves is for the listener, whose state it shares."""

    def __init__(self, values: CellValues, listener: RowListener) -> None:
        self._values = values
        self._listener = listener
        self._shapes = RowShapes(values)
        self._columns = Columns()
        self._gaps = 0
        self._is_plain = True
        self._whole_rows = WholeRowsOfSheet(values, self._shapes)

    def read(self, content: bytes) -> list[ReadRow]:
        """Return the rows of a piece; NotPlainError if the parser must read it."""
        piece = plain_text(content)
        rows = self._whole_rows.read(piece) or self._by_cells(piece)
        self._listener.row_number = rows[-1].n
        return rows

    def _by_cells(self, piece: str) -> list[ReadRow]:
        try:
            return self._read(piece)
        except NotPlainError:
            self._is_plain = not self._is_plain
            return self._read(piece)

    def _read(self, piece: str) -> list[ReadRow]:
        self._gaps = 0
        try:
            return list(self._plain_rows(piece) if self._is_plain else self._any_rows(piece))
        except (ValueError, IndexError) as error:  # numbers of texts that are none
            raise NotPlainError from error

    def _plain_rows(self, piece: str) -> Iterator[ReadRow]:
        """Yield rows whose cells hold values alone."""
        first, groups = _split(_CELL, piece)
        letters, numbers, about, stored, *_ = groups
        if "&" in piece:
            stored = [value and without_entities(value) for value in stored]
        has_minus = "<v>-" in piece
        for n, about_row, begin, end in _bounds(first, groups):
            if numbers[begin:end].count(n) != end - begin:
                raise NotPlainError
            plan = self._shapes.plan(letters[begin:end], about[begin:end])
            if has_minus:
                _check(plan, stored[begin:end])
            yield _row(n, about_row, *self._cells(plan, stored[begin:end]))

    def _cells(
        self, plan: Plan, stored: Sequence[str | None]
    ) -> tuple[list[str], dict[str, object]]:
        strings = self._values.strings
        texts = [
            strings[int(value)] if shared and value else value or ""
            for shared, value in zip(plan.shared, stored, strict=True)
        ]
        typed: dict[str, object] = {}
        for index, key, show in plan.others:
            if texts[index]:
                texts[index], value = show(texts[index])
                if value is not None:
                    typed[key] = value
        return self._spread(plan, texts), typed

    def _spread(self, plan: Plan, texts: list[str]) -> list[str]:
        """Put texts in their columns if some are left out."""
        if plan.positions is None:
            return texts
        self._gaps += plan.width
        if self._gaps > _MOST_GAPS:
            raise NotPlainError
        cells = [""] * plan.width
        for position, text in zip(plan.positions, texts, strict=True):
            cells[position] = text
        return cells

    def _any_rows(self, piece: str) -> Iterator[ReadRow]:
        """Yield rows whose cells may hold formulas and texts of their own."""
        first, groups = _split(_ANY_CELL, piece)
        cells = list(zip(*groups[:-2], strict=True))
        for n, about_row, begin, end in _bounds(first, groups):
            yield self._any_row(n, about_row, cells[begin:end])

    def _any_row(self, n: str, about_row: str, found: Iterable[Sequence[str]]) -> ReadRow:
        cells: list[str] = []
        typed: dict[str, object] = {}
        notes: list[CellNote] = []
        for letters, number, about, about_formula, formula, stored, is_empty, inline in found:
            if number != n:
                raise NotPlainError
            column = self._columns[letters]
            if about_formula is not None:
                notes.extend(self._formula(column, about_formula, formula))
                has_result = not (stored is None and is_empty is None and inline is None)
                self._listener.formulas.without_result += not has_result
            if stored or inline:
                self._fill(cells, column)
                text, value = self._value(about, stored, inline)
                cells.append(text)
                if value is not None:
                    typed[str(column)] = value
        return _row(n, about_row, cells, typed, notes)

    def _value(self, about: str, stored: str, inline: str) -> tuple[str, object]:
        if inline:
            return self._values.spelled(without_entities(inline)), None
        return self._shapes.show(about)(without_entities(stored))

    def _fill(self, cells: list[str], column: int) -> None:
        missing = column - len(cells) - 1
        self._gaps += missing
        if missing < 0 or self._gaps > _MOST_GAPS:
            raise NotPlainError
        cells.extend([""] * missing)

    def _formula(self, column: int, about: str, formula: str | None) -> Sequence[CellNote]:
        shared = attributes_of(about).get("si")
        note = self._listener.formulas.note(column, without_entities(formula or ""), shared)
        return (note,) if note else ()


def _split(cell: re.Pattern[str], piece: str) -> tuple[re.Match[str], list[list[str]]]:
    """Return the begin of the first row, then each group of all cells, the next row's last."""
    parts = cell.split(piece)
    width = cell.groups + 1
    first = _FIRST_ROW.fullmatch(parts[0])
    if first is None or "".join(parts[width::width]):
        raise NotPlainError
    return first, [parts[one::width] for one in range(1, width)]


def _bounds(
    first: re.Match[str], groups: Sequence[Sequence[str]]
) -> Iterator[tuple[str, str, int, int]]:
    """Yield number and attributes of each row, and which cells are its own."""
    *_, next_rows, about_next = groups
    n, about, begin = first[1], first[2], 0
    for index, next_row in enumerate(next_rows, 1):
        if next_row:
            yield n, about, begin, index
            n, about, begin = next_row, about_next[index - 1], index
    yield n, about, begin, len(next_rows)


def _check(plan: Plan, stored: Sequence[str | None]) -> None:
    """Leave shared texts with negative numbers to the parser: there are none."""
    for shared, value in zip(plan.shared, stored, strict=True):
        if shared and value and value.startswith("-"):
            raise NotPlainError


def _row(
    n: str, about: str, cells: list[str], typed: dict[str, object], notes: Sequence[CellNote] = ()
) -> ReadRow:
    if int(n) > LAST_ROW:
        raise NotPlainError
    return ReadRow(int(n), cells, typed or None, hides(about), notes)
