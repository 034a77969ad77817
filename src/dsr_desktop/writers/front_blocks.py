"""What stands at the front of printed documents: pairs of label and value, boxed files, sentences."""

from collections.abc import Iterator, Sequence

from dsr_desktop.writers.checklist_blocks import (
    BODY,
    BODY_STRONG,
    BOX_NAME,
    BOX_REASON,
    BOX_WIDTH,
    WIDTH,
    BoxLine,
    Column,
    Pairs,
    Paragraph,
    Space,
)
from dsr_desktop.writers.fonts import Letters, Style
from dsr_desktop.writers.pdf_page import Block, wrap


def paired(
    pairs: Sequence[tuple[str, str]],
    columns: Sequence[Column],
    above: Style,
    below: Style,
    letters: Letters,
) -> Pairs:
    """Put pairs of texts side by side, one in each of `columns`."""
    shown = [
        (letters(upper), wrap(letters(lower), below, column.width, 2))
        for (upper, lower), column in zip(pairs, columns, strict=True)
    ]
    return Pairs(shown, columns, above, below)


def boxed(heading: str, told: Sequence[tuple[str, str]], letters: Letters) -> Iterator[Block]:
    """Yield a box with a line for each file and what is told of it; nothing without any."""
    if not told:
        return
    lines = wrap(letters(heading), BODY_STRONG, BOX_WIDTH)
    yield BoxLine(lines, (), first=True, last=False)
    for n, (file, sentence) in enumerate(told, 1):
        name = wrap(letters(file), BODY_STRONG, BOX_NAME.width)
        reason = wrap(letters(sentence), BODY, BOX_REASON.width)
        yield BoxLine(name, reason, first=False, last=n == len(told))
    yield Space(8)


def paragraph(text: str, style: Style, after: float = 4.0) -> Paragraph:
    """Cut a drawable text to the width of the page."""
    return Paragraph(wrap(text, style, WIDTH), style, after)
