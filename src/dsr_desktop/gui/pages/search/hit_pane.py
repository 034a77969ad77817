"""The list of hits with its head: how many, what was decided, "Confirm 2 strong"."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from dsr_desktop.gui.pages.search.answers import answer_of
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.state import Coverage, SearchState
from dsr_desktop.gui.pages.search.table import HitModel, WeakFold
from dsr_desktop.gui.pages.search.words import coverage_line, strong_open, verdicts_line
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.row_list import HIT_HEIGHT, RowList
from dsr_desktop.wording.language import Tr

_HEAD_HEIGHT = 35
_HEAD_HEIGHT_WITH_BUTTON = 42


class HitList(RowList):
    """The hits; Y, N, U and Ctrl Z are told as `answered`."""

    answered = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key before the list looks for a row that begins with the letter."""
        answer = answer_of(event)
        if answer is None:
            super().keyPressEvent(event)
        else:
            self.answered.emit(answer)


class HitPane(ListCard):
    """`current_changed` carries the hit chosen, or None."""

    current_changed = Signal(object)
    answered = Signal(object)
    confirm_strong_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._tr = tr
        self._theme = theme
        self.setAccessibleName(tr("Hits"))
        self._count = Label(theme, "", TextStyle.SECTION)
        self._verdicts = CutLabel(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self.confirm_strong = Button(theme, "", size=ButtonSize.SMALL)
        self.confirm_strong.clicked.connect(self.confirm_strong_requested)
        self.model = HitModel(tr, self)
        self.list = HitList(theme, tr("Hits"), row_height=HIT_HEIGHT)
        self.list.setModel(self.model)
        self.list.answered.connect(self.answered)
        self.list.row_opened.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._tell_current)
        self._empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._head = self._make_head()
        self.add(self._head)
        self.add_line()
        self.add(self._stack, stretch=1)

    @property
    def current(self) -> HitRow | None:
        """The hit chosen."""
        return self.model.hit_at(self.list.currentIndex())

    def show_state(self, state: SearchState) -> None:
        """Show the hits of a search, keeping the chosen one."""
        kept = self.current
        row = self.list.currentIndex().row()
        self.model.show_rows(state.rows, judged=state.is_review)
        self._show_head(state)
        self._show_empty(state)
        if self.list.currentIndex().row() < 0:
            self._choose_after_reset(kept, row)
        else:
            self.current_changed.emit(self.current)

    def choose(self, key: int) -> None:
        """Choose a hit by its key."""
        self._choose(self.model.index_of(key))

    def choose_next_open(self, key: int) -> None:
        """Go on to the next hit without a verdict; stay where none is left."""
        index = self.model.next_open(self.model.index_of(key))
        if index.isValid():
            self._choose(index)

    def step(self, by: int) -> None:
        """Go `by` hits down, or up if negative."""
        hits = self.model.hits()
        keys = [hit.key for hit in hits]
        current = self.current
        place = keys.index(current.key) + by if current is not None else 0
        if 0 <= place < len(keys):
            self.choose(keys[place])

    def position(self) -> tuple[int, int]:
        """Return which of the hits shown is chosen, from 1, and how many there are."""
        keys = [hit.key for hit in self.model.hits()]
        current = self.current
        return (keys.index(current.key) + 1 if current else 0), len(keys)

    def fold_weak(self, *, is_open: bool) -> None:
        """Show the weak hits, or fold them away; the chosen hit stays chosen."""
        kept = self.current
        self.model.fold_weak(is_open=is_open)
        self._choose_after_reset(kept, 0)

    def _show_head(self, state: SearchState) -> None:
        tr, shown = self._tr, state.shown
        only_weak = bool(state.rows) and not shown
        counted = tr.count("{n} hit", "{n} hits", len(shown))
        self._count.setText(tr("Only weak hits") if only_weak else counted)
        self._verdicts.setText(verdicts_line(tr, shown) if state.is_review else "")
        strong = strong_open(state.rows)
        offered = state.is_review and not state.is_closed and strong > 0
        self.confirm_strong.setVisible(offered)
        self.confirm_strong.setText(tr.count("Confirm {n} strong", "Confirm {n} strong", strong))
        self.confirm_strong.setEnabled(state.may_judge)
        self._head.setFixedHeight(_HEAD_HEIGHT_WITH_BUTTON if offered else _HEAD_HEIGHT)

    def _show_empty(self, state: SearchState) -> None:
        if state.rows or state.coverage is None:
            self._stack.setCurrentWidget(self.list)
            return
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = _nothing_found(self._theme, self._tr, state.coverage)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _choose_after_reset(self, kept: HitRow | None, row: int) -> None:
        index = self.model.index_of(kept.key) if kept else QModelIndex()
        if not index.isValid():
            index = self._first_choice(row)
        if index.isValid():
            self._choose(index)
        else:
            self.current_changed.emit(None)

    def _first_choice(self, row: int) -> QModelIndex:
        """Return the next open hit, else the first hit, from `row` on."""
        start = self.model.index(max(0, row - 1)) if row > 0 else QModelIndex()
        index = self.model.next_open(start)
        hits = self.model.hits()
        if not index.isValid() and hits:
            index = self.model.index_of(hits[0].key)
        return index

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flag)
            self.list.scrollTo(index)

    def _open(self, index: QModelIndex) -> None:
        entry = self.model.entry_at(index)
        if isinstance(entry, WeakFold):
            self.fold_weak(is_open=not entry.is_open)

    def _tell_current(self, index: QModelIndex) -> None:
        self.current_changed.emit(self.model.hit_at(index))

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.ROOMY - 1, 0, Space.SNUG - 1, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._verdicts)
        row.addWidget(self.confirm_strong)
        return head


def _nothing_found(theme: Theme, tr: Tr, coverage: Coverage) -> EmptyState:
    advice = tr(
        "{coverage}. Try another spelling, an e-mail or a phone number.",
        coverage=coverage_line(tr, coverage),
    )
    return EmptyState(theme, Icon.SEARCH, tr("Nothing found"), advice)
