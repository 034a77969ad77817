"""The life of a request: its states, what may be done in each, and the guards of every step.

Pure: services, window and command line ask here, and nowhere else, whether a step is allowed.
"""

from datetime import date
from enum import StrEnum

from dsr_desktop.domain.decisions import REFUSALS
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.identity import IdentityResult
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Decision, Item, Request, Right, Stage
from dsr_desktop.domain.request_steps import ERASING_STEPS, StepCode
from dsr_desktop.domain.requester import check_mandate
from dsr_desktop.domain.step_list import Seen, missing_steps

EARLIEST_RECEIPT = date(2018, 5, 25)


class Action(StrEnum):
    """What can be done with a request."""

    SEARCH = "search"
    JUDGE = "judge"
    NOTE_FACT = "note_fact"
    CHECK_IDENTITY = "check_identity"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    DECIDE = "decide"
    SEND_COPY = "send_copy"
    MARK_STEP = "mark_step"
    REMIND = "remind"
    CHARGE = "charge"
    SEND_ANSWER = "send_answer"
    CLOSE = "close"
    REOPEN = "reopen"
    CORRECT = "correct"
    LINK = "link"
    EDIT = "edit"


class SideState(StrEnum):
    """What else is true of a request, beside its stage (domain catalogue 4.2)."""

    SUSPENDED = "suspended"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"


_AFTER_ANSWER = frozenset(
    {
        Action.SEARCH, Action.JUDGE, Action.MARK_STEP, Action.CLOSE, Action.REOPEN, Action.CORRECT,
        Action.LINK, Action.EDIT,
    }
)  # fmt: skip
_BEFORE_ANSWER = frozenset(Action) - {Action.REOPEN}
ALLOWED: dict[Stage, frozenset[Action]] = {
    Stage.NEW: _BEFORE_ANSWER,
    Stage.IDENTITY_PENDING: _BEFORE_ANSWER,
    Stage.IN_PROGRESS: _BEFORE_ANSWER,
    Stage.DECIDED: _BEFORE_ANSWER,
    Stage.ANSWERED: _AFTER_ANSWER,
    Stage.CLOSED: frozenset({Action.REOPEN, Action.CORRECT, Action.LINK}),
}
"""What each stage leaves open; the guards below decide on the rest."""


def stage_of(request: Request) -> Stage:
    """Return the stage that the facts of a request amount to; `stage` tells whether it had begun."""
    if request.closed_on is not None:
        return Stage.CLOSED
    if request.answered_on is not None:
        return Stage.ANSWERED
    if not request.undecided:
        return Stage.DECIDED
    if request.identity and request.identity[-1].result is IdentityResult.PENDING:
        return Stage.IDENTITY_PENDING
    return Stage.NEW if request.stage is Stage.NEW else Stage.IN_PROGRESS


def side_states(request: Request, *, extended: bool) -> tuple[SideState, ...]:
    """Return what else is true of a request; `extended` is what its clock says."""
    decisions = {item.decision for item in request.items}
    holds = {
        SideState.SUSPENDED: request.is_paused and request.answered_on is None,
        SideState.EXTENDED: extended,
        SideState.WITHDRAWN: request.is_withdrawn,
        SideState.TRANSFERRED: decisions == {Decision.TRANSFERRED},
    }
    return tuple(state for state, is_true in holds.items() if is_true)


def check_allowed(request: Request, action: Action) -> None:
    """Raise NotAllowedError unless the stage of a request leaves `action` open."""
    if action in ALLOWED[request.stage]:
        return
    if action is Action.REOPEN:
        raise NotAllowedError(
            mark(
                "{ref} was not answered yet, so this is a reminder and no new request: record it "
                "as a reminder and answer."
            ),
            ref=request.ref,
        )
    check_is_open(request)
    check_not_answered(request)


def check_is_open(request: Request) -> None:
    """Refuse a change of a closed request."""
    if not request.is_open:
        raise NotAllowedError(mark("{ref} is closed and no longer changes."), ref=request.ref)


def check_not_answered(request: Request) -> None:
    """Refuse a change of what was answered: decisions and clock are those of the day it was sent."""
    if request.answered_on is not None:
        raise NotAllowedError(
            mark(
                "{ref} was answered on {day}, and what was answered stays as it is. Record a new "
                "request to correct or complete the answer."
            ),
            ref=request.ref,
            day=request.answered_on.isoformat(),
        )


def check_receipt(received_on: date, today: date) -> None:
    """Refuse a receipt date in the future or before the GDPR applied (25 May 2018)."""
    if received_on > today:
        raise InvalidInputError(
            mark("The receipt date {day} lies after today. Enter the day the message arrived."),
            day=received_on.isoformat(),
        )
    if received_on < EARLIEST_RECEIPT:
        raise InvalidInputError(
            mark("The receipt date {day} lies before 25 May 2018, when the GDPR began to apply."),
            day=received_on.isoformat(),
        )


