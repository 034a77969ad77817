"""Registers handed over and brought in, and the yearly report, on the command line."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from dsr_desktop.cli.record_shapes import preview_document, worded
from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.plain_export import export_plain
from dsr_desktop.services.register_exports import (
    BROUGHT_IN,
    RegisterFiles,
    RegisterFormat,
    RegisterKind,
    export_register,
    write_yearly_report,
)
from dsr_desktop.services.register_imports import (
    RegisterChoices,
    RegisterPreview,
    import_register,
    preview_register,
)
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.plain_export import plain_export_done, plain_export_warning

_KIND = click.argument("kind", type=click.Choice([str(one) for one in BROUGHT_IN]))
_HANDED_OVER = click.argument("kind", type=click.Choice([str(one) for one in RegisterKind]))
_FILE = click.argument("file", type=PathGiven(dir_okay=False))
_OUT = click.option("--out", required=True, type=PathGiven(), metavar="DIR",
                    help=mark("Folder for the files."))  # fmt: skip
_SHEET = click.option("--sheet", default="", metavar="NAME", help=mark("Sheet to bring in."))
_COLUMN = click.option("--column", "columns", multiple=True, metavar="TITLE=COLUMN",
                       help=mark("What a column means; TITLE= leaves it out."))  # fmt: skip


@click.group(help=mark("Hand over the registers, or bring in those kept elsewhere."))
@common_options
def registers() -> None:
    """Group of the commands below."""


@registers.command("export", help=mark("Write a register as PDF, XLSX and CSV."))
@_HANDED_OVER
@_OUT
@click.option("--format", "formats", multiple=True,
              type=click.Choice([str(one) for one in RegisterFormat]),
              help=mark("Only this kind of file; may be given several times."))  # fmt: skip
@common_options
@click.pass_obj
def export(session: Session, kind: str, out: Path, formats: tuple[str, ...]) -> int:
    """Write the three files, or those asked for."""
    wanted = tuple(map(RegisterFormat, formats)) or tuple(RegisterFormat)
    with session.register() as register:
        files = export_register(
            register, RegisterKind(kind), out, session.today, session.tr, formats=wanted
        )
    return _written(session, files)


@click.command(help=mark("Write the figures of the requests received in a year."))
@click.argument("year", type=int)
@_OUT
@common_options
@click.pass_obj
def report(session: Session, year: int, out: Path) -> int:
    """Write PDF and CSV."""
    with session.register() as register:
        files = write_yearly_report(register, year, out, session.today, session.tr)
    return _written(session, files)


@registers.command("export-plain", help=mark("Write the whole register without encryption."))
@_FILE
@click.option("--yes", is_flag=True, help=mark("Write it without asking."))
@common_options
@click.pass_obj
def plain(session: Session, /, file: Path, *, yes: bool) -> int:
    """Say what the file is, ask, write it."""
    tr = session.tr
    if not yes and not sys.stdin.isatty():
        raise InvalidInputError(
            mark("Nobody was asked. Whoever has the file reads it: if that is meant, give --yes.")
        )
    session.say(plain_export_warning(tr))
    if not yes and not click.confirm(tr("Write the whole register without encryption?"), err=True):
        raise click.Abort
    with session.register() as register:
        made = export_plain(register, file, progress=session.progress)
    session.show(
        {"path": str(made.path), "tables": made.tables, "size": made.size, "sha256": made.sha256},
        lambda: [plain_export_done(tr, made.tables), str(made.path)],
    )
    return DONE


@registers.command("preview", help=mark("Show what a register would become; nothing is written."))
@_KIND
@_FILE
@_SHEET
@_COLUMN
@common_options
@click.pass_obj
def preview(session: Session, kind: str, file: Path, sheet: str, columns: tuple[str, ...]) -> int:
    """Show columns, entries and problems; exit 3 if there is a problem."""
    with session.register() as register:
        seen = preview_register(
            register, RegisterKind(kind), file, session.today, _choices(sheet, columns)
        )
    _shown(session, seen)
    return IN_PART if seen.problems else DONE


@registers.command("import", help=mark("Bring in a register: all of it, or nothing."))
@_KIND
@_FILE
@_SHEET
@_COLUMN
@common_options
@click.pass_obj
def import_(session: Session, kind: str, file: Path, sheet: str, columns: tuple[str, ...]) -> int:
    """Store the register."""
    with session.register() as register:
        seen = import_register(
            register, RegisterKind(kind), file, session.today, _choices(sheet, columns)
        )
    _shown(session, seen)
    return DONE


def _written(session: Session, files: RegisterFiles) -> int:
    session.show(
        {
            **{
                name: str(path) if path else None
                for name, path in (("pdf", files.pdf), ("xlsx", files.xlsx), ("csv", files.csv))
            },
            "rows": len(files.table.sections[0].rows),
        },
        lambda: [str(path) for path in files.paths],
    )
    for warning in files.table.warnings:
        session.say(warning)
    return DONE


def _shown(session: Session, seen: RegisterPreview) -> None:
    session.show(preview_document(session.tr, seen), lambda: list(_lines(session.tr, seen)))


def _lines(tr: Tr, seen: RegisterPreview) -> Iterator[str]:
    yield tr("Sheet {sheet}, titles in row {row}", sheet=seen.sheet, row=seen.header_row)
    for title, column in seen.columns:
        yield "  " + tr.pair(title or tr("no title"), column or tr("left out"))
    yield tr.count("{n} entry", "{n} entries", len(seen.entries))
    if seen.other_sheets:
        yield tr("Not brought in: sheets {names}", names=", ".join(seen.other_sheets))
    yield from worded(tr, (*seen.warnings, *seen.problems))


def _choices(sheet: str, columns: tuple[str, ...]) -> RegisterChoices:
    chosen = {}
    for text in columns:
        title, equals, meaning = text.rpartition("=")
        if not equals:
            raise InvalidInputError(
                mark("{value} is no choice of a column. Write it as TITLE=COLUMN."), value=text[:40]
            )
        chosen[title.strip()] = meaning.strip()
    return RegisterChoices(sheet, chosen)
