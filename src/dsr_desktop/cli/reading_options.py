"""Options that say how files are read, for every command that reads some."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

import click

from dsr_desktop.cli.passwords import PASSWORD_FILE, read_passwords
from dsr_desktop.cli.session import Function
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.mapping import read_mapping_file


def reading_options(command: Function) -> Function:
    """Add the options that say how files are read."""
    for option in reversed(_READING_OPTIONS):
        command = option(command)
    return command


def read_as_chosen(command: Callable[..., int]) -> Callable[..., int]:
    """Add `reading_options` to a command that takes what was chosen as `options`: ImportOptions.

    Nothing else is said of the files in them. The command raises InvalidInputError for a password
    or mapping file that cannot be used.
    """

    @wraps(command)
    def with_options(
        *arguments: object,
        password_file: Path | None,
        mapping: Path | None,
        encoding: str | None,
        **more: object,
    ) -> int:
        options = ImportOptions(
            passwords=read_passwords(password_file),
            mappings=read_mapping_file(mapping) if mapping else (),
            encoding=encoding,
        )
        return command(*arguments, options=options, **more)

    return reading_options(with_options)


_READING_OPTIONS = (
    click.option("--mapping", type=PathGiven(dir_okay=False), metavar="FILE",
                 help=mark("What columns mean: a file that `mapping export` made.")),
    click.option("--encoding", metavar="NAME",
                 help=mark("Encoding of texts that do not tell theirs, such as cp1252.")),
    PASSWORD_FILE,
)  # fmt: skip
