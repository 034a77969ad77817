"""Backups of the register and their restoring, on the command line."""

from datetime import datetime
from pathlib import Path

import click

from dsr_desktop.cli.erase_commands import open_documents, repeat_in
from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.session import DONE, FAILED, IN_PART, Session, common_options
from dsr_desktop.cli.shapes import notice_text
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.backup import Backup, BackupPlan
from dsr_desktop.domain.errors import DsrError, InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.backing_up import (
    PlaceResult,
    back_up,
    back_up_to_places,
    look_into_backup,
)
from dsr_desktop.services.backup_places import backup_plan, backup_state, set_backup_plan
from dsr_desktop.services.register import open_register
from dsr_desktop.services.repeating_erasures import open_erasures
from dsr_desktop.services.restoring import Restored
from dsr_desktop.services.restoring import restore as restore_backup
from dsr_desktop.wording.erasure import backup_line, days_line, entry_line, plan_of_backups
from dsr_desktop.wording.errors import word_error

Document = dict[str, object]


@click.command(help=mark("Write an encrypted backup of the register, and check it."))
@click.argument("file", required=False, type=PathGiven(dir_okay=False))
@common_options
@click.pass_obj
def backup(session: Session, file: Path | None) -> int:
    """Back up to a new file, or to the places that were chosen."""
    now = datetime.now().astimezone()
    with session.register() as register:
        if file is not None:
            made = back_up(register, file, now, progress=session.progress)
            session.show(_document(made), lambda: [backup_line(session.tr, made)])
            return DONE
        results = back_up_to_places(register, now, progress=session.progress)
    if not results:
        raise InvalidInputError(
            mark("No place for backups is chosen. Name a file, or choose places first.")
        )
    session.show({"backups": [_result_document(session, one) for one in results]},
                 lambda: [_result_line(session, one) for one in results])  # fmt: skip
    return DONE if all(one.backup for one in results) else IN_PART


def _show_backups(session: Session) -> int:
    tr = session.tr
    with session.register() as register:
        state = backup_state(register, session.today)
    lines = [*plan_of_backups(tr, state.plan), *(backup_line(tr, one) for one in state.made)]
    session.show(
        {**_plan_document(state.plan), "backups": [_document(one) for one in state.made],
         "days_without_outside": state.days_without, "overdue": state.is_overdue,
         "trouble": notice_text(tr, state.trouble)},
        lambda: [*lines, days_line(tr, state.days_without)],
    )  # fmt: skip
    return DONE


backups = listing_group(
    "backups", _show_backups,
    about=mark("Where backups go, and which were made."),
    listing=mark("List the backups that were made."),
)  # fmt: skip


@backups.command("plan", help=mark("Choose where daily backups go, and how many stay."))
@click.option("--place", "places", multiple=True, type=PathGiven(), metavar="FOLDER",
              help=mark("Folder for daily backups; may be given several times."))  # fmt: skip
@click.option("--no-place", is_flag=True, help=mark("No daily backups any more."))
@click.option("--keep", type=int, help=mark("How many daily backups stay in each place."))
@click.option("--warn-after", type=int, metavar="DAYS",
              help=mark("Warn after so many days without a backup outside this computer."))  # fmt: skip
@common_options
@click.pass_obj
def plan(session: Session, /, places: tuple[Path, ...], keep: int | None, warn_after: int | None,
         *, no_place: bool) -> int:  # fmt: skip
    """Change what was given, and show the plan."""
    with session.register() as register:
        known = backup_plan(register)
        changed = BackupPlan(
            () if no_place else places or known.places,
            known.keep if keep is None else keep,
            known.warn_after_days if warn_after is None else warn_after,
        )
        chosen = set_backup_plan(register, changed) if changed != known else known
    session.show(_plan_document(chosen), lambda: plan_of_backups(session.tr, chosen))
    return DONE


