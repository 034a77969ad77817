"""Notices that a new day has begun while a register stays open."""

from PySide6.QtCore import QObject, QTimer

from dsr_desktop.domain.source import Source
from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.purging import purge_at_opening

_MINUTE = 60_000


class NewDay(QObject):
    """Purges on each new day what is due by then (R-RT-7), and lets pages load again.

    The date is looked at every minute: a timer set for midnight would sleep with the computer.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._day = workspace.today()
        self.timer = QTimer(self, interval=_MINUTE)
        self.timer.timeout.connect(self._look)
        self.timer.start()

    def end(self) -> None:
        """Look no more: its window is being replaced."""
        self.timer.stop()

    def _look(self) -> None:
        register, today = self._workspace.register, self._workspace.today()
        if today != self._day:
            self._day = today
            self._workspace.run(
                self._workspace.tr("Looking for working copies that are due"),
                lambda _progress: purge_at_opening(register, today),
                self._settle,
            )

    def _settle(self, outcome: Outcome[tuple[Source, ...]]) -> None:
        match outcome:
            case Ok(purged):
                self._workspace.register_changed.emit()
                self._workspace.tell_purged(purged)
            case Failed(error):
                self._workspace.report(error)
            case Cancelled():
                pass
