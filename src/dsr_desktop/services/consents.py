"""Consents as records: typed in or read from opt-in columns; withdrawn by purpose (R-CNS-1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.consent import (
    Consent,
    check_consent,
    consents_of_row,
    may_be_used,
    withdrawn,
)
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Place
from dsr_desktop.domain.suppression import SuppressionKey
from dsr_desktop.services.matching_rows import rows_with
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.person_keys import digests_to_find, digests_to_keep, keys_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.store.lookup import load_places
from dsr_desktop.store.records import CONSENTS
from dsr_desktop.store.requests import read_request

_NOBODY = mark("Nothing says whose consent it is. Give an e-mail or a phone number.")


@dataclass(frozen=True)
class ConsentFound:
    """A consent of a person; `place` is the row it was read from, None for a typed one."""

    consent: Consent
    place: Place | None = None


def list_consents(register: Register) -> tuple[Consent, ...]:
    """Return the consents that were typed in, oldest first."""
    return CONSENTS.read_all(register.database)


def record_consent(register: Register, consent: Consent, people: TypedKeys, today: date) -> Consent:
    """Record a consent, or a withdrawal of one that only a list holds; returns it with its id.

    Raises InvalidInputError for what cannot be (see `check_consent`) or without a key of the
    person, NotFoundError for an unknown request.
    """
    checked, keys = check_consent(consent, today), _keys(register, people)
    with register.database.transaction():
        ref = (
            read_request(register.database, checked.request_ref).ref if checked.request_ref else ""
        )
        kept = replace(checked, digests=digests_to_keep(register, keys), request_ref=ref)
        added = CONSENTS.add(register.database, kept)
        register.log(EventKind.CONSENT_RECORDED, ref or None, consent=added.id,
                     given=added.is_given, withdrawn=added.is_withdrawn)  # fmt: skip
    return added


def withdraw_consent(register: Register, consent_id: int, day: date, today: date) -> Consent:
    """Record that a consent was withdrawn; the person's others stay as they are.

    Raises NotFoundError for an unknown consent, NotAllowedError for one that is withdrawn,
    InvalidInputError for a day that cannot be.
    """
    with register.database.transaction():
        found = CONSENTS.read(register.database, consent_id)
        if found is None:
            raise NotFoundError(
                mark("There is no consent {id}. Take one from the list."), id=str(consent_id)
            )
        changed = withdrawn(found, day, today)
        CONSENTS.change(register.database, changed)
        register.log(EventKind.CONSENT_WITHDRAWN, changed.request_ref or None,
                     consent=consent_id, on=day.isoformat())  # fmt: skip
    return changed


@at_one_moment
def consents_of(register: Register, people: TypedKeys) -> tuple[ConsentFound, ...]:
    """Return what a person agreed to or withdrew: as typed in, then as current lists say.

    Raises InvalidInputError without a key, or for one that is none.
    """
    return consents_of_keys(register, _keys(register, people))


def consents_of_keys(
    register: Register, keys: Sequence[SuppressionKey]
) -> tuple[ConsentFound, ...]:
    """Return the same as `consents_of`, by keys that were made before."""
    digests = digests_to_find(register, keys)
    typed = [
        ConsentFound(one)
        for one in CONSENTS.read_all(register.database)
        if not digests.isdisjoint(one.digests)
    ]
    return (*typed, *_in_lists(register, keys))


def allowed_purposes(found: Sequence[ConsentFound]) -> dict[str, bool]:
    """Tell for each purpose that a person spoke of whether it is allowed now (R-CNS-1).

    What is not named in the answer is not allowed: nothing said is no consent.
    """
    said = [one.consent for one in found]
    return {purpose: may_be_used(said, purpose) for purpose in sorted({c.purpose for c in said})}


def _in_lists(register: Register, keys: Sequence[SuppressionKey]) -> list[ConsentFound]:
    rows: set[int] = set().union(*(rows_with(register, key) for key in keys))
    places = sorted(load_places(register.database, rows), key=lambda one: one.row.id)
    return [
        ConsentFound(consent, place)
        for place in places
        if place.source.is_current
        for consent in consents_of_row(place.sheet.columns, place.row.all_cells)
    ]


def _keys(register: Register, people: TypedKeys) -> tuple[SuppressionKey, ...]:
    keys = keys_of(register, people)
    if not keys:
        raise InvalidInputError(_NOBODY)
    return keys
