"""Decides what the search page shows: searches in the background, one answer at a time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial, reduce

from PySide6.QtCore import QObject, QTimer

from dsr_desktop.domain.criteria import Criteria, with_value, without_value
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.expansion import NewKey, with_key
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.request import Request
from dsr_desktop.gui.jobs import Failed, Ok, Outcome
from dsr_desktop.gui.pages.search import finding
from dsr_desktop.gui.pages.search.desk import Desk
from dsr_desktop.gui.pages.search.finding import Find, Searched
from dsr_desktop.gui.pages.search.state import SearchState
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.register import Register
from dsr_desktop.services.reviewing import find_person

Work = Callable[[Progress], Searched]
_PATIENCE_MS = 300


class SearchPresenter(QObject):
    """Searches and puts what was found on the desk; errors are reported to the workspace."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace = desk.workspace
        self._reading: int | None = None
        self._before = self._asked = Criteria()
        self._waiting_for: int | None = None

    def open(self, criteria: Criteria | None, ref: str) -> None:
        """Search freely for `criteria`, or for the person of the request `ref`."""
        self._desk.undo.clear()
        self._ask()
        state = SearchState(ref=ref, criteria=criteria or Criteria())
        if ref:
            self._open_request(state)
            return
        self._desk.show(state)
        if not state.criteria.is_empty():
            self._search_freely(state.criteria)

    def type(self, criteria: Criteria) -> None:
        """Search freely for what is being typed; the search before comes back when it is given up.

        What is shown stays until the answer is there.
        """
        state = self._desk.state
        if not state.typing:
            self._before = state.criteria
            self._desk.show(replace(state, typing=True))
        self._search_freely(criteria, quietly=True)

    def give_up_typing(self) -> None:
        """Go back to what was searched for before the typing began."""
        if self._desk.state.typing:
            self.open(self._before, "")

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
            self._search_freely(self._asked if state.typing else state.criteria, quietly=True)

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

    def search_keys(self, keys: Sequence[NewKey]) -> None:
        """Search for several such keys at once: one round more (R-MAT-4)."""
        self._change(lambda criteria: reduce(with_key, keys, criteria))

    def fetch_more(self) -> None:
        """Fetch the hits that follow those fetched; if the register changed meanwhile, all anew."""
        state = self._desk.state
        if self._is_waiting or state.saving or len(state.rows) >= state.total:
            return
        if state.is_review:
            self._look_again(quietly=True, weak=2 * state.weak)
        else:
            self._fetch_found(state)

    def _fetch_found(self, state: SearchState) -> None:
        register = self._workspace.register
        criteria, fetched = state.criteria, len(state.rows)
        question = self._ask()

        def take(outcome: Outcome[Searched]) -> None:
            if self._desk.is_last(question):
                self._take_more(outcome)

        self._reading = self._workspace.run(
            self._workspace.tr("Searching"),
            lambda progress: finding.more_hits(register, criteria, progress, fetched),
            take,
            lane="read",
        )

    def _open_request(self, state: SearchState) -> None:
        register, today, ref = self._workspace.register, self._workspace.today(), state.ref
        question = self._ask()

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
        register, today, fetched = self._workspace.register, self._workspace.today(), 0
        self._asked = criteria
        if criteria == self._desk.state.criteria:
            fetched = len(self._desk.state.rows)
        self._start(
            lambda progress: finding.search_freely(register, criteria, today, progress, fetched),
            quietly=quietly,
        )

    def _search_for_request(self, find: Find) -> None:
        self._desk.undo.clear()  # a search gives open hits other ids
        register, today, ref = self._about_request()
        self._start(
            lambda _progress: finding.search_for_request(register, ref, today, find), lane="work"
        )

    def _look_again(self, *, quietly: bool = False, weak: int = 0) -> None:
        """Read the hits of the request; of the weak ones `weak`, or as many as are known already."""
        register, today, ref = self._about_request()
        wanted = max(weak, self._desk.state.weak)
        self._start(
            lambda _progress: finding.look_again(register, ref, today, wanted), quietly=quietly
        )

    def _about_request(self) -> tuple[Register, date, str]:
        return self._workspace.register, self._workspace.today(), self._desk.state.ref

    def _start(self, work: Work, *, lane: str = "read", quietly: bool = False) -> None:
        """Run `work` elsewhere; only the answer to the last question asked is shown."""
        question = self._ask()

        def then(outcome: Outcome[Searched]) -> None:
            if self._desk.is_last(question):
                self._waiting_for = None
                self._take(outcome)
            if lane == "work":
                self._desk.tell_register_changed()

        self._waiting_for = question
        if quietly:
            QTimer.singleShot(_PATIENCE_MS, self, partial(self._say_running, question))
        else:
            self._desk.show(replace(self._desk.state, running=True))
        title = self._workspace.tr("Searching")
        number = self._workspace.run(title, work, then, lane=lane)
        self._reading = number if lane == "read" else None

    def _say_running(self, question: int) -> None:
        """Say that a search takes long; of a quick one nothing is seen but its answer."""
        if self._is_waiting and question == self._waiting_for:
            self._desk.show(replace(self._desk.state, running=True))

    @property
    def _is_waiting(self) -> bool:
        """Tell whether an answer is to come; a verdict overtakes what is being read."""
        return self._waiting_for is not None and self._desk.is_last(self._waiting_for)

    def _ask(self) -> int:
        """Begin a new question; a search that only reads for the last one is given up."""
        if self._reading is not None:
            self._workspace.jobs.cancel(self._reading)
            self._reading = None
        return self._desk.ask()

    def _take(self, outcome: Outcome[Searched]) -> None:
        state = replace(self._desk.state, running=False)
        if isinstance(outcome, Ok):
            state = _with_found(state, outcome.value)
        self._desk.show(state)
        if isinstance(outcome, Failed):
            self._workspace.report(outcome.error)

    def _take_more(self, outcome: Outcome[Searched]) -> None:
        state = self._desk.state
        if isinstance(outcome, Failed):
            self._workspace.report(outcome.error)
        elif isinstance(outcome, Ok):
            more, known = outcome.value.rows, {row.key for row in state.rows}
            if outcome.value.total != state.total or not known.isdisjoint(row.key for row in more):
                self._search_freely(state.criteria, quietly=True)
            else:
                self._desk.show(replace(state, rows=(*state.rows, *more)))

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
            self._desk.show(replace(state, criteria=criteria, typing=False))
            self._search_freely(criteria)


def _with_found(state: SearchState, found: Searched) -> SearchState:
    state = replace(
        state, coverage=found.coverage, rows=found.rows, total=found.total,
        namesakes=found.namesakes, own_records=found.own_records,
    )  # fmt: skip
    if found.review is None:
        return replace(state, criteria=found.criteria or state.criteria)
    request = found.review.view.request
    return replace(state, request=request, criteria=request.criteria)
