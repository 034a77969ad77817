"""Puts the words of a printed page into lines, and the lines into cells where there are columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

_SAME_LINE = 0.5
_COLUMN_GAP = 0.5
"""Parts of the height of the letters: how far words of a line may stand apart, up and sideways."""


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word and its place on the page as one reads it: points, from the left and from below."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    is_sideways: bool = False

    @property
    def height(self) -> float:
        """Height of the letters."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """How high it stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Cells of a line, and how high it stands; `lefts` says where each cell begins."""

    cells: list[str]
    middle: float
    height: float
    lefts: list[float] = field(default_factory=list)


def lines_of(words: Iterable[PlacedWord]) -> list[Line]:
    """Return the lines from top to bottom; a gap of half the height of the letters ends a cell.

    Words written upwards or downwards make lines of their own at the end.
    """
    upright: list[PlacedWord] = []
    sideways: list[PlacedWord] = []
    for word in words:
        (sideways if word.is_sideways else upright).append(word)
    lines = [_line(sorted(together, key=lambda word: word.left)) for together in _rows(upright)]
    return [*lines, *_sideways_lines(sideways)]


def _rows(words: Sequence[PlacedWord]) -> Iterator[list[PlacedWord]]:
    """Yield the words that stand at one height, measured by the first of them."""
    row: list[PlacedWord] = []
    for word in sorted(words, key=lambda word: -word.middle):
        if row and row[0].middle - word.middle > _SAME_LINE * min(row[0].height, word.height):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _line(words: Sequence[PlacedWord]) -> Line:
    cells: list[list[str]] = []
    lefts: list[float] = []
    end = 0.0
    for word in words:
        if not cells or word.left - end > _COLUMN_GAP * word.height:
            cells.append([])
            lefts.append(word.left)
            end = word.right
        cells[-1].append(word.text)
        end = max(end, word.right)
    first = words[0]
    return Line([" ".join(cell) for cell in cells], first.middle, first.height, lefts)


def _sideways_lines(words: Sequence[PlacedWord]) -> Iterator[Line]:
    for _, together in groupby(words, key=lambda word: round(word.left)):
        row = list(together)
        text = " ".join(word.text for word in row)
        yield Line([text], row[0].middle, row[0].height, [row[0].left])
