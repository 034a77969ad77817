"""Short forms of the request page: identity check, pause, its end, extension, sending."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.clock import ExtensionReason, PauseReason
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Channel
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.date_editor import DateEditor, DayField
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.identity import method_label, result_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import channel_label

CHANNELS = tuple(Channel)
METHODS = tuple(IdentityMethod)
RESULTS = tuple(IdentityResult)


@dataclass(frozen=True)
class Checked:
    """An identity check: `doubt` is None where there was none."""

    doubt: str | None
    method: IdentityMethod
    result: IdentityResult


@dataclass(frozen=True)
class Paused:
    """A question to the person; `large_quantity` is for clarifications (rec. 63)."""

    reason: PauseReason
    asked_on: date
    large_quantity: bool


@dataclass(frozen=True)
class Extended:
    """An extension; `sent_on` is the day its notice was sent."""

    reasons: frozenset[ExtensionReason]
    text: str
    sent_on: date


@dataclass(frozen=True)
class Sent:
    """An answer that was sent; `remedies_told`: it named complaint and court (R-COM-3)."""

    sent_on: date
    channel: Channel
    remedies_told: bool = True


class _DayForm(FormDialog):
    """A form with a day, under which the rule is shown that the answer breaks."""

    def __init__(
        self, theme: Theme, tr: Tr, title: str, verb: str, sentence: str, parent: QWidget | None
    ) -> None:
        super().__init__(
            theme, title, verb=verb, cancel=tr("Cancel"), sentence=sentence, parent=parent
        )
        self._tr = tr
        self.set_check(lambda: "")
        self.verb_button.clicked.connect(self._try)

    def set_check(self, check: Callable[[], str]) -> None:
        """Set what returns the rule that the answer breaks, "" if it breaks none."""
        self._check = check

    def add_day(self, label: str, today: date) -> DateEditor:
        """Add the field of the day, today at first."""
        self.day_field = DayField(self._theme, self._tr, label, today)
        self.day = self.day_field.day_editor
        self.add(self.day_field)
        return self.day

    @property
    def chosen_day(self) -> date:
        """The day in the field; ValueError if it is none, which no form is accepted with."""
        day = self.day.understood
        if day is None:
            raise ValueError(self.day.text())
        return day

    def _try(self) -> None:
        rule = self.day_field.misread or self._check()
        if rule:
            self.day_field.set_error(rule)
            self.day.setFocus()
        else:
            self.accept()


class SendDialog(_DayForm):
    """Asks when and how the answer was sent; one that `refuses` anything, what it said of it."""

    def __init__(
        self, theme: Theme, tr: Tr, today: date, *, refuses: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        sentence = tr("You send the answer; the app records the day that counts for the deadline.")
        super().__init__(
            theme, tr, tr("Record that the answer was sent"), tr("Record sending"), sentence, parent
        )
        self.add_day(tr("Sent on"), today)
        self.channel = ChoiceEditor(theme, tuple(channel_label(tr, one) for one in CHANNELS))
        self.add(Field(theme, tr("Sent by"), self.channel))
        self.remedies = TickBox(theme, tr("It names the right to complain and to go to court"))
        self._refuses = refuses
        if refuses:
            self.add(self.remedies)

    @property
    def answer(self) -> Sent:
        """What was entered."""
        channel = CHANNELS[self.channel.currentIndex()]
        return Sent(self.chosen_day, channel, not self._refuses or self.remedies.isChecked())


class ResumeDialog(_DayForm):
    """Asks when the person answered the open question."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        sentence = tr("The clock runs again from this day; the days between are added.")
        super().__init__(
            theme, tr, tr("The person answered"), tr("Record the answer"), sentence, parent
        )
        self.add_day(tr("Answered on"), today)


class PauseDialog(_DayForm):
    """Asks what the person was asked, and when."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        sentence = tr("The clock may stop while the person has not answered, EDPB 01/2022 §159. "
                      "Asked late, the pause is doubtful.")  # fmt: skip
        super().__init__(theme, tr, tr("Pause the clock"), tr("Record the pause"), sentence, parent)
        reasons = (tr("Doubt about the identity"), tr("What exactly is asked for, rec. 63"))
        self.reason = ChoiceEditor(theme, reasons)
        self.add(Field(theme, tr("The person was asked about"), self.reason))
        self.large = TickBox(theme, tr("A large quantity of data is processed"))
        self.add(self.large)
        self.add_day(tr("Asked on"), today)
        self.reason.currentIndexChanged.connect(self._show_large)
        self._show_large()

    @property
    def answer(self) -> Paused:
        """What was entered."""
        return Paused(self._chosen_reason, self.chosen_day, self.large.isChecked())

    @property
    def _chosen_reason(self) -> PauseReason:
        return tuple(PauseReason)[self.reason.currentIndex()]

    def _show_large(self) -> None:
        self.large.setVisible(self._chosen_reason is PauseReason.CLARIFICATION)
        self.day_field.set_error(self.day_field.misread)


class ExtendDialog(_DayForm):
    """Asks why two more months are needed, and when the notice was sent."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        sentence = tr("Two more months, once, and only if the person is told why inside the first "
                      "month, art. 12(3).")  # fmt: skip
        super().__init__(
            theme, tr, tr("Extend the deadline"), tr("Record the extension"), sentence, parent
        )
        self.reasons = {
            ExtensionReason.COMPLEXITY: TickBox(theme, tr("The request is complex")),
            ExtensionReason.NUMBER_OF_REQUESTS: TickBox(theme, tr("There are many requests")),
        }
        for box in self.reasons.values():
            self.add(box)
        self.text = NoteEditor(lines=2)
        self.add(Field(theme, tr("The reasons as the person reads them"), self.text))
        self.add_day(tr("Notice sent on"), today)

    @property
    def answer(self) -> Extended:
        """What was entered."""
        reasons = frozenset(reason for reason, box in self.reasons.items() if box.isChecked())
        return Extended(reasons, self.text.toPlainText().strip(), self.chosen_day)


class IdentityDialog(FormDialog):
    """Asks how the identity was checked and with what outcome: facts, never a document."""

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr("Record an identity check"), verb=tr("Record the check"),
            cancel=tr("Cancel"),
            sentence=tr("Facts only: the app never keeps an identity document, its number or an "
                        "image of it."),
            parent=parent,
        )  # fmt: skip
        self.method = ChoiceEditor(theme, tuple(method_label(tr, one) for one in METHODS))
        self.outcome = ChoiceEditor(theme, tuple(result_label(tr, one) for one in RESULTS))
        self.doubt = NoteEditor(lines=2)
        self.add(Field(theme, tr("Checked by"), self.method))
        self.add(Field(theme, tr("Outcome"), self.outcome))
        self.add(
            Field(theme, tr("Why there was a reasonable doubt"), self.doubt,
                  help_text=tr("Empty: there was none"), optional=tr("optional"))
        )  # fmt: skip
        self.verb_button.clicked.connect(self.accept)

    @property
    def answer(self) -> Checked:
        """What was entered."""
        return Checked(
            self.doubt.toPlainText().strip() or None,
            METHODS[self.method.currentIndex()],
            RESULTS[self.outcome.currentIndex()],
        )
