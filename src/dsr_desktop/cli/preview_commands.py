"""The command that shows what an import would bring, and writes nothing."""

from pathlib import Path

import click

from dsr_desktop.cli.column_shapes import preview_document
from dsr_desktop.cli.reading_options import chosen_reading, reading_options
from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.shapes import notice_text
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.preview import FilePreview, Preview
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.mapping import question_sentence


@click.command(help=mark("Show what an import would bring; nothing is written."))
@click.argument("paths", nargs=-1, required=True, type=PathGiven())
@reading_options
@common_options
@click.pass_obj
def preview(
    session: Session,
    /,
    paths: tuple[Path, ...],
    password_file: Path | None,
    mapping: Path | None,
    encoding: str | None,
) -> int:
    """Show counts and the files with a question; exit 3 if some cannot be read."""
    options = chosen_reading(password_file, mapping, encoding)
    with session.register(tidies=False) as register:
        seen = preview_paths(register, paths, options, progress=session.progress)
    session.show(preview_document(session.tr, seen), lambda: _lines(session.tr, seen))
    return IN_PART if seen.unreadable else DONE


def _lines(tr: Tr, seen: Preview) -> list[str]:
    shown = [file for file in seen.files if file.has_question or file.status.is_unread]
    return [*(tr.pair(file.path.name, _about(tr, file)) for file in shown), _counts(tr, seen)]


def _about(tr: Tr, file: FilePreview) -> str:
    """Say why a file cannot be read, or its rows and what to look at."""
    reason = notice_text(tr, file.reason)
    said = [reason] if reason else [tr.count("{n} row.", "{n} rows.", file.rows)]
    return " ".join((*said, *(question_sentence(tr, one) for one in file.questions)))


def _counts(tr: Tr, seen: Preview) -> str:
    return ", ".join((
        tr.count("{n} file ready", "{n} files ready", len(seen.ready)),
        tr.count("{n} to look at", "{n} to look at", len(seen.with_question)),
        tr.count("{n} cannot be read", "{n} cannot be read", len(seen.unreadable)),
        tr.count("{n} new row", "{n} new rows", seen.new),
        tr.count("{n} known row", "{n} known rows", seen.known),
    ))  # fmt: skip
