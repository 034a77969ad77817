"""Tables and lists over frozen rows: how a row looks is declared once, as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

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


class ChosenRows(RowsModel[Row]):
    """Shows those of many rows that are chosen, in the order of the head that was pressed last.

    It chooses and sorts by itself: a proxy asks back for each cell, which ten thousand rows are too
    many for.
    """

    def __init__(self, columns: Sequence[ColumnOf[Row]]) -> None:
        super().__init__(columns)
        self._in_order: tuple[Row, ...] = ()
        self._is_chosen: Callable[[Row], bool] = lambda _row: True
        self._sorted_by, self._order = -1, Qt.SortOrder.AscendingOrder

    @property
    def chosen(self) -> tuple[Row, ...]:
        """What is shown, from above."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Take other rows, and show those of them that are chosen."""
        self.show_chosen(rows, self._is_chosen)

    def choose(self, is_chosen: Callable[[Row], bool]) -> None:
        """Show those of its rows that `is_chosen` tells."""
        self._is_chosen = is_chosen
        chosen = tuple(filter(is_chosen, self._in_order))
        if chosen != self._rows:
            super().show(chosen)

    def show_chosen(self, rows: Sequence[Row], is_chosen: Callable[[Row], bool]) -> None:
        """Take other rows, and show those of them that `is_chosen` tells."""
        self._in_order = self._ordered(rows)
        self.choose(is_chosen)

    def chosen_at(self, index: _Index) -> Row | None:
        """Return the row under `index`, None if there is none."""
        return self._rows[index.row()] if index.isValid() else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is selected stays so. Equal rows keep the order they came in."""
        self._sorted_by, self._order = column, order
        self._in_order = self._ordered(self._in_order)
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        self._rows = tuple(filter(self._is_chosen, self._in_order))
        place = {id(row): number for number, row in enumerate(self._rows)}
        known = self.persistentIndexList()
        moved = [self.index(place[id(before[one.row()])], one.column()) for one in known]
        self.changePersistentIndexList(known, moved)
        self.layoutChanged.emit()

    def _ordered(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        if self._sorted_by < 0:
            return tuple(rows)
        value = self._columns[self._sorted_by].sort_value
        is_reversed = self._order == Qt.SortOrder.DescendingOrder
        return tuple(sorted(rows, key=lambda row: _sort_key(value(row)), reverse=is_reversed))


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


def _sort_key(value: object) -> Any:  # noqa: ANN401 - whatever a column is sorted by
    return value.casefold() if isinstance(value, str) else value


def _words(look: CellLook) -> str:
    chip = look.chip.text if look.chip else ""
    return " ".join(filter(None, (look.text, look.aside, look.detail, chip)))
