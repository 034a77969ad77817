"""What the company's privacy policy does not announce, told by a column's title and content.

The reference policy (`domain.md` 4.1) announces name, e-mail, phone, company and the message sent;
an address or a customer number belongs to a contract. What goes beyond is pointed out (A5(1)(c)).
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache, lru_cache

from dsr_desktop.domain.column_titles import beyond_policy
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.header_words import LONGEST_TITLE, is_message_title
from dsr_desktop.domain.official_numbers import (
    SHORTEST,
    is_iban,
    is_payment_card,
    is_social_security_number,
)
from dsr_desktop.domain.person import words


class Undeclared(StrEnum):
    """What a column holds beyond the policy; worded in `wording.mapping`."""

    BIRTH_DATE = "birth_date"
    NATIONAL_ID = "national_id"
    BANK_ACCOUNT = "bank_account"
    PAYMENT_CARD = "payment_card"
    HEALTH = "health"
    BELIEF = "belief"
    UNION = "union"
    ETHNIC_ORIGIN = "ethnic_origin"
    SEXUALITY = "sexuality"
    OFFENCE = "offence"
    PASSWORD = "password"  # noqa: S105 - the kind of data
    INCOME = "income"
    FAMILY = "family"
    NOTE = "note"


_MOST = 0.5
_BY_VALUE: tuple[tuple[Callable[[str], bool], Undeclared], ...] = (
    (is_iban, Undeclared.BANK_ACCOUNT),
    (is_social_security_number, Undeclared.NATIONAL_ID),
    (is_payment_card, Undeclared.PAYMENT_CARD),
)


def undeclared_in(
    header: str, field: Field | None, values: Sequence[str] = ()
) -> Undeclared | None:
    """Return what a column holds that the policy does not announce; None if nothing is seen.

    `values` are some filled cells: a column of IBANs is one whatever its title. Words of the title
    count as whole words, so that "Mutuelle" is about health and "Mutualisé" is not.
    """
    if said := _said_by(header):
        return said
    if found := _official_numbers(values):
        return found
    if field is Field.BIRTH_DATE:
        return Undeclared.BIRTH_DATE
    if field is Field.NOTE and not is_message_title(header):
        return Undeclared.NOTE
    return None


@lru_cache(maxsize=8192)
def _said_by(header: str) -> Undeclared | None:
    """Find the first table that has a word, or some words in a row, of the title."""
    joined = f" {' '.join(words(header[:LONGEST_TITLE]))} "
    found = (kind for kind, phrases in _phrases() if any(one in joined for one in phrases))
    return next(found, None)


def _official_numbers(values: Sequence[str]) -> Undeclared | None:
    long = [value for value in values if len(value) >= SHORTEST]
    most = _MOST * len(values)
    if not long or len(long) < most:
        return None
    held = (kind for holds, kind in _BY_VALUE if sum(map(holds, long)) >= most)
    return next(held, None)


@cache
def _phrases() -> tuple[tuple[Undeclared, tuple[str, ...]], ...]:
    """Fold the tables when the first title is asked for."""
    return tuple(
        (Undeclared(kind), tuple(f" {' '.join(words(one))} " for one in titles.split("|")))
        for kind, titles in beyond_policy.TITLES.items()
    )
