"""Two versions of one list side by side: which sheets and columns of them are the same."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from dsr_desktop.domain.cells import join_cells, split_cells
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.person import words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.row_identity import RowKey


@dataclass(frozen=True)
class VersionRow:
    """One row of a version: `id` names it, `n` is its number in the sheet, `joined` its cells.

    `notes` is what hangs on the cells, as the register keeps it.
    """

    id: int
    n: int
    joined: str
    notes: str = ""
    keys: Sequence[RowKey] = ()


@dataclass(frozen=True)
class SheetVersion:
    """One sheet of a version; `id` is the register's.

    `rows` gives its rows from the first on, each time it is called.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterable[VersionRow]]
    id: int = 0

    @cached_property
    def fields(self) -> tuple[Field | None, ...]:
        """Meaning of each column."""
        return tuple(column.field for column in self.columns)

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """Title of each column."""
        return tuple(column.header for column in self.columns)

    def seen(self, row: VersionRow) -> Row:
        """Return a row as matching sees it."""
        return Row(split_cells(row.joined), self.fields, self.headers)


class CellChangeKind(StrEnum):
    """What became of a cell; `blanked` is what must not be lost."""

    FILLED = "filled"
    BLANKED = "blanked"
    DIFFERENT = "different"


@dataclass(frozen=True)
class VersionCounts:
    """What a newer version of a file changes, in rows; `blanked` counts cells that are empty now."""

    added: int = 0
    removed: int = 0
    changed: int = 0
    unchanged: int = 0
    blanked: int = 0

    @property
    def goes_on(self) -> bool:
        """Tell whether some row is in both versions, changed or not."""
        return bool(self.unchanged or self.changed)


class CellChange(NamedTuple):
    """A cell that changed: its column in the earlier and in the newer version, 0 where it has none.

    A change of a comment or link has column 0 in both.
    """

    earlier: int
    newer: int
    kind: CellChangeKind


class ColumnMap:
    """Which column of the newer version continues which of the earlier one.

    By title, those that repeat in their order; columns without a title by their place. What one of
    the versions left out at its import (a skipped column) is not compared: the file may still have it.
    """

    def __init__(self, earlier: Sequence[Column], newer: Sequence[Column]) -> None:
        self._newer_of = dict(_same_columns(earlier, newer))
        known = set(self._newer_of.values())
        self._pairs = [(one.number, self.newer_of(one.number)) for one in earlier]
        self._pairs += [(0, one.number) for one in newer if one.number not in known]
        self._widths = len(earlier), len(newer)
        skipped = {one.number for one in newer if one.is_skipped}
        self._left_out = frozenset(
            one.number for one in earlier if one.is_skipped or self.newer_of(one.number) in skipped
        )
        # Titles may be added beyond the others: the row's text is the same while they are empty.
        self.is_moved = any(before != after for before, after in self._pairs if before)

    def as_earlier(self, joined: str) -> str:
        """Return a newer row as the earlier version would have written it, new columns last."""
        if not self.is_moved:
            return self.compared(joined)
        cells = split_cells(joined)
        beyond = cells[self._widths[1] :]
        moved = [*(_cell(cells, after) for _before, after in self._pairs), *beyond]
        return self.compared(join_cells(moved))

    def compared(self, joined: str) -> str:
        """Return a row of the earlier version without the cells that one of the versions left out."""
        if not self._left_out:
            return joined
        cells = enumerate(split_cells(joined), 1)
        return join_cells(["" if self.is_left_out(number) else cell for number, cell in cells])

    def is_left_out(self, column: int) -> bool:
        """Tell whether one of the versions left a column of the earlier one out."""
        return column in self._left_out

    def newer_of(self, column: int) -> int:
        """Column in which the values of an earlier column stand now; 0 if it is gone."""
        return self._newer_of.get(column, 0)

    def changes(self, earlier: Sequence[str], newer: Sequence[str]) -> Iterator[CellChange]:
        """Yield the cells that differ between two rows of the same person."""
        for before, after in (*self._pairs, *self._beyond(len(earlier), len(newer))):
            if self.is_left_out(before):
                continue
            kind = _kind(_cell(earlier, before), _cell(newer, after))
            if kind is not None:
                yield CellChange(before, after, kind)

    def _beyond(self, earlier: int, newer: int) -> Iterator[tuple[int, int]]:
        """Pair cells beyond the known columns by their place among those."""
        width, newer_width = self._widths
        further = range(1, max(earlier - width, newer - newer_width) + 1)
        return ((width + n, newer_width + n) for n in further)


def pair_sheets(
    earlier: Sequence[SheetVersion], newer: Sequence[SheetVersion]
) -> Iterator[tuple[SheetVersion | None, SheetVersion | None]]:
    """Yield the sheets of two versions that are one: by name, else by their titles, else the rest.

    None stands for the sheet that one of them lacks.
    """
    left, waiting = list(earlier), list(newer)
    tests: list[Callable[[SheetVersion, SheetVersion], bool]] = [_same_name, _same_titles]
    if len(earlier) == len(newer) == 1:
        tests.append(lambda _one, _other: True)
    for is_same in tests:
        for sheet in tuple(waiting):
            before = next((one for one in left if is_same(one, sheet)), None)
            if before is not None:
                left.remove(before)
                waiting.remove(sheet)
                yield before, sheet
    yield from ((before, None) for before in left)
    yield from ((None, sheet) for sheet in waiting)


def _same_name(one: SheetVersion, other: SheetVersion) -> bool:
    return one.name == other.name


def _same_titles(one: SheetVersion, other: SheetVersion) -> bool:
    titles = [words(column.header) for column in one.columns]
    return any(titles) and titles == [words(column.header) for column in other.columns]


def _same_columns(earlier: Sequence[Column], newer: Sequence[Column]) -> Iterator[tuple[int, int]]:
    there = {title: number for title, number in _titled(newer)}
    return ((number, there[title]) for title, number in _titled(earlier) if title in there)


def _titled(columns: Sequence[Column]) -> Iterator[tuple[tuple[object, int], int]]:
    seen: Counter[object] = Counter()
    for column in columns:
        title: object = words(column.header) or column.number
        seen[title] += 1
        yield (title, seen[title]), column.number


def _cell(cells: Sequence[str], number: int) -> str:
    return cells[number - 1] if 0 < number <= len(cells) else ""


def _kind(before: str, after: str) -> CellChangeKind | None:
    if before == after:
        return None
    if not before.strip():
        return CellChangeKind.FILLED if after.strip() else None
    return CellChangeKind.DIFFERENT if after.strip() else CellChangeKind.BLANKED
