"""A row of joined buttons of which one is chosen: what the list below shows."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, Radius, TextStyle
from dsr_desktop.gui.widgets.canvas import CENTER, Canvas, words_width
from dsr_desktop.gui.widgets.focus_group import FocusGroup

_PADDING = 14
_RIM = 2


class Segmented(QWidget):
    """Two to five short labels; `name` says to screen readers what is chosen here."""

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        labels: Sequence[str],
        *,
        current: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._segments = [_Segment(theme, label, self) for label in labels]
        row = QHBoxLayout(self)
        row.setContentsMargins(_RIM, _RIM, _RIM, _RIM)
        row.setSpacing(0)
        for number, segment in enumerate(self._segments):
            row.addWidget(segment)
            segment.clicked.connect(lambda _checked, n=number: self._choose(n))
        self._group = FocusGroup(self._segments, self, presses=True)
        self.set_current(current)

    @property
    def current(self) -> int:
        """Number of the chosen segment, from 0."""
        return next(n for n, segment in enumerate(self._segments) if segment.isChecked())

    def set_current(self, number: int) -> None:
        """Choose a segment without a signal."""
        for place, segment in enumerate(self._segments):
            segment.setChecked(place == number)
        self._group.set_stop(number)

    def set_label(self, number: int, label: str) -> None:
        """Change a label, such as the count in it."""
        self._segments[number].show_label(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the trough."""
        canvas = Canvas.on(self, self._theme)
        canvas.box(QRectF(self.rect()), Radius.BANNER, fill=self._theme.tokens.hover)

    def _choose(self, number: int) -> None:
        self.set_current(number)
        self.chosen.emit(number)


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_label(label)

    def show_label(self, label: str) -> None:
        self._label = label
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widest = words_width(self._theme.font(TextStyle.STRONG), self._label)
        return QSize(widest + 2 * _PADDING, Height.SMALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        canvas = Canvas.on(self, self._theme)
        area = QRectF(self.rect())
        if self.isChecked():
            canvas.box(area, Radius.FIELD, fill=tokens.panel, border=tokens.edge)
        if self.hasFocus():
            canvas.box(area, Radius.FIELD, border=tokens.accent, width=2)
        style = TextStyle.STRONG if self.isChecked() else TextStyle.BODY
        active = self.isChecked() or self.underMouse()
        colour = tokens.text if active else tokens.muted
        canvas.words(area, self._label, style, colour, alignment=CENTER)
