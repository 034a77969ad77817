"""Weighs in bits how postcode and birth date of a row agree with those asked, and what evidence is."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.matching import How
from dsr_desktop.domain.person import words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.word_likeness import edits

_SAME_DAY, _SWAPPED_DAY, _ONE_FIGURE, _TWO_PARTS, _OTHER_DAY = 13.0, 8.0, 6.5, 2.5, -4.5
_FIGURES_SWAPPED, _OTHER_FIGURE, _OTHER_POSTCODE = 6.0, 2.0, -2.5
_MOST_CELLS = 8
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
    """The folded words of each value asked for under one criterion, their bits, what all are worth.

    They do not count in full, since who shares a street shares a town: `most` is bounded.
    """

    criterion: str
    values: tuple[tuple[str, ...], ...]
    bits: dict[str, float]
    most: float


def postcode_evidence(asked: WeighedWords, row: Row) -> ValueEvidence | None:
    """Compare postcodes: the same, two neighbouring figures swapped, one figure off, or another.

    Of a postcode of five figures 45 others are one figure off, and those next to it on the map among
    them; four have two neighbours swapped, and they lie anywhere: so a swap says more.
    """
    found = cells_of(row, Field.POSTCODE) if asked.bits else ()
    if not found:
        return None
    wanted = {form for value in asked.values if (form := "".join(value))} | asked.bits.keys()
    bits, column, text = max(
        ((_postcode_bits(wanted, text, asked.most), column, text) for column, text in found),
        key=lambda one: one[0],
    )
    if bits < 0:
        return ValueEvidence("postcode", bits)
    return ValueEvidence("postcode", bits, column, text, How.SIMILAR_VALUE)


def _postcode_bits(wanted: Collection[str], text: str, most: float) -> float:
    there = "".join(words(text))
    if there in wanted:
        return most
    close = [one for one in wanted if edits(one, there, 1) == 1]
    if any(sorted(one) == sorted(there) for one in close):
        return min(_FIGURES_SWAPPED, most)
    return min(_OTHER_FIGURE, most) if close else _OTHER_POSTCODE


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
    for column, text in cells_of(row, Field.BIRTH_DATE) if asked else ():
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
    if edits(_figures(one), _figures(other), 1) == 1:
        return _ONE_FIGURE, 1
    if sum(a == b for a, b in zip(one, other, strict=True)) == 2:
        return _TWO_PARTS, 1
    return _OTHER_DAY, 0


def _figures(day: _Day) -> str:
    return f"{day[0]:04}{day[1]:02}{day[2]:02}"


def cells_of(row: Row, field: Field) -> Sequence[tuple[int, str]]:
    """Return column and text of the first cells of a field."""
    return [(column, text) for column, text in row.of_field(field)][:_MOST_CELLS]
