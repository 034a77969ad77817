"""The inputs themselves, 32 pixels high: one line, several lines, a choice from a list."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.marks import DOT_SIZE


class TextEditor(QLineEdit):
    """One line of text; a read-only one looks disabled but can be copied from."""

    def __init__(
        self, text: str = "", *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(Height.FIELD)


class NoteEditor(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 20)


class ChoiceEditor(QComboBox):
    """One of a few; `height` may be SMALL in rows and MAPPING above a preview."""

    def __init__(
        self,
        theme: Theme,
        options: tuple[str, ...] = (),
        *,
        height: Height = Height.FIELD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.addItems(list(options))
        self.setView(QListView(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(height)
        self.setIconSize(QSize(DOT_SIZE, DOT_SIZE))
        self.setProperty("compact", height.name.lower())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_undecided(self, undecided: bool) -> None:
        """Mark the field as one that still waits for a decision."""
        set_flag(self, "undecided", undecided)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over the styled frame."""
        super().paintEvent(event)
        draw_sign(self, self._theme, Icon.CHEVRON_DOWN)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a choice must not change while scrolling."""
        event.ignore()


def set_flag(widget: QWidget, name: str, value: bool) -> None:
    """Set a property that the style sheet looks at, and dress the widget again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def draw_sign(widget: QWidget, theme: Theme, icon: Icon) -> None:
    """Draw what opens the field at its right end."""
    tokens = theme.tokens
    colour = tokens.muted if widget.isEnabled() else tokens.dis
    spot = QPointF(widget.width() - 3 - IconSize.CHIP, (widget.height() - IconSize.CHIP) // 2)
    Canvas.on(widget, theme).icon(icon, colour, spot, IconSize.CHIP)
