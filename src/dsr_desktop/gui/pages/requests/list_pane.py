"""The table of all requests, with its filter, and the calls that belong to none."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dsr_desktop.domain.request import Right
from dsr_desktop.domain.request_filter import (
    Standing,
    count_standings,
    handlers,
    is_wanted,
    make_filter,
    shows_closed,
)
from dsr_desktop.gui.pages.chips import deadline_column_width
from dsr_desktop.gui.pages.requests.calls_card import CallsCard
from dsr_desktop.gui.pages.requests.table import (
    DEADLINE,
    HANDLED_BY,
    RECEIVED,
    WITHOUT_PAUSE,
    RequestRow,
    is_moved,
    request_model,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, Space
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import right_label, standing_label

_WIDTHS = (128, 0, 0, 178, 146, 110, 140)
_PERSON, _RIGHTS = 1, 2
_ROOM_FOR_HANDLER, _ROOM_FOR_DATES = 1120, 980
_FILTER_WIDTH = 190
_CHOICE_WIDTH = 176
_HEAD_HEIGHT = 50
_STANDINGS = tuple(Standing)


class ListPane(QWidget):
    """`opened` carries the reference of a request."""

    opened = Signal(str)
    new_requested = Signal()

    def __init__(
        self, theme: Theme, tr: Tr, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        self._today = today
        self._unclosed: tuple[RequestRow, ...] = ()
        self._closed: tuple[RequestRow, ...] = ()
        self._number_closed = 0
        self._handlers: tuple[str, ...] = ()
        self.filter = request_model(tr)
        self.table = self._make_table(theme)
        self.words = TextEditor(placeholder=tr("Filter by name, reference or right"))
        self.words.setAccessibleName(tr("Filter the requests"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(_FILTER_WIDTH)
        self.words.textChanged.connect(self._apply)
        self.which = self._choice(theme, tr("Which requests"))
        self.which.addItems([standing_label(tr, one, 0) for one in _STANDINGS])
        self.right = self._choice(theme, tr("Which right"))
        self.right.addItems([tr("All rights"), *(right_label(tr, one) for one in Right)])
        self.handler = self._choice(theme, tr("Handled by"))
        self.handler.addItem(tr("Handled by anybody"))
        for choice in (self.which, self.right, self.handler):
            choice.currentIndexChanged.connect(self._apply)
        self._none = EmptyState(
            theme, Icon.INBOX, tr("No request is recorded"),
            tr("Record one on the day it arrives: the clock starts then."),
        )  # fmt: skip
        self._none.add_button(tr("New request…"), Icon.PLUS)
        self._none.action_requested.connect(self.new_requested)
        self._no_match = EmptyState(
            theme, Icon.FILTER, tr("No request matches"), tr("Change the words or show all.")
        )
        self.calls = CallsCard(theme, tr)
        self._lay_out(theme)
        QShortcut(
            QKeySequence.StandardKey.Find, self, self.words.setFocus,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )  # fmt: skip

    def show_open(self, rows: Sequence[RequestRow], *, closed: int) -> None:
        """Show the requests that are not closed, keeping the chosen one; `closed` more will come.

        Until then the closed ones stay as they were.
        """
        self._unclosed, self._number_closed = tuple(rows), closed
        if not closed:
            self._closed = ()
        self._count()
        self._show_rows()

    def show_closed(self, rows: Sequence[RequestRow]) -> None:
        """Show the closed requests too, where they are asked for."""
        self._closed = tuple(rows)
        self._show_rows()

    def show_standing(self, standing: Standing) -> None:
        """Show the requests that stand so, whatever they are about."""
        self.which.setCurrentIndex(_STANDINGS.index(standing))
        self.right.setCurrentIndex(0)
        self.handler.setCurrentIndex(0)
        self.words.clear()

    def _show_rows(self) -> None:
        shown = self._unclosed + self._closed
        self._offer_handlers(shown)
        self.table.setColumnHidden(WITHOUT_PAUSE, not any(is_moved(row) for row in shown))
        self._change_rows(lambda: self.filter.show_chosen(shown, self._is_wanted()))

    def _change_rows(self, change: Callable[[], None]) -> None:
        """Show other rows: the chosen one stays so while it is among them, else the first is."""
        kept = self.filter.chosen_at(self.table.currentIndex())
        change()
        found = self.filter.chosen
        self._stack.setCurrentWidget(self._pane_for(found))
        if found and not self.table.currentIndex().isValid():
            refs = [row.ref for row in found]
            self.table.selectRow(refs.index(kept.ref) if kept and kept.ref in refs else 0)

    def _pane_for(self, found: Sequence[RequestRow]) -> QWidget:
        is_to_come = len(self._closed) < self._number_closed and shows_closed(self._standing)
        if found or is_to_come:
            return self.table
        return self._no_match if self._unclosed or self._number_closed else self._none

    @property
    def _standing(self) -> Standing:
        return _STANDINGS[self.which.currentIndex()]

    def _count(self) -> None:
        """Say behind each way to stand how many requests do."""
        known = (row.summary for row in self._unclosed)
        counted = count_standings(known, self._number_closed, self._today())
        for number, standing in enumerate(_STANDINGS):
            self.which.setItemText(number, standing_label(self._tr, standing, counted[standing]))

    def _offer_handlers(self, rows: Sequence[RequestRow]) -> None:
        names = handlers(row.summary for row in rows)
        if names == self._handlers:
            return
        chosen = self.handler.currentText()
        self._handlers = names
        self.handler.blockSignals(True)
        self.handler.clear()
        self.handler.addItems([self._tr("Handled by anybody"), *names])
        self.handler.setCurrentIndex(max(0, self.handler.findText(chosen)))
        self.handler.blockSignals(False)
        self.handler.setVisible(bool(names))

    def _apply(self) -> None:
        self._change_rows(lambda: self.filter.choose(self._is_wanted()))

    def _is_wanted(self) -> Callable[[RequestRow], bool]:
        """Return what tells whether the filter wants a row, as it stands today."""
        right, handler, today = (
            self.right.currentIndex(),
            self.handler.currentIndex(),
            self._today(),
        )
        wanted = make_filter(
            self._standing,
            tuple(Right)[right - 1] if right > 0 else None,
            self._handlers[handler - 1] if handler > 0 else None,
            self.words.text(),
        )
        return lambda row: is_wanted(wanted, row.summary, row.folded, today)

    def _choice(self, theme: Theme, name: str) -> ChoiceEditor:
        choice = ChoiceEditor(theme, height=Height.SMALL)
        choice.setAccessibleName(name)
        choice.setFixedWidth(_CHOICE_WIDTH)
        return choice

    def _open(self, index: QModelIndex) -> None:
        row = self.filter.chosen_at(index)
        if row is not None:
            self.opened.emit(row.ref)

    def _make_table(self, theme: Theme) -> Table:
        table = Table(theme, self._tr("Requests"))
        table.setModel(self.filter)
        table.setSortingEnabled(True)
        table.sortByColumn(DEADLINE, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate((*_WIDTHS, deadline_column_width(theme, self._tr))):
            table.set_width(column, width)
        table.share(_PERSON, _RIGHTS)
        table.hide_below(_ROOM_FOR_HANDLER, HANDLED_BY)
        table.hide_below(_ROOM_FOR_DATES, RECEIVED)
        table.row_opened.connect(self._open)
        return table

    def _lay_out(self, theme: Theme) -> None:
        card = ListCard(theme)
        head = QWidget()
        head.setFixedHeight(_HEAD_HEIGHT)
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.ROOMY - 1, 0, Space.SNUG, 0)
        row.setSpacing(Space.TIGHT)
        for choice in (self.which, self.right, self.handler):
            row.addWidget(choice)
        row.addStretch(1)
        row.addWidget(self.words)
        card.add(head)
        card.add_line()
        self._stack = QStackedWidget()
        for widget in (self.table, self._none, self._no_match):
            self._stack.addWidget(widget)
        card.add(self._stack, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROOMY)
        column.addWidget(card, 1)
        column.addWidget(self.calls)
