"""Disclosures: what of whom went to which recipient, and to whom a person's data went (R-DIS-1)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.disclosure import (
    AgainstPolicy,
    Disclosure,
    against_policy,
    check_disclosure,
)
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.recipient import Recipient
from dsr_desktop.domain.suppression import SuppressionKey
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.person_keys import digests_to_find, digests_to_keep, keys_of
from dsr_desktop.services.recipients import recipient_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.sourcing import source_of
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.store.hits import read_hits
from dsr_desktop.store.records import DISCLOSURES, RECIPIENTS
from dsr_desktop.store.requests import read_request


@dataclass(frozen=True)
class Disclosed:
    """A hand-over, who got it, and why its purpose is against the policy, if it is."""

    disclosure: Disclosure
    recipient: Recipient
    warning: AgainstPolicy | None


@at_one_moment
def list_disclosures(register: Register) -> tuple[Disclosed, ...]:
    """Return every hand-over, oldest first."""
    return tuple(_told(register, DISCLOSURES.read_all(register.database)))


def record_disclosure(
    register: Register, disclosure: Disclosure, people: TypedKeys, today: date
) -> Disclosed:
    """Record that data went to a recipient; `people` are hashed and kept nowhere in clear.

    Raises NotFoundError for an unknown recipient, import or request, InvalidInputError for what
    cannot be (see `check_disclosure`) or a key that is none.
    """
    checked = check_disclosure(disclosure, today)
    with register.database.transaction():
        recipient_of(register, checked.recipient_id)
        for source_id in checked.sources:
            source_of(register, int(source_id))
        ref = (
            read_request(register.database, checked.request_ref).ref if checked.request_ref else ""
        )
        digests = digests_to_keep(register, keys_of(register, people))
        added = DISCLOSURES.add(
            register.database, replace(checked, digests=digests, request_ref=ref)
        )
        register.log(
            EventKind.DISCLOSED, ref or None, disclosure=added.id, recipient=added.recipient_id,
            persons=added.persons, left_out=added.left_out.total,
            on=added.made_on.isoformat(), against_policy=against_policy(added.purpose),
        )  # fmt: skip
        (told,) = _told(register, [added])
    return told


@at_one_moment
def disclosures_about(register: Register, ref: str) -> tuple[Disclosed, ...]:
    """Return the hand-overs in which the person of a request was, for an answer (A15(1)(c), A19).

    By the imports that hold the person's confirmed rows, and by the keys known of the person.
    Raises NotFoundError for an unknown reference.
    """
    request = read_request(register.database, ref)
    hits = read_hits(register.database, request)
    sources = frozenset(hit.source_id for hit in hits if hit.verdict is Verdict.CONFIRMED)
    digests = digests_to_find(register, keys_asked(register, request.criteria))
    made = DISCLOSURES.read_all(register.database)
    return tuple(_told(register, [one for one in made if one.holds(sources, digests)]))


def keys_asked(register: Register, criteria: Criteria) -> tuple[SuppressionKey, ...]:
    """Return the keys among what is known of a person; a number that is none is left out."""
    found: list[SuppressionKey] = []
    typed = [TypedKeys(emails=(one,)) for one in criteria.email]
    for one in (*typed, *(TypedKeys(phones=(phone,)) for phone in criteria.phone)):
        try:
            found += keys_of(register, one)
        except InvalidInputError:
            continue
    return tuple(dict.fromkeys(found))


def _told(register: Register, made: Iterable[Disclosure]) -> Iterable[Disclosed]:
    known = {one.id: one for one in RECIPIENTS.read_all(register.database)}
    for one in made:
        yield Disclosed(one, known[one.recipient_id], against_policy(one.purpose))
