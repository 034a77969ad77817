"""The legal clock: when an answer is due, and why (GDPR art. 12(3)-(4), Reg. 1182/71 art. 3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce

from dsr_desktop.domain.clock import (
    DEFAULT_SETTINGS,
    Alert,
    AlertKind,
    Deadline,
    DeadlineSettings,
    DeadlineStatus,
    ExtendedStep,
    Extension,
    ExtensionMode,
    MonthStep,
    MoveStep,
    NoticeStep,
    Pause,
    PauseStep,
    Step,
    StepKind,
    TargetStep,
    pause_is_doubtful,
)
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.workdays import WorkCalendar, add_months


@dataclass(frozen=True)
class _Count:
    """A date on its way: in months (`raw`), with pauses (`moved`), on a working day (`due`)."""

    raw: date
    moved: date
    due: date
    paused_days: int = 0
    covered_until: date = date.min
    pauses: tuple[Pause, ...] = ()
    steps: tuple[Step, ...] = ()
    from_first_date: bool = False

    @property
    def provisional(self) -> bool:
        return any(pause.answered_on is None for pause in self.pauses)


def compute_deadline(
    received_on: date,
    calendar: WorkCalendar,
    *,
    pauses: Iterable[Pause] = (),
    extension: Extension | None = None,
    today: date | None = None,
    settings: DeadlineSettings = DEFAULT_SETTINGS,
) -> Deadline:
    """Compute every date of a request received on `received_on` (domain.md, chapter 2).

    `received_on` is the day at the controller's place, whatever the hour. `today` is needed while
    a pause is open. Raises InvalidInputError for dates that contradict each other or lie in a year
    whose holidays are not known.
    """
    ordered = sorted(pauses, key=lambda pause: (pause.asked_on, pause.answered_on or date.max))
    _check_dates(received_on, calendar, ordered, extension, today)
    counter = _Counter(received_on, calendar, today, settings)
    first, longer = counter.both(ordered)
    bare_first, bare_longer = counter.both(()) if ordered else (first, longer)
    extended = _extended_step(received_on, first, longer, extension)
    current, bare = (longer, bare_longer) if extended else (first, bare_first)
    doubtful = any(pause_is_doubtful(received_on, p.asked_on, settings) for p in current.pauses)
    target = calendar.roll_back(first.raw - timedelta(settings.internal_days))
    steps = (
        Step(StepKind.RECEIVED, received_on),
        _month_step(received_on, first, calendar),
        *first.steps,
        *((extended, *longer.steps) if extended else ()),
        *_without_pause_steps(current, bare, doubtful=doubtful),
        *(() if extended else _unextended_steps(first, longer, extension, today)),
        TargetStep(StepKind.INTERNAL_TARGET, target, settings.internal_days),
    )
    return Deadline(
        received_on=received_on,
        first_raw=first.raw,
        first_due=first.due,
        extended_raw=longer.raw,
        extended_due=longer.due,
        internal_target=target,
        refusal_deadline=first.due,
        unsuspended_due=bare_first.due,
        current_due=current.due,
        current_unsuspended=bare.due,
        extended=extended is not None,
        provisional=current.provisional,
        doubtful=doubtful,
        paused_days=current.paused_days,
        rolled=current.due != current.moved,
        extension_notice_warn_from=bare_first.due,
        steps=steps,
    )


@dataclass(frozen=True)
class _Counter:
    """Counts one request's first and extended date."""

    received_on: date
    calendar: WorkCalendar
    today: date | None
    settings: DeadlineSettings

    def both(self, pauses: Sequence[Pause]) -> tuple[_Count, _Count]:
        """Count the first date and the extended one, which may follow from it (R-DL-4)."""
        months, further = self.settings.answer_months, self.settings.extension_months
        first = self.count(add_months(self.received_on, months), pauses)
        longer = self.count(add_months(self.received_on, months + further), pauses)
        if self.settings.extension_mode is ExtensionMode.MIN:
            later = [pause for pause in pauses if pause not in first.pauses]
            other = self.count(add_months(first.due, further), later, after=first)
            longer = min(longer, other, key=lambda each: each.due)
        return first, longer

    def count(self, raw: date, pauses: Sequence[Pause], after: _Count | None = None) -> _Count:
        """Count pauses and weekends; `after` is the first date when `raw` was counted from it."""
        count = _Count(raw, raw, self.calendar.roll_forward(raw))
        if after is not None:
            count = replace(
                count,
                paused_days=after.paused_days,
                covered_until=after.covered_until,
                pauses=after.pauses,
                from_first_date=True,
            )
        count = reduce(self.add_pause, pauses, count)
        if passed := self.calendar.days_off_from(count.moved):
            move = MoveStep(StepKind.MOVED, count.due, passed)
            count = replace(count, steps=(*count.steps, move))
        return count

    def add_pause(self, count: _Count, pause: Pause) -> _Count:
        """Add `pause` if it was asked by the date it would move (R-SUS-1)."""
        if pause.asked_on > count.due:
            late = PauseStep(StepKind.PAUSE_TOO_LATE, pause.asked_on, pause, 0, count.due)
            return replace(count, steps=(*count.steps, late))
        end = pause.answered_on or max(self.today or date.min, pause.asked_on)
        added = max(0, (end - max(pause.asked_on, count.covered_until)).days)
        moved = count.moved + timedelta(added)
        step = _pause_step(pause, added, count.due, moved)
        return replace(
            count,
            moved=moved,
            due=self.calendar.roll_forward(moved),
            paused_days=count.paused_days + added,
            covered_until=max(count.covered_until, end),
            pauses=(*count.pauses, pause),
            steps=(*count.steps, step),
        )


