"""The table of contacts: knows how many there are, and reads those that are looked at."""

from collections import OrderedDict

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from dsr_desktop.domain.contact_order import ContactOrder
from dsr_desktop.domain.row_ids import RowIds
from dsr_desktop.gui.pages.contacts.views import BLOCK, Block, ContactLine
from dsr_desktop.gui.pages.rows import ColumnOf
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, CellLook
from dsr_desktop.wording.language import Tr

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_BLOCKS = 60
_NOT_READ = CellLook("…", ink=Ink.MUTED)
ORDERS = (ContactOrder.NAME, ContactOrder.EMAIL, ContactOrder.PHONE, ContactOrder.COMPANY)
"""What the columns sort by, from the left; the last one sorts nothing."""


class ContactsModel(QAbstractTableModel):
    """`wanted` asks for the block of contacts that begins at a place; `sort_wanted` for an order.

    Blocks that were looked at longest ago are forgotten: memory stays the same however far one
    scrolls.
    """

    wanted = Signal(int)
    sort_wanted = Signal(object, bool)

    def __init__(self, tr: Tr) -> None:
        super().__init__()
        self._columns = _columns(tr)
        self._ids = RowIds()
        self._blocks: OrderedDict[int, tuple[ContactLine, ...]] = OrderedDict()
        self._asked: set[int] = set()

    @property
    def ids(self) -> RowIds:
        """The rows that are shown."""
        return self._ids

    def show(self, ids: RowIds, block: Block) -> None:
        """Show other contacts, of which a block is read already."""
        self.beginResetModel()
        self._ids = ids
        self._blocks.clear()
        self._asked.clear()
        self._blocks[block.first] = block.lines
        self.endResetModel()

    def fill(self, block: Block) -> None:
        """Show the contacts of a block that was asked for."""
        if block.first not in self._asked:
            return
        self._asked.discard(block.first)
        self._blocks[block.first] = block.lines
        while len(self._blocks) > _MOST_BLOCKS:
            self._blocks.popitem(last=False)
        last = min(block.first + BLOCK, len(self._ids)) - 1
        self.dataChanged.emit(
            self.index(block.first, 0), self.index(last, self.columnCount() - 1)
        )  # fmt: skip

    def line_at(self, row: int) -> ContactLine | None:
        """Return the contact at a place, None while it is not read."""
        first = row - row % BLOCK
        lines = self._blocks.get(first)
        if lines is None:
            self._ask(first)
            return None
        self._blocks.move_to_end(first)
        return lines[row - first] if row - first < len(lines) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of contacts."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words or look of a cell; of a contact that is not read yet an ellipsis."""
        if not index.isValid():
            return None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, LOOK_ROLE}:
            return None
        line = self.line_at(index.row())
        look = self._columns[index.column()].look(line) if line else _NOT_READ
        if role == LOOK_ROLE:
            return look
        chip = look.chip.text if look.chip else ""
        return " ".join(filter(None, (look.text, look.detail, chip)))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].head
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the order of a column; -1, and the column of states, for that of the lists."""
        wanted = ORDERS[column] if 0 <= column < len(ORDERS) else ContactOrder.LIST
        self.sort_wanted.emit(wanted, order == Qt.SortOrder.DescendingOrder)

    def _ask(self, first: int) -> None:
        if first not in self._asked:
            self._asked.add(first)
            self.wanted.emit(first)


def _columns(tr: Tr) -> tuple[ColumnOf[ContactLine], ...]:
    return (
        ColumnOf(
            tr("Contact"),
            lambda one: CellLook(one.title, one.place, style=TextStyle.STRONG),
            lambda one: one.title,
        ),
        ColumnOf(tr("E-mail"), lambda one: CellLook(one.email), lambda one: one.email),
        ColumnOf(tr("Phone"), lambda one: CellLook(one.phone), lambda one: one.phone),
        ColumnOf(tr("Company"), lambda one: CellLook(one.company), lambda one: one.company),
        ColumnOf(tr("Use"), lambda one: CellLook(chip=one.chip), lambda one: one.row_id),
    )
