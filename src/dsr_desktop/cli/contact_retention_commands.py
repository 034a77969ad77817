"""Retention of contacts on the command line: list, rules, ends, holds, the run."""

import sys
from datetime import date
from pathlib import Path

import click

from dsr_desktop.cli.contact_retention_shapes import (
    contact_document,
    hold_document,
    overview_document,
    plan_document,
    rule_document,
    run_document,
)
from dsr_desktop.cli.contact_retention_words import (
    contact_lines,
    count_lines,
    run_lines,
    set_line,
)
from dsr_desktop.cli.retention_commands import retention
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.contact_retention import (
    COUNTED,
    ClockMode,
    ContactState,
    EndedBy,
    RetentionRule,
)
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.retention_run import RunPlan
from dsr_desktop.services.contact_clocks import count_clocks
from dsr_desktop.services.retaining import plan_run, run_retention
from dsr_desktop.services.retention_review import (
    ReviewFilter,
    read_retention,
    review_contacts,
)
from dsr_desktop.services.retention_settings import (
    Scope,
    release_hold,
    rule_for,
    set_end,
    set_hold,
    set_legal_period,
    set_rule,
)
from dsr_desktop.wording.contact_retention import (
    letter_text,
    rule_line,
)
from dsr_desktop.wording.retention_run import plan_lines

__all__ = ["retention"]

_ROWS = click.option("--row", "rows", multiple=True, type=int, metavar="ID",
                     help=mark("A contact by the id of its row; may be given several times."))  # fmt: skip
_IMPORT = click.option("--import", "source_id", type=int, metavar="ID",
                       help=mark("All contacts of an import."))  # fmt: skip
_ACTIVITY = click.option("--activity", metavar="CODE",
                         help=mark("All contacts of an activity."))  # fmt: skip
_ENDS = [str(one) for one in EndedBy if one not in COUNTED]
_WHEN_DUE = (ContactState.OVERDUE, ContactState.DUE_SOON)


@retention.command("list", help=mark("List contacts by the day on which they go, with all counts."))
@click.option("--state", "states", multiple=True, type=click.Choice([*map(str, ContactState)]),
              help=mark("Only contacts in this state; without it those that are due."))  # fmt: skip
@click.option("--stale", is_flag=True, help=mark("Only those from whom nothing came in 36 months."))
@_IMPORT
@_ACTIVITY
@click.option(
    "--after", metavar="DAY:ID", help=mark("Go on after this contact of the page before.")
)
@click.option("--limit", type=click.IntRange(1, 1000), default=50, help=mark("Most to show."))
@common_options
@click.pass_obj
def list_(session: Session, /, states: tuple[str, ...], source_id: int | None,
          activity: str | None, after: str | None, limit: int, *, stale: bool) -> int:  # fmt: skip
    """Count the clocks, then show a page."""
    chosen = tuple(map(ContactState, states)) or (tuple(ContactState) if stale else _WHEN_DUE)
    wanted, place = ReviewFilter(chosen, stale, activity, source_id), _place(after)
    with session.register() as register:
        count_clocks(register, session.today, progress=session.progress)
        overview = read_retention(register, session.today)
        found = review_contacts(register, wanted, session.today, after=place, most=limit)
    document = {**overview_document(overview), "contacts": [contact_document(one) for one in found]}
    session.show(
        document, lambda: [*contact_lines(session.tr, found), *count_lines(session.tr, overview)]
    )
    return DONE


@retention.command("rule", help=mark("Show the rule of an activity, or set it."))
@click.argument("activity", metavar="CODE")
@click.option("--mode", type=click.Choice([*map(str, ClockMode)]),
              help=mark("From when the months count."))  # fmt: skip
@click.option("--months", type=int, metavar="N", help=mark("How many months contacts are kept."))
@click.option("--silent-months", type=int, metavar="N",
              help=mark("So many months without activity end the processing; 0 for never."))  # fmt: skip
@click.option("--ended-on", type=Day(), help=mark("Day on which the whole activity ended."))
@common_options
@click.pass_obj
def rule(session: Session, /, activity: str, mode: str | None, months: int | None,
         silent_months: int | None, ended_on: date | None) -> int:  # fmt: skip
    """Set what is given, leave the rest, and show the rule."""
    with session.register() as register:
        known = rule_for(register, activity)
        wanted = RetentionRule(
            ClockMode(mode) if mode else known.mode,
            known.months if months is None else months,
            known.silent_months if silent_months is None else silent_months or None,
            ended_on or known.ended_on,
        )
        if wanted != known:
            known = set_rule(register, activity, wanted, session.today)
    session.show(rule_document(activity, known), lambda: [rule_line(session.tr, known)])
    return DONE


@retention.command(
    "set",
    help=mark("Say when the processing of contacts ended, or until when a law has them kept."),
)
@_ROWS
@_IMPORT
@_ACTIVITY
@click.option("--ended-on", type=Day(), help=mark("Day on which the processing ended."))
@click.option("--by", "ended_by", type=click.Choice(_ENDS), default="other",
              help=mark("What ended it."))  # fmt: skip
