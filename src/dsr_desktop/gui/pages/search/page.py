"""The search page: criteria, coverage, unread files, hits, in this order."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.source import StoredRow
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.pages.search.answers import Answer
from dsr_desktop.gui.pages.search.around import look_around
from dsr_desktop.gui.pages.search.coverage_bar import CoverageBar
from dsr_desktop.gui.pages.search.criteria_bar import CriteriaBar
from dsr_desktop.gui.pages.search.criterion_dialog import Criterion, CriterionDialog
from dsr_desktop.gui.pages.search.desk import Desk
from dsr_desktop.gui.pages.search.detail import beside, detail_of
from dsr_desktop.gui.pages.search.detail_pane import DetailPane
from dsr_desktop.gui.pages.search.hit_pane import HitPane
from dsr_desktop.gui.pages.search.judge import Judge
from dsr_desktop.gui.pages.search.namesake_bar import NamesakeBar
from dsr_desktop.gui.pages.search.nothing_pane import NothingPane
from dsr_desktop.gui.pages.search.own_records_bar import OwnRecordsBar
from dsr_desktop.gui.pages.search.presenter import SearchPresenter
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.saving import SaveSearch
from dsr_desktop.gui.pages.search.state import SearchState
from dsr_desktop.gui.pages.search.suggested_keys import SuggestedKeys
from dsr_desktop.gui.pages.search.typed import TypedSearch
from dsr_desktop.gui.pages.search.words import about_request
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.reading_order import focus_first
from dsr_desktop.gui.workspace import Workspace

_LIST_WIDTH = 474
_DETAIL_WIDTH = 544
_LEAST_DETAIL = 456
_GAP = 14
_VERDICTS = {
    Answer.PERSON: Verdict.CONFIRMED,
    Answer.SOMEONE_ELSE: Verdict.REJECTED,
    Answer.UNSURE: None,
}


class SearchPage(Page):
    """Free search, or the search for a request with its review.

    `dialog` is the dialog for a criterion opened last.
    """

    section = "search"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, workspace.tr("Search"), parent)
        self.dialog: CriterionDialog | None = None
        self._desk = Desk(workspace, self)
        self._presenter = SearchPresenter(self._desk, self)
        self._judge = Judge(self._desk, self)
        self._typed = TypedSearch(self.search_field, lambda: workspace.company.country, self)
        theme, tr = workspace.theme, workspace.tr
        self.criteria = CriteriaBar(theme, tr)
        self.saving = SaveSearch(self._desk, self)
        self.suggested = SuggestedKeys(theme, tr)
        self.own_records = OwnRecordsBar(theme, tr)
        self.coverage = CoverageBar(theme, tr)
        self.namesakes = NamesakeBar(theme, tr)
        self.hits = HitPane(theme, tr)
        self.nothing = NothingPane(theme, tr, workspace.today)
        self.detail = DetailPane(theme, tr)
        self.to_request = Button(theme, "", icon=Icon.INBOX)
        self.finish = Button(theme, tr("Finish review"), ButtonKind.PRIMARY, icon=Icon.CHECK)
        self._add_buttons()
        self._lay_out()
        self._connect()
        self._show()

    def open_search(self, criteria: Criteria | None, ref: str) -> None:
        """Search for `criteria`; with `ref` for the person of that request, and review the hits."""
        self.clear_error()
        self.hits.fold_weak(is_open=False)
        self._presenter.open(criteria, ref)
        self.hits.list.setFocus()

    def search_now(self) -> None:
        """Search for what is being typed without waiting for a pause."""
        self._typed.search_now()

    def load(self) -> None:
        """Show what changed elsewhere."""
        self._presenter.refresh()

    def take_focus(self) -> None:
        """Begin in the hits, or with the first criterion."""
        bodies = ((self._panes, self.hits.list), (self.nothing, self.nothing.table))
        shown = (inner for body, inner in bodies if body.isVisible())
        focus_first(next(shown, self.start))

    def close_pane(self) -> bool:
        """Leave a review for its request; what was answered is recorded already."""
        if not self.state.is_review:
            return False
        self._leave()
        return True

    @property
    def state(self) -> SearchState:
        """What is shown now."""
        return self._desk.state

    def _add_buttons(self) -> None:
        self.header.add_button(self.to_request)
        self.set_primary(self.finish)
        self.to_request.clicked.connect(self._leave)
        self.finish.clicked.connect(self._leave)

    def _lay_out(self) -> None:
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.addWidget(self.hits)
        self._panes.addWidget(self.detail)
        self._panes.setHandleWidth(_GAP)
        self._panes.setChildrenCollapsible(False)
        self._panes.setStretchFactor(0, 0)
        self._panes.setStretchFactor(1, 1)
        self.detail.setMinimumWidth(_LEAST_DETAIL)
        self._panes.setSizes([_LIST_WIDTH, _DETAIL_WIDTH])
        self.start = self._start()
        self.start.action_requested.connect(self._add_criterion)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self.nothing)
        body = QVBoxLayout()
        body.setSpacing(10)
        first = QHBoxLayout()
        first.addWidget(self.criteria, 1)
        first.addWidget(self.saving.button, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(first)
        for widget in (self.suggested, self.coverage, self.namesakes, self.own_records):
            body.addWidget(widget)
        body.addWidget(self._stack, 1)
        self.column.addLayout(body, 1)

    def _start(self) -> EmptyState:
        tr = self.workspace.tr
        start = EmptyState(
            self.workspace.theme,
            Icon.SEARCH,
            tr("Whom do you look for?"),
            tr("Every row of every imported file is searched. An e-mail or a phone number finds "
               "surely, a name alone proves little."),
            at_top=True,
        )  # fmt: skip
        start.add_button(tr("Add criterion…"), Icon.PLUS)
        return start

    def _connect(self) -> None:
        presenter, judge = self._presenter, self._judge
        self.criteria.add_requested.connect(self._add_criterion)
        self.criteria.opened.connect(self._change_criterion)
        self.criteria.removed.connect(lambda one: presenter.remove(one.kind, one.value))
        self.criteria.again_requested.connect(presenter.search_again)
        self.suggested.wanted.connect(presenter.search_keys)
        self.own_records.request_wanted.connect(self.workspace.show_request)
        self.coverage.import_requested.connect(self.workspace.show_import)
        self.hits.current_changed.connect(self._show_current)
        self.hits.more_wanted.connect(presenter.fetch_more)
        self.namesakes.hit_wanted.connect(self._look_at)
        self.nothing.held_wanted.connect(lambda: self.workspace.show_page("files"))
        self._typed.wanted.connect(self._search_typed)
        self._typed.given_up.connect(presenter.give_up_typing)
        self.hits.confirm_strong_requested.connect(judge.confirm_strong)
        self.detail.stepped.connect(self.hits.step)
        self.detail.key_wanted.connect(presenter.search_key)
        self.detail.key_left.connect(self._desk.leave_alone)
        for pane in (self.hits, self.detail):
            pane.answered.connect(self._answer)
        self._desk.changed.connect(self._show)
        judge.answered.connect(lambda keys: self.hits.choose_next_open(keys[-1]))
        judge.taken_back.connect(lambda keys: self.hits.choose(keys[-1]))

    def _show(self) -> None:
        state = self.state
        self._show_head(state)
        self.criteria.show_criteria(state.criteria, changeable=not state.is_closed)
        may_change = not (state.is_closed or state.running)
        self.suggested.show_keys(state.new_keys, changeable=may_change)
        self.own_records.show_records(state.own_records)
        self.coverage.show_coverage(state.coverage, running=state.running, typing=state.typing)
        self.namesakes.show_state(state)
        self._stack.setCurrentWidget(self._body_for(state))
        self.nothing.show_state(state)
        self.hits.show_state(state)
        self.detail.show_state(state, reason=self._why_no_answer(state))

    def _body_for(self, state: SearchState) -> QWidget:
        if state.found_nothing:
            return self.nothing
        asked = state.is_review or not state.criteria.is_empty()
        return self._panes if asked else self.start

    def _show_head(self, state: SearchState) -> None:
        tr = self.workspace.tr
        line = tr("Every row of every imported file")
        if state.is_review:
            request = state.request
            line = about_request(tr, request) if request else tr("For {ref}", ref=state.ref)
        self.header.set_state(line)
        self.to_request.setText(tr("To {ref}", ref=state.ref))
        self.to_request.setVisible(state.is_review)
        self.finish.setVisible(state.is_review)
        if state.running or state.coverage is None:
            self.finish.disable(tr("The search is under way"))
        elif state.undecided:
            self.finish.disable(tr.count("{n} hit is open", "{n} hits are open", state.undecided))
        else:
            self.finish.enable()

    def _why_no_answer(self, state: SearchState) -> str:
        tr = self.workspace.tr
        if state.is_closed:
            return tr("The request is closed and no longer changes.")
        if state.running:
            return tr("Answers can be given again when the search is done.")
        return ""

    def _show_current(self, row: HitRow | None) -> None:
        if row is None:
            self.detail.show_nothing()
            return
        detail = detail_of(self.workspace.tr, row, self.state.new_keys)
        self.detail.show_hit(row, detail, self.hits.position())
        self.detail.show_state(self.state, reason=self._why_no_answer(self.state))
        look_around(self.workspace, row, partial(self._show_beside, row))

    def _show_beside(self, row: HitRow, around: Sequence[StoredRow]) -> None:
        current = self.hits.current
        if current is not None and current.key == row.key:
            self.detail.show_beside(beside(self.workspace.tr, row, around))

    def _answer(self, answer: Answer) -> None:
        if answer is Answer.UNDO:
            self._judge.take_back()
        elif (row := self.hits.current) is not None:
            self._judge.judge(row.key, _VERDICTS[answer])

    def _search_typed(self, criteria: Criteria) -> None:
        if not self.state.is_review:
            self.hits.fold_weak(is_open=False)
            self._presenter.type(criteria)

    def _look_at(self, key: int) -> None:
        self.hits.choose(key)
        self.hits.list.setFocus()

    def _add_criterion(self) -> None:
        self._ask(None, lambda new: self._presenter.add(new.kind, new.value))

    def _change_criterion(self, old: Criterion) -> None:
        def change(new: Criterion) -> None:
            if new != old:
                self._presenter.replace(old.kind, old.value, new.kind, new.value)

        self._ask(old, change)

    def _ask(self, shown: Criterion | None, then: Callable[[Criterion], None]) -> None:
        dialog = CriterionDialog(self.workspace.theme, self.workspace.tr, shown, self)
        dialog.accepted.connect(lambda: then(dialog.criterion))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _leave(self) -> None:
        self.workspace.show_request(self.state.ref)
