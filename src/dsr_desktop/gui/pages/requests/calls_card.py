"""The calls that belong to no request yet, below the table of requests."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.requests.messages_list import MessagesModel
from dsr_desktop.gui.pages.requests.messages_presenter import LooseCalls
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, RowList
from dsr_desktop.wording.language import Tr

_MOST_ROWS = 3


class CallsCard(Card):
    """Hidden while there is none; `call_opened` carries a `CallSheet`."""

    call_opened = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Calls without a request"), parent=parent)
        self._tr = tr
        self.model = MessagesModel(tr, self)
        self.list = RowList(theme, tr("Calls without a request"))
        self.list.setModel(self.model)
        self.list.row_opened.connect(self._open)
        self.kept = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        self.add(self.list)
        self.add(self.kept)
        self.hide()

    def show_calls(self, loose: LooseCalls) -> None:
        """Show the calls, the last one first, and for how long they stay."""
        self.model.show((), loose.sheets)
        rows = self.model.rowCount()
        self.setVisible(bool(rows))
        self.list.setFixedHeight(min(rows, _MOST_ROWS) * FILE_HEIGHT)
        self.kept.setText(
            self._tr.count(
                "Put each to a request, or remove the draft: what stays here goes {n} month after the last change.",
                "Put each to a request, or remove the draft: what stays here goes {n} months after the last change.",
                loose.months,
            )
        )

    def _open(self, index: QModelIndex) -> None:
        self.call_opened.emit(self.model.entry_at(index.row()))
