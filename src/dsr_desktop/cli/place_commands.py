"""Commands about places on the disk: that a file is gone for good, and taking that back."""

from collections.abc import Iterator
from pathlib import Path

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import Document, gone_document
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.gone_places import PlaceStatement, say_gone, take_back_gone
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.rescanning import gone_sentence, read_again_sentence


@click.command("gone", help=mark("Say that the file at a place is gone for good, and why."))
@click.argument("path", type=PathGiven())
@click.option("--reason", required=True, help=mark("How you know that it is gone."))
@common_options
@click.pass_obj
def gone(session: Session, path: Path, reason: str) -> int:
    """Record it; a re-scan reports the place as gone from now on."""
    with session.register() as register:
        said = say_gone(register, path, reason, session.today)
    tr = session.tr
    session.show(
        _document(said),
        lambda: [
            *(tr.pair(one.path, gone_sentence(tr, one)) for one in said.places),
            *_requests(tr, said),
        ],
    )
    return DONE


@click.command("not-gone", help=mark("Take back that the file at a place is gone for good."))
@click.argument("path", type=PathGiven())
@common_options
@click.pass_obj
def not_gone(session: Session, path: Path) -> int:
    """Take it back; a re-scan reports a file that is not there as missing again."""
    with session.register() as register:
        taken_back = take_back_gone(register, path)
    tr = session.tr
    session.show(
        _document(taken_back),
        lambda: [
            *(
                tr("{path} is no longer taken for gone.", path=one.path)
                for one in taken_back.places
            ),
            *_requests(tr, taken_back),
        ],
    )
    return DONE


def _requests(tr: Tr, said: PlaceStatement) -> Iterator[str]:
    if said.requests:
        yield read_again_sentence(tr, said.requests)


def _document(said: PlaceStatement) -> Document:
    """Shape of `sources gone` and `sources not-gone`."""
    return {
        "places": [{"path": one.path, **gone_document(one)} for one in said.places],
        "read_again": list(said.requests),
    }
