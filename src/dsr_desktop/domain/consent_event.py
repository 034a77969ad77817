"""What was agreed to or withdrawn, event by event, in the words of ISO/IEC TS 27560:2023."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.consent import ALL_PURPOSES, Consent
from dsr_desktop.domain.contact_record import record_id
from dsr_desktop.domain.source import Place

SCHEMA_VERSION = "ISO/IEC TS 27560:2023"


class EventState(StrEnum):
    """What happened to a consent; the values are those of the standard."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class ConsentEvent:
    """One event: `purpose` is "" where the list names none, `on` None where the day is not known.

    `notice` is the text that was agreed to, or its version; `proof` says how one knows.
    """

    record_id: str
    purpose: str
    state: EventState
    on: date | None
    notice: str
    proof: str


def events_of(consents: Iterable[tuple[Consent, Place | None]]) -> tuple[ConsentEvent, ...]:
    """Return the events of a person's consents, sorted by their ids; `Place` is the row of one."""
    events = [event for consent, place in consents for event in _events(consent, place)]
    return tuple(sorted(events, key=lambda one: one.record_id))


def _events(consent: Consent, place: Place | None) -> Iterator[ConsentEvent]:
    named = "-".join(filter(None, (_name(consent, place), consent.purpose)))
    purpose = "" if consent.purpose == ALL_PURPOSES else consent.purpose
    if consent.is_given:
        yield ConsentEvent(f"{named}-given", purpose, EventState.GIVEN, consent.given_on,
                           consent.wording, consent.proof)  # fmt: skip
    if consent.is_withdrawn:
        # A list that says no does not say that there was a yes before.
        state = EventState.WITHDRAWN if place is None else EventState.REFUSED
        yield ConsentEvent(f"{named}-{state}", purpose, state, consent.withdrawn_on,
                           consent.wording, consent.proof)  # fmt: skip


def _name(consent: Consent, place: Place | None) -> str:
    return f"consent-{consent.id}" if place is None else f"{record_id(place)}-{consent.proof}"
