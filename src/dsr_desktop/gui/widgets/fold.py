"""Something that can be unfolded: a line with an arrow, and what it shows or hides."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, Ink, Radius, Space, TextStyle
from dsr_desktop.gui.widgets.canvas import Canvas, words_width
from dsr_desktop.gui.widgets.label import CutLabel
from dsr_desktop.gui.widgets.snug import Snug

_WORDS_LEFT = 24


class Fold(Snug):
    """Add what is folded with `add`; `toggled` tells whether it is open now.

    A note beside the line says what is inside while it is folded.
    """

    toggled = Signal(bool)

    def __init__(
        self, theme: Theme, text: str, *, is_open: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = _Line(theme, text, self)
        self._content = QWidget(self)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, Space.HAIR, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._note = CutLabel(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self._note.hide()
        head = QHBoxLayout()
        head.setSpacing(Space.TIGHT)
        head.addWidget(self._line)
        head.addWidget(self._note, 1)
        column.addLayout(head)
        column.addWidget(self._content)
        self._line.setChecked(is_open)
        self._content.setVisible(is_open)
        self._line.toggled.connect(self._show)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self._line.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold it."""
        self._line.setChecked(is_open)

    def set_note(self, note: str) -> None:
        """Say what is inside; "" for nothing worth a note."""
        self._note.setText(note)
        self._line.setAccessibleDescription(note)
        self._show_note()

    def add(self, widget: QWidget) -> None:
        """Add `widget` to what is folded."""
        self.body.addWidget(widget)

    def _show(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self._show_note()
        self.toggled.emit(is_open)

    def _show_note(self) -> None:
        self._note.setVisible(bool(self._note.text()) and not self.is_open)


class _Line(QAbstractButton):
    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = text
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        words = words_width(self._theme.font(TextStyle.BODY), self._words)
        return QSize(_WORDS_LEFT + words + Radius.FIELD, Height.SMALL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        canvas = Canvas.on(self, self._theme)
        fill = tokens.hover if self.underMouse() else ""
        border = tokens.accent if self.hasFocus() else ""
        canvas.box(QRectF(self.rect()), Radius.FIELD, fill=fill, border=border, width=2)
        icon = Icon.CHEVRON_DOWN if self.isChecked() else Icon.CHEVRON_RIGHT
        top = (self.height() - IconSize.ROW) // 2
        canvas.icon(icon, tokens.accent, QPointF(0, top), IconSize.ROW)
        words = QRectF(_WORDS_LEFT, 0, self.width() - _WORDS_LEFT, self.height())
        canvas.words(words, self._words, TextStyle.BODY, tokens.accent)
