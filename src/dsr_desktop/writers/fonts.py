"""Inter for documents: registered once, measured, and checked for characters it cannot draw."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import getFont, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from dsr_desktop.resources import resource_path

SUBSTITUTE = "¤"
_FACES = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold")
_INVISIBLE = frozenset({*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)})
_BLANK_CATEGORIES = frozenset({"Cc", "Zs", "Zl", "Zp"})


@dataclass(frozen=True)
class Style:
    """A face of Inter, its size in points and its ink as red, green and blue from 0 to 1."""

    face: str
    size: float
    ink: tuple[float, float, float] = (0, 0, 0)

    @property
    def leading(self) -> float:
        """Distance between two lines, in points."""
        return round(self.size * 1.3, 1)

    def width(self, text: str) -> float:
        """Width of `text` in points; it holds only characters that can be drawn."""
        return float(stringWidth(text, self.face, self.size))


def load_faces() -> None:
    """Register the faces with the PDF library; a second call does nothing."""
    _characters()


def drawable(text: str) -> str:
    """Return `text` on one line, with SUBSTITUTE for each character that Inter cannot draw.

    What reads the same is kept: composed letters, compatibility forms such as full-width Latin.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return " ".join(filter(None, text.translate(_glyphs()).split(" ")))


class Letters:
    """Makes the texts of one document drawable and remembers whether all of them were."""

    def __init__(self) -> None:
        self.substituted = False

    def __call__(self, text: str) -> str:
        """Return `text` as `drawable` does."""
        drawn = drawable(text)
        if SUBSTITUTE in drawn and drawn.count(SUBSTITUTE) > text.count(SUBSTITUTE):
            self.substituted = True
        return drawn


class _Glyphs(dict[int, int | str | None]):
    """What `str.translate` puts for each character, worked out when it is first met."""

    def __init__(self, known: frozenset[int]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, code: int) -> int | str | None:
        self[code] = drawn = self._drawn(code)
        return drawn

    def _drawn(self, code: int) -> int | str | None:
        category = unicodedata.category(chr(code))
        if code in self._known and category not in {"Cc", "Cf"}:
            return code
        if category in _BLANK_CATEGORIES:
            return " "
        if category == "Cf" or code in _INVISIBLE:
            return None
        alike = unicodedata.normalize("NFKC", chr(code))
        return alike if self._known.issuperset(map(ord, alike)) else SUBSTITUTE


@lru_cache(maxsize=1)
def _glyphs() -> _Glyphs:
    return _Glyphs(_characters())


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    """Register the faces; returns the characters that every one of them has."""
    for face in _FACES:
        registerFont(TTFont(face, str(resource_path("fonts", f"{face}.ttf"))))
    return frozenset.intersection(*(frozenset(getFont(face).face.charToGlyph) for face in _FACES))
