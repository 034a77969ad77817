"""Messages and calls of a request as the rows of one list, by day."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dsr_desktop.domain.call_sheet import CallSheet
from dsr_desktop.domain.incoming import KeptMessage, first_line
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.wording.communications import kind_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.messages import call_words, message_line

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
Entry = KeptMessage | CallSheet


class MessagesModel(QAbstractListModel):
    """One row for each message and each call."""

    def __init__(self, tr: Tr, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._entries: tuple[Entry, ...] = ()

    def show(self, messages: tuple[KeptMessage, ...], calls: tuple[CallSheet, ...]) -> None:
        """Show other messages and calls."""
        both: tuple[Entry, ...] = (*messages, *calls)
        entries = tuple(sorted(both, key=_day))
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def entry_at(self, number: int) -> Entry:
        """Return what stands in this row, from 0."""
        return self._entries[number]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of messages and calls."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return words or look of a row."""
        if not index.isValid():
            return None
        look = self._look(self._entries[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return look.spoken
            case _ if role == LOOK_ROLE:
                return look
        return None

    def _look(self, entry: Entry) -> RowLook:
        tr = self._tr
        if isinstance(entry, CallSheet):
            chip = ChipLook(tr("draft"), Tone.SOON) if entry.is_draft else None
            words = call_words(tr, entry)
            return RowLook(tr("Call"), " · ".join(words), icon=Icon.CONTACT, chip=chip)
        title = first_line(entry) or kind_label(tr, entry.communication.kind)
        cut = tr.count(
            "{n} identity document cut out", "{n} identity documents cut out", entry.cut_out
        )
        chip = ChipLook(cut, Tone.INFO, Icon.SHIELD_CHECK) if entry.cut_out else None
        return RowLook(title, message_line(tr, entry), icon=Icon.MAIL, chip=chip)


def _day(entry: Entry) -> tuple[str, int]:
    day = entry.called_on if isinstance(entry, CallSheet) else entry.communication.day
    return day.isoformat(), entry.id
