"""Parts of the printed erasure checklist, each drawn by itself: facts, box, band, line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dsr_desktop.writers.fonts import Style
from dsr_desktop.writers.pdf_page import (
    A4_ACROSS,
    BLACK,
    FIELD,
    LINE,
    MARGIN,
    MEDIUM,
    MUTED,
    REGULAR,
    STRONG,
    Pen,
    wrap,
)

LEFT, RIGHT = MARGIN, A4_ACROSS[0] - MARGIN
WIDTH = RIGHT - LEFT
GAP = 10.0
TITLE = Style(STRONG, 18, BLACK)
BODY = Style(REGULAR, 8.5, BLACK)
BODY_STRONG = Style(STRONG, 8.5, BLACK)
BODY_MEDIUM = Style(MEDIUM, 8.5, BLACK)
BODY_MUTED = Style(REGULAR, 8.5, MUTED)
SMALL = Style(REGULAR, 7.5, MUTED)
SMALL_MEDIUM = Style(MEDIUM, 7.5, MUTED)
FACT = Style(MEDIUM, 10, BLACK)
FIGURE = Style(STRONG, 16, BLACK)
FILE = Style(STRONG, 9.5, BLACK)
_PADDING = 7.0
_INDENT = 6.0
_TICK = 9.5


class Column(NamedTuple):
    """A column of the table: where it begins and how wide its text may be, in points."""

    x: float
    width: float


def _columns(*widths: float) -> tuple[Column, ...]:
    starts = [LEFT + sum(widths[:n]) for n in range(len(widths))]
    return tuple(Column(x, width - GAP) for x, width in zip(starts, widths, strict=True))


def side_by_side(*shares: float) -> tuple[Column, ...]:
    """Columns that share the width of the page."""
    return _columns(*(share * WIDTH / sum(shares) for share in shares))


def columns_with_room(shares: Sequence[float], words: Sequence[float]) -> tuple[Column, ...]:
    """Columns that share the width, each at least as wide as its longest word, if all have room.

    `words` are widths in points; the columns that they widen take it from the others.
    """
    least = [word + GAP + 0.1 for word in words]
    if sum(least) > WIDTH:
        return side_by_side(*shares)
    widened: set[int] = set()
    while True:
        left = WIDTH - sum(least[n] for n in widened)
        among = sum(share for n, share in enumerate(shares) if n not in widened)
        widths = [
            least[n] if n in widened else share * left / among for n, share in enumerate(shares)
        ]
        narrow = {n for n, width in enumerate(widths) if width < least[n]}
        if not narrow:
            return _columns(*widths)
        widened |= narrow


COLUMNS = _columns(54, 46, 132, 286, 76, 38, 76, 54)
ROW, CELL, HEADER, VALUE, ACTION, DONE, DATE, INITIALS = COLUMNS


@dataclass(frozen=True)
class Space:
    """Nothing, of some height."""

    height: float

    def draw(self, pen: Pen, top: float) -> None:
        """Leave the page as it is."""


@dataclass(frozen=True)
class Paragraph:
    """Text over the whole width."""

    lines: Sequence[str]
    style: Style
    after: float = 4.0

    @property
    def height(self) -> float:
        """Height in points."""
        return len(self.lines) * self.style.leading + self.after

    def draw(self, pen: Pen, top: float) -> None:
        """Write the lines."""
        pen.lines(LEFT, top - self.style.size, self.lines, self.style)


@dataclass(frozen=True)
class Pairs:
    """A text and the lines below it, several such pairs side by side."""

    pairs: Sequence[tuple[str, Sequence[str]]]
    columns: Sequence[Column]
    above: Style
    below: Style

    @property
    def height(self) -> float:
        """Height in points."""
        lines = max(len(below) for _above, below in self.pairs)
        return self.above.leading + lines * self.below.leading + 12

    def draw(self, pen: Pen, top: float) -> None:
        """Write the pairs below a line."""
        pen.rule(LEFT, top, RIGHT)
        base = top - 5 - self.above.size
        for (above, below), column in zip(self.pairs, self.columns, strict=True):
            pen.text(column.x, base, above, self.above)
            pen.lines(column.x, base - self.below.leading, below, self.below)


@dataclass(frozen=True)
class BoxLine:
    """One entry of the box of unread files; `first` and `last` close the frame."""

    name: Sequence[str]
    reason: Sequence[str]
    first: bool
    last: bool

    @property
    def height(self) -> float:
        """Height in points."""
        edges = 5.0 * self.first + 5.0 * self.last
        return max(len(self.name), len(self.reason)) * BODY.leading + edges + 3

    def draw(self, pen: Pen, top: float) -> None:
        """Write name and reason inside the frame."""
        bottom = top - self.height
        pen.upright(LEFT + 1.5, top, bottom, BLACK, 3)
        pen.upright(RIGHT, top, bottom, FIELD, 0.8)
        if self.first:
            pen.rule(LEFT, top, RIGHT + 0.4, FIELD, 0.8)
        if self.last:
            pen.rule(LEFT, bottom, RIGHT + 0.4, FIELD, 0.8)
        base = top - BODY.size - 2 - 5.0 * self.first
        pen.lines(BOX_NAME.x, base, self.name, BODY_STRONG)
        pen.lines(BOX_REASON.x, base, self.reason, BODY)


BOX_NAME = Column(LEFT + 14, 230)
BOX_REASON = Column(LEFT + 256, WIDTH - 256 - GAP)
BOX_WIDTH = WIDTH - 28


@dataclass(frozen=True)
class Headings:
    """Titles of the columns, each in one or two lines."""

    titles: Sequence[Sequence[str]]

    @property
    def height(self) -> float:
        """Height in points."""
        return max(map(len, self.titles)) * SMALL_MEDIUM.leading + 6

    def draw(self, pen: Pen, top: float) -> None:
        """Write the titles so that their last lines stand side by side."""
        for lines, column in zip(self.titles, COLUMNS, strict=True):
            indent = _INDENT if column is ROW else 0
            base = top - self.height + 5 + (len(lines) - 1) * SMALL_MEDIUM.leading
            pen.lines(column.x + indent, base, lines, SMALL_MEDIUM)


def headings(titles: Sequence[str]) -> Headings:
    """Cut drawable titles to their columns."""
    pairs = zip(titles, COLUMNS, strict=True)
    return Headings([wrap(title, SMALL_MEDIUM, column.width, 2) for title, column in pairs])


@dataclass(frozen=True)
class Band:
    """Head of the lines of one sheet; `outline` holds its bookmarks as (title, level).

    `place` names the sheet, `hidden` says that it is hidden; they stand below a long file name.
    """

    file: Sequence[str]
    place: str
    hidden: str
    at_right: str
    outline: Sequence[tuple[str, int]] = ()

    @property
    def height(self) -> float:
        """Height in points."""
        lines = len(self.file) + (self._place_below and bool(self.place))
        return 21 + (lines - 1) * FILE.leading

    def draw(self, pen: Pen, top: float) -> None:
        """Write file and sheet on a grey band."""
        pen.fill(LEFT, top - self.height, WIDTH, self.height)
        base = top - 14
        pen.lines(BAND.x, base, self.file, FILE)
        pen.text_before(RIGHT - 6, base, self.at_right, SMALL)
        self._draw_place(pen, base - (len(self.file) - 1) * FILE.leading)
        for title, level in self.outline:
            pen.bookmark(title, level, top)

    def _draw_place(self, pen: Pen, base: float) -> None:
        x = BAND.x if self._place_below else BAND.x + FILE.width(self.file[-1]) + 8
        base -= FILE.leading * self._place_below
        if self.place:
            pen.text(x, base, self.place, BODY)
        if self.hidden:
            pen.text(x + BODY.width(self.place) + 8, base, self.hidden, BODY_STRONG)

    @property
    def _place_below(self) -> bool:
        beside = BODY.width(self.place) + BODY_STRONG.width(self.hidden) + 16
        return len(self.file) > 1 or FILE.width(self.file[0]) + beside > BAND.width


BAND = Column(LEFT + _INDENT, WIDTH - 100)


@dataclass(frozen=True)
class Line:
    """One cell; `row` holds the row's number (and "hidden row") where it is to be shown."""

    row: Sequence[str]
    cell: str
    header: Sequence[str]
    value: Sequence[str]
    action: Sequence[str]
    shows_row: bool

    @property
    def height(self) -> float:
        """Height in points: that of the cell with the most lines."""
        texts = (self.header, self.value, self.action, self.row if self.shows_row else ())
        return max(map(len, texts)) * BODY.leading + _PADDING

    def draw(self, pen: Pen, top: float) -> None:
        """Write the cell with an empty box, and lines for date and initials."""
        base = top - 4.5 - BODY.size + 1
        if self.shows_row:
            pen.rule(LEFT, top, RIGHT, FIELD, 0.6)
            pen.text(ROW.x + _INDENT, base, self.row[0], BODY_STRONG)
            pen.lines(ROW.x + _INDENT, base - BODY.leading + 1, self.row[1:], SMALL)
        else:
            pen.rule(CELL.x, top, RIGHT, LINE, 0.4)
        pen.text(CELL.x, base, self.cell, BODY_MEDIUM)
        pen.lines(HEADER.x, base, self.header, BODY_MUTED)
        pen.lines(VALUE.x, base, self.value, BODY)
        pen.lines(ACTION.x, base, self.action, BODY)
        pen.square(DONE.x + 2, base - 1.8, _TICK)
        pen.rule(DATE.x, base - 1.8, DATE.x + DATE.width, FIELD, 0.5)
        pen.rule(INITIALS.x, base - 1.8, INITIALS.x + INITIALS.width + GAP, FIELD, 0.5)


def one_line(text: str, style: Style, width: float) -> str:
    """Cut drawable text to one line."""
    return wrap(text, style, width, 1)[0]
