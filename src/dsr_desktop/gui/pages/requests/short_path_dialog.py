"""The form of the short path: what will be recorded, the text to send, and one key to do it."""

from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.request import Channel
from dsr_desktop.domain.short_path import ShortAnswer, ShortPlan, blocks, check_answer
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import channel_label
from dsr_desktop.wording.short_path import plan_lines, short_verb

_WIDTH = 680
_LINES = 7
_CHANNELS = tuple(Channel)
_NO_WAY_OUT = frozenset({Channel.AUTHORITY, Channel.AGENT})


class ShortPathDialog(RecordForm):
    """Asks for a `ShortAnswer`; the text can be copied before anything is recorded."""

    def __init__(
        self, theme: Theme, tr: Tr, plan: ShortPlan, today: date, parent: QWidget | None = None
    ) -> None:
        verb = short_verb(tr, plan.request).rstrip("…")
        super().__init__(
            theme, tr, verb, verb=verb,
            sentence=tr("Copy the text and send it, then record. Every line is an event of its own."),
            parent=parent,
        )  # fmt: skip
        self._plan = plan
        self.setFixedWidth(_WIDTH)
        self.text = NoteEditor(plan.text, lines=_LINES)
        self.copy = Button(theme, tr("Copy the text"), size=ButtonSize.SMALL)
        self.copy.clicked.connect(self._copy)
        self.channel = ChoiceEditor(theme, tuple(channel_label(tr, one) for one in _CHANNELS))
        self.told = TickBox(theme, tr("Told: {names}", names=", ".join(plan.to_tell)))
        self.block = TickBox(theme, tr("Block marketing to {keys}", keys=", ".join(plan.keys)))
        self.block.setChecked(plan.proposes_block)
        self.purposes = {
            one: TickBox(theme, tr("End the consent: {purpose}", purpose=one))
            for one in plan.purposes
        }
        self._lay_out(theme, today)
        self._show_channel()
        self.text.setFocus()

    def answer(self) -> ShortAnswer:
        """Return what the form says now."""
        ticked = tuple(one for one, box in self.purposes.items() if box.isChecked())
        return ShortAnswer(
            self.text.toPlainText(), self._sent_on.understood or date.min,
            _CHANNELS[self.channel.currentIndex()], self.told.isChecked(), ticked,
            self.block.isChecked(),
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Return the rule that the answer breaks, at the field that mends it."""
        answer = self.answer()
        try:
            check_answer(self._plan, answer)
        except DsrError as error:
            return {self._field_of(answer): word_error(self._tr, error)}
        return {}

    def _field_of(self, answer: ShortAnswer) -> str:
        plan = self._plan
        if not answer.text.strip():
            return "text"
        stops = blocks(plan, answer) or answer.purposes
        if plan.stops_something and "stop" in self.fields and not stops:
            return "stop"
        return "told" if "told" in self.fields and not answer.told else "text"

    def _lay_out(self, theme: Theme, today: date) -> None:
        tr, plan = self._tr, self._plan
        self.body.addLayout(self._recorded(theme))
        self.add_field("text", Field(theme, tr("The text for the person"), self.text))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        self.body.addLayout(row)
        if plan.stops_something and not plan.must_block:
            boxes = _column(*self.purposes.values(), self.block)
            self.add_field("stop", Field(theme, tr("What ends"), boxes))
        if plan.stops_something and plan.to_tell:
            label = tr("Who sends your mailings")
            self.add_field("told", Field(theme, label, self.told))
        day = DayField(theme, tr, tr("Sent on"), today)
        self._sent_on = day.day_editor
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.ROOMY)
        grid.addWidget(self.name_field("sent_on", day), 0, 0)
        channel = self.name_field("channel", Field(theme, tr("Sent by"), self.channel))
        grid.addWidget(channel, 0, 1)
        self.body.addLayout(grid)

    def _recorded(self, theme: Theme) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Space.HAIR)
        column.addWidget(Label(theme, self._tr("What will be recorded"), TextStyle.STRONG))
        for words in plan_lines(self._tr, self._plan):
            row = QHBoxLayout()
            row.setSpacing(Space.TIGHT)
            row.addWidget(IconLabel(theme, Icon.CHEVRON_RIGHT, Ink.MUTED, IconSize.SECTION))
            row.addWidget(Label(theme, words, wraps=True), 1)
            column.addLayout(row)
        return column

    def _show_channel(self) -> None:
        came = self._plan.request.channel
        goes = Channel.EMAIL_GENERAL if came in _NO_WAY_OUT else came
        self.channel.setCurrentIndex(_CHANNELS.index(goes))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self._tr("Copied"))


def _column(*boxes: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.HAIR)
    for box in boxes:
        column.addWidget(box)
    whole.setFocusProxy(boxes[0])
    return whole
