"""What a newer version of a file adds, removes and changes: counts and positions, never values."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.domain.replacement import SheetPairing, all_added, all_removed, pair_rows
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.versions import (
    CellChange,
    CellChangeKind,
    ColumnMap,
    SheetVersion,
    VersionCounts,
    VersionRow,
    pair_sheets,
)
from dsr_desktop.store.database import Database
from dsr_desktop.store.versions import load_pairs, sheet_versions

MOST_LISTED = 1_000


@dataclass(frozen=True)
class ChangedRow:
    """A row that is in both versions, with what changed; row numbers as the spreadsheet shows them."""

    row: int
    earlier_row: int
    cells: tuple[CellChange, ...]


@dataclass(frozen=True)
class PairedSheet:
    """A sheet in both versions, None in the one that lacks it, and how its rows pair."""

    earlier: SheetVersion | None
    newer: SheetVersion | None
    pairing: SheetPairing

    @property
    def name(self) -> str:
        """Name in the newer version, else in the earlier one."""
        sheet = self.newer or self.earlier
        return sheet.name if sheet else ""

    @cached_property
    def columns(self) -> ColumnMap:
        """Which columns are the same; worked out once, as every row asks."""
        return ColumnMap(
            self.earlier.columns if self.earlier else (), self.newer.columns if self.newer else ()
        )


@dataclass(frozen=True)
class SheetDifference:
    """What changed in one sheet.

    `added`, `removed` are row numbers, `changed` the first MOST_LISTED rows that changed; `cells`
    counts all cells that changed, by kind.
    """

    name: str
    unchanged: int
    added: Sequence[int]
    removed: Sequence[int]
    changed_rows: int
    changed: tuple[ChangedRow, ...]
    cells: Counter[CellChangeKind]

    @property
    def counts(self) -> VersionCounts:
        """All of it in numbers."""
        return VersionCounts(
            len(self.added), len(self.removed), self.changed_rows, self.unchanged,
            self.cells[CellChangeKind.BLANKED],
        )  # fmt: skip


@dataclass(frozen=True)
class VersionDifference:
    """What a newer version of `earlier` changes, sheet by sheet."""

    earlier: Source
    sheets: tuple[SheetDifference, ...]
    paired: tuple[PairedSheet, ...] = field(default=(), repr=False, compare=False)

    @property
    def unchanged(self) -> int:
        """Rows that are the same in both."""
        return sum(sheet.unchanged for sheet in self.sheets)

    @property
    def added(self) -> int:
        """Rows that only the newer version has."""
        return sum(len(sheet.added) for sheet in self.sheets)

    @property
    def removed(self) -> int:
        """Rows that only the earlier version has."""
        return sum(len(sheet.removed) for sheet in self.sheets)

    @property
    def changed(self) -> int:
        """Rows of the same person of which some cell changed."""
        return sum(sheet.changed_rows for sheet in self.sheets)

    @property
    def blanked(self) -> int:
        """Cells that held something and are empty in the newer version."""
        return sum(sheet.cells[CellChangeKind.BLANKED] for sheet in self.sheets)

    @property
    def counts(self) -> VersionCounts:
        """All of it in numbers."""
        return VersionCounts(self.added, self.removed, self.changed, self.unchanged, self.blanked)


OnChange = Callable[[PairedSheet, VersionRow, VersionRow, Sequence[CellChange]], None]
VersionPairs = Iterator[tuple[VersionRow, VersionRow]]


def compare_versions(
    database: Database,
    earlier: Source,
    newer: Source,
    on_wait: OnWait,
    on_change: OnChange | None = None,
) -> VersionDifference:
    """Compare two sources that are in the register; `on_change` gets each pair that changed."""
    after = sheet_versions(database, newer.id or 0, on_wait)

    def pairs(sheet: PairedSheet) -> VersionPairs:
        return load_pairs(database, sheet.pairing.changed)

    return compare_sheets(database, earlier, after, pairs, on_wait, on_change)


def compare_sheets(
    database: Database,
    earlier: Source,
    newer: Sequence[SheetVersion],
    pairs: Callable[[PairedSheet], VersionPairs],
    on_wait: OnWait,
    on_change: OnChange | None = None,
) -> VersionDifference:
    """Compare a source with sheets from anywhere; `pairs` gives the rows that changed in one."""
    before = sheet_versions(database, earlier.id or 0, on_wait)
    paired = tuple(
        PairedSheet(one, other, _pair(one, other)) for one, other in pair_sheets(before, newer)
    )
    sheets = tuple(_difference(sheet, pairs(sheet), on_wait, on_change) for sheet in paired)
    return VersionDifference(earlier, sheets, paired)


def _pair(earlier: SheetVersion | None, newer: SheetVersion | None) -> SheetPairing:
    if earlier is not None and newer is not None:
        return pair_rows(earlier, newer)
    if newer is not None:
        return all_added(newer)
    return all_removed(earlier) if earlier is not None else SheetPairing()


def _difference(
    sheet: PairedSheet, pairs: VersionPairs, on_wait: OnWait, on_change: OnChange | None
) -> SheetDifference:
    listed: list[ChangedRow] = []
    cells: Counter[CellChangeKind] = Counter()
    columns = sheet.columns
    for number, (before, after) in enumerate(pairs):
        if number % MOST_LISTED == 0:
            on_wait()
        changes = tuple(columns.changes(split_cells(before.joined), split_cells(after.joined)))
        if before.notes != after.notes:
            changes += (CellChange(0, 0, CellChangeKind.DIFFERENT),)
        cells.update(change.kind for change in changes)
        if len(listed) < MOST_LISTED:
            listed.append(ChangedRow(after.n, before.n, changes))
        if on_change is not None:
            on_change(sheet, before, after, changes)
    return SheetDifference(
        sheet.name, len(sheet.pairing.unchanged), sheet.pairing.added, sheet.pairing.removed,
        len(sheet.pairing.changed), tuple(listed), cells,
    )  # fmt: skip
