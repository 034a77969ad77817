"""Lists of requests: open ones and closed ones by themselves are what the whole list is made of."""

from datetime import date, timedelta

import pytest

from dsr_desktop.domain.clock import Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.request_figures import CountedRequest, figures_of, received_in
from dsr_desktop.domain.request_months import month_figures
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.services.clocking import pause_clock, record_identity, resume_clock
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, mark_sent, new_request, view_request
from dsr_desktop.services.linking import record_reminder
from dsr_desktop.services.overview import read_overview
from dsr_desktop.services.request_lists import (
    count_closed_requests,
    list_closed_requests,
    list_closed_since,
    list_open_requests,
    list_requests,
)
from dsr_desktop.services.request_steps import clock
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.systems import add_system

AGES = (3, 400, 40, 12, 200, 3, 70, 330)
RIGHTS = (Right.ACCESS, Right.ERASURE, Right.CONSENT_WITHDRAWAL)
PEOPLE = ("Ana Sánchez", "Zoë Čapek", "Jürgen Groß")


@pytest.fixture
def refs(register, today):
    """Requests of several ages, every second one closed; one is paused, one was, one wrote again."""
    refs = [recorded(register, number, days, today) for number, days in enumerate(AGES)]
    paused(register, refs[0], today)
    paused(register, refs[4], today, answered_on=today - timedelta(190))
    record_reminder(register, refs[2], today, today)
    for ref in refs[1::2]:
        for item in view_request(register, ref, today).request.items:
            decide(register, ref, item.right, Decision.WITHDRAWN_BY_PERSON, today)
        mark_sent(register, ref, today, Channel.POST, today)
        close_request(register, ref, today)
    find_person(register, refs[0], today)
    return refs


def recorded(register, number, days, today):
    criteria = Criteria(name=(PEOPLE[number % 3],), email=(f"person.{number % 3}@acme.example",))
    received = today - timedelta(days)
    rights = RIGHTS[number % 3 :]
    return new_request(register, rights, criteria, received, Channel.POST, today).request.ref


def paused(register, ref, today, answered_on=None):
    asked_on = view_request(register, ref, today).request.received_on + timedelta(2)
    record_identity(
        register, ref, today, doubt="another address", on=asked_on,
        method=IdentityMethod.SHARED_FACTS, result=IdentityResult.PENDING,
    )  # fmt: skip
    pause_clock(register, ref, Pause(PauseReason.IDENTITY, asked_on), today)
    if answered_on:
        resume_clock(register, ref, answered_on, today)


def one_by_one(register, refs, today):
    """Every request read by itself, with the clock of its page: what a list is to show."""
    views = [view_request(register, ref, today) for ref in refs]
    in_order = sorted(views, key=lambda one: (one.request.received_on, one.request.ref))
    return sorted(in_order, key=lambda one: (not one.request.is_open, one.deadline.current_due))


def shown(summary):
    return (
        summary.request, summary.deadline, summary.status, summary.days_left, summary.found,
        summary.sources, summary.reminded_on,
    )  # fmt: skip


def test_a_list_shows_of_each_request_what_its_own_page_shows(register, refs, today):
    listed = list_requests(register, today)

    assert [shown(one) for one in listed] == [
        shown(one) for one in one_by_one(register, refs, today)
    ]
    assert len({one.status for one in listed}) > 2


def test_open_and_closed_requests_are_the_two_ends_of_the_whole_list(register, refs, today):
    whole = list_requests(register, today)
    still_open, closed = list_open_requests(register, today), list_closed_requests(register, today)

    assert still_open + closed == whole
    assert all(one.request.is_open for one in still_open)
    assert len(closed) == count_closed_requests(register) == len(refs) // 2


def test_closed_requests_since_a_day_are_those_of_the_list(register, refs, today):
    since = today - timedelta(200)

    expected = [
        one for one in list_closed_requests(register, today) if one.request.received_on >= since
    ]

    assert list(list_closed_since(register, since, today)) == expected
    assert 0 < len(expected) < count_closed_requests(register)


def test_what_a_system_was_asked_is_counted_in_either_list(register, refs, today):
    add_system(register, System("CRM", SystemKind.CRM, HowAsked.BY_DPO, today), today)

    assert {one.sources.total for one in list_open_requests(register, today)} != {0}
    assert [shown(one) for one in list_requests(register, today)] == [
        shown(one) for one in one_by_one(register, refs, today)
    ]


@pytest.mark.parametrize("day", [date(2026, 11, 16), date(2027, 1, 4), date(2027, 12, 31)])
def test_the_figures_of_a_day_are_those_of_the_whole_list(register, refs, day):
    counted = [CountedRequest(one.request, one.deadline) for one in list_requests(register, day)]

    overview = read_overview(register, day)

    assert overview.figures == figures_of(received_in(counted, day.year), day)
    assert overview.months == month_figures(counted, day)
    assert overview.has_requests


def test_a_list_is_read_again_once_something_has_changed(register, refs, today):
    before = list_open_requests(register, today)
    assert list_open_requests(register, today) is before

    paused(register, refs[6], today)

    assert list_open_requests(register, today) != before
    assert list_open_requests(register, today + timedelta(1)) != list_open_requests(register, today)


def test_each_clock_of_a_list_is_counted_by_the_one_call(register, refs, today):
    assert [one.deadline for one in list_requests(register, today)] == [
        clock(register, one.request, today) for one in list_requests(register, today)
    ]
