"""Holds, the cells of a clock, and what a run may delete."""

from datetime import date

import pytest

from dsr_desktop.domain.clock_cells import clock_columns, day_in_cell, months_said, read_clock
from dsr_desktop.domain.contact_retention import ContactDates
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.retention_hold import RetentionHold, check_hold, check_release
from dsr_desktop.domain.retention_run import (
    RunPart,
    RunPlan,
    check_anything,
    check_selectable,
    check_until,
)

TODAY = date(2026, 11, 22)
LITIGE = RetentionHold(1, "litige", "dpo", TODAY, date(2027, 6, 30))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-11-21", date(2025, 11, 21)),
        ("2025-11-21T10:30:00", date(2025, 11, 21)),
        ("21/11/2025 10:30", date(2025, 11, 21)),
        ("03/04/2025", date(2025, 4, 3)),
        ("04/23/2025", date(2025, 4, 23)),
        ("21 novembre 2025", date(2025, 11, 21)),
        ("1er mars 2025", date(2025, 3, 1)),
        ("bientôt", None),
        ("", None),
        ("2025-13-40", None),
        ("2" * 80, None),
    ],
)
def test_a_cell_means_the_day_that_europe_reads(text, day):
    assert day_in_cell(text) == day


def test_the_dates_of_a_row_are_read_and_what_is_no_day_is_counted():
    columns = clock_columns([Field.NAME, Field.PROCESSING_ENDED_ON, Field.LAST_CONTACT_ON])
    read = read_clock(["Camille Dupont", "2025-11-21", "hier"], columns)

    assert read.dates == ContactDates(ended_on=date(2025, 11, 21))
    assert read.misread == 1
    assert read_clock(["Camille Dupont"], columns).misread == 0


@pytest.mark.parametrize(
    ("text", "months"),
    [("12 months", 12), ("3 ans après", 36), ("2 years", 24), ("6 mois", 6), ("policy", None),
     ("", None), (None, None), ("0 months", None)],
)  # fmt: skip
def test_months_said_at_an_import_are_read(text, months):
    assert months_said(text) == months


def test_r_rt_3_a_hold_needs_a_reason_and_a_review_day_to_come():
    assert check_hold(" litige ", date(2027, 6, 30), TODAY) == "litige"
    with pytest.raises(InvalidInputError):
        check_hold("", date(2027, 6, 30), TODAY)
    with pytest.raises(InvalidInputError):
        check_hold("litige", TODAY, TODAY)


def test_r_rt_3_an_expired_hold_is_flagged_and_still_holds():
    assert not LITIGE.is_expired(date(2027, 6, 29))
    assert LITIGE.is_expired(date(2027, 6, 30))
    assert LITIGE.is_active


def test_a_hold_is_released_once_and_with_a_reason():
    released = RetentionHold(1, "litige", "dpo", TODAY, TODAY, released_on=TODAY)
    assert check_release(LITIGE, "jugement rendu") == "jugement rendu"
    with pytest.raises(NotAllowedError):
        check_release(released, "jugement rendu")
    assert not released.is_expired(TODAY)


def test_a_run_takes_no_day_that_is_not_due_soon():
    assert check_until(date(2026, 12, 22), TODAY) == date(2026, 12, 22)
    with pytest.raises(InvalidInputError):
        check_until(date(2026, 12, 23), TODAY)


def test_what_may_not_go_is_not_chosen():
    check_selectable([1, 2], frozenset({1, 2, 3}))
    with pytest.raises(NotAllowedError):
        check_selectable([1, 4], frozenset({1, 2, 3}))


def test_a_run_that_deletes_nothing_is_refused():
    part = RunPart(1, "crm.csv", "PA2", 3, TODAY, TODAY)
    check_anything(RunPlan(TODAY, (part,), 0, 0))
    with pytest.raises(NotAllowedError):
        check_anything(RunPlan(TODAY, (), 2, 5))
