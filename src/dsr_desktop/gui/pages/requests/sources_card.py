"""The systems asked for a request: how many have answered, and what became of each (R-SRC-1)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.source_rules import needs_search
from dsr_desktop.domain.source_task import SourceTask, TaskState, progress_of
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.fact_row import FactRow
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.progress import ProgressBar
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.list_age import age_of_list
from dsr_desktop.wording.systems import nobody_asked, task_state

_ICONS = {
    TaskState.FOUND: Icon.CIRCLE_CHECK,
    TaskState.NOTHING_FOUND: Icon.CIRCLE_CHECK,
    TaskState.NOT_SEARCHED: Icon.CLIPBOARD_CHECK,
    TaskState.OPEN: Icon.CIRCLE_DASHED,
}


class TaskRow(QWidget):
    """A system and what became of it; the button asks for what happened."""

    def __init__(self, theme: Theme, icon: Icon, name: str, verb: str) -> None:
        super().__init__()
        self.button = Button(theme, verb, ButtonKind.LINK, size=ButtonSize.SMALL)
        self.line = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(FactRow(theme, icon, Ink.MUTED, name, aside=self.button))
        column.addWidget(self.line)


class SourcesCard(Card):
    """`task_chosen` carries the id of a task; the others ask for slips or for all systems."""

    task_chosen = Signal(int)
    slips_requested = Signal()
    open_all_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        self.count = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        super().__init__(theme, tr("Sources"), aside=self.count, parent=parent)
        self._tr = tr
        self.bar = ProgressBar(theme, tr("Systems that have answered"))
        self.add(self.bar)
        self.none = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        self.add(self.none)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.HAIR)
        self.body.addLayout(self._rows)
        self.rows: dict[int, TaskRow] = {}
        self._shown: tuple[object, ...] = ()
        self.slips = Button(theme, tr("Print slips…"), size=ButtonSize.SMALL, icon=Icon.PRINTER)
        self.slips.clicked.connect(self.slips_requested)
        self.all = Button(theme, tr("Ask every system"), size=ButtonSize.SMALL)
        self.all.clicked.connect(self.open_all_requested)
        self.add_row(self.slips, self.all)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show the tasks of a request."""
        tr, tasks = self._tr, state.beside.tasks
        progress = progress_of(tasks, state.today)
        said = tr.count(
            "{done} of {n} answered", "{done} of {n} answered", progress.total,
            done=tr.number(progress.answered),
        )  # fmt: skip
        self.count.setText(said if tasks else "")
        self.bar.setVisible(bool(tasks))
        self.bar.show_progress(2 * progress.answered, 2 * progress.total)  # one alone would wander
        self.none.setText("" if tasks else _why_nobody(tr, state))
        self.none.setVisible(not tasks)
        self._show_tasks(state, guards.task)
        waits = any(one.system.is_asked_with_slip and not one.is_answered for one in tasks)
        self.slips.setVisible(waits)
        self.all.setVisible(not tasks and not guards.ask_all)

    def _show_tasks(self, state: RequestState, reason: str) -> None:
        shown = (state.beside.tasks, state.today, reason)
        if shown == self._shown:  # else the focus would be lost with the old buttons
            return
        self._shown = shown
        focused = next((id_ for id_, row in self.rows.items() if row.button.hasFocus()), 0)
        clear(self._rows)
        self.rows = {task.id: self._row(task, state, reason) for task in state.beside.tasks}
        for row in self.rows.values():
            self._rows.addWidget(row)
        if focused in self.rows:
            self.rows[focused].button.setFocus()

    def _row(self, task: SourceTask, state: RequestState, reason: str) -> "TaskRow":
        tr = self._tr
        verb = tr("Correct…") if task.is_answered else tr("Record…")
        row = TaskRow(self._theme, _icon(task), task.system.name, verb)
        age = age_of_list(tr, task.listed_on, state.today) if task.listed_on else ""
        row.line.setText(" · ".join(filter(None, (task_state(tr, task), age))))
        if task.is_overdue_on(state.today):
            row.line.set_ink(Ink.LATE)
        if reason:
            row.button.disable(reason)
        name = tr("{verb} {system}", verb=verb, system=task.system.name)
        row.button.setAccessibleName(name)
        row.button.clicked.connect(lambda _pressed=False, id_=task.id: self.task_chosen.emit(id_))
        return row


def _icon(task: SourceTask) -> Icon:
    return _ICONS.get(task.state, Icon.CLOCK)


def _why_nobody(tr: Tr, state: RequestState) -> str:
    is_needed = needs_search(state.request.rights)
    return nobody_asked(tr, state.beside.proposed if is_needed else 0)
