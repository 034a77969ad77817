"""What stands above the lines of the printed erasure checklist: facts, counts, unread and gone files."""

from collections.abc import Callable, Iterator, Sequence

from dsr_desktop.domain.checklist import Checklist
from dsr_desktop.wording import checklist as words
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.checklist_blocks import (
    BODY,
    BODY_STRONG,
    FACT,
    FIGURE,
    SMALL,
    TITLE,
    Pairs,
    Paragraph,
    Space,
    side_by_side,
)
from dsr_desktop.writers.fonts import Letters
from dsr_desktop.writers.front_blocks import boxed, paired, paragraph
from dsr_desktop.writers.pdf_page import Block

_FIVE = side_by_side(1, 1, 1, 1, 1.6)
_SIX = side_by_side(1, 1.2, 1.2, 1, 1, 1)


def front(
    checklist: Checklist, tr: Tr, letters: Letters, notes: Callable[[], Sequence[str]]
) -> Iterator[Block]:
    """Yield the blocks in order; `notes`, asked last, say what the print does not show."""
    yield Paragraph((letters(words.checklist_title(tr)),), TITLE, after=9)
    yield _facts(checklist, tr, letters)
    yield _counts(checklist, tr, letters)
    unread = [(one.file, words.unread_reason(tr, one)) for one in checklist.not_searched]
    yield from boxed(f"⚠ {words.unread_heading(tr, checklist.not_searched)}", unread, letters)
    gone = [(one.file, words.gone_reason(tr, one)) for one in checklist.gone]
    yield from boxed(words.gone_heading(tr, checklist.gone), gone, letters)
    others = [(one.name, words.other_line(tr, one)) for one in checklist.others]
    yield from boxed(words.others_heading(tr), others, letters)
    for sentence in words.warnings(tr, checklist):
        yield paragraph(letters(f"⚠ {sentence}"), BODY_STRONG)
    for sentence in (*words.instructions(tr, checklist), *notes()):
        yield paragraph(letters(sentence), BODY)
    yield Space(8)


def _facts(checklist: Checklist, tr: Tr, letters: Letters) -> Pairs:
    request, company, *days = words.facts(tr, checklist)
    return paired((request, *days, company), _FIVE, SMALL, FACT, letters)


def _counts(checklist: Checklist, tr: Tr, letters: Letters) -> Pairs:
    return paired(words.counts(tr, checklist), _SIX, FIGURE, SMALL, letters)
