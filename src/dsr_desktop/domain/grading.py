"""Grades how surely a row is about the person asked for (R-MAT-1).

The level follows the rules whatever the score: a name alone is never more than weak, and strong
needs an equal strong key that nothing in the row contradicts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.contradictions import contradictions
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.key_agreements import key_reasons
from dsr_desktop.domain.matching import (
    CONTRADICTIONS,
    STRONG_KEYS,
    WHOLE_NAMES,
    Grade,
    How,
    Level,
    Reason,
)
from dsr_desktop.domain.name_agreements import name_reasons
from dsr_desktop.domain.note_agreements import note_reasons
from dsr_desktop.domain.person import words
from dsr_desktop.domain.row import Row

MOST_OF_A_KIND = 10
_SUPPORTING = ("company", "address", "postcode", "city")
_LIFTING = frozenset({"company", "address", "postcode", "birth_date"})
_DOUBTFUL = (
    frozenset({How.INSIDE_TEXT, How.INSIDE_VALUE, How.NAME_SCATTERED, How.IN_NOTE}),
    frozenset({How.NAME_IN_PART, How.NAME_OTHER_SPELLING}),
    frozenset({How.IN_OTHER_COLUMN}),
)
_PROBABLE_KEYS = frozenset({How.IN_OTHER_COLUMN, How.IN_LINK, How.EMAIL_AMONG_OTHERS})
_POINTS = {Level.STRONG: 90.0, Level.PROBABLE: 60.0, Level.WEAK: 20.0}


@dataclass(frozen=True)
class _Found:
    keys: tuple[Reason, ...]
    names: tuple[Reason, ...]
    others: tuple[Reason, ...]
    against: tuple[Reason, ...]

    def all(self) -> tuple[Reason, ...]:
        return (*self.keys, *self.names, *self.others, *self.against)


def grade_row(asked: Asked, row: Row) -> Grade | None:
    """Compare one row with what is asked; None if nothing of weight agrees.

    Of one kind of agreement with one criterion MOST_OF_A_KIND cells are told: a row may have
    thousands of columns that say the same.
    """
    notes = list(note_reasons(asked, row))
    in_links = (reason for reason in notes if reason.how is How.IN_LINK)
    in_notes = (reason for reason in notes if reason.how is not How.IN_LINK)
    keys = _some_of_each((*key_reasons(asked, row), *in_links))
    names = _some_of_each(name_reasons(asked, row))
    others = _some_of_each((*_other_reasons(asked, row), *in_notes))
    if not (keys or names or others):
        return None
    against = _some_of_each(contradictions(asked, row)) if keys else ()
    found = _Found(keys, names, others, against)
    level = _level(asked.criteria, found)
    return Grade(level, _score(level, found.all()), found.all())


def _some_of_each(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    told: Counter[tuple[str, How]] = Counter()
    kept = []
    for reason in dict.fromkeys(reasons):
        kind = (reason.criterion, reason.how)
        told[kind] += 1
        if told[kind] <= MOST_OF_A_KIND:
            kept.append(reason)
    return tuple(kept)


def _level(criteria: Criteria, found: _Found) -> Level:
    hows = {reason.how for reason in found.keys}
    if hows & STRONG_KEYS:
        return Level.PROBABLE if found.against else Level.STRONG
    if hows & _PROBABLE_KEYS:
        return Level.PROBABLE
    whole_name = _asks_full_name(criteria) and any(one.how in WHOLE_NAMES for one in found.names)
    if How.SAME_IDENTIFIER in hows and not found.against:
        # Strong only within the system that gave it, which is not known: the name stands in for it.
        return Level.STRONG if whole_name else Level.PROBABLE
    lifted = any(reason.criterion in _LIFTING for reason in found.others)
    return Level.PROBABLE if whole_name and lifted else Level.WEAK


def _asks_full_name(criteria: Criteria) -> bool:
    return bool(criteria.given_name and criteria.family_name) or any(
        len(words(name)) > 1 for name in criteria.name
    )


def _score(level: Level, reasons: Sequence[Reason]) -> float:
    agreeing = {reason.criterion for reason in reasons if reason.how not in CONTRADICTIONS}
    hows = {reason.how for reason in reasons}
    doubts = sum(bool(hows & doubtful) for doubtful in _DOUBTFUL)
    points = _POINTS[level] + 3.0 * (len(agreeing) - 1) - 5.0 * doubts
    return round(min(points, _POINTS[level] + 10.0 if level is Level.STRONG else 89.0), 1)


def _other_reasons(asked: Asked, row: Row) -> Iterator[Reason]:
    criteria = asked.criteria
    for criterion in _SUPPORTING:
        if values := getattr(criteria, criterion):
            yield from _same_words(criterion, values, row)
    if criteria.birth_date:
        yield from _same_days(criteria.birth_date, row)
    yield from _texts(asked, row)


def _same_words(criterion: str, values: Sequence[str], row: Row) -> Iterator[Reason]:
    wanted = {words(value) for value in values} - {()}
    for column, text, field in row.filled():
        if (field is None or field == criterion) and words(text) in wanted:
            how = How.SAME if text in values else How.OTHER_WRITING
            yield Reason(criterion, column, text, how)


def _same_days(values: Sequence[str], row: Row) -> Iterator[Reason]:
    wanted = frozenset(day for value in values for day in days_meant(value))
    for column, text, field in row.filled():
        if (field is None or field is Field.BIRTH_DATE) and days_meant(text) & wanted:
            how = How.SAME if text in values else How.OTHER_WRITING
            yield Reason("birth_date", column, text, how)


def _texts(asked: Asked, row: Row) -> Iterator[Reason]:
    if not asked.texts:
        return
    for column, text, field in row.filled():
        there = words(text)
        if there in asked.texts:
            how = How.SAME if text == asked.texts[there] else How.OTHER_WRITING
            yield Reason("text", column, text, how)
        elif any(_contains(there, wanted) for wanted in asked.texts):
            is_note = field is None or field is Field.NOTE
            yield Reason("text", column, text, How.INSIDE_TEXT if is_note else How.INSIDE_VALUE)


def _contains(there: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(there[at : at + size] == wanted for at in range(len(there) - size + 1))
