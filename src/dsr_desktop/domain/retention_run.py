"""What a retention run deletes, counted before anybody is asked (R-RT-2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.contact_retention import SOON_DAYS, StateDays
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark

RUN_REF = "R-RT-2"
"""Under what the ledger of erasures knows the rows of a run: they belong to no request."""


@dataclass(frozen=True)
class RunPart:
    """The contacts of one file and activity that a run deletes, and the days that had come."""

    source_id: int
    file: str
    activity: str
    contacts: int
    first_day: date
    last_day: date


@dataclass(frozen=True)
class RunPlan:
    """What a run would do: parts with counts; what stays though its day has come, and why.

    `earlier_rows` are rows of earlier versions of the files that are the same contacts.
    """

    until: date
    parts: tuple[RunPart, ...]
    held: int
    without_clock: int
    earlier_rows: int = 0
    copies_due: int = 0

    @property
    def contacts(self) -> int:
        """How many contacts go."""
        return sum(one.contacts for one in self.parts)


def check_until(until: date, today: date) -> date:
    """Return the day up to which a run deletes; InvalidInputError for one that is not due soon yet."""
    last = StateDays(today).soon_until
    if until > last:
        raise InvalidInputError(
            mark("A run deletes what is due within {n} days: until {day} at the latest. Correct it."),
            n=SOON_DAYS, day=last.isoformat(),
        )  # fmt: skip
    return until


def check_selectable(wanted: Sequence[int], deletable: frozenset[int]) -> None:
    """Refuse a selection of which something may not be deleted; NotAllowedError says how many."""
    refused = [one for one in wanted if one not in deletable]
    if refused:
        raise NotAllowedError(
            mark(
                "{n} of the contacts chosen may not be deleted: not due yet, held, restricted, or "
                "needed for an open request. Take them out of the choice."
            ),
            n=len(refused),
        )


def check_anything(plan: RunPlan) -> None:
    """Refuse a run that would delete nothing; NotAllowedError."""
    if not plan.contacts:
        raise NotAllowedError(
            mark("No contact is due for deletion until {day}."), day=plan.until.isoformat()
        )
