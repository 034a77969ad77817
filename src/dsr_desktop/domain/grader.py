"""Grades the rows of namesakes together: a frequent name is held by thousands of rows."""

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.bits import NAME_CRITERIA, Scale
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.matching import Grade
from dsr_desktop.domain.person import words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.similar_names import is_like_one
from dsr_desktop.domain.spellings import readings

_MAY_NAME = frozenset({None, Field.NOTE})
_Cells = tuple[tuple[int, str, Field | None], ...]


class Grader:
    """Grades rows as `grade_row` does, those that differ only in what nobody asked for once."""

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._known: dict[tuple[object, ...], Grade | None] = {}
        self._strange: dict[tuple[str, bool], bool] = {}
        self._asks_names_alone = NAME_CRITERIA.issuperset(scale.asked.criteria.given())

    def grade(self, row: Row) -> Grade | None:
        """Return the grade of a row, None if it is no hit."""
        told = self._told_by(row) if self._asks_names_alone else None
        if told is None:
            return grade_row(self._scale.asked, row, self._scale)
        key = (row.fields, told)
        if key not in self._known:
            self._known[key] = grade_row(self._scale.asked, row, self._scale)
        return self._known[key]

    def _told_by(self, row: Row) -> _Cells | None:
        """Return the name cells if they alone tell the grade: no other has a word like one asked for."""
        if row.notes or NAME_FIELDS.isdisjoint(row.fields):
            return None
        told = []
        for cell in row.filled():
            _column, text, field = cell
            if field in NAME_FIELDS:
                told.append(cell)
            elif field is not Field.EMAIL and not self._is_strange(text, field in _MAY_NAME):
                return None
        return tuple(told)

    def _is_strange(self, text: str, may_name: bool) -> bool:
        known = self._strange.get((text, may_name))
        if known is None:
            is_strange = _has_no_name if may_name else _has_no_word
            known = self._strange[text, may_name] = is_strange(self._scale.asked, text)
        return known


def _has_no_word(asked: Asked, text: str) -> bool:
    return asked.words_of_names.isdisjoint(words(text))


def _has_no_name(asked: Asked, text: str) -> bool:
    there = frozenset().union(*readings(text))
    if not asked.words_of_names.isdisjoint(there):
        return False
    return not any(is_like_one(word, asked.telling_words) for word in there)
