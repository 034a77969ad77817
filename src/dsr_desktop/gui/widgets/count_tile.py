"""Counts: a card with icon, figure and words, and a strip of several small ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Radius, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import CutLabel, Label

_TILE = 36
_STRIP_HEIGHT = 43
_ROOM_FOR_ICON = 210


@dataclass(frozen=True)
class Count:
    """A figure in words, what it counts, an icon and what it means.

    `detail` is the second, muted line of a tile; a strip does not show it.
    """

    figure: str
    what: str
    icon: Icon
    tone: Tone = Tone.HOLD
    detail: str = ""


class CountTile(Card):
    """One large count."""

    def __init__(self, theme: Theme, count: Count, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, parent=parent)
        self.setAccessibleName(f"{count.figure} {count.what}")
        self.setAccessibleDescription(count.detail)
        figure = Label(theme, count.figure, TextStyle.BIG)
        what = Label(theme, count.what, TextStyle.STRONG, wraps=True)
        detail = CutLabel(theme, count.detail, TextStyle.CAPTION, Ink.MUTED)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(what)
        words.addWidget(detail)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(Space.ROOMY, 9, Space.SNUG, 9)
        row.setSpacing(Space.SNUG - 2)
        self._icon = _TintedIcon(theme, count.icon, count.tone)
        row.addWidget(self._icon)
        row.addWidget(figure)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        detail.setVisible(bool(count.detail))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the icon to the words where there is little."""
        self._icon.setVisible(event.size().width() >= _ROOM_FOR_ICON)
        super().resizeEvent(event)


class CountStrip(Card):
    """Several counts on one line."""

    def __init__(
        self, theme: Theme, counts: Sequence[Count], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, padding=0, parent=parent)
        self.setMinimumHeight(_STRIP_HEIGHT)
        row = QHBoxLayout()
        row.setContentsMargins(Space.ROOMY + 2, 0, Space.ROOMY + 2, 0)
        row.setSpacing(9)
        for number, count in enumerate(counts):
            if number:
                row.addStretch(1)
            ink = Ink.MUTED if count.tone is Tone.OUTLINE else Ink(count.tone.value)
            row.addWidget(IconLabel(theme, count.icon, ink, IconSize.SECTION))
            row.addWidget(Label(theme, count.figure, TextStyle.DATE))
            row.addWidget(Label(theme, count.what, ink=Ink.MUTED))
        self.body.addLayout(row)


class _TintedIcon(QWidget):
    def __init__(self, theme: Theme, icon: Icon, tone: Tone) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self.setFixedSize(_TILE, _TILE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.tokens.tone(self._tone)
        canvas = Canvas.on(self, self._theme)
        canvas.box(QRectF(self.rect()), Radius.FIELD, fill=colours.fill)
        side = (_TILE - IconSize.COUNT) // 2
        canvas.icon(self._icon, colours.ink, QPointF(side, side), IconSize.COUNT)
