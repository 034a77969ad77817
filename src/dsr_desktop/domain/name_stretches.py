"""Other people named beside the person, apart by commas, brackets or words such as "pour", "chez".

"Jean, Marie Dupont" is a couple, "Dupont, Marie" one person: what is asked tells which.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.job_titles import is_only_title, is_title_word
from dsr_desktop.domain.joined_names import NamePart, part_of, people_in
from dsr_desktop.domain.name_cells import CIVILITIES, name_alone
from dsr_desktop.domain.name_links import (
    RELATIONS,
    before_other_name,
    leads_over,
    links_in,
    without_lead,
)
from dsr_desktop.domain.particles import PARTICLES
from dsr_desktop.domain.person import EMAIL_PATTERN, words
from dsr_desktop.domain.spellings import Words

_SIGN = re.compile(
    r"[,()\[\]<>\u2192|_\u2022\u00b7*#\\\u00ab\u00bb\u201c\u201d\"]|\t|\s{3,}|:(?=\s|$)|(?<=\s):|=>|->"
)
_SMALL_WORD = re.compile(
    r"(?<=\s)[^\W\d_A-Z][^\W\d_A-Z]+(?=(?:\s+[^\W\d_A-Z]{1,3})*\s+[^\W\d_a-z])"
)
_CIVILITY = re.compile(
    r"(?<=\w)\s+(?=(?:mme|mmes|mr|mrs|ms|mlle|monsieur|madame|mademoiselle|miss|herr|m\.)\.?\s+\w)",
    re.IGNORECASE,
)
_CAPITALS = r"[^\W\d_a-z]{2,}(?:[-'\u2019 ][^\W\d_a-z]{2,})*"
_CAPITALISED = (
    r"[^\W\d_a-z][a-z\u00df-\u00ff][\w'\u2019-]*(?:[- ][^\W\d_a-z][a-z\u00df-\u00ff]\w*)*"
)
_TWO_FULL_NAMES = re.compile(
    rf"(?:{_CAPITALS}\s+{_CAPITALISED}\s+(?={_CAPITALS}\s+{_CAPITALISED}\W*$)"
    rf"|{_CAPITALISED}\s+{_CAPITALS}\s+(?={_CAPITALISED}\s+{_CAPITALS}\W*$))"
)
LONGEST_NAME = 300
"""A name cell longer than this is no name: nobody can say what of it is hers."""

_OWN = CIVILITIES | frozenset(words("phd mba msc bsc md esq jr sr junior senior"))


@dataclass(frozen=True)
class _Stretch:
    """A stretch of a cell from `begin` to `end`, and the words in it that may name somebody."""

    begin: int
    end: int
    names: Words
    leads_over: bool


def people_named(
    asked: Asked, kind: Field, text: str, known: frozenset[str] = frozenset()
) -> tuple[NamePart, ...]:
    """Return the people whom a name cell (`kind`) names, as far as what is asked tells them apart.

    `known` are words that name nobody, as those of the company. A job stays with the name before it.
    Of a text longer than LONGEST_NAME one part without a name comes back.
    """
    if len(text) > LONGEST_NAME:
        return (NamePart("", frozenset()),)
    parts = people_in(text)
    return tuple(one for part in parts for one in _apart(asked, kind, part, known))


def _apart(asked: Asked, kind: Field, part: NamePart, known: frozenset[str]) -> Iterator[NamePart]:
    text, own = part.text, asked.words_of_names
    people = () if text.isalpha() else _people(text, own, known)  # a word alone is one stretch
    if len(people) < 2 or not _are_several(asked, kind, text, people):
        yield _without_jobs(part, own)
        return
    for one in people:
        stretch = without_lead(text[one.begin : one.end], own)
        if _is_mixed(asked, text, one, people):
            yield from (part_of(token) for token in stretch.split() if words(token))
        elif (found := part_of(stretch, frozenset(one.names))).words:
            yield found


def _without_jobs(part: NamePart, own: frozenset[str]) -> NamePart:
    name = frozenset(word for word in part.words if word in own or not is_title_word(word))
    return replace(part, words=name) if name else part


def _people(text: str, own: frozenset[str], known: frozenset[str]) -> list[_Stretch]:
    """Cut a text where another name may begin; what names nobody goes with the name beside it."""
    people: list[_Stretch] = []
    waiting: int | None = None
    for one in _stretches(text, own):
        begin = one.begin if waiting is None else waiting
        if one.names and not known.issuperset(one.names):
            people.append(replace(one, begin=begin))
            waiting = None
        elif people and not _heads(text, one):
            people[-1] = replace(people[-1], end=one.end)
        else:
            waiting = begin
    return people


def _heads(text: str, one: _Stretch) -> bool:
    """Tell whether a stretch without a name says who comes next: "Secrétaire : Jean", "Mme Roux"."""
    there = words(text[one.begin : one.end])
    is_label = text[one.end :].lstrip().startswith(":")
    return is_label or one.leads_over or CIVILITIES.issuperset(there)


def _stretches(text: str, own: frozenset[str]) -> Iterator[_Stretch]:
    ends = [(sign.start(), sign.end()) for sign in _SIGN.finditer(text)]
    ends += [(sign.start(), sign.end()) for sign in _CIVILITY.finditer(text)]
    ends += [(found.end(), found.end()) for found in _TWO_FULL_NAMES.finditer(text)]
    links = list(links_in(text, own))
    ends += [(start, start) for start, _end in links]
    small = [at for at in _small_words(text, own) if not any(a < at < b for a, b in links)]
    ends += [(at, at) for at in small]
    ends += [(at, at) for found in EMAIL_PATTERN.finditer(text) for at in found.span()]
    begin = 0
    for end, after in (*sorted(ends), (len(text), len(text))):
        if begin < end and (there := text[begin:end]).strip():
            begin += len(there) - len(there.lstrip())
            yield _Stretch(
                begin, end, _names(text[begin:end], own), leads_over(text[begin:end], own)
            )
        begin = max(begin, after)


def _small_words(text: str, own: frozenset[str]) -> Iterator[int]:
    """Yield where a word without a capital stands between two with one: "Jean Roux remplace Marie"."""
    for found in _SMALL_WORD.finditer(text):
        there = frozenset(words(found[0]))
        is_after_a_name = not text[: found.start()].islower()
        if (
            is_after_a_name
            and found[0].islower()
            and there.isdisjoint(own | PARTICLES | CIVILITIES)
        ):
            yield found.start()


def _names(stretch: str, own: frozenset[str]) -> Words:
    """Return the words of a stretch that may name somebody else."""
    alone = name_alone(without_lead(stretch, own))
    if EMAIL_PATTERN.search(alone):
        return _names_in_address(alone, own)
    there = before_other_name(words(alone))
    if is_only_title(there) or RELATIONS.issuperset(there):
        return ()
    return tuple(
        word for word in there
        if word in own or not (word in _OWN or is_title_word(word) or word.isdigit())
    )  # fmt: skip


def _names_in_address(address: str, own: frozenset[str]) -> Words:
    """Return the words of an address that is a full name, and not the one asked for."""
    local = tuple(word for word in words(address.partition("@")[0]) if len(word) > 1)
    is_name = len(local) > 1 and own.isdisjoint(local) and not any(map(is_title_word, local))
    return local if is_name else ()


def _are_several(asked: Asked, kind: Field, text: str, people: Sequence[_Stretch]) -> bool:
    if any(one.leads_over for one in people):
        return True
    named = [one.names for one in people]
    strangers = [one for one in named if asked.words_of_names.isdisjoint(one)]
    match kind:
        case Field.GIVEN_NAME:
            return bool(strangers)
        case Field.FAMILY_NAME:
            return any(len(frozenset(one) - PARTICLES) > 1 for one in strangers)
        case _:
            return _are_two_names(asked, named, is_family=bool(strangers)) or any(
                _is_mixed(asked, text, one, people) for one in people
            )


def _are_two_names(asked: Asked, named: Sequence[Words], *, is_family: bool) -> bool:
    if any(_says_all(asked, one) for one in named):
        return True
    is_family = is_family or _is_couple(asked, named)
    says_all = _says_all(asked, chain(*named))
    share_a_name = any(not set(one).isdisjoint(other) for one, other in combinations(named, 2))
    alone = any(_is_given_alone(asked, one) for one in named)
    return (is_family and (says_all or alone)) or share_a_name


def _is_given_alone(asked: Asked, there: Words) -> bool:
    """Tell whether her given name stands by itself, as in "Jean, Marie"."""
    return asked.words_of_names.issuperset(there) and not given_words(asked).isdisjoint(there)


def given_words(asked: Asked) -> frozenset[str]:
    """Return the words that are the person's given name; of a name in one piece the first one."""
    return frozenset(name.words[0] for name in asked.names if len(name.words) > 1)


