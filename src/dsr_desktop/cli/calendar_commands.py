"""The company's calendar on the command line: a year of it, and what a change moves."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import click

from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.company_calendar import (
    CalendarDay,
    Change,
    CompanyCalendar,
    MovedDeadline,
    OverrideKind,
    act_in,
    follow_country,
    override_day,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.company_calendar import (
    calendar_year,
    change_calendar,
    preview_calendar,
)
from dsr_desktop.wording.company_calendar import (
    calendar_day_sentence,
    moved_sentence,
    moved_summary,
    place_label,
)

Function = TypeVar("Function", bound=Callable[..., object])


@click.group(invoke_without_command=True,
             help=mark("Show the public holidays that deadlines are counted with."))  # fmt: skip
@click.option("--year", type=int, help=mark("Year to show, else this one."))
@common_options
@click.pass_context
def calendar(context: click.Context, year: int | None) -> int:
    """Show a year when no subcommand is given."""
    if context.invoked_subcommand is not None:
        return DONE
    session: Session = context.obj
    with session.register() as register:
        place = register.company.place
        days = calendar_year(register, year if year is not None else session.today.year)
    session.show(_year_document(place, days), lambda: [
        place_label(session.tr, place), *(calendar_day_sentence(session.tr, one) for one in days)
    ])  # fmt: skip
    return DONE


def _change_options(command: Function) -> Function:
    told = click.option(
        "--yes", is_flag=True,
        help=mark("Write it although open requests move; else they are only told."),
    )  # fmt: skip
    return told(common_options(click.pass_obj(command)))  # type: ignore[return-value]


@calendar.command("place", help=mark("Set the country, and the region if its holidays count."))
@click.argument("country")
@click.option("--subdivision", help=mark("Region whose public holidays count as well (57, 6AE…)."))
@_change_options
def place_(session: Session, country: str, subdivision: str | None, *, yes: bool) -> int:
    """Change the place."""
    return _change(session, act_in(country, subdivision), yes=yes)


@calendar.command("add", help=mark("Make a day a public holiday."))
@click.argument("day", type=Day())
@click.option("--reason", required=True, metavar="TEXT", help=mark("Why."))
@_change_options
def add(session: Session, day: date, reason: str, *, yes: bool) -> int:
    """Add a holiday."""
    return _change(session, override_day(day, OverrideKind.ADDED, reason), yes=yes)


@calendar.command("remove", help=mark("Say that a public holiday is a working day."))
@click.argument("day", type=Day())
@click.option("--reason", required=True, metavar="TEXT", help=mark("Why."))
@_change_options
def remove(session: Session, day: date, reason: str, *, yes: bool) -> int:
    """Take a holiday away."""
    return _change(session, override_day(day, OverrideKind.REMOVED, reason), yes=yes)


@calendar.command("follow", help=mark("Let the country's calendar hold on a day again."))
@click.argument("day", type=Day())
@_change_options
def follow(session: Session, day: date, *, yes: bool) -> int:
    """Take an override back."""
    return _change(session, follow_country(day), yes=yes)


def _change(session: Session, change: Change, *, yes: bool) -> int:
    """Tell what moves; write it if nothing does, or if that was agreed to beforehand."""
    tr = session.tr
    with session.register() as register:
        moved = preview_calendar(register, change, session.today)
        writes = yes or not moved
        if writes:
            moved = change_calendar(register, change, session.today)
    lines = [moved_summary(tr, moved), *(moved_sentence(tr, one) for one in moved)]
    session.show(
        {"written": writes, "moved": [_moved_document(one) for one in moved]}, lambda: lines
    )
    if not writes:
        session.say(tr("Nothing is written yet. Give --yes to change the calendar."))
    return DONE if writes else IN_PART


def _moved_document(one: MovedDeadline) -> dict[str, object]:
    return {
        "ref": one.ref, "days": one.days,
        "due_before": one.due_before.isoformat(), "due_after": one.due_after.isoformat(),
        "target_before": one.target_before.isoformat(),
        "target_after": one.target_after.isoformat(),
    }  # fmt: skip


def _year_document(place: CompanyCalendar, days: Sequence[CalendarDay]) -> dict[str, object]:
    return {
        "country": place.country, "subdivision": place.subdivision,
        "days": [
            {
                "day": one.day.isoformat(), "name": one.name,
                "override": str(one.override.kind) if one.override else None,
                "reason": one.override.reason if one.override else None,
            }
            for one in days
        ],
    }  # fmt: skip
