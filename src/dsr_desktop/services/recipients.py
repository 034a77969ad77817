"""Named recipients and processors: who they are, what they lack, what they got."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.errors import NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.recipient import Recipient, RecipientGap, check_recipient, gaps_of
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.sourcing import check_activity
from dsr_desktop.store.records import DISCLOSURES, RECIPIENTS, TRANSFERS


@dataclass(frozen=True)
class RecipientView:
    """A recipient with what its record lacks and the lists it received, oldest first."""

    recipient: Recipient
    gaps: tuple[RecipientGap, ...]
    received: tuple[Disclosure, ...]


@at_one_moment
def list_recipients(register: Register) -> tuple[RecipientView, ...]:
    """Return every named recipient, oldest first."""
    made = DISCLOSURES.read_all(register.database)
    return tuple(
        RecipientView(
            one, gaps_of(one), tuple(each for each in made if each.recipient_id == one.id)
        )
        for one in RECIPIENTS.read_all(register.database)
    )


def add_recipient(register: Register, recipient: Recipient, today: date) -> Recipient:
    """Record a recipient and return it with its id.

    Raises InvalidInputError for what cannot be (see `check_recipient`) or an unknown activity.
    """
    checked = _checked(register, recipient, today)
    with register.database.transaction():
        added = RECIPIENTS.add(register.database, checked)
        register.log(EventKind.RECIPIENT_ADDED, recipient=added.id, role=added.role,
                     country=added.country)  # fmt: skip
    return added


def change_recipient(register: Register, recipient: Recipient, today: date) -> Recipient:
    """Replace what is recorded under the id of a recipient; raises as `add_recipient` does."""
    with register.database.transaction():
        before = recipient_of(register, recipient.id)
        checked = _checked(register, recipient, today)
        if checked != before:
            RECIPIENTS.change(register.database, checked)
            changed = [name for name, value in vars(checked).items() if vars(before)[name] != value]
            register.log(EventKind.RECIPIENT_CHANGED, recipient=checked.id, changed=changed)
    return checked


def remove_recipient(register: Register, recipient_id: int) -> None:
    """Remove a recipient that got nothing and is to get nothing; NotAllowedError for another one."""
    with register.database.transaction():
        recipient_of(register, recipient_id)
        made = DISCLOSURES.read_all(register.database)
        if any(one.recipient_id == recipient_id for one in made):
            raise NotAllowedError(
                mark("Recipient {id} received data: the record of it stays."), id=str(recipient_id)
            )
        if any(one.recipient_id == recipient_id for one in TRANSFERS.read_all(register.database)):
            raise NotAllowedError(
                mark("A person asked to have data sent to recipient {id}: its record stays."),
                id=str(recipient_id),
            )
        RECIPIENTS.remove(register.database, recipient_id)
        register.log(EventKind.RECIPIENT_REMOVED, recipient=recipient_id)


def recipient_of(register: Register, recipient_id: int) -> Recipient:
    """Return one recipient; NotFoundError if there is none with this id."""
    found = RECIPIENTS.read(register.database, recipient_id)
    if found is None:
        raise NotFoundError(
            mark("There is no recipient {id}. Take one from the list."), id=str(recipient_id)
        )
    return found


def recipient_named(register: Register, text: str) -> Recipient:
    """Return the recipient with this number or name; NotFoundError if none, or more than one, has it."""
    if text.strip().isdecimal():
        return recipient_of(register, int(text))
    name = text.strip().casefold()
    found = [one for one in RECIPIENTS.read_all(register.database) if one.name.casefold() == name]
    if len(found) != 1:
        raise NotFoundError(
            mark("There is no recipient {id}. Take one from the list."), id=text.strip()[:40]
        )
    return found[0]


def _checked(register: Register, recipient: Recipient, today: date) -> Recipient:
    for code in recipient.activities:
        check_activity(register, code)
    return check_recipient(recipient, today)
