"""The table of all lists with columns: rows with lines, no grid, no trap for Tab."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, RowHeight, TextStyle
from dsr_desktop.gui.widgets.canvas import LEFT, RIGHT, Canvas, words_width
from dsr_desktop.gui.widgets.cell_delegate import CellDelegate, is_tickable, toggle_tick

_PADDING = 16
_LEAST_WIDTH = 88
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Table(QTableView):
    """Shows a model whose cells answer `LOOK_ROLE`; `name` is for screen readers.

    Enter or a double click opens a row, Space ticks it. `row_height` is PREVIEW, LIST or
    TWO_LINES.
    """

    row_opened = Signal(QModelIndex)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        row_height: RowHeight = RowHeight.LIST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dispensable: dict[int, int] = {}
        self.setAccessibleName(name)
        self._delegate = CellDelegate(theme, self, height=row_height)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(TableHeader(theme, self))
        settle_view(self)
        self._settle_rows(row_height)
        self.doubleClicked.connect(self.row_opened)

    def set_width(self, column: int, width: int) -> None:
        """Give a column a fixed start width; it can be widened by hand."""
        self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(column, width)

    def share(self, *columns: int) -> None:
        """Let columns share what the others leave."""
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(_LEAST_WIDTH)
        for column in columns:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def hide_below(self, width: int, column: int) -> None:
        """Do without a column while the table is narrower: dates and chips must not be cut."""
        self._dispensable[column] = width

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that there is room for."""
        for column, width in self._dispensable.items():
            self.setColumnHidden(column, self.viewport().width() < width)
        super().resizeEvent(event)

    def fit(self, column: int) -> None:
        """Keep a column as wide as what is seen in it: for references, dates and chips."""
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(0)
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is: on a row."""
        super().focusInEvent(event)
        choose_first(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, tick by Space."""
        if not handle_row_key(self, event):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the pointer."""
        super().mouseMoveEvent(event)
        self._light(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        super().leaveEvent(event)
        self._light(QModelIndex())

    def _light(self, index: QModelIndex) -> None:
        if index.row() != self._delegate.hovered_row.row():
            self._delegate.hovered_row = QPersistentModelIndex(index)
            self.viewport().update()

    def _settle_rows(self, height: RowHeight) -> None:
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(height)


class TableHeader(QHeaderView):
    """Column heads in small muted letters, in line with the text below; an arrow where sorted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setSectionsClickable(True)
        self.setFixedHeight(RowHeight.HEADER)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Ask for the whole head."""
        words = words_width(self._theme.font(TextStyle.CHIP), self._head(section))
        return QSize(words + 2 * _PADDING, RowHeight.HEADER)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head with its line below."""
        painter.save()
        canvas = Canvas(painter, self._theme)
        tokens = self._theme.tokens
        area = QRectF(rect.adjusted(_PADDING, 0, -_PADDING, -1))
        alignment = RIGHT if self._is_right_aligned(section) else LEFT
        canvas.words(area, self._head(section), TextStyle.CHIP, tokens.muted, alignment=alignment)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            self._paint_arrow(canvas, area, section)
        canvas.line_below(rect, tokens.line)
        painter.restore()

    def _paint_arrow(self, canvas: Canvas, area: QRectF, section: int) -> None:
        upward = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        icon = Icon.CHEVRON_UP if upward else Icon.CHEVRON_DOWN
        words = words_width(self._theme.font(TextStyle.CHIP), self._head(section))
        left = area.right() + 1 if self._is_right_aligned(section) else area.left() + words + 3
        spot = QPoint(round(left), round(area.center().y() - IconSize.CHIP / 2))
        canvas.icon(icon, self._theme.tokens.text, spot.toPointF(), IconSize.CHIP)

    def _head(self, section: int) -> str:
        head = self.model().headerData(section, Qt.Orientation.Horizontal)
        return str(head or "")

    def _is_right_aligned(self, section: int) -> bool:
        role = Qt.ItemDataRole.TextAlignmentRole
        alignment = self.model().headerData(section, Qt.Orientation.Horizontal, role)
        return bool(alignment is not None and int(alignment) & int(Qt.AlignmentFlag.AlignRight))


def settle_view(view: QAbstractItemView) -> None:
    """Set up what all lists share: whole rows, smooth scrolling, no frame, no editing."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setMouseTracking(True)
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def choose_first(view: QAbstractItemView) -> None:
    """Choose the first row that can be chosen, unless one is chosen already."""
    model = view.model()
    if model is None or view.currentIndex().isValid():
        return
    rows = (model.index(number, 0) for number in range(model.rowCount()))
    usable = (row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable)
    if (first := next(usable, None)) is not None:
        view.setCurrentIndex(first)


def handle_row_key(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """Open the current row by Enter or tick it by Space; return whether the key was used."""
    index = view.currentIndex()
    if not index.isValid():
        return False
    if event.key() in _ENTER:
        view.row_opened.emit(index)  # type: ignore[attr-defined]
        return True
    return event.key() == Qt.Key.Key_Space and _tick_row(view, index)


def _tick_row(view: QAbstractItemView, index: QModelIndex) -> bool:
    model = view.model()
    for column in range(model.columnCount(index.parent())):
        cell = index.siblingAtColumn(column)
        if is_tickable(cell):
            return toggle_tick(model, cell)
    return False
