"""What holds for every receipt date and every set of pauses (domain.md 2.6)."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dsr_desktop.domain.clock import DeadlineSettings, ExtensionMode
from tests.unit.domain.clocks import EARLIER_OF_BOTH, FRANCE, due, identity

repeatable = settings(derandomize=True, max_examples=200, deadline=None, database=None)


received_days = st.dates(date(2024, 1, 1), date(2033, 12, 31))


@st.composite
def closed_pauses(draw, received_on):
    starts = draw(st.lists(st.integers(0, 120), max_size=4))
    lengths = draw(st.lists(st.integers(0, 40), min_size=len(starts), max_size=len(starts)))
    return [
        identity(received_on + timedelta(start), received_on + timedelta(start + length))
        for start, length in zip(starts, lengths, strict=True)
    ]


@repeatable
@given(received_days, st.sampled_from(ExtensionMode))
def test_every_date_is_a_working_day_not_before_its_month(received_on, mode):
    deadline = due(received_on, settings=DeadlineSettings(extension_mode=mode))

    assert FRANCE.is_working_day(deadline.first_due)
    assert FRANCE.is_working_day(deadline.extended_due)
    assert FRANCE.is_working_day(deadline.internal_target)
    assert deadline.first_due >= deadline.first_raw
    assert deadline.extended_due >= deadline.extended_raw
    assert (deadline.first_raw - deadline.internal_target).days >= 7


@repeatable
@given(received_days, st.integers(0, 60))
def test_later_receipt_never_gives_an_earlier_date(received_on, days):
    earlier, later = due(received_on), due(received_on + timedelta(days))

    assert earlier.first_due <= later.first_due
    assert earlier.extended_due <= later.extended_due


@repeatable
@given(received_days)
def test_without_pauses_every_first_date_is_the_same_day(received_on):
    deadline = due(received_on)

    assert (
        deadline.first_due
        == deadline.current_due
        == deadline.refusal_deadline
        == deadline.unsuspended_due
        == deadline.extension_notice_warn_from
        == deadline.alert_due
    )


@repeatable
@given(received_days, st.data())
def test_mode_min_is_never_later_than_three_months(received_on, data):
    pauses = data.draw(closed_pauses(received_on))

    usual = due(received_on, pauses=pauses)
    earlier = due(received_on, pauses=pauses, settings=EARLIER_OF_BOTH)

    assert earlier.extended_due <= usual.extended_due
    assert earlier.first_due == usual.first_due


@repeatable
@given(received_days, st.data())
def test_pauses_only_ever_make_dates_later_and_never_by_more_than_their_days(received_on, data):
    pauses = data.draw(closed_pauses(received_on))
    paused_days = {
        pause.asked_on + timedelta(n)
        for pause in pauses
        for n in range((pause.answered_on - pause.asked_on).days)
    }

    deadline = due(received_on, pauses=pauses)

    assert deadline.unsuspended_due <= deadline.first_due <= deadline.extended_due
    assert 0 <= deadline.paused_days <= len(paused_days)
    assert deadline.first_due == FRANCE.roll_forward(
        deadline.first_raw + timedelta(deadline.paused_days)
    )


@repeatable
@given(received_days, st.data())
def test_the_order_in_which_pauses_are_given_does_not_matter(received_on, data):
    pauses = data.draw(closed_pauses(received_on))
    shuffled = data.draw(st.permutations(pauses))

    assert due(received_on, pauses=pauses) == due(received_on, pauses=shuffled)


@repeatable
@given(received_days, st.data())
def test_pauses_all_asked_in_time_add_exactly_the_days_they_cover(received_on, data):
    asked = data.draw(st.lists(st.integers(0, 25), min_size=1, max_size=4))
    lengths = data.draw(st.lists(st.integers(0, 40), min_size=4, max_size=4))
    covered = {
        start + n for start, length in zip(asked, lengths, strict=False) for n in range(length)
    }
    pauses = [
        identity(received_on + timedelta(start), received_on + timedelta(start + length))
        for start, length in zip(asked, lengths, strict=False)
    ]

    assert due(received_on, pauses=pauses).paused_days == len(covered)
