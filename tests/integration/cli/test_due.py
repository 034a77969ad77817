"""`due`: every date of the clock, for any day of receipt, without a register."""

import csv
from pathlib import Path

import pytest

VECTORS = Path(__file__).parents[2] / "data" / "deadline_vectors.csv"
KEYS = {
    "received", "first_raw", "first_due", "extended_raw", "extended_due", "internal_target",
    "refusal_deadline", "unsuspended_due", "current_due", "provisional", "steps",
}  # fmt: skip


def read_vectors():
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# --- dates


def test_the_vectors_are_all_there():
    assert len(read_vectors()) == 40


@pytest.mark.parametrize("vector", read_vectors(), ids=lambda vector: vector["id"])
def test_dates_are_those_of_the_vectors(dsr, vector):
    region = ["--subdivision", vector["subdiv"]] if vector["subdiv"] else []

    due = dsr("due", vector["received"], "--country", vector["country"], *region, "--json").json

    assert due["received"] == vector["received"]
    assert due["first_raw"] == vector["raw_first"]
    assert due["first_due"] == due["refusal_deadline"] == vector["first_due"]
    assert due["extended_raw"] == vector["raw_extended"]
    assert due["extended_due"] == vector["extended_due"]


@pytest.mark.parametrize(
    ("received", "target"),
    [
        ("2026-03-05", "2026-03-27"),
        ("2026-01-31", "2026-02-20"),
        ("2026-06-14", "2026-07-07"),
        ("2026-11-25", "2026-12-18"),
        ("2026-11-23", "2026-12-16"),
    ],
)
def test_the_internal_target_is_a_week_before_the_month_ends(dsr, received, target):
    assert dsr("due", received, "--json").json["internal_target"] == target


@pytest.mark.parametrize(
    ("scenario", "received", "first_due", "extended_due"),
    [
        ("SC1", "2026-11-02", "2026-12-02", "2027-02-02"),
        ("SC2", "2026-09-14", "2026-10-14", "2026-12-14"),
        ("SC3", "2026-10-05", "2026-11-05", "2027-01-05"),
        ("SC4", "2026-11-20", "2026-12-21", "2027-02-22"),
        ("SC5", "2026-10-12", "2026-11-12", "2027-01-12"),
        ("SC6", "2026-11-06", "2026-12-07", "2027-02-08"),
        ("SC7", "2026-11-16", "2026-12-16", "2027-02-16"),
        ("SC10", "2026-11-12", "2026-12-14", "2027-02-12"),
    ],
)
def test_dates_are_those_of_the_scenarios(dsr, scenario, received, first_due, extended_due):
    due = dsr("due", received, "--json").json

    assert (due["first_due"], due["extended_due"]) == (first_due, extended_due), scenario


@pytest.mark.parametrize(
    ("received", "paused", "first_due", "without"),
    [
        ("2026-03-02", ["2026-03-04..2026-03-11"], "2026-04-09", "2026-04-02"),
        ("2026-01-10", ["2026-01-12..2026-01-30"], "2026-03-02", "2026-02-10"),
        ("2026-10-20", ["2026-10-21..2026-11-24"], "2026-12-24", "2026-11-20"),
        ("2026-11-20", ["2026-11-23..2026-11-30"], "2026-12-28", "2026-12-21"),
        ("2026-03-02", ["2026-03-04..2026-03-09", "2026-03-06..2026-03-11"], "2026-04-09",
         "2026-04-02"),
        ("2026-09-02", ["2026-10-05..2026-10-25"], "2026-10-02", "2026-10-02"),
    ],
    ids=["a week", "onto a weekend", "a month", "SC4", "overlapping", "asked too late"],
)  # fmt: skip
def test_a_pause_adds_its_days_and_the_date_without_it_stays(
    dsr, received, paused, first_due, without
):
    pauses = [part for one in paused for part in ("--paused", one)]

    due = dsr("due", received, *pauses, "--json").json

    assert (due["first_due"], due["unsuspended_due"]) == (first_due, without)
    assert due["current_due"] == first_due


def test_an_open_pause_counts_up_to_today(dsr):
    open_one = dsr("due", "2025-06-20", "--paused", "2025-06-23..", "--json").json

    assert open_one["first_due"] > "2025-07-28"
    assert open_one["unsuspended_due"] == "2025-07-21"
    assert open_one["provisional"] is True


