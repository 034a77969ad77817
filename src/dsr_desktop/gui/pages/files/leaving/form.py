"""The form of a list that leaves: for whom, what for, and who would go before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.language import Tr

_WIDTH = 620


@dataclass(frozen=True)
class LeavingOrder:
    """What the form says: places in the lists that it offered, and the purpose."""

    recipient: int
    purpose: str
    activity: int = 0
    format: int = 0


@dataclass(frozen=True)
class LeavingChoices:
    """What the form offers; without formats, what leaves is a file that is there already."""

    recipients: Sequence[str]
    activities: Sequence[str] = ()
    formats: Sequence[str] = ()


class LeavingForm(RecordForm):
    """Its answer is a LeavingOrder: handed in first to be counted, then, unchanged, to be saved."""

    def __init__(
        self, theme: Theme, tr: Tr, title: str, choices: LeavingChoices,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, title, verb=tr("Count who may go"),
            sentence=tr("First you see who stays behind and why. Nothing is written before you save."),
            parent=parent,
        )  # fmt: skip
        self.setFixedWidth(_WIDTH)
        self._counted: LeavingOrder | None = None
        self.recipient = ChoiceEditor(theme, tuple(choices.recipients))
        self.purpose = TextEditor()
        self.activity = ChoiceEditor(theme, tuple(choices.activities))
        self.format = ChoiceEditor(theme, tuple(choices.formats))
        self.add_field("recipient", Field(theme, tr("Recipient"), self.recipient))
        self.add_field("purpose", Field(theme, tr("Purpose"), self.purpose))
        if choices.formats:
            self.add_field("activity", Field(theme, tr("Contacts"), self.activity))
            self.add_field("format", Field(theme, tr("Kind of file"), self.format))
        self._told = QVBoxLayout()
        self.body.addLayout(self._told)
        self.purpose.textChanged.connect(self._forget)
        for choice in (self.recipient, self.activity, self.format):
            choice.currentIndexChanged.connect(self._forget)

    def answer(self) -> LeavingOrder:
        """Return what the form says now."""
        return LeavingOrder(
            self.recipient.currentIndex(), self.purpose.text().strip(),
            max(self.activity.currentIndex(), 0), max(self.format.currentIndex(), 0),
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Ask for a recipient and a purpose."""
        found = {}
        if self.recipient.count() == 0:
            found["recipient"] = self._tr("Record the recipient on the Registers page first.")
        if not self.purpose.text().strip():
            found["purpose"] = self._tr("Say what the list is for.")
        return found

    def is_counted(self, order: LeavingOrder) -> bool:
        """Tell whether the counts on show are of this order."""
        return order == self._counted

    def show_counts(self, order: LeavingOrder, what: str, told: str, *, warns: bool) -> None:
        """Show who would go; from now on the button saves."""
        self.wait_again()
        clear(self._told)
        self._told.addWidget(Banner(self._theme, Tone.SOON if warns else Tone.OK, what, told))
        self._counted = order
        self.verb_button.setText(self._tr("Save and record…"))

    def _forget(self) -> None:
        if self._counted is not None:
            self._counted = None
            clear(self._told)
            self.verb_button.setText(self._tr("Count who may go"))
