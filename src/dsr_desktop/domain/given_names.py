"""The given names that rows say, and whether two rows can be about one person by them.

Twins, brothers and spouses share family name, street and often mailbox: the given name tells them
apart. Jean-Pierre is not Jean-Marc, nor Marie Marine; Jean may be Jean-Pierre, J. either, and
Bill William.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.first_names.known import first_names
from dsr_desktop.domain.given_name_slips import is_misspelt
from dsr_desktop.domain.job_titles import is_title_word
from dsr_desktop.domain.joined_names import people_in, strip_signs
from dsr_desktop.domain.key_columns import name_of_relative
from dsr_desktop.domain.name_cells import CIVILITIES, name_alone
from dsr_desktop.domain.particles import PARTICLES
from dsr_desktop.domain.person import words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.row_names import words_of_nobody
from dsr_desktop.domain.short_forms import names_with_forms, short_forms_of
from dsr_desktop.domain.spellings import Words, readings

_LOST_LETTER = re.compile("[?\ufffd]")
_DOUBLED = re.compile(r"(.)\1+")
_LONGEST_INITIAL = 2
MOST_NAMES = 10


@dataclass(frozen=True)
class NameSaid:
    """A name that a row says; `text` as written, which does not count when names are compared.

    `given` are the spellings of the given name, none where it cannot be told from the family name;
    `whole` are the words of the name in their order. `opens_asked` tells that a name asked for
    begins with its first word.
    """

    text: str = field(compare=False)
    given: frozenset[Words]
    whole: Words
    opens_asked: bool = False


def names_said(asked: Asked, rows: Sequence[Row]) -> tuple[tuple[NameSaid, ...], ...]:
    """Return for each row the names of the people it is about; none for one that says none.

    A family name that any row or the criteria tell is known in all of them. A row with more than
    MOST_NAMES is a list of people, and says nothing of who it is about.
    """
    families = _words_of(asked.criteria.family_name).union(
        *(_words_of(_names_in(row, Field.FAMILY_NAME)) for row in rows)
    )
    first = frozenset(
        word
        for name in asked.parts_of_name
        if len(name.words) > 1
        for word in _plain(name.words)[:1]
    )
    said = (tuple(_names_of(asked, row, families, first)) for row in rows)
    return tuple(names if len(names) <= MOST_NAMES else () for names in said)


def are_two_people(some: tuple[NameSaid, ...], others: tuple[NameSaid, ...]) -> bool:
    """Tell whether no name of one row can be a name of the other."""
    return all(_differ(one, other) for one, other in product(some, others))


def _names_of(
    asked: Asked, row: Row, families: frozenset[str], first: frozenset[str]
) -> Iterator[NameSaid]:
    """Yield the given names; whole names only where no column of given names says one."""
    given = tuple(_names_in(row, Field.GIVEN_NAME))
    for text in given:
        yield NameSaid(text, frozenset(map(_plain, readings(text))), _plain(words(text)))
    if given:
        return
    nobodys = words_of_nobody(asked, row)
    for text in _names_in(row, Field.NAME):
        if not nobodys.issuperset(words(text)):
            yield _whole_name(text, families, first)


def _names_in(row: Row, kind: Field) -> Iterator[str]:
    """Yield the names in the columns of one kind, but for those kept for spouses and parents."""
    for column, text in row.of_field(kind):
        if name_of_relative(row.header(column)) is None:
            yield from _people(text)


@lru_cache(maxsize=4096)
def _people(text: str) -> tuple[str, ...]:
    """Return the names of a cell without jobs, e-mails and phones."""
    parts = (_without_jobs(part.text) for part in people_in(name_alone(text)))
    return tuple(part for part in parts if _says_a_name(part))


def _without_jobs(text: str) -> str:
    named = (token for token in text.split() if not all(map(is_title_word, words(token))))
    return strip_signs(" ".join(named))


def _whole_name(text: str, families: frozenset[str], first: frozenset[str]) -> NameSaid:
    whole = _plain(words(text))
    given = {_given_in(reading, text, families) for reading in map(_plain, readings(text))}
    return NameSaid(text, frozenset(given - {()}), whole, not first.isdisjoint(whole[:1]))


def _given_in(whole: Words, text: str, families: frozenset[str]) -> Words:
    """Leave the family name out of a whole name; nothing where nobody says which word it is."""
    family = families & set(whole) or _set_apart(text)
    given = tuple(word for word in whole if word not in family)
    return given if len(given) < len(whole) else ()


def _set_apart(text: str) -> frozenset[str]:
    """Return the words of a family name that stands before a comma, or alone in capitals."""
    before, comma, _after = text.partition(",")
    if comma:
        return _words_of([before])
    tokens = text.split()
    loud = [token for token in tokens if token.isupper() and len(token) > _LONGEST_INITIAL]
    return _words_of(loud) if len(loud) < len(tokens) else frozenset()


def _differ(one: NameSaid, other: NameSaid) -> bool:
    if one.given and other.given:
        return not any(_can_be_one(*pair) for pair in product(one.given, other.given))
    if one.given or other.given:
        known, whole = (one.given, other.whole) if one.given else (other.given, one.whole)
        return len(whole) > 1 and not any(
            _can_be_one((word,), given) for word in whole for given in known
        )
    return _whole_names_differ(one, other)


def _whole_names_differ(one: NameSaid, other: NameSaid) -> bool:
    """Compare whole names of which nobody says what is the given name.

    Camille Dupont and Camille Martin may be one person who married, where Camille was asked for first.
    """
    shared = set(one.whole) & set(other.whole)
    left = [tuple(word for word in name.whole if word not in shared) for name in (one, other)]
    if min(len(one.whole), len(other.whole)) < 2 or not all(left) or _can_be_one(*left):
        return False
    same_first = one.whole[0] == other.whole[0]
    return not (same_first and one.opens_asked and other.opens_asked)


def _can_be_one(one: Words, other: Words) -> bool:
    """Tell whether two given names can be one person's: a part, initials, a short form, a slip."""
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    if "".join(one) in _forms().get("".join(other), ()):
        return True
    if _are_initials(one, other) or _are_initials(other, one):
        return True
    return len(one) == len(other) == 1 and _is_slip(one[0], other[0])


