"""Restricts the processing of a person's data, and lifts that once the person was told (art. 18)."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.restriction import (
    EVERYTHING,
    Ground,
    Proposal,
    Restriction,
    Scope,
    check_is_new,
    check_restriction,
    lifted,
    proposals_of,
)
from dsr_desktop.domain.step_list import has_step
from dsr_desktop.services.erasable_rows import erasable
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_facts import mark_step
from dsr_desktop.services.restricted_rows import rows_of
from dsr_desktop.services.sourcing import check_activity, source_of
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.restrictions import RESTRICTIONS, forget_person, keep_person


@dataclass(frozen=True)
class RestrictionView:
    """A restriction with the number of rows of the register that it holds now."""

    restriction: Restriction
    rows: int


@dataclass(frozen=True)
class RestrictionsOf:
    """What of a request's person is restricted, and what the rules propose to restrict."""

    set: tuple[RestrictionView, ...] = ()
    proposed: tuple[Proposal, ...] = ()


def restrict(
    register: Register,
    ref: str,
    ground: Ground,
    today: date,
    *,
    scope: Scope = EVERYTHING,
    since: date | None = None,
    review_on: date | None = None,
    note: str = "",
) -> RestrictionView:
    """Restrict what a request is about: at once out of every list, count and export.

    Rows of the person that come in later are restricted as well. Raises NotFoundError for an unknown request or
    file, InvalidInputError for an unknown activity or a day that cannot be, NotAllowedError where nothing is
    known of the person or the same restriction holds.
    """
    if scope.activity:
        check_activity(register, scope.activity)
    if scope.source_id:
        source_of(register, scope.source_id)
    with register.database.transaction():
        found = erasable(register, ref, today)
        request = found.request
        wanted = Restriction(
            request.ref, ground, since or today, register.actor, scope.activity, scope.source_id,
            review_on, note,
        )  # fmt: skip
        has_keys = bool(found.keys or found.rows)
        checked = check_restriction(wanted, request.received_on, today, has_keys=has_keys)
        check_is_new(checked, RESTRICTIONS.read_all(register.database))
        added = RESTRICTIONS.add(register.database, checked)
        keep_person(register.database, added, found.keys, (one.row_id for one in found.rows))
        shown = RestrictionView(added, len(rows_of(register, added)))
        register.log(
            EventKind.RESTRICTED, request.ref, restriction=added.id, ground=ground,
            on=added.since.isoformat(), activity=scope.activity, source=scope.source_id,
            rows=shown.rows,
        )  # fmt: skip
        steps = (*_STEPS_OF_SETTING, StepCode.L04) if review_on else _STEPS_OF_SETTING
        _mark(register, request.ref, steps, added.since, today)
    return shown


def lift_restriction(
    register: Register, restriction_id: int, told_on: date | None, today: date
) -> Restriction:
    """Lift a restriction, of which the person was told on a day before (art. 18(3)).

    By what the person was known is forgotten. Raises NotFoundError, NotAllowedError, InvalidInputError.
    """
    with register.database.transaction():
        changed = lifted(restriction_of(register, restriction_id), told_on, today, register.actor)
        RESTRICTIONS.change(register.database, changed)
        forget_person(register.database, changed)
        register.log(
            EventKind.RESTRICTION_LIFTED, changed.ref, restriction=changed.id,
            on=today.isoformat(), told_on=told_on.isoformat() if told_on else None,
        )  # fmt: skip
        _mark(register, changed.ref, _STEPS_OF_LIFTING, told_on or today, today)
    return changed


def restriction_of(register: Register, restriction_id: int) -> Restriction:
    """Return one restriction; NotFoundError if there is none with this id."""
    found = RESTRICTIONS.read(register.database, restriction_id)
    if found is None:
        raise NotFoundError(
            mark("There is no restriction {id}. Take one from the list."), id=str(restriction_id)
        )
    return found


@at_one_moment
def list_restrictions(register: Register) -> tuple[RestrictionView, ...]:
    """Return every restriction, oldest first; a lifted one holds no row."""
    return tuple(_view(register, one) for one in RESTRICTIONS.read_all(register.database))


@at_one_moment
def restrictions_of(register: Register, ref: str) -> RestrictionsOf:
    """Return the restrictions of a request and what is proposed; NotFoundError if there is none."""
    request = read_request(register.database, ref)
    known = [one for one in RESTRICTIONS.read_all(register.database) if one.ref == request.ref]
    return RestrictionsOf(
        tuple(_view(register, one) for one in known), proposals_of(request, known)
    )


@at_one_moment
def restrictions_to_review(register: Register, today: date) -> tuple[Restriction, ...]:
    """Return the restrictions whose day of review has come (L04)."""
    return tuple(
        one
        for one in RESTRICTIONS.read_all(register.database)
        if one.is_in_force and one.review_on is not None and one.review_on <= today
    )


def _view(register: Register, restriction: Restriction) -> RestrictionView:
    rows = rows_of(register, restriction) if restriction.is_in_force else ()
    return RestrictionView(restriction, len(rows))


def _mark(register: Register, ref: str, codes: tuple[StepCode, ...], on: date, today: date) -> None:
    """Tick the steps that the act itself does, as far as the request has them and is open."""
    request = read_request(register.database, ref)
    done = {one.code for one in request.steps}
    for code in codes:
        if request.is_open and has_step(request, code) and code not in done:
            mark_step(register, ref, StepMark(code, on, register.actor), today)


_STEPS_OF_SETTING = (StepCode.L01, StepCode.L02, StepCode.O02)
_STEPS_OF_LIFTING = (StepCode.L05,)
