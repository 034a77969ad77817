"""Organisations to which the person wants her data sent straight; only where portability is asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request import Right
from dsr_desktop.domain.transfer import TransferState
from dsr_desktop.gui.pages.requests.fold_card import FoldCard, Line
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.transfers import transfer_line


class TransferCard(FoldCard):
    """Shows each transfer and how far it is."""

    ask_requested = Signal()
    judge_requested = Signal()
    sent_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("To another organisation"), parent)
        self._tr = tr
        self.ask = self.add_button(tr("Name an organisation…"))
        self.judge = self.add_button(tr("Is it feasible…"))
        self.sent = self.add_button(tr("Record the hand-over…"))
        for button, signal in (
            (self.ask, self.ask_requested), (self.judge, self.judge_requested),
            (self.sent, self.sent_requested),
        ):  # fmt: skip
            button.clicked.connect(signal)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show what was asked for."""
        tr, transfers = self._tr, state.beside.transfers
        self.setVisible(Right.PORTABILITY in state.request.rights)
        states = {one.transfer.state for one in transfers}
        self.judge.setVisible(bool(states - {TransferState.HANDED_OVER}))
        self.sent.setVisible(TransferState.FEASIBLE in states)
        lines = [
            Line(
                transfer_line(tr, one.transfer, one.recipient.name), one.transfer.explanation or ""
            )
            for one in transfers
        ]
        note = tr.count("{n} organisation", "{n} organisations", len(transfers))
        self.show_lines(state.request.ref, lines, note if lines else tr("none named"))
        self.guard(
            (self.ask, guards.task), (self.judge, guards.task), (self.sent, guards.hand_over)
        )
