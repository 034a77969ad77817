"""Erasing a person from the register, and the ledger of erasures, on the command line."""

import sys

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import parse_day
from dsr_desktop.domain.erasure import ErasurePlan, KeptDataset
from dsr_desktop.domain.erasure_ledger import LedgerEntry
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.erasing import Erased, plan_erasure
from dsr_desktop.services.erasing import erase as erase_person
from dsr_desktop.services.register import Register
from dsr_desktop.services.repeating_erasures import (
    OpenErasure,
    list_erasures,
    open_erasures,
    repeat_erasures,
)
from dsr_desktop.wording.erasure import entry_line, erased_lines, plan_lines, unreached_line


@click.command(
    help=mark("Erase the person of a request from the register: their files stay yours.")
)
@click.argument("ref")
@click.option("--keep", multiple=True, metavar="ID:REASON:DATE",
              help=mark("Keep a file's rows, archived: its id, the reason (A17_3_b…), until when."))  # fmt: skip
@click.option("--dry-run", is_flag=True, help=mark("Count what would go, and change nothing."))
@click.option("--yes", is_flag=True, help=mark("Erase without asking."))
@common_options
@click.pass_obj
def erase(session: Session, /, ref: str, keep: tuple[str, ...], *, dry_run: bool, yes: bool) -> int:
    """Count, ask once, erase."""
    kept = [_kept(text) for text in keep]
    with session.register() as register:
        plan = plan_erasure(register, ref, session.today, kept)
        if dry_run:
            session.show(plan_document(plan), lambda: plan_lines(session.tr, plan))
            return DONE
        _ask(session, plan, yes=yes)
        done = erase_person(register, ref, session.today, kept, progress=session.progress)
    session.show(_erased_document(done), lambda: _erased_lines(session, done))
    return DONE


def _show_ledger(session: Session) -> int:
    with session.register() as register:
        known, waiting = list_erasures(register), open_erasures(register)
    session.show(
        {"erasures": [_entry_document(one) for one in known],
         "open": [_open_document(one) for one in waiting]},
        lambda: [_entry_line(session, one) for one in known]
        or [session.tr("Nothing was erased so far.")],
    )  # fmt: skip
    return DONE


erasures = listing_group(
    "erasures", _show_ledger,
    about=mark("The ledger of erasures, and those to repeat after a backup was restored."),
    listing=mark("List the erasures: file, sheet, row, never a value."),
)  # fmt: skip


@erasures.command("repeat", help=mark("Do erasures again that were done after the backup."))
@click.argument("ids", metavar="ID…", nargs=-1)
@click.option("--all", "all_", is_flag=True, help=mark("All that are open."))
@common_options
@click.pass_obj
def repeat(session: Session, /, ids: tuple[str, ...], *, all_: bool) -> int:
    """Repeat what the DPO confirmed by naming it."""
    if bool(ids) == all_:
        raise InvalidInputError(mark("Name the erasures to repeat, or say --all: one of them."))
    with session.register() as register:
        document, lines = repeat_in(session, register, None if all_ else ids)
    session.show(document, lambda: lines)
    return DONE


def repeat_in(
    session: Session, register: Register, ids: tuple[str, ...] | None
) -> tuple[dict[str, object], list[str]]:
    """Repeat erasures, all open ones for None; returns the document and the lines that tell of it."""
    wanted = ids if ids is not None else tuple(one.entry.uid for one in open_erasures(register))
    done = repeat_erasures(register, wanted, session.today, progress=session.progress)
    document: dict[str, object] = {
        "repeated": [one.uid for one in done.entries], "rows": done.rows, "keys": done.keys,
        "wiped": done.wiped,
    }  # fmt: skip
    return document, erased_lines(session.tr, done.rows, wiped=done.wiped)


def plan_document(plan: ErasurePlan) -> dict[str, object]:
    """Shape of the counts of an erasure."""
    return {
        "ref": plan.ref, "to_erase": plan.whole, "in_part": plan.in_part,
        "to_keep": [
            {"source_id": one.source_id, "reason_code": one.reason_code,
             "until": one.until.isoformat(), "rows": one.rows}
            for one in plan.kept
        ],
        "not_theirs": plan.others, "keys": plan.keys, "lists_keys": plan.lists_keys,
        "rows": [
            {"source_id": one.source_id, "sha256": one.sha256, "sheet": one.sheet,
             "row": one.row, "columns": list(one.columns)}
            for one in plan.rows
        ],
    }  # fmt: skip


def open_documents(waiting: tuple[OpenErasure, ...]) -> list[dict[str, object]]:
    """Shape of the erasures that wait to be repeated."""
    return [_open_document(one) for one in waiting]


def _erased_document(done: Erased) -> dict[str, object]:
    return {
        **plan_document(done.plan), "erasure": done.uid, "listed": done.listed,
        "wiped": done.wiped, "ledger_not_written_to": [str(one) for one in done.unreached],
    }  # fmt: skip


def _erased_lines(session: Session, done: Erased) -> list[str]:
    lines = erased_lines(session.tr, len(done.plan.rows), wiped=done.wiped)
    return lines + [unreached_line(session.tr, str(one)) for one in done.unreached]


def _ask(session: Session, plan: ErasurePlan, *, yes: bool) -> None:
    """Show the counts and ask once; without a terminal nobody can be asked."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise InvalidInputError(mark("Nobody was asked. Look at --dry-run, then give --yes."))
    for line in plan_lines(session.tr, plan):
        session.say(line)
    question = session.tr("Erase this for good?")
    if not click.confirm(question, err=True):
        raise click.Abort


def _kept(text: str) -> KeptDataset:
    number, colon, rest = text.partition(":")
    code, second, day = rest.partition(":")
    if not (colon and second and number.isdecimal()):
        raise InvalidInputError(
            mark("{value} names no file to keep. Write it as 12:A17_3_b:2035-12-31."),
            value=text[:40],
        )
    return KeptDataset(int(number), code, parse_day(day))


def _entry_document(entry: LedgerEntry) -> dict[str, object]:
    return {
        "id": entry.uid, "ref": entry.ref, "planned_at": entry.planned_at,
        "planned_by": entry.planned_by, "done_at": entry.done_at, "keys": len(entry.keys),
        "rows": [
            {"sha256": one.sha256, "sheet": one.sheet, "row": one.row,
             "columns": list(one.columns)}
            for one in entry.rows
        ],
    }  # fmt: skip


def _open_document(one: OpenErasure) -> dict[str, object]:
    return {
        "id": one.entry.uid, "ref": one.entry.ref, "planned_at": one.entry.planned_at,
        "rows_here": one.rows, "keys_missing": one.keys,
    }  # fmt: skip


def _entry_line(session: Session, entry: LedgerEntry) -> str:
    line = entry_line(session.tr, entry)
    if entry.done_at is None:
        line = session.tr("{line} (to be repeated)", line=line)
    return f"{entry.uid}  {line}"
