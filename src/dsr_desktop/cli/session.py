"""What every command needs: language, register, passphrase, output, today's date."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import click

from dsr_desktop.cli.printing import on_one_line, print_message, print_result
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.document import CutOffDocument
from dsr_desktop.domain.errors import InvalidInputError, NoRegisterError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Source
from dsr_desktop.services.given_files import read_text
from dsr_desktop.services.places import default_register
from dsr_desktop.services.purging import purge_at_opening
from dsr_desktop.services.register import Register, open_register
from dsr_desktop.services.settling import settle_at_opening
from dsr_desktop.wording.documents import cut_off_sentences
from dsr_desktop.wording.language import LANGUAGES, Tr, speak
from dsr_desktop.wording.sources import purged_sentence, traces_sentence

PASSPHRASE_VARIABLE = "DSR_PASSPHRASE"  # noqa: S105 - a name, not a secret
DONE, FAILED, IN_PART = 0, 1, 3
_LONGEST_PASSPHRASE = 10_000

Function = TypeVar("Function", bound=Callable[..., object])


@dataclass(frozen=True)
class Session:
    """One run of the program on the command line."""

    register_path: Path
    passphrase_file: Path | None
    tr: Tr
    as_json: bool
    today: date

    @contextmanager
    def register(self, *, tidies: bool = True) -> Iterator[Register]:
        """Open the register for the time of the block.

        What a crash left of documents, and working copies that are due, go first.
        """
        register = self._open()
        try:
            with register.damage_told():
                if tidies:
                    self._say_cut_off(settle_at_opening(register))
                    self._say_purged(purge_at_opening(register, self.today))
                yield register
        finally:
            register.close()
            if register.traces_left:
                self.say(traces_sentence(self.tr))

    def _open(self) -> Register:
        try:
            return open_register(self.register_path, self.passphrase())
        except NoRegisterError as error:
            raise NoRegisterError(
                mark("There is no register at {path}. Make one with `init`, or give its place."),
                **error.details,
            ) from error

    def _say_cut_off(self, cut_off: Sequence[CutOffDocument]) -> None:
        for sentence in cut_off_sentences(self.tr, cut_off):
            self.say(sentence)

    def _say_purged(self, purged: Sequence[Source]) -> None:
        if purged:
            self.say(purged_sentence(self.tr, purged))

    def passphrase(self, *, twice: bool = False) -> str:
        """Take the passphrase from file or environment, else ask for it on a terminal."""
        if self.passphrase_file is not None:
            return _read_passphrase(self.passphrase_file)
        from_environment = os.environ.pop(PASSPHRASE_VARIABLE, None)
        if from_environment is not None:
            return from_environment
        if not sys.stdin.isatty():
            raise InvalidInputError(
                mark("There is no passphrase. Give --passphrase-file FILE or set {variable}."),
                variable=PASSPHRASE_VARIABLE,
            )
        prompt = self.tr("Passphrase")
        again = self.tr("The same passphrase again") if twice else False
        return str(click.prompt(prompt, hide_input=True, confirmation_prompt=again, err=True))

    def show(self, document: object, lines: Callable[[], list[str]]) -> None:
        """Print the JSON document, or the lines for a person."""
        if self.as_json:
            print_result(json.dumps(document, ensure_ascii=False))
        else:
            for line in lines():
                print_result(on_one_line(line))

    def say(self, sentence: str) -> None:
        """Print a message beside the result, on standard error."""
        print_message(on_one_line(sentence))

    def progress(self, done: int, total: int, what: str) -> None:
        """Show progress on standard error, on a terminal only."""
        if sys.stderr.isatty():
            end = "\r" if done < total else "\n"
            click.echo(f"\x1b[2K{done}/{total} {what}{end}", nl=False, err=True)


def default_session(language: str, today: date | None = None) -> Session:
    """Return a session before any option is read; of the clock's day if none is given."""
    today = today or datetime.now().astimezone().date()
    return Session(default_register(), None, speak(language), as_json=False, today=today)


def common_options(command: Function) -> Function:
    """Add the options that every command takes; they override those given before the command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _override(field: str) -> Callable[[click.Context, click.Parameter, object], None]:
    def apply(context: click.Context, _parameter: click.Parameter, value: object) -> None:
        if value is not None and value is not False:
            context.obj = replace(context.obj, **{field: value})

    return apply


_OPTIONS = (
    click.option(
        "--register", type=PathGiven(dir_okay=False), expose_value=False,
        callback=_override("register_path"), help=mark("The register file."), metavar="FILE",
    ),
    click.option(
        "--passphrase-file", type=PathGiven(), expose_value=False,
        callback=_override("passphrase_file"), metavar="FILE",
        help=mark("File that holds the passphrase; else the variable DSR_PASSPHRASE, else you are asked."),
    ),
    click.option(
        "--lang", type=click.Choice(LANGUAGES), expose_value=False,
        help=mark("Language of messages and documents."),
    ),
    click.option(
        "--json", is_flag=True, expose_value=False, callback=_override("as_json"),
        help=mark("Print one JSON document."),
    ),
)  # fmt: skip


def _read_passphrase(path: Path) -> str:
    try:
        text = read_text(path, _LONGEST_PASSPHRASE)
        return text.removesuffix("\n").removesuffix("\r")
    except (OSError, ValueError) as error:
        raise InvalidInputError(
            mark("The passphrase file {name} cannot be read. Check the path."), name=path.name
        ) from error
