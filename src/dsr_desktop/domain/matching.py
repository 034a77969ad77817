"""Grades how surely a row is about the person asked for (R-MAT-1).

The level follows the rules whatever the score: a name alone is never more than weak, and strong
needs an equal strong key that nothing in the row contradicts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.dates import days_meant, same_day
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.names import NameAgreement, compare_names, names_of_row
from dsr_desktop.domain.person import (
    canonical_email,
    canonical_identifier,
    canonical_phone,
    emails_in,
    fold,
    phone_tail,
    phones_in,
    words,
)


class Level(StrEnum):
    """How sure a match is, best first."""

    STRONG = "strong"
    PROBABLE = "probable"
    WEAK = "weak"

    @property
    def rank(self) -> int:
        """0 for the surest level."""
        return list(Level).index(self)


class How(StrEnum):
    """In what way a cell agrees with a criterion."""

    SAME = "same"
    OTHER_WRITING = "other_writing"
    SAME_EMAIL = "same_email"
    EMAIL_OTHER_CASE = "email_other_case"
    SAME_PHONE = "same_phone"
    PHONE_OTHER_WRITING = "phone_other_writing"
    SAME_IDENTIFIER = "same_identifier"
    SAME_NAME = "same_name"
    NAME_OTHER_WRITING = "name_other_writing"
    NAME_SWAPPED = "name_swapped"
    NAME_IN_PART = "name_in_part"
    INSIDE_TEXT = "inside_text"
    OTHER_GIVEN_NAME = "other_given_name"
    OTHER_BIRTH_DATE = "other_birth_date"


CONTRADICTIONS = frozenset({How.OTHER_GIVEN_NAME, How.OTHER_BIRTH_DATE})
_STRONG_KEYS = frozenset({How.SAME_EMAIL, How.EMAIL_OTHER_CASE, How.SAME_PHONE,
                          How.PHONE_OTHER_WRITING, How.SAME_IDENTIFIER})  # fmt: skip
_NAMES = frozenset({How.SAME_NAME, How.NAME_OTHER_WRITING, How.NAME_SWAPPED})
_SUPPORTING = ("company", "address", "postcode", "city", "birth_date")
_LIFTING = frozenset({"company", "address", "postcode", "birth_date"})
_CIVILITIES = frozenset(words("m mr mme mlle monsieur madame mademoiselle mrs ms miss dr me"))
_LOST_LETTER = re.compile("[?\ufffd]")
_POINTS = {Level.STRONG: 90.0, Level.PROBABLE: 60.0, Level.WEAK: 20.0}


@dataclass(frozen=True)
class Reason:
    """One agreement (or contradiction) between a criterion and a cell; columns count from 1."""

    criterion: str
    column: int
    cell: str
    how: How


@dataclass(frozen=True)
class Grade:
    """Result for one row: level, score from 0 to 100 and why."""

    level: Level
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Row:
    """A row as matching sees it: display texts and what the columns mean."""

    cells: Sequence[str]
    fields: Sequence[Field | None]

    def filled(self) -> Iterator[tuple[int, str, Field | None]]:
        """Yield (column from 1, text, field) of the cells that hold something."""
        for index, cell in enumerate(self.cells):
            if cell:
                yield index + 1, cell, self.fields[index] if index < len(self.fields) else None

    def of_field(self, field: Field) -> Iterator[tuple[int, str]]:
        """Yield (column, text) of the cells mapped to `field`."""
        return ((column, text) for column, text, meaning in self.filled() if meaning is field)


def grade_row(criteria: Criteria, row: Row, country: str) -> Grade | None:
    """Compare one row with what is asked; None if nothing of weight agrees.

    `country` (ISO 3166) completes phone numbers written without an international prefix.
    """
    keys = [*_emails(criteria, row), *_phones(criteria, row, country), *_identifiers(criteria, row)]
    names = [*_names(criteria, row)]
    others = [*_supporting(criteria, row), *_texts(criteria, row)]
    if not (keys or names or others):
        return None
    contradictions = [*_contradictions(criteria, row)] if keys else []
    level = _level(criteria, keys, _names_that_lift(names, row), others, contradictions)
    reasons = tuple(dict.fromkeys([*keys, *names, *others, *contradictions]))
    return Grade(level, _score(level, reasons), reasons)


def _level(
    criteria: Criteria,
    keys: list[Reason],
    names: list[Reason],
    others: list[Reason],
    contradictions: list[Reason],
) -> Level:
    if any(reason.how in _STRONG_KEYS for reason in keys):
        return Level.PROBABLE if contradictions else Level.STRONG
    full_name = any(reason.how in _NAMES for reason in names) and _asks_full_name(criteria)
    if full_name and any(reason.criterion in _LIFTING for reason in others):
        return Level.PROBABLE
    return Level.WEAK


def _asks_full_name(criteria: Criteria) -> bool:
    return bool(criteria.given_name and criteria.family_name) or any(
        len(words(name)) > 1 for name in criteria.name
    )


def _score(level: Level, reasons: Sequence[Reason]) -> float:
    agreeing = {reason.criterion for reason in reasons if reason.how not in CONTRADICTIONS}
    inside = any(reason.how is How.INSIDE_TEXT for reason in reasons)
    partly = any(reason.how is How.NAME_IN_PART for reason in reasons)
    points = _POINTS[level] + 3.0 * (len(agreeing) - 1) - 5.0 * inside - 5.0 * partly
    return round(min(points, _POINTS[level] + 10.0 if level is Level.STRONG else 89.0), 1)


def _emails(criteria: Criteria, row: Row) -> Iterator[Reason]:
    wanted = {canonical_email(value): value for value in criteria.email}
    wanted.pop(None, None)
    if not wanted:
        return
    for column, text, field in row.filled():
        for form in emails_in(text):
            if form in wanted:
                yield Reason("email", column, text, _email_how(text, wanted[form], field))


def _email_how(text: str, asked: str, field: Field | None) -> How:
    if canonical_email(text) is None and field is not Field.EMAIL:
        return How.INSIDE_TEXT
    return How.SAME_EMAIL if asked.strip() in text else How.EMAIL_OTHER_CASE


def _phones(criteria: Criteria, row: Row, country: str) -> Iterator[Reason]:
    wanted = {canonical_phone(value, country): value for value in criteria.phone}
    wanted.pop(None, None)
    if not wanted:
        return
    tails = {phone_tail(number) for number in wanted if number}
    for column, text, field in row.filled():
        for written in phones_in(text):
            if phone_tail(written) in tails and canonical_phone(written, country) in wanted:
                yield Reason("phone", column, text, _phone_how(text, written, wanted, field))


def _phone_how(text: str, written: str, wanted: dict[str | None, str], field: Field | None) -> How:
    """Bare figures are a phone number in a phone column; elsewhere they may be an order number."""
    bare = written.isdigit() and not written.startswith("0")
    elsewhere = field is not None or written != text.strip() or bare
    if field is not Field.PHONE and elsewhere:
        return How.INSIDE_TEXT
    return How.SAME_PHONE if written in wanted.values() else How.PHONE_OTHER_WRITING


def _identifiers(criteria: Criteria, row: Row) -> Iterator[Reason]:
    wanted = {canonical_identifier(value) for value in criteria.identifier} - {""}
    if not wanted:
        return
    for column, text, field in row.filled():
        if canonical_identifier(text) in wanted:
            how = How.SAME_IDENTIFIER if field is Field.IDENTIFIER else How.SAME
            yield Reason("identifier", column, text, how)


def _names(criteria: Criteria, row: Row) -> Iterator[Reason]:
    candidates = tuple(names_of_row(row.filled()))
    for criterion, asked in _asked_names(criteria):
        found = [
            Reason(criterion, column, text, _NAME_HOW[agreement])
            for candidate in candidates
            if (agreement := compare_names(asked, candidate)) is not None
            for column, text in candidate.cells
        ]
        yield from found or _spread(criterion, asked, row)


def _spread(criterion: str, asked: str, row: Row) -> list[Reason]:
    """Find a name whose words stand anywhere in the row: never more than weak, never missed."""
    wanted = set(words(asked))
    carrying = [
        (column, text, there)
        for column, text, field in row.filled()
        if field is not Field.EMAIL and "@" not in text and (there := wanted & set(words(text)))
    ]
    if not wanted or set().union(*(there for _column, _text, there in carrying)) != wanted:
        return []
    return [Reason(criterion, column, text, How.INSIDE_TEXT) for column, text, _ in carrying]


def _names_that_lift(names: list[Reason], row: Row) -> list[Reason]:
    """Leave out names from other cells where the row's own name columns name somebody else."""
    own = {column for column, _text, field in row.filled() if field in NAME_FIELDS}
    return [reason for reason in names if not own or reason.column in own]


