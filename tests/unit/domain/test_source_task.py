"""A task has the state of its last step, and every step lies on its true day (R-SRC-1)."""

from datetime import date

import pytest

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.source_task import (
    ANSWERS,
    SourceProgress,
    StepKind,
    TaskState,
    check_step,
    progress_of,
)
from tests.unit.domain.systems_made import PAPER, RECEIVED, TODAY, step, task


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), TaskState.OPEN),
        (("asked",), TaskState.ASKED),
        (("asked", "chased"), TaskState.CHASED),
        (("asked", "found"), TaskState.FOUND),
        (("nothing_found",), TaskState.NOTHING_FOUND),
        (("asked", "not_searched"), TaskState.NOT_SEARCHED),
        (("asked", "nothing_found", "found"), TaskState.FOUND),
        (("asked", "found", "asked"), TaskState.FOUND),
    ],
)
def test_r_src_1_a_task_is_asked_chased_and_answered(kinds, state):
    assert task(*kinds).state is state


def test_r_src_1_a_task_knows_when_it_was_asked_and_each_reminder():
    asked = task("asked", "chased", "chased", "found")

    assert asked.asked_on == date(2026, 11, 3)
    assert asked.chased_on == (date(2026, 11, 4), date(2026, 11, 5))
    assert asked.answer.day == date(2026, 11, 6)


def test_a_wrong_answer_is_corrected_by_a_later_one_and_both_stay():
    corrected = task("nothing_found", "found")

    assert corrected.answer.kind is StepKind.FOUND
    assert [one.kind for one in corrected.steps] == [StepKind.NOTHING_FOUND, StepKind.FOUND]


def test_an_answer_that_is_due_today_is_not_late_yet():
    due = task("asked").due_on

    assert not task("asked").is_overdue_on(due)
    assert task("asked").is_overdue_on(date(2026, 11, 19))
    assert not task("found").is_overdue_on(date(2026, 11, 19))


# --- what can follow


@pytest.mark.parametrize("kind", StepKind)
@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 17)])
def test_nothing_happens_before_the_request_or_after_today(kind, day):
    with pytest.raises(InvalidInputError, match="before the receipt of DSR-2026-0001 or after"):
        check_step(task("asked"), step(kind, day), RECEIVED)


@pytest.mark.parametrize("kind", [StepKind.ASKED, *ANSWERS])
@pytest.mark.parametrize("day", [RECEIVED, TODAY])
def test_the_days_of_receipt_and_of_recording_count(kind, day):
    assert check_step(task(), step(kind, day), RECEIVED).day == day


def test_only_what_was_asked_is_chased():
    with pytest.raises(NotAllowedError, match="CRM was not asked before 2026-11-10"):
        check_step(task(), step(StepKind.CHASED), RECEIVED)
    with pytest.raises(NotAllowedError, match="not asked before 2026-11-02"):
        check_step(task("asked"), step(StepKind.CHASED, RECEIVED), RECEIVED)

    assert check_step(task("asked"), step(StepKind.CHASED), RECEIVED).kind is StepKind.CHASED


def test_who_answered_is_not_chased_any_more():
    with pytest.raises(NotAllowedError, match="has answered already"):
        check_step(task("asked", "found"), step(StepKind.CHASED), RECEIVED)


def test_an_answer_does_not_come_before_the_question():
    with pytest.raises(InvalidInputError, match="it was asked on 2026-11-03"):
        check_step(task("asked"), step(StepKind.FOUND, RECEIVED), RECEIVED)


@pytest.mark.parametrize("kind", ANSWERS)
def test_r_src_1_an_answer_names_who_gave_it(kind):
    with pytest.raises(InvalidInputError, match="Nobody is named who answered for CRM"):
        check_step(task("asked"), step(kind, by="  "), RECEIVED)


def test_r_src_1_not_searched_needs_a_reason_and_found_says_what():
    with pytest.raises(InvalidInputError, match="why CRM was not searched"):
        check_step(task(), step(StepKind.NOT_SEARCHED, text=" "), RECEIVED)
    with pytest.raises(InvalidInputError, match="what was found in CRM"):
        check_step(task(), step(StepKind.FOUND, text=""), RECEIVED)

    assert check_step(task(), step(StepKind.NOTHING_FOUND, text=""), RECEIVED).text == ""


def test_texts_of_a_step_are_trimmed_and_bounded():
    checked = check_step(task(), step(StepKind.FOUND, by=" Léa \t Morel ", text=" x "), RECEIVED)

    assert (checked.by, checked.text) == ("Léa Morel", "x")
    with pytest.raises(InvalidInputError, match="too long"):
        check_step(task(), step(StepKind.FOUND, text="x" * 4_001), RECEIVED)


# --- progress


def test_progress_counts_answers_and_among_them_what_nobody_searched():
    tasks = [task("found"), task("asked"), task("not_searched", of=PAPER)]

    assert progress_of(tasks, TODAY) == SourceProgress(2, 3, 1, 0)
    assert progress_of(tasks, date(2026, 11, 19)).overdue == 1
    assert not progress_of(tasks, TODAY).is_complete


def test_a_request_without_systems_is_complete():
    assert progress_of([], TODAY) == SourceProgress()
    assert SourceProgress().is_complete
