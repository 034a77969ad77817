"""What reading the sources again showed, file by file; painted rows."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dsr_desktop.domain.rescan import WORST_FIRST, SourceRescan
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.gui.pages.requests.words import left_line, source_names
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.label import plain_tool_tip
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.rescanning import rescan_label, said_sentence

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CHIPS = {
    RescanStatus.CLEAN: (Tone.OK, Icon.CIRCLE_CHECK),
    RescanStatus.STILL_THERE: (Tone.LATE, Icon.CIRCLE_ALERT),
    RescanStatus.MISSING: (Tone.SOON, Icon.FILE_X),
    RescanStatus.UNREADABLE: (Tone.LATE, Icon.FILE_X),
    RescanStatus.GONE: (Tone.OK, Icon.CLIPBOARD_CHECK),
}


class RescanModel(QAbstractListModel):
    """One row for each file, what needs you first."""

    def __init__(self, tr: Tr, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._rows: tuple[SourceRescan, ...] = ()
        self._names: tuple[str, ...] = ()

    def show(self, sources: Sequence[SourceRescan]) -> None:
        """Show other results."""
        ordered = tuple(sorted(sources, key=lambda source: WORST_FIRST.index(source.status)))
        if ordered != self._rows:
            self.beginResetModel()
            self._rows = ordered
            self._names = source_names(self._tr, ordered)
            self.endResetModel()

    def source_at(self, number: int) -> int:
        """Return the id of the file whose result stands in this row, from 0."""
        return self._rows[number].source_id

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of files."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return words or look of a row."""
        if not index.isValid():
            return None
        look = self._look(self._names[index.row()], self._rows[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                chip = look.chip.text if look.chip else ""
                return ", ".join(filter(None, (look.title, chip, look.detail)))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(look.detail)
            case _ if role == LOOK_ROLE:
                return look
        return None

    def _look(self, name: str, source: SourceRescan) -> RowLook:
        tone, icon = _CHIPS[source.status]
        return RowLook(
            name,
            said_sentence(self._tr, source.gone)
            if source.gone
            else left_line(self._tr, source.left),
            icon=Icon.FILE_SPREADSHEET,
            chip=ChipLook(rescan_label(self._tr, source.status), tone, icon),
        )