_NAME_HOW = {
    NameAgreement.SAME: How.SAME_NAME,
    NameAgreement.OTHER_WRITING: How.NAME_OTHER_WRITING,
    NameAgreement.SWAPPED: How.NAME_SWAPPED,
    NameAgreement.IN_PART: How.NAME_IN_PART,
    NameAgreement.INSIDE_TEXT: How.INSIDE_TEXT,
}


def _asked_names(criteria: Criteria) -> Iterator[tuple[str, str]]:
    yield from (("name", name) for name in criteria.name)
    if criteria.given_name and criteria.family_name:
        yield from (
            ("name", f"{given} {family}")
            for given in criteria.given_name
            for family in criteria.family_name
        )
    else:
        yield from (("given_name", name) for name in criteria.given_name)
        yield from (("family_name", name) for name in criteria.family_name)


def _supporting(criteria: Criteria, row: Row) -> Iterator[Reason]:
    for criterion in _SUPPORTING:
        for asked in getattr(criteria, criterion):
            yield from _agreeing_cells(criterion, asked, row)


def _agreeing_cells(criterion: str, asked: str, row: Row) -> Iterator[Reason]:
    wanted = words(asked)
    for column, text, field in row.filled():
        if field is not None and field != criterion:
            continue
        if criterion == "birth_date":
            agrees = same_day(asked, text)
        else:
            agrees = bool(wanted) and words(text) == wanted
        if agrees:
            yield Reason(criterion, column, text, How.SAME if text == asked else How.OTHER_WRITING)


