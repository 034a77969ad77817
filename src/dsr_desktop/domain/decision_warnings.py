"""What to warn of when a right is decided on: late refusals, silence, a doubtful pause. Never a bar."""

from datetime import date
from enum import StrEnum

from dsr_desktop.domain.abuse import ABUSE_CODES
from dsr_desktop.domain.clock import Deadline, identity_unanswered
from dsr_desktop.domain.request import Decision, Request, Right
from dsr_desktop.domain.request_figures import REFUSALS as WHOLE_REFUSALS


class Warn(StrEnum):
    """What a decision, or the request itself, should make the DPO look at."""

    REFUSAL_LATE = "refusal_late"
    REFUSAL_NOT_MOVED = "refusal_not_moved"
    ABUSE_ONLY_ACCESS = "abuse_only_access"
    PERSON_SILENT = "person_silent"
    PAUSE_DOUBTFUL = "pause_doubtful"


def warnings_of_decision(
    right: Right, decision: Decision | None, code: str | None, deadline: Deadline, today: date
) -> tuple[Warn, ...]:
    """Return what to warn of before `decision` is recorded on `right`.

    A whole refusal is sent within the first month, whatever was extended (R-COM-3, art. 12(4)); what
    is manifestly excessive was analysed for access alone (R-ABU-1).
    """
    found = []
    if decision in WHOLE_REFUSALS:
        if today > deadline.refusal_deadline:
            found.append(Warn.REFUSAL_LATE)
        elif deadline.extended:
            found.append(Warn.REFUSAL_NOT_MOVED)
    if code in ABUSE_CODES and right is not Right.ACCESS:
        found.append(Warn.ABUSE_ONLY_ACCESS)
    return tuple(found)


def warnings_of_request(request: Request, deadline: Deadline, today: date) -> tuple[Warn, ...]:
    """Return what to warn of while a request is not answered (R-SUS-3, R-SUS-6, R-COM-3)."""
    if request.answered_on is not None:
        return ()
    found = [
        warn
        for item in request.items
        for warn in warnings_of_decision(
            item.right, item.decision, item.reason_code, deadline, today
        )
    ]
    if any(identity_unanswered(pause, today) for pause in request.pauses):
        found.append(Warn.PERSON_SILENT)
    if deadline.doubtful:
        found.append(Warn.PAUSE_DOUBTFUL)
    return tuple(dict.fromkeys(found))
