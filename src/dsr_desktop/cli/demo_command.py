"""The demonstration on the command line."""

from collections.abc import Callable
from pathlib import Path

import click

from dsr_desktop.cli.session import DONE, FAILED, Session, common_options
from dsr_desktop.cli.shapes import import_document, notice_text, rescan_document
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.services.demonstrating import (
    PASSPHRASE,
    Demonstration,
    demonstrate,
    remember_made,
)

TakePictures = Callable[[Path, str, Path, str], list[Path]]
"""Draws the pages of the register (path, passphrase) into a folder, in a language ("fr").

Returns the pictures.
"""


def demo_command(take_pictures: TakePictures) -> click.Command:
    """Return the command; the pictures come from whoever knows the window."""

    @click.command(help=mark("Run the main job from end to end on generated lists, into DIR."))
    @click.argument("folder", metavar="DIR", type=PathGiven())
    @common_options
    @click.pass_obj
    def demo(session: Session, folder: Path) -> int:
        """Run the demonstration; exit 1 if the register does not verify."""
        folder = folder.absolute()
        done = demonstrate(folder, session.today, session.tr, progress=session.progress)
        drawn = folder / "pictures"
        pictures = take_pictures(done.register, PASSPHRASE, drawn, session.tr.language)
        remember_made(folder, [drawn, *pictures])
        session.show(_document(session, done, pictures), lambda: _lines(session, done, pictures))
        return DONE if done.sound else FAILED

    return demo


def _document(session: Session, done: Demonstration, pictures: list[Path]) -> dict[str, object]:
    return {
        "folder": str(done.folder),
        "register": str(done.register),
        "passphrase": PASSPHRASE,
        "import": import_document(session.tr, done.imported),
        "requests": list(done.requests),
        "documents": [str(path) for path in done.documents],
        "rescan_before": rescan_document(done.before),
        "rescan_after": rescan_document(done.after),
        "sound": done.sound,
        "pictures": [str(path) for path in pictures],
    }


def _lines(session: Session, done: Demonstration, pictures: list[Path]) -> list[str]:
    tr = session.tr
    still = sum(source.status == RescanStatus.STILL_THERE for source in done.after.sources)
    return [
        tr("Lists: {folder}", folder=done.lists),
        tr("Register: {path}, passphrase: {passphrase}", path=done.register, passphrase=PASSPHRASE),
        tr.count("{n} row imported", "{n} rows imported", done.imported.rows),
        *(
            tr(
                "{name} was not read: {reason}",
                name=file.path.name,
                reason=notice_text(tr, file.reason),
            )
            for file in done.imported.not_read
        ),
        tr("Requests: {refs}", refs=", ".join(done.requests)),
        *(str(path) for path in done.documents),
        tr.count(
            "Read again: {n} list still holds the person",
            "Read again: {n} lists still hold the person",
            still,
        ),
        tr.count("{n} picture", "{n} pictures", len(pictures)),
    ]
