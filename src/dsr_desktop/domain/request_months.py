"""Requests month by month: how many came, and how long the answers took (domain.md 4.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from dsr_desktop.domain.request_figures import CountedRequest
from dsr_desktop.domain.workdays import add_months

MONTHS_SHOWN = 12


@dataclass(frozen=True)
class MonthFigures:
    """One month, by its first day: requests received, and of these the median of days to answer.

    `median_days` is None where none of them was answered.
    """

    month: date
    received: int
    median_days: float | None


def first_day_shown(today: date, months: int = MONTHS_SHOWN) -> date:
    """Return the first day of the months that `month_figures` counts."""
    return add_months(today.replace(day=1), 1 - months)


def month_figures(
    requests: Sequence[CountedRequest], today: date, months: int = MONTHS_SHOWN
) -> tuple[MonthFigures, ...]:
    """Count the last `months` months, this one last; a month without a request is there with 0."""
    first = first_day_shown(today, months)
    shown = [add_months(first, n) for n in range(months)]
    by_month: dict[date, list[CountedRequest]] = {month: [] for month in shown}
    for one in requests:
        if (month := one.request.received_on.replace(day=1)) in by_month:
            by_month[month].append(one)
    return tuple(_figures_of(month, came) for month, came in by_month.items())


def _figures_of(month: date, came: Sequence[CountedRequest]) -> MonthFigures:
    days = [one.days_to_answer for one in came if one.days_to_answer is not None]
    return MonthFigures(month, len(came), median(days) if days else None)
