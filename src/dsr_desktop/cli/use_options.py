"""The options that say what a list that leaves is for."""

import click

from dsr_desktop.cli.session import Function
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.outgoing import ListUse
from dsr_desktop.services.recipients import recipient_named
from dsr_desktop.services.register import Register


def use_options(command: Function) -> Function:
    """Add `--recipient`, `--purpose` and `--consent`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def use_of(register: Register, recipient: str, purpose: str, needs_consent: bool | None) -> ListUse:
    """Return the use that the options name; NotFoundError for an unknown recipient."""
    return ListUse(recipient_named(register, recipient).id, purpose, needs_consent)


_OPTIONS = (
    click.option("--recipient", required=True, metavar="ID|NAME",
                 help=mark("Who uses the list: number or name of a recipient.")),
    click.option("--purpose", required=True, metavar="TEXT", help=mark("What for.")),
    click.option("--needs-consent/--no-consent-needed", "needs_consent", default=None,
                 help=mark("Whether only people who agreed may go; else the record of processing says.")),
)  # fmt: skip
