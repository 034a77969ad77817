"""Why this date: the steps of the deadline, each a date and a sentence with its article."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.marks import draw_step_dot
from dsr_desktop.gui.widgets.snug import Snug

_DOT_LEFT = 7
_DOT_TOP = 9
_WORDS_LEFT = 24
_ROW_GAP = 8
_LINE_GAP = 8


@dataclass(frozen=True)
class DatedStep:
    """A date in words, a sentence with its article; `possible` if it may never come."""

    date: str
    sentence: str
    possible: bool = False


class Timeline(Snug):
    """Dated steps below each other with a dot each: filled, or hollow if only possible."""

    def __init__(
        self, theme: Theme, steps: Sequence[DatedStep] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_ROW_GAP)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[DatedStep]) -> None:
        """Show other steps, the earliest first."""
        clear(self._column)
        self._rows = [_Row(self._theme, step, self) for step in steps]
        for row in self._rows:
            self._column.addWidget(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots and the lines between them."""
        canvas = Canvas.on(self, self._theme)
        line = QPen(QColor(self._theme.tokens.line), 2)
        dots = [QPointF(_DOT_LEFT, row.y() + _DOT_TOP) for row in self._rows]
        for above, below in pairwise(dots):
            canvas.painter.setPen(line)
            canvas.painter.drawLine(above + QPointF(0, _LINE_GAP), below - QPointF(0, _LINE_GAP))
        for dot, row in zip(dots, self._rows, strict=True):
            draw_step_dot(canvas, dot, possible=row.possible)


class _Row(QWidget):
    def __init__(self, theme: Theme, step: DatedStep, parent: QWidget) -> None:
        super().__init__(parent)
        self.possible = step.possible
        self.setAccessibleName(f"{step.date}: {step.sentence}")
        column = QVBoxLayout(self)
        column.setContentsMargins(_WORDS_LEFT, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(theme, step.date))
        column.addWidget(Label(theme, step.sentence, TextStyle.CAPTION, Ink.MUTED, wraps=True))
