"""Compares names of people: case, accents, order, one cell or two."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise, product

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.person import words

_LONGEST_NAME = 8
_Cell = tuple[int, str]


class NameAgreement(Enum):
    """How the name in a row agrees with the name asked for."""

    SAME = auto()
    OTHER_WRITING = auto()
    SWAPPED = auto()
    IN_PART = auto()
    INSIDE_TEXT = auto()


class Place(Enum):
    """Where a possible name stands."""

    NAME_COLUMN = auto()
    OTHER_CELL = auto()
    NEIGHBOURS = auto()


@dataclass(frozen=True)
class RowName:
    """A name found in a row: its words, the cells it stands in and what those cells are."""

    words: tuple[str, ...]
    written: str
    cells: tuple[tuple[int, str], ...]
    place: Place


def names_of_row(filled: Iterable[tuple[int, str, Field | None]]) -> Iterator[RowName]:
    """Yield the names a row can hold.

    Given with family name, name columns, other cells, and two neighbours without a title, since a
    list without a header has no name column.
    """
    cells = list(filled)
    given = [(column, text) for column, text, field in cells if field is Field.GIVEN_NAME]
    family = [(column, text) for column, text, field in cells if field is Field.FAMILY_NAME]
    for pair in _pairs(given, family):
        written = " ".join(text for _column, text in pair)
        yield RowName(words(written), written, pair, Place.NAME_COLUMN)
    lone = [] if given and family else given + family
    for column, text, field in cells:
        if field is Field.NAME or (column, text) in lone:
            yield RowName(words(text), text, ((column, text),), Place.NAME_COLUMN)
        elif field is None or field is Field.NOTE:
            yield RowName(words(text), text, ((column, text),), Place.OTHER_CELL)
    yield from _neighbours(cells)


def _pairs(given: list[_Cell], family: list[_Cell]) -> Iterator[tuple[_Cell, _Cell]]:
    """Pair given with family names; two of each are two people, not four."""
    if len(given) == len(family):
        return zip(given, family, strict=True)
    if min(len(given), len(family)) <= 1:
        return product(given, family)
    return ((one, min(family, key=lambda other: abs(other[0] - one[0]))) for one in given)


def _neighbours(cells: list[tuple[int, str, Field | None]]) -> Iterator[RowName]:
    for (left, one, field), (right, other, other_field) in pairwise(cells):
        if field is None and other_field is None and right == left + 1:
            written = f"{one} {other}"
            yield RowName(words(written), written, ((left, one), (right, other)), Place.NEIGHBOURS)


def compare_names(asked: str, there: RowName) -> NameAgreement | None:
    """Compare the name asked for with one found in a row; None when it is another name."""
    wanted = words(asked)
    if not wanted or not set(wanted) <= set(there.words):
        return None
    if there.place is not Place.NAME_COLUMN and len(there.words) > len(wanted):
        inside = there.place is Place.OTHER_CELL
        return _inside_text(wanted, there.words) if inside else None
    if there.words == wanted:
        same = there.written.strip() == asked.strip()
        return NameAgreement.SAME if same else NameAgreement.OTHER_WRITING
    if sorted(there.words) == sorted(wanted):
        return NameAgreement.SWAPPED
    return NameAgreement.IN_PART if len(there.words) <= _LONGEST_NAME else None


def _inside_text(wanted: tuple[str, ...], there: tuple[str, ...]) -> NameAgreement | None:
    size = len(wanted)
    stretches = (sorted(there[at : at + size]) for at in range(len(there) - size + 1))
    return NameAgreement.INSIDE_TEXT if sorted(wanted) in stretches else None
