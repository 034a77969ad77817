"""How far the checklist of a request is: what the app saw done, what somebody said (R-CHK-1)."""

from collections.abc import Callable
from dataclasses import dataclass

from dsr_desktop.domain.request import Decision, Request
from dsr_desktop.domain.request_steps import (
    COMMON_STEPS,
    MANDATORY_STEPS,
    STEPS_OF_RIGHT,
    StepCode,
    StepMark,
)
from dsr_desktop.domain.right import Right


@dataclass(frozen=True)
class StepFacts:
    """What the register knows of a request beside its events.

    `rectified` cells were put right in the register, `to_correct` of them not in their file yet;
    `to_tell` counts the named recipients of the data, `told` those who were told, or of whom it is
    said why they cannot be (art. 19).
    """

    rectified: int = 0
    to_correct: int = 0
    to_tell: int = 0
    told: int = 0


@dataclass(frozen=True)
class Seen:
    """What the app itself saw of a request.

    `to_review` counts hits without a verdict, `confirmed` those that are the person. `packed`: a
    bundle was built, `copied`: the package for access was, which holds what was reviewed and the
    information that goes with it, `clean`: every file that holds the person was read again and is clean,
    `blocked`: marketing to the person is stopped by the suppression list; all for the hits that are
    confirmed now. `acknowledged`: a message says that the request came in, `weighed`: it was decided
    on every file that holds the person; `facts` is what the register knows beside.
    """

    searched: bool = False
    to_review: int = 0
    confirmed: int = 0
    packed: bool = False
    copied: bool = False
    clean: bool = False
    blocked: bool = False
    acknowledged: bool = False
    weighed: bool = False
    facts: StepFacts = StepFacts()


@dataclass(frozen=True)
class ListedStep:
    """A step of the checklist; `by_app`: the app saw it done or not needed; `mark`: what was said."""

    code: StepCode
    mandatory: bool
    by_app: bool
    mark: StepMark | None = None

    @property
    def is_settled(self) -> bool:
        """Tell whether it is done, or does not apply for a reason."""
        return self.by_app or self.mark is not None


def step_list(request: Request, seen: Seen) -> tuple[ListedStep, ...]:
    """Return the checklist of a request: the common steps, then those of its rights."""
    marks = {mark.code: mark for mark in request.steps}
    codes = dict.fromkeys(code for codes in _codes_of(request) for code in codes)
    return tuple(
        ListedStep(code, code in MANDATORY_STEPS, _seen_done(code, request, seen), marks.get(code))
        for code in codes
    )


def missing_steps(request: Request, seen: Seen) -> tuple[StepCode, ...]:
    """Return the mandatory steps without which the request is not closed (R-CHK-1).

    Closing itself purges: that step is done by it, and never before.
    """
    return tuple(
        step.code
        for step in step_list(request, seen)
        if step.mandatory and not step.is_settled and step.code is not DONE_BY_CLOSING
    )


def steps_to_settle(request: Request, seen: Seen) -> tuple[StepCode, ...]:
    """Return the missing steps that somebody may settle now: before the answer only the search.

    The others are done by what comes after, or shown by it.
    """
    missing = missing_steps(request, seen)
    if request.answered_on is not None or request.is_withdrawn:
        return missing
    return tuple(code for code in missing if code is StepCode.C06)


DONE_BY_CLOSING = StepCode.C11


def has_step(request: Request, code: StepCode) -> bool:
    """Tell whether a step belongs to the checklist of a request."""
    return any(code in codes for codes in _codes_of(request))


def _codes_of(request: Request) -> tuple[tuple[StepCode, ...], ...]:
    asks_identity = any(item.card.identity for item in request.items)
    common = tuple(one for one in COMMON_STEPS if one is not StepCode.C04 or asks_identity)
    return (common, *(STEPS_OF_RIGHT.get(right, ()) for right in request.rights))


def _seen_done(code: StepCode, request: Request, seen: Seen) -> bool:
    look = _LOOKS.get(code)
    return look is not None and look(request, seen)


def _needs_search(request: Request) -> bool:
    return any(
        item.card.needs_search and item.decision not in DECIDED_UNSEARCHED for item in request.items
    )


def _carried_out(request: Request, *rights: Right) -> bool:
    return any(item.right in rights and item.is_carried_out for item in request.items)


def _erases_something(request: Request, seen: Seen) -> bool:
    return _carried_out(request, *_ERASURES) and seen.confirmed > 0


