"""A choice of two: option cards with title and consequence, the careful one preset."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Radius, Space, TextStyle
from dsr_desktop.gui.widgets.canvas import Canvas, words_width
from dsr_desktop.gui.widgets.focus_group import FocusGroup
from dsr_desktop.gui.widgets.marks import TICK_SIZE, draw_radio

_HEIGHT = 52
_PADDING = 13
_WORDS_LEFT = 37


@dataclass(frozen=True)
class Option:
    """One way to go and what follows from it."""

    title: str
    consequence: str


class Choice(QWidget):
    """Option cards side by side; one is always chosen."""

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        *,
        current: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._cards = [_OptionCard(theme, option, self) for option in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG)
        for number, card in enumerate(self._cards):
            row.addWidget(card, 1)
            card.clicked.connect(lambda _checked, n=number: self._choose(n))
        self._group = FocusGroup(self._cards, self, presses=True)
        self.set_current(current)

    @property
    def current(self) -> int:
        """Number of the chosen option, from 0."""
        return next(n for n, card in enumerate(self._cards) if card.isChecked())

    def set_current(self, number: int) -> None:
        """Choose an option without a signal."""
        for place, card in enumerate(self._cards):
            card.setChecked(place == number)
        self._group.set_stop(number)
        self.setFocusProxy(self._cards[number])

    def _choose(self, number: int) -> None:
        self.set_current(number)
        self.chosen.emit(number)


class _OptionCard(QAbstractButton):
    def __init__(self, theme: Theme, option: Option, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._option = option
        self.setCheckable(True)
        self.setAccessibleName(option.title)
        self.setAccessibleDescription(option.consequence)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        title = words_width(self._theme.font(TextStyle.STRONG), self._option.title)
        below = words_width(self._theme.font(TextStyle.CAPTION), self._option.consequence)
        return QSize(_WORDS_LEFT + max(title, below) + _PADDING, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        canvas = Canvas.on(self, self._theme)
        self._paint_box(canvas)
        sign = QRectF(_PADDING, 9, TICK_SIZE, TICK_SIZE)
        draw_radio(canvas, sign, chosen=self.isChecked(), enabled=self.isEnabled())
        self._paint_words(canvas)

    def _paint_box(self, canvas: Canvas) -> None:
        tokens = self._theme.tokens
        fill = tokens.hover if self.underMouse() else tokens.panel
        border, width = tokens.field, 1
        if self.isChecked():
            fill, border = tokens.accent_soft, tokens.accent
        if self.hasFocus():
            border, width = tokens.accent, 2
        area = QRectF(self.rect())
        canvas.box(area, Radius.BANNER, fill=fill, border=border, width=width)

    def _paint_words(self, canvas: Canvas) -> None:
        tokens = self._theme.tokens
        room = self.width() - _WORDS_LEFT - _PADDING
        title = QRectF(_WORDS_LEFT, 8, room, 18)
        canvas.words(title, self._option.title, TextStyle.STRONG, tokens.text)
        below = QRectF(_WORDS_LEFT, 26, room, 17)
        canvas.words(below, self._option.consequence, TextStyle.CAPTION, tokens.muted)
