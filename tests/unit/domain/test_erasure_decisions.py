"""Decisions per dataset and what is said of lines: reasons, days, words."""

from datetime import date

import pytest

from dsr_desktop.domain.checklist import (
    Action,
    ChecklistLine,
    OtherKind,
    OtherLine,
    line_id,
)
from dsr_desktop.domain.erasure import KeptDataset
from dsr_desktop.domain.erasure_decisions import (
    Choice,
    DatasetDecision,
    LineMark,
    Outcome,
    check_decision,
    check_mark,
    meaning_of_tick,
    outcomes_for,
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


def cell(action=Action.ERASE):
    return ChecklistLine("crm.csv", "crm", 2, 3, "E-mail", "x", action)


def other(kind):
    return OtherLine(kind, 1, "Somebody", "abc")


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        (cell(), Outcome.ERASED),
        (cell(Action.ANONYMISE), Outcome.ANONYMISED),
        (cell(Action.KEEP), Outcome.KEPT),
        (other(OtherKind.SYSTEM), Outcome.ERASED),
        (other(OtherKind.RECIPIENT), Outcome.TOLD),
    ],
)
def test_a_tick_means_what_was_to_be_done(line, outcome):
    assert meaning_of_tick(line) is outcome
    assert outcome in outcomes_for([line])


def test_recipients_are_told_and_the_others_are_erased_or_kept_never_both_at_once():
    recipient, system = other(OtherKind.RECIPIENT), other(OtherKind.SYSTEM)

    assert outcomes_for([recipient, recipient]) == (Outcome.TOLD, Outcome.IMPOSSIBLE)
    assert Outcome.KEPT in outcomes_for([cell(), system])
    assert outcomes_for([cell(), recipient]) == ()
    assert outcomes_for([]) == ()
