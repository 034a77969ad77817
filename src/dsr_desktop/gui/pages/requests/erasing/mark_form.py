"""Asks what became of lines of the checklist: of one, or of many at once (E06)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.erasure import REASONS_TO_KEEP
from dsr_desktop.domain.erasure_decisions import LineMark, Outcome, meaning_of_tick, outcomes_for
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.erasing.line_words import Line, lines_named
from dsr_desktop.gui.pages.requests.forms.checked_form import add_beside, day_in
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.erasure import outcome_label
from dsr_desktop.wording.language import Tr


class MarkForm(RecordForm):
    """Hands in a `LineMark` for each line; what the checklist proposes for the first is preset."""

    def __init__(
        self, theme: Theme, tr: Tr, lines: Sequence[Line], actor: str, today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("What became of it: {system}", system=lines_named(tr, lines)),
            verb=tr("Record it"), parent=parent,
        )  # fmt: skip
        self._lines = tuple(lines)
        self._outcomes = outcomes_for(one.line for one in lines)
        known = lines[0].mark
        self.outcome = ChoiceEditor(theme, tuple(outcome_label(tr, one) for one in self._outcomes))
        preset = known.outcome if known else meaning_of_tick(lines[0].line)
        self.outcome.setCurrentIndex(self._outcomes.index(preset))
        self.add_field("outcome", Field(theme, tr("What became of it"), self.outcome))
        day = DayField(theme, tr, tr("Done on"), known.done_on if known else today)
        self.done_on = day.day_editor
        self.by = TextEditor(known.done_by if known else actor)
        add_beside(self, {"day": day, "by": Field(theme, tr("Done by"), self.by)})
        self._ask_why_kept(theme, today)
        self.evidence = NoteEditor(known.evidence if known else "", lines=2)
        self.add_field("evidence", Field(theme, tr("What shows it"), self.evidence))
        self.outcome.currentIndexChanged.connect(lambda _at: self._show_what_is_asked())
        self._show_what_is_asked()

    def answer(self) -> tuple[LineMark, ...]:
        """Return what became of each line."""
        keeps = self._chosen is Outcome.KEPT
        reason = REASONS_TO_KEEP[self.reason.currentIndex()] if keeps else ""
        until = day_in(self.until) if keeps else None
        evidence = self.evidence.toPlainText().strip()
        return tuple(
            LineMark(one.line.id, self._chosen, day_in(self.done_on), self.by.text().strip(),
                     reason, until, evidence)
            for one in self._lines
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Ask who did it, and for the words that show why a recipient cannot be told."""
        found = {}
        if not self.by.text().strip():
            found["by"] = self._tr("Write it first.")
        if self._chosen is Outcome.IMPOSSIBLE and not self.evidence.toPlainText().strip():
            found["evidence"] = self._tr("Say why, in a few words.")
        return found

    @property
    def _chosen(self) -> Outcome:
        return self._outcomes[self.outcome.currentIndex()]

    def _ask_why_kept(self, theme: Theme, today: date) -> None:
        tr = self._tr
        reasons = tuple(reason_label(tr, code) for code in REASONS_TO_KEEP)
        self.reason = ChoiceEditor(theme, reasons)
        self.reason.setCurrentIndex(REASONS_TO_KEEP.index(self._reason_before()))
        self.add_field("reason", Field(theme, tr("Why it is kept"), self.reason))
        self.until = self.add_day("until", tr("Kept until"), self._until_before(today))

    def _reason_before(self) -> str:
        first = self._lines[0]
        said = first.mark.reason_code if first.mark else getattr(first.line, "reason_code", "")
        return said or "A17_3_b"

    def _until_before(self, today: date) -> date:
        first = self._lines[0]
        said = first.mark.until if first.mark else getattr(first.line, "until", None)
        return said or date(today.year + _YEARS_OF_INVOICES, 12, 31)

    def _show_what_is_asked(self) -> None:
        for name in ("reason", "until"):
            self.fields[name].setVisible(self._chosen is Outcome.KEPT)


_YEARS_OF_INVOICES = 10
