"""The letters of a request: which are to be sent now, which were written, and when they left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.requests.fold_card import FoldCard, Line
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.letters import kept_line, standing_line


class LettersCard(FoldCard):
    """Shows what is due and what was written; letters are chosen in the forms that it asks for."""

    write_requested = Signal()
    sent_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Letters"), parent)
        self._tr = tr
        self.write = self.add_button(tr("Write a letter…"))
        self.sent = self.add_button(tr("Record that one was sent…"))
        self.write.clicked.connect(self.write_requested)
        self.sent.clicked.connect(self.sent_requested)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show the letters of a request."""
        tr, letters = self._tr, state.letters
        lines = [Line(standing_line(tr, one)) for one in letters.due]
        lines += [Line(kept_line(tr, one), one.subject) for one in letters.kept]
        due = len(letters.due)
        note = tr.count("{n} to be sent", "{n} to be sent", due) if due else tr("none to be sent")
        self.show_lines(state.request.ref, lines, note)
        self.guard((self.write, guards.letter), (self.sent, guards.letter_sent))
