"""What a search could not look into, in words for a person."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from dsr_desktop.cli.shapes import notice_text
from dsr_desktop.domain.skipped_columns import SkippedColumns
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.system_answer import SystemAnswer
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.skipped_columns import skipped_sentence
from dsr_desktop.wording.sources import left_out_of
from dsr_desktop.wording.suppression import held_rows_sentence
from dsr_desktop.wording.systems import missing_sentence


class NotSearched(Protocol):
    """What a search, or the last one of a request, could not look into."""

    @property
    def unreadable(self) -> Sequence[Source]:
        """Files that could not be read."""

    @property
    def partly(self) -> Sequence[Source]:
        """Files of which some rows or sheets were not read."""

    @property
    def skipped(self) -> Sequence[SkippedColumns]:
        """Columns that were left out at the import."""

    @property
    def held(self) -> int:
        """Rows that the suppression list keeps back."""


def not_searched_lines(
    tr: Tr, result: NotSearched, systems: tuple[SystemAnswer, ...]
) -> Iterator[str]:
    """Name each file not searched, or not all of it; count rows held back; name silent systems."""
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
    if missing := missing_sentence(tr, systems):
        yield missing
