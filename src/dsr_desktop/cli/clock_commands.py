"""The deadline of a date of receipt, and why; needs no register."""

from datetime import date

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import due_document
from dsr_desktop.cli.values import Day, parse_day
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
from dsr_desktop.wording.deadlines import explain_step
from dsr_desktop.wording.language import Tr


@click.command(help=mark("Compute when the answer to a request is due."))
@click.argument("received", type=Day())
@click.option("--country", default="FR", help=mark("Where the company acts (FR, BE, DE…)."))
@click.option("--subdivision", help=mark("Region whose public holidays count as well (57, 6AE…)."))
@click.option("--paused", multiple=True, metavar="FROM..TO",
              help=mark("Days between a question to the person and the answer; TO may be left out."))  # fmt: skip
@click.option(
    "--extended-on", type=Day(), help=mark("Day on which the notice of extension was sent.")
)
@click.option("--explain", is_flag=True, help=mark("Show every step that leads to the date."))
@common_options
@click.pass_obj
def due(session: Session, received: date, country: str, subdivision: str | None,
        paused: tuple[str, ...], extended_on: date | None, *, explain: bool) -> int:  # fmt: skip
    """Compute the dates; any date of receipt is taken."""
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
