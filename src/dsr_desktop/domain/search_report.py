"""The report of a search: who was looked for, in which lists, with what result (R-MAT-5).

"Nothing found" is a result: each source says it, with its hash and the age of its list.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dsr_desktop.domain.coverage import SourceCoverage, SourceSight
from dsr_desktop.domain.hit import Hit, Verdict
from dsr_desktop.domain.matching import Grade, Level, Reason
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.own_record import OwnFound
from dsr_desktop.domain.search_rounds import SearchRound
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.domain.system_answer import SystemAnswer


@dataclass(frozen=True)
class ReportedHit:
    """A row that was found: where, how surely, why, and the DPO's verdict if one was given."""

    sheet: str
    row: int
    level: Level
    score: float
    reasons: tuple[Reason, ...]
    verdict: Verdict | None = None

    @property
    def is_told(self) -> bool:
        """Tell whether the print names the row; weak ones without a verdict are only counted."""
        return self.level is not Level.WEAK or self.verdict is not None


@dataclass(frozen=True)
class SourceResult:
    """What the search found in one source; `name` tells its file from others of that name.

    `is_later`: the source came after the search, which therefore says nothing of it.
    """

    coverage: SourceCoverage
    name: str
    hits: tuple[ReportedHit, ...]
    is_later: bool = False

    @property
    def source(self) -> Source:
        """The source."""
        return self.coverage.source

    @property
    def was_searched(self) -> bool:
        """Tell whether the search looked into any of its rows."""
        return not self.is_later and self.coverage.sight is not SourceSight.NOT_SEARCHED


@dataclass(frozen=True)
class LostResult:
    """Hits in a file that is no current source any more: its import was undone or replaced."""

    name: str
    path: str
    sha256: str
    hits: tuple[ReportedHit, ...]


@dataclass(frozen=True)
class SearchReport:
    """Everything the report says; `ref` is None for a search that belongs to no request.

    `files` and `rows` are what the search looked at, `earlier` the versions that newer ones took the
    place of, `rounds` the searches of the request. `is_current` is false when files came or went
    since the search, `was_list_searched` when nothing was asked by which the suppression list knows
    people. `systems` hold data beside the lists: what each answered, or that it has not (R-SRC-1).
    """

    ref: str | None
    company: str
    version: str
    made_on: date
    made_by: str
    searched_at: datetime
    searched_by: str
    criteria: Mapping[str, tuple[str, ...]]
    files: int
    rows: int
    sources: tuple[SourceResult, ...]
    lost: tuple[LostResult, ...] = ()
    earlier: tuple[Source, ...] = ()
    held: int = 0
    own_records: tuple[OwnFound, ...] = ()
    rounds: tuple[SearchRound, ...] = ()
    hints: tuple[Notice, ...] = ()
    is_current: bool = True
    was_list_searched: bool = True
    fingerprint: str = ""
    systems: tuple[SystemAnswer, ...] = ()

    @property
    def hits(self) -> tuple[ReportedHit, ...]:
        """Every hit, source by source."""
        current = (hit for source in self.sources for hit in source.hits)
        return (*current, *(hit for lost in self.lost for hit in lost.hits))

    @property
    def counts(self) -> Mapping[Level, int]:
        """How many hits there are of each level."""
        return count_levels(self.hits)


def count_levels(hits: Iterable[ReportedHit]) -> Mapping[Level, int]:
    """Count hits by level; a level without any is there with 0."""
    counted = Counter(hit.level for hit in hits)
    return {level: counted[level] for level in Level}


def hit_of_search(place: Place, grade: Grade) -> ReportedHit:
    """Take from a row that a free search found what the report says of it."""
    return ReportedHit(place.sheet.name, place.row.n, grade.level, grade.score, grade.reasons)


def hit_of_request(hit: Hit) -> ReportedHit:
    """Take from a hit of a request what the report says of it."""
    return ReportedHit(hit.sheet, hit.row, hit.level, hit.score, hit.reasons, hit.verdict)
