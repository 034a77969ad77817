"""How long contacts are kept: rule, dates, state and what may be deleted (domain.md 5.1, R-RT).

Pure: dates of one contact under one activity go in. Source: GDPR art. 5(1)(e).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.workdays import add_months

USUAL_MONTHS = 12
"""The company's promise: during the processing, then at most 12 months."""
CNIL_MONTHS = 36
"""The mark of the CNIL for prospects: 3 years from the last contact (R-RT-5)."""
SOON_DAYS = 30
_MOST_MONTHS = 600


class ClockMode(StrEnum):
    """From which day the months of a rule count."""

    AFTER_END = "after_end"
    AFTER_LAST_CONTACT = "after_last_contact"
    FIXED = "fixed"


class ContactState(StrEnum):
    """What a contact is on a day, in the order in which it wants looking at."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    HELD = "held"
    RETAINED = "retained"
    ACTIVE = "active"


class EndedBy(StrEnum):
    """How it is known that a processing ended (R-RT-1); all but the first three were said by somebody."""

    COLUMN = "column"
    SILENCE = "silence"
    ACTIVITY = "activity"
    CONTRACT_ENDED = "contract_ended"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    OBJECTION = "objection"
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    OTHER = "other"


COUNTED = (EndedBy.COLUMN, EndedBy.SILENCE, EndedBy.ACTIVITY)
"""Ends that are read or counted; they are counted anew with the list. What somebody said stays."""


@dataclass(frozen=True)
class RetentionRule:
    """How long the contacts of an activity are kept.

    `silent_months` without activity count as the end of the processing, None where that was not
    chosen; `ended_on` is the day on which the whole activity ended.
    """

    mode: ClockMode = ClockMode.AFTER_END
    months: int = USUAL_MONTHS
    silent_months: int | None = None
    ended_on: date | None = None


@dataclass(frozen=True)
class ContactDates:
    """What is known of one contact; `last_contact_on` is the last act by the person.

    `legal_until`: a law has the record kept until that day, for itself alone (R-RT-4).
    """

    collected_on: date | None = None
    last_contact_on: date | None = None
    ended_on: date | None = None
    legal_until: date | None = None


@dataclass(frozen=True)
class StateDays:
    """The days between which the states of a day change; texts of the register compare as these."""

    today: date

    @property
    def soon_until(self) -> date:
        """The last day that is due soon."""
        return self.today + timedelta(days=SOON_DAYS)

    @property
    def stale_before(self) -> date:
        """A last contact on or before this day lies more than the mark of the CNIL behind.

        It is the latest day of which the mark has passed: not every day has its own 36 months ago.
        """
        day = add_months(self.today, -CNIL_MONTHS) + timedelta(days=3)
        while add_months(day, CNIL_MONTHS) >= self.today:
            day -= timedelta(days=1)
        return day


def check_rule(rule: RetentionRule) -> RetentionRule:
    """Return the rule; InvalidInputError for months that are none or endless."""
    for months in (rule.months, rule.silent_months):
        if months is not None and not 1 <= months <= _MOST_MONTHS:
            raise InvalidInputError(
                mark("{value} cannot be set here. Write whole months from {lowest} to {highest}."),
                value=str(months), lowest=1, highest=_MOST_MONTHS,
            )  # fmt: skip
    return rule


def delete_by(dates: ContactDates, rule: RetentionRule) -> date | None:
    """Return the last day on which the contact is kept, None while nothing started the clock.

    The day is a maximum: it never rolls forward, and a month that lacks it ends on its last day.
    """
    start = {
        ClockMode.AFTER_END: dates.ended_on,
        ClockMode.AFTER_LAST_CONTACT: dates.last_contact_on,
        ClockMode.FIXED: dates.collected_on,
    }[rule.mode]
    return _months_after(start, rule.months)


def effective_day(dates: ContactDates, rule: RetentionRule) -> date | None:
    """Return `delete_by`, later where a law has the record kept (R-RT-4); None without a clock."""
    day = delete_by(dates, rule)
    if day is None or dates.legal_until is None:
        return day
    return max(day, dates.legal_until)


def state_of(
    dates: ContactDates, rule: RetentionRule, today: date, *, is_held: bool
) -> ContactState:
    """Return the state of a contact on a day (domain.md 5.1)."""
    return state_on(effective_day(dates, rule), today, is_held=is_held)


def state_on(effective: date | None, today: date, *, is_held: bool) -> ContactState:
    """Return the state that follows from the day in effect, None for a clock that did not start."""
    if is_held:
        return ContactState.HELD
    if effective is None:
        return ContactState.ACTIVE
    if today > effective:
        return ContactState.OVERDUE
    return (
        ContactState.RETAINED if effective > StateDays(today).soon_until else ContactState.DUE_SOON
    )


def is_stale(dates: ContactDates, today: date) -> bool:
    """Tell whether nothing came from the person in 36 months, though nobody ended the processing."""
    mark_day = cnil_mark(dates)
    return dates.ended_on is None and mark_day is not None and today > mark_day


def is_kept_by_law(dates: ContactDates, rule: RetentionRule, today: date) -> bool:
    """Tell whether only a law still has the record kept: restricted, for that purpose alone."""
    day = delete_by(dates, rule)
    return day is not None and day < today <= (dates.legal_until or day)


def cnil_mark(dates: ContactDates) -> date | None:
    """Return the mark of the CNIL for prospects, to compare with (R-RT-5)."""
    return _months_after(dates.last_contact_on, CNIL_MONTHS)


def silent_end(dates: ContactDates, rule: RetentionRule, today: date) -> date | None:
    """Return the day on which silence ended the processing, None if none has come (R-RT-1).

    The last sign is the last contact, or the collection where no contact is known.
    """
    last = dates.last_contact_on or dates.collected_on
    if rule.silent_months is None:
        return None
    day = _months_after(last, rule.silent_months)
    return day if day is not None and day <= today else None


def _months_after(day: date | None, months: int) -> date | None:
    if day is None:
        return None
    try:
        return add_months(day, months)
    except ValueError:  # a year that no calendar has: what a list says in its last row, say
        return None
