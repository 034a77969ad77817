"""The two lists of the Today page: deadlines of the open requests, and next steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.gui.pages.chips import deadline_chip
from dsr_desktop.gui.pages.rows import ColumnOf, RowsModel
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, CellLook, RowLook
from dsr_desktop.wording.language import Tr

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


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
    """What a request needs next; `ref` is "" for a task of a file (`source_id`) or of neither.

    What belongs to neither is the suppression list to be looked at again.
    """

    ref: str
    title: str
    detail: str
    icon: Icon
    ink: Ink
    source_id: int = 0


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


class StepsModel(QAbstractListModel):
    """The next steps, most urgent first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[StepRow, ...] = ()

    def show(self, rows: Sequence[StepRow]) -> None:
        """Show other steps."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, number: int) -> StepRow:
        """Return the step with this number, from 0."""
        return self._rows[number]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, look or raw value of a cell."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{row.title}, {row.detail}"
        if role == LOOK_ROLE:
            return RowLook(row.title, row.detail, icon=row.icon, icon_ink=row.ink)
        return None