def _texts(criteria: Criteria, row: Row) -> Iterator[Reason]:
    for asked in criteria.text:
        wanted = words(asked)
        for column, text, _field in row.filled():
            if wanted and _contains(words(text), wanted):
                yield Reason("text", column, text, How.INSIDE_TEXT)


def _contains(there: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(there[at : at + size] == wanted for at in range(len(there) - size + 1))


def _contradictions(criteria: Criteria, row: Row) -> Iterator[Reason]:
    """Yield what speaks against the person although a strong key agrees.

    Another birth date, or another given name: a shared mailbox, a switchboard, a family.
    """
    for column, text in row.of_field(Field.BIRTH_DATE):
        asked_days = [day for day in criteria.birth_date if days_meant(day)]
        if asked_days and days_meant(text) and not any(same_day(day, text) for day in asked_days):
            yield Reason("birth_date", column, text, How.OTHER_BIRTH_DATE)
    asked = {word for name in _all_names(criteria) for word in words(name)}
    telling = {Field.NAME, Field.GIVEN_NAME} if _asks_given_name(criteria) else {Field.NAME}
    for column, text, field in row.filled():
        if asked and field in telling and _other_person(asked, text):
            yield Reason(str(field), column, text, How.OTHER_GIVEN_NAME)


def _all_names(criteria: Criteria) -> tuple[str, ...]:
    return criteria.name + criteria.given_name + criteria.family_name


def _asks_given_name(criteria: Criteria) -> bool:
    return bool(criteria.given_name) or any(len(words(name)) > 1 for name in criteria.name)


def _other_person(asked: set[str], text: str) -> bool:
    there = set(words(text)) - _CIVILITIES
    initials = {word[0] for word in asked - there}
    there = {word for word in there if len(word) > 1 or word not in initials}
    if not there:
        return False
    missing, strange = asked - there, there - asked
    if there & asked and not (missing and strange):
        return False
    return not _garbled(text, missing)


def _garbled(text: str, meant: set[str]) -> bool:
    """Tell whether a name lost letters to a wrong encoding: "?ukasz" for Łukasz.

    Any other difference counts as another name: Marie and Marine may share a mailbox.
    """
    if not _LOST_LETTER.search(text):
        return False
    pattern = "|".join(
        ".".join(map(re.escape, _LOST_LETTER.split(fold(word))))
        for word in text.split()
        if len(word) > 1
    )
    return any(re.fullmatch(pattern, word) for word in meant)
