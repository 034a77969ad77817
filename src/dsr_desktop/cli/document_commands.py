"""Commands that make documents, and the one that checks that erased means erased."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dsr_desktop.cli.passwords import PASSWORD_FILE, password_sentence, read_passwords
from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.shapes import exclusion_document, place_document, rescan_document
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.portability import UnsettledBasisError
from dsr_desktop.domain.source import Source
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.packaging import Bundle, build_portability
from dsr_desktop.services.rescanning import Rescan, SourceRescan
from dsr_desktop.services.rescanning import rescan as read_again
from dsr_desktop.wording.checklist import outdated_search
from dsr_desktop.wording.language import Tr, speak
from dsr_desktop.wording.other_names import rows_name_another, rows_to_check, where_row
from dsr_desktop.wording.rescanning import gone_sentence, rescan_label

_OUT = click.option("--out", required=True, type=PathGiven(), metavar="DIR",
                    help=mark("Folder for the files."))  # fmt: skip


@click.command("write", help=mark("Write the erasure checklist as PDF and XLSX."))
@click.argument("ref")
@_OUT
@common_options
@click.pass_obj
def write(session: Session, ref: str, out: Path) -> int:
    """Write the checklist of the confirmed hits."""
    with session.register() as register:
        files = write_checklist(register, ref, out, session.today, session.tr)
    session.show(
        {
            "ref": files.checklist.ref,
            "pdf": str(files.pdf),
            "xlsx": str(files.xlsx),
            "rows": files.checklist.rows_to_erase,
            "cells": len(files.checklist.lines),
            "unreadable": [source.file for source in files.checklist.unread],
            "gone": [one.file for one in files.checklist.gone],
            "skipped_columns": [source.file for source in files.checklist.skipped],
        },
        lambda: [str(files.pdf), str(files.xlsx)],
    )
    if not files.checklist.search_is_current:
        session.say(outdated_search(session.tr))
    return DONE


@click.command(help=mark("Read the source files again and say what is still there."))
@click.argument("ref")
@PASSWORD_FILE
@common_options
@click.pass_obj
def rescan(session: Session, ref: str, password_file: Path | None) -> int:
    """Read again; exit 3 unless all is clean."""
    passwords = read_passwords(password_file)
    with session.register() as register:
        result = read_again(register, ref, passwords=passwords, progress=session.progress)
    session.show(rescan_document(result), lambda: _rescan_lines(session, result))
    return DONE if result.clean else IN_PART


def _rescan_lines(session: Session, result: Rescan) -> list[str]:
    lines = []
    for source in result.sources:
        lines.append(session.tr.pair(source.path, _standing(session.tr, source)))
        lines += [
            "  " + session.tr("{sheet}, row {row}", sheet=one.sheet, row=one.row)
            for one in source.left
        ]
    return lines


def _standing(tr: Tr, source: SourceRescan) -> str:
    if source.gone:
        return gone_sentence(tr, source.gone)
    label = rescan_label(tr, source.status)
    return f"{label}. {password_sentence(tr)}" if source.is_locked else label


@click.command(help=mark("Build the package for the person, encrypted."))
@click.argument("ref")
@click.option("--right", type=click.Choice(["portability"]), required=True,
              help=mark("What the package answers."))  # fmt: skip
@_OUT
@click.option("--format", "form", type=click.Choice(["json", "csv", "both"]), default="both",
              help=mark("Formats inside the package."))  # fmt: skip
@click.option("--passphrase-out", type=PathGiven(), metavar="FILE",
              help=mark("File for the generated passphrase; else it is the last line printed."))  # fmt: skip
@common_options
@click.pass_obj
def package(session: Session, ref: str, right: str, out: Path, form: str,
            passphrase_out: Path | None) -> int:  # fmt: skip
    """Build the package; its passphrase is shown once."""
    formats = ("json", "csv") if form == "both" else (form,)
    with session.register() as register, _remedies_named():
        language = view_request(register, ref, session.today).request.language
        bundle = build_portability(
            register, ref, out, session.today, speak(language), formats=formats,
            passphrase_out=passphrase_out,
        )  # fmt: skip
    document: dict[str, object] = {
        "ref": ref, "right": right, "path": str(bundle.path), "records": bundle.records,
        "excluded": [exclusion_document(one) for one in bundle.excluded], "sha256": bundle.sha256,
        "naming_others": [place_document(place) for place in bundle.naming_others],
    }  # fmt: skip
    lines = [str(bundle.path)]
    if passphrase_out is None:
        document["passphrase"] = bundle.passphrase
        lines.append(bundle.passphrase)
    session.show(document, lambda: lines)
    _warn_of_other_names(session, bundle)
    if not bundle.search_is_current:
        session.say(outdated_search(session.tr))
    return DONE


@contextmanager
def _remedies_named() -> Iterator[None]:
    """Say of a legal basis that is not settled which commands settle it."""
    try:
        yield
    except UnsettledBasisError as error:
        raise NotAllowedError(
            mark(
                "The legal basis of {files} is not settled: no activity is named, or the DPO has "
                "not confirmed it. Say which it is, for example with {commands}."
            ),
            files=error.details["files"],
            commands=", ".join(dict.fromkeys(_remedy(error, one) for one in error.sources)),
        ) from error


def _remedy(error: UnsettledBasisError, source: Source) -> str:
    """Write the command that settles the basis: confirm the activity, or name one."""
    if source.activity in error.unconfirmed:
        return f"`activities confirm {source.activity}`"
    return f"`sources activity {source.id} PA3`"


def _warn_of_other_names(session: Session, bundle: Bundle) -> None:
    if named := bundle.naming_others:
        session.say(rows_name_another(session.tr, len(named)))
        session.say(rows_to_check(session.tr, map(where_row, named)))
