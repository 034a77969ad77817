"""Pages drawn by hand: a pen on a canvas, text cut into lines, blocks stacked page by page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Protocol

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from dsr_desktop.writers.fonts import Style, load_faces

A4_ACROSS = (841.89, 595.28)
MARGIN = 40.0
FOOT = 46.0
Ink = tuple[float, float, float]
BLACK: Ink = (0.06, 0.08, 0.11)
MUTED: Ink = (0.34, 0.38, 0.44)
FIELD: Ink = (0.49, 0.52, 0.57)
LINE: Ink = (0.83, 0.85, 0.88)
SUNK: Ink = (0.945, 0.95, 0.96)
REGULAR, MEDIUM, STRONG = "Inter-Regular", "Inter-Medium", "Inter-SemiBold"
_FOOT_STYLE = Style(REGULAR, 7.5, MUTED)
_ELLIPSIS = "…"

rl_config.useA85 = 0  # streams as bytes: the text form is a fifth larger and slow to make


class Pen:
    """Draws on the page at hand; places are in points from the lower left corner.

    Fills lie below lines, lines below text. Text stays in the order in which it was written, which
    is the order in which it is read out; lines are kept until the end, those alike drawn together.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._text = canvas.beginText()
        self._style: Style | None = None
        self._strokes: dict[tuple[Ink, float], list[tuple[float, float, float, float]]] = {}
        self._squares: list[tuple[float, float, float]] = []

    def text(self, x: float, y: float, text: str, style: Style) -> None:
        """Write one line of drawable text from `x` on the base line `y`."""
        if style != self._style:
            self._change(style)
        self._text.setTextOrigin(x, y)
        self._text.textLine(text)

    def text_before(self, x: float, y: float, text: str, style: Style) -> None:
        """Write one line of drawable text that ends at `x`."""
        self.text(x - style.width(text), y, text, style)

    def lines(self, x: float, y: float, lines: Sequence[str], style: Style) -> None:
        """Write lines one below the other, the first on the base line `y`."""
        for n, line in enumerate(lines):
            self.text(x, y - n * style.leading, line, style)

    def rule(self, x: float, y: float, end: float, ink: Ink = LINE, width: float = 0.5) -> None:
        """Draw a horizontal line from `x` to `end`."""
        self._strokes.setdefault((ink, width), []).append((x, y, end, y))

    def upright(self, x: float, y: float, end: float, ink: Ink = LINE, width: float = 0.5) -> None:
        """Draw a vertical line from `y` to `end`."""
        self._strokes.setdefault((ink, width), []).append((x, y, x, end))

    def square(self, x: float, y: float, side: float) -> None:
        """Draw an empty box to tick."""
        self._squares.append((x, y, side))

    def fill(self, x: float, y: float, width: float, height: float, ink: Ink = SUNK) -> None:
        """Fill a rectangle."""
        self._canvas.setFillColorRGB(*ink)
        self._canvas.rect(x, y, width, height, stroke=0, fill=1)

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Make the place findable in the reader's outline."""
        key = f"page-{self._canvas.getPageNumber()}-{level}-{top:.0f}"
        self._canvas.bookmarkHorizontalAbsolute(key, top)
        readable = title.encode("utf-8", "replace").decode()
        self._canvas.addOutlineEntry(readable, key, level=level)

    def finish(self) -> None:
        """Put lines and text on the page."""
        canvas = self._canvas
        for (ink, width), strokes in self._strokes.items():
            canvas.setStrokeColorRGB(*ink)
            canvas.setLineWidth(width)
            canvas.lines(strokes)
        canvas.setStrokeColorRGB(*FIELD)
        canvas.setLineWidth(0.8)
        for x, y, side in self._squares:
            canvas.rect(x, y, side, side)
        canvas.drawText(self._text)

    def _change(self, style: Style) -> None:
        self._text.setFont(style.face, style.size)
        if self._style is None or style.ink != self._style.ink:
            self._text.setFillColorRGB(*style.ink)
        self._style = style


