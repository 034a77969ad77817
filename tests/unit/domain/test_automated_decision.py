"""What looking into an automated decision has to say (art. 22)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dsr_desktop.domain.automated_decision import Examination, Finding, check_examination
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.request import Right
from tests.unit.domain.requests_made import RECEIVED, TODAY, a_request

ASKED = a_request(Right.AUTOMATED_DECISION)
REVIEWED = Examination(
    Finding.REVIEWED, TODAY, " Loan refused ", "A22_2_a", "Nora Vidal", "Income was misread",
    "Loan granted",
)  # fmt: skip
EXCEPTION = replace(REVIEWED, finding=Finding.EXCEPTION)


def test_where_there_is_no_such_decision_nothing_more_is_kept():
    found = replace(REVIEWED, finding=Finding.NONE_EXISTS, by="dpo")

    assert check_examination(ASKED, found, TODAY) == Examination(
        Finding.NONE_EXISTS, TODAY, by="dpo"
    )


def test_a_human_looked_at_it_and_heard_the_person():
    assert check_examination(ASKED, REVIEWED, TODAY).decision == "Loan refused"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (replace(REVIEWED, decision=" "), "decision is empty"),
        (replace(REVIEWED, reviewer=""), "reviewer is empty"),
        (replace(REVIEWED, view=""), "view is empty"),
        (replace(REVIEWED, result=""), "result is empty"),
        (replace(REVIEWED, basis="A20_4"), "rests on one of"),
        (replace(EXCEPTION, basis=""), "rests on one of"),
        (replace(EXCEPTION, reviewer=""), "reviewer is empty"),
        (replace(EXCEPTION, basis="A22_2_c", view=""), "view is empty"),
        (replace(REVIEWED, on=RECEIVED - timedelta(days=1)), "Correct the day"),
        (replace(REVIEWED, on=TODAY + timedelta(days=1)), "Correct the day"),
    ],
)
def test_what_is_missing_is_named(found, words):
    with pytest.raises(InvalidInputError, match=words):
        check_examination(ASKED, found, TODAY)


def test_a_law_may_do_without_a_human_and_a_review_without_a_basis():
    by_law = Examination(Finding.EXCEPTION, TODAY, "Tax assessed", "A22_2_b")

    assert check_examination(ASKED, by_law, TODAY) == by_law
    assert check_examination(ASKED, replace(REVIEWED, basis=""), TODAY).basis == ""


def test_a_request_that_asks_nothing_of_the_kind_is_refused():
    with pytest.raises(InvalidInputError, match="does not ask"):
        check_examination(a_request(Right.ACCESS), REVIEWED, TODAY)
