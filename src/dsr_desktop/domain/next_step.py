"""What an open request needs next: one rule for the list of the day and for the request's page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import HitCounts
from dsr_desktop.domain.request import Request, Right
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.domain.short_path import goes_short
from dsr_desktop.domain.step_list import Seen

_ERASURES = frozenset({Right.ERASURE, Right.MINOR_ERASURE})
_BLOCKING = frozenset({EventKind.SUPPRESSION_ADDED, EventKind.MARKETING_BLOCKED})

_COPY = "package_built for access"


class NextStep(Enum):
    """What an open request needs next."""

    SHORT = "short"
    SEARCH = "search"
    REVIEW = "review"
    WAIT = "wait"
    DECIDE = "decide"
    ACCESS = "access"
    BUNDLE = "bundle"
    CHECKLIST = "checklist"
    RESCAN = "rescan"
    SEND = "send"
    CLOSE = "close"


class Happening(Protocol):
    """An event of a request: its kind, and what it says without naming the person."""

    @property
    def kind(self) -> str:
        """What happened."""

    @property
    def payload(self) -> Mapping[str, object]:
        """The particulars."""


@dataclass(frozen=True)
class Done:
    """What was done with a request, as far as the app has seen it.

    `packed`, `copied` (the package for access) and `listed` are about the hits that are confirmed now:
    what was made for others does not count. `clean_sources` are the ids of the files read again, if nothing of the
    person was left in any, no hit was confirmed and no place found again since. `blocked`: the
    person was put on the suppression list for this request.
    """

    searched: bool = False
    packed: bool = False
    copied: bool = False
    listed: bool = False
    clean_sources: frozenset[int] = frozenset()
    blocked: bool = False


def done_so_far(events: Iterable[Happening]) -> Done:
    """Say what was done with a request, from its events, oldest first."""
    confirmed: frozenset[object] = frozenset()
    made_for: dict[str, frozenset[object]] = {}
    reading: Mapping[str, object] = {}
    for event in events:
        if event.kind == EventKind.HITS_JUDGED:
            confirmed = _confirmed_after(event.payload, confirmed)
        elif event.kind == EventKind.SOURCES_READ_AGAIN:
            reading = event.payload
        elif event.kind == EventKind.READING_OVERTAKEN or (
            event.kind == EventKind.DATASET_DECIDED and event.payload.get("was_kept")
        ):
            reading = {}
        made_for[_COPY if _is_of_access(event) else event.kind] = confirmed
    is_covered = confirmed <= made_for.get(EventKind.SOURCES_READ_AGAIN, frozenset())
    return Done(
        searched=EventKind.SEARCHED in made_for,
        packed=made_for.get(EventKind.PACKAGE_BUILT) == confirmed,
        copied=made_for.get(_COPY) == confirmed,
        listed=made_for.get(EventKind.CHECKLIST_MADE) == confirmed,
        clean_sources=_clean_sources(reading) if is_covered else frozenset(),
        blocked=not made_for.keys().isdisjoint(_BLOCKING),
    )


def _is_of_access(event: Happening) -> bool:
    """Tell whether an event is of the package for access: that is no portability bundle."""
    is_package = event.kind == EventKind.PACKAGE_BUILT
    return is_package and event.payload.get("right") == Right.ACCESS


def next_step(summary: RequestSummary, done: Done) -> NextStep | None:
    """Return what comes next, None for a closed request.

    An answer already sent leaves only the end; an open question to the person is waited for
    (R-SUS-1); every right is decided on before anything is carried out (R-COM-2). What needs no
    search takes the short path.
    """
    request = summary.request
    if not request.is_open:
        return None
    if request.answered_on is not None:
        return NextStep.CLOSE
    if request.is_paused:
        return NextStep.WAIT
    if not request.undecided:
        return _to_carry_out(summary, done) or NextStep.SEND
    return _to_decide(summary, done)


def seen_so_far(done: Done, found: HitCounts) -> Seen:
    """Say what the app saw of a request, for its checklist (R-CHK-1)."""
    return Seen(
        searched=done.searched,
        to_review=found.to_review,
        confirmed=found.confirmed,
        packed=done.packed,
        copied=done.copied,
        clean=bool(done.clean_sources) and found.confirmed_in <= done.clean_sources,
        blocked=done.blocked,
    )


def still_to_pack(summary: RequestSummary, done: Done) -> bool:
    """Tell whether portability was granted and no bundle was built yet."""
    return Right.PORTABILITY in _carried_out(summary.request) and not done.packed


def still_to_copy(summary: RequestSummary, done: Done) -> bool:
    """Tell whether access was granted and the package with the copy was not built yet (art. 15)."""
    request = summary.request
    is_gone = done.copied or request.copy_sent_on is not None
    return Right.ACCESS in _carried_out(request) and not is_gone


def still_to_erase(summary: RequestSummary, done: Done) -> bool:
    """Tell whether an erasure was decided that no reading of the files has shown to be done."""
    is_clean = bool(done.clean_sources) and summary.found.confirmed_in <= done.clean_sources
    return bool(_carried_out(summary.request) & _ERASURES) and not is_clean


def _to_decide(summary: RequestSummary, done: Done) -> NextStep:
    """Return what leads to a decision that is not taken yet."""
    if goes_short(summary.request):
        return NextStep.SHORT
    if not done.searched:
        return NextStep.SEARCH
    return NextStep.REVIEW if summary.found.to_review else NextStep.DECIDE


def _to_carry_out(summary: RequestSummary, done: Done) -> NextStep | None:
    """Return what was decided and is not done yet; the person's copy comes before any erasure."""
    if not summary.found.confirmed:
        return None
    if still_to_copy(summary, done):
        return NextStep.ACCESS
    if still_to_pack(summary, done):
        return NextStep.BUNDLE
    if still_to_erase(summary, done):
        return NextStep.RESCAN if done.listed else NextStep.CHECKLIST
    return None


def _carried_out(request: Request) -> frozenset[Right]:
    """Rights on which something was decided that has to be carried out."""
    return frozenset(item.right for item in request.items if item.is_carried_out)


def _confirmed_after(
    judged: Mapping[str, object], confirmed: frozenset[object]
) -> frozenset[object]:
    """Return the ids of the hits that are confirmed after some were judged."""
    taken_back = (*_ids(judged.get("rejected")), *_ids(judged.get("reopened")))
    return (confirmed | {*_ids(judged.get("confirmed"))}) - {*taken_back}


def _ids(listed: object) -> tuple[object, ...]:
    return tuple(listed) if isinstance(listed, list | tuple) else ()


def _clean_sources(reading: Mapping[str, object]) -> frozenset[int]:
    """Return the files of the last reading, none if anything of the person was left in one."""
    hashes = reading.get("sha256")
    if not reading.get("clean") or not isinstance(hashes, Mapping):
        return frozenset()
    return frozenset(int(source_id) for source_id in hashes)
