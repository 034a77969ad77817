"""What lies behind a row in every list: hover, selection with its bar, focus ring, line."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from dsr_desktop.gui.widgets.canvas import Canvas

_BAR_WIDTH = 3
_RING = 2


@dataclass(frozen=True)
class RowState:
    """State of a row, and whether this cell is its first or last one."""

    selected: bool = False
    focused: bool = False
    hovered: bool = False
    group: bool = False
    first: bool = True
    last: bool = True


def state_flags(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    """Return the state flags of `option` (PySide leaves them untyped)."""
    flags: QStyle.StateFlag = option.state
    return flags


def paint_ground(canvas: Canvas, rect: QRect, state: RowState) -> None:
    """Draw the ground of one cell of a row, with the line below it."""
    fill = _fill(canvas, state)
    if fill:
        canvas.painter.fillRect(rect, QColor(fill))
    canvas.line_below(rect, canvas.theme.tokens.line)
    if state.selected and state.first:
        bar = QRect(rect.left(), rect.top(), _BAR_WIDTH, rect.height())
        canvas.painter.fillRect(bar, QColor(canvas.theme.tokens.accent))
    if state.focused:
        _paint_ring(canvas, QRectF(rect), state)


def _fill(canvas: Canvas, state: RowState) -> str:
    tokens = canvas.theme.tokens
    if state.selected:
        return tokens.accent_soft
    if state.hovered:
        return tokens.hover
    return tokens.sunk if state.group else ""


def _paint_ring(canvas: Canvas, rect: QRectF, state: RowState) -> None:
    """Draw the part of the ring around the row that belongs to this cell."""
    colour = QColor(canvas.theme.tokens.accent)
    paint = canvas.painter.fillRect
    paint(QRectF(rect.topLeft(), QPointF(rect.right(), rect.top() + _RING)), colour)
    paint(QRectF(QPointF(rect.left(), rect.bottom() - _RING), rect.bottomRight()), colour)
    if state.first:
        paint(QRectF(rect.topLeft(), QPointF(rect.left() + _RING, rect.bottom())), colour)
    if state.last:
        paint(QRectF(QPointF(rect.right() - _RING, rect.top()), rect.bottomRight()), colour)
