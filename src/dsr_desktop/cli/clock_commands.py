"""The deadline of a date of receipt, and why; and the open deadlines as a calendar."""

from datetime import date
from pathlib import Path

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import due_document
from dsr_desktop.cli.values import Day, PathGiven, parse_day
from dsr_desktop.domain.clock import (
    Deadline,
    Extension,
    ExtensionReason,
    Pause,
    PauseReason,
)
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.workdays import WorkCalendar
from dsr_desktop.services.register_exports import export_deadlines
from dsr_desktop.wording.deadlines import explain_step
from dsr_desktop.wording.language import Tr


@click.command(help=mark("Compute when the answer to a request is due."))
@click.argument("received", type=Day(), required=False)
@click.option("--country", default="FR", help=mark("Where the company acts (FR, BE, DE…)."))
@click.option("--subdivision", help=mark("Region whose public holidays count as well (57, 6AE…)."))
@click.option("--paused", multiple=True, metavar="FROM..TO",
              help=mark("Days between a question to the person and the answer; TO may be left out."))  # fmt: skip
@click.option(
    "--extended-on", type=Day(), help=mark("Day on which the notice of extension was sent.")
)
@click.option("--explain", is_flag=True, help=mark("Show every step that leads to the date."))
@click.option("--ics", "calendar", type=PathGiven(dir_okay=False), metavar="FILE",
              help=mark("Write the open deadlines of the register as a calendar, without DATE."))  # fmt: skip
@common_options
@click.pass_obj
def due(session: Session, /, received: date | None, country: str, subdivision: str | None,
        paused: tuple[str, ...], extended_on: date | None, calendar: Path | None, *,
        explain: bool) -> int:  # fmt: skip
    """Compute the dates of a receipt, or write the open deadlines of the register."""
    if (received is None) == (calendar is None):
        raise click.UsageError(session.tr("Give either a date of receipt, or --ics FILE."))
    if received is None:
        assert calendar is not None  # noqa: S101 - one of both is given
        return _write_calendar(session, calendar)
    extension = Extension(frozenset({ExtensionReason.COMPLEXITY}), extended_on)
    deadline = compute_deadline(
        received,
        WorkCalendar(country.upper(), subdivision),
        pauses=[_pause(text) for text in paused],
        extension=extension if extended_on else None,
        today=session.today,
    )
    tr = session.tr
    lines = [_due_on(tr, deadline)]
    if explain:
        lines += [tr.pair(tr.date(step.day), explain_step(tr, step)) for step in deadline.steps]
    session.show(due_document(tr, deadline), lambda: lines)
    return DONE


def _write_calendar(session: Session, file: Path) -> int:
    with session.register() as register:
        entries = export_deadlines(register, file, session.today, session.tr)
    session.show({"ics": str(file), "entries": entries}, lambda: [str(file)])
    return DONE


def _due_on(tr: Tr, deadline: Deadline) -> str:
    day = tr.weekday_date(deadline.current_due)
    if deadline.provisional:
        return tr("Due on {day}, provisional while the question is open", day=day)
    return tr("Due on {day}", day=day)


def _pause(text: str) -> Pause:
    asked, dots, answered = text.partition("..")
    if not dots:
        raise InvalidInputError(
            mark("{value} is not a pause. Write it as 2026-11-04..2026-11-11."), value=text[:40]
        )
    until = parse_day(answered) if answered.strip() else None
    return Pause(PauseReason.IDENTITY, parse_day(asked), until)
