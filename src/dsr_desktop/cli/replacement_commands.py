"""Commands about newer versions of a file: what one changes, and letting it take the place."""

from pathlib import Path

import click

from dsr_desktop.cli.difference_shapes import difference_document
from dsr_desktop.cli.reading_options import chosen_reading, reading_options
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.versions import CellChangeKind
from dsr_desktop.services.comparing import VersionDifference
from dsr_desktop.services.replacing import compare, replace
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.replacing import difference_text


@click.command("compare", help=mark("Show what a file would change as a newer version."))
@click.argument("source_id", type=int)
@click.argument("path", type=PathGiven())
@reading_options
@common_options
@click.pass_obj
def compare_(
    session: Session,
    /,
    source_id: int,
    path: Path,
    password_file: Path | None,
    mapping: Path | None,
    encoding: str | None,
) -> int:
    """Compare a file with a source; nothing is kept of it."""
    options = chosen_reading(password_file, mapping, encoding)
    with session.register() as register:
        difference = compare(
            register, source_id, path, options, session.today, progress=session.progress
        )
    session.show(difference_document(difference), lambda: _lines(session.tr, difference))
    return DONE


@click.command("replace", help=mark("Let a file take the place of a source, as its newer version."))
@click.argument("source_id", type=int)
@click.argument("path", type=PathGiven())
@reading_options
@common_options
@click.pass_obj
def replace_(
    session: Session,
    /,
    source_id: int,
    path: Path,
    password_file: Path | None,
    mapping: Path | None,
    encoding: str | None,
) -> int:
    """Import a file and let it take the place of a source."""
    options = chosen_reading(password_file, mapping, encoding)
    with session.register() as register:
        done = replace(register, source_id, path, options, session.today, progress=session.progress)
    tr = session.tr
    session.show(
        {**difference_document(done.difference), "replaced_by": done.newer_id, "still_at": list(done.still_at)},
        lambda: [
            *_lines(tr, done.difference),
            tr("{name} took the place of the earlier version, which is kept for 30 days.",
               name=path.name),
            *(tr("The earlier version still lies at {path}. Import it to have it searched.", path=one)
              for one in done.still_at),
        ],
    )  # fmt: skip
    return DONE


def _lines(tr: Tr, difference: VersionDifference) -> list[str]:
    return [
        tr.pair(sheet.name, _with_cells(tr, difference_text(
            tr, len(sheet.added), len(sheet.removed), sheet.changed_rows
        ), sheet.cells[CellChangeKind.BLANKED]))
        for sheet in difference.sheets
    ]  # fmt: skip


def _with_cells(tr: Tr, said: str, blanked: int) -> str:
    if not blanked:
        return said
    emptied = tr.count("{n} cell is empty now", "{n} cells are empty now", blanked)
    return f"{said}, {emptied}"
