"""How presenters reach the services: off the GUI thread, with errors reported in the page."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.workspace import Workspace

Result = TypeVar("Result")


class Presenter(QObject):
    """Reads and changes the register for a page."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace

    def read(
        self, title: str, work: Callable[[Progress], Result], then: Callable[[Result], None]
    ) -> None:
        """Read something from the register, then hand it over."""
        self.workspace.run(title, work, lambda outcome: self._settle(outcome, then), lane="read")

    def change(
        self, title: str, work: Callable[[Progress], Result], then: Callable[[Result], None]
    ) -> None:
        """Change the register, hand over what came of it, then let visible pages load again."""

        def changed(result: Result) -> None:
            then(result)
            self.workspace.register_changed.emit()

        self.workspace.run(title, work, lambda outcome: self._settle(outcome, changed))

    def record(
        self,
        form: RecordForm,
        work: Callable[[Progress], Result],
        then: Callable[[Result], None] = lambda _result: None,
    ) -> None:
        """Write what a form hands in: it closes when that is recorded, else it says why not."""

        def settle(outcome: Outcome[Result]) -> None:
            match outcome:
                case Ok(value):
                    form.accept()
                    then(value)
                    self.workspace.register_changed.emit()
                case Failed(error):
                    form.show_failure(error)
                case Cancelled():
                    form.wait_again()

        self.workspace.run(self.workspace.tr("Recording"), work, settle)

    def _settle(self, outcome: Outcome[Result], then: Callable[[Result], None]) -> None:
        match outcome:
            case Ok(value):
                then(value)
            case Failed(error):
                self.workspace.report(error)
            case Cancelled():
                pass
