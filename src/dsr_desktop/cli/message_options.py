"""Options about a message that came in: its documents, each decided by its number."""

from collections.abc import Mapping
from pathlib import Path

import click

from dsr_desktop.cli.session import Function
from dsr_desktop.domain.communication import CommunicationKind
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.incoming import PartChoice
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.messages import Arrival, read_file
from dsr_desktop.services.register import Register

_NUMBER = click.IntRange(1)
_OPTIONS = (
    click.option("--keep", multiple=True, type=_NUMBER, metavar="N",
                 help=mark("Keep document N of the message; may be given several times.")),
    click.option("--leave-out", multiple=True, type=_NUMBER, metavar="N",
                 help=mark("Leave document N out; may be given several times.")),
    click.option("--identity-document", "identity", multiple=True, type=_NUMBER, metavar="N",
                 help=mark("Document N is an identity document: it is cut out and never kept.")),
    click.option("--shows-no-identity-document", "show_no_identity", is_flag=True,
                 help=mark("You looked at what is kept: none shows an identity document.")),
)  # fmt: skip


def document_options(command: Function) -> Function:
    """Add the options that decide on the documents of a message."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def arrival_of(
    register: Register, path: Path, given: Mapping[str, object], kind: CommunicationKind
) -> Arrival:
    """Return the message in a file with the choices given; InvalidInputError for two of one."""
    choices: dict[int, PartChoice] = {}
    for name, choice in (("keep", PartChoice.KEEP), ("leave_out", PartChoice.LEAVE_OUT),
                         ("identity", PartChoice.IDENTITY)):  # fmt: skip
        numbers = given[name]
        for number in numbers if isinstance(numbers, tuple) else ():
            if choices.setdefault(number, choice) is not choice:
                raise InvalidInputError(
                    mark("Document {n} is decided twice. Keep it, leave it out, or cut it out."),
                    n=number,
                )
    return Arrival(read_file(register, path), choices, bool(given["show_no_identity"]), kind)
