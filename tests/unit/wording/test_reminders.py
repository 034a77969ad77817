"""Reminders in words: what, and what to do next."""

from datetime import date

import pytest

from dsr_desktop.domain.reminders import Reminder, ReminderKind
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.reminders import reminder_next, reminder_title

DAY = date(2026, 12, 2)


def reminder(kind, **more):
    return Reminder(kind, DAY, "DSR-2026-0001", "CNIL", 7, **more)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", list(ReminderKind))
def test_every_reminder_says_what_it_is_and_what_to_do(kind, language):
    tr = speak(language)
    title, next_ = reminder_title(tr, reminder(kind)), reminder_next(tr, reminder(kind))

    assert title
    assert next_.endswith(".")
    assert "{" not in title + next_


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (5, "Data breach 7: 5 hours left of 72"),
        (1, "Data breach 7: 1 hour left of 72"),
        (0, "Data breach 7: the 72 hours are over"),
    ],
)
def test_a_breach_says_how_many_hours_are_left(hours, said):
    one = reminder(ReminderKind.BREACH, hours_left=hours)

    assert reminder_title(speak("en"), one) == said
