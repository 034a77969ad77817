"""Prints results and messages: one line each, and a sentence when nobody can read them."""

import os
import sys
from contextlib import suppress
from typing import TextIO

import click

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.domain.marking import mark


def print_result(text: str) -> None:
    """Print one line on standard output; OutputFileError if it is closed or its disk is full."""
    if sys.stdout is None:  # closed by whoever started the program
        raise OutputFileError(_NOT_PRINTED)
    try:
        click.echo(text)
    except BrokenPipeError as error:
        give_up(sys.stdout)
        raise OutputFileError(_CUT_SHORT) from error
    except OSError as error:
        give_up(sys.stdout)
        raise OutputFileError(_NOT_PRINTED) from error


_CUT_SHORT = mark("The result was cut short: what reads it closed early. What was done stands.")
_NOT_PRINTED = mark("The result could not be printed: no room, or no output. What was done stands.")


_LINE_ENDS = "\u2028\u2029"
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def print_message(text: str) -> None:
    """Print one line on standard error, as far as anybody reads it."""
    try:
        click.echo(text, err=True)
    except OSError:
        give_up(sys.stderr)


def on_one_line(text: str) -> str:
    """Replace control characters: names of files may hold line ends and terminal commands.

    Marks that turn the direction of all that follows are left out: a line is read as it is written.
    """
    return "".join(
        " " if (one < " " and one != "\t") or "\x7f" <= one < "\xa0" or one in _LINE_ENDS else one
        for one in text
        if one not in _TURNS
    )


def give_up(stream: TextIO) -> None:
    """Send what is still in the buffer nowhere: the interpreter writes it out at its end.

    Where it cannot, it replaces the exit code by one of its own.
    """
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
