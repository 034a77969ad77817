"""Which requests a list shows: how they stand, which right, who handles them, which words."""

from datetime import date, timedelta

import pytest

from dsr_desktop.domain.clock import Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.deadline import compute_deadline, days_left, deadline_status
from dsr_desktop.domain.hit import HitCounts
from dsr_desktop.domain.person import fold
from dsr_desktop.domain.request import Channel, Item, Request, Right, Stage
from dsr_desktop.domain.request_filter import (
    Standing,
    count_standings,
    handlers,
    is_wanted,
    make_filter,
    shows_closed,
    stands,
    wants_closed,
)
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.domain.workdays import WorkCalendar

TODAY = date(2026, 11, 16)  # a Monday
FRANCE = WorkCalendar("FR")


def summary(days_ago=3, **details):
    received = TODAY - timedelta(days_ago)
    request = Request(
        "DSR-2026-0001", received, received, Channel.POST, details.pop("stage", Stage.NEW),
        (Item(Right.ACCESS),), Criteria(name=("Zoë Čapek",)), **details,
    )  # fmt: skip
    clock = compute_deadline(received, FRANCE, pauses=request.pauses, today=TODAY)
    status = deadline_status(clock, TODAY, request.answered_on)
    return RequestSummary(request, clock, status, days_left(clock, TODAY), HitCounts())


ASKED = Pause(PauseReason.IDENTITY, TODAY - timedelta(2))
NEW, LATE = summary(), summary(days_ago=40)
DUE_SUNDAY_NEXT, DUE_FRIDAY = summary(days_ago=24), summary(days_ago=27)
WAITING = summary(pauses=(ASKED,))
ANSWERED = summary(days_ago=40, answered_on=TODAY, stage=Stage.ANSWERED)
CLOSED = summary(answered_on=TODAY, closed_on=TODAY, stage=Stage.CLOSED)
ALL = (NEW, LATE, DUE_SUNDAY_NEXT, DUE_FRIDAY, WAITING, ANSWERED, CLOSED)


@pytest.mark.parametrize(
    ("standing", "shown"),
    [
        (Standing.OPEN, [NEW, LATE, DUE_SUNDAY_NEXT, DUE_FRIDAY, WAITING, ANSWERED]),
        (Standing.OVERDUE, [LATE]),
        (Standing.DUE_THIS_WEEK, [DUE_FRIDAY]),
        (Standing.WAITING, [WAITING]),
        (Standing.CLOSED, [CLOSED]),
        (Standing.ALL, list(ALL)),
    ],
)
def test_requests_are_shown_by_how_they_stand(standing, shown):
    assert [one for one in ALL if stands(standing, one, TODAY)] == shown


def test_all_ways_to_stand_are_counted_from_the_open_ones_and_the_number_of_the_others():
    still_open = [one for one in ALL if one.request.is_open]

    counted = count_standings(iter(still_open), len(ALL) - len(still_open), TODAY)

    assert counted == {
        standing: sum(stands(standing, one, TODAY) for one in ALL) for standing in Standing
    }


@pytest.mark.parametrize("standing", Standing)
def test_closed_requests_are_shown_where_some_may_stand_so(standing):
    assert shows_closed(standing) is any(
        stands(standing, one, TODAY) for one in ALL if not one.request.is_open
    )


def test_a_week_ends_on_its_sunday():
    assert DUE_FRIDAY.deadline.current_due == date(2026, 11, 20)
    assert not stands(Standing.DUE_THIS_WEEK, DUE_FRIDAY, date(2026, 11, 21))
    assert stands(Standing.DUE_THIS_WEEK, DUE_FRIDAY, date(2026, 11, 20))
    assert not stands(Standing.DUE_THIS_WEEK, DUE_FRIDAY, date(2026, 11, 13))


def test_what_is_due_by_a_doubtful_pause_is_due_without_it():
    late_question = Pause(PauseReason.IDENTITY, TODAY - timedelta(3), TODAY)
    doubted = summary(days_ago=27, pauses=(late_question,))

    assert doubted.deadline.current_due > date(2026, 11, 22)
    assert stands(Standing.DUE_THIS_WEEK, doubted, TODAY)


@pytest.mark.parametrize(
    ("right", "handler", "text", "is_shown"),
    [
        (None, None, "", True),
        (Right.ACCESS, None, "", True),
        (Right.ERASURE, None, "", False),
        (None, "Nora Vidal", "", True),
        (None, "", "", False),
        (None, "Luc Petit", "", False),
        (None, None, "ČAPEK zoe", True),
        (None, None, "capek petit", False),
        (Right.ACCESS, "Nora Vidal", "zoe", True),
    ],
)
def test_right_handler_and_words_all_have_to_fit(right, handler, text, is_shown):
    handled = summary(handled_by="Nora Vidal")
    wanted = make_filter(Standing.ALL, right, handler, text)

    assert is_wanted(wanted, handled, fold("DSR-2026-0001 Zoë Čapek"), TODAY) is is_shown


@pytest.mark.parametrize(
    ("details", "due_within", "is_shown"),
    [
        ({"days_ago": 27}, 3, False),
        ({"days_ago": 27}, 4, True),
        ({"days_ago": 40}, 0, True),
        ({"days_ago": 40, "answered_on": TODAY, "stage": Stage.ANSWERED}, 10, False),
        ({"days_ago": 40, "answered_on": TODAY, "stage": Stage.CLOSED}, 10, False),
    ],
)
def test_answers_are_due_within_some_days_while_they_are_owed(details, due_within, is_shown):
    wanted = make_filter(Standing.ALL, due_within=due_within)

    assert is_wanted(wanted, summary(**details), "", TODAY) is is_shown


def test_a_stage_and_a_name_written_otherwise_have_to_fit_too():
    wanted = make_filter(Standing.ALL, handled_by="NORA VIDAL", stage=Stage.NEW)

    assert is_wanted(wanted, summary(handled_by="Nora Vidal"), "", TODAY)
    assert not is_wanted(wanted, summary(handled_by="Nora Vidal", stage=Stage.DECIDED), "", TODAY)


@pytest.mark.parametrize(
    ("wanted", "closed_too"),
    [
        (make_filter(Standing.OPEN), False),
        (make_filter(Standing.ALL), True),
        (make_filter(Standing.ALL, stage=Stage.NEW), False),
        (make_filter(Standing.ALL, stage=Stage.CLOSED), True),
        (make_filter(Standing.CLOSED, due_within=3), False),
    ],
)
def test_closed_requests_are_read_only_where_they_may_be_wanted(wanted, closed_too):
    assert wants_closed(wanted) is closed_too
    if not closed_too:
        assert not is_wanted(wanted, CLOSED, "", TODAY)


def test_those_who_handle_requests_are_named_once_in_order():
    found = (summary(handled_by="Zoé"), summary(handled_by="émile"), summary(handled_by="Zoé"), NEW)

    assert handlers(found) == ("émile", "Zoé")
