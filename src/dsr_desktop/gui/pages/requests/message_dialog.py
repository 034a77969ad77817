"""The form that adds a message to a request, and the window that shows a kept one."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.domain.communication import CommunicationKind
from dsr_desktop.domain.incoming import KeptMessage, first_line
from dsr_desktop.domain.request import Channel
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.draft import Given, Reading, wrong_message
from dsr_desktop.gui.pages.requests.message_box import MessageBox, broken, unread_sentence
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import CutLabel
from dsr_desktop.wording.communications import kind_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.messages import message_line
from dsr_desktop.wording.requests import channel_label

CHANNELS = tuple(Channel)
KINDS = (
    CommunicationKind.REPLY_OF_PERSON, CommunicationKind.REQUEST, CommunicationKind.REMINDER,
    CommunicationKind.AUTHORITY, CommunicationKind.OTHER,
)  # fmt: skip
_WIDTH = 720


@dataclass(frozen=True)
class MessageAdded:
    """Messages that came in on `day`, all of one kind."""

    given: tuple[Given, ...]
    kind: CommunicationKind
    channel: Channel
    day: date


class AddMessageDialog(RecordForm):
    """Asks for a `MessageAdded`; the day is that of the message, where its header says it."""

    def __init__(
        self, theme: Theme, tr: Tr, today: date, channel: Channel, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("Add a message"), verb=tr("Keep the message"),
            sentence=tr("Its words are kept with the request, encrypted. Of an identity document "
                        "nothing is kept."),
            parent=parent,
        )  # fmt: skip
        self.setFixedWidth(_WIDTH)
        self.message = MessageBox(theme, tr, lines=6)
        self.add_field("message", Field(theme, tr("Message"), self.message))
        self.day = self.add_day("day", tr("Received on"), today)
        self.kind = ChoiceEditor(theme, tuple(kind_label(tr, one) for one in KINDS))
        self.channel = ChoiceEditor(theme, tuple(channel_label(tr, one) for one in CHANNELS))
        self.channel.setCurrentIndex(CHANNELS.index(channel))
        self.add_field("kind", Field(theme, tr("What it was"), self.kind))
        self.add_field("channel", Field(theme, tr("Came in by"), self.channel))
        self.message.keep.hide()
        self.message.setFocus()

    def take(self, read: Reading) -> None:
        """Show what was read, and the day on which it arrived."""
        self.message.show_read(read.messages)
        self.message.keep.hide()
        if read.proposals.received_on is not None:
            self.day.set_day(read.proposals.received_on)

    def answer(self) -> MessageAdded:
        """Return what is to be kept."""
        day = self.day.understood
        if day is None:
            raise ValueError(self.day.text())
        return MessageAdded(
            self.message.given, KINDS[self.kind.currentIndex()],
            CHANNELS[self.channel.currentIndex()], day,
        )  # fmt: skip

    def submit(self) -> None:
        """Hand in the answer, once what was given as a message could be looked at."""
        if self.message.hand_over():
            self.fields["message"].set_error(unread_sentence(self._tr))
        else:
            super().submit()

    def mistakes(self) -> dict[str, str]:
        """Return what is missing of the message."""
        given = self.message.given
        missing = "" if given else self._tr("Paste the message, drop its file, or choose it")
        rule = missing or wrong_message(self._tr, given)
        return {"message": rule} if rule else {}


class MessageWindow(FormDialog):
    """Shows a kept message; `cut_out` carries the number of a document, from 1."""

    cut_out = Signal(int)
    removed = Signal()
    saved = Signal()

    def __init__(
        self, theme: Theme, tr: Tr, message: KeptMessage, *, is_open: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, first_line(message) or tr("Message"), verb=tr("Save as a mail…"),
            cancel=tr("Close"), sentence=message_line(tr, message), parent=parent,
        )  # fmt: skip
        self._tr = tr
        self.setFixedWidth(_WIDTH)
        self.documents: list[Button] = []
        text = "\n".join([*message.headers, "", message.text]).strip()
        shown = NoteEditor(broken(text), lines=14)
        shown.setReadOnly(True)
        shown.setAccessibleName(tr("Message"))
        self.add(shown)
        for number, one in enumerate(message.communication.attachments, 1):
            self.add(self._document(number, one.name, is_open=is_open))
        self.remove = Button(theme, tr("Remove the text…"), ButtonKind.LINK, size=ButtonSize.SMALL)
        self.remove.clicked.connect(self.removed)
        self.add(self.remove)
        self.body.setAlignment(self.remove, Qt.AlignmentFlag.AlignLeft)
        self.verb_button.clicked.connect(self.saved)
        self._guard(message, is_open=is_open)

    def _document(self, number: int, name: str, *, is_open: bool) -> QWidget:
        tr = self._tr
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        button = Button(self._theme, tr("It is an identity document"), size=ButtonSize.SMALL)
        button.setAccessibleDescription(name)
        button.clicked.connect(lambda: self.cut_out.emit(number))
        if not is_open:
            button.disable(tr("A closed request no longer changes."))
        self.documents.append(button)
        row.addWidget(CutLabel(self._theme, name, ink=Ink.MUTED), 1)
        row.addWidget(button)
        return line

    def _guard(self, message: KeptMessage, *, is_open: bool) -> None:
        tr = self._tr
        if message.removed_on is not None:
            self.verb_button.disable(tr("The text of this message was removed already."))
            self.remove.disable(tr("The text of this message was removed already."))
        elif not is_open:
            self.remove.disable(tr("A closed request no longer changes."))
