"""The Contacts page: filter as one types, sort by a head, see the whole row of one contact."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSplitter, QVBoxLayout, QWidget

from dsr_desktop.domain.contact_order import ContactOrder
from dsr_desktop.gui.pages.contacts.details import ContactDetailsPane
from dsr_desktop.gui.pages.contacts.presenter import ContactsPresenter
from dsr_desktop.gui.pages.contacts.table import ORDERS, ContactsModel
from dsr_desktop.gui.pages.contacts.views import Block, ContactFacts, ContactsView, Wanted
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Height, Ink, RowHeight, Space
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.search_field import SearchField
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.gui.workspace import Workspace

_CONTACT, _EMAIL, _PHONE, _COMPANY, _USE = range(5)
_WIDTHS = {_PHONE: 140, _USE: 150}
_ROOM_FOR_COMPANY, _ROOM_FOR_PHONE = 700, 560
_TABLE_WIDTH, _DETAILS_WIDTH, _LEAST_DETAILS = 660, 360, 320
_GAP = 14
_PAUSE_MS = 150


class ContactsPage(Page):
    """Shows the contacts of all lists, or of one, that have what is typed in `filter`."""

    section = "contacts"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.tr("Contacts"))
        theme, tr = workspace.theme, workspace.tr
        self._presenter = ContactsPresenter(workspace)
        self._order, self._descending = ContactOrder.LIST, False
        self._shown = Wanted()
        self.filter = SearchField(theme, tr("Filter by name, e-mail, number, any word"))
        self.lists = ChoiceEditor(theme, height=Height.SMALL)
        self.lists.setAccessibleName(tr("List"))
        self.model = ContactsModel(tr)
        self.table = Table(theme, tr("Contacts"), row_height=RowHeight.TWO_LINES)
        self.details = ContactDetailsPane(workspace)
        self.nobody = Label(theme, tr("No contact has a word that begins so."), ink=Ink.MUTED)
        self.import_button = Button(
            theme, tr("Import files…"), ButtonKind.PRIMARY, icon=Icon.UPLOAD
        )
        self.set_primary(self.import_button)
        self.empty = EmptyState(
            theme, Icon.CONTACT, tr("No contact is kept yet"),
            tr("Import a list of the register: each of its rows is a contact."), at_top=True,
        )  # fmt: skip
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def load(self) -> None:
        """Read the contacts again; what is seen stays where it is."""
        self._ask(max(self.table.rowAt(0), 0))

    def take_focus(self) -> None:
        """Begin in the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_pane(self) -> bool:
        """Empty the filter."""
        if not self.filter.text():
            return False
        self.filter.clear()
        return True

    def show_contacts(self, view: ContactsView) -> None:
        """Show the contacts that were found; the chosen one stays chosen if it is among them."""
        chosen = self._chosen
        self._shown = view.wanted
        self.header.set_state(view.state)
        self._show_lists(view.lists)
        self.empty.setVisible(not view.total)
        self._filled.setVisible(bool(view.total))
        self.nobody.setVisible(bool(view.total) and not view.ids)
        top = view.block.first if chosen is None else self.table.rowAt(0)
        self.model.show(view.ids, view.block)
        self._show_arrow()
        if view.ids:
            self._choose(_place_of(view, chosen), max(top, 0))
        else:
            self.details.show_contact(None)

    def show_details(self, facts: ContactFacts | None) -> None:
        """Show a contact, if it is still the chosen one."""
        if facts is None or facts.row_id == self._chosen:
            self.details.show_contact(facts)

    @property
    def _chosen(self) -> int | None:
        """The row of the contact that is chosen."""
        index = self.table.currentIndex()
        return self.model.ids[index.row()] if index.isValid() else None

    @property
    def _wanted(self) -> Wanted:
        chosen: int | None = self.lists.currentData()
        return Wanted(self.filter.text().strip(), chosen, self._order, self._descending)

    def _ask(self, first: int = 0) -> None:
        self._pause.stop()
        self._presenter.list_contacts(self._wanted, first)

    def _sort(self, order: ContactOrder, descending: bool) -> None:
        if (order, descending) == (self._order, self._descending):
            return
        self._order, self._descending = order, descending
        self.header.set_state(self.workspace.tr("Sorting…"))
        self._ask()

    def _go_back(self) -> None:
        """Take the order back that is still shown."""
        self._order, self._descending = self._shown.order, self._shown.descending
        self._show_arrow()
        self.load()

    def _show_arrow(self) -> None:
        header = self.table.horizontalHeader()
        with QSignalBlocker(header):
            shown = self._shown.order
            column = ORDERS.index(shown) if shown in ORDERS else -1
            direction = (
                Qt.SortOrder.DescendingOrder
                if self._shown.descending
                else Qt.SortOrder.AscendingOrder
            )
            header.setSortIndicator(column, direction)

    def _choose(self, row: int, top: int) -> None:
        index = self.model.index(row, 0)
        self.table.scrollTo(self.model.index(min(top, len(self.model.ids) - 1), 0),
                            Table.ScrollHint.PositionAtTop)  # fmt: skip
        self.table.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _look_into(self, current: QModelIndex) -> None:
        if current.isValid():
            self._presenter.look_into(self.model.ids[current.row()])

    def _fill(self, block: Block) -> None:
        self.model.fill(block)

    def _show_lists(self, lists: tuple[tuple[int, str], ...]) -> None:
        """Offer the lists, and leave the choice where it is as long as its list is there."""
        chosen = self.lists.currentData()
        with QSignalBlocker(self.lists):
            self.lists.clear()
            self.lists.addItem(self.workspace.tr("All lists"), None)
            for id_, name in lists:
                self.lists.addItem(name, id_)
            self.lists.setCurrentIndex(max(self.lists.findData(chosen), 0))
        self.lists.setVisible(len(lists) > 1)

    def _search_person(self) -> None:
        if self.details.facts is not None and self.details.facts.criteria is not None:
            self.workspace.show_search(self.details.facts.criteria)

    def _show_file(self) -> None:
        if self.details.facts is not None:
            self.workspace.show_file(self.details.facts.source_id)

    def _import(self) -> None:
        self.workspace.show_import()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self.show_contacts)
        presenter.filled.connect(self._fill)
        presenter.looked_into.connect(self.show_details)
        presenter.not_listed.connect(self._go_back)
        queued = Qt.ConnectionType.QueuedConnection  # asked for while the table is painted
        self.model.wanted.connect(
            lambda first: presenter.read_block(self.model.ids, first), type=queued
        )
        self.model.sort_wanted.connect(self._sort)
        self.table.selectionModel().currentRowChanged.connect(self._look_into)
        self.table.row_opened.connect(lambda _index: self._search_person())
        self.filter.textChanged.connect(lambda _text: self._pause.start())
        self.filter.search_requested.connect(lambda _text: self._ask())
        self._pause.timeout.connect(self._ask)
        self.lists.currentIndexChanged.connect(lambda _index: self._ask())
        self.import_button.clicked.connect(self._import)
        self.details.search_wanted.connect(self._search_person)
        self.details.file_wanted.connect(self._show_file)
        self.details.request_wanted.connect(self.workspace.show_request)

    def _lay_out(self) -> None:
        self._settle_table()
        bar = QHBoxLayout()
        bar.setSpacing(Space.SNUG)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.lists)
        card = ListCard(self.workspace.theme)
        card.add(self.table, stretch=1)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(card)
        panes.addWidget(self.details)
        panes.setHandleWidth(_GAP)
        panes.setChildrenCollapsible(False)
        panes.setStretchFactor(0, 1)
        panes.setStretchFactor(1, 0)
        self.details.setMinimumWidth(_LEAST_DETAILS)
        panes.setSizes([_TABLE_WIDTH, _DETAILS_WIDTH])
        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addLayout(bar)
        column.addWidget(self.nobody)
        column.addWidget(panes, 1)
        self.column.addWidget(self.empty)
        self.column.addWidget(self._filled, 1)
        self.empty.hide()

    def _settle_table(self) -> None:
        self.table.setModel(self.model)
        for column, width in _WIDTHS.items():
            self.table.set_width(column, width)
        self.table.share(_CONTACT, _EMAIL, _COMPANY)
        self.table.hide_below(_ROOM_FOR_COMPANY, _COMPANY)
        self.table.hide_below(_ROOM_FOR_PHONE, _PHONE)
        header: QHeaderView = self.table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.table.setSortingEnabled(True)


def _place_of(view: ContactsView, chosen: int | None) -> int:
    if chosen is not None and chosen in view.ids:
        return view.ids.index(chosen)
    return view.block.first
