"""A checklist that comes back: our own columns, exact ids, and every surprise told by its row."""

from datetime import date

import pytest

from dsr_desktop.domain.erasure_decisions import Outcome
from dsr_desktop.domain.ticked_list import TickedColumns, columns_in, read_ticks

FIRST, TODAY = date(2026, 11, 2), date(2026, 11, 16)
WANTED = [["Line", "Ligne"], ["Done", "Fait"], ["Date"], ["Initials", "Initiales"]]
AT = TickedColumns(3, 0, 1, 2)
LINES = {"aaa": Outcome.ERASED, "bbb": Outcome.TOLD}


def read(*rows):
    return read_ticks(list(enumerate(rows, 2)), AT, LINES, FIRST, TODAY)


def test_the_columns_are_found_by_their_titles_in_any_language():
    assert columns_in(["Fait", "Date", "Initiales", "Ligne", "Mon avis"], WANTED) == AT
    assert columns_in(["Fait", "Date", "Initiales"], WANTED) is None
    assert columns_in(["Fait", "Date", "Initiales", "Ligne", "Date"], WANTED) is None


def test_a_tick_with_day_and_initials_says_what_was_done():
    found = read(
        ["☑", "2026-11-12", "ZR", "aaa"], ["☐", "", "", "bbb"], ["", "", "", ""], [],
    )  # fmt: skip

    (one,) = found.marks
    assert (one.line, one.outcome, one.done_on, one.done_by) == (
        "aaa", Outcome.ERASED, date(2026, 11, 12), "ZR",
    )  # fmt: skip
    assert (found.unticked, found.problems) == (1, ())


@pytest.mark.parametrize("day", ["2026-11-12", "12/11/2026", "12.11.2026", "2026-11-12 00:00:00"])
def test_a_day_may_be_written_as_spreadsheets_show_it(day):
    (one,) = read(["x", day, "ZR", "aaa"]).marks

    assert one.done_on == date(2026, 11, 12)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["☑", "2026-11-12", "ZR", "zzz"], "no line of this checklist"),
        (["☑", "2026-11-12", "ZR", ""], "no line of this checklist"),
        (["perhaps", "2026-11-12", "ZR", "aaa"], "no tick"),
        (["☑", "", "ZR", "aaa"], "the day is missing"),
        (["☑", "31/02/2026", "ZR", "aaa"], "the day is missing"),
        (["☑", "2026-11-17", "ZR", "aaa"], "the day is missing"),
        (["☑", "2026-11-01", "ZR", "aaa"], "the day is missing"),
        (["☑", "yesterday", "ZR", "aaa"], "the day is missing"),
        (["☑", "2026-11-12", "", "aaa"], "nobody signed"),
    ],
)
def test_everything_unexpected_is_told_by_its_row(row, words):
    found = read(row)

    (problem,) = found.problems
    assert words in problem.sentence
    assert problem.details["row"] == 2
    assert found.marks == ()


def test_a_line_that_stands_there_twice_is_told():
    row = ["☑", "2026-11-12", "ZR", "aaa"]

    assert "twice" in read(row, row).problems[0].sentence
