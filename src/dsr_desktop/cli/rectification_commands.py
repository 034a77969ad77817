"""Rectification on the command line: a value put right, its copies followed."""

from datetime import date

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.rectifying import Copy, copies_of, record_corrected, rectify
from dsr_desktop.wording.rectification import copy_label


@click.group("rectify", help=mark("Put a wrong value right, and follow its copies."))
@common_options
def rectification() -> None:
    """Group of the commands of a rectification."""


@rectification.command("value", help=mark("Put a value right in every confirmed row that has it."))
@click.argument("ref")
@click.option("--before", required=True, metavar="TEXT", help=mark("The wrong value, whole."))
@click.option("--after", required=True, metavar="TEXT", help=mark("The right value."))
@common_options
@click.pass_obj
def value(session: Session, ref: str, before: str, after: str) -> int:
    """Correct the register; what the file said is kept."""
    with session.register() as register:
        _show(session, rectify(register, ref, before, after, session.today))
    return DONE


@rectification.command("done", help=mark("Record that the file has the right value."))
@click.argument("ref")
@click.argument("cell_id", type=int, metavar="ID")
@click.option("--on", "day", type=Day(), help=mark("Day on which it was done; else today."))
@click.option("--by", default="", metavar="TEXT", help=mark("Who did it; else you."))
@click.option("--evidence", default="", metavar="TEXT", help=mark("What shows that it was done."))
@common_options
@click.pass_obj
def done(
    session: Session, /, ref: str, cell_id: int, day: date | None, by: str, evidence: str
) -> int:
    """Record it."""
    on = day or session.today
    with session.register() as register:
        copies = record_corrected(register, ref, cell_id, on, by, evidence, session.today)
        _show(session, copies)
    return DONE


@rectification.command("list", help=mark("List the copies of what was put right."))
@click.argument("ref")
@common_options
@click.pass_obj
def list_(session: Session, ref: str) -> int:
    """List them, with those that came back in a newer version."""
    with session.register() as register:
        _show(session, copies_of(register, ref))
    return DONE


def _show(session: Session, copies: tuple[Copy, ...]) -> None:
    session.show(
        {"copies": [_document(one) for one in copies]},
        lambda: [_line(session, one) for one in copies],
    )


def _line(session: Session, copy: Copy) -> str:
    cell = copy.cell
    where = f"{cell.sheet} {column_letters(cell.column)}{cell.row}"
    change = f"{cell.before} → {cell.after}"
    return f"{cell.id}  {where} · {change} · {copy_label(session.tr, copy.state)}"


def _document(copy: Copy) -> dict[str, object]:
    one = copy.cell
    return {
        "id": one.id, "source_id": one.source_id, "sheet": one.sheet, "row": one.row,
        "column": one.column, "before": one.before, "after": one.after, "state": copy.state,
        "decided_on": one.decided_on.isoformat(), "decided_by": one.decided_by,
        "done_on": one.done_on.isoformat() if one.done_on else None, "done_by": one.done_by,
        "evidence": one.evidence,
    }  # fmt: skip
