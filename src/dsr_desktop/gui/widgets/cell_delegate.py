"""Draws the cells of tables and grouped lists from their `CellLook`; no widget per row."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from dsr_desktop.gui.theme.fonts import tabular
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, RowHeight, TextStyle
from dsr_desktop.gui.widgets.canvas import RIGHT, Canvas, words_width
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, CellLook
from dsr_desktop.gui.widgets.chip import chip_width, paint_chip
from dsr_desktop.gui.widgets.label import plain_tool_tip
from dsr_desktop.gui.widgets.marks import TICK_SIZE, draw_tick
from dsr_desktop.gui.widgets.row_ground import RowState, paint_ground, state_flags

_Index = QModelIndex | QPersistentModelIndex
_PADDING = 16
_CHEVRON_LEFT = 12
_FOLD_INDENT = 36
_TICK_GAP = 14
_ICON_GAP = 8
_ASIDE_GAP = 9
_DETAIL_DROP = 8


class CellDelegate(QStyledItemDelegate):
    """`hovered_row` is set by the view; `folding` leaves room for the chevrons of groups."""

    def __init__(
        self, theme: Theme, view: QAbstractItemView, *, height: int, folding: bool = False
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._height = int(height)
        self._folding = folding
        self.hovered_row = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, tick, icon and text or chip."""
        painter.save()
        canvas = Canvas(painter, self._theme)
        look = look_of(index)
        rect: QRect = option.rect
        state = self._row_state(option, index, look)
        paint_ground(canvas, rect, state)
        if look.group and self._is_head(index, look):
            self._paint_head(canvas, rect, index)
        else:
            self._paint_content(canvas, rect, index, selected=state.selected)
        painter.restore()

    def _paint_content(self, canvas: Canvas, rect: QRect, index: _Index, *, selected: bool) -> None:
        look = look_of(index)
        area = rect.adjusted(self._indent(index), 0, -_PADDING // 2, -1)
        area = self._paint_before(canvas, area, index, look)
        if look.chip is not None:
            spot = QPointF(area.left(), area.top() + (area.height() - Height.CHIP) // 2)
            paint_chip(canvas, spot, look.chip, selected=selected)
        else:
            _paint_text(canvas, QRectF(area), look)

    def _is_head(self, index: _Index, look: CellLook) -> bool:
        """Return whether the cell belongs to the words of a group: the first and empty ones."""
        return index.column() == 0 or (not look.text and look.chip is None)

    def _paint_head(self, canvas: Canvas, rect: QRect, index: _Index) -> None:
        """Draw this cell's part of the words of a group, which run on over empty cells."""
        first = index.sibling(index.row(), 0)
        end = index.column()
        while end + 1 < index.model().columnCount(index.parent()):
            beyond = index.sibling(index.row(), end + 1)
            if not self._is_head(beyond, look_of(beyond)):
                break
            end += 1
        last = index.sibling(index.row(), end)
        whole = self._view.visualRect(first).united(self._view.visualRect(last))
        canvas.painter.setClipRect(rect)
        self._paint_content(canvas, whole, first, selected=False)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the width of the whole content and the height of the row."""
        look = look_of(index)
        width = self._indent(index) + self._before_width(index, look) + self._width(look)
        height = RowHeight.GROUP if look.group else self._height
        return QSize(width + _PADDING // 2, height)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Tick by a click on the box."""
        if not isinstance(event, QMouseEvent) or not is_tickable(index):
            return False
        if event.type() != QEvent.Type.MouseButtonRelease:
            return False
        area = _tick_area(option.rect.adjusted(self._indent(index), 0, 0, -1))
        if not area.adjusted(-6, -6, 6, 6).contains(event.position()):
            return False
        return toggle_tick(model, index)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Show the whole text of a cell that is cut, letter by letter."""
        text = index.data(Qt.ItemDataRole.ToolTipRole) or self._cut_text(option.rect, index)
        QToolTip.showText(event.globalPos(), plain_tool_tip(str(text or "")), view)
        return bool(text)

    def _cut_text(self, rect: QRect, index: _Index) -> str:
        look = look_of(index)
        if look.chip is not None or self.sizeHint(QStyleOptionViewItem(), index).width() <= (
            rect.width()
        ):
            return ""
        return " ".join(filter(None, (look.text, look.aside, look.detail)))

    def _row_state(self, option: QStyleOptionViewItem, index: _Index, look: CellLook) -> RowState:
        flags = state_flags(option)
        return RowState(
            selected=bool(flags & QStyle.StateFlag.State_Selected),
            focused=self._view.hasFocus() and _same_row(self._view.currentIndex(), index),
            hovered=_same_row(self.hovered_row, index),
            group=look.group,
            first=index.column() == 0,
            last=not index.sibling(index.row(), index.column() + 1).isValid(),
        )

    def _indent(self, index: _Index) -> int:
        return _FOLD_INDENT if self._folding and index.column() == 0 else _PADDING

    def _paint_before(self, canvas: Canvas, area: QRect, index: _Index, look: CellLook) -> QRect:
        """Draw chevron, tick and icon; return the room that is left."""
        tokens = canvas.theme.tokens
        if look.group and index.column() == 0:
            self._paint_chevron(canvas, area, index)
        ticked = tick_of(index)
        if ticked is not None:
            draw_tick(canvas, _tick_area(area), ticked=ticked, enabled=is_tickable(index))
        if look.icon is not None:
            left = area.left() + (TICK_SIZE + _TICK_GAP if ticked is not None else 0)
            spot = QPointF(left, area.top() + (area.height() - IconSize.ROW) // 2)
            canvas.icon(look.icon, tokens.ink(look.icon_ink), spot, IconSize.ROW)
        return area.adjusted(self._before_width(index, look), 0, 0, 0)

    def _paint_chevron(self, canvas: Canvas, area: QRect, index: _Index) -> None:
        folded = not _is_open(self._view, index)
        icon = Icon.CHEVRON_RIGHT if folded else Icon.CHEVRON_DOWN
        left = area.left() - _FOLD_INDENT + _CHEVRON_LEFT
        spot = QPointF(left, area.top() + (area.height() - IconSize.ROW) // 2)
        canvas.icon(icon, canvas.theme.tokens.muted, spot, IconSize.ROW)

    def _before_width(self, index: _Index, look: CellLook) -> int:
        width = TICK_SIZE + _TICK_GAP if tick_of(index) is not None else 0
        if look.icon is not None:
            width += IconSize.ROW + (_ICON_GAP if look.group or not self._folding else _TICK_GAP)
        return width

    def _width(self, look: CellLook) -> int:
        if look.chip is not None:
            return chip_width(self._theme, look.chip)
        aside = words_width(self._theme.font(TextStyle.BODY), look.aside)
        above = words_width(self._theme.font(look.style), look.text) + (
            aside + _ASIDE_GAP if aside else 0
        )
        return max(above, words_width(self._theme.font(TextStyle.CAPTION), look.detail))


def _same_row(one: _Index, other: _Index) -> bool:
    return one.isValid() and one.row() == other.row() and one.parent() == other.parent()


def look_of(index: _Index) -> CellLook:
    """Return the look of a cell; a model without looks shows its texts."""
    look = index.data(LOOK_ROLE)
    if isinstance(look, CellLook):
        return look
    return CellLook(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))


def tick_of(index: _Index) -> bool | None:
    """Return whether the cell is ticked, None if it has no tick box."""
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    return None if state is None else Qt.CheckState(state) == Qt.CheckState.Checked


def is_tickable(index: _Index) -> bool:
    """Return whether the user may tick the cell now."""
    flags = index.flags()
    wanted = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled
    return bool(flags & wanted == wanted) and tick_of(index) is not None


def toggle_tick(model: QAbstractItemModel, index: _Index) -> bool:
    """Tick or untick through the model, and return whether it agreed."""
    state = Qt.CheckState.Unchecked if tick_of(index) else Qt.CheckState.Checked
    return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def _tick_area(area: QRect) -> QRectF:
    top = area.top() + (area.height() - TICK_SIZE) // 2
    return QRectF(area.left(), top, TICK_SIZE, TICK_SIZE)


def _is_open(view: QAbstractItemView, index: _Index) -> bool:
    is_expanded = getattr(view, "isExpanded", None)
    return bool(is_expanded and is_expanded(index))


def _paint_text(canvas: Canvas, area: QRectF, look: CellLook) -> None:
    tokens = canvas.theme.tokens
    if look.detail:
        below = area.adjusted(0, _DETAIL_DROP * 2, 0, 0)
        canvas.words(below, look.detail, TextStyle.CAPTION, tokens.muted)
        area = area.adjusted(0, 0, 0, -_DETAIL_DROP * 2 + 1)
    font = canvas.theme.font(look.style)
    if look.number:
        area = area.adjusted(0, 0, -_PADDING // 2, 0)
        canvas.words_in(area, look.text, tabular(font), tokens.ink(look.ink), alignment=RIGHT)
        return
    canvas.words_in(area, look.text, font, tokens.ink(look.ink))
    if look.aside:
        beside = area.adjusted(words_width(font, look.text) + _ASIDE_GAP - 1, 0, 0, 0)
        canvas.words(beside, look.aside, TextStyle.BODY, tokens.muted)
