"""The seven steps of a request on one line, from received to closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Radius, TextStyle
from dsr_desktop.gui.widgets.canvas import CENTER, Canvas, words_width
from dsr_desktop.gui.widgets.focus_group import FocusGroup
from dsr_desktop.gui.widgets.layouts import clear

_HEIGHT = 44
_SIGN = 22
_SIDE = 5
_WORDS_LEFT = 29
_SIGN_MIDDLE = 15
_LINE_GAP = 9
_LINE_WIDTH = 2
_LINE_OPACITY = 0.72


class StepState(Enum):
    """Where a request stands at a step."""

    DONE = "done"
    CURRENT = "current"
    LATER = "later"


@dataclass(frozen=True)
class Step:
    """A step, the date or remark below it, and its state.

    `spoken` is the whole for screen readers ("Identity, done on 2 November").
    """

    name: str
    note: str
    state: StepState
    spoken: str = ""


class StepBar(QWidget):
    """Steps with lines between; a finished one can be opened, not undone."""

    step_opened = Signal(int)

    def __init__(
        self, theme: Theme, name: str, steps: Sequence[Step] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[_StepButton] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show steps from first to last."""
        clear(self._row)
        self._buttons = [_StepButton(self._theme, n, step) for n, step in enumerate(steps)]
        for number, button in enumerate(self._buttons):
            if number:
                self._row.addStretch(1)
            self._row.addWidget(button)
            button.clicked.connect(lambda _checked, n=number: self.step_opened.emit(n))
        if self._buttons:
            FocusGroup(self._buttons, self).set_stop(_current_of(steps))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines between the steps."""
        canvas = Canvas.on(self, self._theme)
        tokens = self._theme.tokens
        for left, right in pairwise(self._buttons):
            done = left.step.state is StepState.DONE
            canvas.painter.setOpacity(_LINE_OPACITY)
            start = left.x() + left.line_start()
            length = right.x() + _SIDE - _LINE_GAP - start
            if length > 0:
                line = QRect(start, left.y() + _SIGN_MIDDLE - 1, length, _LINE_WIDTH)
                canvas.painter.fillRect(line, QColor(tokens.ok.ink if done else tokens.field))


class _StepButton(QAbstractButton):
    def __init__(self, theme: Theme, number: int, step: Step) -> None:
        super().__init__()
        self._theme = theme
        self._number = number + 1
        self.step = step
        self.setAccessibleName(step.spoken or f"{step.name}, {step.note}")
        self.setEnabled(step.state is not StepState.LATER)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def line_start(self) -> int:
        return _SIDE + _WORDS_LEFT + self._name_width() + _LINE_GAP

    def sizeHint(self) -> QSize:
        note = words_width(self._theme.font(TextStyle.CAPTION), self.step.note)
        return QSize(_WORDS_LEFT + max(self._name_width(), note) + 2 * _SIDE, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        canvas = Canvas.on(self, self._theme)
        if self.hasFocus() or self.underMouse():
            self._paint_frame(canvas)
        self._paint_sign(canvas, QRectF(_SIDE, _SIGN_MIDDLE - _SIGN / 2, _SIGN, _SIGN))
        self._paint_words(canvas)

    def _paint_frame(self, canvas: Canvas) -> None:
        tokens = self._theme.tokens
        fill = tokens.hover if self.underMouse() and self.isEnabled() else ""
        border = tokens.accent if self.hasFocus() else ""
        canvas.box(QRectF(self.rect()), Radius.FIELD, fill=fill, border=border, width=2)

    def _paint_sign(self, canvas: Canvas, area: QRectF) -> None:
        tokens = self._theme.tokens
        if self.step.state is StepState.DONE:
            canvas.box(area, _SIGN / 2, fill=tokens.ok.fill)
            canvas.icon(
                Icon.CHECK, tokens.ok.ink, area.topLeft() + QPointF(4, 4), int(IconSize.CHIP)
            )
            return
        current = self.step.state is StepState.CURRENT
        if current:
            canvas.box(area, _SIGN / 2, fill=tokens.accent)
        else:
            canvas.box(area, _SIGN / 2, border=tokens.field, width=1.25)
        colour = tokens.on_accent if current else tokens.muted
        canvas.words(area, str(self._number), TextStyle.STEP, colour, alignment=CENTER)

    def _paint_words(self, canvas: Canvas) -> None:
        tokens = self._theme.tokens
        colours = {
            StepState.DONE: tokens.text,
            StepState.CURRENT: tokens.accent,
            StepState.LATER: tokens.muted,
        }
        left = _SIDE + _WORDS_LEFT
        name = QRectF(left, _SIGN_MIDDLE - 9, self.width() - left, 18)
        canvas.words(name, self.step.name, self._name_style(), colours[self.step.state])
        note = QRectF(left, _SIGN_MIDDLE + 11, self.width() - left, 16)
        canvas.words(note, self.step.note, TextStyle.CAPTION, tokens.muted)

    def _name_style(self) -> TextStyle:
        return TextStyle.STRONG if self.step.state is StepState.CURRENT else TextStyle.BODY

    def _name_width(self) -> int:
        return words_width(self._theme.font(self._name_style()), self.step.name)


def _current_of(steps: Sequence[Step]) -> int:
    return next((n for n, step in enumerate(steps) if step.state is StepState.CURRENT), 0)
