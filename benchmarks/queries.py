"""Questions about the people of a list, each written otherwise than the list has it."""

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.lists import SEED, Person, people

QUERIES_OF_A_KIND = 40
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Query:
    """One question: `criterion` and `text` as the app takes them, and the row (from 1) meant."""

    kind: str
    criterion: str
    text: str
    row: int


def make_queries(rows: int, of_a_kind: int = QUERIES_OF_A_KIND, seed: int = SEED) -> list[Query]:
    """Return queries of the five kinds about a list of `rows` people, no two alike.

    Row 1 is the header. Kinds take turns, so that one kind does not warm what the next one needs.
    """
    chance = random.Random(seed)
    wanted = min(rows, of_a_kind * len(KINDS) * 6)
    chosen = set(chance.sample(range(rows), wanted))
    candidates = [(n + 2, person) for n, person in enumerate(people(rows)) if n in chosen]
    chance.shuffle(candidates)
    found = {kind: _of_kind(kind, candidates[at :: len(KINDS)], of_a_kind, chance)
             for at, kind in enumerate(KINDS)}  # fmt: skip
    return [query for turn in zip(*found.values(), strict=True) for query in turn]


def _of_kind(
    kind: str, candidates: list[tuple[int, Person]], count: int, chance: random.Random
) -> list[Query]:
    criterion, write = KINDS[kind]
    made = {
        text: Query(kind, criterion, text, row)
        for row, person in candidates
        if (text := write(person, chance))
    }
    if len(made) < count:
        raise ValueError(f"The list is too short for {count} queries of the kind {kind}.")
    return list(made.values())[:count]


def email_upper_case(person: Person, _chance: random.Random) -> str:
    """E-mail in capitals; "" for a person without."""
    return person.email.upper()


def phone_other_format(person: Person, chance: random.Random) -> str:
    """Phone number written in a way that no list uses; "" for a person without."""
    if not person.phone:
        return ""
    digits = "".join(filter(str.isdigit, str(person.phone)))[-9:]
    pairs = [digits[at : at + 2] for at in range(1, 9, 2)]
    return chance.choice(("0033{0}{1}", "+33(0){0}-{2}", "0{0}/{2}")).format(
        digits[0], digits[1:], "-".join(pairs)
    )


def name_with_typo(person: Person, chance: random.Random) -> str:
    """Given name as it is, family name misspelt."""
    misspelt = misspell(person.family, chance)
    return misspelt and f"{person.given} {misspelt}"


def misspell(word: str, chance: random.Random) -> str:
    """Leave a letter out, add, replace or swap one; "" if that changes nothing or is no letter."""
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice(_LETTERS)
    misspelt = chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    same = without_accents(misspelt).lower() == without_accents(word).lower()
    return misspelt if word[at - 1 : at + 2].isalpha() and not same else ""


def reversed_upper_case(person: Person, _chance: random.Random) -> str:
    """Family name before given name, all in capitals."""
    return f"{person.family} {person.given}".upper()


def name_without_accents(person: Person, _chance: random.Random) -> str:
    """Name without its accents; "" for a name that has none."""
    name = f"{person.given} {person.family}"
    plain = without_accents(name)
    return "" if plain == name else plain


def without_accents(text: str) -> str:
    """The text with its accents taken off."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


KINDS: dict[str, tuple[str, Callable[[Person, random.Random], str]]] = {
    "e-mail, upper case": ("email", email_upper_case),
    "phone, other format": ("phone", phone_other_format),
    "name, one typo": ("name", name_with_typo),
    "name, reversed, upper case": ("name", reversed_upper_case),
    "name, without accents": ("name", name_without_accents),
}
