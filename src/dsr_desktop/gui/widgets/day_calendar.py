"""The calendar that opens below a date field, in the colours of the design."""

from datetime import date

from PySide6.QtCore import QDate, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Radius, TextStyle
from dsr_desktop.gui.widgets.canvas import CENTER, Canvas

_ARROWS = {
    "qt_calendar_prevmonth": Icon.CHEVRON_LEFT,
    "qt_calendar_nextmonth": Icon.CHEVRON_RIGHT,
}
_SIZE = QSize(280, 260)


class DayCalendar(QCalendarWidget):
    """A month; no red Sundays: red is for what is late."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setMinimumSize(_SIZE)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(1, 1, 1, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Take on the colours in force."""
        for name, icon in _ARROWS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(self._theme.icon(icon, Ink.MUTED, IconSize.ROW))
                button.setIconSize(QSize(IconSize.ROW, IconSize.ROW))
        heads = QTextCharFormat()
        heads.setForeground(QColor(self._theme.tokens.muted))
        heads.setBackground(QColor(self._theme.tokens.panel))
        heads.setFont(self._theme.font(TextStyle.CAPTION))
        self.setHeaderTextFormat(heads)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, heads)
        super().showEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw panel and border."""
        tokens = self._theme.tokens
        canvas = Canvas.on(self, self._theme)
        canvas.box(QRectF(self.rect()), 0, fill=tokens.panel, border=tokens.edge)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        """Draw one day: filled if chosen, ringed if it is today."""
        painter.save()
        canvas = Canvas(painter, self._theme)
        tokens = self._theme.tokens
        shown = day if isinstance(day, QDate) else QDate(day.year, day.month, day.day)
        painter.fillRect(rect, QColor(tokens.panel))
        area = QRectF(rect).adjusted(3, 2, -3, -2)
        chosen = shown == self.selectedDate()
        colour = tokens.text if shown.month() == self.monthShown() else tokens.dis
        if chosen:
            canvas.box(area, Radius.FIELD, fill=tokens.accent)
            colour = tokens.on_accent
        elif shown == QDate.currentDate():
            canvas.box(area, Radius.FIELD, border=tokens.accent)
        style = TextStyle.STRONG if chosen else TextStyle.BODY
        canvas.words(area, str(shown.day()), style, colour, alignment=CENTER)
        painter.restore()
