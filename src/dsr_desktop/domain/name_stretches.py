"""Other people named beside the person, apart by commas, brackets or words such as "chez".

"Jean, Marie Dupont" is a couple, "Dupont, Marie" one person: what is asked tells which.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, combinations, takewhile

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.contradictions import PARTICLES
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.joined_names import NamePart, part_of, people_in
from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.person import words
from dsr_desktop.domain.spellings import Words

RELATIONS = frozenset(words(
    "mère père maman papa mari femme époux épouse conjoint conjointe compagnon compagne fils fille "
    "frère sœur parent parents enfant enfants tuteur tutrice parrain marraine ami amie voisin voisine "
    "collègue assistant assistante secrétaire mother father mum dad husband wife spouse partner son "
    "daughter brother sister child guardian friend neighbour colleague secretary"
))  # fmt: skip
CARE_OF = r"(?:c/o\b|℅|chez(?=\s)|care of\b|aux bons soins d|bei(?=\s))"
_OF = r"(?:de|du|des|of|von)\b|d['\u2019]"
_BESIDE = re.compile(rf"[,()\[\]]|\s(?={CARE_OF}|\w+\s+(?:{_OF}))", re.IGNORECASE)
_BEGINS_BESIDE = re.compile(rf"{CARE_OF}|(\w+)\s+(?:{_OF})", re.IGNORECASE)
_OWN = CIVILITIES | frozenset(words("phd mba msc bsc md esq jr sr junior senior"))
_OTHER_NAMES = frozenset(words("né née born geb geborene dit dite alias aka"))


def people_named(asked: Asked, kind: Field, text: str) -> tuple[NamePart, ...]:
    """Return the people whom a name cell (`kind`) names, as far as what is asked tells them apart."""
    return tuple(one for part in people_in(text) for one in _apart(asked, kind, part))


def _apart(asked: Asked, kind: Field, part: NamePart) -> tuple[NamePart, ...]:
    stretches = _stretches(part.text)
    if len(stretches) < 2 or not _are_several(asked, kind, stretches):
        return (part,)
    apart = (part_of(stretch) for stretch in stretches)
    return tuple(one for one in apart if one.words)


def _stretches(text: str) -> list[str]:
    """Cut a text at its commas and brackets, and before "chez" or "mère de"."""
    found, begin = [], 0
    for sign in _BESIDE.finditer(text):
        if sign[0].strip() or _begins_beside(text, sign.end()):
            found.append(text[begin : sign.start()])
            begin = sign.end()
    return [one.strip() for one in (*found, text[begin:]) if _names(one)]


def _begins_beside(text: str, start: int = 0) -> bool:
    found = _BEGINS_BESIDE.match(text, start)
    return found is not None and (not found[1] or not RELATIONS.isdisjoint(words(found[1])))


def _names(stretch: str) -> Words:
    """Return the words of a stretch that may name somebody else."""
    there = takewhile(lambda word: word not in _OTHER_NAMES, words(stretch))
    return tuple(word for word in there if word not in _OWN)


def _are_several(asked: Asked, kind: Field, stretches: Sequence[str]) -> bool:
    if any(_begins_beside(one) for one in stretches):
        return True
    named = [_names(one) for one in stretches]
    strangers = [one for one in named if asked.words_of_names.isdisjoint(one)]
    if kind is Field.GIVEN_NAME:
        return bool(strangers)
    if kind is not Field.NAME:
        return False
    says_all = any(_says_all(asked, one) for one in named)
    is_family = bool(strangers) or _is_couple(asked, named)
    is_one_of_family = is_family and _says_all(asked, chain(*named))
    share_a_name = any(not set(one).isdisjoint(other) for one, other in combinations(named, 2))
    return says_all or is_one_of_family or share_a_name


def _is_couple(asked: Asked, named: Sequence[Words]) -> bool:
    """Tell whether her given name stands by itself beside another one with her family name.

    "Marie, Jean Dupont" and "Jean Dupont (Marie)" do; "Dupont, Marie Louise" and "Dupont Martin,
    Marie" are one person.
    """
    given = {name.words[0] for name in asked.names if len(name.words) > 1}
    for at, alone in enumerate(named):
        if given.isdisjoint(alone) or not asked.words_of_names.issuperset(alone):
            continue
        rest = [n for n, one in enumerate(named) if not asked.words_of_names.issuperset(one)]
        if any(n > at or _begins_with_another(asked, named[n]) for n in rest):
            return True
    return False


def _begins_with_another(asked: Asked, there: Words) -> bool:
    return there[0] not in asked.words_of_names and there[0] not in PARTICLES


def _says_all(asked: Asked, there: Iterable[str]) -> bool:
    """Tell whether words have a given and a family name that are asked for."""
    said = frozenset(there)
    return any(
        said.issuperset(group)
        for name in asked.names
        for group in (name.words, *name.other_spellings)
        if len(group) > 1
    )
