"""What changes the clock of a request: identity checks, questions to the person, the extension.

The new clock is computed before the change is kept: dates that contradict each other are refused.
Once the answer was sent, all of it is refused: the clock is that of the answer.
"""

from dataclasses import replace
from datetime import date

from dsr_desktop.domain.clock import Extension, Pause, check_pause
from dsr_desktop.domain.deadline import check_extension
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Right, Stage, check_not_answered, check_past
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.services.handling import clock, request_to_change, view_request
from dsr_desktop.services.register import Register
from dsr_desktop.store import requests as files


def record_identity(
    register: Register,
    ref: str,
    today: date,
    *,
    doubt: str | None,
    method: IdentityMethod,
    result: IdentityResult,
) -> RequestView:
    """Log an identity check: facts only, and none for a marketing objection (R-ID-1, R-ID-9).

    Raises InvalidInputError for a doubt without words: it would let the clock stop (R-SUS-4).
    """
    if doubt is not None and not doubt.strip():
        raise InvalidInputError(
            mark("The doubt has no words. Say why there is one, or that none is.")
        )
    with request_to_change(register, ref) as request:
        check_not_answered(request)
        if all(item.right is Right.OBJECTION_MARKETING for item in request.items):
            raise NotAllowedError(
                mark(
                    "{ref} is a marketing objection: never ask for identity proof (art. 21(2)-(3))."
                ),
                ref=request.ref,
            )
        files.add_identity_check(
            register.database, request, today, doubt=doubt, method=method, result=result
        )
        pending = result is IdentityResult.PENDING
        if pending or request.stage is Stage.IDENTITY_PENDING:
            stage = Stage.IDENTITY_PENDING if pending else Stage.IN_PROGRESS
            files.set_stage(register.database, request, stage)
        register.log(
            EventKind.IDENTITY_CHECKED,
            request.ref,
            doubt=doubt is not None,
            method=method,
            result=result,
        )
    return view_request(register, ref, today)


def pause_clock(
    register: Register, ref: str, pause: Pause, today: date, *, large_quantity: bool = False
) -> RequestView:
    """Record a question that stops the clock while the person has not answered (R-SUS-1 to 4)."""
    with request_to_change(register, ref) as request:
        check_not_answered(request)
        for day in (pause.asked_on, pause.answered_on or pause.asked_on):
            check_past(request, day, today)
        check_pause(
            pause.reason,
            for_access=any(item.right is Right.ACCESS for item in request.items),
            large_quantity=large_quantity,
            doubt_recorded=files.has_doubt(register.database, request),
        )
        files.add_pause(register.database, request, pause)
        register.log(
            EventKind.CLOCK_PAUSED, request.ref, reason=pause.reason, on=pause.asked_on.isoformat()
        )
        return view_request(register, ref, today)


def resume_clock(register: Register, ref: str, answered_on: date, today: date) -> RequestView:
    """Record that the person answered the open question."""
    with request_to_change(register, ref) as request:
        check_not_answered(request)
        still_open = [pause for pause in request.pauses if pause.answered_on is None]
        if not still_open:
            raise NotAllowedError(
                mark("{ref} is not paused: no question is open."), ref=request.ref
            )
        check_past(request, answered_on, today)
        for pause in still_open:
            replace(pause, answered_on=answered_on)
        files.answer_pause(register.database, request, answered_on)
        register.log(EventKind.CLOCK_RESUMED, request.ref, on=answered_on.isoformat())
        return view_request(register, ref, today)


def extend(register: Register, ref: str, extension: Extension, today: date) -> RequestView:
    """Record the extension; it counts once its notice was sent inside the month (R-DL-5)."""
    with request_to_change(register, ref) as request:
        check_not_answered(request)
        check_extension(clock(register, request, today), extension, today)
        files.set_extension(register.database, request, extension)
        register.log(EventKind.EXTENDED, request.ref, reasons=sorted(extension.reasons))
        return view_request(register, ref, today)
