"""The form of a new request: made for the keyboard, with the deadline shown as it is typed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from dsr_desktop.domain.clock import Deadline
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.domain.request import Channel
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.draft import CLUES, SEVERAL, Draft, Reading
from dsr_desktop.gui.pages.requests.message_box import MessageBox, unread_sentence
from dsr_desktop.gui.pages.requests.proposing import Proposing
from dsr_desktop.gui.pages.requests.rights_list import RightsList
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, RowHeight, Space, TextStyle
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import LANGUAGES, Tr
from dsr_desktop.wording.matching import criterion_label
from dsr_desktop.wording.requests import channel_label

_WIDTH = 1180
_RIGHTS_WIDTH = 320
_MESSAGE_WIDTH = 320
_RIGHTS_SHOWN = 13
CHANNELS = tuple(Channel)


class NewRequestDialog(RecordForm):
    """Asks for a `Draft`.

    `deadline_of` computes the clock of a receipt date and raises a DsrError for one that cannot
    be; `mistakes_of` returns the rules a draft breaks, by field.
    """

    def __init__(
        self,
        theme: Theme,
        tr: Tr,
        today: date,
        *,
        deadline_of: Callable[[date], Deadline],
        mistakes_of: Callable[[Draft], dict[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, tr, tr("New request"), verb=tr("Record the request"),
            sentence=tr("A right and one clue about the person are enough. The clock runs from the "
                        "day the message arrived, whoever read it when."),
            parent=parent,
        )  # fmt: skip
        self.today = today
        self._deadline_of = deadline_of
        self._mistakes_of = mistakes_of
        self.setFixedWidth(_WIDTH)
        self._make_editors(theme)
        self._make_fields(theme)
        self.due = Label(theme, "", TextStyle.STRONG)
        self.target = Label(theme, "", ink=Ink.MUTED)
        self.body.addLayout(self._columns())
        self.body.addLayout(self._clock(theme))
        self._connect()
        self._proposing = Proposing(tr, self)
        self._show_deadline()
        self.rights.setFocus()

    def answer(self) -> Draft:
        """Return what the form says now."""
        return Draft(
            rights=self.rights.rights.ticked,
            received_on=self.received_on.understood,
            channel=CHANNELS[self.channel.currentIndex()],
            language=LANGUAGES[self.language.currentIndex()],
            person={kind: self.person[kind].text() for kind in SEVERAL},
            given=self.message.given,
        )

    def take(self, read: Reading) -> None:
        """Show a message that was read, and preset what it proposes; it is kept unless unticked."""
        self.message.show_read(read.messages)
        self._proposing.show(read.proposals)
        self._show_deadline()

    def begin(self, found: Proposals, channel: Channel) -> None:
        """Preset what is proposed without a message, such as by the sheet of a call."""
        self.channel.setCurrentIndex(CHANNELS.index(channel))
        self._proposing.show(found)
        self._show_deadline()

    def submit(self) -> None:
        """Hand in the answer, once what was given as a message could be looked at."""
        if self.message.hand_over():
            self.fields["message"].set_error(unread_sentence(self._tr))
        else:
            super().submit()

    def mistakes(self) -> dict[str, str]:
        """Return the rules that the draft breaks."""
        return self._mistakes_of(self.answer())

    def editor_of(self, name: str) -> QWidget:
        """Return the list of rights, or the input of a field."""
        return self.rights if name == "rights" else super().editor_of(name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a message wherever it is dropped in the form."""
        if self.message.editor.canInsertFromMimeData(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand what was dropped to the box of the message."""
        event.acceptProposedAction()
        self.message.editor.insertFromMimeData(event.mimeData())

    def _paste(self) -> None:
        """Paste what no field takes into the box of the message."""
        self.message.editor.insertFromMimeData(QGuiApplication.clipboard().mimeData())

    def _show_deadline(self) -> None:
        """Compute the deadline of the day typed, or say why there is none."""
        tr, field = self._tr, self.fields["received_on"]
        day = self.received_on.understood
        if day is None:
            self._show_no_deadline()
            return
        try:
            deadline = self._deadline_of(day)
        except DsrError as error:
            rule = self.mistakes().get("received_on", "")
            field.set_error(rule or word_error(tr, error))
            self._show_no_deadline()
            return
        field.set_error("")
        self.due.setText(tr("Due on {day}", day=tr.weekday_date(deadline.current_due)))
        target = tr.date(deadline.internal_target)
        self.target.setText(tr("internal target {day}", day=target))

    def _show_no_deadline(self) -> None:
        self.due.setText(self._tr("No deadline for this day"))
        self.target.setText("")

    def _make_editors(self, theme: Theme) -> None:
        tr, today = self._tr, self.today
        self.rights = RightsList(theme, tr)
        self._received_on = DayField(theme, tr, tr("Received on"), today)
        self.received_on = self._received_on.day_editor
        self.channel = ChoiceEditor(theme, tuple(channel_label(tr, one) for one in CHANNELS))
        names = {"fr": tr("French"), "en": tr("English")}
        self.language = ChoiceEditor(theme, tuple(names[one] for one in LANGUAGES))
        self.language.setCurrentIndex(LANGUAGES.index(tr.language))
        self.recorded_on = TextEditor(tr.date(today))
        self.recorded_on.setEnabled(False)
        self.person = {kind: TextEditor() for kind in SEVERAL}
        self.message = MessageBox(theme, tr, lines=12, is_narrow=True)
        self.helps = _help(tr)

    def _make_fields(self, theme: Theme) -> None:
        tr = self._tr
        self._rights_card = Card(theme, padding=0)
        self._rights_card.body.setContentsMargins(1, Space.HAIR, 1, Space.HAIR)
        self._rights_card.add(self.rights)
        self.rights.setFixedHeight(_RIGHTS_SHOWN * RowHeight.PREVIEW)
        made = {
            "rights": Field(theme, tr("Rights asked"), self._rights_card),
            "received_on": self._received_on,
            "recorded_on": Field(
                theme, tr("Recorded on"), self.recorded_on, help_text=tr("Set by the app")
            ),
            "channel": Field(theme, tr("Came in by"), self.channel),
            "language": Field(theme, tr("Language of the request"), self.language),
        }
        made["message"] = Field(theme, tr("Message"), self.message)
        for kind in SEVERAL:
            made[kind] = Field(
                theme, criterion_label(tr, kind), self.person[kind],
                help_text=self.helps.get(kind, ""),
                optional=tr("optional") if kind not in CLUES else "",
            )  # fmt: skip
        for name, field in made.items():
            self.name_field(name, field)

    def _columns(self) -> QHBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.ROOMY)
        grid.setVerticalSpacing(Space.TIGHT)
        places = {
            "received_on": (0, 0, 1, 1), "recorded_on": (0, 1, 1, 1), "channel": (1, 0, 1, 1),
            "language": (1, 1, 1, 1), "name": (2, 0, 1, 2), "email": (3, 0, 1, 1),
            "phone": (3, 1, 1, 1), "company": (4, 0, 1, 1), "identifier": (4, 1, 1, 1),
            "address": (5, 0, 1, 1),
        }  # fmt: skip
        for name, place in places.items():
            grid.addWidget(self.fields[name], *place)
        town = QHBoxLayout()
        town.setSpacing(Space.TIGHT)
        town.addWidget(self.fields["postcode"], 2)
        town.addWidget(self.fields["city"], 3)
        grid.addLayout(town, 5, 1)
        grid.setRowStretch(6, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.PAGE)
        self.fields["rights"].setFixedWidth(_RIGHTS_WIDTH)
        row.addWidget(self.fields["rights"], 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(grid, 1)
        self.fields["message"].setFixedWidth(_MESSAGE_WIDTH)
        row.addWidget(self.fields["message"], 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _clock(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        row.addWidget(IconLabel(theme, Icon.CLOCK, Ink.ACCENT, IconSize.SECTION))
        row.addWidget(self.due)
        row.addWidget(self.target)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.received_on.day_changed.connect(self._show_deadline)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self._paste)
        self.setAcceptDrops(True)
        self.rights.rights.dataChanged.connect(lambda: self.fields["rights"].set_error(""))
        for kind, editor in self.person.items():
            editor.textEdited.connect(lambda _text, name=kind: self.fields[name].set_error(""))


def _help(tr: Tr) -> dict[str, str]:
    several = tr("Several: put ; between them")
    return {
        "name": tr("Name, e-mail, phone or identifier: one is enough"),
        "email": several,
        "phone": several,
    }