@backups.command("check", help=mark("Open a backup with its passphrase and check all of it."))
@click.argument("file", type=PathGiven(dir_okay=False))
@common_options
@click.pass_obj
def check(session: Session, file: Path) -> int:
    """Say whether a backup is sound."""
    result = look_into_backup(file, session.passphrase())
    problems = [str(notice_text(session.tr, one)) for one in result.problems]
    sound = session.tr("The backup is sound.")
    session.show(
        {"sound": result.sound, "problems": problems, "events": result.events,
         "fingerprint": result.fingerprint},
        lambda: problems or [sound],
    )  # fmt: skip
    return DONE if result.sound else FAILED


@click.command(help=mark("Restore a backup into a new register; nothing is overwritten."))
@click.argument("file", type=PathGiven(dir_okay=False))
@click.option("--to", required=True, type=PathGiven(dir_okay=False), metavar="NEW",
              help=mark("The new register file."))  # fmt: skip
@click.option("--ledger", "ledgers", multiple=True, type=PathGiven(dir_okay=False), metavar="FILE",
              help=mark("A ledger of erasures that lies elsewhere; may be given several times."))  # fmt: skip
@click.option("--apply-erasures", is_flag=True,
              help=mark("Do again what was erased after the backup."))  # fmt: skip
@common_options
@click.pass_obj
def restore(session: Session, /, file: Path, to: Path, ledgers: tuple[Path, ...],
            *, apply_erasures: bool) -> int:  # fmt: skip
    """Restore, tell what was erased since, and repeat it if the DPO said so."""
    passphrase = session.passphrase()
    restored = restore_backup(file, to, passphrase, ledgers=ledgers, progress=session.progress)
    document, lines = _restored_document(restored), _restored_lines(session, restored)
    register = open_register(to, passphrase)
    try:
        if apply_erasures:
            repeated, more = repeat_in(session, register, None)
            document["repeated"], lines = repeated, [*lines, *more]
        document["open"] = open_documents(open_erasures(register))
    finally:
        register.close()
    session.show(document, lambda: lines)
    return IN_PART if restored.refused or document["open"] else DONE


def _document(made: Backup) -> Document:
    return {
        "path": str(made.path), "made_at": made.made_at, "made_by": made.made_by,
        "daily": made.is_daily, "outside": made.is_outside, "fingerprint": made.fingerprint,
        "size": made.size, "rows": made.rows,
    }  # fmt: skip


def _plan_document(chosen: BackupPlan) -> Document:
    return {
        "places": [str(one) for one in chosen.places], "keep": chosen.keep,
        "warn_after_days": chosen.warn_after_days,
    }  # fmt: skip


def _result_document(session: Session, result: PlaceResult) -> Document:
    made = result.backup and _document(result.backup)
    return {"place": str(result.place), "backup": made, "reason": _reason(session, result.error)}


def _result_line(session: Session, result: PlaceResult) -> str:
    if result.backup is not None:
        return backup_line(session.tr, result.backup)
    return session.tr.pair(str(result.place), _reason(session, result.error) or "")


def _reason(session: Session, error: DsrError | None) -> str | None:
    return word_error(session.tr, error) if error is not None else None


def _restored_document(restored: Restored) -> Document:
    return {
        "path": str(restored.path), "made_at": restored.made_at,
        "fingerprint": restored.fingerprint, "events": restored.events,
        "erased_since": [one.uid for one in restored.erased_since],
        "ledgers_refused": [str(one) for one in restored.refused],
    }  # fmt: skip


def _restored_lines(session: Session, restored: Restored) -> list[str]:
    tr = session.tr
    lines = [tr("Restored and checked: {path}", path=str(restored.path))]
    if restored.erased_since:
        lines.append(tr("Erased after this backup was made, and to be erased again:"))
        lines += [f"{one.uid}  {entry_line(tr, one)}" for one in restored.erased_since]
    lines += [
        tr("{path} is no ledger of this register, or was changed: not used", path=str(one))
        for one in restored.refused
    ]
    return lines
