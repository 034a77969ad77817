"""The rights to tick in a new request: one stop for Tab, arrows and Space."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request import Right
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import RowHeight
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, CellLook
from dsr_desktop.gui.widgets.label import plain_tool_tip
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import right_label, right_with_article

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
RIGHTS = tuple(Right)


class RightsModel(QAbstractTableModel):
    """Every right of the catalogue with a tick."""

    def __init__(self, tr: Tr, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = tuple(right_with_article(tr, right) for right in RIGHTS)
        self._short_labels = tuple(right_label(tr, right) for right in RIGHTS)
        self._ticked: set[int] = set()
        self._proposed: dict[int, str] = {}
        self._proposed_word = tr("proposed")

    @property
    def ticked(self) -> tuple[Right, ...]:
        """The rights ticked, in the order of the catalogue."""
        return tuple(right for number, right in enumerate(RIGHTS) if number in self._ticked)

    def propose(self, words: Mapping[Right, str]) -> None:
        """Tick what a message proposes, marked as such; what an earlier one proposed is taken back."""
        self._ticked -= self._proposed.keys()
        self._proposed = {RIGHTS.index(right): said for right, said in words.items()}
        self._proposed = {
            row: said for row, said in self._proposed.items() if row not in self._ticked
        }
        self._ticked |= self._proposed.keys()
        self.dataChanged.emit(self.index(0, 0), self.index(len(RIGHTS) - 1, 0))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rights."""
        return 0 if parent.isValid() else len(RIGHTS)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the name of a right, how it looks, or whether it is ticked."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (self._labels[index.row()], self._aside(index))))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(self._proposed.get(index.row(), ""))
            case Qt.ItemDataRole.CheckStateRole:
                ticked = index.row() in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case _ if role == LOOK_ROLE:
                return self._look(index)
        return None

    def _look(self, index: _Index) -> CellLook:
        """Leave the article out beside the mark: there is room for one of them."""
        if aside := self._aside(index):
            return CellLook(self._short_labels[index.row()], aside=aside)
        return CellLook(self._labels[index.row()])

    def _aside(self, index: _Index) -> str:
        return self._proposed_word if index.row() in self._proposed else ""

    def setData(
        self, index: _Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        """Tick or untick a right."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(index.row())
        else:
            self._ticked.discard(index.row())
        self._proposed.pop(index.row(), None)
        self.dataChanged.emit(index, index, [role])
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let every right be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


class RightsList(Table):
    """Space ticks, a click on a row ticks too; Enter is left to the dialog."""

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Rights asked"), row_height=RowHeight.PREVIEW, parent=parent)
        self.rights = RightsModel(tr, self)
        self.setModel(self.rights)
        self.share(0)
        self.horizontalHeader().hide()
        self.setCurrentIndex(self.rights.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the default button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)
