"""Finds one person in every row of every imported file."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dsr_desktop.domain.asked import Asked, make_ready, unclear_notices
from dsr_desktop.domain.bits import Scale, is_promising, scale_of
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.grader import Grader
from dsr_desktop.domain.lookups import lookups_for
from dsr_desktop.domain.matching import Grade, Level
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.other_name import found_by_shared_key
from dsr_desktop.domain.own_record import OwnFound
from dsr_desktop.domain.person import canonical_phone
from dsr_desktop.domain.rarity import UNKNOWN_RARITY
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.skipped_columns import SkippedColumns, skipped_in
from dsr_desktop.domain.source import Place, Source, SourceStatus
from dsr_desktop.services.candidates import (
    doubtful_rows,
    exact_rows,
    rarity_for,
    similar_rows,
)
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.own_records import search_own_records
from dsr_desktop.services.register import Register
from dsr_desktop.store.database import Database
from dsr_desktop.store.held_rows import count_open_held_rows
from dsr_desktop.store.lookup import count_rows, load_places
from dsr_desktop.store.sources import read_sources, sheets_with_skipped_columns
from dsr_desktop.store.vocabulary import vocabulary_of

_ANY_PHONE = "0123456789"


@dataclass(frozen=True)
class Found:
    """A row that is, or may be, about the person; `names_another` if it is named after somebody else."""

    place: Place
    grade: Grade
    names_another: bool = False


@dataclass(frozen=True)
class SearchResult:
    """What a search found and what it could not look at.

    Of the files in `partly` some rows or sheets were not read, of those in `skipped` some columns
    were left out at the import; `held` counts the rows that the suppression list keeps back until
    the DPO decides (R-SUP-4). `total` counts all hits at or above the level asked for, `hits` is the
    page asked for; `hints` tell which criteria could not be understood as meant. `own_records` are
    what the register's own tables say of the person: no rows, and so not among `total`.
    """

    criteria: Criteria
    files: int
    rows: int
    unreadable: tuple[Source, ...]
    partly: tuple[Source, ...]
    total: int
    hits: tuple[Found, ...]
    hints: tuple[Notice, ...]
    elapsed_ms: float
    held: int = 0
    skipped: tuple[SkippedColumns, ...] = ()
    own_records: tuple[OwnFound, ...] = ()


@at_one_moment
def search(
    register: Register,
    criteria: Criteria,
    *,
    level: Level = Level.WEAK,
    limit: int | None = 50,
    offset: int = 0,
    for_request: str | None = None,
) -> SearchResult:
    """Search every row; hits come best first, in the same order every time.

    `level` is the least level shown, `limit` the page size (None for all) from `offset`. What the
    register says of the person beside the rows comes with them, but for the request `for_request`
    whose person is looked for.
    """
    started = time.perf_counter()
    asked = make_ready(criteria, register.company.country)
    graded = _grade(register.database, _candidates(register.database, asked))
    hits = sorted((hit for hit in graded if hit.grade.level.rank <= level.rank), key=_order)
    end = None if limit is None else offset + limit
    searched = _searched(register)
    return SearchResult(
        criteria=criteria,
        files=searched.files,
        rows=searched.rows,
        unreadable=searched.unreadable,
        partly=searched.partly,
        total=len(hits),
        hits=tuple(_with_warning(asked, hit) for hit in hits[offset:end]),
        hints=tuple(unclear_notices(asked)),
        held=count_open_held_rows(register.database),
        skipped=searched.skipped,
        own_records=search_own_records(register, asked, level=level, besides=for_request),
        elapsed_ms=round((time.perf_counter() - started) * 1000, 3),
    )


def read_words_ahead(register: Register) -> None:
    """Read the words of all rows into memory, as the first search by name would have to.

    They are shared by all threads until rows come or go. The rules of phone numbers are loaded too.
    """
    canonical_phone(_ANY_PHONE, register.company.country)
    vocabulary_of(register.database).make_ready()


@dataclass(frozen=True)
class _Searched:
    files: int
    rows: int
    unreadable: tuple[Source, ...]
    partly: tuple[Source, ...]
    skipped: tuple[SkippedColumns, ...]


def _searched(register: Register) -> _Searched:
    """Return what every search tells of the register, read again once that has changed."""
    database = register.database
    return database.kept_in_memory("searched", database.state, lambda: _read_searched(register))


def _read_searched(register: Register) -> _Searched:
    files, rows = count_rows(register.database)
    unreadable, partly = unread_sources(register), partly_read_sources(register)
    return _Searched(files, rows, unreadable, partly, columns_left_out(register))


def unread_sources(register: Register) -> tuple[Source, ...]:
    """Return the files that no search can look into, with the reason."""
    sources = read_sources(register.database)
    return tuple(source for source in sources if source.status.is_unread)


def partly_read_sources(register: Register) -> tuple[Source, ...]:
    """Return the files of which some rows or sheets were not read; their warnings say which."""
    sources = read_sources(register.database)
    return tuple(
        source for source in sources if source.is_current and source.status == SourceStatus.PARTLY
    )


def columns_left_out(register: Register) -> tuple[SkippedColumns, ...]:
    """Return the columns that the user left out of files that searches see, sheet by sheet."""
    sheets = sheets_with_skipped_columns(register.database)
    sources = read_sources(register.database) if sheets else ()
    current = {source.id: source for source in sources if source.is_current}
    return tuple(
        SkippedColumns(current[sheet.source_id], sheet.name, skipped)
        for sheet in sheets
        if sheet.source_id in current and (skipped := skipped_in(sheet.columns))
    )


@dataclass(frozen=True)
class _Candidates:
    """Rows to compare, those of them that are only if their bits say so, and what weighs them."""

    rows: frozenset[int]
    doubtful: frozenset[int]
    scale: Scale


def _candidates(database: Database, asked: Asked) -> _Candidates:
    """Find the rows to compare.

    Where only keys are asked nothing can be misspelt, and the words of the register are not read.
    """
    lookups = lookups_for(asked)
    if not lookups.names:
        exact = exact_rows(database, lookups)
        return _Candidates(frozenset(exact), frozenset(), scale_of(asked, UNKNOWN_RARITY))
    vocabulary = vocabulary_of(database)
    exact = exact_rows(database, lookups, vocabulary)
    scale = scale_of(asked, rarity_for(database, lookups, vocabulary))
    known = exact | similar_rows(database, lookups, vocabulary, exact)
    doubtful = doubtful_rows(database, lookups, vocabulary, scale, known)
    return _Candidates(frozenset(known), frozenset(doubtful), scale)


def _grade(database: Database, candidates: _Candidates) -> Iterator[Found]:
    scale = candidates.scale
    grader = Grader(scale)
    for place in load_places(database, candidates.rows | candidates.doubtful):
        if not place.source.is_current:
            continue
        row = Row.at(place)
        if place.row.id in candidates.doubtful and not is_promising(scale, row):
            continue
        grade = grader.grade(row)
        if grade is not None:
            yield Found(place, grade)


def _with_warning(asked: Asked, hit: Found) -> Found:
    row = Row.at(hit.place)
    return replace(hit, names_another=found_by_shared_key(asked, row, hit.grade.reasons))


def _order(hit: Found) -> tuple[int, float, int]:
    return hit.grade.level.rank, -hit.grade.bits, hit.place.row.id
