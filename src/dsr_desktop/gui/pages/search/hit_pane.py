"""The list of hits with its head: how many, what was decided, "Confirm 2 strong"."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.gui.pages.search.answers import answer_of
from dsr_desktop.gui.pages.search.entries import WeakFold
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.state import SearchState
from dsr_desktop.gui.pages.search.table import HitModel
from dsr_desktop.gui.pages.search.words import strong_open, verdicts_line
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.long_row_list import LongRowList
from dsr_desktop.gui.widgets.row_list import HIT_HEIGHT
from dsr_desktop.wording.language import Tr

_HEAD_HEIGHT = 35
_HEAD_HEIGHT_WITH_BUTTON = 42


class HitList(LongRowList):
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
    """`current_changed` carries the hit chosen, or None; `more_wanted` asks for the next hits."""

    current_changed = Signal(object)
    more_wanted = Signal()
    answered = Signal(object)
    confirm_strong_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._tr = tr
        self._theme = theme
        self.setAccessibleName(tr("Hits"))
        self._count = Label(theme, "", TextStyle.SECTION)
        self._verdicts = CutLabel(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self._verdicts.setMinimumWidth(1)
        self.confirm_strong = Button(theme, "", size=ButtonSize.SMALL)
        self.confirm_strong.clicked.connect(self.confirm_strong_requested)
        self.model = HitModel(tr, self)
        self.list = HitList(theme, tr("Hits"), row_height=HIT_HEIGHT)
        self.model.more_wanted.connect(self.more_wanted)
        self.list.setModel(self.model)
        self.list.answered.connect(self.answered)
        self.list.row_opened.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._tell_current)
        self._head = self._make_head()
        self.add(self._head)
        self.add_line()
        self.add(self.list, stretch=1)

    @property
    def current(self) -> HitRow | None:
        """The hit chosen."""
        return self.model.hit_at(self.list.currentIndex())

    @property
    def count_text(self) -> str:
        """How many hits there are, in words."""
        return self._count.text()

    def show_state(self, state: SearchState) -> None:
        """Show the hits of a search, keeping the chosen one."""
        kept = self.current
        row = self.list.currentIndex().row()
        self.model.show_rows(state.rows, judged=state.is_review, total=state.total)
        self._show_head(state)
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
        place = self.model.place_of(self.list.currentIndex())
        self._choose(self.model.hit_number(place + by if place else 1))

    def position(self) -> tuple[int, int]:
        """Return which of the hits shown is chosen, from 1, and how many there are."""
        return self.model.place_of(self.list.currentIndex()), self.model.count

    def fold_weak(self, *, is_open: bool) -> None:
        """Show the weak hits, or fold them away; the chosen hit stays chosen."""
        kept = self.current
        self.model.fold_weak(is_open=is_open)
        self._choose_after_reset(kept, 0)

    def _show_head(self, state: SearchState) -> None:
        tr, shown = self._tr, state.shown
        only_weak = bool(state.rows) and not shown
        counted = tr.count("{n} hit", "{n} hits", state.count)
        self._count.setText(tr("Only weak hits") if only_weak else counted)
        self._verdicts.setText(verdicts_line(tr, shown) if state.is_review else "")
        strong = strong_open(state.rows) if state.is_review else 0
        offered = not state.is_closed and strong > 0
        self.confirm_strong.setVisible(offered)
        self.confirm_strong.setText(tr.count("Confirm {n} strong", "Confirm {n} strong", strong))
        self.confirm_strong.setEnabled(state.may_judge)
        self._head.setFixedHeight(_HEAD_HEIGHT_WITH_BUTTON if offered else _HEAD_HEIGHT)

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
        return index if index.isValid() else self.model.hit_number(1)

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
