"""The input of a day: typed freely, read day first, or chosen in a calendar."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dsr_desktop.domain.dates import day_typed
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, Space
from dsr_desktop.gui.widgets.editors import draw_sign
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.days import day_hint, misread_day
from dsr_desktop.wording.language import Tr

if TYPE_CHECKING:
    from dsr_desktop.gui.widgets.day_calendar import DayCalendar

_ALT = Qt.KeyboardModifier.AltModifier
_DAYS_BY: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_MONTHS_BY: dict[int, int] = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
_SIGN_ROOM = IconSize.CHIP + 6
_LONG_DAY = date(2026, 9, 30)


class DateEditor(QLineEdit):
    """A day as free text, written out when the field is left if it is understood.

    `understood` is the day that the text means, None for a text that means none: it never
    becomes another day. `day_changed` tells whenever it changes. Arrows go by a day, Page Up and
    Page Down by a month, Alt+Down and F4 open the calendar.
    """

    day_changed = Signal()

    def __init__(
        self, theme: Theme, tr: Tr, day: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tr = tr
        self._calendar: DayCalendar | None = None
        self.setFixedHeight(Height.FIELD)
        self.setTextMargins(0, 0, _SIGN_ROOM, 0)
        self.setMouseTracking(True)
        self.set_day(day or _to_date(QDate.currentDate()))
        self._told = self.understood
        self.textChanged.connect(self._tell)
        self.editingFinished.connect(self.write_out)

    def minimumSizeHint(self) -> QSize:
        """Return room for a long date: one that is cut at its beginning reads as another day."""
        least = super().minimumSizeHint()
        day = self.fontMetrics().horizontalAdvance(self._tr.date(_LONG_DAY))
        return QSize(max(least.width(), day + _SIGN_ROOM + 2 * Space.SNUG), least.height())

    @property
    def understood(self) -> date | None:
        """The day that stands in the field, None if its text is no day."""
        return day_typed(self.text())

    def set_day(self, day: date) -> None:
        """Write `day` into the field."""
        self.setText(self._tr.date(day))

    def write_out(self) -> None:
        """Write the day in full, so that one sees what was understood."""
        day = self.understood
        if day is not None and self.text() != self._tr.date(day):
            self.set_day(day)

    def open_calendar(self) -> None:
        """Open the calendar below the field, on its day or on today."""
        calendar = self._made_calendar()
        day = self.understood
        calendar.setSelectedDate(_to_qdate(day) if day else QDate.currentDate())
        calendar.adjustSize()
        calendar.move(self._place_of(calendar))
        calendar.show()
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by a day or a month, open the calendar, or type."""
        key = event.key()
        alt_down = key == Qt.Key.Key_Down and event.modifiers() & _ALT
        if alt_down or key == Qt.Key.Key_F4:
            self.open_calendar()
        elif key in _DAYS_BY or key in _MONTHS_BY:
            self._step(days=_DAYS_BY.get(key, 0), months=_MONTHS_BY.get(key, 0))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the calendar by its sign."""
        if self._is_on_sign(event) and event.button() == Qt.MouseButton.LeftButton:
            self.open_calendar()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that the sign is no text."""
        on_sign = self._is_on_sign(event)
        self.setCursor(Qt.CursorShape.ArrowCursor if on_sign else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign of the calendar while the field is in use."""
        super().paintEvent(event)
        if self.isEnabled() and (self.underMouse() or self.hasFocus()):
            draw_sign(self, self._theme, Icon.CALENDAR)

    def _place_of(self, calendar: QWidget) -> QPoint:
        """Put the calendar below the field, above it where the screen ends."""
        below = self.mapToGlobal(QPoint(0, self.height() + 1))
        if below.y() + calendar.height() <= self.screen().availableGeometry().bottom():
            return below
        return self.mapToGlobal(QPoint(0, -calendar.height() - 1))

    def _step(self, *, days: int, months: int) -> None:
        """Go on from the day in the field; from a text that is no day there is no way on."""
        day = self.understood
        there = _to_qdate(day).addDays(days).addMonths(months) if day else QDate()
        if there.isValid():
            self.set_day(_to_date(there))

    def _tell(self) -> None:
        day = self.understood
        if day != self._told:
            self._told = day
            self.day_changed.emit()

    def _is_on_sign(self, event: QMouseEvent) -> bool:
        return self.isEnabled() and event.position().x() >= self.width() - _SIGN_ROOM

    def _made_calendar(self) -> "DayCalendar":
        """Return the calendar; it is made when it is first asked for."""
        if self._calendar is None:
            from dsr_desktop.gui.widgets.day_calendar import DayCalendar  # noqa: PLC0415 - on demand

            self._calendar = DayCalendar(self._theme, self)
            self._calendar.setWindowFlag(Qt.WindowType.Popup)
            self._calendar.setDateEditEnabled(False)
            self._calendar.clicked.connect(self._take)
            self._calendar.activated.connect(self._take)
        return self._calendar

    def _take(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
        self.set_day(_to_date(day))
        self.setFocus()


class DayField(Field):
    """A `DateEditor` with what was understood below it, or that the text is no day."""

    def __init__(
        self, theme: Theme, tr: Tr, label: str, day: date, parent: QWidget | None = None
    ) -> None:
        self.day_editor = DateEditor(theme, tr, day)
        super().__init__(theme, label, self.day_editor, help_text=day_hint(tr), parent=parent)
        self._tr = tr
        self.day_editor.textEdited.connect(self._show_meaning)
        self.day_editor.day_changed.connect(lambda: self.set_error(""))
        self.day_editor.editingFinished.connect(self._judge)

    @property
    def misread(self) -> str:
        """The rule that the text breaks if it is no day, else ""."""
        if self.day_editor.understood is not None:
            return ""
        return misread_day(self._tr)

    def _show_meaning(self) -> None:
        """Show the day as one types it; whether the text is one is judged when one is done."""
        day = self.day_editor.understood
        if day is None:
            self.set_error("")
        self.set_help(self._tr.weekday_date(day) if day else day_hint(self._tr))

    def _judge(self) -> None:
        self.set_help(day_hint(self._tr))
        if self.misread:
            self.set_error(self.misread)


def _to_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _to_qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
