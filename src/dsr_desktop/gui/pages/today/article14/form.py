"""The form of a list from elsewhere: who gave it, when, and whether its people were told."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.domain.article14 import (
    Art14Exception,
    Art14Facts,
    Art14Task,
    Excepted,
    ObtainedFrom,
    Told,
)
from dsr_desktop.domain.dates import day_typed
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.article14 import exception_label, obtained_from_label
from dsr_desktop.wording.days import day_hint, misread_day
from dsr_desktop.wording.language import Tr

_ORIGINS = tuple(ObtainedFrom)
_EXCEPTIONS = tuple(Art14Exception)
_NOT_YET, _TOLD = 0, 1


@dataclass(frozen=True)
class Art14Answer:
    """What was said of a list, and what was done with it, None for nothing yet."""

    source_id: int
    facts: Art14Facts
    settled: Told | Excepted | None


class Art14Form(RecordForm):
    """`copy_wanted` and `pdf_wanted` ask for the notice of the list."""

    copy_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(
        self, theme: Theme, tr: Tr, task: Art14Task, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("Are the people of {name} to be told?", name=task.name),
            verb=tr("Save"), parent=parent,
            sentence=tr("Whoever did not give their data themselves is told within a month, by the "
                        "first message, or before the data go to somebody else (art. 14(3))."),
        )  # fmt: skip
        self._task = task
        self.origin = ChoiceEditor(
            theme, (tr("not said yet"), *(obtained_from_label(tr, one) for one in _ORIGINS))
        )
        self.outcome = ChoiceEditor(
            theme,
            (tr("not done yet"), tr("told"), *(exception_label(tr, one) for one in _EXCEPTIONS)),
        )
        self.contact, self.disclosure = TextEditor(), TextEditor()
        self.reason = TextEditor()
        self._add_fields(theme, task, today)
        self._add_notice(theme)
        self._begin(task)

    def answer(self) -> Art14Answer:
        """Return what the form says now."""
        origin = self.origin.currentIndex()
        facts = Art14Facts(
            _ORIGINS[origin - 1] if origin else None, self.obtained.understood,
            day_typed(self.contact.text()), day_typed(self.disclosure.text()),
        )  # fmt: skip
        return Art14Answer(self._task.source_id, facts, self._settled())

    def mistakes(self) -> dict[str, str]:
        """Return what is missing, and the days that are none."""
        found = {
            name: misread_day(self._tr)
            for name, editor in (("contact", self.contact), ("disclosure", self.disclosure))
            if editor.text().strip() and day_typed(editor.text()) is None
        }
        if not self.origin.currentIndex():
            found["origin"] = self._tr("Choose who gave the data")
        if self.outcome.currentIndex() > _TOLD and not self.reason.text().strip():
            found["reason"] = self._tr("Enter the reason")
        return found

    def _settled(self) -> Told | Excepted | None:
        chosen = self.outcome.currentIndex()
        if chosen == _NOT_YET:
            return None
        if chosen == _TOLD:
            day = self.told_on.understood
            return Told(day) if day is not None else None
        return Excepted(_EXCEPTIONS[chosen - _TOLD - 1], self.reason.text())

    def _add_fields(self, theme: Theme, task: Art14Task, today: date) -> None:
        tr = self._tr
        optional, hint = tr("optional"), day_hint(tr)
        self.add_field("origin", Field(theme, tr("Who gave the data"), self.origin))
        self.obtained = self.add_day("obtained", tr("Obtained on"), task.obtained_on)
        for name, label, editor in (
            ("contact", tr("First message to them on"), self.contact),
            ("disclosure", tr("First given to somebody else on"), self.disclosure),
        ):
            field = Field(theme, label, editor, help_text=hint, optional=optional)
            self.add_field(name, field)
        self.add_field("outcome", Field(theme, tr("What was done"), self.outcome))
        self.told_on = self.add_day("told_on", tr("Told on"), today)
        self.add_field("reason", Field(theme, tr("Reason of the exception"), self.reason))
        self.outcome.currentIndexChanged.connect(self._show_outcome)
        self._show_outcome(self.outcome.currentIndex())

    def _add_notice(self, theme: Theme) -> None:
        self.copy_button = Button(theme, self._tr("Copy the notice"), icon=Icon.FILE_TEXT)
        self.pdf_button = Button(theme, self._tr("Save it as PDF…"), icon=Icon.DOWNLOAD)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.pdf_button.clicked.connect(self.pdf_wanted)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.copy_button)
        row.addWidget(self.pdf_button)
        row.addStretch(1)
        self.add(holder)

    def _begin(self, task: Art14Task) -> None:
        facts = task.facts
        if facts.obtained_from is not None:
            self.origin.setCurrentIndex(_ORIGINS.index(facts.obtained_from) + 1)
        for editor, day in (
            (self.contact, facts.first_contact_on), (self.disclosure, facts.first_disclosure_on),
        ):  # fmt: skip
            if day is not None:
                editor.setText(self._tr.date(day))

    def _show_outcome(self, chosen: int) -> None:
        """Ask for the day or for the reason, whichever the outcome has."""
        self.fields["told_on"].setVisible(chosen == _TOLD)
        self.fields["reason"].setVisible(chosen > _TOLD)
