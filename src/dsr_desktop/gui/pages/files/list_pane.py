"""The imported files: the table at the left, everything about the chosen one at the right."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QSplitter

from dsr_desktop.gui.pages.chips import source_column_width
from dsr_desktop.gui.pages.files.details import FileDetailsPane
from dsr_desktop.gui.pages.files.table import files_model
from dsr_desktop.gui.pages.files.views import FilesView
from dsr_desktop.gui.pages.rows import SortedRows
from dsr_desktop.gui.theme.tokens import RowHeight, Space
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.gui.workspace import Workspace

_WIDTHS = (0, 168, 132)
_FILE, _ACTIVITY = 0, 1
_ROOM_FOR_ALL = 600
_LIST_WIDTH, _DETAILS_WIDTH = 712, 306


class FilesList(QSplitter):
    """Shows a `FilesView`; the file that was chosen stays chosen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._workspace = workspace
        self._view = FilesView("", (), (), None)
        self._model = files_model(workspace.tr)
        self._sorted = SortedRows(self._model)
        self.table = self._make_table()
        self.details = FileDetailsPane(workspace)
        self._lay_out()

    def show_files(self, view: FilesView) -> None:
        """Show other files."""
        chosen = self._current_id()
        self._view = view
        self._model.show([details.row for details in view.files])
        if not self._select(chosen):
            self.table.selectRow(0)

    def show_source(self, source_id: int) -> None:
        """Choose the file of a source, if it is listed, and go to its held rows."""
        if self._select(source_id):
            self.details.go_to_held()

    def _select(self, source_id: int) -> bool:
        """Choose the row of a source; return whether there is one."""
        for number in range(self._sorted.rowCount()):
            row = self._sorted.row_at(self._sorted.index(number, 0))
            if row is not None and row.id == source_id:
                self.table.selectRow(number)
                return True
        return False

    def _current_id(self) -> int:
        row = self._sorted.row_at(self.table.currentIndex())
        return row.id if row is not None else 0

    def _show_details(self, _current: QModelIndex) -> None:
        chosen = self._current_id()
        for details in self._view.files:
            if details.row.id == chosen:
                self.details.show_file(details, self._view.activities)

    def _make_table(self) -> Table:
        theme, tr = self._workspace.theme, self._workspace.tr
        table = Table(theme, tr("Imported files"), row_height=RowHeight.TWO_LINES)
        table.setModel(self._sorted)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        for column, width in enumerate((*_WIDTHS, source_column_width(theme, tr))):
            table.set_width(column, width)
        table.share(_FILE)
        table.hide_below(_ROOM_FOR_ALL, _ACTIVITY)
        table.selectionModel().currentRowChanged.connect(self._show_details)
        return table

    def _lay_out(self) -> None:
        files = ListCard(self._workspace.theme)
        files.add(self.table, stretch=1)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(Space.SNUG + 2)
        self.addWidget(files)
        self.addWidget(self.details)
        self.setSizes([_LIST_WIDTH, _DETAILS_WIDTH])
        self.setStretchFactor(0, 1)
