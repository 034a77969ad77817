"""Rows under group heads that fold: rows per file, per owner, per request."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import RowHeight
from dsr_desktop.gui.widgets.cell_delegate import CellDelegate, look_of
from dsr_desktop.gui.widgets.table import handle_row_key, settle_view

_ROW_HEIGHT = 38


class GroupedList(QTreeView):
    """A tree of two levels whose cells answer `LOOK_ROLE`; heads have `CellLook.group` set.

    Heads and rows share their columns. A click, Enter or an arrow folds a group.
    """

    row_opened = Signal(QModelIndex)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._delegate = CellDelegate(theme, self, height=_ROW_HEIGHT, folding=True)
        self.setItemDelegate(self._delegate)
        settle_view(self)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setWordWrap(False)
        self.header().setMinimumSectionSize(1)
        self.clicked.connect(self._fold)
        self.doubleClicked.connect(self._open)

    def set_width(self, column: int, width: int) -> None:
        """Give a column a fixed width."""
        self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(column, width)

    def stretch(self, column: int) -> None:
        """Let a column take what the others leave."""
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or fold by Enter, tick by Space."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and look_of(index).group:
            self._fold(index)
        elif not handle_row_key(self, event):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the pointer."""
        super().mouseMoveEvent(event)
        self._light(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        super().leaveEvent(event)
        self._light(QModelIndex())

    def content_height(self) -> int:
        """Return the height of all rows that are unfolded, for a list as tall as its content."""
        model = self.model()
        total = 0
        for row in range(model.rowCount()):
            group = model.index(row, 0)
            total += RowHeight.GROUP
            total += _ROW_HEIGHT * model.rowCount(group) if self.isExpanded(group) else 0
        return total

    def _fold(self, index: QModelIndex) -> None:
        group = index.siblingAtColumn(0)
        if look_of(group).group:
            self.setExpanded(group, not self.isExpanded(group))

    def _open(self, index: QModelIndex) -> None:
        if not look_of(index.siblingAtColumn(0)).group:
            self.row_opened.emit(index)

    def _light(self, index: QModelIndex) -> None:
        first = index.siblingAtColumn(0)
        if first != self._delegate.hovered_row:
            self._delegate.hovered_row = QPersistentModelIndex(first)
            self.viewport().update()