def _copy_owed(request: Request) -> bool:
    return any(item.card.gives_copy and item.is_carried_out for item in request.items)


def _is_blocked(request: Request, seen: Seen) -> bool:
    return seen.blocked or not _carried_out(request, Right.OBJECTION_MARKETING)


def _is_refused(request: Request, *rights: Right) -> bool:
    """Tell whether all that was asked of these rights is decided, and nothing has to be done."""
    asked = [item for item in request.items if item.right in rights]
    return all(item.decision is not None and not item.is_carried_out for item in asked)


def _is_decided(request: Request, *rights: Right) -> bool:
    return all(item.decision is not None for item in request.items if item.right in rights)


def _are_told(seen: Seen) -> bool:
    """Tell whether every recipient on record was told; where none is on record, nobody knows."""
    return 0 < seen.facts.to_tell <= seen.facts.told


def _is_rectified(request: Request, seen: Seen) -> bool:
    return _is_refused(request, Right.RECTIFICATION) or seen.facts.rectified > 0


def _is_corrected(request: Request, seen: Seen) -> bool:
    done = seen.facts.rectified > 0 and not seen.facts.to_correct
    return done or _is_refused(request, Right.RECTIFICATION)


def _is_packed(request: Request, seen: Seen) -> bool:
    return seen.packed or not seen.confirmed or not _carried_out(request, Right.PORTABILITY)


_ERASURES = (Right.ERASURE, Right.MINOR_ERASURE)
DECIDED_UNSEARCHED = frozenset(
    {
        Decision.WITHDRAWN_BY_PERSON, Decision.TRANSFERRED, Decision.DUPLICATE_OF,
        Decision.IDENTITY_NOT_CONFIRMED, Decision.NOT_IDENTIFIABLE, Decision.REFUSED,
    }
)  # fmt: skip
"""Decisions that are taken without looking for the person."""
_LOOKS: dict[StepCode, Callable[[Request, Seen], bool]] = {
    StepCode.C01: lambda _request, _seen: True,
    StepCode.C02: lambda _request, seen: seen.acknowledged,
    StepCode.C03: lambda request, _seen: bool(request.items),
    StepCode.C04: lambda request, _seen: not request.doubt_is_open or not _needs_search(request),
    StepCode.C05: lambda _request, _seen: True,
    StepCode.C06: lambda request, seen: seen.searched or not _needs_search(request),
    StepCode.C07: lambda request, seen: (
        (seen.searched and not seen.to_review) or not _needs_search(request)
    ),
    StepCode.C08: lambda request, _seen: not request.undecided,
    StepCode.C09: lambda request, _seen: request.answered_on is not None or request.is_withdrawn,
    StepCode.C10: lambda request, _seen: request.answered_on is not None or request.is_withdrawn,
    StepCode.C11: lambda request, _seen: request.closed_on is not None,
    StepCode.A01: lambda _request, seen: seen.copied,
    StepCode.A02: lambda _request, seen: seen.copied,
    StepCode.A03: lambda _request, seen: seen.copied,
    StepCode.A04: lambda _request, seen: seen.copied,
    StepCode.E02: lambda request, _seen: request.copy_is_sent or not _copy_owed(request),
    StepCode.E03: lambda request, seen: seen.weighed or _is_refused(request, *_ERASURES),
    StepCode.E04: lambda request, _seen: _is_decided(request, *_ERASURES),
    StepCode.E06: lambda request, seen: seen.clean or not _erases_something(request, seen),
    StepCode.E09: lambda request, seen: _are_told(seen) or _is_refused(request, *_ERASURES),
    StepCode.E12: lambda request, seen: seen.clean or not _erases_something(request, seen),
    StepCode.P01: lambda _request, seen: seen.packed,
    StepCode.P02: _is_packed,
    StepCode.P03: lambda _request, seen: seen.packed,
    StepCode.P04: lambda _request, seen: seen.packed,
    StepCode.X01: _is_rectified,
    StepCode.X02: _is_corrected,
    StepCode.X03: lambda request, seen: (
        _are_told(seen) or _is_refused(request, Right.RECTIFICATION)
    ),
    StepCode.L03: lambda _request, seen: _are_told(seen),
    StepCode.M01: _is_blocked,
    StepCode.M02: _is_blocked,
    StepCode.M04: lambda request, _seen: request.answered_on is not None,
}
"""How the app sees a step done, or not needed.

E04: what an erasure is granted for is out of use from the decision on. P01, P03, P04: a bundle names
what is in it and what is left out, and is never written without encryption.
"""
