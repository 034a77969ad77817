"""Options about who asks, shared by the commands that record a request."""

from collections.abc import Mapping
from datetime import date

import click

from dsr_desktop.cli.session import Function
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.requester import Address, AddressKind, Mandate, Relation, Requester

RIGHTS = click.Choice([str(right) for right in Right])
CHANNELS = click.Choice([str(channel) for channel in Channel])
_REQUESTER = (
    click.option("--relation", type=click.Choice([str(one) for one in Relation]), default="self",
                 help=mark("What the requester is to the data subject.")),
    click.option("--requester", "requester_name", default="", metavar="NAME",
                 help=mark("Who writes, if not the data subject.")),
    click.option("--requester-address", "requester_addresses", multiple=True, metavar="KIND:TEXT",
                 help=mark("Address of the requester, as email:…, phone:…, post:…, other:….")),
)  # fmt: skip
_MANDATE = (
    click.option("--mandate-asked", type=Day(), help=mark("Day the mandate was asked for.")),
    click.option("--mandate-received", type=Day(), help=mark("Day the mandate came in.")),
    click.option("--mandate-checked", type=Day(), help=mark("Day the mandate was checked.")),
    click.option("--mandate-checked-by", default="", metavar="NAME", help=mark("Who checked it.")),
    click.option("--mandate-covers", multiple=True, type=RIGHTS,
                 help=mark("Right that the mandate covers; may be given several times.")),
)  # fmt: skip


def requester_options(command: Function) -> Function:
    """Add the options that say who writes."""
    for option in reversed(_REQUESTER):
        command = option(command)
    return command


def mandate_options(command: Function) -> Function:
    """Add the options that say under which mandate."""
    for option in reversed(_MANDATE):
        command = option(command)
    return command


def requester_of(given: Mapping[str, object], mandate: Mandate | None = None) -> Requester:
    """Return the requester that the options mean; InvalidInputError for an address of no kind."""
    addresses = given["requester_addresses"]
    told = addresses if isinstance(addresses, tuple) else ()
    return Requester(
        Relation(str(given["relation"])), str(given["requester_name"]),
        tuple(address_of(str(one)) for one in told), mandate,
    )  # fmt: skip


def mandate_of(given: Mapping[str, object], today: date) -> Mandate | None:
    """Return the mandate that the options mean, None if none of them was given."""
    days = [given[f"mandate_{step}"] for step in ("asked", "received", "checked")]
    asked, received, checked = (day if isinstance(day, date) else None for day in days)
    by, covers = str(given["mandate_checked_by"]), given["mandate_covers"]
    rights = frozenset(Right(one) for one in covers) if isinstance(covers, tuple) else frozenset()
    if not (asked or received or checked or by or rights):
        return None
    if any(day is not None and day > today for day in (asked, received, checked)):
        raise InvalidInputError(mark("A mandate is not dated after today: correct its days."))
    return Mandate(asked, received, checked, by, rights)


def address_of(text: str) -> Address:
    """Return the address that a text such as "email:…" means; InvalidInputError for one of no kind."""
    kind, colon, value = text.partition(":")
    if not colon or kind not in list(AddressKind):
        raise InvalidInputError(
            mark("An address is written as email:…, phone:…, post:… or other:….")
        )
    return Address(AddressKind(kind), value.strip())