class Block(Protocol):
    """A part of a page as wide as the page: knows its height before it is drawn."""

    @property
    def height(self) -> float:
        """Height in points."""

    def draw(self, pen: Pen, top: float) -> None:
        """Draw it with its upper edge at `top`."""


class Pages:
    """Stacks blocks on pages of one size."""

    def __init__(self, size: tuple[float, float]) -> None:
        self.size = size
        self.pages: list[list[Block]] = [[]]
        self._most = size[1] - MARGIN - FOOT
        self._room = self._most

    def fits(self, height: float) -> bool:
        """Tell whether that much is left on the page."""
        return height <= self._room

    def add(self, block: Block) -> None:
        """Put a block below the last one, on a new page if it has to be."""
        if not self.fits(block.height) and self.pages[-1]:
            self.turn()
        self.pages[-1].append(block)
        self._room -= block.height

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append([])
        self._room = self._most


@dataclass(frozen=True)
class Footer:
    """What stands at the foot of each page; `page_labels` has one for each page."""

    left: str
    middle: str
    page_labels: Sequence[str]


def write_pages(
    stream: BinaryIO,
    pages: Pages,
    footer: Footer,
    *,
    title: str,
    language: str,
    made_on: date | None = None,
) -> None:
    """Write the document: real text, embedded fonts, no author and no path in its properties.

    With `made_on` that day stands for the time at which it is written: the same pages then give the
    same bytes.
    """
    load_faces()
    canvas = Canvas(
        stream, pagesize=pages.size, pageCompression=1, lang=language, initialFontName=REGULAR,
        invariant=int(made_on is not None),
    )  # fmt: skip
    if made_on is not None:
        canvas.setDateFormatter(lambda *_now: f"D:{made_on:%Y%m%d}000000+00'00'")
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("DSR Desktop")
    canvas.setProducer("DSR Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for blocks, label in zip(pages.pages, footer.page_labels, strict=True):
        pen = Pen(canvas)
        top = pages.size[1] - MARGIN
        for block in blocks:
            block.draw(pen, top)
            top -= block.height
        _draw_footer(pen, pages.size[0], footer, label)
        pen.finish()
        canvas.showPage()
    canvas.save()


def _draw_footer(pen: Pen, width: float, footer: Footer, label: str) -> None:
    y = FOOT - 18
    pen.rule(MARGIN, FOOT - 6, width - MARGIN)
    pen.text(MARGIN, y, footer.left, _FOOT_STYLE)
    pen.text((width - _FOOT_STYLE.width(footer.middle)) / 2, y, footer.middle, _FOOT_STYLE)
    pen.text_before(width - MARGIN, y, label, _FOOT_STYLE)


def wrap(text: str, style: Style, width: float, most: int = 1_000) -> tuple[str, ...]:
    """Cut drawable text into lines no wider than `width`; after `most` lines it ends with "…"."""
    if style.width(text) <= width:
        return (text,)
    lines: list[str] = []
    for line in _lines(text, style, width):
        lines.append(line)
        if len(lines) > most:
            return (*lines[: most - 1], _cut(lines[most - 1], style, width))
    return tuple(lines)


def _lines(text: str, style: Style, width: float) -> Iterator[str]:
    line, used = "", 0.0
    gap = style.width(" ")
    for word in text.split(" "):
        length = style.width(word)
        if line and used + gap + length <= width:
            line, used = f"{line} {word}", used + gap + length
            continue
        if line:
            yield line
        *full, line = _pieces(word, style, width) if length > width else [word]
        yield from full
        used = style.width(line) if full else length
    yield line


def _pieces(word: str, style: Style, width: float) -> Iterator[str]:
    piece, used = "", 0.0
    for character in word:
        length = style.width(character)
        if piece and used + length > width:
            yield piece
            piece, used = "", 0.0
        piece += character
        used += length
    yield piece


def _cut(text: str, style: Style, width: float) -> str:
    while text and style.width(text + _ELLIPSIS) > width:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS
