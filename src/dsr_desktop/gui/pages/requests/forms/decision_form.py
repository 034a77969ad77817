"""The form of a decision with all that it may have to say: its day, its proof, what it repeats."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.abuse import ABUSE_CODES, Abuse
from dsr_desktop.domain.decisions import decisions_for, needs_reason, reasons_of_decision
from dsr_desktop.domain.request import Decision
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.decision_row import Decided
from dsr_desktop.gui.pages.requests.forms.checked_form import add_beside, day_in
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
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
        self._ask_proof(theme, decided.abuse, author, earlier)
        self.warning = Label(theme, "", TextStyle.CAPTION, Ink.LATE, wraps=True)
        self.add(self.warning)
        self._offer_reasons(decided.reason_code)
        self.decision.currentIndexChanged.connect(lambda: self._offer_reasons(self._code))
        self.reason.currentIndexChanged.connect(self._show_what_is_asked)
        self._show_what_is_asked()

    def answer(self) -> Decided:
        """Return the decision."""
        other = self.other.text().strip()
        return Decided(
            self._right, self._chosen, self._code, self.text.toPlainText().strip() or None,
            day_in(self.day), other if self._chosen is Decision.DUPLICATE_OF else None,
            self._abuse if self._code in ABUSE_CODES else None,
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Ask for the reason, the proof and the repeated request that the decision needs."""
        tr, wrong = self._tr, {}
        if needs_reason(self._chosen) and self._code is None:
            wrong["reason"] = tr("This decision needs a reason")
        if self._chosen is Decision.DUPLICATE_OF and not self.other.text().strip():
            wrong["other"] = tr("Give the reference of the request that it repeats.")
        if self._code in ABUSE_CODES:
            proof = {"facts": self.facts, "no_fee": self.no_fee}
            missing = (name for name, editor in proof.items() if not editor.toPlainText().strip())
            wrong |= dict.fromkeys(missing, tr("The company has to prove it: write it down."))
        return wrong

    @property
    def _chosen(self) -> Decision:
        return self._decisions[self.decision.currentIndex()]

    @property
    def _code(self) -> str | None:
        return self._codes[max(0, self.reason.currentIndex())]

    @property
    def _abuse(self) -> Abuse:
        refs = self.earlier.text().replace(",", " ").split()
        return Abuse(
            self.facts.toPlainText().strip(), self.no_fee.toPlainText().strip(),
            self.author.text().strip(), tuple(dict.fromkeys(refs)),
        )  # fmt: skip

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
        self.other = TextEditor(decided.duplicate_of or "")
        self.add_field("other", Field(theme, tr("It repeats the request"), self.other))

    def _ask_proof(
        self, theme: Theme, abuse: Abuse | None, author: str, earlier: Sequence[str]
    ) -> None:
        tr = self._tr
        self.facts = NoteEditor(abuse.facts if abuse else "", lines=2)
        self.add_field("facts", Field(theme, tr("Facts that prove it, art. 12(5)"), self.facts))
        self.no_fee = NoteEditor(abuse.why_no_fee if abuse else "", lines=2)
        self.add_field("no_fee", Field(theme, tr("Why a fee is not enough"), self.no_fee))
        refs = abuse.earlier if abuse else earlier
        self.earlier = TextEditor(", ".join(refs))
        self.author = TextEditor(abuse.author if abuse else author)
        proof = {
            "earlier": Field(theme, tr("Earlier requests of the person"), self.earlier),
            "author": Field(theme, tr("Who decided"), self.author),
        }
        add_beside(self, proof)

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
        is_abuse = self._code in ABUSE_CODES
        self.fields["other"].setVisible(self._chosen is Decision.DUPLICATE_OF)
        for name in ("facts", "no_fee", "earlier", "author"):
            self.fields[name].setVisible(is_abuse)
        chosen = Decided(self._right, self._chosen, self._code, None)
        self.warning.setText(self._warn(chosen))
        self.warning.setVisible(bool(self.warning.text()))
