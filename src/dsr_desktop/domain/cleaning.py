"""Cleaned copies of files: which rows and cells are emptied, what stands in the way, what came of it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.cells import join_cells, split_cells
from dsr_desktop.domain.traces import Left

Columns = frozenset[int] | None
"""Columns of a row, from 1; None for the whole row."""
Row = tuple[int, str, str | None]
"""Number, cells joined, and typed values of a row."""


class CleanStatus(StrEnum):
    """What became of a copy; only CLEAN says that the person is gone from it.

    EMPTIED: the chosen cells are empty, more of the row was to stay. STILL_THERE: cleaned, and yet
    something of the person is left. PARTLY_CHECKED: nothing is left in what the app can read of it.
    KEPT: it was decided that the person's rows stay in it. Of the others there is no copy.
    """

    CLEAN = "clean"
    EMPTIED = "emptied"
    STILL_THERE = "still_there"
    PARTLY_CHECKED = "partly_checked"
    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    BY_HAND = "by_hand"
    KEPT = "kept"


MADE = frozenset(
    {
        CleanStatus.CLEAN, CleanStatus.EMPTIED, CleanStatus.STILL_THERE, CleanStatus.PARTLY_CHECKED,
    }
)  # fmt: skip
"""The outcomes of which there is a copy."""
MAY_REPLACE = MADE - {CleanStatus.STILL_THERE}
"""The outcomes whose copy may take the place of the original."""


class Obstacle(StrEnum):
    """Why a file is left to its owner: the app would do it wrong, or cannot do it."""

    FORMAT = "format"
    LOCKED = "locked"
    SIGNED = "signed"
    SHARED_FORMULA = "shared_formula"
    MOVED = "moved"
    ENCODING = "encoding"
    CELLS_NOT_APART = "cells_not_apart"
    DAMAGED = "damaged"
    OTHERS_CHANGED = "others_changed"
    OTHERS_ROW = "others_row"


CLEANED_FORMATS = frozenset({"csv", "tsv", "txt", "xlsx", "ods", "fods", "vcf"})
"""Formats, as the readers name them, of which there are cleaned copies."""
REMOVES_ROWS = frozenset({"csv", "tsv", "txt", "vcf"})
"""Formats in which a whole row is taken out; in others it is emptied, and nothing moves."""


@dataclass(frozen=True)
class Order:
    """A row to be cleaned, by the number that its program shows."""

    sheet: str
    row: int
    columns: Columns = None


@dataclass(frozen=True)
class ByHand:
    """A row that is left to the owner of the list, and why."""

    sheet: str
    row: int
    why: Obstacle


@dataclass(frozen=True)
class CleanedFile:
    """What became of the file at `path`; `copy` is the name of its copy, "" without one.

    `parts` are pieces of the file, beside its cells, in which something of the person is left.
    """

    source_id: int
    path: str
    status: CleanStatus
    sha256_before: str
    sha256_after: str | None = None
    copy: str = ""
    rows: int = 0
    left: tuple[Left, ...] = ()
    parts: tuple[str, ...] = ()
    by_hand: tuple[ByHand, ...] = ()
    obstacle: Obstacle | None = None


@dataclass(frozen=True)
class Cleaning:
    """All files of a request, each place once."""

    ref: str
    files: tuple[CleanedFile, ...]

    @property
    def done(self) -> bool:
        """Tell whether each file that is not kept has a copy in which nothing of what was asked is left."""
        wanted = {CleanStatus.CLEAN, CleanStatus.EMPTIED, CleanStatus.KEPT}
        return bool(self.files) and all(
            one.status in wanted and not one.by_hand for one in self.files
        )


Orders = Mapping[str, Mapping[int, Columns]]
"""What is to go, by sheet and row."""


def by_sheet(orders: Iterable[Order]) -> dict[str, dict[int, Columns]]:
    """Gather orders; one for the whole row goes before those for cells of it."""
    gathered: dict[str, dict[int, Columns]] = {}
    for one in orders:
        rows = gathered.setdefault(one.sheet, {})
        before = rows.get(one.row, frozenset())
        rows[one.row] = None if before is None or one.columns is None else before | one.columns
    return gathered


def expected(row: Row, columns: Columns) -> Row | None:
    """Return what is to be left of a row that loses `columns`; None if that is nothing."""
    if columns is None:
        return None
    n, joined, typed = row
    if columns:
        cells = ["" if n in columns else text for n, text in enumerate(split_cells(joined), 1)]
        joined = join_cells(cells)
    return (n, joined, _without(typed, columns)) if joined else None


def _without(typed: str | None, columns: frozenset[int]) -> str | None:
    """Return the typed values of the other columns, always written alike."""
    if typed is None:
        return None
    kept = {key: one for key, one in json.loads(typed).items() if int(key) not in columns}
    return json.dumps(kept, sort_keys=True) if kept else None


class Others:
    """Sees the rows of a file before and after, and tells whether only what was ordered changed.

    Rows are compared cell for cell, with their typed values. In a file whose rows move up
    (`moves`), their numbers count no more.
    """

    def __init__(self, orders: Orders, *, moves: bool) -> None:
        self._orders = orders
        self._moves = moves
        self._before: list[int] = []
        self._after: list[int] = []

    def begin(self, *, is_copy: bool) -> None:
        """Forget what was seen of one of the two files: it is read from its beginning."""
        (self._after if is_copy else self._before).clear()

    def see(self, sheet: str, row: Row, *, is_copy: bool) -> None:
        """Take note of a row as it was, or as it is in the copy."""
        orders = self._orders.get(sheet, {})
        columns = _NOTHING if is_copy else orders.get(row[0], _NOTHING)
        is_plain = not self._moves and row[0] not in orders and row[1]
        left = row if is_plain else expected(row, columns)
        if left is not None:
            told = (sheet, *left[1:]) if self._moves else (sheet, *left)
            (self._after if is_copy else self._before).append(hash(told))

    @property
    def are_the_same(self) -> bool:
        """Tell whether the copy holds what it has to, and nothing else."""
        return self._before == self._after


_NOTHING: frozenset[int] = frozenset()
