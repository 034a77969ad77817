"""What to look up in the indexes so that no row that can match is missed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dsr_desktop.domain.asked import Asked, AskedName
from dsr_desktop.domain.dates import birthdays_meant
from dsr_desktop.domain.particles import PARTICLES
from dsr_desktop.domain.person import (
    canonical_identifier,
    mailbox_writings,
    tagged_between,
    words,
)
from dsr_desktop.domain.spellings import Words

_FIGURES_OR_NONE = re.compile(r"\d+|\D+")
_FINDING = ("name", "given_name", "family_name", "email", "phone", "identifier", "text")
_BESIDE = ("company", "address", "postcode", "city")
_NARROWING = (*_BESIDE, "birth_date")
_MOST_MISSPELT, _MOST_BESIDE = 5, 40
_TWO = 2


@dataclass(frozen=True)
class Lookups:
    """Keys of the index of e-mails and phones, and groups of words.

    A row that has one of the keys, an e-mail between two bounds (the last left out), or all words
    of one group, is looked at. Of the rows that have only half of a name (`halves`), where the `names`
    are misspelt, that have the rarest words of the names and of what is asked `beside` them, or one of
    the birth `days`, some are.
    """

    emails: tuple[str, ...]
    emails_between: tuple[tuple[str, str], ...]
    phone_tails: tuple[str, ...]
    word_groups: tuple[Words, ...]
    halves: tuple[Words, ...] = ()
    names: tuple[Words, ...] = ()
    beside: tuple[str, ...] = ()
    days: tuple[Words, ...] = ()


def lookups_for(asked: Asked) -> Lookups:
    """Say how the rows are found that have anything of what is asked."""
    return Lookups(
        emails=tuple(dict.fromkeys(one for form in asked.emails for one in mailbox_writings(form))),
        emails_between=tuple(dict.fromkeys(map(tagged_between, asked.emails))),
        phone_tails=tuple(sorted(asked.phone_tails)),
        word_groups=tuple(dict.fromkeys(group for group in _word_groups(asked) if group)),
        halves=tuple(dict.fromkeys(_halves(asked))),
        names=_names(asked),
        beside=tuple(dict.fromkeys(_words_beside(asked)))[:_MOST_BESIDE],
        days=tuple(_days(asked)),
    )


def is_initials_alone(lookups: Lookups, group: Words) -> bool:
    """Tell whether a group is nothing but the two initials of a name asked for: LE for Lambert Evie."""
    if len(group) > 1 or any(name == group for name in lookups.names):
        return False
    pairs = (name for name in lookups.names if len(name) == _TWO)
    return any(group == (one[0] + other[0],) for one, other in pairs)


def _halves(asked: Asked) -> Iterator[Words]:
    for name in asked.names:
        yield from (group for group in name.looked_up if group and _is_half(name, group))


def _is_half(name: AskedName, group: Words) -> bool:
    """Tell whether a group leaves out more of a name than a particle, as Jean Pierre without Roux."""
    there, whole = frozenset(group), frozenset(name.words)
    return there < whole and not PARTICLES.issuperset(whole - there)


def _names(asked: Asked) -> tuple[Words, ...]:
    several = (tuple(dict.fromkeys(name.words)) for name in asked.names)
    return tuple(dict.fromkeys(name for name in several if name))[:_MOST_MISSPELT]


def _words_beside(asked: Asked) -> Iterator[str]:
    if asked.names:
        for criterion in _BESIDE:
            for value in getattr(asked.criteria, criterion):
                yield from words(value)


def _days(asked: Asked) -> Iterator[Words]:
    if asked.names:
        for value in asked.criteria.birth_date:
            yield from dict.fromkeys(_date_writings(value))


def _word_groups(asked: Asked) -> Iterator[Words]:
    for name in asked.names:
        yield from (group for group in name.looked_up if not _is_half(name, group))
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
    for day in sorted(birthdays_meant(value)):
        for width in (1, 2):
            yield str(day.year), f"{day.month:0{width}}", f"{day.day:0{width}}"
