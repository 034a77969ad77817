"""Reads all kinds of records, and carries out what forms and questions ask for."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal

from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.registers.catalogue import KINDS
from dsr_desktop.gui.pages.registers.handing_over import handing_over
from dsr_desktop.gui.pages.registers.views import Action, Answer, Desk, Listing
from dsr_desktop.gui.workspace import Workspace


class RegistersPresenter(Presenter):
    """`listed` brings the Listing of every kind by its key, `told` a Told."""

    listed = Signal(object)
    told = Signal(object)

    def __init__(self, workspace: Workspace, now: Callable[[], datetime]) -> None:
        super().__init__(workspace)
        self._now = now

    def load(self) -> None:
        """Read every kind of records again."""
        workspace, desk = self.workspace, self._desk()

        def work(_progress: Progress) -> dict[str, Listing]:
            return {kind.key: kind.read(desk) for kind in KINDS}

        self.read(workspace.tr("Reading the register"), work, self.listed.emit)

    def handing_over(self) -> Action:
        """Return the action that writes a register as files."""
        return handing_over(self._desk())

    def submit(self, form: RecordForm, action: Action, answer: Answer) -> None:
        """Write what a form hands in."""
        self.record(
            form, lambda _progress: action.work(answer), lambda result: self._tell(action, result)
        )

    def carry_out(self, action: Action) -> None:
        """Do what a question was answered with yes."""
        self.change(
            self.workspace.tr("Recording"),
            lambda _progress: action.work({}),
            lambda result: self._tell(action, result),
        )

    def _desk(self) -> Desk:
        workspace = self.workspace
        return Desk(workspace.register, workspace.tr, workspace.today(), self._moment)

    def _moment(self) -> datetime:
        return self._now().astimezone().replace(microsecond=0)

    def _tell(self, action: Action, result: object) -> None:
        told = action.told(result)
        if told is not None:
            self.told.emit(told)
