"""Finds one person in every row of every imported file."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dsr_desktop.domain.asked import Asked, make_ready, unclear_notices
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.lookups import Lookups, lookups_for
from dsr_desktop.domain.matching import Grade, Level
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.other_name import found_by_shared_key
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.skipped_columns import SkippedColumns, skipped_in
from dsr_desktop.domain.source import Place, Source, SourceStatus
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.database import Database
from dsr_desktop.store.held_rows import count_open_held_rows
from dsr_desktop.store.lookup import count_rows, load_places, rows_with_key, rows_with_words
from dsr_desktop.store.sources import read_sources, sheets_with_skipped_columns


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
    page asked for; `hints` tell which criteria could not be understood as meant.
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


@at_one_moment
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
    asked = make_ready(criteria, register.company.country)
    row_ids = _candidates(register.database, lookups_for(asked))
    graded = _grade(register.database, row_ids, asked)
    hits = sorted((hit for hit in graded if hit.grade.level.rank <= level.rank), key=_order)
    end = None if limit is None else offset + limit
    files, rows = count_rows(register.database)
    return SearchResult(
        criteria=criteria,
        files=files,
        rows=rows,
        unreadable=unread_sources(register),
        partly=partly_read_sources(register),
        total=len(hits),
        hits=tuple(_with_warning(asked, hit) for hit in hits[offset:end]),
        hints=tuple(unclear_notices(asked)),
        held=count_open_held_rows(register.database),
        skipped=columns_left_out(register),
        elapsed_ms=round((time.perf_counter() - started) * 1000, 3),
    )


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


def _candidates(database: Database, lookups: Lookups) -> set[int]:
    found = rows_with_key(database, KeyKind.EMAIL, lookups.emails)
    found |= rows_with_key(database, KeyKind.PHONE, lookups.phone_tails)
    for group in lookups.word_groups:
        found |= rows_with_words(database, group)
    return found


def _grade(database: Database, row_ids: set[int], asked: Asked) -> Iterator[Found]:
    for place in load_places(database, row_ids):
        if not place.source.is_current:
            continue
        grade = grade_row(asked, Row.at(place))
        if grade is not None:
            yield Found(place, grade)


def _with_warning(asked: Asked, hit: Found) -> Found:
    row = Row.at(hit.place)
    return replace(hit, names_another=found_by_shared_key(asked, row, hit.grade.reasons))


def _order(hit: Found) -> tuple[int, float, int]:
    return hit.grade.level.rank, -hit.grade.score, hit.place.row.id
