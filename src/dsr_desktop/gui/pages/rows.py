"""Tables and lists over frozen rows: how a row looks is declared once, as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
)

from dsr_desktop.gui.widgets.cells import LOOK_ROLE, SORT_ROLE, CellLook, RowLook
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class ColumnOf(Generic[Row]):
    """A column: its head, how a row looks in it, and the raw value it is sorted by."""

    head: str
    look: Callable[[Row], CellLook]
    sort_value: Callable[[Row], object]


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows rows in the columns given; `show` replaces all rows."""

    def __init__(self, columns: Sequence[ColumnOf[Row]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, number: int) -> Row:
        """Return the row with this number, from 0."""
        return self._rows[number]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, look or raw value of a cell."""
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _words(column.look(row))
            case _ if role == LOOK_ROLE:
                return column.look(row)
            case _ if role == SORT_ROLE:
                return column.sort_value(row)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].head
        return None


class LinesModel(QAbstractListModel, Generic[Row]):
    """Shows rows below each other, all of one height; `show` replaces them where they differ."""

    def __init__(self, look: Callable[[Row], RowLook]) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same rows leave the chosen one chosen."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, from above."""
        return self._rows

    def row_at(self, index: _Index) -> Row | None:
        """Return the row under `index`, None if there is none."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, look or size of a row."""
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._look(row).spoken
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(0, FILE_HEIGHT)
            case _ if role == LOOK_ROLE:
                return self._look(row)
        return None


class SortedRows(QSortFilterProxyModel, Generic[Row]):
    """A `RowsModel` in the order of the head that was pressed last."""

    def __init__(self, model: RowsModel[Row]) -> None:
        super().__init__()
        self._model = model
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def row_at(self, index: _Index) -> Row | None:
        """Return the row under `index`, None if there is none."""
        source = self.mapToSource(index)
        return self._model.row_at(source.row()) if source.isValid() else None


def _words(look: CellLook) -> str:
    chip = look.chip.text if look.chip else ""
    return " ".join(filter(None, (look.text, look.aside, look.detail, chip)))