def _is_slip(one: str, other: str) -> bool:
    known = _plain_names()
    return is_misspelt(one, other, known) or is_misspelt(other, one, known)


@cache
def _plain_names() -> frozenset[str]:
    """Usual first names, written as `_plain` writes them."""
    return frozenset(_DOUBLED.sub(r"\1", name) for name in first_names())


@cache
def _forms() -> Mapping[str, frozenset[str]]:
    """Other forms of first names, written as `_plain` writes them."""
    found: dict[str, frozenset[str]] = {}
    for name in names_with_forms():
        once = frozenset(_DOUBLED.sub(r"\1", form) for form in short_forms_of(name))
        key = _DOUBLED.sub(r"\1", name)
        found[key] = found.get(key, frozenset()) | once
    return found


def _are_initials(short: Words, name: Words) -> bool:
    """Tell whether `short` is "J", "J B" or "JB" for Jean-Baptiste."""
    letters = "".join(short)
    firsts = "".join(word[0] for word in name)
    is_short = all(len(word) == 1 for word in short) or (len(short) == 1 and len(name) > 1)
    return is_short and firsts.startswith(letters)


def _says_a_name(text: str) -> bool:
    """Tell whether a cell says a name: letters lost to a wrong encoding may have been any."""
    return bool(_plain(words(text))) and not _LOST_LETTER.search(text)


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _plain(words(text)))


def _plain(there: Words) -> Words:
    """Leave civilities and particles out, and write doubled letters once: Philipe, Philippe."""
    kept = (word for word in there if word not in CIVILITIES and word not in PARTICLES)
    return tuple(_DOUBLED.sub(r"\1", word) for word in kept)
