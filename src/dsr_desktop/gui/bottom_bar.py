"""The bottom bar of an open register: its name, what is saved, and the jobs that run."""

from collections.abc import Callable
from datetime import datetime

from dsr_desktop.gui.jobs import JobState
from dsr_desktop.gui.widgets.status_bar import StatusBar
from dsr_desktop.gui.workspace import Workspace


class BottomBar(StatusBar):
    """Follows the jobs and the changes of a workspace."""

    def __init__(self, workspace: Workspace, now: Callable[[], datetime]) -> None:
        tr = workspace.tr
        super().__init__(workspace.theme, name=tr("State"), cancel_text=tr("Cancel"))
        self._workspace = workspace
        self._now = now
        self._running: dict[int, JobState] = {}
        self.set_register(workspace.register.path.name)
        self.set_lock(tr("Unlocked"))
        self.set_offline(tr("Offline: nothing leaves this computer"))
        self.cancel_requested.connect(self._cancel)
        workspace.register_changed.connect(self._show_saved)
        workspace.jobs.started.connect(self._show_running)
        workspace.jobs.progressed.connect(self._show_running)
        workspace.jobs.finished.connect(self._end)

    @property
    def running(self) -> str:
        """Title of a job that runs, "" if none does."""
        return next((job.title for job in self._running.values()), "")

    def _show_running(self, job: JobState) -> None:
        self._running[job.number] = job
        text = f"{job.title} · {job.what}" if job.what else job.title
        self.show_job(text, job.done, job.total)

    def _end(self, number: int) -> None:
        self._running.pop(number, None)
        if not self._running:
            self.end_job()

    def _cancel(self) -> None:
        for number in self._running:
            self._workspace.jobs.cancel(number)

    def _show_saved(self) -> None:
        self.set_saved(self._workspace.tr("Saved {time}", time=f"{self._now():%H:%M}"))
