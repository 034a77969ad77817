"""Work under way: a bar with its count, what is being done, and Cancel."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.marks import draw_share

_BAR_HEIGHT = 6


class ProgressBar(QWidget):
    """A thin bar; `name` says to screen readers what is under way."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setAccessibleName(name)
        self.setFixedHeight(_BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """The part done, from 0.0 to 1.0."""
        return self._share

    def show_progress(self, done: int, total: int) -> None:
        """Fill the bar up to `done` of `total`."""
        self._share = min(1.0, done / total) if total > 0 else 0.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track and part done."""
        draw_share(Canvas.on(self, self._theme), QRectF(self.rect()), self._share)


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
