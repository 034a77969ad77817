"""Weighs in bits how the names of a row agree with a name asked for, word by word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.particles import PARTICLES
from dsr_desktop.domain.person import words, words_of_cell
from dsr_desktop.domain.rarity import Rarity
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.similar_words import is_far_typo
from dsr_desktop.domain.word_likeness import Likeness, likeness

_LOST = {
    Likeness.SAME: 0.15,
    Likeness.SHORT_FORM: 2.5,
    Likeness.ONE_TYPO: 3.0,
    Likeness.TWO_TYPOS: 5.5,
}
"""Bits that an agreement is worth less than an equal word: -log2 of how often people are written so."""
_FAR = 7.0
_INITIAL = 3.0
_LEAST = 0.5
_MOST_OF_PARTICLE = 1.0
_SWAPPED = 1.5
_MORE = 0.01  # of two rows that agree alike, the one with fewer further names comes first
_SIMILAR_FROM = 0.85
_SIMILAR, _OTHER, _FURTHER = -1.0, -5.0, 0.4
_MOST_NAMES, _LONGEST_CELL, _MOST_WORDS = 20, 6, 40
_NO_NAMES = CIVILITIES | PARTICLES
_SWAPPED_KINDS = (
    (Field.GIVEN_NAME, Field.FAMILY_NAME),
    (Field.FAMILY_NAME, Field.GIVEN_NAME),
)


@dataclass(frozen=True)
class NameWord:
    """A folded word of a name, the kind of name it is (NAME where that is not known), its bits."""

    word: str
    kind: Field
    bits: float


class NameThere(NamedTuple):
    """A folded word in a row, the kind of name it is part of, and its cell."""

    word: str
    kind: Field
    column: int
    cell: str


@dataclass(frozen=True)
class NameWeight:
    """Bits of the name that agrees best, and the words of the row that agree with it.

    It `is_whole` if every word has one like it, and one of them is the same.
    """

    bits: float = 0.0
    there: tuple[NameThere, ...] = ()
    is_whole: bool = False


WeighedName = tuple[NameWord, ...]


class WordBits:
    """Bits in which two words agree by their likeness and rarity, each pair counted once a search."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._known: dict[tuple[str, str], float | None] = {}

    def between(self, one: NameWord, there: str) -> float | None:
        """Return the bits of a word asked for and a folded word of a row, None if they differ."""
        pair = one.word, there
        if pair not in self._known:
            self._known[pair] = _word_bits(one, there, self._rarity)
        return self._known[pair]


def weighed_names(asked: Asked, rarity: Rarity) -> tuple[WeighedName, ...]:
    """Return every name asked for with the bits of its words; of very many the first."""
    several = islice(_names(asked), _MOST_NAMES)
    return tuple(
        tuple(NameWord(word, kind, _worth(word, rarity)) for word, kind in dict.fromkeys(name))
        for name in several
        if name
    )


def _worth(word: str, rarity: Rarity) -> float:
    bits = rarity.bits(word)
    return min(bits, _MOST_OF_PARTICLE) if word in PARTICLES else bits


def _names(asked: Asked) -> Iterator[list[tuple[str, Field]]]:
    criteria = asked.criteria
    for name in criteria.name:
        yield [(word, Field.NAME) for word in words(name)]
    if criteria.given_name or criteria.family_name:
        for given, family in product(criteria.given_name or ("",), criteria.family_name or ("",)):
            yield [
                *((word, Field.GIVEN_NAME) for word in words(given)),
                *((word, Field.FAMILY_NAME) for word in words(family)),
            ]


def names_there(row: Row) -> tuple[NameThere, ...]:
    """Return the words of the name columns of a row; without any, those of short untitled cells."""
    cells = [cell for cell in row.filled() if cell[2] in NAME_FIELDS]
    if not cells and NAME_FIELDS.isdisjoint(row.fields):
        cells = list(filter(_may_name, row.filled()))
    found = [
        NameThere(word, field or Field.NAME, column, text)
        for column, text, field in cells
        for word in words_of_cell(text)
    ]
    return tuple(found[:_MOST_WORDS])


def _may_name(cell: tuple[int, str, Field | None]) -> bool:
    _column, text, field = cell
    return field is None and "@" not in text and len(text.split()) <= _LONGEST_CELL


