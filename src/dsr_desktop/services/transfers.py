"""Transfers to another organisation: who, whether it is feasible, and the hand-over (R-PORT-5)."""

from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.contact_record import CONTACT_FIELDS
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.errors import NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import check_is_open, check_no_doubt
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.next_step import done_so_far
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Request, Right
from dsr_desktop.domain.transfer import (
    Feasibility,
    Transfer,
    check_asked_on,
    handed_over,
    judged,
)
from dsr_desktop.services.disclosures import keys_asked, record_disclosure
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.packaging import scope_of_bundle
from dsr_desktop.services.recipients import add_recipient, recipient_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.store.records import RECIPIENTS, TRANSFERS
from dsr_desktop.store.requests import read_request
from dsr_desktop.wording.language import Tr


@dataclass(frozen=True)
class Organisation:
    """An organisation as the person names it; `country` is a code, as FR."""

    name: str
    country: str
    contact: str = ""


@dataclass(frozen=True)
class TransferView:
    """A transfer, and to whom; a letter to both reads its facts here."""

    transfer: Transfer
    recipient: Recipient


@at_one_moment
def list_transfers(register: Register, ref: str) -> tuple[TransferView, ...]:
    """Return the transfers of a request, oldest first; NotFoundError for an unknown reference."""
    request = read_request(register.database, ref)
    found = TRANSFERS.read_all(register.database)
    return tuple(_view(register, one) for one in found if one.request_id == request.id)


def ask_transfer(
    register: Register, ref: str, to: Organisation, asked_on: date, today: date
) -> TransferView:
    """Record to whom the person wants her data sent; an unknown organisation becomes a recipient.

    Raises NotFoundError for an unknown request, InvalidInputError unless it asks for portability,
    for a name or country that is none or a day to come, NotAllowedError for a closed request.
    """
    check_asked_on(asked_on, today)
    with register.database.transaction():
        request = _request(register, ref)
        recipient = _known(register, to) or add_recipient(
            register,
            Recipient(to.name, RecipientRole.CONTROLLER, to.country, contact=to.contact),
            today,
        )
        added = TRANSFERS.add(register.database, Transfer(request.id or 0, recipient.id, asked_on))
        register.log(
            EventKind.TRANSFER_ASKED, request.ref, transfer=added.id, recipient=recipient.id,
            on=asked_on.isoformat(),
        )  # fmt: skip
    return TransferView(added, recipient)


def judge_transfer(
    register: Register, ref: str, transfer_id: int, feasibility: Feasibility, explanation: str
) -> TransferView:
    """Record whether a transfer is feasible: how, or why not (art. 20(2)).

    Raises NotFoundError, InvalidInputError or NotAllowedError (see `domain.transfer.judged`).
    """
    with register.database.transaction():
        request = _request(register, ref)
        changed = judged(_transfer(register, request, transfer_id), feasibility, explanation)
        TRANSFERS.change(register.database, changed)
        register.log(
            EventKind.TRANSFER_JUDGED, request.ref, transfer=changed.id,
            feasibility=str(feasibility),
        )  # fmt: skip
        return _view(register, changed)


def record_hand_over(
    register: Register, ref: str, transfer_id: int, sent_on: date, today: date, tr: Tr
) -> TransferView:
    """Record that the bundle went to the organisation, in the register of disclosures too (R-DIS-1).

    Raises NotFoundError, NotAllowedError before it is feasible, while a doubt about the identity is
    open (R-COM-6) or before the bundle of the rows that are confirmed now was built,
    InvalidInputError for a day that cannot be. `tr` words the entry among the disclosures.
    """
    with register.database.transaction():
        request = _request(register, ref)
        check_no_doubt(request)
        sent = handed_over(_transfer(register, request, transfer_id), sent_on, today)
        if not done_so_far(history(register, request.ref)).packed:
            raise NotAllowedError(
                mark("The portability bundle is what goes over. Build it first, as it is now.")
            )
        disclosure = _disclosure(register, request, sent, today, tr)
        made = record_disclosure(register, disclosure, _keys(register, request), today)
        TRANSFERS.change(register.database, replace(sent, disclosure_id=made.disclosure.id))
        register.log(
            EventKind.TRANSFER_HANDED_OVER, request.ref, transfer=sent.id,
            disclosure=made.disclosure.id, on=sent_on.isoformat(),
        )  # fmt: skip
        return _view(register, _transfer(register, request, transfer_id))


def _keys(register: Register, request: Request) -> TypedKeys:
    """Return what is known of the person by which a hand-over is found again."""
    emails = (one for one in request.criteria.email if _is_key(register, Criteria(email=(one,))))
    phones = (one for one in request.criteria.phone if _is_key(register, Criteria(phone=(one,))))
    return TypedKeys(tuple(emails), tuple(phones))


def _is_key(register: Register, criteria: Criteria) -> bool:
    return bool(keys_asked(register, criteria))


def _disclosure(
    register: Register, request: Request, sent: Transfer, today: date, tr: Tr
) -> Disclosure:
    scope = scope_of_bundle(register, view_request(register, request.ref, today))
    kinds = [name for name in CONTACT_FIELDS if any(getattr(one, name) for one in scope.contacts)]
    further = dict.fromkeys(one.field for one in scope.other_values)
    return Disclosure(
        recipient_id=sent.recipient_id,
        purpose=tr("Portability: sent as the person asked"),
        made_on=sent.sent_on or today,
        fields=tuple(filter(None, (*kinds, *further))) or (tr("Other values"),),
        persons=1,
        basis=tr("GDPR, art. 20(2)"),
        request_ref=request.ref,
    )


def _request(register: Register, ref: str) -> Request:
    request = read_request(register.database, ref)
    request.item(Right.PORTABILITY)
    check_is_open(request)
    return request


def _transfer(register: Register, request: Request, transfer_id: int) -> Transfer:
    found = TRANSFERS.read(register.database, transfer_id)
    if found is None or found.request_id != request.id:
        raise NotFoundError(
            mark("{ref} has no transfer {id}. Take one from the list."),
            ref=request.ref, id=str(transfer_id),
        )  # fmt: skip
    return found


def _view(register: Register, transfer: Transfer) -> TransferView:
    return TransferView(transfer, recipient_of(register, transfer.recipient_id))


def _known(register: Register, to: Organisation) -> Recipient | None:
    """Return the recipient that is the organisation; NotAllowedError for another of the same name."""
    wanted = to.name.strip().casefold()
    known = RECIPIENTS.read_all(register.database)
    same = [one for one in known if one.name.casefold() == wanted]
    for one in same:
        is_it = one.role is RecipientRole.CONTROLLER and one.country == to.country.strip().upper()
        if is_it and to.contact.strip() in {"", one.contact}:
            return one
    if same:
        raise NotAllowedError(
            mark(
                "Another recipient has this name, with another country, contact or role. Give the "
                "organisation a name that tells them apart, or correct the recipient."
            )
        )
    return None
