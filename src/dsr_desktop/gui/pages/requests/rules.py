"""The rule that an answer in a form breaks, as a sentence; "" for one that breaks none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dsr_desktop.domain.clock import Extension, Pause, check_pause
from dsr_desktop.domain.deadline import check_extension
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import check_can_send, check_past
from dsr_desktop.domain.request import Right
from dsr_desktop.gui.pages.requests.form_dialogs import Extended, Paused, Sent
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr


def wrong_sending(tr: Tr, state: RequestState, sent: Sent) -> str:
    """Check an answer: its day, and what one that refuses anything has to name (R-COM-3)."""

    def check() -> None:
        check_past(state.request, sent.sent_on, state.today)
        check_can_send(state.request, remedies_told=sent.remedies_told)

    return _rule(tr, check)


def wrong_end(tr: Tr, state: RequestState, day: date) -> str:
    """Check the end of the open pause."""

    def check() -> None:
        check_past(state.request, day, state.today)
        for pause in state.request.pauses:
            if pause.answered_on is None:
                replace(pause, answered_on=day)

    return _rule(tr, check)


def wrong_pause(tr: Tr, state: RequestState, paused: Paused) -> str:
    """Check a question that shall stop the clock (R-SUS-2, R-SUS-4)."""
    checks = [event for event in state.events if event.kind == EventKind.IDENTITY_CHECKED]

    def check() -> None:
        check_past(state.request, paused.asked_on, state.today)
        check_pause(
            paused.reason,
            for_access=any(item.right is Right.ACCESS for item in state.request.items),
            large_quantity=paused.large_quantity,
            doubt_recorded=any(event.payload.get("doubt") for event in checks),
        )

    return _rule(tr, check)


def wrong_extension(tr: Tr, state: RequestState, extended: Extended) -> str:
    """Check an extension (R-DL-5)."""

    def check() -> None:
        check_past(state.request, extended.sent_on, state.today)
        check_extension(state.view.deadline, extension_of(extended), state.today)

    return _rule(tr, check)


def extension_of(extended: Extended) -> Extension:
    """Return the extension that a form means."""
    return Extension(extended.reasons, extended.sent_on, extended.text)


def pause_of(paused: Paused) -> Pause:
    """Return the pause that a form means."""
    return Pause(paused.reason, paused.asked_on)


def _rule(tr: Tr, check: Callable[[], None]) -> str:
    try:
        check()
    except DsrError as error:
        return word_error(tr, error)
    return ""
