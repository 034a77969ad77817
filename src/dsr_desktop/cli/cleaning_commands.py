"""The command that makes cleaned copies of the source files of a request."""

import re
from pathlib import Path

import click

from dsr_desktop.cli.cleaning_shapes import cleaning_document, originals_document
from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.cleaning import Cleaning
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.cleaning import ChosenCells
from dsr_desktop.services.cleaning import clean as make_copies
from dsr_desktop.services.originals import put_back_originals, replace_originals
from dsr_desktop.wording.cleaning import (
    by_hand_sentence,
    cleaned_sentence,
    left_in_part,
    original_label,
)
from dsr_desktop.wording.language import Tr

_CHOSEN = re.compile(r"(\d{1,15}):([A-Za-z]{1,3}(?:,[A-Za-z]{1,3})*)")


@click.command(
    help=mark(
        "Write cleaned copies of the files with confirmed hits; then, as a step of its own, put them "
        "in the place of the files."
    )
)
@click.argument("ref")
@click.option("--out", type=PathGiven(), metavar="DIR", help=mark("Folder for the files."))
@click.option("--cells", multiple=True, metavar="HIT:COLUMNS",
              help=mark("Empty only these cells of a hit's row, for example 12:C,E. May repeat."))  # fmt: skip
@click.option("--replace", "replaces", is_flag=True,
              help=mark("Put the copies made last in the place of the files; the register keeps these until the request is closed."))  # fmt: skip
@click.option("--undo", is_flag=True, help=mark("Put the replaced files back."))
@common_options
@click.pass_obj
def clean(
    session: Session, ref: str, out: Path | None, cells: tuple[str, ...], *, replaces: bool, undo: bool
) -> int:  # fmt: skip
    """Do one of the three; exit 3 unless nothing is left to be done."""
    if sum((out is not None, replaces, undo)) != 1 or (cells and out is None):
        raise click.UsageError(session.tr("Give one of --out DIR, --replace and --undo."))
    if out is not None:
        return _copies(session, ref, out, [_chosen(one) for one in cells])
    with session.register() as register:
        done = put_back_originals(register, ref) if undo else replace_originals(register, ref)
    tr = session.tr
    session.show(
        originals_document(tr, done),
        lambda: [tr.pair(one.path, original_label(tr, one.status)) for one in done.files],
    )
    return DONE if done.done else IN_PART


def _copies(session: Session, ref: str, out: Path, chosen: list[ChosenCells]) -> int:
    with session.register() as register:
        done = make_copies(register, ref, out, chosen=chosen, progress=session.progress)
    session.show(cleaning_document(session.tr, done, out), lambda: _lines(session.tr, done))
    return DONE if done.done else IN_PART


def _lines(tr: Tr, done: Cleaning) -> list[str]:
    lines = []
    for file in done.files:
        lines.append(tr.pair(file.path, cleaned_sentence(tr, file)))
        lines += [
            "  " + tr("{sheet}, row {row}", sheet=one.sheet, row=one.row) for one in file.left
        ]
        lines += ["  " + left_in_part(tr, part) for part in file.parts]
        lines += ["  " + by_hand_sentence(tr, one) for one in file.by_hand]
    return lines


def _chosen(text: str) -> ChosenCells:
    found = _CHOSEN.fullmatch(text.strip())
    if found is None:
        raise InvalidInputError(
            mark(
                "{value} names no cells. Write the number of a hit and its columns, as in 12:C,E."
            ),
            value=text,
        )
    columns = (_column(letters) for letters in found[2].upper().split(","))
    return ChosenCells(int(found[1]), frozenset(columns))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
