"""Forms of the identity log: a check as facts, and the tick for a copy that nobody asked for.

They have no place for a document, its number or a picture of it (R-ID-6).
"""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.fields import IDENTITY_FIELDS
from dsr_desktop.domain.fields import Field as Compared
from dsr_desktop.domain.identity import (
    CopyOutcome,
    DocumentSeen,
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    UnaskedCopy,
)
from dsr_desktop.domain.identity_rules import METHOD_RULES, shows_document
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.checked_form import add_beside, day_in, ticks_in_rows
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.identity import (
    copy_label,
    document_label,
    method_label,
    paper_label,
    result_label,
)
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import criterion_label

METHODS = tuple(METHOD_RULES)
RESULTS = tuple(IdentityResult)
_DOCUMENTS = tuple(one for one in DocumentSeen if one is not DocumentSeen.NONE)
_OUTCOMES = tuple(CopyOutcome)
_COMPARED = tuple(one for one in Compared if one in IDENTITY_FIELDS or one is Compared.IDENTIFIER)
_WIDTH = 700
_TICKS_A_ROW = 4


@dataclass(frozen=True)
class Checked:
    """A check of the identity, and the day on which it was made."""

    check: IdentityCheck
    on: date


class IdentityForm(RecordForm):
    """Asks how the identity was checked and with what outcome; `advice` says what suffices."""

    def __init__(
        self, theme: Theme, tr: Tr, today: date, *, advice: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("Record an identity check"), verb=tr("Record the check"),
            sentence=tr("Facts only: the app never keeps an identity document, its number or an "
                        "image of it."),
            parent=parent,
        )  # fmt: skip
        self.setFixedWidth(_WIDTH)
        self._today = today
        if advice:
            self.add(Label(theme, advice, TextStyle.CAPTION, Ink.MUTED, wraps=True))
        self._ask_why(theme)
        self._ask_how(theme)
        self._ask_when(theme)
        self._ask_document(theme)
        self.method.currentIndexChanged.connect(self._show_what_is_asked)
        self.outcome.currentIndexChanged.connect(self._show_what_is_asked)
        self.was_asked.toggled.connect(self._show_what_is_asked)
        self._show_what_is_asked()
        self.doubt.setFocus()

    def answer(self) -> Checked:
        """Return what was entered; what the method does not ask for is left out."""
        remote, seen, asked, answered = (
            not self.fields[name].isHidden()
            for name in ("deleted_on", "document", "asked_on", "answered_on")
        )
        check = IdentityCheck(
            method=self._method,
            result=RESULTS[self.outcome.currentIndex()],
            doubt=self.doubt.toPlainText().strip() or None,
            proportionality=self.note.toPlainText().strip(),
            fields_compared=tuple(one for one, box in self.compared.items() if box.isChecked()),
            asked_on=day_in(self.asked_on) if asked else None,
            answered_on=day_in(self.answered_on) if answered else None,
            document_seen=(
                _DOCUMENTS[self.document.currentIndex()] if seen else DocumentSeen.NONE
            ),
            document_deleted_on=day_in(self.deleted_on) if remote else None,
            papers=frozenset(
                one for one, box in self.papers.items()
                if box.isChecked() and one in METHOD_RULES[self._method].papers
            ),
        )  # fmt: skip
        return Checked(check, day_in(self.on))

    @property
    def _method(self) -> IdentityMethod:
        return METHODS[self.method.currentIndex()]

    def _ask_why(self, theme: Theme) -> None:
        tr = self._tr
        self.doubt = NoteEditor(lines=2)
        field = Field(
            theme, tr("Why there was a reasonable doubt"), self.doubt,
            help_text=tr("Empty: there was none"), optional=tr("optional"),
        )  # fmt: skip
        self.add_field("doubt", field)

    def _ask_how(self, theme: Theme) -> None:
        tr = self._tr
        self.method = ChoiceEditor(theme, tuple(method_label(tr, one) for one in METHODS))
        self.outcome = ChoiceEditor(theme, tuple(result_label(tr, one) for one in RESULTS))
        on = DayField(theme, tr, tr("Day of the check"), self._today)
        self.on = on.day_editor
        how = {
            "method": Field(theme, tr("Means of checking"), self.method),
            "result": Field(theme, tr("Outcome"), self.outcome),
            "on": on,
        }
        add_beside(self, how)
        self.note = NoteEditor(lines=2)
        note = Field(
            theme, tr("Why this is not more than is needed"), self.note,
            help_text=tr("The data, the request, the harm if somebody else got them"),
        )  # fmt: skip
        self.add_field("note", note)
        papers = {paper for rule in METHOD_RULES.values() for paper in rule.papers}
        self.papers = {one: TickBox(theme, paper_label(tr, one)) for one in sorted(papers)}
        for box in self.papers.values():
            self.add(box)
        self.compared = {one: TickBox(theme, criterion_label(tr, str(one))) for one in _COMPARED}
        grid = ticks_in_rows(self.compared.values(), _TICKS_A_ROW)
        self.add_field("compared", Field(theme, tr("Fields compared, never their values"), grid))

    def _ask_when(self, theme: Theme) -> None:
        tr = self._tr
        self.was_asked = TickBox(theme, tr("The person was asked for something"))
        self.add(self.was_asked)
        asked = DayField(theme, tr, tr("Asked on"), self._today)
        answered = DayField(theme, tr, tr("Answered on"), self._today)
        self.asked_on, self.answered_on = asked.day_editor, answered.day_editor
        add_beside(self, {"asked_on": asked, "answered_on": answered})

    def _ask_document(self, theme: Theme) -> None:
        tr = self._tr
        self.document = ChoiceEditor(theme, tuple(document_label(tr, one) for one in _DOCUMENTS))
        deleted = DayField(theme, tr, tr("The picture of it was deleted on"), self._today)
        self.deleted_on = deleted.day_editor
        document = Field(theme, tr("Document looked at"), self.document)
        add_beside(self, {"document": document, "deleted_on": deleted})

    def _show_what_is_asked(self) -> None:
        """Show the fields that this method and outcome have."""
        rule, is_over = METHOD_RULES[self._method], self._is_over
        for paper, box in self.papers.items():
            box.setVisible(paper in rule.papers)
        asked = self.was_asked.isChecked()
        shown = {
            "note": rule.needs_note,
            "asked_on": asked,
            "answered_on": asked and is_over,
            "document": is_over and shows_document(self._method),
            "deleted_on": is_over and self._method is IdentityMethod.ID_DOCUMENT_SEEN_REMOTE,
        }
        for name, is_shown in shown.items():
            self.fields[name].setVisible(is_shown)

    @property
    def _is_over(self) -> bool:
        return RESULTS[self.outcome.currentIndex()] is not IdentityResult.PENDING


class UnaskedCopyForm(RecordForm):
    """Asks when a copy of an identity document came unasked, and what was done with it."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("A copy of an identity document came unasked"),
            verb=tr("Record that it is gone"),
            sentence=tr("Nobody asked for it: return or destroy it first. Only these two days and "
                        "what was done are kept."),
            parent=parent,
        )  # fmt: skip
        self.received_on = self.add_day("received_on", tr("It came on"), today)
        self.outcome = ChoiceEditor(theme, tuple(copy_label(tr, one) for one in _OUTCOMES))
        self.add_field("outcome", Field(theme, tr("What was done with it"), self.outcome))
        self.day = self.add_day("day", tr("Gone on"), today)

    def answer(self) -> UnaskedCopy:
        """Return the tick."""
        outcome = _OUTCOMES[self.outcome.currentIndex()]
        return UnaskedCopy(day_in(self.received_on), outcome, day_in(self.day))
