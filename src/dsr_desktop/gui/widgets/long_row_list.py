"""A list like `RowList` for hundreds of thousands of rows: no row is measured to be shown."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, settle_rows
from dsr_desktop.gui.widgets.table import choose_first, handle_row_key

_PAGES_AHEAD = 3
_NOWHERE = QModelIndex()


class LongRowList(QTableView):
    """Shows a model whose rows answer `LOOK_ROLE` with a `RowLook`, most of them of `row_height`.

    The model says by `odd_heights(first, last)` which rows are of another height, and what follows
    by `fetchMore`, which is asked before the end is reached. Heads should not be selectable in it:
    the arrows then pass over them.
    """

    row_opened = Signal(QModelIndex)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        row_height: int = FILE_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        settle_rows(self, theme, row_height)
        self._settle_heads(row_height)
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        self.doubleClicked.connect(self.row_opened)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model from its first row on."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._fit_all)
            model.rowsInserted.connect(self._fit)
            self._fit_all()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is: on a row."""
        super().focusInEvent(event)
        choose_first(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, tick by Space, go to the first and last row by Home and End."""
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: -1}
        if (step := ends.get(Qt.Key(event.key()))) is not None:
            self._go_to_end(step)
        elif not handle_row_key(self, event):
            super().keyPressEvent(event)

    def _go_to_end(self, step: int) -> None:
        model = self.model()
        numbers = range(model.rowCount())[::step]
        rows = (model.index(number, 0) for number in numbers)
        usable = (row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable)
        if (end := next(usable, None)) is not None:
            self.setCurrentIndex(end)

    def _fit_all(self) -> None:
        self._fit(_NOWHERE, 0, self.model().rowCount() - 1)

    def _fit(self, _parent: QModelIndex, first: int, last: int) -> None:
        heads = self.verticalHeader()
        heads.setUpdatesEnabled(False)  # else each row would lay out those below it
        for number, height in self.model().odd_heights(first, last):  # type: ignore[attr-defined]
            heads.resizeSection(number, height)
        heads.setUpdatesEnabled(True)

    def _look_ahead(self, value: int) -> None:
        left = self.verticalScrollBar().maximum() - value
        model = self.model()
        if left < _PAGES_AHEAD * self.viewport().height() and model.canFetchMore(_NOWHERE):
            model.fetchMore(_NOWHERE)

    def _settle_heads(self, row_height: int) -> None:
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height)
