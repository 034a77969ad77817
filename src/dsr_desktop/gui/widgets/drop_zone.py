"""Where files and folders are dropped, or chosen by a press."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Radius, TextStyle
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label

_HEIGHT = 128
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DropZone(QWidget):
    """A dashed box: emits `dropped` with a list of paths, `browse_requested` on click or Enter."""

    dropped = Signal(list)
    browse_requested = Signal()

    def __init__(
        self, theme: Theme, sentence: str, advice: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hovered_by_files = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(advice)
        self.setMinimumHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out(sentence, advice)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what has local paths."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the paths over."""
        self._light(False)
        event.acceptProposedAction()
        self.dropped.emit(local_paths(event.mimeData()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the file dialog."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.browse_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the file dialog."""
        if event.key() in _PRESS:
            self.browse_requested.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed box."""
        tokens = self._theme.tokens
        canvas = Canvas.on(self, self._theme)
        fill = tokens.accent_soft if self._hovered_by_files else tokens.sunk
        active = self._hovered_by_files or self.hasFocus()
        pen = QPen(QColor(tokens.accent if active else tokens.field), 2 if self.hasFocus() else 1.5)
        if not self.hasFocus():
            pen.setDashPattern([4, 2.5])
        canvas.painter.setPen(pen)
        canvas.painter.setBrush(QColor(fill))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        canvas.painter.drawRoundedRect(area, Radius.BANNER, Radius.BANNER)

    def _lay_out(self, sentence: str, advice: str) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(5)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        icon = IconLabel(self._theme, Icon.FOLDER_DOWN, Ink.ACCENT, IconSize.EMPTY)
        column.addWidget(icon, 0, middle)
        column.addWidget(Label(self._theme, sentence, TextStyle.STRONG), 0, middle)
        below = Label(self._theme, advice, TextStyle.CAPTION, Ink.MUTED, wraps=True)
        below.setAlignment(middle)
        column.addWidget(below)
        column.addStretch(1)

    def _light(self, lit: bool) -> None:
        self._hovered_by_files = lit
        self.update()


def local_paths(data: QMimeData) -> list[Path]:
    """Return the files and folders that are being dragged; web addresses are left out."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
