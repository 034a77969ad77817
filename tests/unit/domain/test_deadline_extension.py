"""Two further months, if the notice is sent in time (domain.md 2.2, R-DL-4 and R-DL-5)."""

import dataclasses
from datetime import date

import pytest

from dsr_desktop.domain.clock import (
    ExtendedStep,
    Extension,
    NoticeStep,
    Step,
    StepKind,
)
from dsr_desktop.domain.deadline import check_extension
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from tests.unit.domain.clocks import (
    COMPLEX,
    EARLIER_OF_BOTH,
    clarification,
    due,
    identity,
    kinds,
    notice_sent,
    only_step,
)


def test_r_dl_5_a_notice_sent_on_the_last_day_counts():
    deadline = due(date(2026, 11, 6), extension=notice_sent(date(2026, 12, 7)))

    assert deadline.extended


def test_r_dl_5_a_notice_sent_a_day_late_does_not_count():
    deadline = due(date(2026, 11, 6), extension=notice_sent(date(2026, 12, 8)))

    assert not deadline.extended
    assert deadline.current_due == date(2026, 12, 7)
    assert only_step(deadline, StepKind.EXTENSION_TOO_LATE) == NoticeStep(
        StepKind.EXTENSION_TOO_LATE,
        date(2026, 12, 8),
        limit=date(2026, 12, 7),
        with_pauses=False,
        from_first_date=False,
    )


def test_r_dl_5_a_notice_sent_in_time_and_recorded_later_counts():
    deadline = due(
        date(2026, 11, 6),
        extension=notice_sent(date(2026, 12, 4)),
        today=date(2026, 12, 20),
    )

    assert deadline.current_due == date(2027, 2, 8)


def test_r_dl_5_without_a_sent_date_the_extended_date_is_not_used():
    deadline = due(date(2026, 11, 6), extension=Extension(COMPLEX))

    assert not deadline.extended
    assert deadline.current_due == date(2026, 12, 7)
    assert StepKind.EXTENSION_POSSIBLE in kinds(deadline)


def test_r_dl_5_a_withdrawn_extension_lets_the_first_date_stand_again():
    withdrawn = dataclasses.replace(notice_sent(date(2026, 12, 4)), withdrawn=True)

    deadline = due(date(2026, 11, 6), extension=withdrawn)

    assert deadline.current_due == date(2026, 12, 7)
    assert only_step(deadline, StepKind.EXTENSION_WITHDRAWN) == Step(
        StepKind.EXTENSION_WITHDRAWN, date(2026, 12, 7)
    )
    assert StepKind.EXTENSION_POSSIBLE not in kinds(deadline)


def test_r_dl_5_a_pause_gives_more_time_for_the_notice_but_the_warning_comes_without_it():
    deadline = due(
        date(2026, 11, 20),
        pauses=[identity(date(2026, 11, 23), date(2026, 11, 30))],
        extension=notice_sent(date(2026, 12, 24)),
    )

    assert deadline.extended
    assert deadline.extension_notice_warn_from == date(2026, 12, 21)


def test_a_notice_sent_before_receipt_is_refused():
    with pytest.raises(InvalidInputError) as refused:
        due(date(2026, 11, 6), extension=notice_sent(date(2026, 11, 5)))

    assert str(refused.value) == (
        "The notice was sent on 2026-11-05, before receipt on 2026-11-06: correct one."
    )


def test_r_dl_4_mode_min_takes_two_months_after_the_first_date_when_that_is_earlier():
    received_on = date(2025, 1, 31)
    sent = notice_sent(date(2025, 2, 20))

    from_receipt = due(received_on, extension=sent)
    earlier = due(received_on, extension=sent, settings=EARLIER_OF_BOTH)

    assert from_receipt.current_due == date(2025, 4, 30)
    assert earlier.extended_raw == earlier.current_due == date(2025, 4, 28)
    assert only_step(earlier, StepKind.EXTENDED) == ExtendedStep(
        StepKind.EXTENDED,
        date(2025, 4, 28),
        reasons=COMPLEX,
        sent_on=date(2025, 2, 20),
        lacks_day=None,
        from_first_date=True,
    )


