"""Reads rows of cells that were met before by one pattern for a whole row, column by column.

Most rows of a list have the same columns with the same styles and types. What such a row holds
beside its values is text that one pattern passes over at once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import cast

from dsr_desktop.readers.ooxml.cells import LAST_ROW, CellValues
from dsr_desktop.readers.ooxml.numbers import read_number, read_numbers
from dsr_desktop.readers.ooxml.pieces import NotPlainError, without_entities
from dsr_desktop.readers.ooxml.row_shapes import MetColumn, RowShapes, hides
from dsr_desktop.readers.ooxml.styles import Show
from dsr_desktop.readers.parts import ReadRow
from dsr_desktop.readers.typed_json import json_of_columns

# No possessive groups: up to Python 3.11.4 what is chosen between inside them is lost (gh-106052).
EMPTY_ROWS = r"(?:<row [^<>/]*+(?:/>|></row>))*"
ROW = r'<row r="([1-9][0-9]{0,6}+)"([^<>/]*+)>'
_CELL = r'(?:<c r="{letters}\1"{about}(?:/>|><v>{value}</v></c>))?'
_ANY_ABOUT, _ANY_VALUE, _NUMBER = "([^<>/]*+)", "([^<]*+)", "([0-9]{1,9}+)"
_MOST_VALUES = 2_000_000
_MOST_MISSES = 8
_MOST_COLUMNS = 250
_BLANK = ("", None)

Found = Sequence[str | None]
"""What a group of the pattern found in each row; None where the row has no such cell."""
Shown = tuple[Sequence[str], Sequence[object] | None]
"""The texts of a column, and its typed values unless all its texts are shared."""


class WholeRowsOfSheet:
    """Reads the pieces of one sheet that hold nothing but whole rows of cells met in its shapes."""

    def __init__(self, values: CellValues, shapes: RowShapes) -> None:
        self._values = values
        self._shapes = shapes
        self._rows: WholeRows | None = None
        self._cells_known = 0
        self._most_misses = _MOST_MISSES

    def read(self, piece: str) -> list[ReadRow]:
        """Return the rows of a piece; none if another has to read it."""
        if self._shapes.cells_met > self._cells_known and self._most_misses:
            self._cells_known = self._shapes.cells_met
            self._rows = WholeRows(self._values, self._shapes.columns)
        if self._rows is None:
            return []
        try:
            rows = self._rows.read(piece)
        except (NotPlainError, ValueError, LookupError):  # cells not met, numbers of no text
            self._miss()
            return []
        self._most_misses += 1
        return rows

    def _miss(self) -> None:
        """Give up on a sheet of which most pieces hold something else."""
        self._most_misses -= 1
        if not self._most_misses:
            self._rows = None


class WholeRows:
    """Reads rows that have no other cells than those met in `columns`, by their places from 0."""

    def __init__(self, values: CellValues, columns: Mapping[int, MetColumn]) -> None:
        self._columns = {place: _Column(values, met) for place, met in sorted(columns.items())}
        self._width = max(columns) + 1
        cells = "".join(column.pattern for column in self._columns.values())
        self._row = re.compile(f"{ROW}{cells}</row>{EMPTY_ROWS}")
        self._step = self._row.groups + 1

    def read(self, piece: str) -> list[ReadRow]:
        """Return the rows of a piece; NotPlainError if it holds anything else."""
        if len(self._columns) > _MOST_COLUMNS:
            raise NotPlainError
        if piece.count("<row ") * max(self._step, self._width) > _MOST_VALUES:
            raise NotPlainError
        parts = self._row.split(piece)
        between, numbers, about, *groups = (parts[one :: self._step] for one in range(self._step))
        if any(between):
            raise NotPlainError
        rows = list(map(int, numbers))
        if max(rows) > LAST_ROW:
            raise NotPlainError
        cells, typed = self._cells(iter(groups), len(rows), has_entities="&" in piece)
        hidden = {one: hides(one) for one in set(about)}
        return list(map(ReadRow, rows, cells, typed, map(hidden.__getitem__, about)))

    def _cells(
        self, groups: Iterator[Found], rows: int, *, has_entities: bool
    ) -> tuple[Iterable[Sequence[str]], Iterable[str | None]]:
        texts: list[Sequence[str]] = [("",) * rows] * self._width
        typed: dict[str, Sequence[object]] = {}
        for place, column in self._columns.items():
            texts[place], values = column.show(groups, has_entities=has_entities)
            if values:
                typed[str(place + 1)] = values
        return zip(*texts, strict=True), json_of_columns(typed) if typed else repeat(None)


class _Column:
    """How one column stands in a row, and what its cells say."""

    def __init__(self, values: CellValues, met: MetColumn) -> None:
        self._values = values
        self._shows = met.shows
        about, value = _ANY_ABOUT, _ANY_VALUE
        if len(met.shows) == 1:
            ((written, show),) = met.shows.items()
            about, value = re.escape(written), _ANY_VALUE if show else _NUMBER
        self.pattern = _CELL.format(letters=met.letters, about=about, value=value)

    def show(self, groups: Iterator[Found], *, has_entities: bool) -> Shown:
        """Take the groups of this column and return what its cells say; KeyError if never met."""
        about = next(groups) if len(self._shows) > 1 else tuple(self._shows)
        found = next(groups)
        if has_entities:
            found = [value and without_entities(value) for value in found]
        kinds = {one for one in set(about) if one is not None}
        if len(kinds) > 1:
            return _apart(self._of_several_kinds(kinds, about, found))
        show = self._shows[kinds.pop()] if kinds else None
        if show is None:
            return self._texts(found), None
        stored = [value for value in found if value]
        if len(stored) == len(found):
            return _shown(show, stored)
        shown = zip(*_shown(show, stored), strict=True)
        return _apart([next(shown) if value else _BLANK for value in found])

    def _texts(self, found: Found) -> Sequence[str]:
        if len(self._shows) == 1 and all(found):  # the pattern takes nothing but numbers of texts
            return list(
                map(self._values.strings.__getitem__, map(int, cast("Sequence[str]", found)))
            )
        texts = iter(self._shared([number for number in found if number]))
        return [next(texts) if number else "" for number in found]

    def _shared(self, numbers: Sequence[str]) -> Sequence[str]:
        if "-" in "".join(numbers):  # there are no such texts, but behind the end of a list
            return list(map(self._values.shared, numbers))
        return list(map(self._values.strings.__getitem__, map(int, numbers)))

    def _of_several_kinds(
        self, kinds: Iterable[str], about: Found, found: Found
    ) -> list[tuple[str, object]]:
        cells: dict[str | None, Iterator[tuple[str, object]]] = {}
        for kind in kinds:
            show = self._shows[kind]
            stored = [
                value for one, value in zip(about, found, strict=True) if value and one == kind
            ]
            if show is None:
                cells[kind] = zip(self._shared(stored), repeat(None))
            else:
                cells[kind] = zip(*_shown(show, stored), strict=True)
        return [
            next(cells[one]) if value else _BLANK for one, value in zip(about, found, strict=True)
        ]


def _shown(show: Show, stored: Sequence[str]) -> tuple[Sequence[str], Sequence[object]]:
    return read_numbers(stored) if show is read_number else _apart(list(map(show, stored)))


def _apart(cells: Sequence[tuple[str, object]]) -> tuple[Sequence[str], Sequence[object]]:
    return [text for text, _ in cells], [value for _, value in cells]
