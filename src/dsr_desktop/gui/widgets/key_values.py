"""The whole row of a file as a list of keys and values, matched cells marked with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, Ink, TextStyle
from dsr_desktop.gui.widgets.canvas import words_width
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.snug import Snug

_KEY_WIDTH = 112
_BAR_WIDTH = 3
_SIDE = 18
_MOST_OF_REASON = 150


@dataclass(frozen=True)
class KeyValue:
    """A header and a cell as in the file, never corrected.

    `reason` says at the right why the cell is `marked`, or what is special about it; its icon is
    drawn in `reason_ink` where the usual colour would mislead.
    """

    key: str
    value: str
    marked: bool = False
    reason: str = ""
    reason_icon: Icon | None = None
    reason_ink: Ink | None = None


class KeyValueList(Snug):
    """Rows of 27 pixels, as high as their values; `folded` counts the empty columns left out."""

    def __init__(
        self,
        theme: Theme,
        rows: Sequence[KeyValue] = (),
        *,
        folded: str = "",
        side: int = _SIDE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.show_rows(rows, folded=folded)

    def show_rows(self, rows: Sequence[KeyValue], *, folded: str = "") -> None:
        """Show other rows."""
        clear(self._column)
        for row in rows:
            self._column.addWidget(_Row(self._theme, row, self._side, self))
        if folded:
            self._column.addWidget(_folded_line(self._theme, folded, self._side))


class _Row(QWidget):
    def __init__(self, theme: Theme, row: KeyValue, side: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked = row.marked
        self.setAccessibleName(f"{row.key}: {row.value}")
        self.setAccessibleDescription(row.reason)
        self.setMinimumHeight(Height.KEY_VALUE)
        line = QHBoxLayout(self)
        line.setContentsMargins(side, 5, side, 5)
        line.setSpacing(8)
        line.addWidget(_key_label(theme, row.key), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(_value_label(theme, row), 1)
        if row.reason:
            line.addLayout(_reason(theme, row))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._marked:
            return
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.mark))
        painter.fillRect(0, 0, _BAR_WIDTH, self.height(), QColor(tokens.mark_line))


def _key_label(theme: Theme, key: str) -> Label:
    label = CutLabel(theme, key, ink=Ink.MUTED)
    label.setFixedWidth(_KEY_WIDTH)
    return label


def _value_label(theme: Theme, row: KeyValue) -> Label:
    style = TextStyle.STRONG if row.marked else TextStyle.BODY
    label = Label(theme, row.value, style, wraps=True, selectable=True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label


def _reason(theme: Theme, row: KeyValue) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    if row.reason_icon is not None:
        ink = row.reason_ink or (Ink.MARK if row.marked else Ink.ACCENT)
        icon = IconLabel(theme, row.reason_icon, ink, IconSize.CHIP)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    label = Label(theme, row.reason, TextStyle.CAPTION, Ink.MUTED, wraps=True)
    label.setFixedWidth(min(words_width(label.font(), row.reason), _MOST_OF_REASON))
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    return line


def _folded_line(theme: Theme, text: str, side: int) -> Label:
    label = Label(theme, text, TextStyle.CAPTION, Ink.MUTED)
    label.setContentsMargins(side, 4, side, 4)
    return label
