"""Finds the words printed on a page of a PDF and their places (pdfium)."""

import itertools
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from dsr_desktop.readers.pdf_lines import PlacedWord

Handle = Any
"""An object of pdfium: the library has no types."""

Turn = Callable[[float, float], tuple[float, float]]
"""Turns a place on the page as it is stored into one as it is seen."""

TURNS: dict[int, Turn] = {
    0: lambda x, y: (x, y),
    90: lambda x, y: (y, -x),
    180: lambda x, y: (-x, -y),
    270: lambda x, y: (-y, x),
}
_WORD = re.compile(r"\S+")
_HYPHEN_CODE = 2
_HYPHEN = "\x02"
_LIGATURES = str.maketrans({
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", _HYPHEN: "-",
})  # fmt: skip
_STACKED = 1.5
_MOST_UNKNOWN = 0.2
_SAMPLE = 500


class PrintedText:
    """The letters of a page as pdfium lists them, about in the order in which they were drawn."""

    def __init__(self, text_page: Handle, turn: Turn) -> None:
        self._page = text_page
        self._raw = text_page.raw
        self._turn = turn
        self._count = text_page.count_chars()

    def words(self) -> Iterator[PlacedWord]:
        """Yield the words with their places."""
        text = "".join(map(self._sign, range(self._count)))
        for found in _WORD.finditer(text):
            yield from self._words(text, found.start(), found.end())

    def is_riddle(self) -> bool:
        """Tell whether the font does not say which letters many of its drawings are."""
        looked_at = range(0, self._count, 1 + self._count // _SAMPLE)
        unknown = sum(raw.FPDFText_HasUnicodeMapError(self._raw, at) == 1 for at in looked_at)
        return bool(unknown > _MOST_UNKNOWN * len(looked_at))

    def _sign(self, at: int) -> str:
        code = raw.FPDFText_GetUnicode(self._raw, at)
        if code == _HYPHEN_CODE:
            return _HYPHEN
        return chr(code) if 32 < code <= 0x10FFFF and code != 0xFFFE else " "

    def _words(self, text: str, begin: int, end: int) -> Iterator[PlacedWord]:
        """Yield one word, or several where letters stand below each other: pdfium joins those."""
        opening = self._corners(begin)
        corners = (*opening, *self._corners(end - 1))
        word = _placed(text[begin:end], corners, is_sideways=self._is_sideways(begin))
        first = _placed(text[begin], opening)
        if word.is_sideways or word.height < _STACKED * first.height:
            yield word
        else:
            yield from self._stacked(text, begin, end)

    def _stacked(self, text: str, begin: int, end: int) -> Iterator[PlacedWord]:
        letters = [_placed(text[at], self._corners(at)) for at in range(begin, end)]
        start = letters[0]
        word = start.text
        for before, letter in itertools.pairwise(letters):
            if abs(letter.middle - start.middle) > start.height / 2:
                yield replace(start, text=word, right=before.right)
                start, word = letter, ""
            word += letter.text
        yield replace(start, text=word, right=letters[-1].right)

    def _corners(self, at: int) -> tuple[tuple[float, float], ...]:
        try:
            left, bottom, right, top = self._page.get_charbox(at, loose=True)
        except pdfium.PdfiumError:
            return ((0.0, 0.0),)
        return self._turn(left, bottom), self._turn(right, top)

    def _is_sideways(self, at: int) -> bool:
        angle = raw.FPDFText_GetCharAngle(self._raw, at)
        onward, upward = self._turn(math.cos(angle), math.sin(angle))
        return abs(upward) > abs(onward)


def _placed(
    text: str, corners: tuple[tuple[float, float], ...], *, is_sideways: bool = False
) -> PlacedWord:
    sides, heights = zip(*corners, strict=True)
    shown = _without_surrogates(text).translate(_LIGATURES)
    return PlacedWord(shown, min(sides), min(heights), max(sides), max(heights), is_sideways)


def _without_surrogates(text: str) -> str:
    """Join the halves of letters beyond the first 65,536."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
