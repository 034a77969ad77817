"""Forms that change the clock: a pause, its end, the extension."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.clock import ExtensionReason, PauseReason
from dsr_desktop.gui.pages.requests.forms.checked_form import CheckedForm
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.language import Tr


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


class ResumeForm(CheckedForm):
    """Asks when the person answered the open question; its answer is the day."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("The person answered"), verb=tr("Record the answer"),
            sentence=tr("The clock runs again from this day; the days between are added."),
            parent=parent,
        )  # fmt: skip
        self.ask_day(tr("Answered on"), today)

    def answer(self) -> date:
        """Return the day."""
        return self.chosen_day


class PauseForm(CheckedForm):
    """Asks what the person was asked, and when."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("Pause the clock"), verb=tr("Record the pause"),
            sentence=tr("The clock may stop while the person has not answered, EDPB 01/2022 §159. "
                        "Asked late, the pause is doubtful."),
            parent=parent,
        )  # fmt: skip
        reasons = (tr("Doubt about the identity"), tr("What exactly is asked for, rec. 63"))
        self.reason = ChoiceEditor(theme, reasons)
        self.add_field("reason", Field(theme, tr("The person was asked about"), self.reason))
        self.large = TickBox(theme, tr("A large quantity of data is processed"))
        self.add(self.large)
        self.ask_day(tr("Asked on"), today)
        self.reason.currentIndexChanged.connect(self._show_large)
        self._show_large()

    def answer(self) -> Paused:
        """Return what was entered."""
        return Paused(self._chosen_reason, self.chosen_day, self.large.isChecked())

    @property
    def _chosen_reason(self) -> PauseReason:
        return tuple(PauseReason)[self.reason.currentIndex()]

    def _show_large(self) -> None:
        self.large.setVisible(self._chosen_reason is PauseReason.CLARIFICATION)
        self.fields["day"].set_error("")


class ExtendForm(CheckedForm):
    """Asks why two more months are needed, and when the notice was sent."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("Extend the deadline"), verb=tr("Record the extension"),
            sentence=tr("Two more months, once, and only if the person is told why inside the "
                        "first month, art. 12(3)."),
            parent=parent,
        )  # fmt: skip
        self.reasons = {
            ExtensionReason.COMPLEXITY: TickBox(theme, tr("The request is complex")),
            ExtensionReason.NUMBER_OF_REQUESTS: TickBox(theme, tr("There are many requests")),
        }
        for box in self.reasons.values():
            self.add(box)
        self.text = NoteEditor(lines=2)
        self.add_field("text", Field(theme, tr("The reasons as the person reads them"), self.text))
        self.ask_day(tr("Notice sent on"), today)

    def answer(self) -> Extended:
        """Return what was entered."""
        reasons = frozenset(reason for reason, box in self.reasons.items() if box.isChecked())
        return Extended(reasons, self.text.toPlainText().strip(), self.chosen_day)


class WithdrawForm(CheckedForm):
    """Asks on which day the extension was withdrawn; its answer is the day."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("Withdraw the extension"), verb=tr("Record the withdrawal"),
            sentence=tr("The first date stands again, and the request is not extended anew. Tell "
                        "the person."),
            parent=parent,
        )  # fmt: skip
        self.ask_day(tr("Withdrawn on"), today)

    def answer(self) -> date:
        """Return the day."""
        return self.chosen_day
