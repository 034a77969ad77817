"""Corrects a step that was recorded wrongly: a new event names it, nothing is overwritten."""

from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.correction import corrected
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import Action, check_allowed
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Item, Request, Right
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.source_rules import check_nothing_held
from dsr_desktop.domain.timeline import LoggedStep, facts_of, step_to_correct
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.marketing_blocks import block_marketing_for
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import clock, was_searched
from dsr_desktop.store.request_saving import save_request
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.source_tasks import read_tasks


@dataclass(frozen=True)
class Correction:
    """What is true of a step: its day, the decision with its words and proof, the channel.

    Or that it never was.
    """

    on: date | None = None
    decided: Item | None = None
    channel: Channel | None = None
    undo: bool = False


def correct_step(
    register: Register, ref: str, seq: int, correction: Correction, today: date
) -> RequestView:
    """Correct the event with the number `seq` of a request; its state follows from all events.

    Open, answered and closed requests alike. Raises NotFoundError for an event that the request
    does not have, InvalidInputError for a correction that says nothing or a day that cannot be,
    NotAllowedError where the request would then break a rule.
    """
    with register.database.transaction():
        request = read_request(register.database, ref)
        check_allowed(request, Action.CORRECT)
        events = history(register, request.ref)
        step = step_to_correct(events, seq, undo=correction.undo)
        before = facts_of(events)
        register.log(
            EventKind.STEP_CORRECTED, request.ref, corrects=seq, **_payload(step, correction)
        )
        now = facts_of(history(register, request.ref))
        right_now = corrected(
            request, before, now, today, seq=seq, decided=_named(register, correction)
        )
        clock(register, right_now, today)
        save_request(register.database, right_now)
        if step.kind == EventKind.DECIDED:
            right = Right(str(step.payload["right"]))
            _follow_decision(register, request, right_now, right, today)
    return view_request(register, ref, today)


def _follow_decision(
    register: Register, before: Request, request: Request, right: Right, today: date
) -> None:
    """Ask of another decision what is asked of a new one, and do what follows from it."""
    decision = request.item(right).decision
    if decision is None or decision is before.item(right).decision:
        return
    check_nothing_held(
        request, decision, read_tasks(register.database, request),
        searched=was_searched(register, request),
    )  # fmt: skip
    block_marketing_for(register, request, right, today)


def _named(register: Register, correction: Correction) -> Item | None:
    """Return the decision of a correction; NotFoundError if it repeats a request that is none."""
    decided = correction.decided
    if decided is None or not decided.duplicate_of:
        return decided
    return replace(decided, duplicate_of=read_request(register.database, decided.duplicate_of).ref)


def _payload(step: LoggedStep, correction: Correction) -> dict[str, object]:
    """Return what the event of a correction says, only what fits the corrected step."""
    if correction.undo:
        return {"undone": True}
    said: dict[str, object] = {}
    if correction.on is not None:
        said["on"] = correction.on.isoformat()
    if correction.channel is not None and step.kind == EventKind.ANSWER_SENT:
        said["channel"] = correction.channel
    if correction.decided is not None and step.kind == EventKind.DECIDED:
        said |= _decision(step, correction.decided)
    if not said:
        raise InvalidInputError(
            mark("Say what is true of event {seq}: its day, or that it never happened."),
            seq=str(step.seq),
        )
    return said


def _decision(step: LoggedStep, decided: Item) -> dict[str, object]:
    if decided.right != step.payload.get("right"):
        raise InvalidInputError(
            mark("Event {seq} is a decision on {right}: correct it with one on this right."),
            seq=str(step.seq),
            right=step.payload.get("right"),
        )
    code = decided.reason_code.partition(":")[0] if decided.reason_code else None
    return {"decision": decided.decision, "reason": code}
