"""What stands above the lines of the printed erasure checklist: facts, counts, unread files."""

from collections.abc import Callable, Iterator, Sequence

from dsr_desktop.domain.checklist import Checklist, UnreadSource
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
    yield from _unread_box(checklist.unread, tr, letters)
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


def _unread_box(unread: Sequence[UnreadSource], tr: Tr, letters: Letters) -> Iterator[Block]:
    if not unread:
        return
    heading = letters(f"⚠ {words.unread_heading(tr, unread)}")
    yield BoxLine(wrap(heading, BODY_STRONG, BOX_WIDTH), (), first=True, last=False)
    for n, source in enumerate(unread, 1):
        name = wrap(letters(source.file), BODY_STRONG, BOX_NAME.width)
        reason = wrap(letters(words.unread_reason(tr, source)), BODY, BOX_REASON.width)
        yield BoxLine(name, reason, first=False, last=n == len(unread))
    yield Space(8)


def _paragraph(text: str, style: Style) -> Paragraph:
    return Paragraph(wrap(text, style, WIDTH), style)
