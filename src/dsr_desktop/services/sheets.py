"""Stores the sheets of one file as they are read, once their header is recognised."""

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.headers import ROWS_LOOKED_AT, recognise_layout
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
from dsr_desktop.store.database import Database
from dsr_desktop.store.sources import SheetWriter, remove_rows


class SheetStore:
    """Takes the reader's messages about one file; `finish` returns how many rows were stored."""

    def __init__(self, database: Database, source_id: int) -> None:
        self._database = database
        self._source_id = source_id
        self._begun: SheetBegins | None = None
        self._writer: SheetWriter | None = None
        self._rows = 0

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

    def finish(self) -> int:
        """Close the last sheet; returns the number of rows of the file."""
        self._close_sheet()
        return self._rows

    def _forget(self) -> None:
        self._begun = self._writer = None
        self._rows = 0
        remove_rows(self._database, self._source_id)

    def _add(self, batch: Rows) -> None:
        if self._writer is None:
            header_row = self._begin_sheet(batch)
            batch = _without_row(batch, header_row)
        assert self._writer is not None  # noqa: S101 - begun just above
        self._writer.add(batch.rows, batch.keys)

    def _begin_sheet(self, batch: Rows) -> int | None:
        assert self._begun is not None  # noqa: S101 - rows always follow a sheet
        sample = [(row[0], split_cells(row[2])) for row in batch.rows[: ROWS_LOOKED_AT * 5]]
        width = max(len(cells) for _n, cells in sample)
        layout = recognise_layout(sample, width)
        sheet = Sheet(
            None, self._source_id, self._begun.name, self._begun.hidden, layout.header_row,
            layout.columns, 0,
        )  # fmt: skip
        self._writer = SheetWriter(self._database, sheet)
        return None if layout.header_may_be_data else layout.header_row

    def _close_sheet(self) -> None:
        if self._writer is not None:
            self._rows += self._writer.finish()
        self._writer = None


def _without_row(batch: Rows, n: int | None) -> Rows:
    at = next((index for index, row in enumerate(batch.rows) if row[0] == n), None)
    if at is None:
        return batch
    rows = [*batch.rows[:at], *batch.rows[at + 1 :]]
    keys = [
        (kind, key, index - (index > at), column)
        for kind, key, index, column in batch.keys
        if index != at
    ]
    return Rows(rows, keys)
