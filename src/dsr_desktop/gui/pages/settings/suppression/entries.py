"""The entries of the suppression list as painted rows: what is listed, with which effect and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt

from dsr_desktop.domain.suppression import SuppressionScope
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class EntryRow:
    """An entry in words; `due` is "" unless the DPO is asked whether it stays."""

    id: int
    title: str
    number: str
    detail: str
    scope: SuppressionScope
    due: str


class EntriesModel(QAbstractListModel):
    """The entries in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[EntryRow, ...] = ()

    def show(self, rows: Sequence[EntryRow]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, number: int) -> EntryRow | None:
        """Return the entry with this number, from 0; None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, entry_id: int) -> int:
        """Return where an entry stands, from 0; 0 if it is not there."""
        ids = [row.id for row in self._rows]
        return ids.index(entry_id) if entry_id in ids else 0

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, look or size of a row."""
        row = self.row_at(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (row.number, row.title, row.detail, row.due)))
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(0, FILE_HEIGHT)
            case _ if role == LOOK_ROLE:
                return _look(row)
        return None


def _look(row: EntryRow) -> RowLook:
    chip = ChipLook(row.due, Tone.SOON, Icon.CLOCK) if row.due else None
    return RowLook(row.title, row.detail, aside=row.number, chip=chip)
