"""Sending a person's data straight to another organisation that she names (GDPR art. 20(2), R-PORT-5)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.written import written


class Feasibility(StrEnum):
    """Whether the data can be sent from one organisation to the other, where that is known."""

    UNKNOWN = "unknown"
    FEASIBLE = "feasible"
    NOT_FEASIBLE = "not_feasible"


class TransferState(StrEnum):
    """How far a transfer is."""

    ASKED = "asked"
    FEASIBLE = "feasible"
    NOT_FEASIBLE = "not_feasible"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True)
class Transfer:
    """A wish of the person: `explanation` says how it is feasible, or why not.

    `disclosure_id` is the hand-over in the register of disclosures, 0 before it (R-DIS-1).
    """

    request_id: int
    recipient_id: int
    asked_on: date
    feasibility: Feasibility = Feasibility.UNKNOWN
    explanation: str | None = None
    sent_on: date | None = None
    disclosure_id: int = 0
    id: int = 0

    @property
    def state(self) -> TransferState:
        """How far it is."""
        if self.sent_on is not None:
            return TransferState.HANDED_OVER
        if self.feasibility is Feasibility.UNKNOWN:
            return TransferState.ASKED
        return TransferState(self.feasibility)


def check_asked_on(asked_on: date, today: date) -> None:
    """Raise InvalidInputError for a day to come."""
    if asked_on > today:
        raise InvalidInputError(
            mark("The day {day} lies after today. Record the wish once it came in."),
            day=asked_on.isoformat(),
        )


def judged(transfer: Transfer, feasibility: Feasibility, explanation: str) -> Transfer:
    """Return a transfer with what was found out; it may change until the data went.

    Raises NotAllowedError once they went, InvalidInputError without how, or why not.
    """
    if transfer.sent_on is not None:
        raise NotAllowedError(mark("The data went already; what was recorded stays."))
    return replace(
        transfer, feasibility=feasibility, explanation=written("explanation", explanation)
    )


def handed_over(transfer: Transfer, sent_on: date, today: date) -> Transfer:
    """Return a transfer whose data went on a day.

    Raises NotAllowedError unless it was found feasible and the data did not go yet,
    InvalidInputError for a day before it was asked for or to come.
    """
    if transfer.state is not TransferState.FEASIBLE:
        raise NotAllowedError(
            mark("The data go once, and only after it was found feasible. Record that first.")
        )
    if not transfer.asked_on <= sent_on <= today:
        raise InvalidInputError(
            mark("The day {day} lies before the wish, or after today."), day=sent_on.isoformat()
        )
    return replace(transfer, sent_on=sent_on)
