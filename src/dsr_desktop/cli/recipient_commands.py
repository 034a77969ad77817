"""Named recipients and processors on the command line."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import click

from dsr_desktop.cli.given_fields import with_given
from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.record_shapes import recipient_document, record_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.recipient import Recipient, RecipientRole, Safeguard
from dsr_desktop.services import recipients as service
from dsr_desktop.services.recipients import RecipientView
from dsr_desktop.wording.countries import country_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import gap_label, role_label

Function = TypeVar("Function", bound=Callable[..., object])
_ROLES = click.Choice([str(one) for one in RecipientRole])
_SAFEGUARDS = click.Choice([str(one) for one in Safeguard])


def _show(session: Session) -> int:
    with session.register() as register:
        known = service.list_recipients(register)
    session.show(
        {"recipients": [recipient_document(one) for one in known]},
        lambda: list(_lines(session.tr, known)),
    )
    return DONE


def _lines(tr: Tr, known: tuple[RecipientView, ...]) -> Iterator[str]:
    if not known:
        yield tr("No recipient is recorded.")
    for one in known:
        yield _line(tr, one.recipient)
        for gap in one.gaps:
            yield f"    {gap_label(tr, gap)}"


def _line(tr: Tr, one: Recipient) -> str:
    words = (role_label(tr, one.role), country_label(tr, one.country), ", ".join(one.activities))
    return f"{one.id}  " + tr.pair(one.name, " · ".join(filter(None, words)))


recipients = listing_group(
    "recipients", _show,
    about=mark("Who gets data: named recipients and processors."),
    listing=mark("List the recipients with what their record lacks."),
)  # fmt: skip


def _details(command: Function) -> Function:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option("--safeguard", type=_SAFEGUARDS,
                 help=mark("What a transfer outside the EEA rests on.")),
    click.option("--contract-on", type=Day(),
                 help=mark("Day of the contract of art. 28 with a processor.")),
    click.option("--contact", metavar="TEXT", help=mark("How to reach the recipient.")),
    click.option("--activity", "activities", multiple=True, metavar="CODE",
                 help=mark("Activity whose data it gets; may be given several times.")),
    click.option("--note", metavar="TEXT", help=mark("Anything else.")),
)  # fmt: skip


@recipients.command("add", help=mark("Record a recipient."))
@click.option("--name", required=True, metavar="TEXT", help=mark("Name of the recipient."))
@click.option("--role", type=_ROLES, required=True, help=mark("What it is towards the data."))
@click.option("--country", required=True, metavar="CODE", help=mark("Country, as FR or US."))
@_details
@common_options
@click.pass_obj
def add(session: Session, /, name: str, role: str, country: str, **given: object) -> int:
    """Record the recipient."""
    blank = Recipient(name, RecipientRole(role), country)
    with session.register() as register:
        added = service.add_recipient(register, with_given(blank, given, _MEANINGS), session.today)
    session.show(record_document(added), lambda: [_line(session.tr, added)])
    return DONE


@recipients.command("change", help=mark("Change what is recorded of a recipient."))
@click.argument("recipient_id", type=int, metavar="ID")
@click.option("--name", metavar="TEXT", help=mark("Name of the recipient."))
@click.option("--role", type=_ROLES, help=mark("What it is towards the data."))
@click.option("--country", metavar="CODE", help=mark("Country, as FR or US."))
@_details
@common_options
@click.pass_obj
def change(session: Session, /, recipient_id: int, **given: object) -> int:
    """Change what is given, leaving the rest."""
    with session.register() as register:
        before = service.recipient_of(register, recipient_id)
        changed = service.change_recipient(
            register, with_given(before, given, _MEANINGS), session.today
        )
    session.show(record_document(changed), lambda: [_line(session.tr, changed)])
    return DONE


@recipients.command("remove", help=mark("Remove a recipient that never got anything."))
@click.argument("recipient_id", type=int, metavar="ID")
@common_options
@click.pass_obj
def remove(session: Session, recipient_id: int) -> int:
    """Remove the recipient."""
    with session.register() as register:
        service.remove_recipient(register, recipient_id)
    session.show({"id": recipient_id}, lambda: [session.tr("Removed.")])
    return DONE


_MEANINGS: Mapping[str, type[RecipientRole] | type[Safeguard]] = {
    "role": RecipientRole,
    "safeguard": Safeguard,
}
