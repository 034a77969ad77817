"""Chips: a state as icon and word, a level as bars and word; as a widget and for delegates."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, TextStyle, Tone
from dsr_desktop.gui.widgets.canvas import Canvas, words_width
from dsr_desktop.gui.widgets.marks import BARS_WIDTH, draw_bars

_PADDING = 11
_ICON_PADDING = 8
_ICON_GAP = 5
_BARS_GAP = 6
_LEVEL_TONES = {3: Tone.INFO, 2: Tone.HOLD, 1: Tone.OUTLINE}


@dataclass(frozen=True)
class ChipLook:
    """What a chip says. Colour never stands alone: there is always a word."""

    text: str
    tone: Tone = Tone.HOLD
    icon: Icon | None = None
    bars: int = 0

    @classmethod
    def level(cls, text: str, bars: int) -> "ChipLook":
        """Return the chip of a match level: 3 bars strong, 2 probable, 1 weak."""
        return cls(text, _LEVEL_TONES[bars], bars=bars)


def chip_width(theme: Theme, look: ChipLook) -> int:
    """Return the width of a chip in pixels; it is 22 high."""
    words = words_width(theme.font(TextStyle.CHIP), look.text)
    return _words_start(look) + words + _PADDING - 1 + _rim(look)


def paint_chip(canvas: Canvas, spot: QPointF, look: ChipLook, *, selected: bool = False) -> None:
    """Draw a chip with its top left corner at `spot`; on a selected row it takes panel colour."""
    tokens = canvas.theme.tokens
    colours = tokens.tone(look.tone)
    width = chip_width(canvas.theme, look)
    area = QRectF(spot.x(), spot.y(), width, Height.CHIP)
    fill = tokens.panel if selected else colours.fill
    border = colours.edge if look.tone is Tone.OUTLINE else ""
    canvas.box(area, Height.CHIP / 2, fill=fill, border=border)
    _paint_sign(canvas, spot, look, colours.ink)
    words = area.adjusted(_words_start(look), 0, 0, 0)
    canvas.words(words, look.text, TextStyle.CHIP, colours.ink)


def _words_start(look: ChipLook) -> int:
    if look.bars:
        return _rim(look) + _PADDING + BARS_WIDTH + _BARS_GAP
    if look.icon is not None:
        return _rim(look) + _ICON_PADDING + IconSize.CHIP + _ICON_GAP
    return _rim(look) + _PADDING


def _rim(look: ChipLook) -> int:
    return 1 if look.tone is Tone.OUTLINE else 0


def _paint_sign(canvas: Canvas, spot: QPointF, look: ChipLook, colour: str) -> None:
    if look.bars:
        draw_bars(canvas, spot + QPointF(_rim(look) + _PADDING, 5), look.bars, colour)
    elif look.icon is not None:
        canvas.icon(look.icon, colour, spot + QPointF(_rim(look) + _ICON_PADDING, 4), IconSize.CHIP)


class Chip(QWidget):
    """A chip standing by itself."""

    def __init__(self, theme: Theme, look: ChipLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_look(look)

    @property
    def look(self) -> ChipLook:
        """What the chip says."""
        return self._look

    def show_look(self, look: ChipLook) -> None:
        """Change what the chip says."""
        self._look = look
        self.setAccessibleName(look.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the whole word."""
        return QSize(chip_width(self._theme, self._look), Height.CHIP)

    def minimumSizeHint(self) -> QSize:
        """Never cut a chip."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        paint_chip(Canvas.on(self, self._theme), QPointF(0, 0), self._look)
