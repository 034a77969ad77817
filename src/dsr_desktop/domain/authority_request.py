"""Requests of authorities: on what basis, what left, and when the person may be told (R-ERA-1).

An authority that asks in a particular inquiry is no recipient (GDPR art. 4(9)): it is never named
by itself in an answer or a notice.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.written import may_be_written, written


class AuthorityOutcome(StrEnum):
    """What became of the request of an authority."""

    OPEN = "open"
    DISCLOSED = "disclosed"
    REFUSED = "refused"


class MayTell(StrEnum):
    """Whether the person may be told that an authority asked."""

    YES = "yes"
    FROM_A_DAY = "from_a_day"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class AuthorityRequest:
    """One request: `requisition` is its own reference, `basis` the article it rests on.

    `basis_checked_on` is the day on which the DPO checked it: nothing leaves before. `left` says
    what was handed over, in kinds of data; `digests` are keyed hashes of the people concerned.
    """

    authority: str
    requisition: str
    received_on: date
    basis: str = ""
    basis_checked_on: date | None = None
    outcome: AuthorityOutcome = AuthorityOutcome.OPEN
    left: str = ""
    left_on: date | None = None
    may_tell: MayTell = MayTell.UNKNOWN
    may_tell_from: date | None = None
    digests: tuple[str, ...] = ()
    id: int = 0

    def may_be_told_on(self, day: date) -> bool:
        """Tell whether the person may know on a day; what is not known counts as no."""
        if self.may_tell is MayTell.FROM_A_DAY:
            return self.may_tell_from is not None and day >= self.may_tell_from
        return self.may_tell is MayTell.YES


def check_authority_request(asked: AuthorityRequest, today: date) -> AuthorityRequest:
    """Return a request of an authority with its texts tidied.

    Raises InvalidInputError for days that cannot be and for a ban without its end, NotAllowedError
    if something left before its basis was checked.
    """
    _check_days(asked, today)
    if asked.outcome is AuthorityOutcome.DISCLOSED:
        _check_disclosed(asked)
    if (asked.may_tell is MayTell.FROM_A_DAY) != (asked.may_tell_from is not None):
        raise InvalidInputError(
            mark("Say from which day the person may be told, or that no such day is known.")
        )
    return replace(
        asked, authority=written("authority", asked.authority),
        requisition=written("requisition", asked.requisition),
        basis=may_be_written("basis", asked.basis), left=may_be_written("left", asked.left),
    )  # fmt: skip


def _check_days(asked: AuthorityRequest, today: date) -> None:
    for day in (asked.received_on, asked.basis_checked_on, asked.left_on):
        if day is not None and not asked.received_on <= day <= today:
            raise InvalidInputError(
                mark("{day} cannot be: it lies before the request came or after today."),
                day=day.isoformat(),
            )


def _check_disclosed(asked: AuthorityRequest) -> None:
    checked_in_time = (
        asked.basis.strip()
        and asked.basis_checked_on is not None
        and asked.left_on is not None
        and asked.basis_checked_on <= asked.left_on
    )
    if not checked_in_time:
        raise NotAllowedError(
            mark(
                "Nothing leaves before its legal basis is checked. Record the basis, the day it "
                "was checked and the day the data left."
            )
        )
    written("left", asked.left)
