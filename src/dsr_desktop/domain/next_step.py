"""What an open request needs next: one rule for the list of the day and for the request's page."""

from dataclasses import dataclass
from enum import Enum

from dsr_desktop.domain.request import Decision, Request, Right
from dsr_desktop.domain.request_view import RequestSummary

_ERASURES = frozenset({Right.ERASURE, Right.MINOR_ERASURE})
_NOTHING_TO_CARRY_OUT = frozenset(
    {
        Decision.REFUSED, Decision.NO_DATA, Decision.NOTHING_IN_SCOPE, Decision.NOT_IDENTIFIABLE,
        Decision.IDENTITY_NOT_CONFIRMED, Decision.WITHDRAWN_BY_PERSON, Decision.TRANSFERRED,
        Decision.DUPLICATE_OF,
    }
)  # fmt: skip


class NextStep(Enum):
    """What an open request needs next."""

    SEARCH = "search"
    REVIEW = "review"
    WAIT = "wait"
    DECIDE = "decide"
    BUNDLE = "bundle"
    CHECKLIST = "checklist"
    RESCAN = "rescan"
    SEND = "send"
    CLOSE = "close"


@dataclass(frozen=True)
class Done:
    """What was done with a request, as far as the app has seen it.

    `clean_sources` are the ids of the files read again, if nothing of the person was left in any.
    """

    searched: bool = False
    packed: bool = False
    listed: bool = False
    clean_sources: frozenset[int] = frozenset()


def next_step(summary: RequestSummary, done: Done) -> NextStep | None:
    """Return what comes next, None for a closed request.

    An answer already sent leaves only the end; an open question to the person is waited for
    (R-SUS-1); every right is decided on before anything is carried out (R-COM-2).
    """
    request = summary.request
    if not request.is_open:
        return None
    if request.answered_on is not None:
        return NextStep.CLOSE
    if waits_for_person(request):
        return NextStep.WAIT
    if all(item.decision is not None for item in request.items):
        return _to_carry_out(summary, done) or NextStep.SEND
    if not done.searched:
        return NextStep.SEARCH
    return NextStep.REVIEW if summary.found.to_review else NextStep.DECIDE


def waits_for_person(request: Request) -> bool:
    """Tell whether a question to the person is open, so that the clock stands still."""
    return any(pause.answered_on is None for pause in request.pauses)


def still_to_pack(summary: RequestSummary, done: Done) -> bool:
    """Tell whether portability was granted and no bundle was built yet."""
    return Right.PORTABILITY in _carried_out(summary.request) and not done.packed


def still_to_erase(summary: RequestSummary, done: Done) -> bool:
    """Tell whether an erasure was decided that no reading of the files has shown to be done."""
    is_clean = bool(done.clean_sources) and summary.found.confirmed_in <= done.clean_sources
    return bool(_carried_out(summary.request) & _ERASURES) and not is_clean


def _to_carry_out(summary: RequestSummary, done: Done) -> NextStep | None:
    """Return what was decided and is not done yet; the person's copy comes before any erasure."""
    if not summary.found.confirmed:
        return None
    if still_to_pack(summary, done):
        return NextStep.BUNDLE
    if still_to_erase(summary, done):
        return NextStep.RESCAN if done.listed else NextStep.CHECKLIST
    return None


def _carried_out(request: Request) -> frozenset[Right]:
    """Rights on which something was decided that has to be carried out."""
    return frozenset(
        item.right
        for item in request.items
        if item.decision is not None and item.decision not in _NOTHING_TO_CARRY_OUT
    )
