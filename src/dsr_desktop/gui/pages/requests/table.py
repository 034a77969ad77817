"""The table of requests: columns as data, filtered by words and by being open."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.domain.person import fold
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.gui.pages.chips import deadline_chip
from dsr_desktop.gui.pages.rows import ColumnOf, RowsModel, SortedRows
from dsr_desktop.gui.theme.tokens import TextStyle
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import right_label, stage_label

DEADLINE = 5
_AFTER_ALL_OPEN = 10_000_000


@dataclass(frozen=True)
class RequestRow:
    """A request in words, with its clock."""

    ref: str
    person: str
    rights: str
    stage: str
    received_on: date
    due_on: date
    status: DeadlineStatus
    days_left: int
    is_open: bool


def row_of(tr: Tr, view: RequestSummary) -> RequestRow:
    """Put a request into words."""
    request = view.request
    return RequestRow(
        ref=request.ref,
        person=request.person,
        rights=", ".join(right_label(tr, item.right) for item in request.items),
        stage=stage_label(tr, request.stage),
        received_on=request.received_on,
        due_on=view.deadline.current_due,
        status=view.status,
        days_left=view.days_left,
        is_open=request.is_open,
    )


def request_model(tr: Tr) -> RowsModel[RequestRow]:
    """Return the model of the table."""
    return RowsModel(
        (
            ColumnOf(tr("Reference"), lambda row: CellLook(row.ref), lambda row: row.ref),
            ColumnOf(
                tr("Person"),
                lambda row: CellLook(row.person, style=TextStyle.STRONG),
                lambda row: fold(row.person),
            ),
            ColumnOf(tr("Rights"), lambda row: CellLook(row.rights), lambda row: row.rights),
            ColumnOf(tr("Stage"), lambda row: CellLook(row.stage), lambda row: row.stage),
            ColumnOf(
                tr("Received"),
                lambda row: CellLook(tr.date(row.received_on)),
                lambda row: row.received_on.toordinal(),
            ),
            ColumnOf(tr("Deadline"), lambda row: _deadline(tr, row), _urgency),
        )
    )


class RequestFilter(SortedRows[RequestRow]):
    """Shows the open requests or all, and of these the ones in which every word typed occurs."""

    def __init__(self, model: RowsModel[RequestRow]) -> None:
        super().__init__(model)
        self._rows = model
        self._words: tuple[str, ...] = ()
        self._open_only = True

    def show_matching(self, text: str, *, open_only: bool) -> None:
        """Filter by words in any column, accents and capitals aside."""
        self._words = tuple(fold(text).split())
        self._open_only = open_only
        self.invalidate()

    def filterAcceptsRow(
        self, source_row: int, _source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Keep a row that matches."""
        row = self._rows.row_at(source_row)
        if self._open_only and not row.is_open:
            return False
        text = fold(" ".join((row.ref, row.person, row.rights, row.stage)))
        return all(word in text for word in self._words)


def _deadline(tr: Tr, row: RequestRow) -> CellLook:
    return CellLook(chip=deadline_chip(tr, row.status, row.days_left))


def _urgency(row: RequestRow) -> int:
    """Order by due date, the closed ones after all open ones."""
    return row.due_on.toordinal() + (0 if row.is_open else _AFTER_ALL_OPEN)
