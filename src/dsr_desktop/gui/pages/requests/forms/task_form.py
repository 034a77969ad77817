"""The form of a system's task: asked, reminded, or what it answered, on its true day."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.source_task import SourceTask, StepKind
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.checked_form import day_in
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.systems import happening_label, task_history


@dataclass(frozen=True)
class TaskSaid:
    """What happened with a task: `by` and `text` belong to an answer."""

    kind: StepKind
    day: date
    by: str
    text: str


class TaskForm(RecordForm):
    """Asks what happened; a new answer corrects the one before, and both stay in the register."""

    def __init__(
        self, theme: Theme, tr: Tr, task: SourceTask, today: date, parent: QWidget | None = None
    ) -> None:
        title = tr("What became of it: {system}", system=task.system.name)
        super().__init__(theme, tr, title, verb=tr("Record it"), parent=parent)
        self._kinds = _kinds_for(task)
        for line in task_history(tr, task):
            self.add(Label(theme, line, TextStyle.CAPTION, Ink.MUTED, wraps=True))
        self.kind = ChoiceEditor(theme, tuple(happening_label(tr, one) for one in self._kinds))
        self.add_field("kind", Field(theme, tr("What happened"), self.kind))
        self.day = self.add_day("day", tr("On"), today)
        self.by = TextEditor(_who(task))
        self.add_field("by", Field(theme, tr("Who answered"), self.by))
        self.text = NoteEditor(lines=3)
        self.add_field("text", Field(theme, "", self.text))
        self.kind.currentIndexChanged.connect(self._show_what_is_asked)
        self.kind.setCurrentIndex(_preset(self._kinds, task))
        self._show_what_is_asked()
        self.kind.setFocus()

    def answer(self) -> TaskSaid:
        """Return what was entered."""
        return TaskSaid(
            self._chosen, day_in(self.day), self.by.text().strip(),
            self.text.toPlainText().strip(),
        )  # fmt: skip

    @property
    def _chosen(self) -> StepKind:
        return self._kinds[self.kind.currentIndex()]

    def _show_what_is_asked(self) -> None:
        tr, kind = self._tr, self._chosen
        self.fields["by"].setVisible(kind.is_answer)
        self.fields["text"].setVisible(kind.is_answer)
        labels = {
            StepKind.FOUND: tr("What was found, in a few words"),
            StepKind.NOT_SEARCHED: tr("Why it was not searched"),
        }
        self.fields["text"].set_label(labels.get(kind, tr("Remark")))


def _kinds_for(task: SourceTask) -> tuple[StepKind, ...]:
    """Return what can happen next: nobody is reminded before the question, nor after the answer."""
    can_remind = task.asked_on is not None and not task.is_answered
    return tuple(one for one in StepKind if one is not StepKind.CHASED or can_remind)


def _preset(kinds: tuple[StepKind, ...], task: SourceTask) -> int:
    if task.answer is not None:
        return kinds.index(task.answer.kind)
    waits = task.asked_on is not None or not task.system.is_asked_with_slip
    return kinds.index(StepKind.NOTHING_FOUND if waits else StepKind.ASKED)


def _who(task: SourceTask) -> str:
    if task.answer is not None:
        return task.answer.by
    return task.system.owner if task.system.is_asked_with_slip else ""
