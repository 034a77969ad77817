"""By when people whose data came from elsewhere are told, and why not (art. 14)."""

from datetime import date

import pytest

from dsr_desktop.domain.article14 import (
    Art14Exception,
    Art14Facts,
    Art14State,
    Art14Task,
    ObtainedFrom,
    art14_due,
    check_facts,
    first_of,
    not_told,
    open_tasks,
    told_on,
    unsaid,
)
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError

OBTAINED, TODAY = date(2026, 10, 31), date(2026, 11, 16)


def task(obtained_from=ObtainedFrom.PARTNER, source_id=1, due=date(2026, 11, 30), **facts):
    said = Art14Facts(obtained_from, **facts)
    return Art14Task(source_id, "partner.csv", 12, "PA2", OBTAINED, due, said)


@pytest.mark.parametrize(
    ("contact", "disclosure", "due"),
    [
        pytest.param(None, None, date(2026, 11, 30), id="a month, clamped"),
        pytest.param(date(2026, 11, 5), None, date(2026, 11, 5), id="first message"),
        pytest.param(date(2026, 11, 5), date(2026, 11, 2), date(2026, 11, 2), id="disclosure"),
        pytest.param(date(2027, 1, 5), date(2027, 1, 2), date(2026, 11, 30), id="both later"),
    ],
)
def test_r_inf_1_the_earliest_of_month_first_message_and_disclosure_is_due(
    contact, disclosure, due
):
    assert art14_due(OBTAINED, contact, disclosure) == due


def test_a_month_that_ends_on_a_sunday_is_not_made_longer():
    assert art14_due(date(2026, 10, 15)) == date(2026, 11, 15)


@pytest.mark.parametrize(
    ("one", "state"),
    [
        (task(None), Art14State.UNSAID),
        (task(), Art14State.TO_DO),
        (task(ObtainedFrom.PERSON), Art14State.NOT_NEEDED),
        (task(done_on=TODAY), Art14State.DONE),
        (task(exception=Art14Exception.KNOWN, reason="x"), Art14State.EXCEPTED),
    ],
)
def test_a_list_stands_where_its_facts_say(one, state):
    assert one.state is state
    assert state.is_open is (state in {Art14State.UNSAID, Art14State.TO_DO})


def test_people_told_after_the_day_were_told_late():
    assert not task(done_on=date(2026, 11, 30)).was_late
    assert task(done_on=date(2026, 12, 1)).was_late


def test_telling_takes_an_exception_back_and_the_other_way_round():
    excepted = not_told(task(), Art14Exception.SECRECY, " Lawyer's list ")
    assert (excepted.exception, excepted.reason) == (Art14Exception.SECRECY, "Lawyer's list")

    told = told_on(task(exception=Art14Exception.SECRECY, reason="x"), TODAY, TODAY)
    assert (told.done_on, told.exception, told.reason) == (TODAY, None, "")


@pytest.mark.parametrize("day", [date(2026, 10, 30), date(2026, 11, 17)])
def test_nobody_was_told_before_the_data_came_or_after_today(day):
    with pytest.raises(InvalidInputError):
        told_on(task(), day, TODAY)


@pytest.mark.parametrize("origin", [None, ObtainedFrom.PERSON])
def test_what_is_unsaid_or_not_needed_is_not_settled(origin):
    with pytest.raises(NotAllowedError):
        told_on(task(origin), TODAY, TODAY)
    with pytest.raises(NotAllowedError):
        not_told(task(origin), Art14Exception.KNOWN, "x")


def test_an_exception_needs_a_reason():
    with pytest.raises(InvalidInputError):
        not_told(task(), Art14Exception.KNOWN, " ")


def test_data_were_not_obtained_tomorrow():
    with pytest.raises(InvalidInputError):
        check_facts(Art14Facts(ObtainedFrom.PARTNER, date(2026, 11, 17)), TODAY)
    assert check_facts(Art14Facts(ObtainedFrom.PARTNER, TODAY), TODAY).obtained_on == TODAY


def test_what_is_to_do_comes_by_due_date_and_the_unsaid_apart():
    later, sooner = task(source_id=1), task(source_id=2, due=date(2026, 11, 2))
    unknown = task(None, source_id=3)

    assert open_tasks([later, unknown, sooner]) == (sooner, later)
    assert unsaid([later, unknown, sooner]) == (unknown,)


def test_the_exceptions_have_the_letters_of_the_law():
    assert [one.letter for one in Art14Exception] == ["a", "b", "c", "d"]


def test_the_first_of_no_days_is_none():
    assert first_of(None, None) is None
