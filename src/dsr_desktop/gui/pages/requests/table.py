"""The table of requests: its columns as data, and a request in words."""

from dataclasses import dataclass

from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.domain.person import fold
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.gui.pages.chips import deadline_chip
from dsr_desktop.gui.pages.rows import ChosenRows, ColumnOf
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import rights_line, stage_label, words_of_request

RECEIVED, HANDLED_BY, WITHOUT_PAUSE, DEADLINE = 4, 5, 6, 7
_AFTER_ALL_DATES = 10_000_000


@dataclass(frozen=True)
class RequestRow:
    """A request in words, with its clock; `folded` is what the words of a filter are held against."""

    summary: RequestSummary
    rights: str
    stage: str
    folded: str

    @property
    def ref(self) -> str:
        """The reference."""
        return self.summary.request.ref

    @property
    def person(self) -> str:
        """How the person is called."""
        return self.summary.request.person

    @property
    def status(self) -> DeadlineStatus:
        """Where the request stands against its date."""
        return self.summary.status

    @property
    def is_open(self) -> bool:
        """Tell whether it is not closed yet."""
        return self.summary.request.is_open


def row_of(tr: Tr, summary: RequestSummary) -> RequestRow:
    """Put a request into words."""
    request = summary.request
    rights, stage = rights_line(tr, request), stage_label(tr, request.stage)
    return RequestRow(summary, rights, stage, words_of_request(tr, request))


def is_moved(row: RequestRow) -> bool:
    """Tell whether pauses have moved the date in force."""
    deadline = row.summary.deadline
    return deadline.current_unsuspended != deadline.current_due


def request_model(tr: Tr) -> ChosenRows[RequestRow]:
    """Return the model of the table."""
    return ChosenRows(
        (
            ColumnOf(tr("Reference"), lambda row: CellLook(row.ref), lambda row: row.ref),
            ColumnOf(
                tr("Person"),
                lambda row: CellLook(row.person, style=TextStyle.STRONG),
                lambda row: fold(row.person),
            ),
            ColumnOf(tr("Rights"), lambda row: CellLook(row.rights), lambda row: row.rights),
            ColumnOf(tr("Stage"), lambda row: _stage(tr, row), lambda row: row.stage),
            ColumnOf(
                tr("Received"),
                lambda row: CellLook(tr.date(row.summary.request.received_on)),
                lambda row: row.summary.request.received_on.toordinal(),
            ),
            ColumnOf(
                tr("Handled by"),
                lambda row: CellLook(row.summary.request.handled_by),
                lambda row: fold(row.summary.request.handled_by),
            ),
            ColumnOf(
                tr("Without pause"),
                lambda row: _moved_from(tr, row),
                lambda row: row.summary.deadline.current_unsuspended.toordinal(),
            ),
            ColumnOf(tr("Deadline"), lambda row: _deadline(tr, row), _urgency),
        )
    )


def _stage(tr: Tr, row: RequestRow) -> CellLook:
    """Show the stage, and that the person wrote again while no answer was sent."""
    reminded = row.summary.reminded_on
    if reminded is None or row.summary.request.answered_on is not None:
        return CellLook(row.stage)
    said = tr("wrote again {day}", day=tr.short_date(reminded))
    return CellLook(row.stage, detail=said, icon=Icon.MAIL, icon_ink=Ink.SOON)


def _moved_from(tr: Tr, row: RequestRow) -> CellLook:
    """Show the date without pauses where these have moved it (R-SUS-1): it never disappears."""
    return CellLook(tr.date(row.summary.deadline.current_unsuspended) if is_moved(row) else "")


def _deadline(tr: Tr, row: RequestRow) -> CellLook:
    return CellLook(chip=deadline_chip(tr, row.status, row.summary.days_left))


def _urgency(row: RequestRow) -> int:
    """Order by due date: those to be answered, then those answered but open, then the closed ones."""
    due = row.summary.deadline.current_due.toordinal()
    is_answered = row.summary.request.answered_on is not None
    return due + _AFTER_ALL_DATES * (is_answered + (not row.is_open))
