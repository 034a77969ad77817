"""What the user is told of a request, or of a decision, without being stopped: never a bar."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.abuse import ABUSE_CODES
from dsr_desktop.domain.clock import (
    DEFAULT_SETTINGS,
    Deadline,
    DeadlineSettings,
    identity_unanswered,
)
from dsr_desktop.domain.request import Decision, Request, Right
from dsr_desktop.domain.request_figures import REFUSALS


class HintKind(StrEnum):
    """What is to be told; the values are given to scripts."""

    REFUSAL_LATE = "refusal_late"
    REFUSAL_NOT_MOVED = "refusal_not_moved"
    ABUSE_ONLY_ACCESS = "abuse_only_access"
    IDENTITY_UNANSWERED = "identity_unanswered"
    PAUSE_DOUBTFUL = "pause_doubtful"


@dataclass(frozen=True)
class Hint:
    """`day`: until when the refusal or the answer is due, or since when the person is silent.

    None where no day belongs to it.
    """

    kind: HintKind
    day: date | None = None


def hints_of_decision(
    right: Right, decision: Decision | None, code: str | None, deadline: Deadline, today: date
) -> tuple[Hint, ...]:
    """Return what to tell before `decision` is recorded on `right`, and until the answer is sent.

    A whole refusal is sent within the first month, whatever was extended (R-COM-3, art. 12(4)); what
    is manifestly excessive was analysed for access alone (R-ABU-1).
    """
    hints = []
    if decision in REFUSALS:
        if today > deadline.refusal_deadline:
            hints.append(Hint(HintKind.REFUSAL_LATE, deadline.refusal_deadline))
        elif deadline.extended:
            hints.append(Hint(HintKind.REFUSAL_NOT_MOVED, deadline.refusal_deadline))
    if code in ABUSE_CODES and right is not Right.ACCESS:
        hints.append(Hint(HintKind.ABUSE_ONLY_ACCESS))
    return tuple(hints)


def hints_of(
    request: Request,
    deadline: Deadline,
    today: date,
    settings: DeadlineSettings = DEFAULT_SETTINGS,
) -> tuple[Hint, ...]:
    """Return what is to be told of a request today, nothing once it is answered or closed.

    Beside what its decisions say: who was asked for the identity and said nothing for long is told
    that it was not confirmed (R-SUS-6), and a question asked late may stop no clock (R-SUS-3).
    """
    if not request.is_open or request.answered_on is not None:
        return ()
    hints = [
        hint
        for item in request.items
        for hint in hints_of_decision(item.right, item.decision, item.reason_code, deadline, today)
    ]
    silent = [one for one in request.pauses if identity_unanswered(one, today, settings)]
    hints += [Hint(HintKind.IDENTITY_UNANSWERED, one.asked_on) for one in silent[:1]]
    if deadline.doubtful:
        hints.append(Hint(HintKind.PAUSE_DOUBTFUL, deadline.current_unsuspended))
    return tuple(dict.fromkeys(hints))
