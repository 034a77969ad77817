"""Asks what looking into an automated decision showed (art. 22)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.automated_decision import BASES, Examination, Finding
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.checked_form import add_beside, day_in
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.automated_decision import finding_label
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.language import Tr

_WIDTH = 640
_FINDINGS = tuple(Finding)
_ABOUT = ("decision", "basis", "reviewer", "view", "result")


class AutomatedForm(RecordForm):
    """Hands in an `Examination`; where there is no such decision, nothing more is asked."""

    def __init__(
        self, theme: Theme, tr: Tr, today: date, known: Examination | None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Look into the automated decision"), verb=tr("Record it"),
            sentence=tr("The right is decided at the same time. By contract or consent, the person "
                        "is owed a human who looks at it again and hears them, art. 22(3)."),
            parent=parent,
        )  # fmt: skip
        was = known or Examination(Finding.NONE_EXISTS, today)
        self.setFixedWidth(_WIDTH)
        self.finding = ChoiceEditor(theme, tuple(finding_label(tr, one) for one in _FINDINGS))
        self.finding.setCurrentIndex(_FINDINGS.index(was.finding))
        day = DayField(theme, tr, tr("On"), was.on)
        self.on = day.day_editor
        add_beside(self, {"finding": Field(theme, tr("What it shows"), self.finding), "on": day})
        self.decision = NoteEditor(was.decision, lines=2)
        self.add_field("decision", Field(theme, tr("Decision of the machine"), self.decision))
        self._ask_basis_and_human(theme, was)
        self.view = NoteEditor(was.view, lines=2)
        self.add_field("view", Field(theme, tr("View of the person"), self.view))
        self.outcome = NoteEditor(was.result, lines=2)
        self.add_field("result", Field(theme, tr("What became of it"), self.outcome))
        self.finding.currentIndexChanged.connect(lambda _at: self._show_what_is_asked())
        self._show_what_is_asked()

    def answer(self) -> Examination:
        """Return what was entered."""
        finding = _FINDINGS[self.finding.currentIndex()]
        return Examination(
            finding, day_in(self.on), self.decision.toPlainText().strip(),
            ("", *BASES)[self.basis.currentIndex()], self.reviewer.text().strip(),
            self.view.toPlainText().strip(), self.outcome.toPlainText().strip(),
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Ask for what this finding cannot do without."""
        said = self.answer()
        if said.finding is Finding.NONE_EXISTS:
            return {}
        needed = {"decision": said.decision}
        if said.finding is Finding.EXCEPTION:
            needed["basis"] = said.basis
        if said.needs_human:
            needed |= {"reviewer": said.reviewer, "view": said.view, "result": said.result}
        return {name: self._tr("Write it first.") for name, text in needed.items() if not text}

    def _ask_basis_and_human(self, theme: Theme, was: Examination) -> None:
        tr = self._tr
        labels = (tr("not said"), *(reason_label(tr, one) for one in BASES))
        self.basis = ChoiceEditor(theme, labels)
        self.basis.setCurrentIndex(("", *BASES).index(was.basis))
        self.reviewer = TextEditor(was.reviewer)
        fields = {
            "basis": Field(theme, tr("Basis"), self.basis),
            "reviewer": Field(theme, tr("Looked at again by"), self.reviewer),
        }
        add_beside(self, fields)

    def _show_what_is_asked(self) -> None:
        is_shown = _FINDINGS[self.finding.currentIndex()] is not Finding.NONE_EXISTS
        for name in _ABOUT:
            self.fields[name].setVisible(is_shown)
