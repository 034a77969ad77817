"""The clock of requests that art. 12(3) does not time: withdrawal, complaint, after death."""

from dataclasses import replace
from datetime import date, timedelta

from dsr_desktop.domain.clock import (
    DEFAULT_SETTINGS,
    Deadline,
    DeadlineSettings,
    Step,
    StepKind,
)
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.request import Request, Right
from dsr_desktop.domain.right import ClockKind
from dsr_desktop.domain.workdays import WorkCalendar


def clock_kind(request: Request) -> ClockKind:
    """Return by what a request is timed: one right with a statutory month times all (R-TYP-1)."""
    kinds = {item.card.clock for item in request.items}
    if ClockKind.GDPR_MONTH in kinds:
        return ClockKind.GDPR_MONTH
    if ClockKind.AUTHORITY in kinds and request.authority is not None:
        return ClockKind.AUTHORITY
    return ClockKind.INTERNAL


def deadline_of(
    request: Request,
    calendar: WorkCalendar,
    today: date,
    settings: DeadlineSettings = DEFAULT_SETTINGS,
) -> Deadline:
    """Compute every date of a request: the one place in which its clock is chosen.

    Raises InvalidInputError for dates that contradict each other.
    """
    month = compute_deadline(
        request.received_on,
        calendar,
        pauses=request.pauses,
        extension=request.extension,
        today=today,
        settings=settings,
    )
    kind = clock_kind(request)
    if kind is ClockKind.GDPR_MONTH:
        return month
    if kind is ClockKind.AUTHORITY and request.authority is not None:
        return _at_once(
            month, request.authority.answer_by, StepKind.AUTHORITY_DATE, calendar, settings
        )
    if Right.CONSENT_WITHDRAWAL in request.rights:
        due = _working_days_after(request.received_on, calendar, settings.withdrawal_working_days)
        return _at_once(month, due, StepKind.WITHDRAWAL_TARGET, calendar, settings)
    steps = (*month.steps, Step(StepKind.NO_STATUTORY_MONTH, month.current_due))
    return replace(month, steps=tuple(one for one in steps if not one.is_only_possible))


def _at_once(
    month: Deadline,
    due: date,
    why: StepKind,
    calendar: WorkCalendar,
    settings: DeadlineSettings,
) -> Deadline:
    """Return a deadline of one date: nothing extends it, no pause moves it."""
    target = calendar.roll_back(due - timedelta(settings.internal_days))
    return replace(
        month,
        first_raw=due, first_due=due, extended_raw=due, extended_due=due, refusal_deadline=due,
        unsuspended_due=due, current_due=due, current_unsuspended=due, extended=False,
        internal_target=max(target, min(due, month.received_on)), extension_notice_warn_from=due,
        provisional=False, doubtful=False, paused_days=0, rolled=False,
        steps=(Step(why, due),),
    )  # fmt: skip


def _working_days_after(day: date, calendar: WorkCalendar, n: int) -> date:
    for _ in range(n):
        day = calendar.roll_forward(day + timedelta(days=1))
    return day
