"""Tick box and radio button with a plain text beside them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import TextStyle
from dsr_desktop.gui.widgets.canvas import Canvas, words_width
from dsr_desktop.gui.widgets.marks import TICK_SIZE, draw_radio, draw_tick

_GAP = 8
_HEIGHT = 24

if TYPE_CHECKING:
    _Mixed = QAbstractButton
else:
    _Mixed = object  # a class can have one Qt base: what both share is mixed in before it


class _SignAndText(_Mixed):
    """A sign, the text beside it, and both to be clicked."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text.replace("&", "&&"))
        self._theme = theme
        self._words = text
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for sign and text."""
        words = words_width(self._theme.font(TextStyle.BODY), self._words)
        return QSize(TICK_SIZE + (_GAP + words if self._words else 0), _HEIGHT)

    def hitButton(self, pos: object) -> bool:
        """Let the text be clicked too."""
        return True

    def paint(self, draw_sign: Callable[[Canvas, QRectF], None]) -> None:
        """Draw the sign and the text beside it."""
        canvas, tokens = Canvas.on(self, self._theme), self._theme.tokens
        top = (self.height() - TICK_SIZE) // 2
        draw_sign(canvas, QRectF(0, top, TICK_SIZE, TICK_SIZE))
        area = QRectF(self.rect()).adjusted(TICK_SIZE + _GAP, 0, 0, 0)
        colour = tokens.text if self.isEnabled() else tokens.dis
        canvas.words(area, self._words, TextStyle.BODY, colour)


class TickBox(_SignAndText, QCheckBox):
    """Yes or no, beside its text."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a tick and the text."""
        focused, enabled = self.hasFocus(), self.isEnabled()
        self.paint(partial(draw_tick, ticked=self.isChecked(), focused=focused, enabled=enabled))


class RadioButton(_SignAndText, QRadioButton):
    """One of several, beside its text; buttons of one parent exclude each other."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dot and the text."""
        focused, enabled = self.hasFocus(), self.isEnabled()
        self.paint(partial(draw_radio, chosen=self.isChecked(), focused=focused, enabled=enabled))
