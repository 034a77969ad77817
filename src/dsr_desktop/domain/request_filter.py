"""Which requests a list shows: by how they stand, by right, by who handles them, by words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.domain.person import fold
from dsr_desktop.domain.request import Request, Right, Stage
from dsr_desktop.domain.request_view import RequestSummary

_SUNDAY = 7
LONGEST_WAY_OFF = 3_650


class Standing(StrEnum):
    """How requests stand that are shown together."""

    OPEN = "open"
    OVERDUE = "overdue"
    DUE_THIS_WEEK = "due_this_week"
    WAITING = "waiting"
    CLOSED = "closed"
    ALL = "all"


_OF_ANSWERS_OWED = (Standing.OVERDUE, Standing.DUE_THIS_WEEK, Standing.WAITING)


@dataclass(frozen=True)
class RequestFilter:
    """What is wanted; None, or no words, want all. Nobody in particular handles for "" .

    `handled_by` and `words` are folded; an answer is due within `due_within` days or was due before.
    """

    standing: Standing = Standing.OPEN
    right: Right | None = None
    handled_by: str | None = None
    words: tuple[str, ...] = ()
    stage: Stage | None = None
    due_within: int | None = None


def make_filter(
    standing: Standing,
    right: Right | None = None,
    handled_by: str | None = None,
    text: str = "",
    *,
    stage: Stage | None = None,
    due_within: int | None = None,
) -> RequestFilter:
    """Return a filter; capitals and accents of a name and of the words in `text` do not count."""
    handler = None if handled_by is None else fold(handled_by)
    return RequestFilter(standing, right, handler, tuple(fold(text).split()), stage, due_within)


def wants_closed(wanted: RequestFilter) -> bool:
    """Tell whether closed requests may be among those wanted."""
    of_stage = wanted.stage in {None, Stage.CLOSED}
    return shows_closed(wanted.standing) and of_stage and wanted.due_within is None


def is_wanted(wanted: RequestFilter, summary: RequestSummary, folded: str, today: date) -> bool:
    """Tell whether a list shows a request; `folded` is its text, folded, in which words must occur."""
    request = summary.request
    return (
        stands(wanted.standing, summary, today)
        and (wanted.right is None or wanted.right in request.rights)
        and (wanted.handled_by is None or wanted.handled_by == fold(request.handled_by))
        and wanted.stage in {None, request.stage}
        and (wanted.due_within is None or _is_due(summary, today + timedelta(wanted.due_within)))
        and all(word in folded for word in wanted.words)
    )


def stands(standing: Standing, summary: RequestSummary, today: date) -> bool:
    """Tell whether a request stands so today.

    Overdue and due are those that still owe an answer; the week ends on Sunday, and a doubtful pause
    is not relied on (R-SUS-3).
    """
    request = summary.request
    match standing:
        case Standing.OPEN:
            return request.is_open
        case Standing.CLOSED:
            return not request.is_open
        case Standing.OVERDUE:
            return summary.status is DeadlineStatus.OVERDUE and _owes_answer(request)
        case Standing.DUE_THIS_WEEK:
            week_ends = today + timedelta(_SUNDAY - today.isoweekday())
            return _owes_answer(request) and today <= summary.deadline.alert_due <= week_ends
        case Standing.WAITING:
            return _owes_answer(request) and request.is_paused
        case Standing.ALL:
            return True


def count_standings(
    still_open: Iterable[RequestSummary], closed: int, today: date
) -> dict[Standing, int]:
    """Count how many requests stand in each way today: those not closed, and so many closed ones."""
    known = tuple(still_open)
    owing = [one for one in known if _owes_answer(one.request)]
    counted = {one: sum(stands(one, each, today) for each in owing) for one in _OF_ANSWERS_OWED}
    return {
        Standing.OPEN: len(known), **counted, Standing.CLOSED: closed,
        Standing.ALL: len(known) + closed,
    }  # fmt: skip


def shows_closed(standing: Standing) -> bool:
    """Tell whether closed requests may be among those that stand so."""
    return standing in {Standing.CLOSED, Standing.ALL}


def handlers(summaries: Iterable[RequestSummary]) -> tuple[str, ...]:
    """Return the names of those who handle requests, in the order of the alphabet."""
    names = {one.request.handled_by for one in summaries if one.request.handled_by}
    return tuple(sorted(names, key=fold))


def _is_due(summary: RequestSummary, by: date) -> bool:
    return _owes_answer(summary.request) and summary.deadline.alert_due <= by


def _owes_answer(request: Request) -> bool:
    return request.is_open and request.answered_on is None
