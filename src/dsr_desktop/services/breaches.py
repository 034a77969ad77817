"""Breach notes with their 72 hours, and what was decided about them (art. 33 and 34)."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from dsr_desktop.domain.breach import (
    Breach,
    BreachClock,
    BreachStep,
    BreachStepKind,
    add_later,
    breach_clock,
    check_breach,
    check_breach_step,
)
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store import breaches as notes
from dsr_desktop.store.requests import read_request


@dataclass(frozen=True)
class BreachFacts:
    """What is known when a note is opened; `aware_at` names its time zone."""

    aware_at: datetime
    facts: str
    effects: str = ""
    measures: str = ""


@dataclass(frozen=True)
class BreachView:
    """A breach note with its clock at the moment of reading."""

    breach: Breach
    clock: BreachClock


@at_one_moment
def list_breaches(register: Register, now: datetime) -> tuple[BreachView, ...]:
    """Return every breach note with its clock, the one noticed first first."""
    return tuple(_view(one, now) for one in notes.read_breaches(register.database))


@at_one_moment
def view_breach(register: Register, breach_id: int, now: datetime) -> BreachView:
    """Return one breach note with its clock; NotFoundError if there is none with this id."""
    return _view(notes.read_breach(register.database, breach_id), now)


def open_breach(
    register: Register, facts: BreachFacts, now: datetime, *, ref: str | None = None
) -> BreachView:
    """Open a note of a breach, of a request or of none; the 72 hours run from `facts.aware_at`.

    Raises NotFoundError for an unknown request, InvalidInputError for a time that cannot be or a
    note without facts.
    """
    with register.database.transaction():
        request = read_request(register.database, ref) if ref is not None else None
        return view_breach(register, add_note(register, facts, now, request), now)


def add_note(
    register: Register,
    facts: BreachFacts,
    now: datetime,
    request: Request | None,
    *,
    sent_on: date | None = None,
) -> int:
    """Add a note inside the caller's transaction and return its id; raises as `open_breach` does.

    `sent_on` is the day of the message that went wrong.
    """
    noted = Breach(
        facts.aware_at, facts.facts, now, register.actor, facts.effects, facts.measures,
        request.ref if request else None,
    )  # fmt: skip
    checked = check_breach(noted, sent_on)
    id_ = notes.add_breach(register.database, checked, request)
    register.log(
        EventKind.BREACH_OPENED, checked.ref, breach=id_, aware_at=_utc(checked.aware_at),
        ends_at=_utc(checked.ends_at),
    )  # fmt: skip
    return id_


def add_to_breach(
    register: Register, breach_id: int, now: datetime, *, effects: str = "", measures: str = ""
) -> BreachView:
    """Add what became known later (art. 33(4)); what was written before stays, above it.

    Raises NotFoundError, InvalidInputError without anything to add or for an endless text.
    """
    with register.database.transaction():
        breach = notes.read_breach(register.database, breach_id)
        fuller = add_later(breach, effects, measures, now)
        notes.write_texts(register.database, fuller)
        added = [
            name for name in ("effects", "measures") if vars(fuller)[name] != vars(breach)[name]
        ]
        register.log(EventKind.BREACH_COMPLETED, breach.ref, breach=breach.id, added=added)
    return _view(fuller, now)


def decide_breach(
    register: Register, breach_id: int, kind: BreachStepKind, at: datetime, now: datetime, *,
    reason: str = "",
) -> BreachView:  # fmt: skip
    """Record that authority or person was told, or why not; a later decision counts.

    Raises NotFoundError, InvalidInputError for a time that cannot be or a reason that is missing.
    """
    with register.database.transaction():
        breach = notes.read_breach(register.database, breach_id)
        step = check_breach_step(breach, BreachStep(kind, at, now, register.actor, reason))
        notes.add_breach_step(register.database, breach, step)
        register.log(
            EventKind.BREACH_DECIDED, breach.ref, breach=breach.id, decision=kind, at=_utc(at)
        )
        changed = replace(breach, steps=(*breach.steps, step))
    return _view(changed, now)


def _view(breach: Breach, now: datetime) -> BreachView:
    return BreachView(breach, breach_clock(breach, now))


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="minutes")
