"""Asks what became of the systems of a request, and writes the slips for colleagues."""

from datetime import date

from dsr_desktop.domain.source_task import SourceTask, StepKind
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.task_form import TaskForm, TaskSaid
from dsr_desktop.gui.pages.requests.made import slips_written
from dsr_desktop.gui.pages.requests.sources_card import SourcesCard
from dsr_desktop.services import source_tasks
from dsr_desktop.services.register import Register
from dsr_desktop.services.source_slips import write_slips


class SourceDesk(Desk):
    """Serves the card of sources."""

    def serve(self, card: SourcesCard) -> None:
        """Do what is asked on the card."""
        card.task_chosen.connect(self.ask_task)
        card.slips_requested.connect(self.write_slips)
        card.open_all_requested.connect(self.ask_all)

    def ask_task(self, task_id: int) -> None:
        """Ask what became of one system."""
        state = self.shown
        task = next(one for one in state.beside.tasks if one.id == task_id)
        form = TaskForm(self.theme, self.tr, task, state.today, self.questions.page)
        self.ask(
            form, lambda register, ref, said, today: _record(register, ref, task_id, said, today)
        )

    def write_slips(self) -> None:
        """Write a slip for each colleague who has not answered, into the folder chosen."""
        tr, ref = self.tr, self.shown.request.ref
        folder = self.questions.ask_folder(tr("Folder for the slips"))
        if not folder:
            return
        register, today = self.workspace.register, self.workspace.today()
        self.presenter.change(
            tr("Writing the slips"),
            lambda _progress: write_slips(register, ref, folder[0], today, tr),
            lambda files: self.presenter.written.emit(slips_written(tr, files)),
        )

    def ask_all(self) -> None:
        """Open a task for every system, for a request that needs no search by itself."""
        register, today, ref = (
            self.workspace.register,
            self.workspace.today(),
            self.shown.request.ref,
        )
        self.presenter.change(
            self.tr("Recording"),
            lambda _progress: source_tasks.open_all_tasks(register, ref, today),
            lambda _tasks: None,
        )


def _record(register: Register, ref: str, task_id: int, said: TaskSaid, today: date) -> SourceTask:
    if said.kind is StepKind.ASKED:
        return source_tasks.record_asked(register, ref, task_id, said.day, today)
    if said.kind is StepKind.CHASED:
        return source_tasks.record_chased(register, ref, task_id, said.day, today)
    return source_tasks.record_answer(
        register, ref, task_id, said.kind, said.day, today, by=said.by, text=said.text
    )
