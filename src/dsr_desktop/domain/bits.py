"""Scores in bits how a row agrees with what is asked, in the form of Fellegi and Sunter (1969).

Each agreement adds log2(m/u): u is how often it happens by chance, for words taken from the register
itself; m, how often it holds for the same person, was set once on FEBRL 1 and 2. Sums are compared
with a threshold that grows with how much was asked.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from dsr_desktop.domain.asked import NAME_CRITERIA, Asked
from dsr_desktop.domain.matching import CONTRADICTIONS, WHOLE_NAMES, How, Reason
from dsr_desktop.domain.name_bits import (
    NameWeight,
    WeighedName,
    WordBits,
    name_bits,
    names_there,
    weighed_names,
)
from dsr_desktop.domain.rarity import Rarity
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.value_bits import (
    ValueEvidence,
    WeighedWords,
    day_evidence,
    days_written,
    postcode_evidence,
)
from dsr_desktop.domain.words_bits import weighed_words, words_evidence

_KEY_BITS = 18.0
_DAY_BITS = 13.0
_TOLD_TWICE = 0.85
_RESPELT = 1.5
_EQUAL = frozenset({How.SAME, How.OTHER_WRITING})
_KEYS = frozenset({"email", "phone", "identifier", "text"})
_WORDS = ("address", "city", "company")
_FIRST_BITS, _SHARE, _MARGIN = 6.0, 0.18, 8.0
_SLOPE, _LEAST_SCORE = 4.0, 0.1
_LESS = {
    **dict.fromkeys((How.INSIDE_TEXT, How.INSIDE_VALUE, How.SIMILAR_INSIDE_TEXT, How.IN_NOTE), 4.0),
    **dict.fromkeys((How.PHONE_OTHER_COUNTRY, How.IDENTIFIER_WITHOUT_ZEROS), 9.0),
    **dict.fromkeys((How.SAME_MAILBOX, How.EMAIL_AMONG_OTHERS, How.IN_OTHER_COLUMN), 13.0),
}


@dataclass(frozen=True)
class Scale:
    """What is asked, weighed once for a search; `most` are the bits of a row that has all of it."""

    asked: Asked
    rarity: Rarity
    names: tuple[WeighedName, ...]
    values: tuple[WeighedWords, ...]
    postcode: WeighedWords
    days: frozenset[tuple[int, int, int]]

    @cached_property
    def word_bits(self) -> WordBits:
        """The bits of pairs of words met so far in this search."""
        return WordBits(self.rarity)

    @cached_property
    def most(self) -> float:
        """Bits of a row in which everything asked for stands as asked."""
        named = max((sum(word.bits for word in name) for name in self.names), default=0.0)
        criteria = self.asked.criteria
        keys = sum(_KEY_BITS for kind in _KEYS if getattr(criteria, kind))
        days = _DAY_BITS if self.days else 0.0
        return named + sum(one.most for one in self.values) + self.postcode.most + keys + days

    @cached_property
    def threshold(self) -> float:
        """Bits from which a row is more likely the person's than not.

        It grows with how much was asked, since more can then agree by chance.
        """
        return _FIRST_BITS + _SHARE * self.most

    @cached_property
    def least(self) -> float:
        """Bits from which a row is shown at all if nothing else than its bits speaks for it.

        Of names alone it is the threshold: half a name is that of many people.
        """
        asks_more = self.asked.criteria.given().keys() - NAME_CRITERIA
        return self.threshold - (_MARGIN if asks_more else 0.0)

    def score(self, bits: float) -> float:
        """Return the score from 0 to 100 that people see: 50 at the threshold."""
        return max(round(100 / (1 + 2 ** ((self.threshold - bits) / _SLOPE)), 1), _LEAST_SCORE)


@dataclass(frozen=True)
class Weight:
    """Bits for a row, and the agreements that only the weighing saw.

    `has_whole_name` tells that every word of a name asked for has one like it in the row's name.
    """

    bits: float
    reasons: tuple[Reason, ...]
    has_whole_name: bool = False


def scale_of(asked: Asked, rarity: Rarity) -> Scale:
    """Weigh what is asked, once for all rows."""
    criteria = asked.criteria
    return Scale(
        asked, rarity, weighed_names(asked, rarity),
        tuple(weighed_words(one, getattr(criteria, one), rarity) for one in _WORDS
              if getattr(criteria, one)),
        weighed_words("postcode", criteria.postcode, rarity),
        days_written(criteria.birth_date),
    )  # fmt: skip


def weigh(scale: Scale, row: Row, reasons: Collection[Reason]) -> Weight:
    """Return the bits of a row; `reasons` are the agreements found in it by comparing."""
    named = names_there(row) if scale.names else ()
    name = name_bits(scale.names, named, scale.word_bits)
    beside = () if scale.asked.is_names_alone else _values(scale, row, _equal_values(reasons))
    values = _without_doubles(list(beside))
    bits = _of_names(scale, name, reasons) + sum(one.bits for one in values) + _of_reasons(reasons)
    told = {reason.criterion for reason in reasons}
    found = [*_name_reasons(scale, name, told), *_value_reasons(values, told)]
    return Weight(bits, tuple(found), name.is_whole)


def is_promising(scale: Scale, row: Row) -> bool:
    """Tell, without comparing it in full, whether the bits of a row may be enough to show it.

    Keys are left out: rows that have one are found by it.
    """
    weight = weigh(scale, row, ())
    return weight.has_whole_name or weight.bits >= scale.least


def _of_names(scale: Scale, name: NameWeight, reasons: Collection[Reason]) -> float:
    """Bits of the names: of the only one asked for in full where comparing found it whole.

    So a name in another alphabet or spelling does not speak against the person.
    """
    if len(scale.names) != 1 or not any(reason.how in WHOLE_NAMES for reason in reasons):
        return name.bits
    return max(name.bits, sum(word.bits for word in scale.names[0]) - _RESPELT)


def _equal_values(reasons: Collection[Reason]) -> frozenset[str]:
    """Return the criteria of which comparing found a cell equal: "St-Denis" is "Saint-Denis"."""
    return frozenset(reason.criterion for reason in reasons if reason.how in _EQUAL)


def _values(scale: Scale, row: Row, equal: Collection[str]) -> Iterator[ValueEvidence]:
    for words in scale.values:
        if evidence := words_evidence(words, row, scale.rarity):
            yield _agreed_with(words, evidence, equal)
    if evidence := postcode_evidence(scale.postcode, row):
        yield _agreed_with(scale.postcode, evidence, equal)
    if evidence := day_evidence(scale.days, row):
        yield evidence


def _agreed_with(
    asked: WeighedWords, evidence: ValueEvidence, equal: Collection[str]
) -> ValueEvidence:
    """Count the only value asked for in full where comparing found it equal, however it is written."""
    is_equal = asked.criterion in equal and len(asked.values) == 1
    return replace(evidence, bits=max(evidence.bits, asked.most)) if is_equal else evidence


def _without_doubles(values: list[ValueEvidence]) -> list[ValueEvidence]:
    """Count a town that its postcode has told already for less: one follows from the other."""
    if not any(one.criterion == "postcode" and one.bits > 0 for one in values):
        return values
    return [
        replace(one, bits=_TOLD_TWICE * one.bits)
        if one.criterion == "city" and one.bits > 0
        else one
        for one in values
    ]


def _of_reasons(reasons: Collection[Reason]) -> float:
    """Bits of the best agreement with each kind of key, and with a text."""
    best: dict[str, float] = {}
    for reason in reasons:
        if reason.criterion in _KEYS and reason.how not in CONTRADICTIONS:
            bits = _LESS.get(reason.how, _KEY_BITS)
            best[reason.criterion] = max(bits, best.get(reason.criterion, 0.0))
    return sum(best.values())


def _name_reasons(scale: Scale, name: NameWeight, told: Collection[str]) -> Iterator[Reason]:
    if not NAME_CRITERIA.isdisjoint(told):
        return
    asked_for = scale.asked.names[0].criterion if scale.asked.names else "name"
    how = How.NAME_SIMILAR if name.is_whole else How.NAME_PARTLY
    for column, cell in dict.fromkeys((one.column, one.cell) for one in name.there):
        yield Reason(asked_for, column, cell, how)


def _value_reasons(values: Collection[ValueEvidence], told: Collection[str]) -> Iterator[Reason]:
    for one in values:
        if one.bits > 0 and one.how is not None and one.criterion not in told:
            yield Reason(one.criterion, one.column, one.cell, one.how)
