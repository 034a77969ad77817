"""A request as lists and pages show it: with its clock and what was found."""

from dataclasses import dataclass, field
from datetime import date

from dsr_desktop.domain.clock import Deadline, DeadlineStatus
from dsr_desktop.domain.hit import Hit, HitCounts, Verdict
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_hints import Hint
from dsr_desktop.domain.source_task import SourceProgress


@dataclass(frozen=True)
class RequestSummary:
    """A request with its clock and how much was found, as lists show it.

    `sources` counts the systems asked for it and how many have answered; `reminded_on` is the day on
    which the person last wrote again before the answer.
    """

    request: Request
    deadline: Deadline
    status: DeadlineStatus
    days_left: int
    found: HitCounts
    sources: SourceProgress = field(default=SourceProgress(), kw_only=True)
    reminded_on: date | None = field(default=None, kw_only=True)


@dataclass(frozen=True)
class RequestView(RequestSummary):
    """A request with its hits and what is to be told of it today, as its own page shows it."""

    hits: tuple[Hit, ...]
    hints: tuple[Hint, ...] = field(default=(), kw_only=True)

    @property
    def confirmed(self) -> tuple[Hit, ...]:
        """Hits that the DPO confirmed: only these enter an answer (R-MAT-2)."""
        return tuple(hit for hit in self.hits if hit.verdict == Verdict.CONFIRMED)

    @property
    def open_hits(self) -> tuple[Hit, ...]:
        """Hits without a verdict; weak ones wait until they are asked for (R-MAT-2)."""
        return tuple(
            hit for hit in self.hits if hit.verdict is None and hit.level is not Level.WEAK
        )
