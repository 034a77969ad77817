"""The table of all requests, with its filter."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.chips import deadline_column_width
from dsr_desktop.gui.pages.requests.table import DEADLINE, RequestFilter, RequestRow, request_model
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.segmented import Segmented
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.wording.language import Tr

_WIDTHS = (136, 0, 0, 120, 150)
_PERSON, _RIGHTS, _RECEIVED = 1, 2, 4
_ROOM_FOR_ALL = 860
_FILTER_WIDTH = 300
_HEAD_HEIGHT = 50
_OPEN, _ALL = 0, 1


class ListPane(QWidget):
    """`opened` carries the reference of a request."""

    opened = Signal(str)
    new_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._rows: tuple[RequestRow, ...] = ()
        self._model = request_model(tr)
        self.filter = RequestFilter(self._model)
        self.table = self._make_table(theme)
        self.words = TextEditor(placeholder=tr("Filter by name, reference or right"))
        self.words.setAccessibleName(tr("Filter the requests"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(_FILTER_WIDTH)
        self.words.textChanged.connect(self._apply)
        self.which = Segmented(theme, tr("Which requests"), (tr("Open requests"), tr("All")))
        self.which.chosen.connect(self._apply)
        self._none = EmptyState(
            theme, Icon.INBOX, tr("No request is recorded"),
            tr("Record one on the day it arrives: the clock starts then."),
        )  # fmt: skip
        self._none.add_button(tr("New request…"), Icon.PLUS)
        self._none.action_requested.connect(self.new_requested)
        self._no_match = EmptyState(
            theme, Icon.FILTER, tr("No request matches"), tr("Change the words or show all.")
        )
        self._lay_out(theme)
        QShortcut(
            QKeySequence.StandardKey.Find, self, self.words.setFocus,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )  # fmt: skip

    def show_rows(self, rows: Sequence[RequestRow]) -> None:
        """Show the requests, keeping the chosen one."""
        kept = self.filter.row_at(self.table.currentIndex())
        self._rows = tuple(rows)
        self._model.show(self._rows)
        still_open = sum(row.is_open for row in self._rows)
        self.which.set_label(_OPEN, self._tr("Open · {n}", n=self._tr.number(still_open)))
        self.which.set_label(_ALL, self._tr("All · {n}", n=self._tr.number(len(self._rows))))
        self._apply()
        self._choose(kept.ref if kept else "")

    def _apply(self) -> None:
        open_only = self.which.current == _OPEN
        self.filter.show_matching(self.words.text(), open_only=open_only)
        if self.filter.rowCount():
            self._stack.setCurrentWidget(self.table)
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
        else:
            self._stack.setCurrentWidget(self._no_match if self._rows else self._none)

    def _choose(self, ref: str) -> None:
        for number in range(self.filter.rowCount()):
            row = self.filter.row_at(self.filter.index(number, 0))
            if row is not None and row.ref == ref:
                self.table.selectRow(number)

    def _open(self, index: QModelIndex) -> None:
        row = self.filter.row_at(index)
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
        table.hide_below(_ROOM_FOR_ALL, _RECEIVED)
        table.row_opened.connect(self._open)
        return table

    def _lay_out(self, theme: Theme) -> None:
        card = ListCard(theme)
        head = QWidget()
        head.setFixedHeight(_HEAD_HEIGHT)
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.ROOMY - 1, 0, Space.SNUG, 0)
        row.addWidget(self.which)
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
        column.addWidget(card)
