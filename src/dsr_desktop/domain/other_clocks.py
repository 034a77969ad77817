"""The clock of requests that art. 12(3) does not time: withdrawal, complaint, after death."""

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from dsr_desktop.domain.clock import (
    DEFAULT_SETTINGS,
    Deadline,
    DeadlineSettings,
    Extension,
    Pause,
    Step,
    StepKind,
)
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.request import Request, Right
from dsr_desktop.domain.right import ClockKind
from dsr_desktop.domain.workdays import WorkCalendar

_LONG_PAST = 75
"""Days after receipt, pauses aside, by which the month is over with its weekends and holidays."""


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
    month = _month_of(request, calendar, today, settings)
    kind = clock_kind(request)
    withdrawal = _withdrawal_day(request, calendar, settings)
    if kind is ClockKind.GDPR_MONTH:
        letter = request.authority.answer_by if request.authority else month.current_due
        return _with_withdrawal(_not_after(letter, month, calendar, settings), withdrawal)
    if kind is ClockKind.AUTHORITY and request.authority is not None:
        by_letter = _at_once(
            month, request.authority.answer_by, StepKind.AUTHORITY_DATE, calendar, settings
        )
        return _with_withdrawal(by_letter, withdrawal)
    if withdrawal is not None:
        return _at_once(month, withdrawal, StepKind.WITHDRAWAL_TARGET, calendar, settings)
    steps = (*month.steps, Step(StepKind.NO_STATUTORY_MONTH, month.current_due))
    return replace(month, steps=tuple(one for one in steps if not one.is_only_possible))


def _month_of(
    request: Request, calendar: WorkCalendar, today: date, settings: DeadlineSettings
) -> Deadline:
    """Return the clock of the month, computed once for all requests that have the same dates.

    Today matters while a question is open, and until the first date has passed: a day long past it
    is as good as today, so that a list of old requests is not counted anew every morning.
    """
    received, pauses = request.received_on, request.pauses
    facts = (received, calendar, pauses, request.extension)
    calendar.check(received)
    if all(pause.answered_on is not None for pause in pauses):
        stopped = sum((one.answered_on - one.asked_on).days for one in pauses if one.answered_on)
        past = received + timedelta(days=_LONG_PAST + stopped)
        if past < today:
            clock = _counted(*facts, past, settings)
            if clock.first_due < past:
                return clock
    return _counted(*facts, today, settings)


@lru_cache(maxsize=32_768)
def _counted(
    received_on: date,
    calendar: WorkCalendar,
    pauses: tuple[Pause, ...],
    extension: Extension | None,
    today: date,
    settings: DeadlineSettings,
) -> Deadline:
    return compute_deadline(
        received_on, calendar, pauses=pauses, extension=extension, today=today, settings=settings
    )


def _not_after(
    letter: date, month: Deadline, calendar: WorkCalendar, settings: DeadlineSettings
) -> Deadline:
    """Return the clock of a request that the authority wants answered before its month ends."""
    if letter >= month.current_due:
        return month
    first = _at_once(month, letter, StepKind.AUTHORITY_FIRST, calendar, settings)
    if first.internal_target < month.internal_target:
        month = replace(month, steps=_without_target(month), internal_target=first.internal_target)
    return replace(
        month,
        current_due=letter, current_unsuspended=min(month.current_unsuspended, letter),
        provisional=False, paused_days=0, rolled=False, steps=(*month.steps, *first.steps),
    )  # fmt: skip


def _with_withdrawal(clock: Deadline, day: date | None) -> Deadline:
    """Return a clock whose internal target is not after the day a withdrawal takes effect by."""
    if day is None or day >= clock.internal_target:
        return clock
    steps = (*_without_target(clock), Step(StepKind.WITHDRAWAL_TARGET, day))
    return replace(clock, internal_target=day, steps=steps)


def _without_target(clock: Deadline) -> tuple[Step, ...]:
    return tuple(one for one in clock.steps if one.kind is not StepKind.INTERNAL_TARGET)


def _withdrawal_day(
    request: Request, calendar: WorkCalendar, settings: DeadlineSettings
) -> date | None:
    if Right.CONSENT_WITHDRAWAL not in request.rights:
        return None
    return _working_days_after(request.received_on, calendar, settings.withdrawal_working_days)


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
