"""The messages that came in about a request, and its calls: a list, and what can be added."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.call_sheet import CallSheet
from dsr_desktop.domain.incoming import KeptMessage
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.messages_list import MessagesModel
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, RowList
from dsr_desktop.wording.language import Tr

_MOST_ROWS = 5


class MessagesCard(Card):
    """`message_opened` and `call_opened` carry what was opened; the others ask for a form."""

    message_opened = Signal(object)
    call_opened = Signal(object)
    message_wanted = Signal()
    call_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Messages and calls"), parent=parent)
        self._tr = tr
        self.model = MessagesModel(tr, self)
        self.list = RowList(theme, tr("Messages and calls"))
        self.list.setModel(self.model)
        self.list.row_opened.connect(self._open)
        self.empty = Label(
            theme, tr("No message is kept yet. Add the one that the request came in."),
            ink=Ink.MUTED, wraps=True,
        )  # fmt: skip
        self.add_message = Button(
            theme, tr("Add a message…"), size=ButtonSize.SMALL, icon=Icon.MAIL
        )
        self.add_call = Button(theme, tr("Note a call…"), size=ButtonSize.SMALL, icon=Icon.CONTACT)
        self.tick_copy = Button(
            theme, tr("Identity copy not asked for…"), ButtonKind.LINK, size=ButtonSize.SMALL
        )
        self.tick_copy.setAccessibleDescription(
            tr("Record that a copy came unasked and was returned or destroyed")
        )
        self.add(self.empty)
        self.add(self.list)
        self.add_row(self.add_message, self.add_call, self.tick_copy)
        self.add_message.clicked.connect(self.message_wanted)
        self.add_call.clicked.connect(self.call_wanted)
        self.tick_copy.clicked.connect(self.copy_wanted)

    def show_state(self, state: RequestState, _guards: Guards) -> None:
        """Show the messages and calls of a request, and what can be added now."""
        self.model.show(state.messages, state.calls)
        rows = self.model.rowCount()
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.list.setFixedHeight(min(rows, _MOST_ROWS) * FILE_HEIGHT)
        for button in (self.add_message, self.add_call, self.tick_copy):
            if state.request.is_open:
                button.enable()
            else:
                button.disable(self._tr("A closed request no longer changes."))

    def _open(self, index: QModelIndex) -> None:
        entry = self.model.entry_at(index.row())
        match entry:
            case KeptMessage():
                self.message_opened.emit(entry)
            case CallSheet():
                self.call_opened.emit(entry)
