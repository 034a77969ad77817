"""Forms on what may be done with the data: restrict, lift, decide on a file, put a value right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.erasure import REASONS_TO_KEEP
from dsr_desktop.domain.erasure_decisions import Choice
from dsr_desktop.domain.restriction import EVERYTHING, Ground, Restriction, Scope
from dsr_desktop.domain.workdays import add_months
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.checked_form import add_beside, day_in
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.services.erasure_decisions import Dataset
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.erasure import choice_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.restriction import ground_label, restriction_line

_YEARS_OF_INVOICES = 10
_REVIEWS = (1, 3, 6, 12)


@dataclass(frozen=True)
class Restricted:
    """A restriction as it is asked for."""

    ground: Ground
    scope: Scope
    since: date
    note: str
    review_on: date | None = None


@dataclass(frozen=True)
class Lifted:
    """A restriction to lift, and the day on which the person was told."""

    id: int
    told_on: date


@dataclass(frozen=True)
class FileDecided:
    """What becomes of the person's rows in a file."""

    source_id: int
    choice: Choice
    reason_code: str
    until: date | None
    note: str


@dataclass(frozen=True)
class Corrected:
    """A wrong value and the right one."""

    before: str
    after: str


class RestrictForm(RecordForm):
    """Asks on which ground what is restricted; `activities` are codes, `files` those of the person."""

    def __init__(
        self, theme: Theme, tr: Tr, today: date, activities: Sequence[str],
        files: Sequence[Dataset], ground: Ground, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Restrict the data"), verb=tr("Restrict"),
            sentence=tr("At once out of every list, count and export, whatever comes in later. You "
                        "still see the rows to answer."),
            parent=parent,
        )  # fmt: skip
        self.ground = ChoiceEditor(theme, tuple(ground_label(tr, one) for one in Ground))
        self.ground.setCurrentIndex(tuple(Ground).index(ground))
        self.add_field("ground", Field(theme, tr("Ground"), self.ground))
        said = {tr("all data of the person"): EVERYTHING}
        said |= {tr("only for the activity {code}", code=one): Scope(one) for one in activities}
        said |= {
            tr("only {file}", file=Path(one.file).name): Scope(source_id=one.source_id)
            for one in files
        }
        self._scopes = tuple(said.values())
        self.scope = ChoiceEditor(theme, tuple(said))
        self.add_field("scope", Field(theme, tr("What is restricted"), self.scope))
        since = DayField(theme, tr, tr("Since"), today)
        self.since = since.day_editor
        days = tuple(add_months(today, months) for months in _REVIEWS)
        self._review_days = (None, *days)
        labels = (tr("not reminded"), *(tr("on {day}", day=tr.date(one)) for one in days))
        self.review = ChoiceEditor(theme, labels)
        add_beside(self, {"since": since, "review": Field(theme, tr("Review it"), self.review)})
        self.note = NoteEditor(lines=3)
        self.add_field("note", Field(theme, tr("Note"), self.note))

    def answer(self) -> Restricted:
        """Return the restriction."""
        return Restricted(
            tuple(Ground)[self.ground.currentIndex()], self._scopes[self.scope.currentIndex()],
            day_in(self.since), self.note.toPlainText().strip(),
            self._review_days[self.review.currentIndex()],
        )  # fmt: skip


class LiftForm(RecordForm):
    """Asks which restriction is lifted, and when the person was told."""

    def __init__(
        self, theme: Theme, tr: Tr, today: date, held: Sequence[tuple[Restriction, int]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Lift a restriction"), verb=tr("Lift it"),
            sentence=tr("The person has to be told before, art. 18(3): send the letter first."),
            parent=parent,
        )  # fmt: skip
        self._held = tuple(one.id for one, _rows in held)
        self.which = ChoiceEditor(theme, tuple(restriction_line(tr, *one) for one in held))
        self.add_field("which", Field(theme, tr("Restriction"), self.which))
        self.told_on = self.add_day("told_on", tr("The person was told on"), today)

    def answer(self) -> Lifted:
        """Return which one, and the day."""
        return Lifted(self._held[self.which.currentIndex()], day_in(self.told_on))


class FileDecisionForm(RecordForm):
    """Asks what becomes of the person's rows in a file; reason and day are for what is kept."""

    def __init__(
        self, theme: Theme, tr: Tr, today: date, files: Sequence[Dataset],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Decide on a file"), verb=tr("Record the decision"),
            sentence=tr("Exceptions of art. 17(3) hold for a dataset, never for the person as a whole."),
            parent=parent,
        )  # fmt: skip
        self._files = tuple(one.source_id for one in files)
        self.file = ChoiceEditor(theme, tuple(Path(one.file).name for one in files))
        self.add_field("file", Field(theme, tr("File"), self.file))
        self.choice = ChoiceEditor(theme, tuple(choice_label(tr, one) for one in Choice))
        self.add_field("choice", Field(theme, tr("What becomes of it"), self.choice))
        self.reason = ChoiceEditor(theme, tuple(reason_label(tr, one) for one in REASONS_TO_KEEP))
        self.reason.setCurrentIndex(REASONS_TO_KEEP.index("A17_3_b"))
        self.add_field("reason", Field(theme, tr("Why it is kept"), self.reason))
        year_end = date(today.year + _YEARS_OF_INVOICES, 12, 31)
        self.until = self.add_day("until", tr("Kept until"), year_end)
        self.note = NoteEditor(lines=2)
        self.add_field("note", Field(theme, tr("Note"), self.note))
        self.choice.currentIndexChanged.connect(lambda _at: self._show_reason())
        self._show_reason()

    def answer(self) -> FileDecided:
        """Return the decision."""
        choice, note = self._chosen(), self.note.toPlainText().strip()
        source_id = self._files[self.file.currentIndex()]
        if choice is not Choice.KEEP:
            return FileDecided(source_id, choice, "", None, note)
        reason = REASONS_TO_KEEP[self.reason.currentIndex()]
        return FileDecided(source_id, choice, reason, day_in(self.until), note)

    def _chosen(self) -> Choice:
        return tuple(Choice)[self.choice.currentIndex()]

    def _show_reason(self) -> None:
        for name in ("reason", "until"):
            self.fields[name].setVisible(self._chosen() is Choice.KEEP)


class CorrectionOfValueForm(RecordForm):
    """Asks for a wrong value as it stands in the rows, and for the right one."""

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("Put a value right"), verb=tr("Put it right"),
            sentence=tr("In every confirmed row that has it as a whole cell. What the file said is "
                        "kept; its owner corrects the file."),
            parent=parent,
        )  # fmt: skip
        self.before = TextEditor()
        self.add_field("before", Field(theme, tr("Wrong value"), self.before))
        self.after = TextEditor()
        self.add_field("after", Field(theme, tr("Right value"), self.after))

    def answer(self) -> Corrected:
        """Return both values."""
        return Corrected(self.before.text().strip(), self.after.text().strip())

    def mistakes(self) -> dict[str, str]:
        """Ask for both."""
        said = {"before": self.answer().before, "after": self.answer().after}
        return {name: self._tr("Write it first.") for name, text in said.items() if not text}
