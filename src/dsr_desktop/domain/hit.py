"""What a search for a request found, and the DPO's verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import MENTIONS, Level, Reason, is_only_mentioned
from dsr_desktop.domain.source import Place

ROW_CHANGED = mark("The row changed in a newer version of the file")
"""Why a hit that had a verdict is open again; it stays until the DPO decides."""


class Verdict(StrEnum):
    """What the DPO said of a hit (R-MAT-2); a hit without a verdict is open."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Hit:
    """A row found for a request and the DPO's verdict on it, None while it is open.

    File, hash, sheet and row number stay as evidence when the source is gone (R-MAT-3). `decided_at`
    (ISO, UTC) and `decided_by` say when the verdict was given or taken back, and by whom.
    """

    id: int
    row_id: int | None
    source_id: int
    file: str
    sha256: str
    sheet: str
    row: int
    level: Level
    score: float
    reasons: tuple[Reason, ...]
    verdict: Verdict | None = None
    verdict_reason: str | None = None
    decided_at: str | None = None
    decided_by: str | None = None

    @property
    def waits_for_verdict(self) -> bool:
        """Tell whether the row changed after it was judged: it is not forgotten meanwhile."""
        return self.verdict is None and self.verdict_reason == ROW_CHANGED

    @property
    def is_folded(self) -> bool:
        """Tell whether the hit is weak and nobody judged it: it waits until asked for (R-MAT-2)."""
        return self.level is Level.WEAK and self.verdict is None

    @property
    def is_only_mention(self) -> bool:
        """Tell whether the row is about somebody else and merely mentions the person."""
        return is_only_mentioned(self.reasons)

    @property
    def mentioning_cells(self) -> frozenset[tuple[int, str]]:
        """Cells and notes (column from 1, text) that name the person in somebody else's row."""
        if not self.is_only_mention:
            return frozenset()
        named = (reason for reason in self.reasons if reason.how in MENTIONS)
        return frozenset((reason.column, reason.cell) for reason in named)

    def cites(self, place: Place) -> bool:
        """Tell whether `place` is the very row found: same file content, sheet and number."""
        there = (place.source.sha256 or "", place.sheet.name, place.row.n)
        return there == (self.sha256, self.sheet, self.row)


@dataclass(frozen=True)
class SearchRun:
    """Proof of a search for a request: what was asked and how much was looked at.

    `criteria` are those given, as `Criteria.given` returns them.
    """

    at: str
    actor: str
    files: int
    rows: int
    total: int
    criteria: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class HitGroup(NamedTuple):
    """`number` hits in one source that share level and verdict."""

    verdict: Verdict | None
    level: Level
    source_id: int
    number: int


@dataclass(frozen=True)
class HitCounts:
    """How many hits a request has by verdict, without the hits themselves.

    `to_review` are the open ones but for the weak, which wait until they are asked for (R-MAT-2);
    `confirmed_in` are the ids of the sources with a confirmed hit.
    """

    confirmed: int = 0
    rejected: int = 0
    open: int = 0
    to_review: int = 0
    confirmed_in: frozenset[int] = frozenset()


def count_hits(groups: Iterable[HitGroup]) -> HitCounts:
    """Add up groups of hits."""
    known = tuple(groups)

    def number(verdict: Verdict | None) -> int:
        return sum(group.number for group in known if group.verdict == verdict)

    return HitCounts(
        confirmed=number(Verdict.CONFIRMED),
        rejected=number(Verdict.REJECTED),
        open=number(None),
        to_review=sum(
            group.number
            for group in known
            if group.verdict is None and group.level is not Level.WEAK
        ),
        confirmed_in=frozenset(
            group.source_id for group in known if group.verdict == Verdict.CONFIRMED
        ),
    )
