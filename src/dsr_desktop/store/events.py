"""The append-only event log: a hash chain that shows any change, removal or reordering.

Events name the request, never the person (R-LOG-2), so that they can outlive the file.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.fingerprint import PRINTED
from dsr_desktop.store.database import Database
from dsr_desktop.store.request_selection import ALL_REQUESTS, RequestSelection

GENESIS = "0" * 64
_DAYS = "SELECT ref, payload FROM event WHERE kind = ? AND ref IS NOT NULL"
_EVENTS = "SELECT seq, at, actor, kind, ref, payload, prev_hash, hash FROM event"


@dataclass(frozen=True)
class Event:
    """One thing that happened; `hash` covers everything else and the event before it."""

    seq: int
    at: str
    actor: str
    kind: str
    ref: str | None
    payload: dict[str, object]
    prev_hash: str
    hash: str


def append_event(
    database: Database, actor: str, kind: EventKind, ref: str | None = None, **payload: object
) -> Event:
    """Add an event to the end of the chain, inside the caller's transaction."""
    with database.transaction() as connection:
        last = connection.execute(
            "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        seq, prev_hash = (last[0] + 1, last[1]) if last else (1, GENESIS)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        digest = _digest(seq, at, actor, kind, ref, payload, prev_hash)
        event = Event(seq, at, actor, kind, ref, payload, prev_hash, digest)
        connection.execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (seq, at, actor, kind, ref, _canonical(payload), prev_hash, digest),
        )
        return event


def fingerprint(database: Database) -> str:
    """Return the hash of the last event: it stands for the whole log as it is now."""
    last = database.connection.execute("SELECT hash FROM event ORDER BY seq DESC LIMIT 1")
    row = last.fetchone()
    return str(row[0]) if row else GENESIS


def short_fingerprint(database: Database) -> str:
    """Return the beginning of the fingerprint, as it is printed on documents."""
    return fingerprint(database)[:PRINTED]


def count_events(database: Database) -> int:
    """Count the events of the log."""
    return int(database.connection.execute("SELECT count(*) FROM event").fetchone()[0])


def events(database: Database, ref: str | None = None) -> Iterator[Event]:
    """Yield the events in order, all or those of one request."""
    about_one, asked = (" WHERE ref = ?", (ref,)) if ref is not None else ("", ())
    rows = database.connection.execute(f"{_EVENTS}{about_one} ORDER BY seq", asked)
    yield from map(_event, rows)


def last_event(database: Database, kind: EventKind, ref: str) -> Event | None:
    """Return the latest event of a kind about one request, None if it never happened."""
    row = database.connection.execute(
        f"{_EVENTS} WHERE ref = ? AND kind = ? ORDER BY seq DESC LIMIT 1", (ref, kind)
    ).fetchone()
    return _event(row) if row else None


def last_days(
    database: Database, kind: EventKind, which: RequestSelection = ALL_REQUESTS
) -> dict[str, str]:
    """Return the day ("on") that the latest event of a kind names, by the request's reference."""
    only, given = which.within("ref", key="ref")
    rows = database.connection.execute(f"{_DAYS} AND {only} ORDER BY seq", (kind, *given))
    days = {str(ref): json.loads(payload).get("on") for ref, payload in rows}
    return {ref: str(day) for ref, day in days.items() if day}


def first_broken(chain: Iterable[Event]) -> int | None:
    """Return the sequence number at which the chain no longer holds, or None if it is whole."""
    prev_hash, expected = GENESIS, 1
    for event in chain:
        digest = _digest(
            event.seq, event.at, event.actor, event.kind, event.ref, event.payload, event.prev_hash
        )
        if event.seq != expected or event.prev_hash != prev_hash or event.hash != digest:
            return expected
        prev_hash, expected = event.hash, expected + 1
    return None


def event_line(event: Event) -> str:
    """Write an event as one line of JSON, hashes included, as `read_event_line` takes it."""
    return _canonical(asdict(event))


def read_event_line(line: str) -> Event:
    """Read a line that `event_line` wrote; ValueError or TypeError for another one."""
    return Event(**json.loads(line))


def _event(row: Sequence[Any]) -> Event:
    seq, at, actor, kind, about, payload, *hashes = row
    return Event(seq, at, actor, kind, about, _payload(payload), *hashes)


def _payload(text: str) -> dict[str, object]:
    """Read a payload; what is none any more is kept as it is, and breaks the chain."""
    try:
        content = json.loads(text)
    except ValueError:
        content = None
    return content if isinstance(content, dict) else {"changed to": text}


def _digest(
    seq: int,
    at: str,
    actor: str,
    kind: str,
    ref: str | None,
    payload: dict[str, object],
    prev_hash: str,
) -> str:
    content = {"seq": seq, "at": at, "actor": actor, "kind": kind, "ref": ref, "payload": payload}
    return hashlib.sha256((prev_hash + _canonical(content)).encode()).hexdigest()


def _canonical(content: dict[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
