"""Reads the list of requests: the open ones, which are shown first, then the closed ones behind them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.requests.table import RequestRow, row_of
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_lists import (
    count_closed_requests,
    list_closed_requests,
    list_open_requests,
)

_Summaries = tuple[RequestSummary, ...]
_Read = Callable[[Register, date], _Summaries]


@dataclass(frozen=True)
class OpenRows:
    """The requests that are not closed, in words, and how many are closed."""

    rows: tuple[RequestRow, ...]
    closed: int


class ListPresenter(Presenter):
    """`open_listed` brings `OpenRows`, then `closed_listed` the rows of the closed requests.

    Closed ones are nine in ten in the long run, and seldom looked at: nobody waits for them.
    """

    open_listed = Signal(object)
    closed_listed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._worded: dict[_Read, tuple[_Summaries, tuple[RequestRow, ...]]] = {}

    def load(self) -> None:
        """Read all requests, the open ones first."""
        register, today = self.workspace.register, self.workspace.today()

        def work(_progress: Progress) -> OpenRows:
            rows = self._rows_of(list_open_requests, register, today)
            return OpenRows(rows, count_closed_requests(register))

        self.read(self.workspace.tr("Reading the register"), work, self._go_on)

    def _go_on(self, listed: OpenRows) -> None:
        self.open_listed.emit(listed)
        if not listed.closed:
            return
        register, today = self.workspace.register, self.workspace.today()
        self.read(
            self.workspace.tr("Reading the register"),
            lambda _progress: self._rows_of(list_closed_requests, register, today),
            self.closed_listed.emit,
        )

    def _rows_of(self, read: _Read, register: Register, today: date) -> tuple[RequestRow, ...]:
        """Put a list into words, once for as long as it stays the same."""
        summaries = read(register, today)
        known = self._worded.get(read)
        if known is None or known[0] is not summaries:
            tr = self.workspace.tr
            known = summaries, tuple(row_of(tr, one) for one in summaries)
            self._worded[read] = known
        return known[1]
