"""The command that shows what an import would bring, and writes nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from dsr_desktop.cli.column_shapes import preview_document
from dsr_desktop.cli.passwords import password_sentence
from dsr_desktop.cli.reading_options import read_as_chosen
from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.shapes import notice_text
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.columns import Confidence
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.preview import ColumnPreview, FilePreview, Preview, Question
from dsr_desktop.domain.source import SourceStatus, sheet_apart
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.mapping import question_sentence
from dsr_desktop.wording.reading import remarks_on
from dsr_desktop.wording.replacing import earlier_version_sentence
from dsr_desktop.wording.skipped_columns import columns_named
from dsr_desktop.wording.sources import left_out_sentence


@click.command(help=mark("Show what an import would bring; nothing is written."))
@click.argument("paths", nargs=-1, required=True, type=PathGiven())
@read_as_chosen
@common_options
@click.pass_obj
def preview(session: Session, /, paths: tuple[Path, ...], options: ImportOptions) -> int:
    """Show counts and the files with a question; exit 3 if some cannot be read."""
    with session.register(tidies=False) as register:
        seen = preview_paths(register, paths, options, progress=session.progress)
    session.show(preview_document(session.tr, seen), lambda: _lines(session.tr, seen))
    return IN_PART if seen.unreadable else DONE


def _lines(tr: Tr, seen: Preview) -> list[str]:
    shown = [file for file in seen.files if file.has_question or file.status.is_unread]
    lines = [tr.pair(file.path.name, _about(tr, file)) for file in shown]
    if seen.skipped:
        lines.append(left_out_sentence(tr, seen.skipped))
    return [*lines, _counts(tr, seen)]


def _about(tr: Tr, file: FilePreview) -> str:
    """Say why a file cannot be read, or its rows and what to look at."""
    if file.status is SourceStatus.PASSWORD:
        return password_sentence(tr)
    reason = notice_text(tr, file.reason)
    said = reason or f"{', '.join(_row_counts(tr, file))}."
    remarks = dict.fromkeys(filter(None, (notice_text(tr, one) for one in remarks_on(file))))
    return " ".join((said, *remarks, *(_question(tr, file, one) for one in file.questions)))


def _question(tr: Tr, file: FilePreview, question: Question) -> str:
    if question is Question.REPLACEMENT and file.earlier is not None:
        return earlier_version_sentence(tr, file.earlier)
    asked = question_sentence(tr, question)
    return " ".join((asked, *_columns_meant(tr, file, question)))


def _columns_meant(tr: Tr, file: FilePreview, question: Question) -> Iterator[str]:
    """Name the columns that a question is about, sheet by sheet."""
    is_meant = _MEANT.get(question, _is_none)
    for sheet in file.sheets:
        if meant := [column for column in sheet.columns if is_meant(column)]:
            named, apart = columns_named(tr, meant), sheet_apart(file.path.name, sheet.name)
            if apart:
                yield tr("Look at {columns} of sheet {sheet}.", columns=named, sheet=apart)
            else:
                yield tr("Look at {columns}.", columns=named)


def _is_none(_column: ColumnPreview) -> bool:
    return False


_MEANT: dict[Question, Callable[[ColumnPreview], bool]] = {
    Question.UNDECLARED_COLUMN: lambda column: column.awaits_choice,
    Question.MAPPING_UNSURE: lambda column: column.confidence is Confidence.GUESS,
}


def _counts(tr: Tr, seen: Preview) -> str:
    return ", ".join((
        tr.count("{n} file ready", "{n} files ready", len(seen.ready)),
        tr.count("{n} to look at", "{n} to look at", len(seen.with_question)),
        tr.count("{n} cannot be read", "{n} cannot be read", len(seen.unreadable)),
        *_row_counts(tr, seen),
    ))  # fmt: skip


def _row_counts(tr: Tr, seen: Preview | FilePreview) -> Iterator[str]:
    """Count the rows that are new, known, and held back by the suppression list if any are."""
    yield tr.count("{n} new row", "{n} new rows", seen.new)
    yield tr.count("{n} known row", "{n} known rows", seen.known)
    if seen.held:
        yield tr.count("{n} row held back", "{n} rows held back", seen.held)
