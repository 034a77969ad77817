"""An automated decision that the person contests: what looking into it showed (art. 22)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request import Right
from dsr_desktop.gui.pages.requests.fold_card import FoldCard, Line
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.wording.automated_decision import finding_label, finding_lines
from dsr_desktop.wording.language import Tr


class AutomatedCard(FoldCard):
    """Shown where somebody asks about one; the answer can be copied once it was looked into."""

    examine_requested = Signal()
    answer_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Automated decision"), parent)
        self._tr = tr
        self.examine = self.add_button(tr("Look into it…"))
        self.answer = self.add_button(tr("Text for the person"))
        self.examine.clicked.connect(self.examine_requested)
        self.answer.clicked.connect(self.answer_requested)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show what was found, or that nobody looked."""
        tr, found = self._tr, state.beside.automated
        self.setVisible(Right.AUTOMATED_DECISION in state.request.rights)
        self.answer.setVisible(found is not None)
        if found is None:
            rule = tr("Does a machine alone decide about this person, with legal or like effects?")
            self.show_lines(state.request.ref, [Line(rule)], tr("nobody looked into it yet"))
        else:
            lines = [Line(finding_label(tr, found.finding), tr.date(found.on))]
            lines += [Line(text, label) for label, text in finding_lines(tr, found)]
            self.show_lines(state.request.ref, lines, finding_label(tr, found.finding))
        self.guard((self.examine, guards.facts), (self.answer, ""))