def name_bits(
    names: Iterable[WeighedName], there: Sequence[NameThere], word_bits: WordBits
) -> NameWeight:
    """Weigh the names asked for by the words of a row; the one that agrees best counts."""
    weighed = (_weigh(name, there, word_bits) for name in names)
    return max(weighed, key=lambda one: one.bits, default=NameWeight())


def _weigh(name: WeighedName, there: Sequence[NameThere], word_bits: WordBits) -> NameWeight:
    pairs = _paired(name, there, word_bits)
    taken = {at for _bits, at in pairs.values()}
    left = [one for n, one in enumerate(there) if n not in taken]
    bits = sum(bits for bits, _at in pairs.values())
    if left:
        bits += _of_the_rest(name, pairs.keys(), left) - _MORE * len(left)
    if any(_is_swapped(name[n], there[at]) for n, (_bits, at) in pairs.items()):
        bits -= _SWAPPED
    is_whole = len(pairs) == len(name) and _is_more_than_initials(
        [(name[n].word, there[at].word) for n, (_bits, at) in pairs.items()]
    )
    return NameWeight(bits, tuple(there[at] for _bits, at in pairs.values()), is_whole)


def _is_more_than_initials(pairs: Sequence[tuple[str, str]]) -> bool:
    is_one_same = any(one == other and len(one) > 1 for one, other in pairs)
    return is_one_same and all(min(len(one), len(other)) > 1 for one, other in pairs)


def _paired(
    name: WeighedName, there: Sequence[NameThere], word_bits: WordBits
) -> dict[int, tuple[float, int]]:
    """Pair the words that are most alike, each word once: index of each with bits and index there."""
    weights = [
        (-bits, _is_swapped(one, other), n, at)
        for n, one in enumerate(name)
        for at, other in enumerate(there)
        if (bits := word_bits.between(one, other.word)) is not None
    ]
    paired: dict[int, tuple[float, int]] = {}
    taken: set[int] = set()
    for lost, _swapped, n, at in sorted(weights):
        if n not in paired and at not in taken:
            paired[n] = (-lost, at)
            taken.add(at)
    return paired


def _word_bits(one: NameWord, there: str, rarity: Rarity) -> float | None:
    how = likeness(one.word, there)
    if how is None:
        is_far = is_far_typo(one.word, there)
        return max(min(one.bits, rarity.bits(there)) - _FAR, _LEAST) if is_far else None
    if how is Likeness.INITIAL:
        return _INITIAL if one.word not in _NO_NAMES and there not in _NO_NAMES else None
    worth = one.bits if how is Likeness.SAME else min(one.bits, rarity.bits(there))
    return max(worth - _LOST[how], _LEAST)


def _is_swapped(one: NameWord, there: NameThere) -> bool:
    kinds = one.kind, there.kind
    return kinds in _SWAPPED_KINDS


def _of_the_rest(name: WeighedName, paired: Iterable[int], left: Sequence[NameThere]) -> float:
    """Bits against the person of each kind of name of which the row has another and none of hers.

    The first counts in full: who is called otherwise is so by given and by family name alike.
    """
    others = [one for one in left if one.word not in _NO_NAMES]
    if not others:
        return 0.0
    agreeing = set(paired)
    against: list[float] = []
    for kind in dict.fromkeys(one.kind for one in name):
        hers = [(n, one) for n, one in enumerate(name) if one.kind is kind]
        missing = [one.word for n, one in hers if n not in agreeing and one.word not in _NO_NAMES]
        if kind is not Field.NAME and len(missing) < len(hers):
            continue
        there = [one.word for one in others if _may_be(kind, one.kind)]
        against += (_against(word, there) for word in missing[: len(there)])
    return _FURTHER * sum(against) + (1 - _FURTHER) * min(against, default=0.0)


def _may_be(kind: Field, there: Field) -> bool:
    return kind is there or Field.NAME in {kind, there}


def _against(word: str, there: Iterable[str]) -> float:
    closest = max((JaroWinkler.similarity(word, other) for other in there), default=0.0)
    return _SIMILAR if closest >= _SIMILAR_FROM else _OTHER