def _check_dates(
    received_on: date,
    calendar: WorkCalendar,
    pauses: Sequence[Pause],
    extension: Extension | None,
    today: date | None,
) -> None:
    """Refuse contradictions, and years so far away that no date could be computed."""
    sent_on = extension.sent_on if extension else None
    for day in (received_on, today, sent_on, *(day for p in pauses for day in _days_of(p))):
        if day is not None:
            calendar.check(day)
    if sent_on is not None and sent_on < received_on:
        raise InvalidInputError(
            mark("The notice was sent on {sent}, before receipt on {received}: correct one."),
            sent=sent_on,
            received=received_on,
        )
    for pause in pauses:
        _check_pause_dates(pause, received_on, today)


def _days_of(pause: Pause) -> tuple[date, date | None]:
    return pause.asked_on, pause.answered_on


def _check_pause_dates(pause: Pause, received_on: date, today: date | None) -> None:
    if pause.asked_on < received_on:
        raise InvalidInputError(
            mark("The pause starts on {start}, before receipt on {received}: correct one."),
            start=pause.asked_on,
            received=received_on,
        )
    if pause.answered_on is None and today is None:
        raise InvalidInputError(
            mark("The pause of {start} has no end: give the day of the answer, or today's date."),
            start=pause.asked_on,
        )


def _lacking_day(received_on: date, count: _Count) -> int | None:
    lacking = received_on.day != count.raw.day and not count.from_first_date
    return received_on.day if lacking else None


def _month_step(received_on: date, first: _Count, calendar: WorkCalendar) -> Step:
    lacking = _lacking_day(received_on, first)
    return MonthStep(StepKind.ONE_MONTH, first.raw, lacking, calendar.is_working_day(first.raw))


def _pause_step(pause: Pause, added: int, due: date, moved_to: date) -> PauseStep:
    if pause.answered_on is None:
        return PauseStep(StepKind.STILL_PAUSED, moved_to, pause, added, due)
    if added:
        return PauseStep(StepKind.PAUSED, moved_to, pause, added, due)
    same_day = pause.answered_on == pause.asked_on
    kind = StepKind.PAUSE_SAME_DAY if same_day else StepKind.PAUSE_OVERLAPS
    return PauseStep(kind, pause.asked_on, pause, added, due)


def _extended_step(
    received_on: date, first: _Count, longer: _Count, extension: Extension | None
) -> Step | None:
    """Return the step of the extended date if it is in force (R-DL-5), else None."""
    if extension is None or extension.withdrawn:
        return None
    if extension.sent_on is None or extension.sent_on > first.due:
        return None
    return ExtendedStep(
        StepKind.EXTENDED,
        longer.raw,
        extension.reasons,
        extension.sent_on,
        _lacking_day(received_on, longer),
        longer.from_first_date,
    )