def test_a_date_that_still_moves_is_called_provisional(dsr):
    waiting, answered = ("2025-06-23..", "2025-06-23..2025-06-30")

    assert "provisional" in dsr("due", "2025-06-20", "--paused", waiting).out
    assert "provisional" not in dsr("due", "2025-06-20", "--paused", answered).out
    closed = dsr("due", "2025-06-20", "--paused", answered, "--json").json
    assert closed["provisional"] is False


@pytest.mark.parametrize(
    ("sent_on", "current"),
    [("2026-12-04", "2027-02-08"), ("2026-12-07", "2027-02-08"), ("2026-12-08", "2026-12-07")],
    ids=["in the month", "on its last day", "too late"],
)
def test_an_extension_counts_if_its_notice_was_sent_in_the_month(dsr, sent_on, current):
    due = dsr("due", "2026-11-06", "--extended-on", sent_on, "--json").json

    assert due["current_due"] == current
    assert due["refusal_deadline"] == "2026-12-07"


@pytest.mark.parametrize("received", ["2017-03-01", "2040-02-29"])
def test_any_day_of_receipt_is_taken(dsr, received):
    assert dsr("due", received, "--json").code == 0


def test_the_country_may_be_written_small(dsr):
    assert dsr("due", "2026-05-04", "--country", "de", "--subdivision", "BY").lines == [
        "Due on Friday 5 June 2026"
    ]


# --- what it shows


def test_the_document_has_the_keys_that_scripts_rely_on(dsr):
    due = dsr("due", "2026-03-05", "--json").json

    assert set(due) == KEYS
    assert due["steps"]
    assert all(set(step) == {"date", "why"} and step["why"] for step in due["steps"])


def test_it_needs_neither_register_nor_passphrase(dsr, tmp_path):
    assert dsr("due", "2026-03-05", passphrase=None).code == 0
    assert list(tmp_path.iterdir()) == []


def test_explaining_gives_every_step_with_its_date(dsr):
    due = dsr("due", "2026-03-05", "--json").json

    lines = dsr("due", "2026-03-05", "--explain").lines

    assert lines[0] == "Due on Tuesday 7 April 2026"
    assert [line.partition(": ")[2] for line in lines[1:]] == [one["why"] for one in due["steps"]]
    assert lines[3].startswith("7 April 2026: Sunday, Easter Monday")


def test_it_explains_in_french(dsr):
    lines = dsr("due", "2026-03-05", "--explain", "--lang", "fr").lines

    assert "mardi 7 avril 2026" in lines[0]
    assert "lundi de Pâques" in lines[3]


# --- what it refuses


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["2026-06-31"], "2026-06-31"),
        (["31/05/2026"], "31/05/2026"),
        (["tomorrow"], "tomorrow"),
        (["9999-12-31"], "FR"),
        (["2026-06-30", "--country", "ZZ"], "ZZ"),
        (["2026-06-30", "--country", ""], "FR"),
        (["2026-06-30", "--subdivision", "QQ"], "QQ"),
        (["2026-06-30", "--country", "LU", "--subdivision", "57"], "LU"),
        (["2026-06-30", "--paused", "last week"], "last week"),
        (["2026-06-30", "--paused", "2026-07-02..2026-07-32"], "2026-07-32"),
        (["2026-06-30", "--paused", "2026-07-09..2026-07-02"], "9 July 2026"),
        (["2026-06-30", "--paused", "2026-06-20..2026-07-02"], "20 June 2026"),
        (["2026-06-30", "--extended-on", "2026-06-29"], "29 June 2026"),
        (["2026-06-30", "--extended-on", "2026-06-31"], "2026-06-31"),
    ],
)
@pytest.mark.parametrize("shown", [[], ["--json"]], ids=["text", "json"])
def test_what_cannot_be_counted_is_named(refused, arguments, named, shown):
    assert named in refused("due", *arguments, *shown)


@pytest.mark.parametrize("arguments", [[], ["2026-06-30", "2026-07-01"], ["2026-06-30", "--days"]])
def test_wrong_use_ends_with_two(misused, arguments):
    assert misused("due", *arguments)


@pytest.mark.parametrize(
    "written", ["20261114", "2026-W46-1", "2026W461", "2026-11-2", "14/11/2026"]
)
def test_a_day_is_written_in_one_way_only(refused, written):
    assert refused("due", written) == (
        f"{written} is not a day of the calendar. Write it as 2026-11-02."
    )
