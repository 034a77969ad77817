"""`calendar`: the year that deadlines are counted with, and what a change moves."""

from datetime import timedelta

import pytest

from dsr_desktop.cli.session import default_session

pytestmark = pytest.mark.usefixtures("with_register")
TODAY = default_session("en").today


def test_the_year_is_listed_with_its_place(dsr):
    lines = dsr("calendar", "--year", "2026").lines

    assert lines[:2] == ["France", "Thursday 1 January 2026: New Year's Day"]
    assert len(lines) == 12
    assert len(dsr("calendar", "--json").json["days"]) == 11


def test_an_override_is_shown_with_its_reason_until_it_is_taken_back(dsr):
    dsr("calendar", "add", "2027-12-24", "--reason", "Closed")

    assert dsr("calendar", "--year", "2027").lines[-2] == (
        "Friday 24 December 2027: Day added in Settings (added: Closed)"
    )
    dsr("calendar", "follow", "2027-12-24")
    assert len(dsr("calendar", "--year", "2027").lines) == 12


def test_a_change_that_moves_a_request_is_told_before_it_is_written(dsr, new):
    due = new(received=(TODAY - timedelta(days=3)).isoformat())["first_due"]

    told = dsr("calendar", "add", due, "--reason", "Closed", "--json")
    assert (told.code, told.json["written"]) == (3, False)
    assert told.json["moved"][0]["due_before"] == due
    assert told.sentence == "Nothing is written yet. Give --yes to change the calendar."

    done = dsr("calendar", "add", due, "--reason", "Closed", "--yes")
    assert done.code == 0
    assert done.lines[0] == "1 open request moves."


def test_the_place_is_set_with_its_region(dsr):
    assert dsr("calendar", "place", "DE", "--subdivision", "BY").lines == ["No open request moves."]

    shown = dsr("calendar", "--json").json
    assert (shown["country"], shown["subdivision"]) == ("DE", "BY")


def test_a_day_worked_after_all_is_marked(dsr):
    dsr("calendar", "remove", "2027-05-17", "--reason", "Worked here")

    (day,) = [one for one in dsr("calendar", "--year", "2027", "--json").json["days"]
              if one["override"]]  # fmt: skip
    assert (day["day"], day["override"], day["reason"]) == ("2027-05-17", "removed", "Worked here")


@pytest.mark.parametrize(
    "arguments",
    [("--year", "9999"), ("place", "XX"), ("place", "FR", "--subdivision", "99"),
     ("add", "2027-12-24", "--reason", " "), ("add", "2027-12-25", "--reason", "x"),
     ("remove", "2027-12-24", "--reason", "x"), ("follow", "2027-12-24"),
     ("add", "2027-06-31", "--reason", "x")],
)  # fmt: skip
def test_what_cannot_be_gets_a_sentence_and_changes_nothing(refused, arguments):
    assert refused("calendar", *arguments)
