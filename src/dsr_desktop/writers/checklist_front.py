"""What stands above the lines of the printed erasure checklist: facts, counts, unread and gone files."""

from collections.abc import Callable, Iterator, Sequence

from dsr_desktop.domain.checklist import Checklist
from dsr_desktop.wording import checklist as words
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.checklist_blocks import (
    BODY,
    BODY_STRONG,
    BOX_NAME,
    BOX_REASON,
    BOX_WIDTH,
    FACT,
    FIGURE,
    SMALL,
    TITLE,
    WIDTH,
    BoxLine,
    Pairs,
    Paragraph,
    Space,
    side_by_side,
)
from dsr_desktop.writers.fonts import Letters, Style
from dsr_desktop.writers.pdf_page import Block, wrap

_FIVE = side_by_side(1, 1, 1, 1, 1.6)


def front(
    checklist: Checklist, tr: Tr, letters: Letters, notes: Callable[[], Sequence[str]]
) -> Iterator[Block]:
    """Yield the blocks in order; `notes`, asked last, say what the print does not show."""
    yield Paragraph((letters(words.checklist_title(tr)),), TITLE, after=9)
    yield _facts(checklist, tr, letters)
    yield _counts(checklist, tr, letters)
    unread = [(one.file, words.unread_reason(tr, one)) for one in checklist.not_searched]
    yield from _box(f"⚠ {words.unread_heading(tr, checklist.not_searched)}", unread, letters)
    gone = [(one.file, words.gone_reason(tr, one)) for one in checklist.gone]
    yield from _box(words.gone_heading(tr, checklist.gone), gone, letters)
    for sentence in words.warnings(tr, checklist):
        yield _paragraph(letters(f"⚠ {sentence}"), BODY_STRONG)
    for sentence in (*words.instructions(tr, checklist), *notes()):
        yield _paragraph(letters(sentence), BODY)
    yield Space(8)


def _facts(checklist: Checklist, tr: Tr, letters: Letters) -> Pairs:
    request, company, *days = words.facts(tr, checklist)
    return _pairs((request, *days, company), SMALL, FACT, letters)


def _counts(checklist: Checklist, tr: Tr, letters: Letters) -> Pairs:
    return _pairs(words.counts(tr, checklist), FIGURE, SMALL, letters)


def _pairs(pairs: Sequence[tuple[str, str]], above: Style, below: Style, letters: Letters) -> Pairs:
    shown = [
        (letters(upper), wrap(letters(lower), below, column.width, 2))
        for (upper, lower), column in zip(pairs, _FIVE, strict=True)
    ]
    return Pairs(shown, _FIVE, above, below)


def _box(heading: str, told: Sequence[tuple[str, str]], letters: Letters) -> Iterator[Block]:
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


def _paragraph(text: str, style: Style) -> Paragraph:
    return Paragraph(wrap(text, style, WIDTH), style)
