"""What to look up in the indexes so that no row that can match is missed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.person import canonical_identifier, words
from dsr_desktop.domain.spellings import Words

_FIGURES_OR_NONE = re.compile(r"\d+|\D+")
_FINDING = ("name", "given_name", "family_name", "email", "phone", "identifier", "text")
_NARROWING = ("company", "address", "postcode", "city", "birth_date")


@dataclass(frozen=True)
class Lookups:
    """Keys of the index of e-mails and phones, and groups of words.

    A row that has one of the keys, or all words of one group, is looked at.
    """

    emails: tuple[str, ...]
    phone_tails: tuple[str, ...]
    word_groups: tuple[Words, ...]


def lookups_for(asked: Asked) -> Lookups:
    """Say how the rows are found that have anything of what is asked."""
    return Lookups(
        emails=tuple(asked.emails),
        phone_tails=tuple(sorted(asked.phone_tails)),
        word_groups=tuple(dict.fromkeys(group for group in _word_groups(asked) if group)),
    )


def _word_groups(asked: Asked) -> Iterator[Words]:
    for name in asked.names:
        yield from name.looked_up
    yield from asked.texts
    criteria = asked.criteria
    for value in criteria.identifier:
        yield from _identifier_writings(value)
    if not any(getattr(criteria, criterion) for criterion in _FINDING):
        for criterion in _NARROWING:
            yield from map(words, getattr(criteria, criterion))
        for value in criteria.birth_date:
            yield from _date_writings(value)


def _identifier_writings(value: str) -> Iterator[Words]:
    """Words of C-0042, C0042 and C 0042, which are one identifier but not the same words."""
    joined = canonical_identifier(value)
    if joined:
        yield from (words(value), (joined,), tuple(_FIGURES_OR_NONE.findall(joined)))


def _date_writings(value: str) -> Iterator[Words]:
    """Words of 04/05/1990 and 4.5.1990."""
    for day in days_meant(value):
        for width in (1, 2):
            yield str(day.year), f"{day.month:0{width}}", f"{day.day:0{width}}"
