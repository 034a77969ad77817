"""Small signs drawn by hand: level bars, score bar, confidence dots, tick and radio."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Radius, Tokens
from dsr_desktop.gui.widgets.canvas import Canvas

BARS_WIDTH = 12
TICK_SIZE = 16
DOT_SIZE = 12
_BAR_HEIGHTS = (5.0, 8.5, 12.0)
_BAR_STEP = 4.5
_ABSENT = 0.28


class Confidence(Enum):
    """How sure a proposed column mapping is."""

    SURE = "full"
    LIKELY = "half"
    GUESS = "quarter"
    NONE = "empty"


_PARTS_OF_A_DOT = {Confidence.LIKELY: 180, Confidence.GUESS: 90}


def draw_bars(canvas: Canvas, spot: QPointF, bars: int, colour: str) -> None:
    """Draw three bars, `bars` of them in full colour, in a box of 12 × 12 at `spot`."""
    for number, height in enumerate(_BAR_HEIGHTS):
        shade = QColor(colour)
        shade.setAlphaF(1.0 if number < bars else _ABSENT)
        left = spot.x() + number * _BAR_STEP
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(shade)
        bar = QRectF(left, spot.y() + BARS_WIDTH - height, 3, height)
        canvas.painter.drawRoundedRect(bar, 1, 1)


def draw_share(canvas: Canvas, rect: QRectF, share: float) -> None:
    """Draw a track as high as `rect` and fill `share` of it, from 0.0 to 1.0."""
    least = rect.height() / rect.width() if rect.width() else 0.0
    draw_part(canvas, rect, 0.0, max(share, least) if share > 0 else 0.0)


def draw_part(canvas: Canvas, rect: QRectF, start: float, end: float) -> None:
    """Draw a track as high as `rect` and fill it from `start` to `end`, shares of its width."""
    tokens = canvas.theme.tokens
    radius = rect.height() / 2
    canvas.box(rect, radius, fill=tokens.line)
    left = rect.left() + rect.width() * max(start, 0.0)
    right = rect.left() + rect.width() * min(end, 1.0)
    if right > left:
        filled = QRectF(left, rect.top(), right - left, rect.height())
        canvas.box(filled, radius, fill=tokens.accent)


def draw_tick(
    canvas: Canvas, rect: QRectF, *, ticked: bool, focused: bool = False, enabled: bool = True
) -> None:
    """Draw a tick box of 16 × 16."""
    tokens = canvas.theme.tokens
    if ticked:
        fill, sign = _filled_colours(tokens, enabled)
        canvas.box(rect, Radius.TICK, fill=fill)
        canvas.icon(Icon.CHECK, sign, rect.topLeft() + QPointF(2, 2), TICK_SIZE - 4)
    else:
        fill = tokens.panel if enabled else tokens.dis_bg
        canvas.box(rect, Radius.TICK, fill=fill, border=tokens.field, width=1.5)
    if focused:
        ring = tokens.text if ticked else tokens.accent
        canvas.box(rect, Radius.TICK, border=ring, width=2)


def draw_radio(
    canvas: Canvas, rect: QRectF, *, chosen: bool, focused: bool = False, enabled: bool = True
) -> None:
    """Draw a radio button of 16 × 16."""
    tokens = canvas.theme.tokens
    radius = rect.width() / 2
    if chosen:
        fill, sign = _filled_colours(tokens, enabled)
        canvas.box(rect, radius, fill=fill)
        canvas.box(rect.adjusted(5, 5, -5, -5), radius - 5, fill=sign)
    else:
        fill = tokens.panel if enabled else tokens.dis_bg
        canvas.box(rect, radius, fill=fill, border=tokens.field, width=1.5)
    if focused:
        ring = tokens.text if chosen else tokens.accent
        canvas.box(rect, radius, border=ring, width=2)


def _filled_colours(tokens: Tokens, enabled: bool) -> tuple[str, str]:
    return (tokens.accent, tokens.on_accent) if enabled else (tokens.dis, tokens.panel)


def draw_confidence(canvas: Canvas, spot: QPointF, confidence: Confidence) -> None:
    """Draw the dot of a mapping in a box of 12 × 12: full, half, a quarter or empty."""
    tokens = canvas.theme.tokens
    area = QRectF(spot.x() + 1, spot.y() + 1, DOT_SIZE - 2, DOT_SIZE - 2)
    if confidence is Confidence.SURE:
        canvas.box(area, area.width() / 2, fill=tokens.ok.ink)
        return
    canvas.box(area, area.width() / 2, border=tokens.soon.ink, width=1.5)
    if (part := _PARTS_OF_A_DOT.get(confidence)) is not None:
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(QColor(tokens.soon.ink))
        canvas.painter.drawPie(area, 90 * 16, part * 16)


def draw_step_dot(canvas: Canvas, centre: QPointF, *, possible: bool) -> None:
    """Draw the dot of a dated step; a date that is only possible is hollow."""
    tokens = canvas.theme.tokens
    if possible:
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.setPen(QPen(QColor(tokens.field), 1.75))
        canvas.painter.drawEllipse(centre, 4, 4)
    else:
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(QColor(tokens.accent))
        canvas.painter.drawEllipse(centre, 4.75, 4.75)


def confidence_icon(theme: Theme, confidence: Confidence) -> QIcon:
    """Return the dot as an icon for combo boxes."""
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(DOT_SIZE * ratio, DOT_SIZE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_confidence(Canvas(painter, theme), QPointF(0, 0), confidence)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
