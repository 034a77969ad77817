"""One upload of Microsoft Clarity: its envelope with the names of the privacy policy, its events.

Source: github.com/microsoft/clarity, commit 8aa987e4, packages/clarity-js/src/data/envelope.ts and
packages/clarity-decode/src/{clarity,data}.ts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from math import isfinite

from dsr_desktop.domain.clarity_events import CLIENT_TIMESTAMP, EventType, Tokens

_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,6})(?:-b\d{1,6})?", re.ASCII)
_KNOWN = (0, 8)
_SHORTEST, _WITHOUT_PLATFORM, _WHOLE = 10, 11, 12
_NOT_CLARITYS = 200
_EARLIEST, _LATEST = 1_500_000_000_000, 4_102_444_800_000


class PayloadDoubt(StrEnum):
    """What is odd about a payload that is read all the same."""

    OTHER_VERSION = "other_version"


@dataclass(frozen=True)
class Envelope:
    """What stands around the events; times in milliseconds from the opening of the page.

    The order is that of the upload: Version, Content Sequence, Start Time, Duration, ProjectID,
    UserID, SessionID, PageNumber, UploadType, IsLastContent, then platform and address.
    """

    version: str
    sequence: int
    start: int
    duration: int
    project_id: str
    user_id: str
    session_id: str
    page_number: int
    upload_type: int
    is_last: bool
    platform: int | None = None
    url: str = ""


@dataclass(frozen=True)
class ClarityEvent:
    """One event: milliseconds from the opening of the page, its type, what follows."""

    time: int
    number: int
    tokens: Tokens


@dataclass(frozen=True)
class Payload:
    """What one upload holds, its events in the order of their times.

    `unknown` counts the types that this version of Clarity does not name.
    """

    envelope: Envelope
    events: tuple[ClarityEvent, ...]
    unknown: Mapping[int, int]
    doubts: tuple[PayloadDoubt, ...] = ()

    @property
    def opened_at(self) -> datetime | None:
        """When the page was opened (UTC), if this upload tells: the first one of a page does."""
        for event in self.events:
            if event.number == EventType.METRIC and (stamp := _timestamp(event.tokens)):
                return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=stamp)
        return None


def is_payload(value: object) -> bool:
    """Tell whether a JSON value has the form of an upload: an object with an envelope and events."""
    return (
        isinstance(value, Mapping)
        and isinstance(envelope := value.get("e"), list)
        and len(envelope) >= _SHORTEST
        and isinstance(envelope[0], str)
        and _VERSION.fullmatch(envelope[0]) is not None
        and isinstance(value.get("a", []), list)
        and isinstance(value.get("p", []), list)
    )


def read_payload(value: Mapping[str, object]) -> Payload:
    """Read an upload (see `is_payload`); ValueError where its envelope is not of a known form."""
    envelope = _envelope(value["e"])
    events = sorted([*_events(value.get("a")), *_events(value.get("p"))], key=_time)
    named = {int(one) for one in EventType}
    unknown = Counter(
        event.number
        for event in events
        if event.number not in named and event.number < _NOT_CLARITYS
    )
    kept = tuple(event for event in events if event.number in named)
    return Payload(envelope, kept, dict(unknown), tuple(_doubts(envelope)))


def identifier_digests(address: str) -> tuple[str, ...]:
    """Return the digests under which a site may have named a visitor by this e-mail (R-CLR-5).

    `clarity("identify", …)` sends the SHA-256 of exactly what the site passed: as typed, or in
    small letters.
    """
    forms = dict.fromkeys((address.strip(), address.strip().lower()))
    return tuple(sha256(form.encode()).hexdigest() for form in forms if form)


def _time(event: ClarityEvent) -> int:
    return event.time


def _events(several: object) -> Iterator[ClarityEvent]:
    for one in several if isinstance(several, list) else ():
        match one:
            case [int(time), int(number), *tokens]:
                yield ClarityEvent(time, number, tokens)
            case [float(time), int(number), *tokens] if isfinite(time):
                yield ClarityEvent(round(time), number, tokens)


def _envelope(values: object) -> Envelope:
    if not isinstance(values, Sequence) or len(values) < _SHORTEST:
        raise ValueError
    version, sequence, start, duration, project, user, session, page, upload, last = values[:10]
    platform, url = None, ""
    if len(values) >= _WHOLE:
        platform, url = values[10], values[11]
    elif len(values) == _WITHOUT_PLATFORM:  # a brief build had the address at its place
        platform, url = (None, values[10]) if isinstance(values[10], str) else (values[10], "")
    return Envelope(
        _word(version), _count(sequence), _count(start), _count(duration), _word(project),
        _word(user), _word(session), _count(page), _count(upload), bool(last),
        platform if isinstance(platform, int) else None, _word(url),
    )  # fmt: skip


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError  # noqa: TRY004 - what a file holds, not a fault of the caller
    return value


def _count(value: object) -> int:
    if not isinstance(value, int | float) or not isfinite(value):
        raise ValueError
    return round(value)


def _timestamp(tokens: Tokens) -> int | None:
    for number, value in zip(tokens[::2], tokens[1::2], strict=False):
        if number == CLIENT_TIMESTAMP and isinstance(value, int | float):
            return round(value) if _EARLIEST < value < _LATEST else None
    return None


def _doubts(envelope: Envelope) -> Iterator[PayloadDoubt]:
    """Compare as the decoder does: the same major version, minor ones at most one apart."""
    found = _VERSION.fullmatch(envelope.version)
    if not found or int(found[1]) != _KNOWN[0] or abs(int(found[2]) - _KNOWN[1]) > 1:
        yield PayloadDoubt.OTHER_VERSION
