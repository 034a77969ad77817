"""The two lists of the Today page: deadlines of the open requests, and next steps."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.article14 import Art14Task
from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.domain.reminders import Reminder
from dsr_desktop.gui.pages.chips import deadline_chip
from dsr_desktop.gui.pages.rows import ColumnOf, LinesModel, RowsModel
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.cells import CellLook, RowLook
from dsr_desktop.wording.language import Tr


@dataclass(frozen=True)
class DeadlineRow:
    """An open request with its clock, in words where the page shows words."""

    ref: str
    person: str
    rights: str
    stage: str
    due: date
    status: DeadlineStatus
    days_left: int


@dataclass(frozen=True)
class StepRow:
    """What a request needs next; `ref` is "" for a task of a file (`source_id`)."""

    ref: str
    title: str
    detail: str
    icon: Icon
    ink: Ink
    source_id: int = 0


@dataclass(frozen=True)
class ReminderRow:
    """What must not be missed; `task` is the list whose people are to be told, if it is that."""

    title: str
    detail: str
    icon: Icon
    ink: Ink
    reminder: Reminder
    task: Art14Task | None = None


def deadline_model(tr: Tr) -> RowsModel[DeadlineRow]:
    """Return the model of the table of deadlines."""
    return RowsModel(
        (
            ColumnOf(tr("Reference"), lambda row: CellLook(row.ref), lambda row: row.ref),
            ColumnOf(
                tr("Person"),
                lambda row: CellLook(row.person, style=TextStyle.STRONG),
                lambda row: row.person.casefold(),
            ),
            ColumnOf(tr("Rights"), lambda row: CellLook(row.rights), lambda row: row.rights),
            ColumnOf(tr("Stage"), lambda row: CellLook(row.stage), lambda row: row.stage),
            ColumnOf(
                tr("Deadline"), lambda row: _deadline(tr, row), lambda row: row.due.toordinal()
            ),
        )
    )


def _deadline(tr: Tr, row: DeadlineRow) -> CellLook:
    return CellLook(chip=deadline_chip(tr, row.status, row.days_left))


def steps_model() -> LinesModel[StepRow]:
    """Return the model of the next steps, most urgent first."""
    return LinesModel(lambda row: RowLook(row.title, row.detail, icon=row.icon, icon_ink=row.ink))


def reminders_model() -> LinesModel[ReminderRow]:
    """Return the model of the reminders, most urgent first."""
    return LinesModel(lambda row: RowLook(row.title, row.detail, icon=row.icon, icon_ink=row.ink))
