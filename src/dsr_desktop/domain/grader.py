"""Grades the rows of one search by the few cells that can tell, and the same ones of namesakes once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.bits import Scale
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.matching import Grade
from dsr_desktop.domain.person import fold, words, words_of_cell
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.similar_names import is_like_one
from dsr_desktop.domain.spellings import may_be_read_otherwise, readings

_Cell = tuple[int, str, Field | None]
_Cells = tuple[_Cell, ...]
_Columns = tuple[tuple[int, Field | None], ...]


class _Plan(NamedTuple):
    """Columns (from 1) of names, with what they mean; those that may hold anything; all the others."""

    names: _Columns
    free: _Columns
    others: _Columns


class Grader:
    """Grades rows as `grade_row` does.

    Where names alone are asked, the cells without a word like one of theirs are left out, and rows
    that differ only in such cells are graded once.
    """

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._known: dict[tuple[object, ...], Grade | None] = {}
        self._plans: dict[tuple[object, ...], _Plan] = {}
        self._like: set[str] = set()
        self._unlike: set[str] = set()

    def grade(self, row: Row) -> Grade | None:
        """Return the grade of a row, None if it is no hit."""
        told = self._told_by(row) if self._scale.asked.is_names_alone else None
        if told is None:
            return grade_row(self._scale.asked, row, self._scale)
        key = (row.fields, told)
        if key not in self._known:
            bare = Row(_alone(told), row.fields, row.headers)
            self._known[key] = grade_row(self._scale.asked, bare, self._scale)
        return self._known[key]

    def _told_by(self, row: Row) -> _Cells | None:
        """Return the name cells if they alone tell the grade: no other has a word like one asked for."""
        if row.notes or NAME_FIELDS.isdisjoint(row.fields):
            return None
        plan, cells = self._plan_for(row), row.cells
        others = [text for column, _field in plan.others if (text := cells[column - 1])]
        if _has_a_word(self._scale.asked, others) or self._may_name(_filled(plan.free, cells)):
            return None
        return tuple(_filled(plan.names, cells))

    def _plan_for(self, row: Row) -> _Plan:
        """Return the columns of a row by what they may tell, found once for all rows of a sheet."""
        key = row.fields, len(row.cells)
        plan = self._plans.get(key)
        if plan is None:
            plan = self._plans[key] = _plan_of(row.fields, len(row.cells))
        return plan

    def _may_name(self, free: Sequence[_Cell]) -> bool:
        """Tell whether a name asked for, or one like it, may stand in cells outside name columns."""
        if not free:
            return False
        text = "\n".join([text for _column, text, _field in free])
        there = words(text)
        if self._is_any_like(there):
            return True
        otherwise = _read_otherwise(free) if may_be_read_otherwise(text, there) else ()
        return self._is_any_like(otherwise)

    def _is_any_like(self, there: Iterable[str]) -> bool:
        """Tell whether a word is one asked for, or like one; most were met before and are not."""
        return any(map(self._is_like, set(there) - self._unlike))

    def _is_like(self, word: str) -> bool:
        if word in self._like:
            return True
        asked = self._scale.asked
        is_like = word in asked.words_of_names or is_like_one(word, asked.telling_words)
        (self._like if is_like else self._unlike).add(word)
        return is_like


def _plan_of(fields: Sequence[Field | None], width: int) -> _Plan:
    names, free, others = [], [], []
    for column in range(1, width + 1):
        field = fields[column - 1] if column <= len(fields) else None
        if field in NAME_FIELDS:
            names.append((column, field))
        elif field is None or field is Field.NOTE:
            free.append((column, field))
        elif field is not Field.EMAIL:
            others.append((column, field))
    return _Plan(tuple(names), tuple(free), tuple(others))


def _filled(columns: _Columns, cells: Sequence[str]) -> list[_Cell]:
    return [(column, text, field) for column, field in columns if (text := cells[column - 1])]


def _alone(told: _Cells) -> list[str]:
    """Return the cells of a row that has nothing but these."""
    cells = [""] * max((column for column, _text, _field in told), default=0)
    for column, text, _field in told:
        cells[column - 1] = text
    return cells


def _read_otherwise(free: Sequence[_Cell]) -> Iterator[str]:
    """Yield the words of every reading of the cells, and of two neighbours as one text."""
    texts = [text for _column, text, _field in free]
    texts += [
        f"{one} {other}"
        for (left, one, field), (right, other, other_field) in pairwise(free)
        if field is None and other_field is None and right == left + 1
    ]
    for text in texts:
        for reading in readings(text):
            yield from reading


def _has_a_word(asked: Asked, texts: Sequence[str]) -> bool:
    """Tell whether a word asked for stands in one of the texts; of most one look at all tells it."""
    whole = fold("\n".join(texts))
    if not any(word in whole for word in asked.words_of_names):
        return False
    return any(not asked.words_of_names.isdisjoint(words_of_cell(text)) for text in texts)
