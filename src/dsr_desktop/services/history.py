"""What happened to a request, from the event log."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.events import count_events, events, short_fingerprint


@dataclass(frozen=True)
class PastEvent:
    """One event of a request; `at` is in local time, `payload` never names the person.

    `seq` is its number in the log, by which a later event corrects it.
    """

    at: datetime
    actor: str
    kind: str
    payload: Mapping[str, object]
    seq: int = 0


def history(register: Register, ref: str) -> tuple[PastEvent, ...]:
    """Return the events of a request, oldest first; empty for an unknown reference."""
    return tuple(
        PastEvent(
            datetime.fromisoformat(event.at).astimezone(),
            event.actor,
            event.kind,
            event.payload,
            event.seq,
        )
        for event in events(register.database, ref)
    )


@at_one_moment
def log_head(register: Register) -> tuple[int, str]:
    """Return how many events the log has, and the fingerprint of the last as it is printed."""
    return count_events(register.database), short_fingerprint(register.database)
