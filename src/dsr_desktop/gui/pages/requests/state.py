"""Everything the page of one request shows, read in one go."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.hit import Hit, SearchRun
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.source import Source
from dsr_desktop.services.handling import working_copies_to_purge
from dsr_desktop.services.history import PastEvent, history
from dsr_desktop.services.register import Register
from dsr_desktop.services.rescanning import Rescan, last_rescan
from dsr_desktop.services.reviewing import review


@dataclass(frozen=True)
class RequestState:
    """A request with what happened to it; `copies` counts what closing purges."""

    view: RequestView
    events: tuple[PastEvent, ...]
    run: SearchRun | None
    unread: tuple[Source, ...]
    rescan: Rescan | None
    copies: int
    today: date

    @property
    def request(self) -> Request:
        """The request file."""
        return self.view.request

    @property
    def confirmed(self) -> tuple[Hit, ...]:
        """Hits that are the person."""
        return self.view.confirmed

    @property
    def rejected(self) -> tuple[Hit, ...]:
        """Hits that are someone else."""
        return tuple(hit for hit in self.view.hits if hit.verdict == "rejected")

    @property
    def open_hits(self) -> tuple[Hit, ...]:
        """Hits without a verdict that are not folded away."""
        return tuple(
            hit for hit in self.view.hits if hit.verdict is None and hit.level is not Level.WEAK
        )

    @property
    def weak(self) -> tuple[Hit, ...]:
        """Weak hits that nobody looked at."""
        return tuple(
            hit for hit in self.view.hits if hit.verdict is None and hit.level is Level.WEAK
        )

    def last_event(self, kind: str) -> PastEvent | None:
        """Return the latest event of a kind, None if it never happened."""
        return next((event for event in reversed(self.events) if event.kind == kind), None)


def read_state(register: Register, ref: str, today: date) -> RequestState:
    """Read one request; NotFoundError if there is none with this reference."""
    found = review(register, ref, today)
    ref = found.view.request.ref
    return RequestState(
        view=found.view,
        events=history(register, ref),
        run=found.run,
        unread=found.unread,
        rescan=last_rescan(register, ref),
        copies=working_copies_to_purge(register, ref),
        today=today,
    )
