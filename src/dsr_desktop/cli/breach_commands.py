"""Breach notes on the command line: the 72 hours, and what was decided."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.task_shapes import breach_document
from dsr_desktop.cli.values import Moment
from dsr_desktop.domain.breach import BreachStepKind
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services import breaches
from dsr_desktop.services.breaches import BreachFacts, BreachView
from dsr_desktop.wording.breaches import breach_lines

Function = TypeVar("Function", bound=Callable[..., object])

_OPTIONS = (
    click.option("--aware-at", type=Moment(), metavar="TIME",
                 help=mark("Since when you know that it reached somebody else, as 2026-11-16T14:30.")),
    click.option("--facts", default="", metavar="TEXT", help=mark("What reached whom.")),
    click.option("--effects", default="", metavar="TEXT", help=mark("What it may lead to.")),
    click.option("--measures", default="", metavar="TEXT", help=mark("What you did about it.")),
)  # fmt: skip


def breach_facts(command: Function) -> Function:
    """Add the options that say what went wrong."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def facts_given(
    aware_at: datetime | None, facts: str, effects: str, measures: str
) -> BreachFacts | None:
    """Return what was given about a breach, None for nothing.

    Raises InvalidInputError for facts without a time: the 72 hours would have no beginning.
    """
    if aware_at is not None:
        return BreachFacts(aware_at, facts, effects, measures)
    if any((facts, effects, measures)):
        raise InvalidInputError(
            mark("Since when are you aware of it? Give --aware-at: the 72 hours run from there.")
        )
    return None


def _show_list(session: Session) -> int:
    with session.register() as register:
        known = breaches.list_breaches(register, _now())
    tr = session.tr
    session.show(
        {"breaches": [breach_document(one) for one in known]},
        lambda: (
            [line for one in known for line in _lines(session, one)]
            or [tr("There is no breach note.")]
        ),
    )
    return DONE


breach = listing_group(
    "breach", _show_list,
    about=mark("Personal data breaches: 72 hours to notify, and what was decided."),
    listing=mark("List the breach notes with what is left of their 72 hours."),
)  # fmt: skip


@breach.command("open", help=mark("Open a breach note, of a request or of none."))
@click.option("--request", "ref", help=mark("Reference of the request it belongs to."))
@breach_facts
@common_options
@click.pass_obj
def open_(session: Session, /, ref: str | None, aware_at: datetime | None, **given: str) -> int:
    """Open a note."""
    now = _now()
    facts = facts_given(aware_at or now, **given)
    if facts is None:
        raise InvalidInputError(mark("Say what happened with --facts."))
    with session.register() as register:
        view = breaches.open_breach(register, facts, now, ref=ref)
    return show_breach(session, view)


@breach.command("decide", help=mark("Record that authority or person was told, or why not."))
@click.argument("breach_id", metavar="ID", type=int)
@click.option("--decision", type=click.Choice([str(one) for one in BreachStepKind]), required=True,
              help=mark("What was decided or done."))  # fmt: skip
@click.option("--at", type=Moment(), metavar="TIME", help=mark("When; now if left out."))
@click.option("--reason", default="", metavar="TEXT",
              help=mark("Why nobody was told, or why the authority was told late."))  # fmt: skip
@common_options
@click.pass_obj
def decide(session: Session, breach_id: int, decision: str, at: datetime | None,
           reason: str) -> int:  # fmt: skip
    """Record a decision."""
    now = _now()
    with session.register() as register:
        view = breaches.decide_breach(
            register, breach_id, BreachStepKind(decision), at or now, now, reason=reason
        )
    return show_breach(session, view)


@breach.command("add", help=mark("Add effects and measures that became known later."))
@click.argument("breach_id", metavar="ID", type=int)
@click.option("--effects", default="", metavar="TEXT", help=mark("What it may lead to."))
@click.option("--measures", default="", metavar="TEXT", help=mark("What you did about it."))
@common_options
@click.pass_obj
def add(session: Session, breach_id: int, effects: str, measures: str) -> int:
    """Add to a note; what was written stays."""
    with session.register() as register:
        view = breaches.add_to_breach(
            register, breach_id, _now(), effects=effects, measures=measures
        )
    return show_breach(session, view)


def show_breach(session: Session, view: BreachView) -> int:
    """Print one breach note."""
    session.show(breach_document(view), lambda: _lines(session, view))
    return DONE


def _lines(session: Session, view: BreachView) -> list[str]:
    first, *rest = breach_lines(session.tr, view.breach, view.clock)
    return [f"{view.breach.id}  {first}", *(f"   {line}" for line in rest)]


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
