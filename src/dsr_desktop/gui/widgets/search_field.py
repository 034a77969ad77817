"""The search field of the page header, with its key shown while it is empty."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, TextStyle
from dsr_desktop.gui.widgets import key_cap
from dsr_desktop.gui.widgets.canvas import Canvas, words_width

_WORDS_LEFT = 20
_ICON_LEFT = 8
_CAP_RIGHT = 8
_USUAL_WIDTH = 200
_LEAST_WIDTH = 120
_ROOM = 48


class SearchField(QLineEdit):
    """Emits `search_requested` with the text on Enter; Esc empties it.

    `key` is the key that the window binds to it, such as "Ctrl K"; the binding is the window's.
    """

    search_requested = Signal(str)

    def __init__(
        self, theme: Theme, placeholder: str, *, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFixedHeight(Height.FIELD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        right = self._cap_width() + _CAP_RIGHT if key else 0
        self.setTextMargins(_WORDS_LEFT, 0, right, 0)
        words = words_width(theme.font(TextStyle.BODY), placeholder)
        self._usual_width = max(_USUAL_WIDTH, words + right + _ROOM)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.returnPressed.connect(self._ask)

    def sizeHint(self) -> QSize:
        """Ask for the placeholder and the key, no more."""
        return QSize(self._usual_width, Height.FIELD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field, and a second one is left to the window."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glass, and the key while the field is empty."""
        super().paintEvent(event)
        canvas = Canvas.on(self, self._theme)
        spot = QPointF(_ICON_LEFT, (self.height() - IconSize.ROW) // 2)
        canvas.icon(Icon.SEARCH, self._theme.tokens.muted, spot, IconSize.ROW)
        if self._key and not self.text():
            key_cap.paint_key_cap(canvas, self._cap_area(), self._key)

    def _ask(self) -> None:
        if self.text().strip():
            self.search_requested.emit(self.text().strip())

    def _cap_width(self) -> int:
        return key_cap.key_cap_width(self._theme, self._key)

    def _cap_area(self) -> QRectF:
        left = self.width() - _CAP_RIGHT - self._cap_width()
        top = (self.height() - key_cap.HEIGHT) // 2
        return QRectF(left, top, self._cap_width(), key_cap.HEIGHT)
