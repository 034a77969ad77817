"""Passwords for protected files, from a file of their own: never on the command line itself."""

from pathlib import Path

import click

from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.given_files import read_text
from dsr_desktop.wording.language import Tr

PASSWORD_FILE = click.option(
    "--password-file", type=PathGiven(), metavar="FILE",
    help=mark("Passwords to try on protected files, one a line."),
)  # fmt: skip
_MOST_BYTES = 100_000


def password_sentence(tr: Tr) -> str:
    """Say of a file that nobody gave its password, and how to."""
    return tr("It has a password: give it in a --password-file.")


def read_passwords(path: Path | None) -> tuple[str, ...]:
    """Return the passwords in a file, none without one; InvalidInputError if it is no text."""
    if path is None:
        return ()
    try:
        text = read_text(path, _MOST_BYTES)
    except (OSError, ValueError) as error:
        raise InvalidInputError(
            mark("{name} cannot be read as UTF-8 text. Check the path."), name=path.name
        ) from error
    return tuple(filter(None, text.replace("\r\n", "\n").split("\n")))
