"""A personal data breach: what happened, the 72 hours to notify it, what was decided (art. 33, 34)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.system import check_length

HOURS_TO_NOTIFY = 72
"""Hours from becoming aware, weekends and holidays included: statutory, never set (art. 33(1))."""


class BreachStepKind(StrEnum):
    """What was decided or done; the values are used on the command line."""

    AUTHORITY_NOTIFIED = "authority_notified"
    AUTHORITY_NOT_NOTIFIED = "authority_not_notified"
    PERSON_TOLD = "person_told"
    PERSON_NOT_TOLD = "person_not_told"

    @property
    def is_about_authority(self) -> bool:
        """Tell whether it answers art. 33, and not art. 34."""
        return self in {BreachStepKind.AUTHORITY_NOTIFIED, BreachStepKind.AUTHORITY_NOT_NOTIFIED}

    @property
    def needs_reason(self) -> bool:
        """Tell whether it has to be argued: nobody was told."""
        return self in {BreachStepKind.AUTHORITY_NOT_NOTIFIED, BreachStepKind.PERSON_NOT_TOLD}


@dataclass(frozen=True)
class BreachStep:
    """One decision: `at` is when it was taken or carried out, in any time zone."""

    kind: BreachStepKind
    at: datetime
    recorded_at: datetime
    recorded_by: str
    reason: str = ""


@dataclass(frozen=True)
class Breach:
    """A breach note (art. 33(5)): facts, effects, measures, and steps to which only more are added.

    `aware_at` is when the company knew with reasonable certainty. `ref` is the request, None for a
    breach that belongs to none. A later step about the same authority or person counts.
    """

    aware_at: datetime
    facts: str
    opened_at: datetime
    opened_by: str
    effects: str = ""
    measures: str = ""
    ref: str | None = None
    steps: tuple[BreachStep, ...] = ()
    id: int = 0

    @property
    def ends_at(self) -> datetime:
        """The end of the 72 hours, in UTC."""
        return self.aware_at.astimezone(UTC) + timedelta(hours=HOURS_TO_NOTIFY)

    @property
    def about_authority(self) -> BreachStep | None:
        """What holds of the notification to the authority, None while it is open."""
        return next((one for one in self._latest() if one.kind.is_about_authority), None)

    @property
    def about_person(self) -> BreachStep | None:
        """What holds of telling the person, None while it is open."""
        return next((one for one in self._latest() if not one.kind.is_about_authority), None)

    @property
    def is_settled(self) -> bool:
        """Tell whether both questions are answered."""
        return self.about_authority is not None and self.about_person is not None

    def _latest(self) -> Iterator[BreachStep]:
        return reversed(self.steps)


@dataclass(frozen=True)
class BreachClock:
    """The 72 hours as they stand: whole hours left, 0 once over; `is_stopped` by a decision."""

    ends_at: datetime
    hours_left: int
    is_over: bool
    is_stopped: bool


def breach_clock(breach: Breach, now: datetime) -> BreachClock:
    """Say how much of the 72 hours is left at `now`.

    They run from the very minute of awareness, through weekends and holidays, and over a change of
    the clocks: the earliest reading of Reg. 1182/71 art. 3, whose rolling is for days, not hours.
    """
    left = breach.ends_at - now.astimezone(UTC)
    is_over = left < timedelta(0)
    hours = 0 if is_over else int(left.total_seconds() // 3600)
    return BreachClock(breach.ends_at, hours, is_over, breach.about_authority is not None)


def check_breach(breach: Breach, sent_on: date | None = None) -> Breach:
    """Return the note with its texts trimmed; InvalidInputError for what cannot be.

    `sent_on` is the day, here, of the message that went wrong: nobody was aware before it.
    """
    check_moment(breach.aware_at, breach.opened_at)
    if sent_on is not None and breach.aware_at.astimezone().date() < sent_on:
        raise InvalidInputError(
            mark("Nobody can have known of it before {day}, when it was sent. Correct the time."),
            day=sent_on.isoformat(),
        )
    facts = check_length(breach.facts)
    if not facts:
        raise InvalidInputError(
            mark("The breach note has no facts. Say what reached whom, and how it was noticed.")
        )
    return Breach(
        breach.aware_at, facts, breach.opened_at, breach.opened_by, check_length(breach.effects),
        check_length(breach.measures), breach.ref,
    )  # fmt: skip


def add_later(breach: Breach, effects: str, measures: str, now: datetime) -> Breach:
    """Return the note with what became known at `now`, dated, below what was written (art. 33(4)).

    InvalidInputError without anything to add, or for a text that becomes too long.
    """
    later = [check_length(text) for text in (effects, measures)]
    if not any(later):
        raise InvalidInputError(mark("There is nothing to add. Write effects or measures."))
    day = now.astimezone().date().isoformat()
    said = [
        check_length(f"{before}\n{day}: {text}".strip()) if text else before
        for before, text in zip((breach.effects, breach.measures), later, strict=True)
    ]
    return replace(breach, effects=said[0], measures=said[1])


def check_breach_step(breach: Breach, step: BreachStep) -> BreachStep:
    """Return the step with its reason trimmed; InvalidInputError for what cannot be.

    Not notifying, not telling and notifying after the 72 hours need a reason (art. 33(1)).
    """
    check_moment(step.at, step.recorded_at)
    if step.at < breach.aware_at:
        raise InvalidInputError(
            mark("This cannot have been before anybody was aware of the breach. Correct the time.")
        )
    reason = check_length(step.reason)
    if step.kind.needs_reason and not reason:
        raise InvalidInputError(mark("Nobody was told: write the reason, it has to be proven."))
    is_late = step.kind is BreachStepKind.AUTHORITY_NOTIFIED and step.at > breach.ends_at
    if is_late and not reason:
        raise InvalidInputError(
            mark("The 72 hours were over: write why the authority was notified late (art. 33(1)).")
        )
    return BreachStep(step.kind, step.at, step.recorded_at, step.recorded_by, reason)


def check_moment(at: datetime, now: datetime) -> None:
    """Refuse a time that lies in the future, or that does not say in which zone it is."""
    if at.tzinfo is None:
        raise InvalidInputError(mark("The time names no time zone. Give one."))
    if at > now:
        raise InvalidInputError(
            mark("{time} lies in the future. Enter when it happened."),
            time=f"{at:%Y-%m-%d %H:%M}",
        )
