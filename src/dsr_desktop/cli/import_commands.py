"""Commands that bring lists in and show what was brought in."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from dsr_desktop.cli.difference_shapes import newer_version_text
from dsr_desktop.cli.origin_commands import origin_
from dsr_desktop.cli.passwords import password_sentence, read_passwords
from dsr_desktop.cli.place_commands import gone, not_gone
from dsr_desktop.cli.reading_options import reading_options
from dsr_desktop.cli.replacement_commands import compare_, replace_
from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.shapes import import_document, notice_text, outcome_text, source_document
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.source import Source, SourceStatus
from dsr_desktop.services.importing import FileResult, ImportOptions, ImportReport, import_paths
from dsr_desktop.services.mapping import read_mapping_file
from dsr_desktop.services.source_views import SourceView, view_sources
from dsr_desktop.services.sourcing import remove, set_activity, version_to_come_back
from dsr_desktop.services.undoing import Undone
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.mapping import column_remarks, hidden_remarks
from dsr_desktop.wording.rescanning import gone_sentence
from dsr_desktop.wording.sources import left_out_sentence, not_searched_sentence, stays_sentence
from dsr_desktop.wording.suppression import suppressed_sentences


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
@click.option("--replace", "replaces", is_flag=True,
              help=mark("Let a newer version of a known file take its place."))  # fmt: skip
@reading_options
@common_options
@click.pass_obj
def import_(
    session: Session,
    /,
    paths: tuple[Path, ...],
    password_file: Path | None,
    mapping: Path | None,
    **options: object,
) -> int:
    """Import and say what became of each file; exit 3 if some could not be read."""
    passwords = read_passwords(password_file)
    mappings = read_mapping_file(mapping) if mapping else ()
    with session.register() as register:
        chosen = ImportOptions(**options, passwords=passwords, mappings=mappings)  # type: ignore[arg-type]
        report = import_paths(register, paths, chosen, session.today, progress=session.progress)
    session.show(import_document(session.tr, report), lambda: _lines(session, report))
    if not report.files:
        session.say(session.tr("There is nothing to import in {names}. Check the path.",
                               names=", ".join(map(str, paths))))  # fmt: skip
    if report.unused_mappings:
        session.say(session.tr.count(
            "{n} mapping fits no sheet that was read.", "{n} mappings fit no sheet that was read.",
            len(report.unused_mappings)))  # fmt: skip
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


def _lines(session: Session, report: ImportReport) -> list[str]:
    tr = session.tr
    lines = [tr.pair(file.path.name, _outcome(session, file)) for file in report.files]
    if report.not_searched:
        lines.append(not_searched_sentence(tr, report.not_searched))
    if report.skipped:
        lines.append(left_out_sentence(tr, report.skipped))
    return [*lines, tr.count("{n} row imported", "{n} rows imported", report.rows)]


def _outcome(session: Session, file: FileResult) -> str:
    tr = session.tr
    if file.status is SourceStatus.PASSWORD:
        return password_sentence(tr)
    said = _what_became(tr, outcome_text(tr, file), file.rows)
    if file.replaces is not None:
        said = f"{_ended(said)} {newer_version_text(tr, file.replaces)}"
    told = _with_remarks(tr, said, file.warnings, in_part=file.is_partly)
    remarks = [
        *suppressed_sentences(tr, file.held, file.marketing_blocked, file.cleared),
        *column_remarks(tr, file.sheets),
    ]
    return " ".join((_ended(told), *remarks)) if remarks else told


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


def _line(tr: Tr, view: SourceView) -> str:
    remarks = [*column_remarks(tr, view.sheets), *hidden_remarks(tr, view.sheets)]
    state = _state(tr, view.source)
    said = " ".join((_ended(state), *remarks)) if remarks else state
    return f"{view.source.id}  " + tr.pair(view.source.name, said)


def _state(tr: Tr, source: Source) -> str:
    said = _what_became(tr, notice_text(tr, source.reason), source.row_count)
    in_part = source.status is SourceStatus.PARTLY
    if not source.is_current:
        earlier = tr("Earlier version, replaced by import {id}.", id=source.superseded_by)
        said = f"{_ended(said)} {earlier}"
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
        known = view_sources(register)
    tr = session.tr
    session.show(
        {"sources": [source_document(tr, view) for view in known]},
        lambda: [line for view in known for line in _source_lines(tr, view)],
    )
    return DONE


def _source_lines(tr: Tr, view: SourceView) -> list[str]:
    """Name a source and its state, then each other place that holds the same content."""
    copies = (tr("also at {path}", path=copy.path) for copy in view.source.copies)
    gone = (tr.pair(one.path, gone_sentence(tr, one)) for one in view.gone)
    return [_line(tr, view), *(f"   {line}" for line in (*copies, *gone))]


@sources.command("remove", help=mark("Undo one import: its rows leave the register."))
@click.argument("source_id", type=int)
@common_options
@click.pass_obj
def remove_source(session: Session, source_id: int) -> int:
    """Remove a source that no open request cites."""
    with session.register() as register:
        earlier = version_to_come_back(register, source_id)
        undone = remove(register, source_id)
    session.show(
        {
            "removed": source_id,
            "rows": undone.rows_gone,
            "copies": [copy.path for copy in undone.source.copies],
            "stays_at": undone.stays.path if undone.stays else None,
            "restored": earlier and earlier.id,
        },
        lambda: list(_removal_lines(session.tr, undone, earlier)),
    )
    return DONE


def _removal_lines(tr: Tr, undone: Undone, earlier: Source | None) -> Iterator[str]:
    """Say what went, or where the same content stays, and what came back."""
    yield tr("{name} was removed.", name=undone.source.name)
    if undone.stays is not None:
        yield stays_sentence(tr, undone.stays)
    if earlier is not None:
        yield tr("The earlier version, import {id}, is back in its place.", id=earlier.id)


@sources.command("activity", help=mark("Say under which activity the contacts of a file are kept."))
@click.argument("source_id", type=int)
@click.argument("activity")
@common_options
@click.pass_obj
def activity(session: Session, source_id: int, activity: str) -> int:
    """Set the processing activity of a source."""
    with session.register() as register:
        changed = set_activity(register, source_id, activity)
        view = next(one for one in view_sources(register) if one.source.id == source_id)
    session.show(
        source_document(session.tr, view),
        lambda: [session.tr("{name} belongs to {code}.", name=changed.name, code=changed.activity)],
    )
    return DONE


sources.add_command(origin_)
sources.add_command(gone)
sources.add_command(not_gone)
sources.add_command(compare_)
sources.add_command(replace_)
