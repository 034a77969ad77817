"""The dots of a column mapping and what they mean."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.marks import DOT_SIZE, Confidence, draw_confidence


class ConfidenceDot(QWidget):
    """One dot; the word for it stands beside it."""

    def __init__(self, theme: Theme, confidence: Confidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._confidence = confidence
        self.setFixedSize(DOT_SIZE, DOT_SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot."""
        draw_confidence(Canvas.on(self, self._theme), QPointF(0, 0), self._confidence)


class ConfidenceLegend(QWidget):
    """Dots with their words, side by side."""

    def __init__(
        self,
        theme: Theme,
        words: Sequence[tuple[Confidence, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for confidence, word in words:
            row.addWidget(ConfidenceDot(theme, confidence))
            row.addWidget(Label(theme, word, TextStyle.CAPTION, Ink.MUTED))
            row.addSpacing(Space.HAIR)
        row.addStretch(1)
