"""What happened to a request, from the event log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dsr_desktop.domain.next_step import Done
from dsr_desktop.services.register import Register
from dsr_desktop.store.events import events


@dataclass(frozen=True)
class PastEvent:
    """One event of a request; `at` is in local time, `payload` never names the person."""

    at: datetime
    actor: str
    kind: str
    payload: Mapping[str, object]


def history(register: Register, ref: str) -> tuple[PastEvent, ...]:
    """Return the events of a request, oldest first; empty for an unknown reference."""
    return tuple(
        PastEvent(
            datetime.fromisoformat(event.at).astimezone(), event.actor, event.kind, event.payload
        )
        for event in events(register.database, ref)
    )


def done_so_far(events_of_request: Iterable[PastEvent]) -> Done:
    """Say what was done with a request, from its events, oldest first."""
    last = {event.kind: event.payload for event in events_of_request}
    return Done(
        searched="searched" in last,
        packed="package_built" in last,
        listed="checklist_made" in last,
        clean_sources=_clean_sources(last.get("sources_read_again", {})),
    )


def _clean_sources(reading: Mapping[str, object]) -> frozenset[int]:
    """Return the files of the last reading, none if anything of the person was left in one."""
    hashes = reading.get("sha256")
    if not reading.get("clean") or not isinstance(hashes, Mapping):
        return frozenset()
    return frozenset(int(source_id) for source_id in hashes)
