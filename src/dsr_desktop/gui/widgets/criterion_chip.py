"""The chip of one search criterion: opened by a press, taken away by its cross or Delete."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, TextStyle
from dsr_desktop.gui.widgets.canvas import Canvas, words_width
from dsr_desktop.gui.widgets.label import plain_tool_tip

_PADDING = 13
_GAP = 5
_CROSS_WIDTH = 28
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CriterionChip(QAbstractButton):
    """One criterion such as "Phone 06 12 34 56 78"; one stop for Tab.

    `remove_text` names the cross ("Remove the criterion Phone 06 12 34 56 78").
    """

    removed = Signal()
    chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: str,
        value: str,
        remove_text: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._value = value
        self.setAccessibleName(f"{kind} {value}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cross = _Cross(theme, remove_text, self)
        self._cross.clicked.connect(self.removed)
        self.clicked.connect(self.chosen)

    def sizeHint(self) -> QSize:
        """Ask for the whole criterion and its cross."""
        kind, value = self._widths()
        return QSize(_PADDING + kind + _GAP + value + _CROSS_WIDTH, Height.SMALL)

    def minimumSizeHint(self) -> QSize:
        """Never cut a criterion."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chip away, Enter and Space open it."""
        if event.key() in _REMOVE_KEYS:
            self.removed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the cross at the right end."""
        self._cross.move(QPoint(self.width() - _CROSS_WIDTH, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, kind and value."""
        tokens = self._theme.tokens
        canvas = Canvas.on(self, self._theme)
        border, width = (tokens.accent, 2) if self.hasFocus() else (tokens.edge, 1)
        fill = tokens.hover if self.underMouse() else tokens.panel
        if self.isDown():
            fill = tokens.accent_soft
        area = QRectF(self.rect())
        canvas.box(area, Height.SMALL / 2, fill=fill, border=border, width=width)
        kind, value = self._widths()
        words = QRectF(_PADDING, 0, kind, self.height())
        canvas.words(words, self._kind, TextStyle.BODY, tokens.muted)
        words = QRectF(_PADDING + kind + _GAP, 0, value, self.height())
        canvas.words(words, self._value, TextStyle.BODY, tokens.text)

    def _widths(self) -> tuple[int, int]:
        font = self._theme.font(TextStyle.BODY)
        return words_width(font, self._kind), words_width(font, self._value)


class _Cross(QAbstractButton):
    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setToolTip(plain_tool_tip(name))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(_CROSS_WIDTH, Height.SMALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        colour = tokens.text if self.underMouse() else tokens.muted
        canvas = Canvas.on(self, self._theme)
        canvas.icon(Icon.X, colour, QPointF(5, 7), IconSize.CHIP)
