"""The bottom bar: register, lock and offline at the left; a running job or what is saved."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.progress import ProgressBar

_BAR_WIDTH = 120
_CANCEL_HEIGHT = 24


class StatusBar(QWidget):
    """30 pixels high. The saved text steps aside while a job is running."""

    cancel_requested = Signal()

    def __init__(
        self, theme: Theme, *, name: str, cancel_text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFixedHeight(Height.STATUS_BAR)
        self._register = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self._lock = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self._lock_sign = IconLabel(theme, Icon.LOCK_OPEN, Ink.MUTED, IconSize.CHIP)
        self._offline = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self._saved = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self._job = _RunningJob(theme, name, cancel_text)
        self._job.cancel.clicked.connect(self.cancel_requested)
        self._lay_out()
        self.end_job()

    def set_register(self, text: str) -> None:
        """Name the register that is open."""
        self._register.setText(text)

    def set_lock(self, text: str, *, locked: bool = False) -> None:
        """Say when the register locks, or that it is locked."""
        self._lock.setText(text)
        self._lock_sign.show_icon(Icon.LOCK if locked else Icon.LOCK_OPEN, Ink.MUTED)

    def set_offline(self, text: str) -> None:
        """Say that nothing leaves the computer."""
        self._offline.setText(text)

    def set_saved(self, text: str) -> None:
        """Say when was saved and when backed up."""
        self._saved.setText(text)

    def show_job(self, text: str, done: int, total: int) -> None:
        """Show a running job with its progress and Cancel."""
        self._job.text.setText(text)
        self._job.bar.show_progress(done, total)
        self._job.bar.setAccessibleDescription(text)
        self._job.setVisible(True)
        self._saved.setVisible(False)

    def end_job(self) -> None:
        """Show the saved text again."""
        self._job.setVisible(False)
        self._saved.setVisible(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line at the top."""
        tokens = self._theme.tokens
        painter = Canvas.on(self, self._theme).painter
        painter.fillRect(self.rect(), QColor(tokens.side))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.line))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.ROOMY, 0, Space.PAGE, 0)
        row.setSpacing(6)
        _add_pair(row, IconLabel(self._theme, Icon.DATABASE, size=IconSize.CHIP), self._register)
        _add_pair(row, self._lock_sign, self._lock)
        _add_pair(row, IconLabel(self._theme, Icon.WIFI_OFF, size=IconSize.CHIP), self._offline)
        row.addStretch(1)
        row.addWidget(self._saved)
        row.addWidget(self._job)


class _RunningJob(QWidget):
    def __init__(self, theme: Theme, name: str, cancel_text: str) -> None:
        super().__init__()
        self.text = CutLabel(theme, "", TextStyle.CAPTION, Ink.TEXT)
        self.bar = ProgressBar(theme, name)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.cancel = Button(theme, cancel_text, ButtonKind.LINK, size=ButtonSize.SMALL)
        self.cancel.setFixedHeight(_CANCEL_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.text)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)


def _add_pair(row: QHBoxLayout, icon: QWidget, label: QWidget) -> None:
    row.addWidget(icon)
    row.addWidget(label)
    row.addSpacing(10)
