"""Decides what the search page shows: searches in the background, records verdicts."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dsr_desktop.domain.criteria import Criteria, with_value, without_value
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.expansion import NewKey, with_key
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.source import StoredRow
from dsr_desktop.gui.jobs import Failed, Ok, Outcome
from dsr_desktop.gui.pages.search import finding, verdicts
from dsr_desktop.gui.pages.search.finding import Find, Searched
from dsr_desktop.gui.pages.search.rows import HitRow, with_verdicts
from dsr_desktop.gui.pages.search.state import SearchState
from dsr_desktop.gui.pages.search.verdicts import Verdicts
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.row_context import neighbours


class SearchPresenter(QObject):
    """Holds the state of the page and tells when it changed.

    `answered` carries the keys of hits whose verdict was just recorded, `taken_back` those of an
    answer taken back.
    """

    changed = Signal()
    answered = Signal(object)
    taken_back = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._state = SearchState()
        self._asked = 0
        self._telling = False
        self._undo: list[Verdicts] = []
        self._not_now: dict[str, set[NewKey]] = {}

    @property
    def state(self) -> SearchState:
        """What the page shows now."""
        return self._state

    def open(self, criteria: Criteria | None, ref: str) -> None:
        """Search freely for `criteria`, or for the person of the request `ref`."""
        self._undo.clear()
        self._asked += 1
        self._state = SearchState(ref=ref, criteria=criteria or Criteria())
        if ref:
            self._open_request(ref)
        elif not self._state.criteria.is_empty():
            self._search_freely(self._state.criteria)
        else:
            self._set(self._state)

    def search_again(self) -> None:
        """Repeat the search: files may have come in since."""
        if self._state.ref:
            self._search_for_request(find_person)
        elif not self._state.criteria.is_empty():
            self._search_freely(self._state.criteria)

    def refresh(self) -> None:
        """Read again what changed elsewhere; verdicts recorded by this page are known already."""
        state = self._state
        if state.running or state.saving or self._telling:
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
        if self._state.criteria.given() == {criterion: (value,)} and not self._state.ref:
            self.open(None, "")
        else:
            self._change(lambda criteria: without_value(criteria, criterion, value))

    def judge(self, key: int, verdict: str | None) -> None:
        """Record what the DPO says about one hit; one that says so already is passed over."""
        row = next((row for row in self._state.rows if row.key == key), None)
        if row is None or not self._state.may_judge:
            return
        if row.verdict == verdict:
            self.answered.emit((key,))
        else:
            self._record(((key, verdict),))

    def confirm_strong(self) -> None:
        """Confirm all strong hits that are still open."""
        wanted = verdicts.all_strong(self._state.rows)
        if wanted and self._state.may_judge:
            self._record(wanted)

    def take_back(self) -> None:
        """Take the last answer back."""
        if self._undo and self._state.may_judge:
            self._record(self._undo.pop(), taking_back=True)

    def search_key(self, key: NewKey) -> None:
        """Search for a key that a confirmed row brought."""
        self._change(lambda criteria: with_key(criteria, key))

    def leave_key(self, key: NewKey) -> None:
        """Leave a new key alone while the program runs."""
        self._not_now.setdefault(self._state.ref, set()).add(key)
        self._set(self._state)

    def rows_around(self, row: HitRow) -> tuple[StoredRow, ...]:
        """Return the rows of the sheet beside a hit, itself included."""
        return neighbours(self._workspace.register, row.place.row) if row.place else ()

    def _open_request(self, ref: str) -> None:
        workspace = self._workspace
        try:
            request = view_request(workspace.register, ref, workspace.today()).request
        except DsrError as error:
            self._set(SearchState())
            self._workspace.report(error)
            return
        self._set(replace(self._state, request=request, criteria=request.criteria))
        if request.is_open:
            self._search_for_request(find_person)
        else:
            self._look_again()

    def _search_freely(self, criteria: Criteria, *, quietly: bool = False) -> None:
        register = self._workspace.register
        self._start(lambda: finding.search_freely(register, criteria), quietly=quietly)

    def _search_for_request(self, find: Find) -> None:
        self._undo.clear()  # a search gives open hits other ids
        register, today, ref = self._workspace.register, self._workspace.today(), self._state.ref
        self._start(lambda: finding.search_for_request(register, ref, today, find), lane="work")

    def _look_again(self, *, quietly: bool = False) -> None:
        register, today, ref = self._workspace.register, self._workspace.today(), self._state.ref
        self._start(lambda: finding.look_again(register, ref, today), quietly=quietly)

    def _start(
        self, work: Callable[[], Searched], *, lane: str = "read", quietly: bool = False
    ) -> None:
        """Run `work` elsewhere; only the answer to the last question asked is shown."""
        self._asked += 1
        number = self._asked

        def then(outcome: Outcome[Searched]) -> None:
            if number == self._asked:
                self._take(outcome)
            if lane == "work":
                self._tell_register_changed()

        if not quietly:
            self._set(replace(self._state, running=True))
        title = self._workspace.tr("Searching")
        self._workspace.jobs.run(title, lambda _progress: work(), then, lane=lane)

    def _take(self, outcome: Outcome[Searched]) -> None:
        if isinstance(outcome, Ok):
            self._show_found(outcome.value)
            return
        self._set(replace(self._state, running=False))
        if isinstance(outcome, Failed):
            self._workspace.report(outcome.error)

    def _show_found(self, found: Searched) -> None:
        state = replace(self._state, running=False, coverage=found.coverage, rows=found.rows)
        if found.review is not None:
            request = found.review.view.request
            state = replace(state, request=request, criteria=request.criteria)
        self._set(state)

    def _change(self, change: Callable[[Criteria], Criteria]) -> None:
        try:
            criteria = change(self._state.criteria)
        except DsrError as error:
            self._workspace.report(error)
            return
        if self._state.ref:
            self._search_for_request(finding.with_other_criteria(criteria))
        else:
            self._state = replace(self._state, criteria=criteria)
            self._search_freely(criteria)

    def _record(self, wanted: Verdicts, *, taking_back: bool = False) -> None:
        before = wanted if taking_back else verdicts.verdicts_before(self._state.rows, wanted)
        register, today, ref = self._workspace.register, self._workspace.today(), self._state.ref

        def then(outcome: Outcome[RequestView]) -> None:
            done = isinstance(outcome, Ok)
            if ref == self._state.ref:
                if done is not taking_back:
                    self._undo.append(before)
                self._take_verdicts(outcome)
            if done:
                told = self.taken_back if taking_back else self.answered
                told.emit(tuple(key for key, _verdict in wanted))
                self._tell_register_changed()

        self._set(replace(self._state, saving=True))
        self._workspace.jobs.run(
            self._workspace.tr("Recording"),
            lambda _progress: verdicts.record(register, ref, wanted, today),
            then,
        )

    def _take_verdicts(self, outcome: Outcome[RequestView]) -> None:
        state = replace(self._state, saving=False)
        if isinstance(outcome, Ok):
            rows = with_verdicts(state.rows, outcome.value.hits)
            state = replace(state, request=outcome.value.request, rows=rows)
        self._set(state)
        if isinstance(outcome, Failed):
            self._workspace.report(outcome.error)

    def _tell_register_changed(self) -> None:
        self._telling = True
        self._workspace.register_changed.emit()
        self._telling = False

    def _set(self, state: SearchState) -> None:
        keys = self._new_keys(state.criteria, state.rows) if state.ref else ()
        self._state = replace(state, can_undo=bool(self._undo), new_keys=keys)
        self.changed.emit()

    def _new_keys(self, criteria: Criteria, rows: Sequence[HitRow]) -> tuple[NewKey, ...]:
        keys = finding.keys_of_confirmed(self._workspace.register, criteria, rows)
        left_alone = self._not_now.get(self._state.ref, set())
        return tuple(key for key in keys if key not in left_alone)
