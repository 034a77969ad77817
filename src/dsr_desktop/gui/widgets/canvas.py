"""The few strokes that all self-painted widgets and delegates share."""

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import TextStyle

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


class Canvas:
    """A painter that knows the theme; colours are "#rrggbb", distances logical pixels."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter = painter
        self.theme = theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @classmethod
    def on(cls, widget: QWidget, theme: Theme) -> "Canvas":
        """Open a canvas on `widget`, within its paintEvent."""
        return cls(QPainter(widget), theme)

    def box(
        self, rect: QRectF, radius: float, *, fill: str = "", border: str = "", width: float = 1.0
    ) -> None:
        """Draw a rounded box; the border of `width` pixels lies inside `rect`."""
        half = width / 2 if border else 0.0
        self.painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(QColor(border), width) if border else Qt.PenStyle.NoPen)
        inner = rect.adjusted(half, half, -half, -half)
        self.painter.drawRoundedRect(inner, radius - half, radius - half)

    def words(
        self,
        rect: QRectF,
        text: str,
        style: TextStyle,
        colour: str,
        *,
        alignment: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """Draw one line of plain text, cut with an ellipsis where `rect` ends."""
        self.words_in(rect, text, self.theme.font(style), colour, alignment=alignment)

    def words_in(
        self,
        rect: QRectF,
        text: str,
        font: QFont,
        colour: str,
        *,
        alignment: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """Draw one line in a font of your own, such as one with tabular figures."""
        room = int(rect.width()) + 1
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(rect, int(alignment | Qt.TextFlag.TextSingleLine), shown)

    def icon(self, icon: Icon, colour: str, spot: QPointF, size: int) -> None:
        """Draw an icon of `size` pixels with its top left corner at `spot`."""
        ratio = self.painter.device().devicePixelRatio()
        self.painter.drawPixmap(spot, self.theme.pixmap(icon, QColor(colour), size, ratio))

    def line_below(self, rect: QRect, colour: str) -> None:
        """Draw the one-pixel line at the bottom of a row."""
        self.painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colour))


def words_width(font: QFont, text: str) -> int:
    """Return the width of one line of text in whole pixels, rounded up."""
    return ceil(QFontMetricsF(font).horizontalAdvance(text))
