"""An icon standing by itself, in the colours of the theme in force."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink
from dsr_desktop.gui.widgets.canvas import Canvas


class IconLabel(QWidget):
    """Shows one icon; `name` is for screen readers, empty where words stand beside it."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        ink: Ink = Ink.MUTED,
        size: int = IconSize.ROW,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._ink = ink
        self._size = int(size)
        self.setFixedSize(self._size, self._size)
        self.setAccessibleName(name)

    def show_icon(self, icon: Icon, ink: Ink) -> None:
        """Change icon and colour."""
        self._icon, self._ink = icon, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        colour = self._theme.tokens.ink(self._ink)
        Canvas.on(self, self._theme).icon(self._icon, colour, QPointF(0, 0), self._size)
