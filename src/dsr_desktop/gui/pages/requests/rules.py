"""The rule that an answer in a form breaks, as a sentence; "" for one that breaks none."""

from collections.abc import Callable
from datetime import date

from dsr_desktop.domain.clock import Extension, Pause
from dsr_desktop.domain.deadline import check_extension
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.lifecycle import check_past
from dsr_desktop.domain.transitions import answered, extended, paused, resumed
from dsr_desktop.gui.pages.requests.forms.answer_form import Sent
from dsr_desktop.gui.pages.requests.forms.clock_forms import Extended, Paused
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr


def wrong_sending(tr: Tr, state: RequestState, sent: Sent) -> str:
    """Check an answer: its day, and what one that refuses anything has to name (R-COM-3)."""
    return _rule(
        tr,
        lambda: answered(
            state.request, sent.sent_on, sent.channel, state.today, remedies_told=sent.remedies_told
        ),
    )


def wrong_end(tr: Tr, state: RequestState, day: date) -> str:
    """Check the end of the open pause."""
    return _rule(tr, lambda: resumed(state.request, day, state.today))


def wrong_pause(tr: Tr, state: RequestState, asked: Paused) -> str:
    """Check a question that shall stop the clock (R-SUS-2, R-SUS-4)."""
    return _rule(
        tr,
        lambda: paused(
            state.request, pause_of(asked), state.today, large_quantity=asked.large_quantity
        ),
    )


def wrong_extension(tr: Tr, state: RequestState, longer: Extended) -> str:
    """Check an extension (R-DL-5)."""

    def check() -> None:
        check_past(state.request, longer.sent_on, state.today)
        extended(state.request, extension_of(longer))
        check_extension(state.view.deadline, extension_of(longer), state.today)

    return _rule(tr, check)


def extension_of(longer: Extended) -> Extension:
    """Return the extension that a form means."""
    return Extension(longer.reasons, longer.sent_on, longer.text)


def pause_of(asked: Paused) -> Pause:
    """Return the pause that a form means."""
    return Pause(asked.reason, asked.asked_on)


def _rule(tr: Tr, check: Callable[[], object]) -> str:
    try:
        check()
    except DsrError as error:
        return word_error(tr, error)
    return ""
