"""Weighs in bits how the words of an address, a town or a company agree with those asked.

A value of a person is either the same as in the row, slips included, or another: somebody has moved.
So each word speaks for or against the same value, and the sum against the person is bounded by how
often people move; a street type and a house number that two addresses share prove nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import log2
from typing import NamedTuple

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.matching import How
from dsr_desktop.domain.person import words
from dsr_desktop.domain.rarity import Rarity
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.value_bits import ValueEvidence, WeighedWords, cells_of
from dsr_desktop.domain.word_likeness import Likeness, edits, likeness

_LOST = {Likeness.SAME: 0.15, Likeness.ONE_TYPO: 2.5, Likeness.TWO_TYPOS: 4.5}
"""Bits that an agreement is worth less than an equal word: -log2 of how often it is written so."""
_LOST_BY_SPACES, _LOST_BY_LETTER = 2.0, 1.5
_LETTERS_OF_A_SLIP, _MOST_SLIPS = 5, 3
_OTHER_WORD, _LEFT_OUT = 3.0, 0.7
_LEAST, _OF_SLIPS = 0.3, 0.01
_MOST = {"address": 16.0, "city": 10.0, "company": 10.0, "postcode": 10.0}
_CHANGED = {"address": 0.1, "city": 0.05, "company": 0.5}
"""Share of people whom two lists of a company have with different values, each right in its time."""
_MOST_VALUES, _MOST_WORDS = 20, 40


class _Agreed(NamedTuple):
    """Bits of a word asked for, and the words there that say it."""

    bits: float
    there: tuple[str, ...]


class _Cell(NamedTuple):
    column: int
    text: str
    words: tuple[str, ...]


def weighed_words(criterion: str, values: Iterable[str], rarity: Rarity) -> WeighedWords:
    """Return the words of the values of a criterion with their bits; of very many the first."""
    several = tuple(words(value) for value in islice(values, _MOST_VALUES))
    there = dict.fromkeys(word for value in several for word in value)
    bits = {word: rarity.bits(word) for word in islice(there, _MOST_WORDS)}
    return WeighedWords(criterion, several, bits, min(sum(bits.values()), _MOST[criterion]))


def words_evidence(asked: WeighedWords, row: Row, rarity: Rarity) -> ValueEvidence | None:
    """Compare words; None where the row says nothing of the kind."""
    found = cells_of(row, Field(asked.criterion)) if asked.bits else ()
    if not found:
        return None
    cells = [_Cell(column, text, words(text)) for column, text in found]
    there = {word: (one.column, one.text) for one in cells for word in one.words}
    agreed = _alike(asked, tuple(there), rarity)
    agreed |= _run_together(asked, cells, agreed)
    told = _told(asked, there.keys() - _taken(agreed), agreed)
    bits = _or_changed(_bounded(told, asked), _CHANGED[asked.criterion])
    if not agreed:
        return ValueEvidence(asked.criterion, bits)
    column, text = there[max(agreed.values()).there[0]]
    return ValueEvidence(asked.criterion, bits, column, text, How.SIMILAR_VALUE)


def _told(asked: WeighedWords, left: Iterable[str], agreed: dict[str, _Agreed]) -> float:
    """Sum up the words: one in whose place stands another speaks against, one left out hardly."""
    missing = len(asked.bits) - len(agreed)
    other = min(missing, sum(1 for _word in left))
    against = _OTHER_WORD * other + _LEFT_OUT * (missing - other)
    return sum(one.bits for one in agreed.values()) - against


def _bounded(told: float, asked: WeighedWords) -> float:
    """Return at most what all words are worth; slips tell a little even where the rest says enough."""
    lost = sum(asked.bits.values()) - told
    return min(told, asked.most) - _OF_SLIPS * lost


def _or_changed(bits: float, changed: float) -> float:
    """Mix the bits for the same value with nought for a new one (`changed` is its probability)."""
    return log2((1 - changed) * 2**bits + changed)


def _taken(agreed: dict[str, _Agreed]) -> set[str]:
    return {word for one in agreed.values() for word in one.there}


def _alike(asked: WeighedWords, there: Sequence[str], rarity: Rarity) -> dict[str, _Agreed]:
    """Find each word asked for: the same, or misspelt among those not asked for."""
    agreed = {
        word: _Agreed(max(bits - _LOST[Likeness.SAME], _LEAST), (word,))
        for word, bits in asked.bits.items()
        if word in there
    }
    left = [word for word in there if word not in asked.bits]
    for word, bits in asked.bits.items():
        like = () if word in agreed else _misspelt(word, left)
        for other, lost in islice(like, 1):
            agreed[word] = _Agreed(max(min(bits, rarity.bits(other)) - lost, _LEAST), (other,))
            left.remove(other)
    return agreed


def _misspelt(word: str, left: Iterable[str]) -> Iterator[tuple[str, float]]:
    for other in left:
        how = likeness(word, other)
        if how in _LOST:
            yield other, _LOST[how]


def _run_together(
    asked: WeighedWords, cells: Sequence[_Cell], agreed: dict[str, _Agreed]
) -> dict[str, _Agreed]:
    """Find what is left of a value with its spaces lost or misplaced: "Bellevue" for "Belle Vue"."""
    taken = _taken(agreed)
    found: dict[str, _Agreed] = {}
    for value in asked.values:
        wanted = [one for one in value if one in asked.bits and _is_left(one, agreed)]
        for cell in cells if wanted else ():
            there = tuple(one for one in cell.words if _is_left(one, taken))
            lost = _lost_together(wanted, there)
            if lost is not None:
                bits = max(sum(asked.bits[word] for word in wanted) - lost, _LEAST)
                found |= dict.fromkeys(wanted, _Agreed(bits / len(wanted), there))
                break
    return found


def _is_left(word: str, taken: Iterable[str]) -> bool:
    return word not in taken and not word.isdigit()


def _lost_together(wanted: Sequence[str], there: Sequence[str]) -> float | None:
    """Return the bits lost by slips between words joined; None where they are others."""
    if not there or len(wanted) == len(there) == 1:
        return None
    one, other = "".join(wanted), "".join(there)
    most = min(min(len(one), len(other)) // _LETTERS_OF_A_SLIP, _MOST_SLIPS)
    slips = edits(one, other, most) if most else 1
    return _LOST_BY_SPACES + _LOST_BY_LETTER * slips if slips <= most else None
