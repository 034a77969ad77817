"""The calendar of the place where the company acts, and what a change of it moves (R-DL-8)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

from dsr_desktop.domain.clock import Deadline
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.workdays import WorkCalendar
from dsr_desktop.domain.written import written

LONGEST_REASON = 200


class OverrideKind(StrEnum):
    """What the user says of a day; the values are kept in registers."""

    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class HolidayOverride:
    """A day that is a public holiday although the country's calendar lacks it, or is none."""

    day: date
    kind: OverrideKind
    reason: str


@dataclass(frozen=True)
class CompanyCalendar:
    """Country, region (None: national days alone) and the user's own corrections, by day."""

    country: str
    subdivision: str | None = None
    overrides: tuple[HolidayOverride, ...] = ()

    @property
    def workdays(self) -> WorkCalendar:
        """The working days that every deadline is counted with."""
        return WorkCalendar(
            self.country, self.subdivision,
            self._days(OverrideKind.ADDED), self._days(OverrideKind.REMOVED),
        )  # fmt: skip

    def of_day(self, day: date) -> HolidayOverride | None:
        """Return what the user said of a day."""
        return next((one for one in self.overrides if one.day == day), None)

    def _days(self, kind: OverrideKind) -> frozenset[date]:
        return frozenset(one.day for one in self.overrides if one.kind is kind)


Change = Callable[[CompanyCalendar], CompanyCalendar]
"""What is to become of a calendar; raises InvalidInputError or NotFoundError for what cannot be."""


def act_in(country: str, subdivision: str | None) -> Change:
    """Return the change to another country or region; InvalidInputError for an unknown one."""

    def change(calendar: CompanyCalendar) -> CompanyCalendar:
        region = (subdivision or "").strip().upper() or None
        moved = replace(calendar, country=country.strip().upper(), subdivision=region)
        moved.workdays.check(date(2026, 1, 1))
        return moved

    return change


def override_day(day: date, kind: OverrideKind, reason: str) -> Change:
    """Return the change that makes a day a public holiday, or takes one away, with the reason.

    Raises InvalidInputError without a reason, or where the calendar says so already.
    """

    def change(calendar: CompanyCalendar) -> CompanyCalendar:
        why = written("reason", reason, LONGEST_REASON)
        plain = CompanyCalendar(calendar.country, calendar.subdivision)
        is_holiday = plain.workdays.holiday_name(day) is not None
        if is_holiday is (kind is OverrideKind.ADDED):
            raise InvalidInputError(_NOTHING_TO_DO[kind], day=day.isoformat())
        others = tuple(one for one in calendar.overrides if one.day != day)
        added = (*others, HolidayOverride(day, kind, why))
        return replace(calendar, overrides=tuple(sorted(added, key=lambda one: one.day)))

    return change


def follow_country(day: date) -> Change:
    """Return the change that takes an override back; NotFoundError if there is none on the day."""

    def change(calendar: CompanyCalendar) -> CompanyCalendar:
        if calendar.of_day(day) is None:
            raise NotFoundError(
                mark("Nothing was changed on {day}: the country's calendar holds there."),
                day=day.isoformat(),
            )
        kept = tuple(one for one in calendar.overrides if one.day != day)
        return replace(calendar, overrides=kept)

    return change


_NOTHING_TO_DO = {
    OverrideKind.ADDED: mark("{day} is a public holiday already: there is nothing to add."),
    OverrideKind.REMOVED: mark("{day} is no public holiday: there is nothing to take away."),
}


@dataclass(frozen=True)
class CalendarDay:
    """A public holiday of the year, or a day that was one before the user took it away."""

    day: date
    name: str
    override: HolidayOverride | None = None


def days_of_year(calendar: CompanyCalendar, year: int) -> tuple[CalendarDay, ...]:
    """Return the public holidays of a year in order, the user's own ones and those taken away too.

    Raises InvalidInputError for a year whose holidays are not known.
    """
    if not MINYEAR <= year < MAXYEAR:
        raise InvalidInputError(
            mark("There is no calendar of the year {year}. Give another."), year=str(year)
        )
    return tuple(_days_of_year(calendar, year))


def _days_of_year(calendar: CompanyCalendar, year: int) -> Iterator[CalendarDay]:
    workdays = calendar.workdays
    plain = CompanyCalendar(calendar.country, calendar.subdivision).workdays
    first = date(year, 1, 1)
    for n in range((date(year + 1, 1, 1) - first).days):
        day = first + timedelta(days=n)
        name = plain.holiday_name(day) or workdays.holiday_name(day)
        if name is not None:
            yield CalendarDay(day, name, calendar.of_day(day))


@dataclass(frozen=True)
class MovedDeadline:
    """An open request whose legal date or internal target a change of the calendar moves."""

    ref: str
    due_before: date
    due_after: date
    target_before: date
    target_after: date

    @property
    def days(self) -> int:
        """By how many days the legal date moves; negative: it comes earlier."""
        return (self.due_after - self.due_before).days


def moved_deadlines(
    before: Mapping[str, Deadline], after: Mapping[str, Deadline]
) -> tuple[MovedDeadline, ...]:
    """Compare the clocks of the same requests by their references; the first to be due first."""
    pairs = ((ref, before[ref], after[ref]) for ref in before)
    found = (
        MovedDeadline(
            ref, old.current_due, new.current_due, old.internal_target, new.internal_target
        )
        for ref, old, new in pairs
    )
    return tuple(sorted(filter(_moves, found), key=lambda one: (one.due_after, one.ref)))


def earlier(moved: Iterable[MovedDeadline]) -> int:
    """Count the requests that are due earlier than before."""
    return sum(one.days < 0 for one in moved)


def _moves(one: MovedDeadline) -> bool:
    return one.due_before != one.due_after or one.target_before != one.target_after
