"""Decides what the search page shows: searches in the background, one answer at a time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from dsr_desktop.domain.criteria import Criteria, with_value, without_value
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.expansion import NewKey, with_key
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.source import StoredRow
from dsr_desktop.gui.jobs import Failed, Ok, Outcome
from dsr_desktop.gui.pages.search import finding
from dsr_desktop.gui.pages.search.desk import Desk
from dsr_desktop.gui.pages.search.finding import Find, Searched
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.state import SearchState
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.register import Register
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.row_context import neighbours


class SearchPresenter(QObject):
    """Searches and puts what was found on the desk; errors are reported to the workspace."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace = desk.workspace

    def open(self, criteria: Criteria | None, ref: str) -> None:
        """Search freely for `criteria`, or for the person of the request `ref`."""
        self._desk.undo.clear()
        self._desk.ask()
        state = SearchState(ref=ref, criteria=criteria or Criteria())
        if ref:
            self._open_request(state)
            return
        self._desk.show(state)
        if not state.criteria.is_empty():
            self._search_freely(state.criteria)

    def search_again(self) -> None:
        """Repeat the search: files may have come in since."""
        state = self._desk.state
        if state.ref:
            self._search_for_request(find_person)
        elif not state.criteria.is_empty():
            self._search_freely(state.criteria)

    def refresh(self) -> None:
        """Read again what changed elsewhere; what this page did is known already."""
        state = self._desk.state
        if state.running or state.saving or self._desk.telling:
            return
        if state.request is not None:
            self._look_again(quietly=True)
        elif not state.criteria.is_empty():
            self._search_freely(state.criteria, quietly=True)

    def add(self, criterion: str, value: str) -> None:
        """Ask for one value more, and search."""
        self._change(lambda criteria: with_value(criteria, criterion, value))

    def replace(self, criterion: str, old: str, new_criterion: str, new: str) -> None:
        """Ask for another value in place of `old`, and search."""
        self._change(
            lambda criteria: without_value(with_value(criteria, new_criterion, new), criterion, old)
        )

    def remove(self, criterion: str, value: str) -> None:
        """Ask for one value less, and search; a free search without any is emptied."""
        state = self._desk.state
        if state.criteria.given() == {criterion: (value,)} and not state.ref:
            self.open(None, "")
        else:
            self._change(lambda criteria: without_value(criteria, criterion, value))

    def search_key(self, key: NewKey) -> None:
        """Search for a key that a confirmed row brought."""
        self._change(lambda criteria: with_key(criteria, key))

    def look_around(self, row: HitRow, then: Callable[[Sequence[StoredRow]], None]) -> None:
        """Read the rows of the sheet beside a hit, itself included, and hand them over."""
        place, register = row.place, self._workspace.register
        if place is None:
            then(())
            return

        def take(outcome: Outcome[tuple[StoredRow, ...]]) -> None:
            if isinstance(outcome, Ok):
                then(outcome.value)
            elif isinstance(outcome, Failed):
                self._workspace.report(outcome.error)

        title = self._workspace.tr("Reading the register")
        self._workspace.run(
            title, lambda _progress: neighbours(register, place.row), take, lane="read"
        )

    def _open_request(self, state: SearchState) -> None:
        register, today, ref = self._workspace.register, self._workspace.today(), state.ref
        question = self._desk.ask()

        def take(outcome: Outcome[Request]) -> None:
            if not self._desk.is_last(question):
                return
            if isinstance(outcome, Ok):
                self._begin_review(state, outcome.value)
                return
            self._desk.show(SearchState())
            if isinstance(outcome, Failed):
                self._workspace.report(outcome.error)

        self._desk.show(replace(state, running=True))
        self._workspace.run(
            self._workspace.tr("Reading the register"),
            lambda _progress: view_request(register, ref, today).request,
            take,
            lane="read",
        )

    def _begin_review(self, state: SearchState, request: Request) -> None:
        self._desk.show(replace(state, request=request, criteria=request.criteria))
        if request.is_open:
            self._search_for_request(find_person)
        else:
            self._look_again()

    def _search_freely(self, criteria: Criteria, *, quietly: bool = False) -> None:
        register = self._workspace.register
        self._start(lambda: finding.search_freely(register, criteria), quietly=quietly)

    def _search_for_request(self, find: Find) -> None:
        self._desk.undo.clear()  # a search gives open hits other ids
        register, today, ref = self._about_request()
        self._start(lambda: finding.search_for_request(register, ref, today, find), lane="work")

    def _look_again(self, *, quietly: bool = False) -> None:
        register, today, ref = self._about_request()
        self._start(lambda: finding.look_again(register, ref, today), quietly=quietly)

    def _about_request(self) -> tuple[Register, date, str]:
        return self._workspace.register, self._workspace.today(), self._desk.state.ref

    def _start(
        self, work: Callable[[], Searched], *, lane: str = "read", quietly: bool = False
    ) -> None:
        """Run `work` elsewhere; only the answer to the last question asked is shown."""
        question = self._desk.ask()

        def then(outcome: Outcome[Searched]) -> None:
            if self._desk.is_last(question):
                self._take(outcome)
            if lane == "work":
                self._desk.tell_register_changed()

        if not quietly:
            self._desk.show(replace(self._desk.state, running=True))
        title = self._workspace.tr("Searching")
        self._workspace.run(title, lambda _progress: work(), then, lane=lane)

    def _take(self, outcome: Outcome[Searched]) -> None:
        state = replace(self._desk.state, running=False)
        if isinstance(outcome, Ok):
            state = _with_found(state, outcome.value)
        self._desk.show(state)
        if isinstance(outcome, Failed):
            self._workspace.report(outcome.error)

    def _change(self, change: Callable[[Criteria], Criteria]) -> None:
        state = self._desk.state
        try:
            criteria = change(state.criteria)
        except DsrError as error:
            self._workspace.report(error)
            return
        if state.ref:
            self._search_for_request(finding.with_other_criteria(criteria))
        else:
            self._desk.show(replace(state, criteria=criteria))
            self._search_freely(criteria)


def _with_found(state: SearchState, found: Searched) -> SearchState:
    state = replace(state, coverage=found.coverage, rows=found.rows)
    if found.review is None:
        return state
    request = found.review.view.request
    return replace(state, request=request, criteria=request.criteria)
