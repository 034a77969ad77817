"""Decisions per dataset and what is said of lines: reasons, days, words."""

from datetime import date

import pytest

from dsr_desktop.domain.checklist import line_id
from dsr_desktop.domain.erasure import KeptDataset
from dsr_desktop.domain.erasure_decisions import (
    Choice,
    DatasetDecision,
    LineMark,
    Outcome,
    check_decision,
    check_mark,
)
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError

FIRST, TODAY, UNTIL = date(2026, 11, 2), date(2026, 11, 16), date(2035, 12, 31)


def decision(choice=Choice.KEEP, code="A17_3_b", until=UNTIL, source_id=4):
    return DatasetDecision(source_id, choice, TODAY, "dpo", code, until, " invoice ")


def marked(outcome=Outcome.ERASED, **more):
    return LineMark("abc", outcome, TODAY, "ZR", **more)


def test_what_is_kept_has_a_reason_and_a_day():
    checked = check_decision(decision(), {4}, TODAY)

    assert checked.note == "invoice"
    assert checked.kept == KeptDataset(4, "A17_3_b", UNTIL)
    assert check_decision(decision(Choice.ERASE, "", None), {4}, TODAY).kept is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (decision(source_id=5), "No row of this person"),
        (decision(code=""), "no reason to keep"),
        (decision(code="A20_4"), "no reason to keep"),
        (decision(until=TODAY), "a day to come"),
        (decision(until=None), "a day to come"),
        (decision(Choice.ERASE), "for what is kept"),
        (decision(Choice.ANONYMISE, ""), "for what is kept"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(wrong, words):
    with pytest.raises(InvalidInputError, match=words):
        check_decision(wrong, {4}, TODAY)


def test_a_line_is_marked_by_its_exact_id():
    assert check_mark(marked(), {"abc"}, FIRST, TODAY) == marked()
    with pytest.raises(NotFoundError, match="no line abc"):
        check_mark(marked(), {"abd"}, FIRST, TODAY)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (LineMark("abc", Outcome.ERASED, date(2026, 11, 1), "ZR"), "Correct the day"),
        (LineMark("abc", Outcome.ERASED, date(2026, 11, 17), "ZR"), "Correct the day"),
        (LineMark("abc", Outcome.ERASED, TODAY, " "), "done_by"),
        (marked(Outcome.KEPT), "no reason to keep"),
        (marked(Outcome.IMPOSSIBLE), "evidence"),
        (marked(until=UNTIL), "for what is kept"),
    ],
)
def test_what_cannot_be_said_of_a_line_is_refused(wrong, words):
    with pytest.raises(InvalidInputError) as refused:
        check_mark(wrong, {"abc"}, FIRST, TODAY)
    assert words in refused.value.sentence or words in str(refused.value.details)


def test_the_id_of_a_line_is_that_of_its_place():
    assert line_id("DSR-1", "/a.csv", "x", 3, 2) == line_id("DSR-1", "/a.csv", "x", 3, 2)
    assert len({line_id("DSR-1", "/a.csv", "x", row, 2) for row in range(500)}) == 500
    assert len(line_id("\ud800")) == 12
