"""The inputs themselves, 32 pixels high: one line, several lines, a date, a choice from a list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
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

if TYPE_CHECKING:
    from dsr_desktop.gui.widgets.day_calendar import DayCalendar

_DAY_FORMAT = "d MMMM yyyy"
_ALT = Qt.KeyboardModifier.AltModifier


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


class DateEditor(QDateEdit):
    """A day, written out in the language of the window; the calendar opens by Alt+Down."""

    def __init__(
        self, theme: Theme, day: QDate | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._calendar: DayCalendar | None = None
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDisplayFormat(_DAY_FORMAT)
        self.setFixedHeight(Height.FIELD)
        self.setDate(day or QDate.currentDate())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar by Alt+Down or F4, as a list opens."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & _ALT
        if alt_down or event.key() == Qt.Key.Key_F4:
            self._press_sign()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the field by Tab: day, month and year are one stop, the arrows move inside."""
        return QWidget.focusNextPrevChild(self, forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the calendar when it is first asked for."""
        if self._calendar is None:
            from dsr_desktop.gui.widgets.day_calendar import DayCalendar  # noqa: PLC0415 - on demand

            self._calendar = DayCalendar(self._theme)
            self.setCalendarWidget(self._calendar)
        super().mousePressEvent(event)

    def _press_sign(self) -> None:
        """Press the arrow: Qt opens its calendar by the mouse only."""
        spot = QPointF(self.width() - IconSize.CHIP, self.height() // 2)
        left = Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        press = QMouseEvent(
            QEvent.Type.MouseButtonPress, spot, self.mapToGlobal(spot), left, left, none
        )
        QApplication.sendEvent(self, press)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign of the calendar while the field is in use."""
        super().paintEvent(event)
        if self.isEnabled() and (self.underMouse() or self.hasFocus()):
            _draw_sign(self, self._theme, Icon.CALENDAR)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a date must not change while scrolling."""
        event.ignore()


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
        _draw_sign(self, self._theme, Icon.CHEVRON_DOWN)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a choice must not change while scrolling."""
        event.ignore()


def set_flag(widget: QWidget, name: str, value: bool) -> None:
    """Set a property that the style sheet looks at, and dress the widget again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _draw_sign(widget: QWidget, theme: Theme, icon: Icon) -> None:
    tokens = theme.tokens
    colour = tokens.muted if widget.isEnabled() else tokens.dis
    spot = QPointF(widget.width() - 3 - IconSize.CHIP, (widget.height() - IconSize.CHIP) // 2)
    Canvas.on(widget, theme).icon(icon, colour, spot, IconSize.CHIP)
