"""Forms on sending the data to another organisation: to whom, whether it is feasible, when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.countries import country_codes
from dsr_desktop.domain.transfer import Feasibility
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.checked_form import day_in
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.services.transfers import Organisation, TransferView
from dsr_desktop.wording.countries import country_label, sorted_by_name
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.transfers import transfer_line

_ANSWERS = (Feasibility.FEASIBLE, Feasibility.NOT_FEASIBLE)


@dataclass(frozen=True)
class Named:
    """An organisation, and the day of the wish."""

    to: Organisation
    asked_on: date


@dataclass(frozen=True)
class Judged:
    """Whether a transfer is feasible: how, or why not."""

    id: int
    feasibility: Feasibility
    explanation: str


@dataclass(frozen=True)
class Sent:
    """The day on which the data went."""

    id: int
    sent_on: date


class OrganisationForm(RecordForm):
    """Asks for an organisation; one that is among the recipients is found by its name."""

    def __init__(
        self, theme: Theme, tr: Tr, today: date, country: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("To another organisation"), verb=tr("Record the wish"),
            sentence=tr("The person may have her data sent straight to it, where that is "
                        "technically feasible, art. 20(2)."),
            parent=parent,
        )  # fmt: skip
        self.name = TextEditor()
        self.add_field("name", Field(theme, tr("Organisation"), self.name))
        self.contact = TextEditor()
        label = tr("Whom to write to there")
        self.add_field("contact", Field(theme, label, self.contact, optional=tr("optional")))
        self._codes = sorted_by_name(tr, country_codes())
        self.country = ChoiceEditor(theme, tuple(country_label(tr, one) for one in self._codes))
        self.country.setCurrentIndex(self._codes.index(country))
        self.add_field("country", Field(theme, tr("Country"), self.country))
        self.asked_on = self.add_day("asked_on", tr("Asked on"), today)

    def answer(self) -> Named:
        """Return the organisation and the day."""
        to = Organisation(
            self.name.text().strip(), self._codes[self.country.currentIndex()],
            self.contact.text().strip(),
        )  # fmt: skip
        return Named(to, day_in(self.asked_on))

    def mistakes(self) -> dict[str, str]:
        """Ask for the name."""
        return {} if self.name.text().strip() else {"name": self._tr("Write its name.")}


class FeasibilityForm(RecordForm):
    """Asks whether a transfer is feasible; how or why not goes into the letter to the person."""

    def __init__(
        self, theme: Theme, tr: Tr, waiting: Sequence[TransferView], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("Is it technically feasible?"), verb=tr("Record it"),
            sentence=tr("Nobody has to build a system for it. What is feasible is not refused."),
            parent=parent,
        )  # fmt: skip
        self._which = _choice_of(theme, tr, waiting)
        self._ids = tuple(one.transfer.id for one in waiting)
        self.add_field("which", Field(theme, tr("Organisation"), self._which))
        self.feasible = ChoiceEditor(theme, (tr("Choose…"), tr("Yes"), tr("No")))
        self.add_field("feasible", Field(theme, tr("Feasible"), self.feasible))
        self.explanation = NoteEditor(lines=3)
        self.add_field("explanation", Field(theme, tr("How, or why not"), self.explanation))

    def answer(self) -> Judged:
        """Return what was found out."""
        return Judged(
            self._ids[self._which.currentIndex()], _ANSWERS[self.feasible.currentIndex() - 1],
            self.explanation.toPlainText().strip(),
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Ask for what is missing."""
        wrong = {}
        if not self.feasible.currentIndex():
            wrong["feasible"] = self._tr("Choose yes or no.")
        if not self.explanation.toPlainText().strip():
            wrong["explanation"] = self._tr("Say how, or why not.")
        return wrong


class HandOverForm(RecordForm):
    """Asks when the bundle went to an organisation."""

    def __init__(
        self, theme: Theme, tr: Tr, today: date, ready: Sequence[TransferView],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("The data went to the organisation"), verb=tr("Record the hand-over"),
            sentence=tr("It is entered among the disclosures too. You send the bundle; the app "
                        "sends nothing."),
            parent=parent,
        )  # fmt: skip
        self._which = _choice_of(theme, tr, ready)
        self._ids = tuple(one.transfer.id for one in ready)
        self.add_field("which", Field(theme, tr("Organisation"), self._which))
        self.sent_on = self.add_day("sent_on", tr("Handed over on"), today)

    def answer(self) -> Sent:
        """Return to which, and when."""
        return Sent(self._ids[self._which.currentIndex()], day_in(self.sent_on))


def _choice_of(theme: Theme, tr: Tr, shown: Sequence[TransferView]) -> ChoiceEditor:
    return ChoiceEditor(
        theme, tuple(transfer_line(tr, one.transfer, one.recipient.name) for one in shown)
    )
