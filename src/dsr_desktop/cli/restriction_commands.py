"""Restriction of processing on the command line: list, propose, set, lift."""

from datetime import date

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.restriction import Ground, RowState, Scope
from dsr_desktop.services.restricted_rows import rows_set_apart
from dsr_desktop.services.restricting import (
    RestrictionView,
    lift_restriction,
    list_restrictions,
    restrict,
    restrictions_of,
)
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.restriction import proposal_line, restriction_line, state_label


def _show(session: Session) -> int:
    with session.register() as register:
        known, apart = list_restrictions(register), rows_set_apart(register)
    counts = {state.value: apart.count(state) for state in RowState}
    session.show(
        {"restrictions": [_document(one) for one in known], "rows_set_apart": counts},
        lambda: [
            *(_line(session.tr, one) for one in known),
            *(
                session.tr.pair(state_label(session.tr, state), str(counts[state.value]))
                for state in RowState
            ),
        ],
    )
    return DONE


restriction = listing_group(
    "restriction", _show,
    about=mark("Restriction of processing: what is out of every list, count and export."),
    listing=mark("List the restrictions, and how many rows are out of use."),
)  # fmt: skip


@restriction.command("of", help=mark("What is restricted for a request, and what is proposed."))
@click.argument("ref")
@common_options
@click.pass_obj
def of(session: Session, ref: str) -> int:
    """Show the restrictions of a request."""
    with session.register() as register:
        found = restrictions_of(register, ref)
    session.show(
        {"restrictions": [_document(one) for one in found.set],
         "proposed": [{"ground": one.ground, "right": one.right} for one in found.proposed]},
        lambda: [
            *(_line(session.tr, one) for one in found.set),
            *(proposal_line(session.tr, one) for one in found.proposed),
        ],
    )  # fmt: skip
    return DONE


@restriction.command("set", help=mark("Restrict what a request is about, at once."))
@click.argument("ref")
@click.option("--ground", required=True, type=click.Choice([one.value for one in Ground]),
              help=mark("Ground of art. 18(1)."))  # fmt: skip
@click.option("--activity", default="", metavar="CODE", help=mark("Only for this activity."))
@click.option("--file", "source_id", type=int, default=0, metavar="ID",
              help=mark("Only this imported file, in all its versions."))  # fmt: skip
@click.option("--since", type=Day(), help=mark("Day on which it began; else today."))
@click.option("--review-on", type=Day(), help=mark("Day on which to look at it again."))
@click.option("--note", default="", metavar="TEXT", help=mark("Words of your own."))
@common_options
@click.pass_obj
def set_(session: Session, /, ref: str, ground: str, activity: str, source_id: int,
         since: date | None, review_on: date | None, note: str) -> int:  # fmt: skip
    """Restrict; rows that come in later are restricted as well."""
    with session.register() as register:
        made = restrict(
            register, ref, Ground(ground), session.today, scope=Scope(activity, source_id),
            since=since, review_on=review_on, note=note,
        )  # fmt: skip
    session.show(_document(made), lambda: [_line(session.tr, made)])
    return DONE


@restriction.command("lift", help=mark("Lift a restriction, once the person was told."))
@click.argument("restriction_id", type=int, metavar="ID")
@click.option("--told-on", type=Day(), help=mark("Day on which the person was told, art. 18(3)."))
@common_options
@click.pass_obj
def lift(session: Session, restriction_id: int, told_on: date | None) -> int:
    """Lift it."""
    with session.register() as register:
        changed = lift_restriction(register, restriction_id, told_on, session.today)
    shown = RestrictionView(changed, 0)
    session.show(_document(shown), lambda: [_line(session.tr, shown)])
    return DONE


def _line(tr: Tr, view: RestrictionView) -> str:
    one = view.restriction
    return tr.pair(f"{one.id}  {one.ref}", restriction_line(tr, one, view.rows))


def _document(view: RestrictionView) -> dict[str, object]:
    one = view.restriction
    return {
        "id": one.id, "ref": one.ref, "ground": one.ground, "activity": one.activity or None,
        "source_id": one.source_id or None, "since": one.since.isoformat(), "set_by": one.set_by,
        "review_on": _iso(one.review_on), "note": one.note, "told_on": _iso(one.told_on),
        "lifted_on": _iso(one.lifted_on), "lifted_by": one.lifted_by, "rows": view.rows,
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
