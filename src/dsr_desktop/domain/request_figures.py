"""The key figures of how requests are answered (domain.md 4.2), as pure counts over requests."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import TypeVar

from dsr_desktop.domain.clock import Deadline
from dsr_desktop.domain.other_clocks import clock_kind
from dsr_desktop.domain.request import Channel, Decision, Request, Right
from dsr_desktop.domain.right import ClockKind

Value = TypeVar("Value", bound=str)
_NO_REASON = ""
REFUSALS = frozenset({Decision.REFUSED, Decision.NOT_IDENTIFIABLE, Decision.IDENTITY_NOT_CONFIRMED})
"""Decisions that tell the person no."""


@dataclass(frozen=True)
class CountedRequest:
    """A request with its deadline, computed by the one clock."""

    request: Request
    deadline: Deadline

    @property
    def has_clock(self) -> bool:
        """Tell whether art. 12(3) sets its date: rights without a statutory clock do not count."""
        return clock_kind(self.request) is ClockKind.GDPR_MONTH

    @property
    def days_to_answer(self) -> int | None:
        """Days from receipt to answer, None while there is none."""
        answered = self.request.answered_on
        return None if answered is None else (answered - self.request.received_on).days

    def is_overdue(self, today: date) -> bool:
        """Tell whether the answer is owed and its legal date has passed."""
        return (
            self.request.answered_on is None
            and self.request.is_open
            and (self.deadline.current_due < today)
        )

    def is_answered_by(self, due: date) -> bool:
        """Tell whether it was answered on `due` at the latest."""
        return self.request.answered_on is not None and self.request.answered_on <= due


@dataclass(frozen=True)
class RequestFigures:
    """Counts over the requests received in a period; shares are of those named beside them.

    `in_one_month` and `in_three_months` count, of `answered_with_clock`, those answered by the first
    and by the extended legal date. `median_days` is None without an answer. `by_right` and
    `refusals` count rights asked, so that one request may count twice.
    """

    received: int = 0
    open: int = 0
    overdue: int = 0
    answered: int = 0
    answered_with_clock: int = 0
    in_one_month: int = 0
    in_three_months: int = 0
    median_days: float | None = None
    extended: int = 0
    suspended: int = 0
    by_right: Mapping[Right, int] = field(default_factory=dict)
    by_channel: Mapping[Channel, int] = field(default_factory=dict)
    refusals: Mapping[str, int] = field(default_factory=dict)

    @property
    def late(self) -> int:
        """Answered after the extended date."""
        return self.answered_with_clock - self.in_three_months


def received_in(requests: Iterable[CountedRequest], year: int) -> tuple[CountedRequest, ...]:
    """Return the requests received in a year."""
    return tuple(one for one in requests if one.request.received_on.year == year)


def figures_of(requests: Sequence[CountedRequest], today: date) -> RequestFigures:
    """Count requests as they stand on a day."""
    timed = [one for one in requests if one.has_clock and one.request.answered_on is not None]
    days = [one.days_to_answer for one in requests if one.days_to_answer is not None]
    items = [item for one in requests for item in one.request.items]
    return RequestFigures(
        received=len(requests),
        open=sum(one.request.is_open for one in requests),
        overdue=sum(one.is_overdue(today) for one in requests if one.has_clock),
        answered=sum(one.request.answered_on is not None for one in requests),
        answered_with_clock=len(timed),
        in_one_month=sum(one.is_answered_by(one.deadline.first_due) for one in timed),
        in_three_months=sum(one.is_answered_by(one.deadline.extended_due) for one in timed),
        median_days=median(days) if days else None,
        extended=sum(one.deadline.extended for one in requests),
        suspended=sum(bool(one.request.pauses) for one in requests),
        by_right=_counted(item.right for item in items),
        by_channel=_counted(one.request.channel for one in requests),
        refusals=_counted(
            item.reason_code or _NO_REASON for item in items if item.decision in REFUSALS
        ),
    )


def percent(part: int, whole: int) -> int | None:
    """Return a share in whole percents, halves rounded up; None of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else None


def _counted(values: Iterable[Value]) -> dict[Value, int]:
    return dict(sorted(Counter(values).items(), key=lambda one: (-one[1], one[0])))
