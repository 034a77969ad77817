"""Commands that make documents, and the one that checks that erased means erased."""

from pathlib import Path

import click

from dsr_desktop.cli.passwords import PASSWORD_FILE, password_sentence, read_passwords
from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.shapes import rescan_document
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.rescanning import Rescan, SourceRescan
from dsr_desktop.services.rescanning import rescan as read_again
from dsr_desktop.wording.checklist import outdated_search
from dsr_desktop.wording.language import Tr
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
