"""The look in force: built once by the caller, passed to every widget."""

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from dsr_desktop.gui.theme.fonts import Fonts
from dsr_desktop.gui.theme.icons import Icon, Icons
from dsr_desktop.gui.theme.palette import palette_of
from dsr_desktop.gui.theme.stylesheet import stylesheet_of
from dsr_desktop.gui.theme.tokens import DARK, LIGHT, Ink, TextStyle, Tokens


class ThemeMode(Enum):
    """What the user chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_STYLE = "fusion"
_SCHEMES = {
    ThemeMode.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeMode.LIGHT: Qt.ColorScheme.Light,
    ThemeMode.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Colours, fonts and icons in force; widgets read them each time they paint."""

    changed = Signal()
    """The colours have changed; self-painted widgets are repainted by Qt anyway."""

    def __init__(self, mode: ThemeMode = ThemeMode.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        self._tokens = DARK if mode is ThemeMode.DARK else LIGHT
        self._fonts = Fonts()
        self._icons = Icons()
        self._app: QApplication | None = None

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def mode(self) -> ThemeMode:
        """What the user chose; SYSTEM follows the desktop."""
        return self._mode

    def apply(self, app: QApplication) -> None:
        """Dress `app`, and dress it again whenever the desktop changes its colour scheme."""
        self._app = app
        if app.style().name() != _STYLE:
            app.setStyle(_STYLE)
        app.setFont(self.font(TextStyle.BODY))
        app.styleHints().setColorScheme(_SCHEMES[self._mode])
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    def set_mode(self, mode: ThemeMode) -> None:
        """Change to light, dark or the desktop's scheme at once."""
        self._mode = mode
        if self._app is not None:
            self._app.styleHints().setColorScheme(_SCHEMES[mode])
        self._dress()

    def colour(self, ink: Ink) -> QColor:
        """Return the colour of `ink` in the scheme in force."""
        return QColor(self._tokens.ink(ink))

    def font(self, style: TextStyle) -> QFont:
        """Return the font of a line of the type scale."""
        return self._fonts.font(style)

    def icon(self, name: Icon, ink: Ink = Ink.TEXT, size: int = 16) -> QIcon:
        """Return a QIcon in the colours of now; make it again when `changed` is emitted."""
        return self._icons.icon(name, self._tokens.ink(ink), size, self._tokens.dis)

    def pixmap(self, name: Icon, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon as a pixmap of `size` logical pixels for a screen of `ratio`."""
        return self._icons.pixmap(name, colour.name(), size, ratio)

    def _dress(self) -> None:
        self._tokens = DARK if self._is_dark() else LIGHT
        if self._app is not None:
            self._app.setPalette(palette_of(self._tokens))
            self._app.setStyleSheet(stylesheet_of(self._tokens))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._mode is not ThemeMode.SYSTEM or self._app is None:
            return self._mode is ThemeMode.DARK
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
