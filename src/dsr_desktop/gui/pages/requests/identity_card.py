"""What was checked about who wrote: facts, and no place for a document (R-ID-6)."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.identity import LoggedCheck, UnaskedCopy
from dsr_desktop.domain.identity_rules import suggested_strength
from dsr_desktop.gui.pages.requests.fold_card import FoldCard, Line
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.wording.identity import (
    advice_line,
    check_details,
    copy_label,
    method_label,
    result_label,
)
from dsr_desktop.wording.language import Tr


class IdentityCard(FoldCard):
    """Takes drops of files only to refuse them with one sentence: else the window would import them."""

    check_requested = Signal()
    copy_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Identity"), parent)
        self._tr = tr
        self.setAcceptDrops(True)
        self.check = self.add_button(tr("Record a check…"))
        self.check.clicked.connect(self.check_requested)
        self.copy = self.add_button(tr("A copy came unasked…"))
        self.copy.clicked.connect(self.copy_requested)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show the log of a request."""
        tr, request = self._tr, state.request
        checks = [_check_line(tr, one) for one in request.identity]
        copies = [_copy_line(tr, one) for one in state.beside.unasked_copies]
        last = request.identity[-1] if request.identity else None
        nothing = tr("Ask for proof only on reasonable doubt, art. 12(6).")
        note = _outcome(tr, last) if last else nothing
        self.show_lines(request.ref, [*checks, *copies], note)
        self.guard((self.check, guards.identity), (self.copy, guards.facts_after_answer))
        if self.remark.isHidden():
            self.say(advice_line(tr, suggested_strength(request.rights)))

    def say(self, sentence: str, ink: Ink = Ink.MUTED) -> None:
        """Say something at the foot of the card."""
        self.remark.set_ink(ink)
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a file come as far as the refusal."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read nothing of what was dropped, and say why."""
        event.acceptProposedAction()
        self.fold.set_open(True)
        sentence = self._tr(
            "Nothing was taken: no identity document is ever kept here. Record that it was seen, "
            "then delete it."
        )
        self.say(sentence, Ink.LATE)


def _outcome(tr: Tr, logged: LoggedCheck) -> str:
    said = {
        "confirmed": tr("Confirmed on {day}.", day=tr.date(logged.performed_on)),
        "not_confirmed": tr("Not confirmed on {day}.", day=tr.date(logged.performed_on)),
        "pending": tr("Asked on {day}, waiting for the person.", day=tr.date(logged.performed_on)),
    }
    return said[logged.result]


def _check_line(tr: Tr, logged: LoggedCheck) -> Line:
    check = logged.check
    text = " · ".join(
        (
            tr.date(logged.performed_on),
            method_label(tr, check.method),
            result_label(tr, check.result),
        )
    )
    return Line(text, check_details(tr, check))


def _copy_line(tr: Tr, copy: UnaskedCopy) -> Line:
    outcome = copy_label(tr, copy.outcome)
    text = tr(
        "{day}: copy of an identity document, nobody asked for it · {outcome}",
        day=tr.date(copy.day), outcome=outcome,
    )  # fmt: skip
    return Line(text)
