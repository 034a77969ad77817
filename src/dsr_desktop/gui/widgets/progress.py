"""Work under way: a bar with its count, what is being done, and Cancel."""

from time import monotonic

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.marks import draw_part, draw_share

_BAR_HEIGHT = 6
_TICK = 40
_SECONDS_ACROSS = 1.6
_PIECE = 0.3


class ProgressBar(QWidget):
    """A thin bar; `name` says to screen readers what is under way.

    While nobody can tell the share, a piece of it wanders from left to right.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._is_open_ended = False
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self.update)
        self.setAccessibleName(name)
        self.setFixedHeight(_BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """The part done, from 0.0 to 1.0."""
        return self._share

    @property
    def is_open_ended(self) -> bool:
        """Tell whether nobody can say how much is left."""
        return self._is_open_ended

    def show_progress(self, done: int, total: int) -> None:
        """Fill the bar up to `done` of `total`; of a single piece of work no share is known."""
        self._share = min(1.0, done / total) if total > 0 else 0.0
        self._is_open_ended = done == 0 and total <= 1
        self._run()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._tick.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track and part done."""
        canvas, area = Canvas.on(self, self._theme), QRectF(self.rect())
        if self._is_open_ended:
            start = (monotonic() / _SECONDS_ACROSS % 1.0) * (1.0 + _PIECE) - _PIECE
            draw_part(canvas, area, start, start + _PIECE)
        else:
            draw_share(canvas, area, self._share)

    def _run(self) -> None:
        if self._is_open_ended and self.isVisible():
            self._tick.start()
        else:
            self._tick.stop()


class ProgressPanel(QWidget):
    """Title, rate ("7 of 12 files · 3 s left"), bar, what is being done, and Cancel."""

    cancel_requested = Signal()

    def __init__(
        self, theme: Theme, title: str, cancel_text: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.bar = ProgressBar(theme, title)
        self._title = Label(theme, title, TextStyle.SECTION)
        self._rate = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self._what = CutLabel(theme, "", ink=Ink.MUTED)
        self._cancel = Button(theme, cancel_text, size=ButtonSize.SMALL)
        self._cancel.clicked.connect(self.cancel_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT + 2)
        column.addLayout(_row(self._title, self._rate))
        column.addWidget(self.bar)
        column.addLayout(_row(self._what, self._cancel))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, total: int, *, rate: str, what: str) -> None:
        """Show how far the work is, in figures and words."""
        self.bar.show_progress(done, total)
        self._rate.setText(rate)
        self._what.setText(what)
        self.setAccessibleDescription(f"{rate} {what}")


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.TIGHT)
    row.addWidget(left, 1)
    row.addWidget(right)
    return row
