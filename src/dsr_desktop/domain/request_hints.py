"""What the user is told of a request without being stopped: a late refusal, a silence (R-COM-3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.clock import (
    DEFAULT_SETTINGS,
    Deadline,
    DeadlineSettings,
    identity_unanswered,
)
from dsr_desktop.domain.request import Decision, Request

FULL_REFUSALS = frozenset(
    {Decision.REFUSED, Decision.NOT_IDENTIFIABLE, Decision.IDENTITY_NOT_CONFIRMED}
)
"""Decisions of which the person learns the reasons within the first month, come what may."""


class HintKind(StrEnum):
    """What is to be told; the values are given to scripts."""

    REFUSAL_LATE = "refusal_late"
    IDENTITY_UNANSWERED = "identity_unanswered"


@dataclass(frozen=True)
class Hint:
    """`day`: when the reasons of the refusal were due, or since when the person is silent."""

    kind: HintKind
    day: date


def hints_of(
    request: Request,
    deadline: Deadline,
    today: date,
    settings: DeadlineSettings = DEFAULT_SETTINGS,
) -> tuple[Hint, ...]:
    """Return what is to be told of a request today, nothing once it is closed.

    A full refusal decided in the two further months is late: art. 12(4) has no extension (R-COM-3).
    Who was asked for the identity and said nothing for long is told that it was not confirmed
    (R-SUS-6).
    """
    if not request.is_open:
        return ()
    hints = []
    sent = request.answered_on or today
    is_refused = any(item.decision in FULL_REFUSALS for item in request.items)
    if deadline.extended and is_refused and sent > deadline.refusal_deadline:
        hints.append(Hint(HintKind.REFUSAL_LATE, deadline.refusal_deadline))
    if request.answered_on is None:
        silent = [one for one in request.pauses if identity_unanswered(one, today, settings)]
        hints += [Hint(HintKind.IDENTITY_UNANSWERED, one.asked_on) for one in silent[:1]]
    return tuple(hints)
