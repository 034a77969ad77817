"""The transitions of a request: each takes a request and returns what it is after one step.

Pure; every one asks the guards first and raises their DsrError. What follows from the facts, the
stage, is worked out anew each time, never set.
"""

from dataclasses import replace
from datetime import date

from dsr_desktop.domain.abuse import Abuse, check_abuse
from dsr_desktop.domain.clock import Extension, Pause, PauseReason, check_pause
from dsr_desktop.domain.conditions import AuthorityLetter, Condition, check_conditions
from dsr_desktop.domain.decisions import check_decision
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.fee import Fee, FeeReply, check_fee, replied
from dsr_desktop.domain.identity import LoggedCheck
from dsr_desktop.domain.identity_rules import check_identity
from dsr_desktop.domain.lifecycle import (
    Action,
    check_allowed,
    check_can_close,
    check_can_extend,
    check_can_send,
    check_identity_may_be_asked,
    check_nothing_erased,
    check_past,
    check_step,
    stage_of,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.domain.request_steps import StepMark
from dsr_desktop.domain.requester import DataSubject, Requester, check_requester, check_texts
from dsr_desktop.domain.step_list import DONE_BY_CLOSING, Seen, has_step


def searched(request: Request) -> Request:
    """Record a search: what was new is in progress."""
    check_allowed(request, Action.SEARCH)
    begun = Stage.IN_PROGRESS if request.stage is Stage.NEW else request.stage
    return _settled(replace(request, stage=begun))


def identity_checked(request: Request, logged: LoggedCheck, today: date) -> Request:
    """Record an identity check, on doubt only and no more than necessary (R-ID-1 to R-ID-9)."""
    check_allowed(request, Action.CHECK_IDENTITY)
    check_identity_may_be_asked(request)
    check_past(request, logged.performed_on, today)
    earlier = (one.check for one in request.identity)
    check_identity(logged.check, earlier, request.received_on, today)
    return _settled(replace(request, identity=(*request.identity, logged)))


def requester_changed(request: Request, requester: Requester) -> Request:
    """Record who writes, and their mandate (R-ID-8)."""
    check_allowed(request, Action.NOTE_FACT)
    check_requester(requester)
    return replace(request, requester=requester)


def subject_changed(request: Request, subject: DataSubject) -> Request:
    """Record how the data subject is called, aliases included, and can be reached."""
    check_allowed(request, Action.NOTE_FACT)
    check_texts(subject.names, subject.addresses)
    if any(not name.strip() for name in subject.names):
        raise InvalidInputError(mark("A name is blank. Write it, or leave it out."))
    return replace(request, data_subject=subject)


def condition_met(request: Request, condition: Condition, today: date) -> Request:
    """Record that a condition of a right was seen to be met; seen again, the later day counts."""
    check_allowed(request, Action.NOTE_FACT)
    check_past(request, condition.seen_on, today)
    others = tuple(one for one in request.conditions if one.kind is not condition.kind)
    return replace(request, conditions=(*others, condition))


def authority_written(request: Request, letter: AuthorityLetter) -> Request:
    """Record the authority's letter, with the day that it sets."""
    check_allowed(request, Action.NOTE_FACT)
    if Right.COMPLAINT not in request.rights:
        raise InvalidInputError(
            mark("{ref} is no complaint: only a complaint has an authority's date."),
            ref=request.ref,
        )
    if letter.answer_by < request.received_on:
        raise InvalidInputError(
            mark("The authority's date {day} lies before the receipt of {ref}: correct it."),
            day=letter.answer_by.isoformat(),
            ref=request.ref,
        )
    return replace(request, authority=letter)


def paused(request: Request, pause: Pause, today: date, *, large_quantity: bool = False) -> Request:
    """Record a question that stops the clock until the answer (R-SUS-1 to R-SUS-4)."""
    check_allowed(request, Action.PAUSE)
    for day in (pause.asked_on, pause.answered_on or pause.asked_on):
        check_past(request, day, today)
    if pause.reason is PauseReason.IDENTITY:
        check_identity_may_be_asked(request)
    check_pause(
        pause.reason,
        for_access=Right.ACCESS in request.rights,
        large_quantity=large_quantity,
        doubt_recorded=any(one.has_doubt for one in request.identity),
    )
    return _settled(replace(request, pauses=(*request.pauses, pause)))


def resumed(request: Request, answered_on: date, today: date) -> Request:
    """Record the person's reply: every open question ends on that day."""
    check_allowed(request, Action.RESUME)
    if not request.is_paused:
        raise NotAllowedError(mark("{ref} is not paused: no question is open."), ref=request.ref)
    check_past(request, answered_on, today)
    pauses = tuple(
        replace(one, answered_on=answered_on) if one.answered_on is None else one
        for one in request.pauses
    )
    return _settled(replace(request, pauses=pauses))


def extended(request: Request, extension: Extension) -> Request:
    """Lengthen the month; when it may be, the clock says (R-DL-5); never against R-MIN-1."""
    check_allowed(request, Action.EXTEND)
    check_can_extend(request)
    return replace(request, extension=extension)


def extension_withdrawn(request: Request, on: date, today: date) -> Request:
    """Take the extension back: the first date stands again, and nothing extends it anew (R-DL-5)."""
    check_allowed(request, Action.EXTEND)
    extension = request.extension
    if extension is None or extension.withdrawn:
        raise NotAllowedError(
            mark("{ref} is not extended: there is nothing to withdraw."), ref=request.ref
        )
    check_past(request, on, today)
    if extension.sent_on is not None and on < extension.sent_on:
        raise InvalidInputError(
            mark("The extension cannot be withdrawn on {day}: its notice was sent on {sent}."),
            day=on.isoformat(), sent=extension.sent_on.isoformat(),
        )  # fmt: skip
    return replace(request, extension=replace(extension, withdrawn=True))


def decided(
    request: Request,
    right: Right,
    decision: Decision,
    on: date,
    today: date,
    *,
    reason_code: str | None = None,
    reason_text: str | None = None,
    duplicate_of: str | None = None,
    abuse: Abuse | None = None,
) -> Request:
    """Decide on one right, with its reason where one is needed (R-COM-10)."""
    check_allowed(request, Action.DECIDE)
    before = request.item(right)
    item = replace(
        before, decision=decision, reason_code=reason_code, reason_text=reason_text, decided_on=on,
        duplicate_of=duplicate_of if decision is Decision.DUPLICATE_OF else None, abuse=abuse,
    )  # fmt: skip
    check_past(request, on, today)
    check_item(request, item)
    return _settled(with_item(request, item))


def fee_told(request: Request, fee: Fee, today: date) -> Request:
    """Record that the person was told a fee, before anything is charged (R-ABU-2)."""
    check_allowed(request, Action.CHARGE)
    check_past(request, fee.told_on, today)
    check_fee(fee, request.rights)
    if request.ref in fee.earlier:
        raise InvalidInputError(
            mark("{ref} is not an earlier request than itself: name another one."), ref=request.ref
        )
    if request.fee is not None:
        raise NotAllowedError(
            mark("A fee was told for {ref} already, on {day}."),
            ref=request.ref, day=request.fee.told_on,
        )  # fmt: skip
    return replace(request, fee=fee)


def fee_replied(request: Request, reply: FeeReply, on: date, today: date) -> Request:
    """Record what became of a fee; who withdraws takes back all that was asked (R-ABU-2)."""
    check_allowed(request, Action.CHARGE)
    check_past(request, on, today)
    changed = replace(request, fee=replied(request.fee, reply, on, request.ref))
    if reply is not FeeReply.WITHDRAWN:
        return changed
    for right in request.rights:
        changed = decided(changed, right, Decision.WITHDRAWN_BY_PERSON, on, today)
    return changed


def check_item(request: Request, item: Item) -> None:
    """Check a decision against its right, the facts it needs, and the request it repeats."""
    if item.decision is None:
        return
    check_decision(item.right, item.decision, item.reason_code)
    check_abuse(item.reason_code, item.abuse)
    if item.is_carried_out:
        check_conditions(item.right, request.conditions)
        check_nothing_erased(request, item)
    if item.decision is Decision.DUPLICATE_OF and item.duplicate_of in {None, request.ref}:
        raise InvalidInputError(
            mark("Say which request {ref} repeats: give the other's reference."), ref=request.ref
        )


def with_item(request: Request, item: Item) -> Request:
    """Return the request with one of its items replaced by that of the same right."""
    items = tuple(item if one.right is item.right else one for one in request.items)
    return replace(request, items=items)


def copy_sent(request: Request, on: date, today: date) -> Request:
    """Record that the person's copy left before the answer: it unlocks the erasure (R-TYP-2)."""
    check_allowed(request, Action.SEND_COPY)
    check_past(request, on, today)
    copies = [item for item in request.items if item.card.gives_copy]
    if not copies:
        raise NotAllowedError(mark("{ref} asks for no copy of the data."), ref=request.ref)
    check_can_send(replace(request, items=tuple(copies)))
    return replace(request, copy_sent_on=on)


def step_marked(request: Request, step: StepMark, today: date) -> Request:
    """Record that a step is done, or why it does not apply; said again, the last counts."""
    check_allowed(request, Action.MARK_STEP)
    if not has_step(request, step.code):
        raise InvalidInputError(
            mark("{code} is no step of {ref}. Take one from its checklist."),
            code=step.code,
            ref=request.ref,
        )
    if step.code is DONE_BY_CLOSING:
        raise NotAllowedError(
            mark("Step {code} of {ref} is done by closing the request, and never before."),
            code=step.code,
            ref=request.ref,
        )
    if step.done_on is not None:
        check_past(request, step.done_on, today)
    check_step(request, step.code)
    others = tuple(one for one in request.steps if one.code is not step.code)
    return replace(request, steps=(*others, step))


def answered(
    request: Request, on: date, channel: Channel, today: date, *, remedies_told: bool = True
) -> Request:
    """Record the answer, once; `remedies_told`: it named the authority and the court (R-COM-3)."""
    check_allowed(request, Action.SEND_ANSWER)
    check_can_send(request, remedies_told=remedies_told)
    check_past(request, on, today)
    return _settled(
        replace(request, answered_on=on, answer_channel=channel, remedies_told=remedies_told)
    )


def closed(request: Request, seen: Seen, today: date) -> Request:
    """Close the request (R-COM-2, R-CHK-1)."""
    check_allowed(request, Action.CLOSE)
    check_can_close(request, seen)
    return _settled(replace(request, closed_on=today))


def _settled(request: Request) -> Request:
    return replace(request, stage=stage_of(request))
