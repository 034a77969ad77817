"""Weighs in bits how address, town, postcode, company and birth date of a row agree with those asked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from rapidfuzz.distance import OSA

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.matching import How
from dsr_desktop.domain.person import words
from dsr_desktop.domain.rarity import Rarity
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.word_likeness import Likeness, likeness

_TYPO = {Likeness.SAME: 0.15, Likeness.ONE_TYPO: 2.5, Likeness.TWO_TYPOS: 4.5}
_LEAST = 0.3
_MOST = {"address": 16.0, "city": 10.0, "company": 10.0, "postcode": 10.0}
_AGAINST = {"address": -2.5, "city": -2.5, "company": -0.5, "postcode": -2.5}
_ALIKE_SHARE = 0.6
_SAME_DAY, _SWAPPED_DAY, _ONE_FIGURE, _TWO_PARTS, _OTHER_DAY = 13.0, 8.0, 6.5, 2.5, -4.5
_POSTCODE_TYPO = 3.5
_MOST_CELLS, _MOST_WORDS = 8, 40
_COMPACT_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: .*)?")
_Day = tuple[int, int, int]


@dataclass(frozen=True)
class ValueEvidence:
    """Bits for or against the person of one criterion, and the cell that says so, if one does."""

    criterion: str
    bits: float
    column: int = 0
    cell: str = ""
    how: How | None = None


@dataclass(frozen=True)
class WeighedWords:
    """The folded words asked for under one criterion with their bits, and what all are worth.

    They do not count in full, since who shares a street shares a town: `most` is bounded.
    """

    criterion: str
    bits: dict[str, float]
    most: float

    def share(self, bits: float) -> float:
        """Return which part of `most` these bits of the words are worth; the first ones say most."""
        return sqrt(bits / sum(self.bits.values()))


def weighed_words(criterion: str, values: Iterable[str], rarity: Rarity) -> WeighedWords:
    """Return the words of the values of a criterion with their bits."""
    found = {word: rarity.bits(word) for value in values for word in words(value)}
    several = dict(list(found.items())[:_MOST_WORDS])
    return WeighedWords(criterion, several, min(sum(several.values()), _MOST[criterion]))


def words_evidence(asked: WeighedWords, row: Row, rarity: Rarity) -> ValueEvidence | None:
    """Compare words; None where the row says nothing of the kind."""
    cells = _cells(row, Field(asked.criterion)) if asked.bits else ()
    if not cells:
        return None
    there = {word: (column, text) for column, text in cells for word in words(text)}
    agreed = dict(_agreeing(asked, there, rarity))
    share = asked.share(sum(bits for bits, _word in agreed.values()))
    bits = share * asked.most
    if share < _ALIKE_SHARE and not agreed.keys() >= asked.bits.keys():
        bits += _AGAINST[asked.criterion]
    if not agreed:
        return ValueEvidence(asked.criterion, bits)
    column, text = there[max(agreed.values())[1]]
    return ValueEvidence(asked.criterion, bits, column, text, How.SIMILAR_VALUE)


def _agreeing(
    asked: WeighedWords, there: dict[str, tuple[int, str]], rarity: Rarity
) -> Iterator[tuple[str, tuple[float, str]]]:
    missing = []
    for word, bits in asked.bits.items():
        if word in there:
            yield word, (max(bits - _TYPO[Likeness.SAME], _LEAST), word)
        else:
            missing.append(word)
    left = [word for word in there if word not in asked.bits]
    for word in missing:
        for other in left:
            lost = _TYPO.get(likeness(word, other) or Likeness.INITIAL)
            if lost is not None:
                yield word, (max(min(asked.bits[word], rarity.bits(other)) - lost, _LEAST), other)
                break


def postcode_evidence(asked: WeighedWords, row: Row) -> ValueEvidence | None:
    """Compare postcodes: the same, one figure off, or another."""
    wanted = "".join(asked.bits)
    cells = _cells(row, Field.POSTCODE) if wanted else ()
    if not cells:
        return None
    column, text = cells[0]
    figures = [(column, text, "".join(words(text))) for column, text in cells]
    for column, text, there in figures:
        if there in asked.bits or there == wanted:
            return ValueEvidence("postcode", asked.most, column, text, How.SIMILAR_VALUE)
    for column, text, there in figures:
        if any(OSA.distance(one, there) == 1 for one in asked.bits):
            return ValueEvidence("postcode", _POSTCODE_TYPO, column, text, How.SIMILAR_VALUE)
    return ValueEvidence("postcode", _AGAINST["postcode"])


def days_written(values: Iterable[str]) -> frozenset[_Day]:
    """Return (year, month, day) of every date that `values` can mean, days that do not exist too."""
    return frozenset(day for value in values for day in _days(value.strip()))


def _days(value: str) -> Iterator[_Day]:
    match = _YEAR_FIRST.fullmatch(value) or _COMPACT_DAY.fullmatch(value)
    if match:
        year, month, day = map(int, match.groups())
        yield year, month, day
    elif match := _DAY_FIRST.fullmatch(value):
        first, second, year = map(int, match.groups())
        yield year, second, first
        yield year, first, second


def day_evidence(asked: frozenset[_Day], row: Row) -> ValueEvidence | None:
    """Compare birth dates: the same, day and month swapped, one figure off, two parts equal."""
    best: ValueEvidence | None = None
    for column, text in _cells(row, Field.BIRTH_DATE) if asked else ():
        there = days_written([text])
        if not there:
            continue
        bits, how = max(_day_bits(one, other) for one in asked for other in there)
        if best is None or bits > best.bits:
            best = ValueEvidence("birth_date", bits, column, text, _DAY_HOW[how])
    return best


_DAY_HOW = (None, How.SIMILAR_VALUE, How.DAY_MONTH_SWAPPED, How.OTHER_WRITING)


def _day_bits(one: _Day, other: _Day) -> tuple[float, int]:
    """Return bits and index of how two days agree."""
    if one == other:
        return _SAME_DAY, 3
    if (one[0], one[2], one[1]) == other:
        return _SWAPPED_DAY, 2
    if OSA.distance(_figures(one), _figures(other)) == 1:
        return _ONE_FIGURE, 1
    if sum(a == b for a, b in zip(one, other, strict=True)) == 2:
        return _TWO_PARTS, 1
    return _OTHER_DAY, 0


def _figures(day: _Day) -> str:
    return f"{day[0]:04}{day[1]:02}{day[2]:02}"


def _cells(row: Row, field: Field) -> Sequence[tuple[int, str]]:
    """Return the cells of a field; those without a title where no column has that field."""
    found = [(column, text) for column, text in row.of_field(field)]
    if found or field in row.fields:
        return found[:_MOST_CELLS]
    return ()
