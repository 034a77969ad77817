"""The searches behind the page, run off the GUI thread: values in, values out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.expansion import NewKey, new_keys
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.row import Row
from dsr_desktop.gui.pages.search.rows import (
    HitRow,
    rows_of_review,
    rows_of_search,
    with_marketing,
)
from dsr_desktop.gui.pages.search.state import Coverage
from dsr_desktop.services.register import Register
from dsr_desktop.services.reviewing import Review, change_criteria, find_person, review
from dsr_desktop.services.row_context import not_for_marketing
from dsr_desktop.services.searching import SearchResult, search

Find = Callable[[Register, str, date], SearchResult]


@dataclass(frozen=True)
class Searched:
    """What a search brings back: `result` unless only looked at again, `review` for a request.

    The rows are made here, off the GUI thread: there can be thousands.
    """

    result: SearchResult | None
    review: Review | None
    rows: tuple[HitRow, ...]

    @property
    def coverage(self) -> Coverage:
        """How much was searched: by this search, or by the last one of the request."""
        if self.result is not None:
            one = self.result
            return Coverage(
                one.files, one.rows, one.unreadable, one.partly, one.hints, one.elapsed_ms,
                one.held, one.skipped,
            )  # fmt: skip
        if self.review is None:
            return Coverage(0, 0)
        seen, run = self.review, self.review.run
        files, rows = (run.files, run.rows) if run else (0, 0)
        return Coverage(files, rows, seen.unread, seen.partly, held=seen.held, skipped=seen.skipped)


def search_freely(register: Register, criteria: Criteria) -> Searched:
    """Search every row, for nobody's request."""
    result = search(register, criteria, limit=None)
    return Searched(result, None, _marked(register, rows_of_search(result.hits)))


def search_for_request(
    register: Register, ref: str, today: date, find: Find = find_person
) -> Searched:
    """Search for the person of a request, record it, and return the hits for review."""
    result = find(register, ref, today)
    return replace(look_again(register, ref, today), result=result)


def look_again(register: Register, ref: str, today: date) -> Searched:
    """Return the hits of a request as they are recorded, without a search."""
    found = review(register, ref, today)
    return Searched(None, found, _marked(register, rows_of_review(found)))


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
