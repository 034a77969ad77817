"""Commands that bring lists in and show what was brought in."""

from collections.abc import Sequence
from pathlib import Path

import click

from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.shapes import import_document, notice_text, outcome_text, source_document
from dsr_desktop.cli.values import Day, PathGiven, read_text
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.source import Source, SourceStatus
from dsr_desktop.services.importing import FileResult, ImportOptions, ImportReport, import_paths
from dsr_desktop.services.sourcing import list_sources, remove, set_activity
from dsr_desktop.wording.language import Tr

_MOST_PASSWORD_BYTES = 100_000


@click.command("import", help=mark("Import files and folders: every sheet, every row."))
@click.argument("paths", nargs=-1, required=True, type=PathGiven())
@click.option("--kind", type=click.Choice(["list", "copy"]), default="list",
              help=mark("A list of the register, or a working copy purged after 30 days."))  # fmt: skip
@click.option("--activity", help=mark("Processing activity of the contacts (PA1, PA3…)."))
@click.option("--channel", help=mark("How the contacts were collected."))
@click.option("--supplied-by", help=mark("Who supplied the files."))
@click.option("--collected-on", type=Day(), help=mark("Day of collection, as 2026-11-02."))
@click.option("--policy-version", help=mark("Privacy policy in force at the collection."))
@click.option("--retention", help=mark("Retention rule of the contacts."))
@click.option("--password-file", type=PathGiven(),
              help=mark("Passwords to try on protected files, one a line."))  # fmt: skip
@common_options
@click.pass_obj
def import_(
    session: Session, /, paths: tuple[Path, ...], password_file: Path | None, **options: object
) -> int:
    """Import and say what became of each file; exit 3 if some could not be read."""
    passwords = _passwords(password_file)
    with session.register() as register:
        chosen = ImportOptions(**options, passwords=passwords)  # type: ignore[arg-type]
        report = import_paths(register, paths, chosen, session.today, progress=session.progress)
    session.show(import_document(session.tr, report), lambda: _lines(session, report))
    if not report.files:
        session.say(session.tr("There is nothing to import in {names}. Check the path.",
                               names=", ".join(map(str, paths))))  # fmt: skip
    if session.as_json:
        _name_unread(session, report)
    return IN_PART if report.not_read or report.read_in_part else DONE


def _name_unread(session: Session, report: ImportReport) -> None:
    """Name on standard error what is not in the register, or only in part."""
    tr = session.tr
    for file in report.not_read:
        session.say(tr("{name} was not read: {reason}", name=file.path.name,
                       reason=notice_text(tr, file.reason)))  # fmt: skip
    for file in report.read_in_part:
        session.say(tr("{name} was read in part: {reason}", name=file.path.name,
                       reason=_sentences(tr, file.warnings)))  # fmt: skip


def _passwords(path: Path | None) -> tuple[str, ...]:
    if path is None:
        return ()
    try:
        text = read_text(path, _MOST_PASSWORD_BYTES)
    except (OSError, ValueError) as error:
        raise InvalidInputError(
            mark("{name} cannot be read as UTF-8 text. Check the path."), name=path.name
        ) from error
    return tuple(filter(None, text.replace("\r\n", "\n").split("\n")))


def _lines(session: Session, report: ImportReport) -> list[str]:
    tr = session.tr
    lines = [tr.pair(file.path.name, _outcome(session, file)) for file in report.files]
    return [*lines, tr.count("{n} row imported", "{n} rows imported", report.rows)]


def _outcome(session: Session, file: FileResult) -> str:
    said = _what_became(session.tr, outcome_text(session.tr, file), file.rows)
    return _with_remarks(session.tr, said, file.warnings, in_part=file.is_partly)


def _what_became(tr: Tr, reason: str | None, rows: int) -> str:
    """Say why a file was not stored, or how many rows it has."""
    return reason or tr.count("{n} row", "{n} rows", rows)


def _with_remarks(tr: Tr, said: str, warnings: Sequence[Notice], *, in_part: bool) -> str:
    """Add what of a file was not read, or how sure the reading is."""
    if not warnings:
        return said
    remarks = _sentences(tr, warnings)
    if in_part:
        return tr("{said} Read in part: {reason}", said=_ended(said), reason=remarks)
    return f"{_ended(said)} {remarks}"


def _state(tr: Tr, source: Source) -> str:
    said = _what_became(tr, notice_text(tr, source.reason), source.row_count)
    in_part = source.status is SourceStatus.PARTLY
    return _with_remarks(tr, said, source.warnings, in_part=in_part)


def _sentences(tr: Tr, notices: Sequence[Notice]) -> str:
    return " ".join(notice_text(tr, notice) or "" for notice in notices)


def _ended(said: str) -> str:
    return said if said.endswith(".") else f"{said}."


@click.group(invoke_without_command=True, help=mark("List what was imported, with its problems."))
@common_options
@click.pass_context
def sources(context: click.Context) -> int:
    """List the sources when no subcommand is given."""
    if context.invoked_subcommand is not None:
        return DONE
    session: Session = context.obj
    with session.register() as register:
        known = list_sources(register)
    tr = session.tr
    session.show(
        {"sources": [source_document(tr, source) for source in known]},
        lambda: [line for source in known for line in _source_lines(tr, source)],
    )
    return DONE


def _source_lines(tr: Tr, source: Source) -> list[str]:
    """Name a source and its state, then each other place that holds the same content."""
    first = f"{source.id}  " + tr.pair(source.name, _state(tr, source))
    return [first, *("   " + tr("also at {path}", path=copy.path) for copy in source.copies)]


@sources.command("remove", help=mark("Undo one import: its rows leave the register."))
@click.argument("source_id", type=int)
@common_options
@click.pass_obj
def remove_source(session: Session, source_id: int) -> int:
    """Remove a source that no open request cites."""
    with session.register() as register:
        removed = remove(register, source_id)
    session.show(
        {"removed": source_id, "rows": removed.row_count},
        lambda: [session.tr("{name} was removed.", name=removed.name)],
    )
    return DONE


@sources.command("activity", help=mark("Say under which activity the contacts of a file are kept."))
@click.argument("source_id", type=int)
@click.argument("activity")
@common_options
@click.pass_obj
def activity(session: Session, source_id: int, activity: str) -> int:
    """Set the processing activity of a source."""
    with session.register() as register:
        changed = set_activity(register, source_id, activity)
    session.show(
        source_document(session.tr, changed),
        lambda: [session.tr("{name} belongs to {code}.", name=changed.name, code=changed.activity)],
    )
    return DONE
