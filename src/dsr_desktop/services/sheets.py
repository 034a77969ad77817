"""Stores the sheets of one file as they are read, once header and columns are understood.

What the suppression list holds back is taken out first: not even a title is made of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.headers import ROWS_LOOKED_AT
from dsr_desktop.domain.mapping import Mappings, SheetLayout, lay_out
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.source import Sheet
from dsr_desktop.readers.messages import (
    FileDone,
    FileFound,
    Message,
    Rows,
    SheetBegins,
    StartsAgain,
    Warned,
)
from dsr_desktop.services.empty_columns import EmptyColumns
from dsr_desktop.services.leaving_out import without_columns, without_titles
from dsr_desktop.services.screening import Screen, Screened
from dsr_desktop.store.database import Database
from dsr_desktop.store.held_rows import add_cleared_rows, add_held_rows, forget_held_rows
from dsr_desktop.store.rows import SheetWriter
from dsr_desktop.store.sources import remove_rows
from dsr_desktop.store.suppression import block_marketing
from dsr_desktop.wording.suppression import same_person_notice, same_phone_notice


@dataclass(frozen=True)
class Stored:
    """What became of the rows of a file: stored, held back, of the stored ones not for marketing.

    `passed` of the stored ones would be held, had the DPO not cleared them in the earlier version.
    """

    rows: int = 0
    held: int = 0
    marketing_blocked: int = 0
    passed: int = 0
    warnings: tuple[Notice, ...] = ()


@dataclass
class _Counted:
    """What was met in a file so far; the row numbers are those of the sheet at hand."""

    rows: int = 0
    held: int = 0
    passed: int = 0
    blocked: int = 0
    same_phone: list[int] = field(default_factory=list)
    same_person: list[int] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)

    def end_sheet(self, name: str) -> None:
        """Turn the rows of the sheet that only look like a listed person's into warnings."""
        if self.same_phone:
            self.warnings.append(same_phone_notice(name, self.same_phone))
        if self.same_person:
            self.warnings.append(same_person_notice(name, self.same_person))
        self.same_phone, self.same_person = [], []


def layout_of(begun: SheetBegins, batch: Rows, mappings: Mappings) -> SheetLayout:
    """Understand a sheet from its first batch of rows, and follow the mapping that holds for it."""
    sample = [(row[0], split_cells(row[2])) for row in batch.rows[: ROWS_LOOKED_AT * 5]]
    width = max((len(cells) for _n, cells in sample), default=0)
    return lay_out(sample, width, mappings, frozenset(begun.hidden_columns))


class SheetStore:
    """Takes the reader's messages about one file; `finish` tells what was stored.

    `layouts` then has how each sheet was understood, in their order.
    """

    def __init__(
        self,
        database: Database,
        source_id: int,
        mappings: Mappings,
        screen: Screen,
        today: date,
    ) -> None:
        self.layouts: list[SheetLayout] = []
        self._database = database
        self._source_id = source_id
        self._mappings = mappings
        self._screen = screen
        self._today = today
        self._begun: SheetBegins | None = None
        self._writer: SheetWriter | None = None
        self._empty = EmptyColumns(())
        self._counted = _Counted()

    def take(self, message: Message) -> None:
        """Store what the message brings."""
        match message:
            case SheetBegins():
                self._close_sheet()
                self._begun = message
            case Rows():
                self._add(message)
            case StartsAgain():
                self._forget()
            case FileFound() | Warned() | FileDone():
                pass

    def finish(self) -> Stored:
        """Close the last sheet; returns what became of the rows of the file."""
        self._close_sheet()
        counted = self._counted
        return Stored(
            counted.rows, counted.held, counted.blocked, counted.passed, tuple(counted.warnings)
        )

    def _forget(self) -> None:
        self._begun = self._writer = None
        self._counted = _Counted()
        self.layouts.clear()
        self._screen.start_again()
        remove_rows(self._database, self._source_id)
        forget_held_rows(self._database, self._source_id)

    def _add(self, batch: Rows) -> None:
        screened = self._screen.look(batch, self._fields)
        self._hold(screened)
        self._pass(screened)
        batch = screened.batch
        if self._writer is None and batch.rows:
            self._writer = self._begin_sheet(batch)
            batch = without_titles(batch, self.layouts[-1].row_left_out)
        if self._writer is not None and batch.rows:
            self._store(self._writer, screened, batch)

    def _store(self, writer: SheetWriter, screened: Screened, batch: Rows) -> None:
        layout = self.layouts[-1]
        self._counted.same_person += self._screen.persons(batch.rows, layout.fields)
        kept = without_columns(batch, layout.columns_left_out)
        self._empty.look(kept.rows)
        self._block(screened, kept, writer.add(kept.rows, kept.keys))

    def _hold(self, screened: Screened) -> None:
        self._counted.same_phone += screened.alike
        if screened.held:
            assert self._begun is not None  # noqa: S101 - rows always follow a sheet
            sheet = self._begun.name
            add_held_rows(self._database, self._source_id, sheet, screened.held, self._today)
            self._counted.held += len(screened.held)

    def _pass(self, screened: Screened) -> None:
        for decisions in screened.passed:
            add_cleared_rows(self._database, self._source_id, decisions)
        self._counted.passed += len(screened.passed)

    def _fields(self, stored: Rows) -> Sequence[Field | None]:
        """Return what the columns of the sheet at hand mean, before any row of it is stored too."""
        if self._writer is not None:
            return self.layouts[-1].fields
        if self._begun is None or not stored.rows:
            return ()
        return layout_of(self._begun, stored, self._mappings).fields

    def _block(self, screened: Screened, batch: Rows, first: int) -> None:
        if not screened.blocked:
            return
        entries_of_row = {
            first + at: screened.blocked[row[0]]
            for at, row in enumerate(batch.rows)
            if row[0] in screened.blocked
        }
        blocks = ((row, entry) for row, entries in entries_of_row.items() for entry in entries)
        block_marketing(self._database, blocks)
        self._counted.blocked += len(entries_of_row)

    def _begin_sheet(self, batch: Rows) -> SheetWriter:
        assert self._begun is not None  # noqa: S101 - rows always follow a sheet
        layout = layout_of(self._begun, batch, self._mappings)
        self.layouts.append(layout)
        self._empty = EmptyColumns(layout.columns)
        sheet = Sheet(
            None, self._source_id, self._begun.name, self._begun.hidden, layout.header_row,
            layout.columns, 0,
        )  # fmt: skip
        return SheetWriter(self._database, sheet)

    def _close_sheet(self) -> None:
        if self._begun is not None:
            self._counted.end_sheet(self._begun.name)
        if self._writer is not None:
            self._counted.rows += self._writer.finish(self._empty.settle(self.layouts[-1].columns))
        self._writer = None
