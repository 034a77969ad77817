"""Lists of requests with their clocks: the open ones, which pages show first, and the closed ones.

Each is read again once anything in the register has changed: pages and documents ask again and again.
"""

from datetime import date

from dsr_desktop.domain.clock import Deadline, DeadlineSettings
from dsr_desktop.domain.deadline import days_left, deadline_status
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import HitCounts
from dsr_desktop.domain.iso_days import day_of
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.domain.source_task import SourceProgress
from dsr_desktop.services.deadline_figures import deadline_settings
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import clocks
from dsr_desktop.store.events import last_days
from dsr_desktop.store.hits import count_hits_of_requests
from dsr_desktop.store.request_selection import CLOSED_REQUESTS, OPEN_REQUESTS, RequestSelection
from dsr_desktop.store.requests import count_requests, read_requests
from dsr_desktop.store.source_tasks import count_tasks


@at_one_moment
def list_requests(register: Register, today: date) -> tuple[RequestSummary, ...]:
    """Return all requests with their clocks: open ones by due date, then the closed ones."""
    return list_open_requests(register, today) + list_closed_requests(register, today)


@at_one_moment
def list_open_requests(register: Register, today: date) -> tuple[RequestSummary, ...]:
    """Return the requests that are not closed with their clocks, by due date."""
    return _kept(register, OPEN_REQUESTS, today)


@at_one_moment
def list_closed_requests(register: Register, today: date) -> tuple[RequestSummary, ...]:
    """Return the closed requests with their clocks, by due date."""
    return _kept(register, CLOSED_REQUESTS, today)


@at_one_moment
def list_closed_since(
    register: Register, received_since: date, today: date
) -> tuple[RequestSummary, ...]:
    """Return the closed requests that were received on a day or after it, by due date."""
    return _kept(register, RequestSelection(is_open=False, since=received_since), today)


def count_closed_requests(register: Register) -> int:
    """Return how many requests are closed."""
    return count_requests(register.database, CLOSED_REQUESTS)


def summarise(
    request: Request,
    deadline: Deadline,
    found: HitCounts,
    asked: SourceProgress,
    today: date,
    settings: DeadlineSettings,
    reminded: str | None,
) -> RequestSummary:
    """Put together what lists show of a request; `reminded` is the day of the latest reminder."""
    return RequestSummary(
        request,
        deadline,
        deadline_status(deadline, today, request.answered_on, settings),
        days_left(deadline, today),
        found,
        sources=asked,
        reminded_on=day_of(reminded),
    )


def _kept(register: Register, which: RequestSelection, today: date) -> tuple[RequestSummary, ...]:
    database = register.database
    return database.kept_in_memory(
        f"requests {which}", (database.state, today), lambda: _read(register, which, today)
    )


def _read(register: Register, which: RequestSelection, today: date) -> tuple[RequestSummary, ...]:
    database = register.database
    found = count_hits_of_requests(database, which)
    asked = count_tasks(database, today, which)
    clock_of, settings = clocks(register, today), deadline_settings(register)
    reminded = last_days(database, EventKind.REMINDED, which)
    summaries = [
        summarise(
            request,
            clock_of(request),
            found.get(request.id, _NO_HITS),
            asked.get(request.id, _NOT_ASKED),
            today,
            settings,
            reminded.get(request.ref),
        )
        for request in read_requests(database, which)
    ]
    return tuple(sorted(summaries, key=lambda one: one.deadline.current_due))


_NO_HITS, _NOT_ASKED = HitCounts(), SourceProgress()
