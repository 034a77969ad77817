"""What a search of the register can see: every source, how old its list is, what stays unseen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.list_age import day_of_import, list_day
from dsr_desktop.domain.skipped_columns import SkippedColumns
from dsr_desktop.domain.source import Source, SourceStatus
from dsr_desktop.domain.system_answer import SystemAnswer


class SourceSight(StrEnum):
    """How much of a source a search sees."""

    SEARCHED = "searched"
    PARTLY = "partly"
    NOT_SEARCHED = "not_searched"


@dataclass(frozen=True)
class SourceCoverage:
    """One source as searches see it.

    `skipped` are the sheets of which columns were left out at the import, `held` counts the rows
    that the suppression list keeps back until the DPO decides.
    """

    source: Source
    skipped: tuple[SkippedColumns, ...] = ()
    held: int = 0

    @property
    def sight(self) -> SourceSight:
        """How much of its file was read: what was left out on purpose is told beside it."""
        if self.source.status.is_unread:
            return SourceSight.NOT_SEARCHED
        is_partly = self.source.status is SourceStatus.PARTLY
        return SourceSight.PARTLY if is_partly else SourceSight.SEARCHED

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing of the source stays unseen."""
        return self.sight is SourceSight.SEARCHED and not (self.skipped or self.held)

    @property
    def imported_on(self) -> date:
        """The day of the import, as it was here."""
        return day_of_import(self.source)

    @property
    def listed_on(self) -> date:
        """The day the list is of (R-SRC-1)."""
        return list_day(self.source).day

    def age_on(self, day: date) -> int:
        """Return how many days old the list is on `day`, 0 for one of a later day (R-SRC-1)."""
        return list_day(self.source).days_until(day)


@dataclass(frozen=True)
class Coverage:
    """Every current source, those not read first, then those read in part, the oldest list first.

    `earlier` are versions of files that a newer one took the place of: no search sees them. `held`
    counts all rows kept back. `systems` are those that hold data beside the lists, with what they
    answered: none of them can be searched from here.
    """

    sources: tuple[SourceCoverage, ...]
    earlier: tuple[Source, ...] = ()
    held: int = 0
    systems: tuple[SystemAnswer, ...] = ()

    @property
    def unread(self) -> tuple[SourceCoverage, ...]:
        """The sources that no search can look into."""
        return tuple(self._seen(SourceSight.NOT_SEARCHED))

    @property
    def partly(self) -> tuple[SourceCoverage, ...]:
        """The sources of which some rows or sheets were not read."""
        return tuple(self._seen(SourceSight.PARTLY))

    @property
    def is_whole(self) -> bool:
        """Tell whether "nothing found" holds for all that was ever brought in."""
        return all(one.is_whole for one in self.sources)

    @property
    def missing_answers(self) -> tuple[SystemAnswer, ...]:
        """The systems of which nobody has said yet what they hold: "nothing found" leaves them out."""
        return tuple(one for one in self.systems if one.is_missing)

    def _seen(self, sight: SourceSight) -> Iterator[SourceCoverage]:
        return (one for one in self.sources if one.sight is sight)


_FIRST = (SourceSight.NOT_SEARCHED, SourceSight.PARTLY, SourceSight.SEARCHED)


def ordered(sources: Iterator[SourceCoverage]) -> tuple[SourceCoverage, ...]:
    """Put sources in the order of `Coverage.sources`."""
    return tuple(
        sorted(
            sources, key=lambda one: (_FIRST.index(one.sight), one.listed_on, one.source.id or 0)
        )
    )
