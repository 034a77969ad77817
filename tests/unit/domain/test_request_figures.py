"""The key figures of domain.md 4.2, counted over requests with their deadlines."""

from datetime import date

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.domain.request_figures import (
    CountedRequest,
    RequestFigures,
    figures_of,
    percent,
    received_in,
)
from dsr_desktop.domain.workdays import WorkCalendar

TODAY = date(2026, 11, 16)
FRANCE = WorkCalendar("FR")
ACCESS = (Item(Right.ACCESS),)
EXTENSION = Extension(frozenset({ExtensionReason.COMPLEXITY}), date(2026, 3, 20))


def counted(received=date(2026, 3, 2), answered=None, items=ACCESS, **more):
    stage = Stage.ANSWERED if answered else Stage.IN_PROGRESS
    request = Request(
        "DSR-2026-0001", received, received, Channel.POST, stage, items, Criteria(),
        answered_on=answered, **more,
    )  # fmt: skip
    deadline = compute_deadline(
        received, FRANCE, pauses=request.pauses, extension=request.extension, today=TODAY
    )
    return CountedRequest(request, deadline)


def test_nothing_is_counted_without_a_request():
    assert figures_of([], TODAY) == RequestFigures()


@pytest.mark.parametrize(
    ("answered", "in_one", "in_three", "late"),
    [
        (date(2026, 4, 2), 1, 1, 0),
        (date(2026, 4, 3), 0, 1, 0),
        (date(2026, 6, 2), 0, 1, 0),
        (date(2026, 6, 3), 0, 0, 1),
    ],
    ids=["on the first date", "a day later", "on the extended date", "a day after that"],
)
def test_answers_are_counted_by_the_legal_dates(answered, in_one, in_three, late):
    figures = figures_of([counted(answered=answered)], TODAY)

    assert (figures.in_one_month, figures.in_three_months, figures.late) == (in_one, in_three, late)


def test_a_month_that_ends_on_a_weekend_ends_on_the_next_working_day():
    saturday = counted(date(2026, 1, 7), date(2026, 2, 9))

    assert figures_of([saturday], TODAY).in_one_month == 1


def test_what_is_owed_and_late_is_overdue_until_it_is_answered():
    open_ones = [counted(), counted(date(2026, 11, 2)), counted(answered=date(2026, 9, 1))]

    figures = figures_of(open_ones, TODAY)

    assert (figures.received, figures.answered, figures.overdue) == (3, 1, 1)


def test_the_median_is_over_days_from_receipt_to_answer():
    answered = [counted(answered=date(2026, 3, 2 + days)) for days in (2, 5, 9)]

    assert figures_of(answered, TODAY).median_days == 5
    assert figures_of(answered[:2], TODAY).median_days == 3.5
    assert figures_of([counted()], TODAY).median_days is None


def test_r_dl_6_extensions_count_once_their_notice_was_sent_and_pauses_always():
    pause = Pause(PauseReason.IDENTITY, date(2026, 3, 4), date(2026, 3, 9))
    requests = [
        counted(extension=EXTENSION),
        counted(extension=Extension()),
        counted(pauses=(pause,)),
    ]

    figures = figures_of(requests, TODAY)

    assert (figures.extended, figures.suspended) == (1, 1)


def test_rights_without_a_statutory_clock_are_counted_and_have_no_month():
    complaint = counted(answered=date(2026, 10, 1), items=(Item(Right.COMPLAINT),))

    figures = figures_of([complaint], TODAY)

    assert (figures.answered, figures.answered_with_clock, figures.late) == (1, 0, 0)
    assert figures.by_right == {Right.COMPLAINT: 1}


def test_refusals_are_counted_by_reason_and_rights_by_item():
    items = (
        Item(Right.ERASURE, Decision.REFUSED, "A17_3_b"),
        Item(Right.ACCESS, Decision.GRANTED),
    )  # fmt: skip
    unsaid = (Item(Right.ERASURE, Decision.NOT_IDENTIFIABLE),)

    figures = figures_of([counted(items=items), counted(items=items), counted(items=unsaid)], TODAY)

    assert figures.refusals == {"A17_3_b": 2, "": 1}
    assert figures.by_right == {Right.ERASURE: 3, Right.ACCESS: 2}
    assert figures.by_channel == {Channel.POST: 3}


def test_the_year_is_that_of_the_receipt():
    requests = [counted(date(2025, 12, 31)), counted(date(2026, 1, 1))]

    assert received_in(requests, 2026) == (requests[1],)


@pytest.mark.parametrize(("part", "whole", "share"), [(1, 2, 50), (1, 3, 33), (2, 3, 67), (0, 5, 0),
                                                      (1, 200, 1), (0, 0, None)])  # fmt: skip
def test_shares_are_whole_percents(part, whole, share):
    assert percent(part, whole) == share
