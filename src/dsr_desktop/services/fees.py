"""A fee: what proves it, that the person was told before, and what became of it (R-ABU-2)."""

from datetime import date

from dsr_desktop.domain.answer_difference import Since, difference
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.fee import Fee, FeeGround, FeeReply
from dsr_desktop.domain.repetition import (
    Repetition,
    check_may_be_excessive,
    last_answered,
    repetition_of,
)
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.transitions import fee_replied, fee_told
from dsr_desktop.services.handling import rows_of_person, view_request
from dsr_desktop.services.linking import relatives_of
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import take_step
from dsr_desktop.store.request_links import answered_rows, successors
from dsr_desktop.store.requests import read_request
from dsr_desktop.wording.fees import fee_notice
from dsr_desktop.wording.language import speak


@at_one_moment
def repetition(register: Register, ref: str) -> Repetition:
    """Say how often the person asked for the same; NotFoundError for an unknown reference."""
    request = read_request(register.database, ref)
    found = relatives_of(register, ref).found
    last = last_answered(request, found)
    changed = last is not None and _has_changed(register, request, last.ref)
    return repetition_of(request, found, changed=changed)


def tell_fee(register: Register, ref: str, fee: Fee, today: date) -> RequestView:
    """Record that the person was told a fee on a day; the clock goes on.

    Raises NotFoundError for an unknown request or earlier one, NotAllowedError for a fee without
    its proof, a second one, a right that never bears one (R-COM-4), or for a reminder (R-ABU-3).
    """
    with register.database.transaction():
        if fee.ground is FeeGround.REPETITIVE:
            check_may_be_excessive(ref.strip().upper(), repetition(register, ref))
        for one in fee.earlier:
            read_request(register.database, one)
        take_step(
            register, ref, today, lambda request: fee_told(request, fee, today),
            EventKind.FEE_TOLD, cents=fee.cents, ground=fee.ground, on=fee.told_on.isoformat(),
            earlier=list(fee.earlier),
        )  # fmt: skip
    return view_request(register, ref, today)


def record_fee_reply(
    register: Register, ref: str, reply: FeeReply, on: date, today: date
) -> RequestView:
    """Record whether the person accepts, withdraws the request, or the company gives the fee up.

    Raises NotAllowedError if no fee waits for a reply, InvalidInputError for a day that cannot be.
    """
    with register.database.transaction():
        changed = take_step(
            register, ref, today, lambda request: fee_replied(request, reply, on, today),
            EventKind.FEE_REPLIED, reply=reply, on=on.isoformat(),
        )  # fmt: skip
        if reply is FeeReply.WITHDRAWN:
            for item in changed.items:
                register.log(
                    EventKind.DECIDED, changed.ref, right=item.right, decision=item.decision,
                    reason=None, on=on.isoformat(),
                )  # fmt: skip
    return view_request(register, ref, today)


def notice_of_fee(register: Register, request: Request, fee: Fee) -> str:
    """Return the text that tells the person a fee, in the language of the request."""
    company = register.company
    sender = "\n".join(filter(None, (company.dpo_name, company.name, company.dpo_contact)))
    return fee_notice(speak(request.language), request.ref, request.received_on, fee, sender)


def _has_changed(register: Register, request: Request, earlier: str) -> bool:
    answered = read_request(register.database, earlier)
    given = answered_rows(register.database, answered) or rows_of_person(register, answered)
    rows = difference(given, rows_of_person(register, request), successors(register.database))
    return any(row.since is not Since.GIVEN for row in rows)
