"""What changes a request file on the command line: its person, its extension taken back."""

from datetime import date

import click

from dsr_desktop.cli.request_options import address_of
from dsr_desktop.cli.request_shown import show_request
from dsr_desktop.cli.session import Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.requester import DataSubject
from dsr_desktop.services import clocking, request_facts


@click.command(help=mark("Record how the person is called and can be reached; all of it at once."))
@click.argument("ref")
@click.option("--name", "names", multiple=True, required=True, metavar="NAME",
              help=mark("Name, then aliases; may be given several times."))  # fmt: skip
@click.option("--address", "addresses", multiple=True, metavar="KIND:TEXT",
              help=mark("Address, such as email:…; may be given several times."))  # fmt: skip
@common_options
@click.pass_obj
def person(session: Session, ref: str, names: tuple[str, ...], addresses: tuple[str, ...]) -> int:
    """Record the data subject."""
    subject = DataSubject(names, tuple(address_of(one) for one in addresses))
    with session.register() as register:
        view = request_facts.record_subject(register, ref, subject, session.today)
    return show_request(session, view)


@click.command(help=mark("Withdraw the extension: the first date stands again."))
@click.argument("ref")
@click.option("--on", type=Day(), help=mark("Day; today if left out."))
@common_options
@click.pass_obj
def withdraw_extension(session: Session, ref: str, on: date | None) -> int:
    """Withdraw the extension."""
    with session.register() as register:
        view = clocking.withdraw_extension(register, ref, on or session.today, session.today)
    return show_request(session, view)


CHANGE_COMMANDS = {"person": person, "withdraw-extension": withdraw_extension}
"""The commands of this module by the name that the group `request` gives them."""
