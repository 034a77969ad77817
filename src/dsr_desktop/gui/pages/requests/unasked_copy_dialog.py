"""The tick "copy of an identity document received unasked, returned or destroyed on" (R-ID-6)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.identity import CopyOutcome, UnaskedCopy
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.identity import copy_label
from dsr_desktop.wording.language import Tr

OUTCOMES = tuple(CopyOutcome)


class UnaskedCopyDialog(RecordForm):
    """Asks for an `UnaskedCopy`: two days and what was done, never the copy."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("Copy of an identity document, not asked for"), verb=tr("Record"),
            sentence=tr("Delete it in the mailbox and in every folder first, or send it back. Only "
                        "the days are recorded, never the copy."),
            parent=parent,
        )  # fmt: skip
        self.outcome = ChoiceEditor(theme, tuple(copy_label(tr, one) for one in OUTCOMES))
        self.add_field("outcome", Field(theme, tr("What was done with it"), self.outcome))
        self.received = self.add_day("received", tr("Received on"), today)
        self.gone = self.add_day("gone", tr("Returned or destroyed on"), today)

    def answer(self) -> UnaskedCopy:
        """Return the tick."""
        received, gone = self.received.understood, self.gone.understood
        if received is None or gone is None:
            raise ValueError(self.received.text())
        return UnaskedCopy(received, OUTCOMES[self.outcome.currentIndex()], gone)
