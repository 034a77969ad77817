"""Values of the legal clock: pauses and when they may be, extension, figures, deadline, steps."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.workdays import DayOff


class PauseReason(StrEnum):
    """Why the clock may stop; an internal detour is no reason (EDPB 01/2022 §159, R-SUS-7)."""

    IDENTITY = "identity"
    CLARIFICATION = "clarification"


class ExtensionReason(StrEnum):
    """Why the month may be lengthened by two (GDPR art. 12(3))."""

    COMPLEXITY = "complexity"
    NUMBER_OF_REQUESTS = "number_of_requests"


class ExtensionMode(StrEnum):
    """What the two further months are counted from: receipt, or the earlier of both readings."""

    RECEIPT = "receipt"
    MIN = "min"


class DeadlineStatus(StrEnum):
    """Where a request stands against its legal date (R-DL-9)."""

    ON_TIME = "on_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    PAUSED = "paused"
    ANSWERED = "answered"
    ANSWERED_LATE = "answered_late"


class StepKind(StrEnum):
    """What one step of "why this date" is about."""

    RECEIVED = "received"
    ONE_MONTH = "one_month"
    PAUSED = "paused"
    STILL_PAUSED = "still_paused"
    PAUSE_TOO_LATE = "pause_too_late"
    PAUSE_OVERLAPS = "pause_overlaps"
    PAUSE_SAME_DAY = "pause_same_day"
    MOVED = "moved"
    WITHOUT_PAUSE = "without_pause"
    WITHOUT_DOUBTFUL_PAUSE = "without_doubtful_pause"
    EXTENDED = "extended"
    EXTENSION_POSSIBLE = "extension_possible"
    EXTENSION_TOO_LATE = "extension_too_late"
    EXTENSION_WITHDRAWN = "extension_withdrawn"
    INTERNAL_TARGET = "internal_target"
    NO_STATUTORY_MONTH = "no_statutory_month"
    WITHDRAWAL_TARGET = "withdrawal_target"
    AUTHORITY_DATE = "authority_date"
    AUTHORITY_FIRST = "authority_first"


class AlertKind(StrEnum):
    """What the user is reminded of (R-DL-10)."""

    INTERNAL_TARGET = "internal_target"
    LEGAL_DATE_NEAR = "legal_date_near"
    EXTENSION_LIMIT = "extension_limit"


@dataclass(frozen=True)
class Pause:
    """A question to the person that stops the clock until the answer; None: still waiting.

    Raises InvalidInputError when the answer lies before the question.
    """

    reason: PauseReason
    asked_on: date
    answered_on: date | None = None
    text: str = ""

    def __post_init__(self) -> None:
        if self.answered_on is not None and self.answered_on < self.asked_on:
            raise InvalidInputError(
                mark("The pause ends on {end}, before it starts on {start}: correct one of them."),
                start=self.asked_on,
                end=self.answered_on,
            )


@dataclass(frozen=True)
class Extension:
    """Two further months; they count only if the notice was sent in time (art. 12(3), R-DL-5)."""

    reasons: frozenset[ExtensionReason] = frozenset()
    sent_on: date | None = None
    text: str = ""
    withdrawn: bool = False


def _figure(source: str, *, editable: bool = True) -> dict[str, object]:
    return {"source": source, "checked_on": date(2026, 11, 22), "editable": editable}


_ARTICLE_12_3 = _figure("GDPR art. 12(3)", editable=False)
_OUR_CHOICE = _figure(mark("no legal source"))


@dataclass(frozen=True)
class DeadlineSettings:
    """The figures of the clock, with source, date of check and editable as metadata (R-GEN-1).

    Days are calendar days unless the name says otherwise. The statutory month and its extension
    are shown like the others and cannot be set. Raises InvalidInputError for a negative figure.
    """

    answer_months: int = field(default=1, init=False, metadata=_ARTICLE_12_3)
    extension_months: int = field(default=2, init=False, metadata=_ARTICLE_12_3)
    internal_days: int = field(default=7, metadata=_OUR_CHOICE)
    extension_mode: ExtensionMode = field(
        default=ExtensionMode.RECEIPT, metadata=_figure("Reg. 1182/71 art. 3")
    )
    doubtful_after_days: int = field(default=7, metadata=_figure("EDPB 01/2022 §159"))
    due_soon_days: int = field(default=7, metadata=_OUR_CHOICE)
    identity_silence_days: int = field(default=60, metadata=_OUR_CHOICE)
    alert_working_days: int = field(default=3, metadata=_OUR_CHOICE)
    source_days: int = field(default=7, metadata=_OUR_CHOICE)
    withdrawal_working_days: int = field(default=3, metadata=_figure("GDPR art. 7(3)"))

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if isinstance(value, int) and value < 0:
                raise InvalidInputError(
                    mark("The setting {name} is negative: use a number of days from 0 up."),
                    name=name,
                )


DEFAULT_SETTINGS = DeadlineSettings()


@dataclass(frozen=True)
class Step:
    """One step of "why this date": the day it leads to, or of the event that changed nothing.

    Kinds that need no more than the day have this class; the others have one below.
    """

    kind: StepKind
    day: date

    @property
    def is_only_possible(self) -> bool:
        """Tell whether the day holds only if the user acts in time: shown as a hollow dot."""
        return self.kind is StepKind.EXTENSION_POSSIBLE


@dataclass(frozen=True)
class MonthStep(Step):
    """The month after receipt; `lacks_day` is the day number that the later month does not have."""

    lacks_day: int | None
    is_working_day: bool


@dataclass(frozen=True)
class MoveStep(Step):
    """The date moved over the days `over`, to the working day after them."""

    over: tuple[DayOff, ...]


@dataclass(frozen=True)
class PauseStep(Step):
    """A pause that added `days` (0: none, see the kind) to the date that stood at `due` before."""

    pause: Pause
    days: int
    due: date


@dataclass(frozen=True)
class ExtendedStep(Step):
    """The extended date before pauses and weekends; the notice was sent on `sent_on`.

    `from_first_date`: two months after the first date (mode "min"), else three from receipt.
    """

    reasons: frozenset[ExtensionReason]
    sent_on: date
    lacks_day: int | None
    from_first_date: bool


@dataclass(frozen=True)
class NoticeStep(Step):
    """An extension that is not in force: its notice has, or had, to be sent by `limit`.

    `with_pauses`: the day contains pauses; `from_first_date` as in the extended step.
    """

    limit: date
    with_pauses: bool
    from_first_date: bool


@dataclass(frozen=True)
class TargetStep(Step):
    """The internal target: a working day at least `days` before the month is over."""

    days: int


@dataclass(frozen=True)
class Deadline:
    """Every date of one request's clock, and the steps that explain them.

    `first_due` and `extended_due` contain the pauses that count; `unsuspended_due` is the first
    date without any. `current_due` is the legal date in force (the extended one only if
    `extended`) and `current_unsuspended` the same without pauses. `paused_days` and `rolled` say
    how `current_due` was reached (R-DL-7). `provisional`: an open pause counts up to today
    (R-SUS-5). `doubtful`: a pause that counts was asked late (R-SUS-3). `refusal_deadline` is
    never extended (art. 12(4)). `extended_raw` is the date before pauses and weekends.
    """

    received_on: date
    first_raw: date
    first_due: date
    extended_raw: date
    extended_due: date
    internal_target: date
    refusal_deadline: date
    unsuspended_due: date
    current_due: date
    current_unsuspended: date
    extended: bool
    provisional: bool
    doubtful: bool
    paused_days: int
    rolled: bool
    extension_notice_warn_from: date
    steps: tuple[Step, ...]

    @property
    def alert_due(self) -> date:
        """The date that warnings go by: without pauses when one of them is doubtful (R-SUS-3)."""
        return self.current_unsuspended if self.doubtful else self.current_due


@dataclass(frozen=True)
class Alert:
    """A day on which to remind the user, and of what."""

    kind: AlertKind
    day: date


def pause_is_doubtful(
    received_on: date, asked_on: date, settings: DeadlineSettings = DEFAULT_SETTINGS
) -> bool:
    """Tell whether the question came so late that the pause may not hold: warn (R-SUS-3)."""
    return (asked_on - received_on).days > settings.doubtful_after_days


def identity_unanswered(
    pause: Pause, today: date, settings: DeadlineSettings = DEFAULT_SETTINGS
) -> bool:
    """Tell whether to propose closing as "identity not confirmed" (R-SUS-6)."""
    waiting = pause.reason is PauseReason.IDENTITY and pause.answered_on is None
    return waiting and (today - pause.asked_on).days >= settings.identity_silence_days


def check_pause(
    reason: PauseReason,
    *,
    for_access: bool = False,
    large_quantity: bool = False,
    doubt_recorded: bool = False,
) -> None:
    """Raise NotAllowedError unless the clock may stop for `reason` (R-SUS-2, R-SUS-4).

    `for_access`: the request has an access item; `large_quantity`: the user ticked that much data
    is concerned (rec. 63); `doubt_recorded`: a reasonable doubt on identity is in the log.
    """
    if reason is PauseReason.IDENTITY and not doubt_recorded:
        raise NotAllowedError(
            mark("No doubt about the identity is recorded: record it first, then ask.")
        )
    if reason is PauseReason.CLARIFICATION and not (for_access and large_quantity):
        raise NotAllowedError(
            mark(
                "The clock stops for a clarification only on an access request over a large "
                "quantity of data: tick it, or ask without a pause."
            )
        )