def _is_couple(asked: Asked, named: Sequence[Words]) -> bool:
    """Tell whether her given name stands by itself beside another one with her family name.

    "Marie, Jean Dupont" and "Jean Dupont (Marie)" do; "Dupont, Marie Louise" is one person.
    """
    for at, alone in enumerate(named):
        if not _is_given_alone(asked, alone):
            continue
        rest = [n for n, one in enumerate(named) if not asked.words_of_names.issuperset(one)]
        if any(n > at or _begins_with_another(asked, named[n]) for n in rest):
            return True
    return False


def _begins_with_another(asked: Asked, there: Words) -> bool:
    return there[0] not in asked.words_of_names and there[0] not in PARTICLES


def _is_mixed(asked: Asked, text: str, one: _Stretch, people: Sequence[_Stretch]) -> bool:
    """Tell whether a stretch has her family name and another word, before her given name alone.

    "Dupont Jean, Marie" may be two people or one with two family names: the other word stays out.
    "Dupont-Martin, Marie" and "DUPONT MARTIN, Marie" are one person.
    """
    alone = [other for other in people if other is not one and _is_given_alone(asked, other.names)]
    if not alone or not _says_all(asked, chain(one.names, *(other.names for other in alone))):
        return False
    given = text[alone[0].begin : alone[0].end]
    if text[one.begin : one.end].isupper() and not given.isupper():
        return False
    strange = [token for token in text[one.begin : one.end].split() if _is_strange(asked, token)]
    return bool(strange) and not _begins_with_another(asked, one.names)


def _is_strange(asked: Asked, token: str) -> bool:
    there = frozenset(words(token)) - _OWN - PARTICLES
    return bool(there) and there.isdisjoint(asked.words_of_names)


def _says_all(asked: Asked, there: Iterable[str]) -> bool:
    """Tell whether words have a given and a family name that are asked for."""
    said = frozenset(there)
    return any(
        said.issuperset(group)
        for name in asked.names
        for group in (name.words, *name.other_spellings)
        if len(group) > 1
    )
