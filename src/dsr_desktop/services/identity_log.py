"""The identity log of a request: checks, and copies of documents that nobody had asked for."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.identity import IdentityCheck, LoggedCheck, UnaskedCopy
from dsr_desktop.domain.identity_rules import check_unasked_copy
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.transitions import identity_checked
from dsr_desktop.services.handling import request_to_change, view_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import take_step
from dsr_desktop.store import identity_checks as log
from dsr_desktop.store.requests import read_request


@dataclass(frozen=True)
class IdentityLog:
    """Everything that is kept about the identity of who wrote: facts, and no document."""

    checks: tuple[LoggedCheck, ...]
    unasked_copies: tuple[UnaskedCopy, ...]


@at_one_moment
def read_identity_log(register: Register, ref: str) -> IdentityLog:
    """Return the identity log of a request; NotFoundError for an unknown reference."""
    request = read_request(register.database, ref)
    return IdentityLog(
        request.identity,
        log.read_unasked_copies(register.database, request),
    )


def log_identity_check(
    register: Register, ref: str, check: IdentityCheck, today: date, *, on: date | None = None
) -> RequestView:
    """Log a check made `on` a day, today if left out: facts only (3.3).

    One under way holds the request until its end. Raises NotAllowedError where the law asks for no
    proof (R-ID-9), where no doubt is on record or the request is closed or answered;
    InvalidInputError for what `check_identity` refuses.
    """
    logged = LoggedCheck(check, on or today, register.actor)
    take_step(
        register, ref, today, lambda request: identity_checked(request, logged, today),
        EventKind.IDENTITY_CHECKED, doubt=logged.has_doubt, method=check.method,
        result=check.result, on=logged.performed_on.isoformat(),
    )  # fmt: skip
    return view_request(register, ref, today)


def tick_unasked_copy(register: Register, ref: str, copy: UnaskedCopy, today: date) -> IdentityLog:
    """Tick that a copy of an identity document came unasked and was returned or destroyed (R-ID-6).

    Also for an answered request. Raises NotFoundError, NotAllowedError for a closed request,
    InvalidInputError for days that cannot be.
    """
    with request_to_change(register, ref) as request:
        check_unasked_copy(copy, request.received_on, today)
        log.add_unasked_copy(register.database, request, copy, today, register.actor)
        register.log(
            EventKind.UNASKED_COPY_GONE, request.ref, outcome=copy.outcome, on=copy.day.isoformat()
        )
    return read_identity_log(register, ref)
