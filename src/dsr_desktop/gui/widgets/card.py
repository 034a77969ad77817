"""Cards: a padded panel as tall as its content, and a panel around a list."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Radius, Space, TextStyle
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.snug import Snug

_HEAD_HEIGHT = 35
_GAP = 10


class Card(Snug):
    """A panel with a padding; `add` stacks widgets below the title.

    `note` is a muted text beside the title, `aside` a widget at the right of it.
    """

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        *,
        note: str = "",
        aside: QWidget | None = None,
        padding: int = Space.ROOMY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*_margins(padding))
        self.body.setSpacing(_GAP)
        if title or aside is not None:
            self.body.addLayout(_head(theme, title, note, aside))

    def add(self, widget: QWidget) -> None:
        """Add `widget` below what is there."""
        self.body.addWidget(widget)

    def add_row(self, *widgets: QWidget) -> QHBoxLayout:
        """Add widgets side by side at the left, and return their row."""
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        return row

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel."""
        _paint_panel(self, self._theme)


class ListCard(QWidget):
    """A panel that fills its height, with a head line and content up to its border."""

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        *,
        note: str = "",
        aside: QWidget | None = None,
        head_height: int = _HEAD_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(1, 1, 1, 0)
        self.body.setSpacing(0)
        self._corners = _Corners(theme, self)
        if title or aside is not None:
            self._add_head(_head(theme, title, note, aside), head_height)

    def add(self, widget: QWidget, *, stretch: int = 0) -> None:
        """Add `widget` from border to border below what is there."""
        self.body.addWidget(widget, stretch)
        self._corners.raise_()

    def add_padded(self, widget: QWidget) -> None:
        """Add `widget` with the padding of a card around it."""
        row = QHBoxLayout()
        row.setContentsMargins(Space.ROOMY, Space.SNUG, Space.ROOMY, Space.ROOMY - 2)
        row.addWidget(widget)
        self.body.addLayout(row)
        self._corners.raise_()

    def add_line(self) -> None:
        """Add a line from border to border."""
        self.add(Divider(self._theme))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the corners over the content."""
        self._corners.cover(self.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel."""
        _paint_panel(self, self._theme)

    def _add_head(self, head: QBoxLayout, height: int) -> None:
        holder = QWidget(self)
        holder.setFixedHeight(height)
        head.setContentsMargins(Space.ROOMY, 0, Space.SNUG, 0)
        holder.setLayout(head)
        self.add(holder)
        self.add_line()


class Divider(QWidget):
    """A one-pixel line across."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        Canvas.on(self, self._theme).line_below(self.rect(), self._theme.tokens.line)


class _Corners(QWidget):
    """Rounds square content: corners and lower border drawn over it, blind to the mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def cover(self, rect: QRect) -> None:
        self.setGeometry(rect)
        r = int(Radius.CARD)
        right, bottom = rect.width() - r, rect.height() - r
        corners = QRegion(0, rect.height() - 1, rect.width(), 1)
        for x, y in ((0, 0), (right, 0), (0, bottom), (right, bottom)):
            corners = corners.united(QRegion(x, y, r, r))
        self.setMask(corners)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        area = QRectF(self.rect())
        outside = QPainterPath()
        outside.addRect(area)
        inside = QPainterPath()
        inside.addRoundedRect(area, Radius.CARD, Radius.CARD)
        canvas = Canvas.on(self, self._theme)
        canvas.painter.fillPath(outside.subtracted(inside), QColor(tokens.bg))
        canvas.box(area, Radius.CARD, border=tokens.line)


def _paint_panel(widget: QWidget, theme: Theme) -> None:
    tokens = theme.tokens
    canvas = Canvas.on(widget, theme)
    canvas.box(QRectF(widget.rect()), Radius.CARD, fill=tokens.panel, border=tokens.line)


def _margins(padding: int) -> tuple[int, int, int, int]:
    """Add the border; the air above and below a line of text counts as padding."""
    return padding + 1, max(1, padding - 3), padding + 1, max(1, padding - 2)


def _head(theme: Theme, title: str, note: str, aside: QWidget | None) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(Space.TIGHT)
    head.addWidget(CutLabel(theme, title, TextStyle.SECTION))
    if note:
        head.addWidget(Label(theme, note, TextStyle.BODY, Ink.MUTED))
    head.addStretch(1)
    if aside is not None:
        head.addWidget(aside)
    return head
