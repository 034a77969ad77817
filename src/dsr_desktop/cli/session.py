"""What every command needs: language, register, passphrase, output, today's date."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import click

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.places import default_register
from dsr_desktop.services.register import Register, open_register
from dsr_desktop.wording.language import LANGUAGES, Tr, speak

PASSPHRASE_VARIABLE = "DSR_PASSPHRASE"  # noqa: S105 - a name, not a secret
DONE, FAILED, USAGE, IN_PART = 0, 1, 2, 3

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
    def register(self) -> Iterator[Register]:
        """Open the register for the time of the block."""
        register = open_register(self.register_path, self.passphrase())
        try:
            with register.damage_told():
                yield register
        finally:
            register.close()

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
            click.echo(json.dumps(document, ensure_ascii=False))
        else:
            for line in lines():
                click.echo(line)

    def say(self, sentence: str) -> None:
        """Print a message beside the result, on standard error."""
        click.echo(sentence, err=True)

    def progress(self, done: int, total: int, what: str) -> None:
        """Show progress on standard error, on a terminal only."""
        if sys.stderr.isatty():
            end = "\r" if done < total else "\n"
            click.echo(f"\x1b[2K{done}/{total} {what}{end}", nl=False, err=True)


def default_session(language: str) -> Session:
    """Return a session before any option is read."""
    today = datetime.now().astimezone().date()
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
        "--register", type=click.Path(path_type=Path, dir_okay=False), expose_value=False,
        callback=_override("register_path"), help=mark("The register file."), metavar="FILE",
    ),
    click.option(
        "--passphrase-file", type=click.Path(path_type=Path), expose_value=False,
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
        return path.read_text(encoding="utf-8-sig").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInputError(
            mark("The passphrase file {name} cannot be read. Check the path."), name=path.name
        ) from error


class Day(click.ParamType[date]):
    """A date written as 2026-11-02."""

    name = "date"

    def convert(
        self, value: object, _param: click.Parameter | None, _ctx: click.Context | None
    ) -> date:
        """Read the date; InvalidInputError for what is no day of the calendar."""
        if isinstance(value, date):
            return value
        return parse_day(str(value))


def parse_day(text: str) -> date:
    """Read an ISO date; InvalidInputError for what is no day of the calendar (31 June)."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidInputError(
            mark("{value} is not a day of the calendar. Write it as 2026-11-02."), value=text[:20]
        ) from error
