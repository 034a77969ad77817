"""What keeps contacts from being deleted: a hold with a reason and a review date (R-RT-3)."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.written import written


@dataclass(frozen=True)
class RetentionHold:
    """A hold on chosen contacts, or on all of an import (`source_id`, else 0).

    It ends when somebody releases it, never by itself.
    """

    id: int
    reason: str
    set_by: str
    set_on: date
    review_on: date
    source_id: int = 0
    released_on: date | None = None
    released_by: str = ""
    release_reason: str = ""

    @property
    def is_active(self) -> bool:
        """Tell whether it still keeps its contacts."""
        return self.released_on is None

    def is_expired(self, today: date) -> bool:
        """Tell whether its review day has come: it is flagged, and holds on."""
        return self.is_active and self.review_on <= today


def check_hold(reason: str, review_on: date, today: date) -> str:
    """Return the reason as it is kept; InvalidInputError without one, or a review day not to come."""
    if review_on <= today:
        raise InvalidInputError(
            mark("A hold is looked at again on a day to come, not on {day}. Correct it."),
            day=review_on.isoformat(),
        )
    return written("reason", reason)


def check_release(hold: RetentionHold, reason: str) -> str:
    """Return the reason of a release; NotAllowedError for a hold that was released before."""
    if not hold.is_active:
        raise NotAllowedError(mark("Hold {id} was released already."), id=str(hold.id))
    return written("reason", reason)
