"""What some decisions have to prove: that a request is an abuse, or which one it repeats (R-ABU-1)."""

from collections.abc import Sequence

from dsr_desktop.domain.abuse import ABUSE_CODES, Abuse
from dsr_desktop.domain.request import Decision
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.checked_form import add_beside
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.language import Tr

_OF_ABUSE = ("facts", "no_fee", "earlier", "author")


class ProofFields:
    """Fields at the end of `form`, shown while the decision and its reason need them."""

    def __init__(
        self, form: RecordForm, theme: Theme, tr: Tr, *, duplicate_of: str | None,
        abuse: Abuse | None, author: str, earlier: Sequence[str],
    ) -> None:  # fmt: skip
        self._form, self._tr = form, tr
        self.other = TextEditor(duplicate_of or "")
        form.add_field("other", Field(theme, tr("It repeats the request"), self.other))
        self.facts = NoteEditor(abuse.facts if abuse else "", lines=2)
        form.add_field("facts", Field(theme, tr("Facts that prove it, art. 12(5)"), self.facts))
        self.no_fee = NoteEditor(abuse.why_no_fee if abuse else "", lines=2)
        form.add_field("no_fee", Field(theme, tr("Why a fee is not enough"), self.no_fee))
        self.earlier = TextEditor(", ".join(abuse.earlier if abuse else earlier))
        self.author = TextEditor(abuse.author if abuse else author)
        proof = {
            "earlier": Field(theme, tr("Earlier requests of the person"), self.earlier),
            "author": Field(theme, tr("Who decided"), self.author),
        }
        add_beside(form, proof)

    def show_for(self, decision: Decision | None, code: str | None) -> None:
        """Show what a decision with this reason needs; None for neither."""
        self._form.fields["other"].setVisible(decision is Decision.DUPLICATE_OF)
        for name in _OF_ABUSE:
            self._form.fields[name].setVisible(code in ABUSE_CODES)

    def repeated(self, decision: Decision) -> str | None:
        """Return the request that is repeated, None where the decision says no such thing."""
        return (self.other.text().strip() or None) if decision is Decision.DUPLICATE_OF else None

    def abuse(self, code: str | None) -> Abuse | None:
        """Return the proof, None where the reason needs none."""
        if code not in ABUSE_CODES:
            return None
        refs = self.earlier.text().replace(",", " ").split()
        return Abuse(
            self.facts.toPlainText().strip(), self.no_fee.toPlainText().strip(),
            self.author.text().strip(), tuple(dict.fromkeys(refs)),
        )  # fmt: skip

    def mistakes(self, decision: Decision, code: str | None) -> dict[str, str]:
        """Return what is missing of the proof, by field."""
        tr, wrong = self._tr, {}
        if decision is Decision.DUPLICATE_OF and not self.other.text().strip():
            wrong["other"] = tr("Give the reference of the request that it repeats.")
        if code in ABUSE_CODES:
            proof = {"facts": self.facts, "no_fee": self.no_fee}
            missing = (name for name, editor in proof.items() if not editor.toPlainText().strip())
            wrong |= dict.fromkeys(missing, tr("The company has to prove it: write it down."))
        return wrong
