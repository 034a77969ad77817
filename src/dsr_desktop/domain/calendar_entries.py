"""The open deadlines as entries of a calendar: the reference and the day, no person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.request_view import RequestSummary


class EntryKind(StrEnum):
    """Which day of a request stands in the calendar."""

    INTERNAL_TARGET = "target"
    LEGAL_DATE = "due"


@dataclass(frozen=True)
class CalendarEntry:
    """One day of one open request; `is_provisional`: a question to the person is still open."""

    ref: str
    kind: EntryKind
    day: date
    is_provisional: bool = False


def entries_of(requests: Iterable[RequestSummary]) -> tuple[CalendarEntry, ...]:
    """Return the internal target and the legal date of every request that awaits an answer."""
    waiting = (one for one in requests if one.request.is_open and one.request.answered_on is None)
    found = [entry for one in waiting for entry in _entries(one)]
    return tuple(sorted(found, key=lambda entry: (entry.day, entry.ref, entry.kind)))


def _entries(one: RequestSummary) -> Iterator[CalendarEntry]:
    ref, clock = one.request.ref, one.deadline
    yield CalendarEntry(ref, EntryKind.INTERNAL_TARGET, clock.internal_target, clock.provisional)
    yield CalendarEntry(ref, EntryKind.LEGAL_DATE, clock.current_due, clock.provisional)