@click.option("--not-ended", is_flag=True, help=mark("Take back what was said of the end."))
@click.option("--legal-until", type=Day(), help=mark("A law has them kept until this day."))
@common_options
@click.pass_obj
def set_(session: Session, /, rows: tuple[int, ...], source_id: int | None, activity: str | None,
         ended_on: date | None, ended_by: str, legal_until: date | None, *, not_ended: bool) -> int:  # fmt: skip
    """Set an end or a statutory period for a scope."""
    scope = _scope(rows, source_id, activity)
    if (ended_on is not None) + not_ended + (legal_until is not None) != 1:
        raise InvalidInputError(mark("Say one thing: --ended-on, --not-ended or --legal-until."))
    with session.register() as register:
        if legal_until is not None:
            done = set_legal_period(register, scope, legal_until, session.today)
        else:
            done = set_end(register, scope, ended_on, EndedBy(ended_by), session.today)
    session.show({"contacts": done}, lambda: [set_line(session.tr, done)])
    return DONE


@retention.command(
    "hold", help=mark("Hold contacts: none of them is deleted before it is released.")
)
@_ROWS
@_IMPORT
@click.option("--reason", required=True, metavar="TEXT", help=mark("Why they are held."))
@click.option("--review-on", required=True, type=Day(), help=mark("When it is looked at again."))
@common_options
@click.pass_obj
def hold(session: Session, /, rows: tuple[int, ...], source_id: int | None, reason: str,
         review_on: date) -> int:  # fmt: skip
    """Set a hold."""
    scope = _scope(rows, source_id, None)
    with session.register() as register:
        made = set_hold(register, scope, reason, review_on, session.today)
    session.show(hold_document(made), lambda: [session.tr("Hold {id} is set.", id=str(made.id))])
    return DONE


@retention.command("release", help=mark("Release a hold: its contacts follow their clocks again."))
@click.argument("hold_id", metavar="ID", type=int)
@click.option("--reason", required=True, metavar="TEXT", help=mark("Why it is released."))
@common_options
@click.pass_obj
def release(session: Session, /, hold_id: int, reason: str) -> int:
    """Release a hold."""
    with session.register() as register:
        done = release_hold(register, hold_id, reason, session.today)
    session.show(
        hold_document(done), lambda: [session.tr("Hold {id} is released.", id=str(done.id))]
    )
    return DONE


@retention.command(
    "letter", help=mark("Show the letter that asks whether a person wants to stay in touch.")
)
@click.option("--months", type=click.IntRange(1, 12), default=1,
              help=mark("Months to answer."))  # fmt: skip
@common_options
@click.pass_obj
def letter(session: Session, /, months: int) -> int:
    """Show the text, which names nobody."""
    with session.register() as register:
        text = letter_text(session.tr, register.company.name, months)
    session.show({"text": text}, text.splitlines)
    return DONE


@retention.command(
    "run", help=mark("Delete the contacts whose day has come, and write the report.")
)
@_ROWS
@click.option("--until", type=Day(), help=mark("Last day that counts as due; today without it."))
@click.option("--out", "folder", type=PathGiven(), help=mark("Folder for the report."))
@click.option("--dry-run", is_flag=True, help=mark("Count what would go, and change nothing."))
@click.option("--yes", is_flag=True, help=mark("Delete without asking."))
@common_options
@click.pass_obj
def run(session: Session, /, rows: tuple[int, ...], until: date | None, folder: Path | None, *,
        dry_run: bool, yes: bool) -> int:  # fmt: skip
    """Count, ask once, delete."""
    chosen = rows or None
    day = until or session.today
    if folder is None and not dry_run:
        raise InvalidInputError(mark("Name a folder for the report: --out DIR. Or say --dry-run."))
    with session.register() as register:
        plan = plan_run(register, day, session.today, chosen)
        if dry_run or folder is None:
            session.show(plan_document(plan), lambda: plan_lines(session.tr, plan))
            return DONE
        _ask(session, plan, yes=yes)
        done = run_retention(
            register, day, folder, session.today, session.tr, rows=chosen, expected=plan.contacts,
            progress=session.progress,
        )  # fmt: skip
    session.show(run_document(done), lambda: run_lines(session.tr, done))
    return DONE


def _scope(rows: tuple[int, ...], source_id: int | None, activity: str | None) -> Scope:
    if bool(rows) + (source_id is not None) + (activity is not None) != 1:
        raise InvalidInputError(mark("Say of which contacts: --row, --import or --activity."))
    return Scope(rows, source_id, activity)


def _ask(session: Session, plan: RunPlan, *, yes: bool) -> None:
    if yes or not plan.contacts:
        return
    if not sys.stdin.isatty():
        raise InvalidInputError(mark("Say --yes to delete, or --dry-run to count only."))
    for line in plan_lines(session.tr, plan):
        session.say(line)
    click.confirm(session.tr("Delete these contacts?"), abort=True, err=True)


def _place(after: str | None) -> tuple[str, int]:
    if after is None:
        return ("", 0)
    day, _colon, row_id = after.partition(":")
    if not (row_id.isascii() and row_id.isdecimal()):
        raise InvalidInputError(
            mark("{value} is no place in the list. Take the key of the last contact."),
            value=after[:40],
        )
    return (day, int(row_id))
