"""Inter in the sizes of the type scale, loaded from the files that ship with the app."""

from PySide6.QtGui import QFont, QFontDatabase

from dsr_desktop.gui.theme.tokens import TextStyle
from dsr_desktop.resources import resource_path

_FACES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
_FALLBACK = "Sans Serif"


class Fonts:
    """Gives the font of each text style; the faces are loaded at the first call."""

    def __init__(self) -> None:
        self._family = ""
        self._made: dict[TextStyle, QFont] = {}

    def font(self, style: TextStyle) -> QFont:
        """Return the font of `style`; needs a running QGuiApplication."""
        if style not in self._made:
            self._made[style] = self._make(style)
        return QFont(self._made[style])

    def _make(self, style: TextStyle) -> QFont:
        self._family = self._family or _load_faces()
        font = QFont(self._family)
        font.setPixelSize(style.pixels)
        font.setWeight(QFont.Weight(style.weight))
        return font


def tabular(font: QFont) -> QFont:
    """Return `font` with figures of equal width, for right-aligned columns of numbers only."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def _load_faces() -> str:
    families = [_load(face) for face in _FACES]
    return next(filter(None, families), _FALLBACK)


def _load(face: str) -> str:
    number = QFontDatabase.addApplicationFont(str(resource_path("fonts", face)))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else ""
