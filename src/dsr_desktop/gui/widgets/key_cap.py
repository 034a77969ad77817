"""The small frame around the name of a key, by itself or inside a button."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Radius, TextStyle
from dsr_desktop.gui.widgets.canvas import CENTER, Canvas, words_width

HEIGHT = 18
_PADDING = 6


def key_cap_width(theme: Theme, key: str) -> int:
    """Return the width of a key cap in pixels."""
    return words_width(theme.font(TextStyle.KEY_CAP), key) + 2 * _PADDING


def paint_key_cap(canvas: Canvas, rect: QRectF, key: str) -> None:
    """Draw a key cap that fills `rect`."""
    tokens = canvas.theme.tokens
    canvas.box(rect, Radius.TICK, fill=tokens.panel, border=tokens.edge)
    canvas.words(rect, key, TextStyle.KEY_CAP, tokens.muted, alignment=CENTER)


class KeyCap(QWidget):
    """Shows the key that does something, such as "Ctrl K"."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setFixedSize(key_cap_width(theme, key), HEIGHT)
        self.setAccessibleName(key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame and key."""
        paint_key_cap(Canvas.on(self, self._theme), QRectF(self.rect()), self._key)
