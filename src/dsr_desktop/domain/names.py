"""Compares names of people: case, accents, order, spelling, one cell or two."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise, product

from dsr_desktop.domain.asked import AskedName
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.name_cells import name_alone, without_civilities
from dsr_desktop.domain.name_values import NameAgreement, NameKind, RowName
from dsr_desktop.domain.particles import PARTICLES, fathers_of, without_particles
from dsr_desktop.domain.person import words, words_of_cell
from dsr_desktop.domain.romanised import is_romanised
from dsr_desktop.domain.similar_names import compare_similar, is_like_one, is_similar_inside
from dsr_desktop.domain.spellings import Words, is_plain, may_be_read_otherwise, readings

MOST_NAMES = 100
_LONGEST_NAME = 8
_Cell = tuple[int, str]
_FilledCell = tuple[int, str, Field | None]
_WHOLE = frozenset({
    NameAgreement.OTHER_WRITING, NameAgreement.SWAPPED, NameAgreement.OTHER_SPELLING,
})  # fmt: skip


def names_of_row(filled: Iterable[_FilledCell]) -> Iterator[RowName]:
    """Yield the names a row can hold, at most three for each cell.

    Given with family name, name columns, other cells, and two neighbours without a title, since a
    list without a header has no name column.
    """
    cells = list(filled)
    given = [(column, text) for column, text, field in cells if field is Field.GIVEN_NAME]
    family = [(column, text) for column, text, field in cells if field is Field.FAMILY_NAME]
    for pair in _pairs(given, family):
        yield _row_name(pair, NameKind.NAME_COLUMN)
    alone = {Field.NAME} if given and family else {Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME}
    for column, text, field in cells:
        if field in alone:
            yield _row_name(((column, text),), NameKind.NAME_COLUMN)
        elif field is None or field is Field.NOTE:
            yield _row_name(((column, text),), NameKind.OTHER_CELL)
    yield from _neighbours(cells)


def likely_names(
    filled: Iterable[_FilledCell], wanted: Set[str], resembled: tuple[str, ...] = ()
) -> Sequence[RowName]:
    """Return the names of a row that share a word with `wanted`, at most MOST_NAMES of them.

    A word like one of `resembled`, misspelt or in a short form, will do. Of more names, those with
    the fewest strange and the most wanted words: the best one is never lost.
    """
    likely = [name for name in names_of_row(filled) if _is_likely(name, wanted, resembled)]
    if len(likely) > MOST_NAMES:
        likely.sort(key=lambda name: _distance(set(name.words), wanted))
    return likely[:MOST_NAMES]


def compare_names(asked: AskedName, there: RowName) -> NameAgreement | None:
    """Compare the name asked for with one found in a row; None when it is another name.

    A civility, an e-mail or a phone beside the name makes no longer text of it.
    """
    alone = name_alone(there.written, there.words)
    if alone != there.written:
        bare = RowName(words(alone), alone, there.cells, there.kind)
        return _compare_name(asked, bare) or _compare_name(asked, there)
    return _compare_name(asked, there)


def _is_likely(name: RowName, wanted: Set[str], resembled: tuple[str, ...]) -> bool:
    there = name.words
    if not wanted.isdisjoint(there):
        return True
    if _may_be_read_otherwise(name):
        there = tuple({word for reading in readings(name.written) for word in reading})
        if not wanted.isdisjoint(there):
            return True
    return any(is_like_one(word, resembled) for word in there)


def _may_be_read_otherwise(name: RowName) -> bool:
    text = name.written
    return not is_plain(text) or "'" in text or not PARTICLES.isdisjoint(name.words)


def _row_name(cells: tuple[_Cell] | tuple[_Cell, _Cell], kind: NameKind) -> RowName:
    if len(cells) == 1:
        text = cells[0][1]
        return RowName(words_of_cell(text), text, cells, kind)
    (_, one), (_, other) = cells
    return RowName(words_of_cell(one) + words_of_cell(other), f"{one} {other}", cells, kind)


def _pairs(given: list[_Cell], family: list[_Cell]) -> Iterator[tuple[_Cell, _Cell]]:
    """Pair given with family names; two of each are two people, not four."""
    if len(given) == len(family):
        return zip(given, family, strict=True)
    if min(len(given), len(family)) <= 1:
        return product(given, family)
    columns = [column for column, _text in family]
    return ((one, family[_nearest(columns, one[0])]) for one in given)


def _nearest(columns: Sequence[int], wanted: int) -> int:
    after = bisect_left(columns, wanted)
    near = (at for at in (after - 1, after) if 0 <= at < len(columns))
    return min(near, key=lambda at: abs(columns[at] - wanted))


def _neighbours(cells: list[_FilledCell]) -> Iterator[RowName]:
    for (left, one, field), (right, other, other_field) in pairwise(cells):
        if field is None and other_field is None and right == left + 1:
            yield _row_name(((left, one), (right, other)), NameKind.NEIGHBOURS)


def _compare_name(asked: AskedName, there: RowName) -> NameAgreement | None:
    agreement = _compare_words(asked.words, there.words, there.kind)
    if agreement is NameAgreement.OTHER_WRITING and there.written.strip() == asked.text.strip():
        return NameAgreement.SAME
    agreement = agreement or _compare_spellings(asked, there)
    return _compare_similar(asked, there) if agreement is None and asked.respelt else agreement


def _distance(there: Set[str], wanted: Set[str]) -> tuple[int, int]:
    return len(there - wanted), -len(there & wanted)


def _compare_words(wanted: Words, there: Words, kind: NameKind) -> NameAgreement | None:
    if not wanted or not set(wanted) <= set(there):
        return None
    there = without_civilities(there, wanted)
    if kind is not NameKind.NAME_COLUMN and len(there) > len(wanted):
        return _inside_text(wanted, there) if kind is NameKind.OTHER_CELL else None
    if there == wanted:
        return NameAgreement.OTHER_WRITING
    if sorted(there) == sorted(wanted):
        is_same = fathers_of(there) == fathers_of(wanted)
        return NameAgreement.SWAPPED if is_same else NameAgreement.SIMILAR
    if sorted(without_particles(there)) == sorted(without_particles(wanted)):
        return NameAgreement.OTHER_SPELLING
    return NameAgreement.IN_PART if len(there) <= _LONGEST_NAME else None


def _readings_of(there: RowName) -> Sequence[Words]:
    """Return the readings of a name; most have no other than their words."""
    if may_be_read_otherwise(there.written, there.words):
        return readings(there.written)
    return (there.words,)


def _compare_spellings(asked: AskedName, there: RowName) -> NameAgreement | None:
    for written in _readings_of(there):
        known = frozenset(written)
        for spelling in asked.spelt_within(known):
            agreement = _compare_words(spelling, written, there.kind)
            if agreement in _WHOLE:
                is_other = is_romanised(asked.text) is not is_romanised(there.written)
                return NameAgreement.OTHER_ALPHABET if is_other else NameAgreement.OTHER_SPELLING
            if agreement is not None:
                return agreement
    return None


def _compare_similar(asked: AskedName, there: RowName) -> NameAgreement | None:
    """Compare with every reading; the nearest one counts."""
    found = {agreement for agreement in _similar_readings(asked, there) if agreement}
    if found:
        return min(found, key=lambda agreement: agreement.value)
    if there.kind is NameKind.OTHER_CELL and is_similar_inside(asked, there.written):
        return NameAgreement.SIMILAR_INSIDE_TEXT
    return None


def _similar_readings(asked: AskedName, there: RowName) -> Iterator[NameAgreement | None]:
    for written in _readings_of(there):
        bare = without_civilities(written, asked.words)
        if there.kind is NameKind.NAME_COLUMN or len(bare) <= len(asked.words):
            yield compare_similar(asked, bare)


def _inside_text(wanted: Words, there: Words) -> NameAgreement | None:
    size = len(wanted)
    stretches = (sorted(there[at : at + size]) for at in range(len(there) - size + 1))
    return NameAgreement.INSIDE_TEXT if sorted(wanted) in stretches else None
