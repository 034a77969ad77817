"""Finds one person in every row of every imported file."""

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Grade, Level, Row, grade_row
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.person import (
    canonical_email,
    canonical_identifier,
    canonical_phone,
    phone_tail,
    words,
)
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.services.register import Register
from dsr_desktop.store.database import Database
from dsr_desktop.store.lookup import count_rows, load_places, rows_with_key, rows_with_words
from dsr_desktop.store.sources import read_sources

_FIGURES_OR_NONE = re.compile(r"\d+|\D+")
_FINDING = ("name", "given_name", "family_name", "email", "phone", "identifier", "text")
_NARROWING = ("company", "address", "postcode", "city", "birth_date")


@dataclass(frozen=True)
class Found:
    """A row that is, or may be, about the person."""

    place: Place
    grade: Grade


@dataclass(frozen=True)
class SearchResult:
    """What a search found and what it could not look at.

    `total` counts all hits at or above the level asked for, `hits` is the page asked for;
    `hints` tell which criteria could not be understood as meant.
    """

    criteria: Criteria
    files: int
    rows: int
    unreadable: tuple[Source, ...]
    total: int
    hits: tuple[Found, ...]
    hints: tuple[Notice, ...]
    elapsed_ms: float


def search(
    register: Register,
    criteria: Criteria,
    *,
    level: Level = Level.WEAK,
    limit: int | None = 50,
    offset: int = 0,
) -> SearchResult:
    """Search every row; hits come best first, in the same order every time.

    `level` is the least level shown, `limit` the page size (None for all) from `offset`.
    """
    started = time.perf_counter()
    country = register.company.country
    row_ids = set(_candidates(register.database, criteria, country))
    graded = _grade(register.database, row_ids, criteria, country)
    hits = sorted((hit for hit in graded if hit.grade.level.rank <= level.rank), key=_order)
    end = None if limit is None else offset + limit
    files, rows = count_rows(register.database)
    return SearchResult(
        criteria=criteria,
        files=files,
        rows=rows,
        unreadable=unread_sources(register),
        total=len(hits),
        hits=tuple(hits[offset:end]),
        hints=tuple(_hints(criteria, country)),
        elapsed_ms=round((time.perf_counter() - started) * 1000, 3),
    )


def unread_sources(register: Register) -> tuple[Source, ...]:
    """Return the files that no search can look into, with the reason."""
    sources = read_sources(register.database)
    return tuple(source for source in sources if source.status in {"unreadable", "password"})


def partly_read_sources(register: Register) -> tuple[Source, ...]:
    """Return the files of which some rows or sheets were not read; their warnings say which."""
    sources = read_sources(register.database)
    return tuple(source for source in sources if source.status == "partly")


def _candidates(database: Database, criteria: Criteria, country: str) -> Iterator[int]:
    yield from rows_with_key(
        database, KeyKind.EMAIL, _present(map(canonical_email, criteria.email))
    )
    yield from rows_with_key(database, KeyKind.PHONE, _present(_tails(criteria, country)))
    for wanted in _word_groups(criteria, country):
        yield from rows_with_words(database, wanted)


def _tails(criteria: Criteria, country: str) -> Iterator[str | None]:
    for phone in criteria.phone:
        yield phone_tail(canonical_phone(phone, country) or "")


def _word_groups(criteria: Criteria, country: str) -> Iterator[tuple[str, ...]]:
    """Yield groups of words; a row that holds all words of one group is looked at."""
    yield from map(words, criteria.name + criteria.text)
    for value in criteria.identifier:
        yield from _identifier_writings(value)
    if criteria.given_name and criteria.family_name:
        for given, family in product(criteria.given_name, criteria.family_name):
            yield words(f"{given} {family}")
    else:
        yield from map(words, criteria.given_name + criteria.family_name)
    yield from (words(value) for value in _not_understood(criteria, country))
    if not any(getattr(criteria, criterion) for criterion in _FINDING):
        for criterion in _NARROWING:
            yield from map(words, getattr(criteria, criterion))
        for value in criteria.birth_date:
            yield from _date_writings(value)


def _identifier_writings(value: str) -> Iterator[tuple[str, ...]]:
    """Words of C-0042, C0042 and C 0042, which are one identifier but not the same words."""
    joined = canonical_identifier(value)
    if joined:
        yield from dict.fromkeys([words(value), (joined,), tuple(_FIGURES_OR_NONE.findall(joined))])


def _date_writings(value: str) -> Iterator[tuple[str, ...]]:
    """Words of 04/05/1990 and 4.5.1990."""
    for day in days_meant(value):
        for width in (1, 2):
            yield str(day.year), f"{day.month:0{width}}", f"{day.day:0{width}}"


def _not_understood(criteria: Criteria, country: str) -> Iterator[str]:
    yield from (value for value in criteria.email if canonical_email(value) is None)
    yield from (value for value in criteria.phone if canonical_phone(value, country) is None)


def _hints(criteria: Criteria, country: str) -> Iterator[Notice]:
    if any(canonical_email(value) is None for value in criteria.email):
        yield Notice(mark("An e-mail criterion is no complete address; it was searched as text."))
    if any(canonical_phone(value, country) is None for value in criteria.phone):
        yield Notice(mark("A phone criterion is no complete number; it was searched as text."))


def _grade(
    database: Database, row_ids: set[int], criteria: Criteria, country: str
) -> Iterator[Found]:
    asked = _with_texts(criteria, country)
    for place in load_places(database, row_ids):
        fields = tuple(column.field for column in place.sheet.columns)
        grade = grade_row(asked, Row(place.row.cells, fields), country)
        if grade is not None:
            yield Found(place, grade)


def _with_texts(criteria: Criteria, country: str) -> Criteria:
    """Criteria with what is no complete e-mail or phone asked as free text."""
    texts = tuple(dict.fromkeys((*criteria.text, *_not_understood(criteria, country))))
    return Criteria(**{**vars(criteria), "text": texts})


def _order(hit: Found) -> tuple[int, float, int]:
    return hit.grade.level.rank, -hit.grade.score, hit.place.row.id


def _present(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
