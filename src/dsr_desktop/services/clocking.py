"""What changes the clock of a request: identity checks, questions to the person, the extension.

The new clock is computed before the change is kept: dates that contradict each other are refused.
Once the answer was sent, all of it is refused: the clock is that of the answer.
"""

from datetime import date

from dsr_desktop.domain.clock import Extension, Pause
from dsr_desktop.domain.deadline import check_extension
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.identity import IdentityCheck, IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.transitions import extended, extension_withdrawn, paused, resumed
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.identity_log import log_identity_check
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import clock, take_step


def record_identity(
    register: Register,
    ref: str,
    today: date,
    *,
    doubt: str | None,
    method: IdentityMethod,
    result: IdentityResult,
    on: date | None = None,
) -> RequestView:
    """Log a check of which nothing more is to be said, made `on` a day; see `log_identity_check`."""
    return log_identity_check(register, ref, IdentityCheck(method, result, doubt), today, on=on)


def pause_clock(
    register: Register, ref: str, pause: Pause, today: date, *, large_quantity: bool = False
) -> RequestView:
    """Record a question that stops the clock while the person has not answered (R-SUS-1 to 4)."""
    ended = {"answered_on": pause.answered_on.isoformat()} if pause.answered_on else {}
    take_step(
        register, ref, today,
        lambda request: paused(request, pause, today, large_quantity=large_quantity),
        EventKind.CLOCK_PAUSED, reason=pause.reason, on=pause.asked_on.isoformat(), **ended,
    )  # fmt: skip
    return view_request(register, ref, today)


def resume_clock(register: Register, ref: str, answered_on: date, today: date) -> RequestView:
    """Record that the person answered the open question."""
    take_step(
        register, ref, today, lambda request: resumed(request, answered_on, today),
        EventKind.CLOCK_RESUMED, on=answered_on.isoformat(),
    )  # fmt: skip
    return view_request(register, ref, today)


def extend(register: Register, ref: str, extension: Extension, today: date) -> RequestView:
    """Record the extension; it counts once its notice was sent inside the month (R-DL-5)."""

    def step(request: Request) -> Request:
        longer = extended(request, extension)
        check_extension(clock(register, request, today), extension, today)
        return longer

    sent = {"on": extension.sent_on.isoformat()} if extension.sent_on else {}
    take_step(
        register, ref, today, step, EventKind.EXTENDED, reasons=sorted(extension.reasons), **sent
    )
    return view_request(register, ref, today)


def withdraw_extension(register: Register, ref: str, on: date, today: date) -> RequestView:
    """Record that the extension was withdrawn `on` a day: the first date stands again (R-DL-5).

    Raises NotAllowedError for a request that is not extended, or was answered; InvalidInputError
    for a day that cannot be.
    """
    take_step(
        register, ref, today, lambda request: extension_withdrawn(request, on, today),
        EventKind.EXTENSION_WITHDRAWN, on=on.isoformat(),
    )  # fmt: skip
    return view_request(register, ref, today)
