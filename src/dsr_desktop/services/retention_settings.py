"""What somebody says of contacts: rules, ends of a processing, legal periods, holds (R-RT-1, 3, 4)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.contact_retention import COUNTED, EndedBy, RetentionRule, check_rule
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.retention_hold import RetentionHold, check_hold, check_release
from dsr_desktop.domain.source import Source
from dsr_desktop.services.contact_clocks import contact_lists, count_clocks, count_days_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.sourcing import check_activity
from dsr_desktop.store.contact_clocks import (
    hold_contacts,
    read_rules,
    set_ends,
    set_legal,
    write_rule,
)
from dsr_desktop.store.due_contacts import HOLDS

_ROWS = "row_id IN (SELECT value FROM json_each(?))"
_LISTS = "source_id IN (SELECT value FROM json_each(?))"
_NOT_SAID = "(ended_by IS NULL OR ended_by IN ('column', 'silence', 'activity'))"


@dataclass(frozen=True)
class Scope:
    """Of which contacts something is said: chosen rows, an import, or all of an activity."""

    rows: tuple[int, ...] = ()
    source_id: int | None = None
    activity: str | None = None


def set_rule(register: Register, activity: str, rule: RetentionRule, today: date) -> RetentionRule:
    """Set how long the contacts of an activity are kept ("" for lists without one), and count anew.

    Raises InvalidInputError for an unknown activity, or months that cannot be.
    """
    checked = check_rule(rule)
    with register.database.transaction():
        if activity:
            check_activity(register, activity)
        write_rule(register.database, activity, checked)
        register.log(
            EventKind.RETENTION_RULE_SET, activity or None, mode=checked.mode,
            months=checked.months, silent_months=checked.silent_months,
            ended_on=checked.ended_on.isoformat() if checked.ended_on else None,
        )  # fmt: skip
        count_clocks(register, today)
    return checked


def rule_for(register: Register, activity: str) -> RetentionRule:
    """Return the rule that was set for an activity, the usual one where none was."""
    return read_rules(register.database).get(activity, RetentionRule())


def set_end(
    register: Register, scope: Scope, ended_on: date | None, ended_by: EndedBy, today: date
) -> int:
    """Say when the processing of contacts ended and by what; returns of how many (R-RT-1).

    None takes back what was said. Raises InvalidInputError for a day to come, NotFoundError for a
    scope without contacts.
    """
    _check_day(ended_on, today)
    if ended_by in COUNTED:
        raise InvalidInputError(mark("Say what ended the processing: a contract, a withdrawal, …"))
    with register.database.transaction():
        count_clocks(register, today)
        where, values, lists = _where(register, scope)
        if scope.rows:
            done = set_ends(
                register.database, where, values, ended_on, ended_by if ended_on else None
            )
        else:
            where = f"{where} AND {_NOT_SAID}" if ended_on else where
            done = set_ends(
                register.database, where, values, ended_on, ended_by if ended_on else None
            )
        _check_any(done)
        _count_days(register, lists)
        register.log(
            EventKind.PROCESSING_END_SET, scope.activity, contacts=done, by=ended_by,
            on=ended_on.isoformat() if ended_on else None, sources=[one.id for one in lists],
        )  # fmt: skip
    return done


def set_legal_period(register: Register, scope: Scope, until: date | None, today: date) -> int:
    """Say until when a law has contacts kept, for its purpose alone (R-RT-4); returns of how many.

    None takes it back. Raises InvalidInputError for a day that has passed, NotFoundError for a
    scope without contacts.
    """
    if until is not None and until <= today:
        raise InvalidInputError(
            mark("Data are kept until a day to come, not until {day}. Correct it."),
            day=until.isoformat(),
        )
    with register.database.transaction():
        count_clocks(register, today)
        where, values, lists = _where(register, scope)
        done = set_legal(register.database, where, values, until)
        _check_any(done)
        _count_days(register, lists)
        register.log(
            EventKind.LEGAL_PERIOD_SET, scope.activity, contacts=done,
            until=until.isoformat() if until else None, sources=[one.id for one in lists],
        )  # fmt: skip
    return done


def set_hold(
    register: Register, scope: Scope, reason: str, review_on: date, today: date
) -> RetentionHold:
    """Hold chosen contacts, or those of an import, until somebody releases them (R-RT-3).

    Raises InvalidInputError without a reason or a review day to come, NotFoundError for a scope
    without contacts.
    """
    kept = check_hold(reason, review_on, today)
    with register.database.transaction():
        count_clocks(register, today)
        _where(register, scope)
        hold = HOLDS.add(
            register.database,
            RetentionHold(0, kept, register.actor, today, review_on, scope.source_id or 0),
        )
        if scope.rows:
            hold_contacts(register.database, hold.id, scope.rows)
        register.log(
            EventKind.RETENTION_HOLD_SET, None, hold=hold.id, contacts=len(scope.rows) or None,
            source=scope.source_id, review_on=review_on.isoformat(),
        )  # fmt: skip
    return hold


def release_hold(register: Register, hold_id: int, reason: str, today: date) -> RetentionHold:
    """Release a hold: its contacts follow their clocks again.

    Raises NotFoundError for an unknown hold, NotAllowedError for one released before,
    InvalidInputError without a reason.
    """
    with register.database.transaction():
        hold = HOLDS.read(register.database, hold_id)
        if hold is None:
            raise NotFoundError(
                mark("There is no hold {id}. Take one from the list."), id=str(hold_id)
            )
        kept = check_release(hold, reason)
        released = replace(hold, released_on=today, released_by=register.actor, release_reason=kept)
        HOLDS.change(register.database, released)
        register.log(EventKind.RETENTION_HOLD_RELEASED, None, hold=hold_id)
    return released


def _where(register: Register, scope: Scope) -> tuple[str, tuple[str, ...], tuple[Source, ...]]:
    """Return the condition on clocks that a scope is, and the lists that it may touch."""
    lists = contact_lists(register)
    if scope.rows:
        return _ROWS, (json.dumps(scope.rows),), lists
    chosen = tuple(
        one
        for one in lists
        if one.id == scope.source_id
        or (scope.activity is not None and (one.activity or "") == scope.activity)
    )
    if not chosen:
        raise _nobody()
    return _LISTS, (json.dumps([one.id for one in chosen]),), chosen


def _count_days(register: Register, lists: Sequence[Source]) -> None:
    for one in lists:
        count_days_of(register, one)


def _check_day(day: date | None, today: date) -> None:
    if day is not None and day > today:
        raise InvalidInputError(
            mark("{day} lies after today. Correct the date."), day=day.isoformat()
        )


def _check_any(done: int) -> None:
    if not done:
        raise _nobody()


def _nobody() -> NotFoundError:
    return NotFoundError(mark("There is no contact for this. Take rows or a list that is there."))
