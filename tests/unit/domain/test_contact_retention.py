"""How long contacts are kept: formulas, states and vectors of domain.md 5.1."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.contact_retention import (
    ClockMode,
    ContactDates,
    ContactState,
    RetentionRule,
    StateDays,
    check_rule,
    cnil_mark,
    delete_by,
    effective_day,
    is_kept_by_law,
    is_stale,
    silent_end,
    state_of,
)
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.workdays import add_months

USUAL = RetentionRule()
TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def ended(*day):
    return ContactDates(ended_on=date(*day))


@pytest.mark.parametrize(
    ("end", "last_day"),
    [
        ((2026, 3, 31), date(2027, 3, 31)),
        ((2028, 2, 29), date(2029, 2, 28)),
        ((2027, 2, 28), date(2028, 2, 28)),
        ((2026, 12, 31), date(2027, 12, 31)),
    ],
)
def test_r_rt_2_the_last_day_is_twelve_months_after_the_end_and_never_rolls_forward(end, last_day):
    assert delete_by(ended(*end), USUAL) == last_day


def test_r_rt_5_the_mark_of_the_cnil_is_three_years_after_the_last_contact():
    assert cnil_mark(ContactDates(last_contact_on=date(2024, 2, 29))) == date(2027, 2, 28)
    assert cnil_mark(ContactDates()) is None


@pytest.mark.parametrize(
    ("start", "last_day"),
    [(date(2025, 10, 3), date(2026, 11, 3)), (date(2026, 10, 1), date(2027, 11, 1))],
)
def test_thirteen_months_are_counted_alike(start, last_day):
    rule = RetentionRule(ClockMode.FIXED, 13)
    assert delete_by(ContactDates(collected_on=start), rule) == last_day


@pytest.mark.parametrize(
    ("end", "state"),
    [
        (date(2025, 11, 21), ContactState.OVERDUE),
        (date(2025, 11, 22), ContactState.DUE_SOON),
        (date(2025, 11, 30), ContactState.DUE_SOON),
        (date(2025, 12, 22), ContactState.DUE_SOON),
        (date(2025, 12, 23), ContactState.RETAINED),
        (None, ContactState.ACTIVE),
    ],
)
def test_r_rt_2_a_contact_is_overdue_due_soon_or_retained_by_its_day(end, state):
    assert state_of(ContactDates(ended_on=end), USUAL, TODAY, is_held=False) is state


def test_r_rt_3_a_hold_stands_above_every_day():
    for dates in (ended(2024, 2, 29), ContactDates()):
        assert state_of(dates, USUAL, TODAY, is_held=True) is ContactState.HELD


def test_r_rt_4_a_law_keeps_the_record_longer_and_for_itself_alone():
    dates = ContactDates(ended_on=date(2025, 1, 1), legal_until=date(2035, 12, 31))

    assert effective_day(dates, USUAL) == date(2035, 12, 31)
    assert is_kept_by_law(dates, USUAL, TODAY)
    assert state_of(dates, USUAL, TODAY, is_held=False) is ContactState.RETAINED
    assert not is_kept_by_law(ended(2025, 1, 1), USUAL, TODAY)
    assert not is_kept_by_law(ContactDates(legal_until=date(2035, 12, 31)), USUAL, TODAY)


def test_a_period_of_a_law_that_is_shorter_changes_nothing():
    dates = ContactDates(ended_on=date(2026, 1, 1), legal_until=date(2026, 2, 1))
    assert effective_day(dates, USUAL) == date(2027, 1, 1)


def test_r_rt_6_a_contact_is_stale_once_three_years_passed_without_a_sign():
    last = ContactDates(last_contact_on=date(2023, 10, 1))
    assert not is_stale(last, date(2026, 10, 1))
    assert is_stale(last, date(2026, 10, 2))
    assert not is_stale(ContactDates(last_contact_on=date(2023, 10, 1), ended_on=TODAY), TODAY)
    assert not is_stale(ContactDates(), TODAY)


def test_r_rt_1_without_an_end_nothing_falls_due():
    assert effective_day(ContactDates(collected_on=date(2001, 1, 1)), USUAL) is None


def test_r_rt_1_silence_ends_the_processing_from_the_last_sign():
    rule = RetentionRule(silent_months=24)
    collected = ContactDates(collected_on=date(2020, 5, 31))

    assert silent_end(collected, rule, TODAY) == date(2022, 5, 31)
    spoken = ContactDates(date(2020, 5, 31), date(2025, 1, 1))
    assert silent_end(spoken, rule, TODAY) is None
    assert silent_end(collected, USUAL, TODAY) is None
    assert silent_end(ContactDates(), rule, TODAY) is None


def test_a_rule_counts_from_the_last_contact_where_it_says_so():
    rule = RetentionRule(ClockMode.AFTER_LAST_CONTACT, 36)
    assert delete_by(ContactDates(last_contact_on=date(2024, 2, 29)), rule) == date(2027, 2, 28)


def test_a_day_beyond_every_calendar_starts_no_clock():
    assert delete_by(ended(9999, 12, 31), USUAL) is None


@pytest.mark.parametrize("rule", [RetentionRule(months=0), RetentionRule(silent_months=601)])
def test_months_that_are_none_or_endless_are_refused(rule):
    with pytest.raises(InvalidInputError):
        check_rule(rule)


def test_a_rule_that_can_be_is_kept():
    assert check_rule(USUAL) == USUAL


@given(DAYS, DAYS)
def test_a_contact_is_stale_exactly_if_the_last_sign_lies_before_the_day_that_the_register_asks(
    last, today
):
    dates = ContactDates(last_contact_on=last)
    assert is_stale(dates, today) is (last <= StateDays(today).stale_before)


@given(DAYS)
def test_no_day_lies_more_than_its_months_after_the_end(end):
    last = delete_by(ContactDates(ended_on=end), USUAL)
    assert last == add_months(end, 12)
    assert (last.year, last.month) == (end.year + 1, end.month)
    assert last.day <= end.day
