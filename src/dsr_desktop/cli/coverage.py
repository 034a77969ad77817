"""What a search could not look into, in words for a person."""

from collections.abc import Iterator

from dsr_desktop.cli.shapes import notice_text
from dsr_desktop.services.searching import SearchResult
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.skipped_columns import skipped_sentence
from dsr_desktop.wording.sources import left_out_of
from dsr_desktop.wording.suppression import held_rows_sentence


def not_searched_lines(tr: Tr, result: SearchResult) -> Iterator[str]:
    """Name each file that was not searched, or not all of it, then count the rows held back."""
    for source in result.unreadable:
        yield tr("{name} was not searched: {reason}", name=source.name,
                 reason=notice_text(tr, source.reason))  # fmt: skip
    for source in result.partly:
        yield tr("{name} was searched in part: {reason}", name=source.name,
                 reason=left_out_of(tr, source))  # fmt: skip
    for skipped in result.skipped:
        yield skipped_sentence(tr, skipped)
    if result.held:
        yield held_rows_sentence(tr, result.held)
