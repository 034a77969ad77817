"""Counts: a card with icon, figure and words, and a strip of several small ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent
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
        self._figure = Label(theme, count.figure, TextStyle.BIG)
        self._what = CutLabel(theme, count.what, TextStyle.STRONG)
        self._detail = CutLabel(theme, count.detail, TextStyle.CAPTION, Ink.MUTED)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._detail)
        row = QHBoxLayout()
        row.setContentsMargins(Space.ROOMY, 9, Space.ROOMY, 9)
        row.setSpacing(Space.SNUG)
        row.addWidget(_TintedIcon(theme, count.icon, count.tone))
        row.addWidget(self._figure)
        row.addLayout(words, 1)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self._detail.setVisible(bool(count.detail))

    def show_count(self, count: Count) -> None:
        """Show other figures; icon and tone stay."""
        self._figure.setText(count.figure)
        self._what.setText(count.what)
        self._detail.setText(count.detail)
        self._detail.setVisible(bool(count.detail))
        self.setAccessibleName(f"{count.figure} {count.what}")
        self.setAccessibleDescription(count.detail)


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
