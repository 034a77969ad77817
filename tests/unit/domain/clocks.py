"""Pauses, notices and deadlines in few words, for the tests of the legal clock."""

from dsr_desktop.domain.clock import (
    DeadlineSettings,
    Extension,
    ExtensionMode,
    ExtensionReason,
    Pause,
    PauseReason,
)
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.workdays import WorkCalendar

FRANCE = WorkCalendar("FR")
COMPLEX = frozenset({ExtensionReason.COMPLEXITY})
EARLIER_OF_BOTH = DeadlineSettings(extension_mode=ExtensionMode.MIN)


def identity(asked_on, answered_on=None):
    return Pause(PauseReason.IDENTITY, asked_on, answered_on)


def clarification(asked_on, answered_on=None):
    return Pause(PauseReason.CLARIFICATION, asked_on, answered_on)


def notice_sent(day):
    return Extension(COMPLEX, day, "14 files and 3 mailboxes to read")


def due(received_on, **details):
    return compute_deadline(received_on, FRANCE, **details)


def kinds(deadline):
    return [step.kind for step in deadline.steps]


def only_step(deadline, kind):
    (found,) = [step for step in deadline.steps if step.kind is kind]
    return found
