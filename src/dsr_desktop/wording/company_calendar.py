"""Says what the company's calendar holds, and what a change of it moves."""

from collections.abc import Sequence

from dsr_desktop.domain.company_calendar import (
    CalendarDay,
    CompanyCalendar,
    MovedDeadline,
    OverrideKind,
    earlier,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.countries import country_label
from dsr_desktop.wording.deadlines import holiday_label
from dsr_desktop.wording.language import Tr

REGION_ADVICE = mark(
    "Holidays of a region can only move a date later. Without them you answer in time wherever "
    "your office is."
)


def place_label(tr: Tr, place: CompanyCalendar) -> str:
    """Name the country, with its region if one is set."""
    country = country_label(tr, place.country)
    return f"{country}, {place.subdivision}" if place.subdivision else country


def override_label(tr: Tr, kind: OverrideKind) -> str:
    """Say in two words what the user made of a day."""
    return tr("added") if kind is OverrideKind.ADDED else tr("taken away")


def calendar_day_sentence(tr: Tr, one: CalendarDay) -> str:
    """Write a day of the calendar: its weekday, its name, and what the user made of it and why."""
    sentence = tr.pair(tr.weekday_date(one.day), holiday_label(tr, one.name))
    if one.override is None:
        return sentence
    label = override_label(tr, one.override.kind)
    return tr("{day} ({what}: {reason})", day=sentence, what=label, reason=one.override.reason)


def moved_summary(tr: Tr, moved: Sequence[MovedDeadline]) -> str:
    """Say how many open requests a change moves, and how many of them become due earlier."""
    if not moved:
        return tr("No open request moves.")
    n = len(moved)
    sentence = tr.count("{n} open request moves.", "{n} open requests move.", n)
    sooner = earlier(moved)
    if not sooner:
        return sentence
    due = tr.count("{n} of them is due earlier.", "{n} of them are due earlier.", sooner)
    return f"{sentence} {due}"


def moved_sentence(tr: Tr, one: MovedDeadline) -> str:
    """Say of one request from which day to which its date moves."""
    if one.days == 0:
        before, after = tr.date(one.target_before), tr.date(one.target_after)
        return tr(
            "{ref}: internal target {before} → {after}", ref=one.ref, before=before, after=after
        )
    before, after = tr.date(one.due_before), tr.date(one.due_after)
    n = abs(one.days)
    if one.days > 0:
        days = tr.count("{n} day later", "{n} days later", n)
    else:
        days = tr.count("{n} day earlier", "{n} days earlier", n)
    return tr(
        "{ref}: {before} → {after}, {days}", ref=one.ref, before=before, after=after, days=days
    )
