"""Commands about newer versions of a file: what one changes, and letting it take the place."""

from collections.abc import Callable
from pathlib import Path

import click

from dsr_desktop.cli.difference_shapes import difference_document
from dsr_desktop.cli.reading_options import read_as_chosen
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.comparing import VersionDifference
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.replacing import compare, replace
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.replacing import changes_text, lies_at


def _of_versions(command: Callable[..., int]) -> Callable[..., int]:
    """Add what commands about versions take: a source, a file, and how it is read."""
    taken = (
        click.argument("source_id", type=int), click.argument("path", type=PathGiven()),
        read_as_chosen, common_options, click.pass_obj,
    )  # fmt: skip
    for add in reversed(taken):
        command = add(command)
    return command


@click.command("compare", help=mark("Show what a file would change as a newer version."))
@_of_versions
def compare_(session: Session, /, source_id: int, path: Path, options: ImportOptions) -> int:
    """Compare a file with a source; nothing is kept of it."""
    with session.register() as register:
        difference = compare(
            register, source_id, path, options, session.today, progress=session.progress
        )
    session.show(difference_document(difference), lambda: _lines(session.tr, difference))
    return DONE


@click.command("replace", help=mark("Let a file take the place of a source, as its newer version."))
@_of_versions
def replace_(session: Session, /, source_id: int, path: Path, options: ImportOptions) -> int:
    """Import a file and let it take the place of a source."""
    with session.register() as register:
        done = replace(register, source_id, path, options, session.today, progress=session.progress)
    tr = session.tr
    session.show(
        {**difference_document(done.difference), "replaced_by": done.newer_id, "still_at": list(done.still_at)},
        lambda: [
            *_lines(tr, done.difference),
            tr("{name} took the place of the earlier version, which is kept for 30 days.",
               name=path.name),
            *lies_at(tr, done.still_at),
        ],
    )  # fmt: skip
    return DONE


def _lines(tr: Tr, difference: VersionDifference) -> list[str]:
    return [tr.pair(sheet.name, changes_text(tr, sheet.counts)) for sheet in difference.sheets]
