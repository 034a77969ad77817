"""One step of a request: asked of the rules, stored with its event, or not at all."""

from collections.abc import Callable
from datetime import date

from dsr_desktop.domain.clock import Deadline
from dsr_desktop.domain.company_calendar import CompanyCalendar
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import HitCounts, HitGroup, count_hits
from dsr_desktop.domain.next_step import done_so_far, seen_so_far
from dsr_desktop.domain.other_clocks import deadline_of
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.step_list import Seen
from dsr_desktop.services.deadline_figures import deadline_settings
from dsr_desktop.services.history import history
from dsr_desktop.services.register import Register
from dsr_desktop.services.step_facts import step_facts
from dsr_desktop.store.events import last_event
from dsr_desktop.store.hits import read_hits
from dsr_desktop.store.request_saving import save_request
from dsr_desktop.store.requests import read_request

Step = Callable[[Request], Request]


def take_step(
    register: Register, ref: str, today: date, step: Step, kind: EventKind, **payload: object
) -> Request:
    """Take a request one step further, in one transaction, and log it.

    `step` is a transition of the domain: it raises a DsrError for what may not be. So does the
    clock, for dates that contradict each other. Raises NotFoundError for an unknown reference.
    """
    with register.database.transaction():
        changed = step(read_request(register.database, ref))
        clock(register, changed, today)
        save_request(register.database, changed)
        register.log(kind, changed.ref, **payload)
    return changed


def clock(register: Register, request: Request, today: date) -> Deadline:
    """Return the deadline of a request, counted as `clocks` counts that of many."""
    return clocks(register, today)(request)


def clocks(
    register: Register, today: date, place: CompanyCalendar | None = None
) -> Callable[[Request], Deadline]:
    """Return what counts deadlines on a day: the one call by which every list and file gets them.

    Calendar and figures are read once, however many requests there are. `place` is a calendar that
    the company does not have, to see what a change would move.
    """
    calendar, settings = (place or register.company.place).workdays, deadline_settings(register)
    return lambda request: deadline_of(request, calendar, today, settings)


def seen_of(register: Register, request: Request, found: HitCounts | None = None) -> Seen:
    """Return what the app saw of a request; `found` saves counting its hits again."""
    done = done_so_far(history(register, request.ref))
    counts = found or _count_hits(register, request)
    return seen_so_far(done, counts, step_facts(register, request))


def was_searched(register: Register, request: Request) -> bool:
    """Tell whether the lists were searched for a request."""
    return last_event(register.database, EventKind.SEARCHED, request.ref) is not None


def _count_hits(register: Register, request: Request) -> HitCounts:
    hits = read_hits(register.database, request)
    return count_hits(HitGroup(hit.verdict, hit.level, hit.source_id, 1) for hit in hits)
