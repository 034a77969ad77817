"""The first rows of a sheet under the choices of its columns, with the sheet's own numbers."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.preview import ColumnPreview, SheetPreview
from dsr_desktop.gui.pages.files.preview.words import column_name, field_words, sign_of
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, RowHeight, TextStyle
from dsr_desktop.gui.widgets.canvas import RIGHT, Canvas, words_width
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, CellLook
from dsr_desktop.gui.widgets.mapping_header import MappedColumn, MappingHeader
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.wording.language import Tr

FIELDS: tuple[Field | None, ...] = (None, *Field)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEAST_ROWS = 4
_NARROWEST, _WIDEST = 104, 230
_NUMBER_PADDING = 10
_SCROLL_BAR = 12
_COLUMNS_MEASURED = 200


class FirstRows(QAbstractTableModel):
    """The cells of the first rows; the row of titles and skipped columns are set apart."""

    def __init__(self, tr: Tr) -> None:
        super().__init__()
        self._tr = tr
        self._sheet: SheetPreview | None = None

    def show(self, sheet: SheetPreview) -> None:
        """Show the rows of another sheet, or of the same with other choices."""
        is_same = self._sheet is not None and self._sheet.first_rows is sheet.first_rows
        if not is_same:
            self.beginResetModel()
        self._sheet = sheet
        if is_same:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() or not self._sheet else len(self._sheet.first_rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() or not self._sheet else len(self._sheet.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text or the look of a cell."""
        if not index.isValid() or self._sheet is None:
            return None
        n, cells = self._sheet.first_rows[index.row()]
        text = cells[index.column()] if index.column() < len(cells) else ""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return text
        if role == LOOK_ROLE:
            is_left_out = self._sheet.columns[index.column()].is_skipped
            is_header = n == self._sheet.header_row
            return CellLook(
                text,
                style=TextStyle.STRONG if is_header else TextStyle.BODY,
                ink=Ink.MUTED if is_left_out or is_header else Ink.TEXT,
            )
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column, or the number of a row as the sheet shows it.

        Qt asks for sections of before while the rows are being changed.
        """
        if orientation == Qt.Orientation.Horizontal:
            is_there = role == Qt.ItemDataRole.DisplayRole and section < self.columnCount()
            columns = self._sheet.columns if self._sheet else ()
            return column_name(self._tr, columns[section]) if is_there else None
        return self._row_head(section, role) if section < self.rowCount() else None

    def _row_head(self, row: int, role: int) -> str | None:
        assert self._sheet is not None  # noqa: S101 - it has rows
        number = self._sheet.first_rows[row][0]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            is_header = number == self._sheet.header_row
            words = self._tr.number(number)
            return self._tr("Row {n}, titles", n=words) if is_header else words
        return None


class PreviewTable(Table):
    """At least four rows high, at most as high as its rows; `mapping` are the heads."""

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__(theme, tr("First rows"), row_height=RowHeight.PREVIEW)
        self._tr = tr
        self._widths_of: object = None
        self.rows = FirstRows(tr)
        self.mapping = MappingHeader(theme, [field_words(tr, one) for one in FIELDS], self)
        self.setHorizontalHeader(self.mapping)
        self.setModel(self.rows)
        self.setVerticalHeader(_RowNumbers(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.mapping.reached.connect(self._follow)
        self.selectionModel().currentChanged.connect(
            lambda current, _before: self.mapping.set_current(current.column())
        )

    def show_sheet(self, sheet: SheetPreview) -> None:
        """Show a sheet; the widths stay while it is the same one."""
        is_other = self._widths_of is not sheet.first_rows
        if is_other:
            self.mapping.show_columns(())
        self.rows.show(sheet)
        self.mapping.show_columns([_mapped(self._tr, one) for one in sheet.columns])
        if is_other:
            self._widths_of = sheet.first_rows
            self._fit_columns(sheet)
        self._fit_height(len(sheet.first_rows))

    def _fit_columns(self, sheet: SheetPreview) -> None:
        self.mapping.set_current(_first_in_doubt(sheet))
        for number in range(min(len(sheet.columns), _COLUMNS_MEASURED)):
            wanted = max(self.mapping.width_of(number), self.sizeHintForColumn(number))
            self.set_width(number, max(_NARROWEST, min(wanted, _WIDEST)))

    def _fit_height(self, rows: int) -> None:
        head = self.mapping.height() + _SCROLL_BAR
        least = min(rows, _LEAST_ROWS)
        self.setMinimumHeight(head + least * RowHeight.PREVIEW)
        self.setMaximumHeight(head + rows * RowHeight.PREVIEW)

    def _follow(self, number: int) -> None:
        self.scrollTo(self.rows.index(0, number))
        self.mapping.viewport().update()


class _RowNumbers(QHeaderView):
    """The numbers of the rows as the sheet shows them, at the left of the rows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setDefaultSectionSize(RowHeight.PREVIEW)

    def sizeHint(self) -> QSize:
        """Ask for the longest number."""
        model, font = self.model(), self._theme.font(TextStyle.CAPTION)
        numbers = (self._number(row) for row in range(model.rowCount() if model else 0))
        widest = max((words_width(font, number) for number in numbers), default=0)
        return QSize(widest + 2 * _NUMBER_PADDING, 0)  # the rows decide how high it is

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the number and the line below the row."""
        painter.save()
        canvas, tokens = Canvas(painter, self._theme), self._theme.tokens
        area = QRectF(rect.adjusted(0, 0, -_NUMBER_PADDING, -1))
        number = self._number(section)
        canvas.words(area, number, TextStyle.CAPTION, tokens.muted, alignment=RIGHT)
        canvas.line_below(rect, tokens.line)
        painter.restore()

    def _number(self, row: int) -> str:
        return str(self.model().headerData(row, Qt.Orientation.Vertical) or "")


def _mapped(tr: Tr, column: ColumnPreview) -> MappedColumn:
    icon, ink = _icon_of(column)
    name = column_name(tr, column)
    return MappedColumn(
        column_letters(column.number), column.header, FIELDS.index(column.field), sign_of(column),
        tr("Meaning of {column}", column=name), tr("Skipped") if column.is_skipped else "",
        icon, ink,
    )  # fmt: skip


def _icon_of(column: ColumnPreview) -> tuple[Icon | None, Ink]:
    if column.awaits_choice:
        return Icon.CIRCLE_ALERT, Ink.SOON
    return (Icon.EYE_OFF, Ink.MUTED) if column.hidden else (None, Ink.MUTED)


def _first_in_doubt(sheet: SheetPreview) -> int:
    """Return the place of the first column whose meaning is a guess, else of the first one."""
    doubtful = (at for at, column in enumerate(sheet.columns) if column.confidence == "guess")
    return next(doubtful, 0)
