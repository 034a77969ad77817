"""One kind of records: filter and table at the left, the record chosen at the right."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.registers.details import HintRow, RecordDetails, show_action
from dsr_desktop.gui.pages.registers.table import RecordFilter, record_model
from dsr_desktop.gui.pages.registers.views import Kind, Listing
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import RowHeight, Space
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.snug import Snug
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.wording.language import Tr

_HEAD_HEIGHT = 50
_FILTER_WIDTH = 220
_LIST_WIDTH, _DETAILS_WIDTH = 470, 310


class RecordPane(QSplitter):
    """Shows the Listing of a kind; `requested` carries an Action, `left` leads elsewhere.

    The record that was chosen stays chosen.
    """

    requested = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, tr: Tr, kind: Kind) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._tr, self.kind = theme, tr, kind
        self.listing = Listing((), "")
        heads = kind.heads(tr)
        self._model = record_model(heads)
        self.filter = RecordFilter(self._model)
        self.table = self._make_table()
        self.words = self._make_words()
        self.second = Button(theme, "", size=ButtonSize.SMALL)
        self.second.clicked.connect(lambda: self.requested.emit(self.listing.actions[1]))
        self.details = RecordDetails(theme, tr)
        self.details.requested.connect(self.requested)
        self.empty = self._make_empty()
        no_match = tr("Change the words above.")
        self._no_match = EmptyState(theme, Icon.FILTER, tr("No record matches"), no_match)
        self._hints = QVBoxLayout()
        self._stack = QStackedWidget()
        self._lay_out()

    def show_listing(self, listing: Listing) -> None:
        """Show other records, keeping the chosen one."""
        chosen = self.chosen_key
        self.listing = listing
        self._model.show(listing.lines)
        if listing.actions:
            show_action(self._empty_button, listing.actions[0])
        self.second.setVisible(len(listing.actions) > 1)
        if len(listing.actions) > 1:
            show_action(self.second, listing.actions[1])
        clear(self._hints)
        for hint in listing.hints:
            self._hints.addWidget(HintRow(self._theme, hint))
        self._foot.setVisible(bool(listing.hints))
        self._apply()
        self.choose(chosen)

    @property
    def chosen_key(self) -> str:
        """The key of the record chosen, "" for none."""
        row = self.filter.row_at(self.table.currentIndex())
        return row.key if row is not None else ""

    def choose(self, key: str) -> bool:
        """Choose the record with a key; return whether it is there."""
        for number in range(self.filter.rowCount()):
            row = self.filter.row_at(self.filter.index(number, 0))
            if row is not None and row.key == key:
                self.table.selectRow(number)
                return True
        return False

    def take_focus(self) -> None:
        """Begin in the table, or with what an empty one asks for."""
        (self.table if self.filter.rowCount() else self._empty_button).setFocus()

    def _apply(self) -> None:
        self.filter.show_matching(self.words.text())
        if self.filter.rowCount():
            self._stack.setCurrentWidget(self.table)
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
        else:
            self._stack.setCurrentWidget(self._no_match if self.listing.lines else self.empty)
        self._head.setVisible(bool(self.listing.lines))
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.details.show_line(self.filter.row_at(self.table.currentIndex()))

    def _open(self, _index: QModelIndex) -> None:
        """Do by Enter what the first button of the details does."""
        if self.details.buttons[0].isVisible():
            self.details.press(0)

    def _make_table(self) -> Table:
        table = Table(self._theme, self._tr(self.kind.name), row_height=RowHeight.TWO_LINES)
        table.setModel(self.filter)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        shared = []
        for number, head in enumerate(self.kind.heads(self._tr)):
            if head.width:
                table.set_width(number, head.width)
            else:
                shared.append(number)
            if head.needs:
                table.hide_below(head.needs, number)
        table.share(*shared)
        table.row_opened.connect(self._open)
        table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_chosen())
        return table

    def _make_words(self) -> TextEditor:
        words = TextEditor(placeholder=self._tr("Filter by any word"))
        words.setAccessibleName(self._tr("Filter the records"))
        words.setClearButtonEnabled(True)
        words.setMaximumWidth(_FILTER_WIDTH)
        words.textChanged.connect(lambda _text: self._apply())
        QShortcut(
            QKeySequence.StandardKey.Find, self, words.setFocus,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )  # fmt: skip
        return words

    def _make_empty(self) -> EmptyState:
        kind, tr = self.kind, self._tr
        state = EmptyState(self._theme, kind.icon, tr(kind.nothing), tr(kind.advice))
        icon = Icon.ARROW_RIGHT if kind.leads_to else Icon.PLUS
        self._empty_button = state.add_button(tr(kind.leads_to) if kind.leads_to else "", icon)
        state.action_requested.connect(self._begin)
        return state

    def _begin(self) -> None:
        if self.kind.leads_to:
            self.left.emit()
        else:
            self.requested.emit(self.listing.actions[0])

    def _lay_out(self) -> None:
        card = ListCard(self._theme)
        card.add(self._make_head())
        for widget in (self.table, self.empty, self._no_match):
            self._stack.addWidget(widget)
        card.add(self._stack, stretch=1)
        self._foot = Snug()
        self._hints.setContentsMargins(Space.ROOMY, Space.SNUG, Space.ROOMY, Space.SNUG)
        self._foot.setLayout(self._hints)
        card.add(self._foot)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(Space.SNUG + 2)
        self.addWidget(card)
        self.addWidget(self.details)
        self.setSizes([_LIST_WIDTH, _DETAILS_WIDTH])
        self.setStretchFactor(0, 1)

    def _make_head(self) -> QWidget:
        self._head = QWidget()
        self._head.setFixedHeight(_HEAD_HEIGHT)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(Space.ROOMY - 1, 0, Space.SNUG, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.words, 1)
        row.addStretch(1)
        row.addWidget(self.second)
        return self._head
