"""The searches behind the page, run off the GUI thread: values in, values out."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.coverage import Coverage as WholeCoverage
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.expansion import NewKey, new_keys
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.namesakes import Namesakes
from dsr_desktop.domain.own_record import OwnFound
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.system_answer import SystemAnswer
from dsr_desktop.gui.pages.search.rows import (
    HitRow,
    rows_of_review,
    rows_of_search,
    with_marketing,
)
from dsr_desktop.gui.pages.search.state import Coverage
from dsr_desktop.services.coverage import coverage
from dsr_desktop.services.register import Register
from dsr_desktop.services.reviewing import Review, change_criteria, find_person, review
from dsr_desktop.services.row_context import not_for_marketing
from dsr_desktop.services.searching import SearchResult, search
from dsr_desktop.services.stopping import stoppable

FIRST_PAGE = 200
_LARGEST_PAGE = 5_000
MOST_WEAK_AT_FIRST = 2_000
"""Weak hits of a request that are read before anybody asks for them."""
Find = Callable[[Register, str, date], SearchResult]


@dataclass(frozen=True)
class Searched:
    """What a search brings back: `result` unless only looked at again, `review` for a request.

    The rows are made here, off the GUI thread: there can be thousands. `lists` is every list of the
    register if nothing was found, `systems` what holds data beside them.
    """

    result: SearchResult | None
    review: Review | None
    rows: tuple[HitRow, ...]
    lists: tuple[Source, ...] = ()
    systems: tuple[SystemAnswer, ...] = ()

    @property
    def criteria(self) -> Criteria | None:
        """What was searched for, None if the hits were only looked at again."""
        return self.result.criteria if self.result is not None else None

    @property
    def total(self) -> int:
        """How many hits there are, fetched or not."""
        if self.review is not None:
            return len(self.review.view.hits)
        return self.result.total if self.result is not None else len(self.rows)

    @property
    def namesakes(self) -> tuple[Namesakes, ...]:
        """What contradicts in the confirmed rows of the request."""
        return self.review.namesakes if self.review is not None else ()

    @property
    def coverage(self) -> Coverage:
        """How much was searched: by this search, or by the last one of the request."""
        if self.result is not None:
            one = self.result
            return Coverage(
                one.files, one.rows, one.unreadable, one.partly, one.hints, one.elapsed_ms,
                one.held, one.skipped, self.lists, self.systems,
            )  # fmt: skip
        if self.review is None:
            return Coverage(0, 0)
        seen, run = self.review, self.review.run
        files, rows = (run.files, run.rows) if run else (0, 0)
        return Coverage(
            files, rows, seen.unreadable, seen.partly, seen.hints, held=seen.held,
            skipped=seen.skipped, lists=self.lists, systems=self.systems,
        )  # fmt: skip

    @property
    def own_records(self) -> tuple[OwnFound, ...]:
        """What the register's own tables say of the person."""
        if self.result is not None:
            return self.result.own_records
        return self.review.own_records if self.review else ()


def search_freely(
    register: Register, criteria: Criteria, today: date, progress: Progress, fetched: int = 0
) -> Searched:
    """Search every row for nobody's request, and return the best hits: a page, or as many as before.

    `fetched` says how many hits are on the page already. `progress` may stop it.
    """
    with stoppable(register, progress):
        result = search(register, criteria, limit=max(FIRST_PAGE, fetched))
        rows = _marked(register, rows_of_search(result.hits, _lists(register)))
        return _with_coverage(Searched(result, None, rows), coverage(register, today=today))


def more_hits(register: Register, criteria: Criteria, progress: Progress, fetched: int) -> Searched:
    """Return the hits that follow those fetched of a free search.

    A page is as long as all before it, so that a hundred thousand hits take few searches.
    """
    page = min(max(FIRST_PAGE, fetched), _LARGEST_PAGE)
    with stoppable(register, progress):
        result = search(register, criteria, limit=page, offset=fetched)
        rows = rows_of_search(result.hits, _lists(register))
        return Searched(result, None, _marked(register, rows))


def search_for_request(
    register: Register, ref: str, today: date, find: Find = find_person
) -> Searched:
    """Search for the person of a request, record it, and return the hits for review."""
    result = find(register, ref, today)
    return replace(look_again(register, ref, today), result=result)


def look_again(register: Register, ref: str, today: date, weak: int = 0) -> Searched:
    """Return the hits of a request as they are recorded, without a search.

    All that are to be decided, or are; of the weak ones beside, which lie folded, `weak` or as many
    as are read at first.
    """
    found = review(register, ref, today, weak=max(weak, MOST_WEAK_AT_FIRST))
    rows = _marked(register, rows_of_review(found))
    seen = coverage(register, ref=ref, today=today)
    return _with_coverage(Searched(None, found, rows), seen, found.later)


def _marked(register: Register, rows: tuple[HitRow, ...]) -> tuple[HitRow, ...]:
    """Mark the rows that are not to be used for marketing."""
    places = [row.place for row in rows if row.place is not None]
    return with_marketing(rows, not_for_marketing(register, places))


def with_other_criteria(criteria: Criteria) -> Find:
    """Return a search that first replaces what is known about the person of the request."""
    return lambda register, ref, today: change_criteria(register, ref, criteria, today)


def keys_of_confirmed(
    criteria: Criteria, rows: Sequence[HitRow], country: str
) -> tuple[NewKey, ...]:
    """Return the e-mails and phones of confirmed rows that were not asked for (R-MAT-4)."""
    places = [row.place for row in rows if row.verdict is Verdict.CONFIRMED and row.place]
    return new_keys(criteria, map(Row.at, places), country)


def _with_coverage(
    searched: Searched, seen: WholeCoverage, later: Container[int | None] = ()
) -> Searched:
    """Add the proof to a search that found nothing; lists that came `later` were not searched."""
    if searched.rows:
        return searched
    lists = (one.source for one in seen.sources)
    shown = tuple(one for one in lists if one.id not in later)
    return replace(searched, lists=shown, systems=seen.systems)


def _lists(register: Register) -> tuple[Source, ...]:
    return tuple(one.source for one in coverage(register).sources)
