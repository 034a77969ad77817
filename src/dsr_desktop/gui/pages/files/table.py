"""The lists of the Files page: what was imported, and what is about to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.gui.pages.chips import source_chip
from dsr_desktop.gui.pages.rows import ColumnOf, RowsModel
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, CellLook, RowLook
from dsr_desktop.wording.language import Tr

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_STATE_ORDER = (
    SourceStatus.UNREADABLE,
    SourceStatus.PASSWORD,
    SourceStatus.PARTLY,
    SourceStatus.IMPORTED,
)


@dataclass(frozen=True)
class FileRow:
    """An imported file, in words where the table shows words; `imported_at` sorts."""

    id: int
    name: str
    contents: str
    kind: str
    activity: str
    activity_name: str
    imported_on: str
    supplied_by: str
    status: SourceStatus
    rows: int
    imported_at: str


def files_model(tr: Tr) -> RowsModel[FileRow]:
    """Return the model of the table of imported files."""
    return RowsModel(
        (
            ColumnOf(tr("File"), _file, lambda row: row.name.casefold()),
            ColumnOf(
                tr("Activity"),
                lambda row: CellLook(row.activity, detail=row.activity_name or row.kind),
                lambda row: row.activity,
            ),
            ColumnOf(
                tr("Brought in"),
                lambda row: CellLook(row.imported_on, detail=row.supplied_by),
                lambda row: row.imported_at,
            ),
            ColumnOf(
                tr("State"),
                lambda row: CellLook(chip=source_chip(tr, row.status)),
                lambda row: _STATE_ORDER.index(row.status),
            ),
        )
    )


def _file(row: FileRow) -> CellLook:
    return CellLook(row.name, detail=row.contents, style=TextStyle.STRONG)


class ChosenFiles(QAbstractListModel):
    """The files of an import that is being prepared."""

    def __init__(self) -> None:
        super().__init__()
        self._files: tuple[Path, ...] = ()

    def show(self, files: Sequence[Path]) -> None:
        """Show other files."""
        self.beginResetModel()
        self._files = tuple(files)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._files)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words or look of a row."""
        if not index.isValid():
            return None
        file = self._files[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return file.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(file)
        if role == LOOK_ROLE:
            return RowLook(file.name, str(file.parent), icon=Icon.FILE, icon_ink=Ink.MUTED)
        return None
