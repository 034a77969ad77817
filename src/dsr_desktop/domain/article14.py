"""Telling people whose data came from somebody else: by when, and why not (art. 14, R-INF-1).

There is one task for an import, not one for each of its rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.workdays import add_months
from dsr_desktop.domain.written import may_be_written, written


class ObtainedFrom(StrEnum):
    """Who gave the data of a list; the values are kept in registers."""

    PERSON = "person"
    PARTNER = "partner"
    BOUGHT = "bought"
    PUBLIC = "public"
    OTHER = "other"


class Art14Exception(StrEnum):
    """Why the people need not be told (art. 14(5)(a) to (d))."""

    KNOWN = "known"
    DISPROPORTIONATE = "disproportionate"
    LAID_DOWN_BY_LAW = "laid_down_by_law"
    SECRECY = "secrecy"

    @property
    def letter(self) -> str:
        """The letter of art. 14(5)."""
        return "abcd"[list(Art14Exception).index(self)]


class Art14State(StrEnum):
    """Where the information of a list stands."""

    UNSAID = "unsaid"
    TO_DO = "to_do"
    DONE = "done"
    EXCEPTED = "excepted"
    NOT_NEEDED = "not_needed"

    @property
    def is_open(self) -> bool:
        """Tell whether somebody has still to act."""
        return self in {Art14State.UNSAID, Art14State.TO_DO}


@dataclass(frozen=True)
class Art14Facts:
    """What was said of a list: None for what nobody said; `reason` is that of the exception.

    `obtained_on` is the day the company got the data; the two first days are those of the first
    message to the people and of the first disclosure of their data, past or planned.
    """

    obtained_from: ObtainedFrom | None = None
    obtained_on: date | None = None
    first_contact_on: date | None = None
    first_disclosure_on: date | None = None
    done_on: date | None = None
    exception: Art14Exception | None = None
    reason: str = ""


@dataclass(frozen=True)
class Told:
    """The people were told on a day."""

    day: date


@dataclass(frozen=True)
class Excepted:
    """The people are not told, and why."""

    exception: Art14Exception
    reason: str


@dataclass(frozen=True)
class Art14Task:
    """The information of one import: `facts` as said, `obtained_on` and `due` as they count."""

    source_id: int
    name: str
    rows: int
    activity: str
    obtained_on: date
    due: date
    facts: Art14Facts

    @property
    def state(self) -> Art14State:
        """Where it stands."""
        if self.facts.obtained_from is ObtainedFrom.PERSON:
            return Art14State.NOT_NEEDED
        if self.facts.done_on is not None:
            return Art14State.DONE
        if self.facts.exception is not None:
            return Art14State.EXCEPTED
        return Art14State.TO_DO if self.facts.obtained_from else Art14State.UNSAID

    @property
    def was_late(self) -> bool:
        """Tell whether the people were told after the day."""
        return self.facts.done_on is not None and self.facts.done_on > self.due


def art14_due(
    obtained_on: date, first_contact_on: date | None = None, first_disclosure_on: date | None = None
) -> date:
    """Return the day by which the people are told: the earliest of three (art. 14(3)).

    A month after the data were obtained, the first message to them, the first disclosure. The month
    ends on its day, weekend or not: nothing but an earlier date can come of that.
    """
    earlier = first_of(first_contact_on, first_disclosure_on)
    month = add_months(obtained_on, 1)
    return month if earlier is None else min(month, earlier)


def first_of(*days: date | None) -> date | None:
    """Return the earliest of the days that are known."""
    return min((day for day in days if day is not None), default=None)


def check_facts(facts: Art14Facts, today: date) -> Art14Facts:
    """Return what is said of a list; InvalidInputError for data obtained after today."""
    if facts.obtained_on is not None and facts.obtained_on > today:
        raise InvalidInputError(
            mark("The data cannot have been obtained on {day}, after today. Correct the day."),
            day=facts.obtained_on.isoformat(),
        )
    return replace(facts, reason=may_be_written("reason", facts.reason))


def told_on(task: Art14Task, day: date, today: date) -> Art14Facts:
    """Return the facts once the people were told on a day.

    Raises NotAllowedError where nobody has to be told, InvalidInputError for a day that cannot be.
    """
    _check_open(task)
    if not task.obtained_on <= day <= today:
        raise InvalidInputError(
            mark("{day} cannot be: it lies before the data were obtained, or after today."),
            day=day.isoformat(),
        )
    return replace(task.facts, done_on=day, exception=None, reason="")


def not_told(task: Art14Task, exception: Art14Exception, reason: str) -> Art14Facts:
    """Return the facts once an exception was taken; it needs a reason (art. 5(2)).

    Raises NotAllowedError where nobody has to be told, InvalidInputError without a reason.
    """
    _check_open(task)
    return replace(task.facts, done_on=None, exception=exception, reason=written("reason", reason))


def _check_open(task: Art14Task) -> None:
    if task.state is Art14State.UNSAID:
        raise NotAllowedError(
            mark("Nobody said where the people of {name} come from. Say it first."), name=task.name
        )
    if task.state is Art14State.NOT_NEEDED:
        raise NotAllowedError(
            mark("The people of {name} gave their data themselves: art. 14 is not about them."),
            name=task.name,
        )


def open_tasks(tasks: Iterable[Art14Task]) -> tuple[Art14Task, ...]:
    """Return what is to be done, the first to be due first."""
    found = (one for one in tasks if one.state is Art14State.TO_DO)
    return tuple(sorted(found, key=lambda one: (one.due, one.source_id)))


def unsaid(tasks: Iterable[Art14Task]) -> tuple[Art14Task, ...]:
    """Return the imports of which nobody said where their people come from."""
    return tuple(one for one in tasks if one.state is Art14State.UNSAID)