def test_r_dl_4_mode_min_keeps_three_months_from_receipt_when_that_is_earlier():
    received_on = date(2026, 3, 5)

    assert due(received_on, settings=EARLIER_OF_BOTH) == due(received_on)


def test_mode_min_counts_each_pause_once():
    deadline = due(
        date(2025, 1, 31),
        pauses=[
            identity(date(2025, 2, 3), date(2025, 2, 5)),
            clarification(date(2025, 3, 10), date(2025, 3, 14)),
        ],
        extension=notice_sent(date(2025, 2, 20)),
        settings=EARLIER_OF_BOTH,
    )

    assert deadline.first_due == date(2025, 3, 3)
    assert deadline.current_due == date(2025, 5, 6)
    assert deadline.paused_days == 6


def test_mode_min_keeps_the_pauses_that_the_first_date_contains():
    open_pause = identity(date(2024, 12, 31))

    deadline = due(
        date(2024, 12, 31),
        pauses=[open_pause],
        extension=notice_sent(date(2025, 1, 2)),
        today=date(2025, 1, 28),
        settings=EARLIER_OF_BOTH,
    )

    assert deadline.first_due == date(2025, 2, 28)
    assert deadline.current_due == date(2025, 4, 28)
    assert deadline.provisional
    assert deadline.paused_days == 28
    assert not deadline.doubtful


def test_an_extension_may_be_recorded_within_the_month():
    check_extension(due(date(2026, 11, 6)), notice_sent(date(2026, 12, 4)), today=date(2026, 12, 4))


def test_a_draft_of_an_extension_may_be_made_within_the_month():
    draft = Extension(COMPLEX, None, "14 files to read")

    check_extension(due(date(2026, 11, 6)), draft, today=date(2026, 12, 7))


def test_r_dl_5_after_the_month_only_a_notice_sent_within_it_may_be_recorded():
    deadline, today = due(date(2026, 11, 6)), date(2026, 12, 8)
    check_extension(deadline, notice_sent(date(2026, 12, 4)), today)

    with pytest.raises(NotAllowedError, match="The month ended on 2026-12-07"):
        check_extension(deadline, Extension(COMPLEX, None, "14 files"), today)


def test_r_dl_5_a_second_extension_is_refused():
    extended = due(date(2026, 11, 6), extension=notice_sent(date(2026, 12, 4)))

    with pytest.raises(NotAllowedError, match="extended once already: answer by 2027-02-08"):
        check_extension(extended, notice_sent(date(2026, 12, 5)), today=date(2026, 12, 5))


def test_r_dl_5_a_withdrawn_extension_is_not_replaced_by_another():
    withdrawn = dataclasses.replace(notice_sent(date(2026, 12, 4)), withdrawn=True)

    with pytest.raises(NotAllowedError, match="extended once already: answer by 2026-12-07"):
        check_extension(
            due(date(2026, 11, 6), extension=withdrawn),
            notice_sent(date(2026, 12, 5)),
            today=date(2026, 12, 5),
        )


@pytest.mark.parametrize(
    "incomplete",
    [
        pytest.param(Extension(frozenset(), date(2026, 12, 4), "long"), id="no reason"),
        pytest.param(Extension(COMPLEX, date(2026, 12, 4), "  "), id="no text"),
    ],
)
def test_r_dl_5_an_extension_needs_a_reason_and_a_text(incomplete):
    with pytest.raises(NotAllowedError, match="needs a reason and a text"):
        check_extension(due(date(2026, 11, 6)), incomplete, today=date(2026, 12, 4))


def test_r_dl_5_a_notice_cannot_have_been_sent_tomorrow():
    with pytest.raises(NotAllowedError, match="dated 2026-12-05, after today"):
        check_extension(
            due(date(2026, 11, 6)), notice_sent(date(2026, 12, 5)), today=date(2026, 12, 4)
        )