def _without_pause_steps(current: _Count, bare: _Count, *, doubtful: bool) -> tuple[Step, ...]:
    if current.due == bare.due:
        return ()
    kind = StepKind.WITHOUT_DOUBTFUL_PAUSE if doubtful else StepKind.WITHOUT_PAUSE
    return (Step(kind, bare.due),)


def _unextended_steps(
    first: _Count, longer: _Count, extension: Extension | None, today: date | None
) -> tuple[Step, ...]:
    """Tell why the extended date is not in force, or by when it could be."""
    if extension is not None and extension.withdrawn:
        return (Step(StepKind.EXTENSION_WITHDRAWN, first.due),)
    details = first.due, longer.paused_days > 0, longer.from_first_date
    if extension is not None and extension.sent_on is not None:
        return (NoticeStep(StepKind.EXTENSION_TOO_LATE, extension.sent_on, *details),)
    if today is not None and today > first.due:
        return ()
    return (NoticeStep(StepKind.EXTENSION_POSSIBLE, longer.due, *details),)


def deadline_status(
    deadline: Deadline,
    today: date,
    answered_on: date | None = None,
    settings: DeadlineSettings = DEFAULT_SETTINGS,
) -> DeadlineStatus:
    """Tell where the request stands (R-DL-9).

    A doubtful pause does not silence the warning: "due soon" goes by `alert_due` (R-SUS-3).
    """
    if answered_on is not None:
        late = answered_on > deadline.current_due
        return DeadlineStatus.ANSWERED_LATE if late else DeadlineStatus.ANSWERED
    if today > deadline.current_due:
        return DeadlineStatus.OVERDUE
    soon = (deadline.alert_due - today).days <= settings.due_soon_days
    if deadline.provisional and not (soon and deadline.doubtful):
        return DeadlineStatus.PAUSED
    return DeadlineStatus.DUE_SOON if soon else DeadlineStatus.ON_TIME


def days_left(deadline: Deadline, today: date) -> int:
    """Count the days from `today` to the legal date in force; negative once it has passed."""
    return (deadline.current_due - today).days


def alerts(
    deadline: Deadline, calendar: WorkCalendar, settings: DeadlineSettings = DEFAULT_SETTINGS
) -> tuple[Alert, ...]:
    """List the days to remind the user of, earliest first (R-DL-10, R-SUS-3).

    Once the request is extended, only the legal date is left to warn of.
    """
    near = calendar.working_days_before(deadline.alert_due, settings.alert_working_days)
    found = [Alert(AlertKind.LEGAL_DATE_NEAR, near)]
    if not deadline.extended:
        found.append(Alert(AlertKind.INTERNAL_TARGET, deadline.internal_target))
        found.append(Alert(AlertKind.EXTENSION_LIMIT, deadline.extension_notice_warn_from))
    return tuple(sorted(found, key=lambda alert: alert.day))


def check_extension(deadline: Deadline, extension: Extension, today: date) -> None:
    """Raise NotAllowedError unless `extension` may be recorded on `today` (R-DL-5).

    `deadline` is the request's clock so far: it is extended once, even if that was withdrawn.
    """
    used_up = {StepKind.EXTENDED, StepKind.EXTENSION_WITHDRAWN}
    if used_up & {step.kind for step in deadline.steps}:
        raise NotAllowedError(
            mark("The request was extended once already: answer by {due}."),
            due=deadline.current_due,
        )
    if not extension.reasons or not extension.text.strip():
        raise NotAllowedError(
            mark("An extension needs a reason and a text for the person: add what is missing.")
        )
    if (extension.sent_on or today) > deadline.first_due:
        raise NotAllowedError(
            mark(
                "The month ended on {due}: enter the day the notice was sent, if it was by then; "
                "otherwise answer now."
            ),
            due=deadline.first_due,
        )
    if (extension.sent_on or today) > today:
        raise NotAllowedError(
            mark("The notice is dated {sent}, after today: enter the day it was sent."),
            sent=extension.sent_on,
        )
