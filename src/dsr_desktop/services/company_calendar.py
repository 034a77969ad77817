"""The company's calendar: shown, and changed once it is known which dates move (R-DL-8)."""

from datetime import date

from dsr_desktop.domain.company_calendar import (
    CalendarDay,
    Change,
    CompanyCalendar,
    MovedDeadline,
    days_of_year,
    moved_deadlines,
)
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import clocks
from dsr_desktop.store.overrides import write_overrides
from dsr_desktop.store.request_selection import OPEN_REQUESTS
from dsr_desktop.store.requests import read_requests
from dsr_desktop.store.settings import write_settings


def calendar_year(register: Register, year: int) -> tuple[CalendarDay, ...]:
    """Return the public holidays of a year; InvalidInputError for one that is not known."""
    return days_of_year(register.company.place, year)


@at_one_moment
def preview_calendar(register: Register, change: Change, today: date) -> tuple[MovedDeadline, ...]:
    """Return the open requests whose dates a change would move, without writing anything.

    Raises InvalidInputError or NotFoundError as the change does.
    """
    return _moved_by(register, change(register.company.place), today)


def change_calendar(register: Register, change: Change, today: date) -> tuple[MovedDeadline, ...]:
    """Change the calendar and return the open requests that moved; raises as `preview_calendar`.

    What stays as it was is no event. The reasons of corrections stay out of the log (R-LOG-2).
    """
    with register.database.transaction():
        before = register.company.place
        wanted = change(before)
        moved = _moved_by(register, wanted, today)
        if wanted != before:
            place = {"country": wanted.country, "subdivision": wanted.subdivision or ""}
            write_settings(register.database, place)
            write_overrides(register.database, wanted.overrides)
            register.log(
                EventKind.CALENDAR_CHANGED, **place,
                overrides={one.day.isoformat(): one.kind for one in wanted.overrides},
                moved={one.ref: one.due_after.isoformat() for one in moved},
            )  # fmt: skip
    return moved


def _moved_by(
    register: Register, wanted: CompanyCalendar, today: date
) -> tuple[MovedDeadline, ...]:
    requests = read_requests(register.database, OPEN_REQUESTS)
    now, then = clocks(register, today), clocks(register, today, wanted)
    return moved_deadlines(
        {one.ref: now(one) for one in requests}, {one.ref: then(one) for one in requests}
    )
