"""Names misspelt in four ways, of people whose name few others have: who is found all the same?"""

import random
from collections import Counter
from collections.abc import Callable
from functools import cache

from rapidfuzz.distance import OSA

from benchmarks.lists import SEED, Person, people
from benchmarks.queries import Query, misspell, without_accents

QUERIES_OF_A_KIND = 250
MOST_NAMESAKES = 50
_ATTEMPTS = 20
_SHORTEST = 3


def one_typo(person: Person, chance: random.Random) -> str:
    """A slip in the family name."""
    family = _misspelt(person.family, chance)
    return family and f"{person.given} {family}"


def typo_in_each(person: Person, chance: random.Random) -> str:
    """A slip in the given name and one in the family name."""
    given, family = _misspelt(person.given, chance), _misspelt(person.family, chance)
    return f"{given} {family}" if given and family else ""


def reversed_with_typo(person: Person, chance: random.Random) -> str:
    """Family name first, with a slip."""
    family = _misspelt(person.family, chance)
    return family and f"{family} {person.given}"


def two_typos(person: Person, chance: random.Random) -> str:
    """Two slips in the family name; "" if they make up for each other."""
    once = _misspelt(person.family, chance)
    family = once and _misspelt(once, chance)
    both = OSA.distance(_plain(family), _plain(person.family)) == 2
    return f"{person.given} {family}" if family and both else ""


KINDS: dict[str, Callable[[Person, random.Random], str]] = {
    "one typo": one_typo,
    "one typo in each name": typo_in_each,
    "reversed, one typo": reversed_with_typo,
    "two typos": two_typos,
}


def make_misspelt(
    rows: int, of_a_kind: int = QUERIES_OF_A_KIND, namesakes: int = MOST_NAMESAKES
) -> list[Query]:
    """Return queries of the four kinds about people in a list of `rows`, no two about one person.

    Names that more than `namesakes` rows have are left out: fifty hits cannot show them all.
    """
    chance = random.Random(SEED)
    chosen = set(chance.sample(range(rows), min(rows, of_a_kind * len(KINDS) * 4)))
    held: Counter[tuple[str, str]] = Counter()
    met = []
    for n, person in enumerate(people(rows)):
        held[_name(person)] += 1
        if n in chosen:
            met.append((n + 2, person))
    candidates = [(row, person) for row, person in met if held[_name(person)] <= namesakes]
    chance.shuffle(candidates)
    found = (
        _of_kind(kind, candidates[at :: len(KINDS)], of_a_kind, chance)
        for at, kind in enumerate(KINDS)
    )
    return [query for turn in zip(*found, strict=True) for query in turn]


def _of_kind(
    kind: str, candidates: list[tuple[int, Person]], count: int, chance: random.Random
) -> list[Query]:
    made = [
        Query(kind, "name", text, row)
        for row, person in candidates
        if (text := KINDS[kind](person, chance))
    ]
    if len(made) < count:
        raise ValueError(f"The list is too short for {count} queries of the kind {kind}.")
    return made[:count]


def _misspelt(word: str, chance: random.Random) -> str:
    """The word with one slip; "" if it is too short for one."""
    if len(word) < _SHORTEST:
        return ""
    tries = (misspell(word, chance) for _ in range(_ATTEMPTS))
    return next(filter(None, tries), "")


def _name(person: Person) -> tuple[str, str]:
    return _plain(person.given), _plain(person.family)


@cache
def _plain(text: str) -> str:
    return without_accents(text).lower()
