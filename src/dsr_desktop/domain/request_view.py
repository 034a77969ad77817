"""A request as lists and pages show it: with its clock and what was found."""

from dataclasses import dataclass

from dsr_desktop.domain.clock import Deadline, DeadlineStatus
from dsr_desktop.domain.hit import Hit
from dsr_desktop.domain.request import Request


@dataclass(frozen=True)
class RequestView:
    """A request with its clock and what was found, as lists and pages show it."""

    request: Request
    deadline: Deadline
    status: DeadlineStatus
    days_left: int
    hits: tuple[Hit, ...]

    @property
    def confirmed(self) -> tuple[Hit, ...]:
        """Hits that the DPO confirmed: only these enter an answer (R-MAT-2)."""
        return tuple(hit for hit in self.hits if hit.verdict == "confirmed")
