"""What the DPO has before them today: open requests with their next steps, files, what was not read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from dsr_desktop.domain.article14 import Art14Task
from dsr_desktop.domain.held_row import HeldRow
from dsr_desktop.domain.next_step import NextStep, done_so_far, next_step
from dsr_desktop.domain.reminders import Reminder
from dsr_desktop.domain.request_figures import (
    CountedRequest,
    RequestFigures,
    figures_of,
    received_in,
)
from dsr_desktop.domain.request_months import MonthFigures, first_day_shown, month_figures
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.domain.source import Source
from dsr_desktop.services.article14 import list_art14
from dsr_desktop.services.held_rows import open_held_rows
from dsr_desktop.services.history import history
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.reminding import reminders_of
from dsr_desktop.services.request_lists import (
    count_closed_requests,
    list_closed_since,
    list_open_requests,
)
from dsr_desktop.services.searching import partly_read_sources, unread_sources
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.suppressing import entries_to_review


@dataclass(frozen=True)
class OpenRequest:
    """A request that is not closed, and what it needs next."""

    view: RequestSummary
    step: NextStep


@dataclass(frozen=True)
class Overview:
    """The register on one day; `open_requests` come by due date, `sources` oldest first.

    Earlier versions of files are not among the sources.
    `unread` and `partly` are those of the sources that no search can look into, or not wholly;
    `held` are the rows kept back that nobody has decided on, `entries_due` counts the entries of
    the suppression list whose day of review has come.
    `reminders` are what must not be missed, `lists` the information of the imports that is open.
    `figures` are those of the requests received this year, `months` those of the last twelve.
    `has_requests` is true for closed ones as well.
    """

    open_requests: tuple[OpenRequest, ...] = ()
    sources: tuple[Source, ...] = ()
    unread: tuple[Source, ...] = ()
    partly: tuple[Source, ...] = ()
    held: tuple[HeldRow, ...] = ()
    entries_due: int = 0
    has_requests: bool = False
    reminders: tuple[Reminder, ...] = ()
    lists: tuple[Art14Task, ...] = ()
    figures: RequestFigures = field(default_factory=RequestFigures)
    months: tuple[MonthFigures, ...] = ()


@at_one_moment
def read_overview(register: Register, today: date) -> Overview:
    """Read what is open on a day; deadlines and steps are those of `today`."""
    requests = list_open_requests(register, today)
    counted = _counted(register, requests, today)
    has_requests = bool(requests) or count_closed_requests(register) > 0
    lists = tuple(one for one in list_art14(register) if one.state.is_open)
    now = datetime.combine(today, datetime.now().astimezone().time()).astimezone()
    return Overview(
        open_requests=tuple(_open_requests(register, requests)),
        sources=tuple(source for source in list_sources(register) if source.is_current),
        unread=unread_sources(register),
        partly=partly_read_sources(register),
        held=open_held_rows(register),
        entries_due=len(entries_to_review(register, today)),
        has_requests=has_requests,
        reminders=reminders_of(register, requests, lists, now),
        lists=lists,
        figures=figures_of(received_in(counted, today.year), today),
        months=month_figures(counted, today) if has_requests else (),
    )


def _counted(
    register: Register, still_open: Sequence[RequestSummary], today: date
) -> list[CountedRequest]:
    """Return the requests that the figures of the day are about: closed ones of late alone."""
    since = min(first_day_shown(today), date(today.year, 1, 1))
    closed = list_closed_since(register, since, today)
    return [CountedRequest(one.request, one.deadline) for one in (*still_open, *closed)]


def _open_requests(register: Register, requests: Sequence[RequestSummary]) -> Iterator[OpenRequest]:
    for view in requests:
        step = next_step(view, done_so_far(history(register, view.request.ref)))
        if step is not None:
            yield OpenRequest(view, step)
