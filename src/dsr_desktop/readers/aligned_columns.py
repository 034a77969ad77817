"""Recognises text whose columns are aligned by blanks, as old programs print lists, and cuts its lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dsr_desktop.readers.parts import ReadRow

_FEWEST_LINES = 4
_FEWEST_RULED_LINES = 2
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 200
_ALIGNED = 0.8
_FILLED = 0.5
_END = 2**31
_BLANKS = re.compile(r" {2,}")
_APART = re.compile(r"\S {2,}\S")
_RULE = re.compile(r" *(?:-+|=+)(?: +(?:-+|=+))+ *")
_BETWEEN_RULES = re.compile(r"(?<=[-=]) +(?=[-=])")
_LABEL_ENDS = (":", "=")

Gap = tuple[int, int]
"""Where blanks stand between two columns: the first of them, and what follows the last."""


@dataclass(frozen=True)
class AlignedColumns:
    """The gaps between the columns of a text."""

    gaps: tuple[Gap, ...]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return len(self.gaps) + 1

    def rows(self, lines: Iterable[str]) -> Iterator[ReadRow]:
        """Cut every line; blank lines count."""
        for n, line in enumerate(lines, 1):
            yield ReadRow(n, self.cut(line))

    def cut(self, line: str) -> list[str]:
        """Return the cells of a line, without the blanks around them.

        Nothing is cut apart: a text that reaches into a gap takes the next column with it, which is
        left empty.
        """
        line = _bare(line)
        cells: list[str] = []
        start, taken = 0, 0
        for first, end in (*self.gaps, (len(line), _END)):
            taken += 1
            if line[first:end].strip(" "):
                continue
            cells += [line[start:first].strip(" "), *[""] * (taken - 1)]
            start, taken = end, 0
        return cells


def detect_columns(sample: Sequence[str]) -> AlignedColumns | None:
    """Return the columns of a text of which that is certain, by some of its lines; else None.

    Certain is a line of rules under the titles, whose gaps all rows below leave blank; or three
    columns at least, two blanks or more apart in all lines of the largest block, each of them filled
    in most and begun or ended at the same place. Labels with their values make a form and no table.
    """
    lines = [_bare(line) for line in sample]
    if any("\t" in line for line in lines):
        return None
    return _ruled(lines) or _unruled(max(_blocks(lines), key=len, default=[]))


def holds_several(sample: Sequence[str]) -> bool:
    """Tell whether most lines hold texts two blanks or more apart, certain columns or not."""
    lines = [line for line in map(_bare, sample) if line.strip()]
    apart = sum(_APART.search(line) is not None for line in lines)
    return apart > 1 and apart > _FILLED * len(lines)


def _ruled(lines: Sequence[str]) -> AlignedColumns | None:
    for at, line in enumerate(lines):
        if not (at and _RULE.fullmatch(line)):
            continue
        gaps = tuple(found.span() for found in _BETWEEN_RULES.finditer(line))
        below = next(_blocks(lines[at + 1 :]), [])
        table = [lines[at - 1], *below] if lines[at + 1 : at + 2] != [""] else []
        is_clear = all(_is_blank(one, gap) for one in table for gap in gaps)
        if len(table) > _FEWEST_RULED_LINES and is_clear:
            return AlignedColumns(gaps)
    return None


def _unruled(lines: Sequence[str]) -> AlignedColumns | None:
    if len(lines) < _FEWEST_LINES:
        return None
    gaps = [gap for gap in _shared_gaps(lines) if gap[0] > 0]
    if any(line[:start].rstrip(" ").endswith(_LABEL_ENDS) for line in lines for start, _ in gaps):
        return None
    edges = [0, *(place for gap in gaps for place in gap), _END]
    columns = list(zip(edges[::2], edges[1::2], strict=True))
    if not _FEWEST_COLUMNS <= len(columns) <= _MOST_COLUMNS or not all(
        _is_column(lines, one) for one in columns
    ):
        return None
    return AlignedColumns(tuple(gaps))


def _is_column(lines: Sequence[str], column: tuple[int, int]) -> bool:
    """Tell whether most lines have a text there, most of these beginning or ending at one place."""
    texts = [text for line in lines if (text := line[slice(*column)]).strip(" ")]
    begins = [len(text) - len(text.lstrip(" ")) for text in texts]
    ends = [len(text.rstrip(" ")) for text in texts]
    aligned = max(
        (places.count(place) for places in (begins, ends) for place in set(places)), default=0
    )
    return len(texts) >= _FILLED * len(lines) and aligned >= _ALIGNED * len(texts)


def _shared_gaps(lines: Sequence[str]) -> list[Gap]:
    """Return where all lines have two blanks or more; what is behind the end of one is blank."""
    shared: list[Gap] = [(0, _END)]
    for line in lines:
        own = [*(found.span() for found in _BLANKS.finditer(line)), (len(line.rstrip(" ")), _END)]
        shared = list(_both(shared, own))
    return [gap for gap in shared if gap[1] < _END]


def _both(some: Sequence[Gap], others: Sequence[Gap]) -> Iterator[Gap]:
    """Yield what two rows of gaps have in common, of two blanks at least."""
    at, beside = 0, 0
    while at < len(some) and beside < len(others):
        first = max(some[at][0], others[beside][0])
        end = min(some[at][1], others[beside][1])
        if end - first >= 2:
            yield first, end
        if some[at][1] == end:
            at += 1
        else:
            beside += 1


def _is_blank(line: str, gap: Gap) -> bool:
    return not line[slice(*gap)].strip(" ")


def _blocks(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the stretches of lines between blank ones."""
    blank = [-1, *(at for at, line in enumerate(lines) if not line.strip()), len(lines)]
    for before, after in pairwise(blank):
        if after - before > 1:
            yield lines[before + 1 : after]


def _bare(line: str) -> str:
    """Return a line without its end and the sign that begins a page."""
    return line.rstrip("\r\n").replace("\f", "")
