"""The form of a decision with all that it may have to say: its day, its proof, what it repeats."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.decisions import decisions_for, needs_reason, reasons_of_decision
from dsr_desktop.domain.request import Decision
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.decision_row import Decided
from dsr_desktop.gui.pages.requests.forms.checked_form import add_beside, day_in
from dsr_desktop.gui.pages.requests.forms.proof_fields import ProofFields
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import decision_label, right_label

_WIDTH = 620


class DecisionForm(RecordForm):
    """`warn` says what a decision should make one look at; `earlier` are requests of the person."""

    def __init__(
        self, theme: Theme, tr: Tr, decided: Decided, day: date, *, author: str,
        earlier: Sequence[str], warn: Callable[[Decided], str], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = tr("Decision on: {right}", right=right_label(tr, decided.right))
        super().__init__(theme, tr, title, verb=tr("Record the decision"), parent=parent)
        self.setFixedWidth(_WIDTH)
        self._right, self._warn = decided.right, warn
        self._decisions = decisions_for(decided.right)
        self._codes: tuple[str | None, ...] = (None,)
        self._ask_decision(theme, decided, day)
        self.proof = ProofFields(
            self, theme, tr, duplicate_of=decided.duplicate_of, abuse=decided.abuse, author=author,
            earlier=earlier,
        )  # fmt: skip
        self.warning = Label(theme, "", TextStyle.CAPTION, Ink.LATE, wraps=True)
        self.add(self.warning)
        self._offer_reasons(decided.reason_code)
        self.decision.currentIndexChanged.connect(lambda: self._offer_reasons(self._code))
        self.reason.currentIndexChanged.connect(self._show_what_is_asked)
        self._show_what_is_asked()

    def answer(self) -> Decided:
        """Return the decision."""
        return Decided(
            self._right, self._chosen, self._code, self.text.toPlainText().strip() or None,
            day_in(self.day), self.proof.repeated(self._chosen), self.proof.abuse(self._code),
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Ask for the reason, the proof and the repeated request that the decision needs."""
        wrong = self.proof.mistakes(self._chosen, self._code)
        if needs_reason(self._chosen) and self._code is None:
            wrong["reason"] = self._tr("This decision needs a reason")
        return wrong

    @property
    def _chosen(self) -> Decision:
        return self._decisions[self.decision.currentIndex()]

    @property
    def _code(self) -> str | None:
        return self._codes[max(0, self.reason.currentIndex())]

    def _ask_decision(self, theme: Theme, decided: Decided, day: date) -> None:
        tr = self._tr
        labels = tuple(decision_label(tr, one) for one in self._decisions)
        self.decision = ChoiceEditor(theme, labels)
        self.decision.setCurrentIndex(self._decisions.index(decided.decision))
        on = DayField(theme, tr, tr("Decided on"), day)
        self.day = on.day_editor
        add_beside(self, {"decision": Field(theme, tr("Decision"), self.decision), "day": on})
        self.reason = ChoiceEditor(theme)
        self.add_field("reason", Field(theme, tr("Reason"), self.reason))
        self.text = NoteEditor(decided.text or "", lines=2)
        self.add_field("text", Field(theme, tr("In your words, for the file"), self.text))

    def _offer_reasons(self, kept: str | None) -> None:
        """Offer the reasons that fit the decision, and keep the one chosen if it does."""
        tr = self._tr
        self._codes = (None, *reasons_of_decision(self._right, self._chosen))
        self.reason.blockSignals(True)
        self.reason.clear()
        self.reason.addItem(tr("No reason chosen"))
        self.reason.addItems([reason_label(tr, one) for one in self._codes if one])
        self.reason.setCurrentIndex(self._codes.index(kept) if kept in self._codes else 0)
        self.reason.blockSignals(False)
        self._show_what_is_asked()

    def _show_what_is_asked(self) -> None:
        self.proof.show_for(self._chosen, self._code)
        chosen = Decided(self._right, self._chosen, self._code, None)
        self.warning.setText(self._warn(chosen))
        self.warning.setVisible(bool(self.warning.text()))
