"""`reminders`: what must not be missed."""

import pytest

pytestmark = pytest.mark.usefixtures("with_register")


def test_nothing_due_is_said(dsr):
    assert dsr("reminders").lines == ["Nothing is due."]
    assert dsr("reminders", "--json").json == {"reminders": []}


def test_a_late_request_is_listed_with_what_to_do(dsr, new):
    new()

    (line,) = dsr("reminders").lines
    assert line == ("DSR-2025-0001: the answer is late · Answer now: it was due on 21 July 2025.")
    (one,) = dsr("reminders", "--json").json["reminders"]
    assert (one["kind"], one["due"], one["ref"]) == ("overdue", "2025-07-21", "DSR-2025-0001")
