"""Blanks never overwrite: what a newer version leaves blank stays with its row in the register.

It is found and shown with the row, named as kept in lists and answers, and gone with the newer
version when that is undone. A blank in a row in which somebody's data were to be erased or put
right is meant, and so is a column that the newer version's import skips: nothing is kept. Nor is a
key for which the suppression list holds rows back, nor what an unclosed quotation mark may have run
together: those are other people's rows.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dsr_desktop.domain.cells import join_cells, split_cells
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.index_text import index_text
from dsr_desktop.domain.keys import keys_of_rows, keys_with_notes
from dsr_desktop.domain.source import KeptValue, Place, Source
from dsr_desktop.domain.versions import CellChange, CellChangeKind, SheetVersion, VersionRow
from dsr_desktop.readers.messages import Rows
from dsr_desktop.services.comparing import PairedSheet
from dsr_desktop.services.register import Register
from dsr_desktop.services.screening import Screen, load_list
from dsr_desktop.services.shared_rows import has_line_ends, may_be_run_together
from dsr_desktop.store.database import Database
from dsr_desktop.store.kept_values import (
    IndexedRow,
    KeptForRow,
    forget_keys,
    index_again,
    keep_values,
    kept_before,
    rows_to_be_lost,
    rows_with_kept_values,
    widest_row,
)
from dsr_desktop.store.lookup import load_places
from dsr_desktop.store.sources import forget_succession, set_columns

_ROWS_AT_ONCE = 500


class Keeper:
    """Keeps what pairs of rows lose while two versions are compared; `finish` when they are."""

    def __init__(self, register: Register, earlier: Source, newer: Source) -> None:
        self._database = database = register.database
        listed = load_list(register)
        self._screen = None if listed.is_empty else Screen(listed, register.company.country)
        self._earlier, self._newer = earlier, newer
        self._meant = rows_to_be_lost(database, earlier.id or 0)
        self._columns: dict[int, tuple[Column, ...]] = {}
        self._lost_columns: dict[tuple[int, int], int] = {}
        self._kept: list[KeptForRow] = []

    def take(
        self,
        sheet: PairedSheet,
        before: VersionRow,
        after: VersionRow,
        changes: Sequence[CellChange],
    ) -> None:
        """Keep the cells of a row that the newer version leaves blank."""
        if before.id in self._meant:
            return
        cells = split_cells(before.joined)
        is_shared = may_be_run_together(self._earlier, before.n, cells)
        for change in changes:
            if change.kind is not CellChangeKind.BLANKED:
                continue
            text = cells[change.earlier - 1]
            if not (is_shared and has_line_ends(text)):
                column = change.newer or self._column_of_lost(sheet, change.earlier)
                self._keep(after.id, column, text)

    def finish(self, paired: Sequence[PairedSheet]) -> None:
        """Keep on what was kept before and is blank still, then let searches find all of it."""
        self._store()
        self._keep_on(paired)
        self._store()
        _index_again(self._database, rows_with_kept_values(self._database, self._newer.id or 0))

    def _keep(self, row_id: int, column: int, text: str, since: str = "") -> None:
        if self._is_held_back(text):
            return
        since = since or self._earlier.imported_at[:10]
        self._kept.append(KeptForRow(row_id, KeptValue(column, text, since)))
        if len(self._kept) >= _ROWS_AT_ONCE:
            self._store()

    def _is_held_back(self, text: str) -> bool:
        """Tell whether an import would hold a row with this cell back: such a value is not kept."""
        if self._screen is None:
            return False
        keys = [(int(kind), key, 0, column) for kind, key, _, column in keys_of_rows([(text,)])]
        batch = Rows([(1, False, text, None, None, None)], keys)
        return bool(self._screen.look(batch).held)

    def _store(self) -> None:
        keep_values(self._database, self._kept)
        self._kept.clear()

    def _keep_on(self, paired: Sequence[PairedSheet]) -> None:
        if not rows_with_kept_values(self._database, self._earlier.id or 0):
            return
        sheets = {sheet.newer.id: sheet for sheet in paired if sheet.newer}
        for newer, kept in kept_before(self._database, self._earlier.id or 0):
            sheet, value = sheets[newer.sheet_id], kept.value
            if sheet.columns.is_left_out(value.column):
                continue
            column = sheet.columns.newer_of(value.column)
            column = column or self._column_of_lost(sheet, value.column)
            cells = split_cells(newer.joined)
            is_blank = column > len(cells) or not cells[column - 1].strip()
            if is_blank and kept.row_id not in self._meant:
                self._keep(newer.row_id, column, value.text, value.kept_from)

    def _column_of_lost(self, sheet: PairedSheet, number: int) -> int:
        """Return the column beyond the others in which a column that is gone is kept."""
        newer = sheet.newer
        assert newer is not None  # noqa: S101 - rows pair within sheets that both versions have
        if (newer.id, number) not in self._lost_columns:
            self._lost_columns[newer.id, number] = self._add_column(sheet, newer, number)
        return self._lost_columns[newer.id, number]

    def _add_column(self, sheet: PairedSheet, newer: SheetVersion, number: int) -> int:
        there = sheet.earlier.columns if sheet.earlier else ()
        lost = next((one for one in there if one.number == number), Column(number, "", None))
        known = self._columns.get(newer.id, newer.columns)
        widest = max((one.number for one in known), default=0)
        place = max(widest, widest_row(self._database, newer.id)) + 1
        self._columns[newer.id] = (*known, replace(lost, number=place))
        set_columns(self._database, newer.id, self._columns[newer.id])
        return place


def forget_kept_values(register: Register, source: Source) -> None:
    """Forget what is kept of the rows of a version that goes on from no other any more."""
    rows = rows_with_kept_values(register.database, source.id or 0)
    forget_succession(register.database, source.id or 0)
    _index_again(register.database, rows)


def _index_again(database: Database, rows: Sequence[int]) -> None:
    forget_keys(database, rows)
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        places = load_places(database, set(rows[start : start + _ROWS_AT_ONCE]))
        index_again(database, tuple(_indexed(tuple(places))))


def _indexed(places: Sequence[Place]) -> Iterator[IndexedRow]:
    keys: defaultdict[int, list[tuple[int, str, int]]] = defaultdict(list)
    rows = [place.row for place in places]
    found = keys_with_notes([row.all_cells for row in rows], [row.notes for row in rows])
    for kind, key, at, column in found:
        keys[at].append((int(kind), key, column))
    for at, row in enumerate(rows):
        text = join_cells(row.all_cells)
        yield IndexedRow(row.id, index_text(text, row.notes) or text, tuple(keys[at]))


def index_rows_again(database: Database, row_ids: Sequence[int]) -> None:
    """Let searches find rows as they are now, in the caller's transaction: their cells changed."""
    _index_again(database, row_ids)
