"""How much speaks for a hit: a short bar and its figure."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dsr_desktop.gui.theme.fonts import tabular
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, TextStyle
from dsr_desktop.gui.widgets.canvas import RIGHT, Canvas, words_width
from dsr_desktop.gui.widgets.marks import draw_share

_BAR_WIDTH = 48
_BAR_HEIGHT = 6
_GAP = 2
_WHOLE = 100


def score_width(theme: Theme) -> int:
    """Return the width of bar and figure in pixels; they are 22 high."""
    return _BAR_WIDTH + _GAP + words_width(tabular(theme.font(TextStyle.CAPTION)), "100")


def paint_score(canvas: Canvas, spot: QPointF, score: int) -> None:
    """Draw bar and figure with the top left corner at `spot`; the score goes from 0 to 100."""
    top = spot.y() + (Height.CHIP - _BAR_HEIGHT) / 2
    draw_share(canvas, QRectF(spot.x(), top, _BAR_WIDTH, _BAR_HEIGHT), score / _WHOLE)
    words = QRectF(spot.x(), spot.y(), score_width(canvas.theme), Height.CHIP)
    font = tabular(canvas.theme.font(TextStyle.CAPTION))
    canvas.words_in(words, str(score), font, canvas.theme.tokens.muted, alignment=RIGHT)


class ScoreBar(QWidget):
    """A score from 0 to 100; the reasons in words stand beside it, never the figure alone."""

    def __init__(self, theme: Theme, score: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_score(score)

    def set_score(self, score: int) -> None:
        """Show another score."""
        self._score = score
        self.setAccessibleName(str(score))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for bar and figure."""
        return QSize(score_width(self._theme), Height.CHIP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bar and figure."""
        paint_score(Canvas.on(self, self._theme), QPointF(0, 0), self._score)
