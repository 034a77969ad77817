"""Tick box and radio button with a plain text beside them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import TextStyle
from dsr_desktop.gui.widgets.canvas import Canvas, words_width
from dsr_desktop.gui.widgets.marks import TICK_SIZE, draw_radio, draw_tick

_GAP = 8
_HEIGHT = 24


class TickBox(QCheckBox):
    """Yes or no, beside its text."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._theme = theme
        self._words = text
        _settle(self, text)

    def sizeHint(self) -> QSize:
        """Ask for box and text."""
        return _size(self._theme, self._words)

    def hitButton(self, pos: object) -> bool:
        """Let the text be clicked too."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and text."""
        canvas = Canvas.on(self, self._theme)
        spot = _sign_area(self)
        focused, enabled = self.hasFocus(), self.isEnabled()
        draw_tick(canvas, spot, ticked=self.isChecked(), focused=focused, enabled=enabled)
        _draw_text(canvas, self, self._words)


class RadioButton(QRadioButton):
    """One of several, beside its text; buttons of one parent exclude each other."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._theme = theme
        self._words = text
        _settle(self, text)

    def sizeHint(self) -> QSize:
        """Ask for button and text."""
        return _size(self._theme, self._words)

    def hitButton(self, pos: object) -> bool:
        """Let the text be clicked too."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw button and text."""
        canvas = Canvas.on(self, self._theme)
        spot = _sign_area(self)
        focused, enabled = self.hasFocus(), self.isEnabled()
        draw_radio(canvas, spot, chosen=self.isChecked(), focused=focused, enabled=enabled)
        _draw_text(canvas, self, self._words)


def _settle(button: QWidget, name: str) -> None:
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)


def _size(theme: Theme, text: str) -> QSize:
    words = words_width(theme.font(TextStyle.BODY), text)
    return QSize(TICK_SIZE + (_GAP + words if text else 0), _HEIGHT)


def _sign_area(button: QWidget) -> QRectF:
    return QRectF(0, (button.height() - TICK_SIZE) // 2, TICK_SIZE, TICK_SIZE)


def _draw_text(canvas: Canvas, button: QWidget, text: str) -> None:
    tokens = canvas.theme.tokens
    area = QRectF(button.rect()).adjusted(TICK_SIZE + _GAP, 0, 0, 0)
    colour = tokens.text if button.isEnabled() else tokens.dis
    canvas.words(area, text, TextStyle.BODY, colour)
