"""A calm chart of months: a bar for how many, a dot for how long."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import TextStyle
from dsr_desktop.gui.widgets.canvas import CENTER, Canvas

_HEIGHT = 124
_LEAST_WIDTH = 360
_LABELS = 18
_NUMBERS = 18
_MOST_BAR_WIDTH = 26.0
_DOT = 4.0


@dataclass(frozen=True)
class MonthBar:
    """One month: its short name, how many, how many days (None for no dot), and all in words."""

    label: str
    number: int
    days: float | None
    words: str


class MonthChart(QWidget):
    """Bars with their numbers at their feet, dots on a scale of their own; all of it said in words too."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[MonthBar, ...] = ()
        self.setAccessibleName(name)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[MonthBar]) -> None:
        """Show other months."""
        self._bars = tuple(bars)
        said = "\n".join(bar.words for bar in bars)
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of the strip."""
        return QSize(_LEAST_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the months."""
        if not self._bars:
            return
        canvas = Canvas.on(self, self._theme)
        step = self.width() / len(self._bars)
        most = max(bar.number for bar in self._bars) or 1
        longest = max((bar.days or 0.0 for bar in self._bars), default=0.0) or 1.0
        for n, bar in enumerate(self._bars):
            column = QRectF(n * step, 0, step, self.height())
            self._draw_bar(canvas, column, bar, bar.number / most)
            if bar.days is not None:
                self._draw_dot(canvas, column, bar.days / longest)

    def _draw_bar(self, canvas: Canvas, column: QRectF, bar: MonthBar, share: float) -> None:
        tokens = self._theme.tokens
        floor = column.height() - _LABELS
        height = max(share * (floor - 2 * _DOT), _NUMBERS) if bar.number else 1.0
        width = min(_MOST_BAR_WIDTH, column.width() * 0.6)
        left = column.center().x() - width / 2
        fill = tokens.info.edge if bar.number else tokens.line
        canvas.box(QRectF(left, floor - height, width, height), 2, fill=fill)
        if bar.number:
            foot = QRectF(column.left(), floor - _NUMBERS, column.width(), _NUMBERS)
            canvas.words(foot, str(bar.number), TextStyle.CAPTION, tokens.text, alignment=CENTER)
        below = QRectF(column.left(), floor, column.width(), _LABELS)
        canvas.words(below, bar.label, TextStyle.CAPTION, tokens.muted, alignment=CENTER)

    def _draw_dot(self, canvas: Canvas, column: QRectF, share: float) -> None:
        tokens = self._theme.tokens
        room = column.height() - _LABELS - _NUMBERS - 3 * _DOT
        spot = QPointF(column.center().x(), 1.5 * _DOT + (1 - share) * room)
        canvas.painter.setBrush(QColor(tokens.accent))
        canvas.painter.setPen(QColor(tokens.panel))
        canvas.painter.drawEllipse(spot, _DOT, _DOT)