def check_past(request: Request, day: date, today: date) -> None:
    """Refuse a day on which a step of the request cannot have happened."""
    if not request.received_on <= day <= today:
        raise InvalidInputError(
            mark("{day} cannot be: it lies before the receipt of {ref} or after today."),
            day=day.isoformat(),
            ref=request.ref,
        )


def check_identity_may_be_asked(request: Request) -> None:
    """Refuse proof of identity where none may be asked, such as for marketing (R-ID-9, R-MKT-1)."""
    if Right.OBJECTION_MARKETING in request.rights and len(request.rights) == 1:
        raise NotAllowedError(
            mark("{ref} is a marketing objection: never ask for identity proof (art. 21(2)-(3))."),
            ref=request.ref,
        )
    if not any(item.card.identity for item in request.items):
        raise NotAllowedError(
            mark("{ref} is answered without proof of identity: never ask for one (R-ID-9)."),
            ref=request.ref,
        )


def check_can_extend(request: Request) -> None:
    """Refuse to lengthen a time that nothing lengthens, or that of a minor's erasure (R-MIN-1)."""
    is_extendable = any(item.card.extendable for item in request.items)
    if Right.MINOR_ERASURE in request.rights or not is_extendable:
        raise NotAllowedError(
            mark("The time for {rights} is not extended: answer by the date that stands."),
            rights=request.rights,
        )


def check_can_erase(request: Request) -> None:
    """Lock the erasure until the person's copy is sent, if one was asked as well (R-TYP-2)."""
    owed = [
        item.right
        for item in request.items
        if item.card.gives_copy and (item.decision is None or item.is_carried_out)
    ]
    if owed and not request.copy_is_sent:
        raise NotAllowedError(
            mark("Nothing of {ref} is erased before the copy is sent: {rights}. Send it first."),
            ref=request.ref,
            rights=tuple(owed),
        )


def check_nothing_erased(request: Request, item: Item) -> None:
    """Refuse to grant a copy of data that are erased already (R-TYP-2)."""
    erased = any(one.code in ERASING_STEPS and one.done_on for one in request.steps)
    if item.card.gives_copy and erased and not request.copy_is_sent:
        raise NotAllowedError(
            mark("{ref} has data erased already: no copy of them can be granted any more."),
            ref=request.ref,
        )


def check_step(request: Request, code: StepCode) -> None:
    """Refuse to mark a step that erases while it is locked (R-TYP-2)."""
    if code in ERASING_STEPS:
        check_can_erase(request)


def check_can_send(request: Request, *, remedies_told: bool = True) -> None:
    """Raise NotAllowedError unless an answer may count as sent (R-COM-2, R-COM-3, R-COM-6).

    Every right is decided, a doubt about the identity is dispelled before anything is carried out,
    a mandate covers what an agent gets, and `remedies_told` where anything is refused.
    """
    if request.undecided:
        raise NotAllowedError(
            mark("{ref} cannot be answered yet: decide first on {rights}."),
            ref=request.ref,
            rights=request.undecided,
        )
    carried_out = [item for item in request.items if item.is_carried_out]
    if any(item.card.identity for item in carried_out):
        check_no_doubt(request)
    if carried_out and request.fee is not None and request.fee.is_open:
        raise NotAllowedError(
            mark("The fee of {ref} waits for a reply: record it, or give the fee up."),
            ref=request.ref,
        )
    check_mandate(request.requester, (item.right for item in carried_out))
    if not remedies_told and refused_rights(request):
        raise NotAllowedError(
            mark(
                "The answer refuses something ({rights}): it has to name the right to complain to "
                "the authority and to go to court (art. 12(4)). Complete it, then send it."
            ),
            rights=refused_rights(request),
        )


def check_no_doubt(request: Request) -> None:
    """Refuse to hand anything over while a doubt about the identity is open (R-COM-6)."""
    if request.doubt_is_open:
        raise NotAllowedError(
            mark("The identity is not confirmed in {ref}: confirm it, or decide that it was not."),
            ref=request.ref,
        )


def refused_rights(request: Request) -> tuple[Right, ...]:
    """Return the rights that are refused wholly or in part (R-COM-3)."""
    return tuple(item.right for item in request.items if item.decision in REFUSALS)


def check_can_close(request: Request, seen: Seen) -> None:
    """Require a sent answer or the person's own withdrawal, and a settled checklist.

    Raises NotAllowedError (R-COM-2, R-CHK-1).
    """
    if request.answered_on is None and not request.is_withdrawn:
        raise NotAllowedError(
            mark("{ref} cannot be closed: no answer was sent. Silence is never a valid end."),
            ref=request.ref,
        )
    missing = missing_steps(request, seen)
    if missing:
        raise NotAllowedError(
            mark(
                "{ref} cannot be closed yet: steps {steps} are not done. Do them, or say for each "
                "why it does not apply."
            ),
            ref=request.ref,
            steps=missing,
        )
