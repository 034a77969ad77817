"""The suppression list: who must not come back with the next import, kept as keyed hashes (R-SUP)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import product

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.name_cells import CIVILITIES, name_alone
from dsr_desktop.domain.person import (
    canonical_email,
    canonical_phone,
    emails_in,
    phone_tail,
    phones_in,
    without_invisible,
    words,
)
from dsr_desktop.domain.workdays import add_months

SECRET_BYTES = 32
LONGEST_REASON = 1_000
_MONTHS_TO_REVIEW = 36
_MORE_THAN_A_NAME = re.compile(r"[\d@]")
_PERSON_FIELDS = NAME_FIELDS | {Field.POSTCODE}


class SuppressionKind(StrEnum):
    """What identifies the person; `person` is a name with a postcode and only ever warns."""

    EMAIL = "email"
    PHONE = "phone"
    PERSON = "person"


class SuppressionScope(StrEnum):
    """What an import does with a row that holds the key: mark it, or hold it back."""

    MARKETING = "marketing"
    ALL = "all"


class SuppressionReason(StrEnum):
    """Why the key is on the list."""

    OBJECTION = "objection"
    ERASURE = "erasure"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True)
class SuppressionKey:
    """A key in clear, for the time in which it is hashed: `canonical` as rule R-SUP-2 writes it."""

    kind: SuppressionKind
    canonical: str = field(repr=False)

    @property
    def lookup(self) -> str | None:
        """The part by which lists are looked through: a phone's last digits, a person's postcode."""
        if self.kind is SuppressionKind.PHONE:
            return phone_tail(self.canonical)
        if self.kind is SuppressionKind.PERSON:
            return self.canonical.rpartition(" ")[2]
        return None


@dataclass(frozen=True)
class SuppressionEntry:
    """One key on the list (R-SUP-3): never the address itself, only its keyed hash in hex.

    `lookup_digest` is the hash of the part by which long lists are looked through first: they write
    phones and names in many ways. On `review_on` the DPO is asked; nothing is deleted.
    """

    id: int
    kind: SuppressionKind
    digest: str
    scope: SuppressionScope
    reason: SuppressionReason
    created_on: date
    request_ref: str | None
    review_on: date
    lookup_digest: str | None = None


def email_key(text: str) -> SuppressionKey:
    """Return the key of one e-mail address; InvalidInputError if `text` is not just that.

    An address with other signs around it is refused: lists hold it without them, and it would
    never be found.
    """
    form = canonical_email(without_invisible(text))
    if form is None or emails_in(text.strip()) != (form,):
        raise InvalidInputError(
            mark("This is not one e-mail address. Write it as in name@company.example.")
        )
    return SuppressionKey(SuppressionKind.EMAIL, form)


def phone_key(text: str, country: str) -> SuppressionKey:
    """Return the key of one phone number as dialled from `country` (E.164).

    Raises InvalidInputError if `text` is not a number that is possible there.
    """
    form = canonical_phone(without_invisible(text), country)
    if form is None or phone_tail(form) is None:
        raise InvalidInputError(
            mark("This is not one phone number. Write all of it, as in +33 6 12 34 56 78.")
        )
    return SuppressionKey(SuppressionKind.PHONE, form)


def person_key(name: str, postcode: str) -> SuppressionKey:
    """Return the key of a whole name, in any order of its parts, with a postcode.

    Raises InvalidInputError if the name has fewer than two words or the postcode none.
    """
    form = person_form(name, postcode)
    if form is None:
        raise InvalidInputError(
            mark("A name needs a given name, a family name and a postcode. Write all three.")
        )
    return SuppressionKey(SuppressionKind.PERSON, form)


def person_form(name: str, postcode: str) -> str | None:
    """Canonical form of a person without e-mail or phone; None where a part is missing.

    The folded words of the name are sorted, since lists hold "Dupont Camille" as well as "Camille
    | Dupont"; the postcode loses leading zeros, as spreadsheets drop them.
    """
    alone = name_alone(name) if _MORE_THAN_A_NAME.search(name) else name
    parts = sorted(word for word in words(alone) if word not in CIVILITIES)
    code = postcode_form(postcode)
    return f"{' '.join(parts)} {code}" if len(parts) > 1 and code else None


def postcode_form(text: str) -> str:
    """Canonical form of a postcode, "" for none."""
    return "".join(words(text)).lstrip("0")


def person_forms(cells: Sequence[str], fields: Sequence[Field | None]) -> Iterator[str]:
    """Yield the canonical forms of a row: each name in its columns with each postcode."""
    by_field: defaultdict[Field, list[str]] = defaultdict(list)
    for cell, meaning in zip(cells, fields, strict=False):
        if cell and meaning in _PERSON_FIELDS:
            by_field[meaning].append(cell)
    given, family = by_field[Field.GIVEN_NAME], by_field[Field.FAMILY_NAME]
    pairs = zip(given, family, strict=True) if len(given) == len(family) else product(given, family)
    names = [*by_field[Field.NAME], *map(" ".join, pairs)]
    for postcode in by_field[Field.POSTCODE]:
        yield from filter(None, (person_form(name, postcode) for name in names))


def phone_forms(text: str, tail: str, country: str) -> frozenset[str]:
    """Return the numbers inside `text` that end with the digits `tail`, as dialled from `country`."""
    ending = {written for written in phones_in(text) if phone_tail(written) == tail}
    forms = (canonical_phone(written, country) for written in ending)
    return frozenset(form for form in forms if form)


def review_day(created_on: date) -> date:
    """Return the day on which the DPO is asked whether an entry stays (R-SUP-3)."""
    return add_months(created_on, _MONTHS_TO_REVIEW)


def due_for_review(
    entries: Sequence[SuppressionEntry], today: date
) -> tuple[SuppressionEntry, ...]:
    """Return the entries to be looked at again by today, the oldest first; none is deleted."""
    due = [one for one in entries if one.review_on <= today]
    return tuple(sorted(due, key=lambda one: (one.review_on, one.id)))


def renewed(entry: SuppressionEntry, today: date) -> SuppressionEntry:
    """Return an entry that stays for three more years; NotAllowedError for one that is not due."""
    if entry.review_on > today:
        raise NotAllowedError(
            mark("Entry {id} is to be looked at on {day}, not before. It stays until then."),
            id=str(entry.id), day=entry.review_on,
        )  # fmt: skip
    return replace(entry, review_on=review_day(today))


def check_reason(text: str) -> str:
    """Return a reason without the space around it; InvalidInputError for none or an endless one."""
    reason = text.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise InvalidInputError(
            mark("A reason has between 1 and {n} characters. Write it again."), n=LONGEST_REASON
        )
    return reason
