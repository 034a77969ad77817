"""The short path: blocks, answers and closes in one go; each step is still one of its own."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from dsr_desktop.domain.communication import (
    AddressState,
    Communication,
    CommunicationKind,
    Direction,
    check_communication,
)
from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.lifecycle import check_can_close
from dsr_desktop.domain.request import Channel, Decision, Request
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.short_path import (
    ShortAnswer,
    ShortPlan,
    blocks,
    check_answer,
    check_short,
    names_to_tell,
)
from dsr_desktop.domain.step_list import has_step
from dsr_desktop.domain.suppression import (
    SuppressionKey,
    SuppressionReason,
    SuppressionScope,
    email_key,
    phone_key,
)
from dsr_desktop.services.closing import close_request, working_copies_to_purge
from dsr_desktop.services.communications import keep_message
from dsr_desktop.services.consents import (
    ConsentFound,
    allowed_purposes,
    consents_of,
    record_consent,
    withdraw_consent,
)
from dsr_desktop.services.handling import decide, mark_sent
from dsr_desktop.services.matching_rows import rows_with
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.policy_versions import policy_on
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_facts import mark_steps
from dsr_desktop.services.request_steps import seen_of
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.store.lookup import count_current
from dsr_desktop.store.records import RECIPIENTS
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.systems import read_systems
from dsr_desktop.wording.language import Tr, speak
from dsr_desktop.wording.short_path import (
    Sender,
    nobody_to_tell,
    not_needed_reason,
    short_answer_text,
    told_note,
)


@at_one_moment
def plan_short_path(register: Register, ref: str, today: date) -> ShortPlan:
    """Return what the short path of a request would record; nothing is written.

    Raises NotFoundError, NotAllowedError for a request that needs a search or was answered.
    """
    request = read_request(register.database, ref)
    check_short(request)
    people, not_meant = _people(register, request)
    rows = set().union(*(rows_with(register, key) for key in _keys(register, people)))
    plan = ShortPlan(
        request,
        keys=(*people.emails, *people.phones),
        not_meant=not_meant,
        rows=count_current(register.database, rows),
        to_tell=names_to_tell(
            read_systems(register.database), RECIPIENTS.read_all(register.database), today
        ),
        copies=working_copies_to_purge(register, ref),
    )
    purposes = _purposes(register, people) if plan.stops_something and plan.keys else ()
    named = purposes if len(purposes) == 1 else ()
    text = short_answer_text(speak(request.language), request, _sender(register, today), named)
    return ShortPlan(**{**vars(plan), "purposes": purposes, "text": text})


def take_short_path(
    register: Register, ref: str, answer: ShortAnswer, today: date, tr: Tr
) -> RequestView:
    """Block, answer and close a request that needs neither a search nor an identity (R-MKT-1).

    All of it is recorded or nothing, in the order in which it is done; `tr` words why steps do not
    apply. Raises NotAllowedError and InvalidInputError for what `check_answer` refuses and for days
    that cannot be.
    """
    with register.database.transaction():
        plan = plan_short_path(register, ref, today)
        check_answer(plan, answer)
        request = plan.request
        people, _not_meant = _people(register, request)
        for right in request.undecided:
            decide(register, request.ref, right, Decision.GRANTED, today, on=answer.sent_on)
        if blocks(plan, answer) and not plan.must_block:
            add_to_list(
                register, people, SuppressionScope.MARKETING, SuppressionReason.WITHDRAWAL, today,
                request_ref=request.ref,
            )  # fmt: skip
        for purpose in answer.purposes:
            _withdraw(register, request, people, purpose, today)
        mark_steps(register, request.ref, _marks(register, plan, answer, tr), today)
        _log_messages(register, plan, answer, today, tr)
        mark_sent(register, request.ref, answer.sent_on, answer.channel, today, remedies_told=False)
        sent = read_request(register.database, request.ref)
        check_can_close(sent, seen_of(register, sent))
    return close_request(register, request.ref, today)


def _people(register: Register, request: Request) -> tuple[TypedKeys, tuple[str, ...]]:
    """Return the keys of the person that can be hashed, and what was typed that cannot."""
    country = register.company.country
    emails, no_emails = _understood(request.criteria.email, email_key)
    phones, no_phones = _understood(
        request.criteria.phone, lambda text: phone_key(text, country)
    )  # fmt: skip
    return TypedKeys(emails=emails, phones=phones), (*no_emails, *no_phones)


def _understood(
    texts: Iterable[str], key_of: Callable[[str], SuppressionKey]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    good: list[str] = []
    bad: list[str] = []
    for text in texts:
        try:
            key_of(text)
        except InvalidInputError:
            bad.append(text)
        else:
            good.append(text)
    return tuple(good), tuple(bad)


def _keys(register: Register, people: TypedKeys) -> Sequence[SuppressionKey]:
    country = register.company.country
    return [*map(email_key, people.emails), *(phone_key(one, country) for one in people.phones)]


def _purposes(register: Register, people: TypedKeys) -> tuple[str, ...]:
    allowed = allowed_purposes(consents_of(register, people))
    return tuple(purpose for purpose, is_allowed in allowed.items() if purpose and is_allowed)


def _withdraw(
    register: Register, request: Request, people: TypedKeys, purpose: str, today: date
) -> None:
    """End a consent: where it was typed in, and as a record of its own where a list says so."""
    found = [one for one in consents_of(register, people) if one.consent.purpose == purpose]
    typed = [one.consent for one in found if _is_in_force(one)]
    for consent in typed:
        withdraw_consent(register, consent.id, request.received_on, today)
    if not typed or any(one.place is not None for one in found):
        ended = Consent(
            purpose, is_withdrawn=True, withdrawn_on=today, proof=request.ref,
            request_ref=request.ref,
        )  # fmt: skip
        record_consent(register, ended, people, today)


def _is_in_force(found: ConsentFound) -> bool:
    return found.place is None and found.consent.is_given and not found.consent.is_withdrawn


def _marks(
    register: Register, plan: ShortPlan, answer: ShortAnswer, tr: Tr
) -> tuple[StepMark, ...]:
    request = plan.request
    marks = [
        StepMark(code, not_applicable=not_needed_reason(tr, code)) for code in plan.steps_not_needed
    ]
    if has_step(request, StepCode.M03):
        told = StepMark(StepCode.M03, answer.sent_on, register.actor, told_note(tr, plan))
        nobody = StepMark(StepCode.M03, not_applicable=nobody_to_tell(tr))
        marks.append(told if plan.to_tell else nobody)
    return tuple(marks)


def _log_messages(
    register: Register, plan: ShortPlan, answer: ShortAnswer, today: date, tr: Tr
) -> None:
    """Keep the text as it was sent, and who was told to send nothing more (M03, M04)."""
    address = AddressState.ON_FILE if plan.rows else AddressState.NOT_VERIFIED
    sent = [(CommunicationKind.SHORT_ANSWER, answer.channel, answer.text.strip(), address)]
    if plan.stops_something and plan.to_tell:
        note = told_note(tr, plan)
        told = (CommunicationKind.RECIPIENT_NOTICE, Channel.OTHER, note, AddressState.ON_FILE)
        sent.insert(0, told)
    for kind, channel, note, state in sent:
        message = Communication(
            plan.request.ref, Direction.OUT, kind, channel, answer.sent_on, today,
            register.actor, note, state,
        )  # fmt: skip
        check_communication(message, plan.request.received_on, went_wrong=False)
        keep_message(register, plan.request, message)


def _sender(register: Register, today: date) -> Sender:
    company, policy = register.company, policy_on(register, today)
    return Sender(
        company.name, company.dpo_name, company.dpo_contact,
        policy.version if policy else "", policy.in_force_from if policy else None,
    )  # fmt: skip
