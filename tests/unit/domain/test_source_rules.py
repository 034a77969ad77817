"""Whom a request asks, until when, and what an unanswered system stands in the way of (R-SRC-1)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.clock import DeadlineSettings
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.source_rules import (
    check_looked,
    check_nothing_held,
    check_sources_answered,
    needs_search,
    systems_to_ask,
    task_due,
)
from dsr_desktop.domain.workdays import WorkCalendar
from tests.unit.domain.systems_made import CRM, PAPER, RECEIVED, TODAY, system, task

FRANCE = WorkCalendar("FR")
REQUEST = Request(
    "DSR-2026-0001", RECEIVED, RECEIVED, Channel.POST, Stage.IN_PROGRESS, (Item(Right.ACCESS),),
    Criteria(name=("Camille Dupont",)),
)  # fmt: skip


# --- whom to ask


@pytest.mark.parametrize("right", [Right.ACCESS, Right.ERASURE, Right.RECTIFICATION,
                                   Right.PORTABILITY, Right.OBJECTION, Right.POST_MORTEM])  # fmt: skip
def test_r_src_1_a_right_over_the_data_asks_every_system(right):
    assert needs_search([right])
    assert needs_search([Right.OBJECTION_MARKETING, right])


def test_the_short_path_asks_nobody():
    assert not needs_search([Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL])
    assert not needs_search([Right.INFORMATION])


def test_each_active_system_is_asked_once():
    ended = system(id=3, active_to=date(2026, 11, 15))

    assert systems_to_ask([CRM, PAPER, ended], [task(of=CRM)], TODAY) == (PAPER,)


# --- until when


def deadline(received, **more):
    return compute_deadline(received, FRANCE, **more)


def test_r_src_1_a_system_answers_a_week_before_the_internal_target():
    assert deadline(RECEIVED).internal_target == date(2026, 11, 25)

    assert task_due(deadline(RECEIVED), FRANCE, RECEIVED) == date(2026, 11, 18)


def test_the_week_is_a_setting():
    settings = DeadlineSettings(source_days=10)

    assert task_due(deadline(RECEIVED), FRANCE, RECEIVED, settings) == date(2026, 11, 13)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 11, 17), date(2026, 11, 18)),
        (date(2026, 11, 18), date(2026, 12, 1)),
        (date(2026, 11, 30), date(2026, 12, 1)),
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 12, 9), date(2026, 12, 9)),
    ],
    ids=["in time", "target too near", "eve", "last day", "overdue"],
)
def test_late_tasks_are_due_before_the_legal_date_and_at_once_when_that_is_gone(today, due):
    assert deadline(RECEIVED).current_due == date(2026, 12, 2)

    assert task_due(deadline(RECEIVED), FRANCE, today) == due


@given(st.dates(date(2024, 1, 1), date(2032, 12, 31)), st.integers(0, 60))
def test_a_task_is_due_before_the_legal_date_on_a_working_day_or_today(received, late):
    today = received + timedelta(late)
    clock = deadline(received)

    due = task_due(clock, FRANCE, today)

    assert due >= today
    assert due == today or (due < clock.current_due and FRANCE.is_working_day(due))


# --- the guards


def test_r_src_1_a_request_is_not_answered_while_a_system_is_silent():
    tasks = [task("found"), task("asked", "chased", of=PAPER)]

    with pytest.raises(NotAllowedError) as refusal:
        check_sources_answered(REQUEST, tasks)
    assert str(refusal.value) == (
        "DSR-2026-0001 cannot be answered yet: no answer from Archives. Record what each "
        "answered, or why it was not searched."
    )


def test_r_src_1_not_searched_with_a_reason_lets_the_answer_go():
    check_sources_answered(REQUEST, [task("found"), task("not_searched", of=PAPER)])
    check_sources_answered(REQUEST, [])


@pytest.mark.parametrize("decision", [Decision.NO_DATA, Decision.NOTHING_IN_SCOPE])
def test_r_src_1_no_data_is_not_decided_while_a_system_is_silent(decision):
    with pytest.raises(NotAllowedError, match="nothing is held: no answer from CRM"):
        check_nothing_held(
            REQUEST, decision, [task("asked"), task("nothing_found", of=PAPER)], searched=True
        )


def test_r_src_1_no_data_is_not_decided_where_a_system_found_some():
    found = [task("found"), task("nothing_found", of=PAPER)]

    with pytest.raises(NotAllowedError, match="data were found in CRM"):
        check_nothing_held(REQUEST, Decision.NO_DATA, found, searched=True)
    check_nothing_held(REQUEST, Decision.NOTHING_IN_SCOPE, found, searched=True)


def test_no_data_is_decided_once_all_have_found_nothing():
    tasks = [task("found", "nothing_found"), task("not_searched", of=PAPER)]

    check_nothing_held(REQUEST, Decision.NO_DATA, tasks, searched=True)


@pytest.mark.parametrize("decision", [Decision.GRANTED, Decision.REFUSED, Decision.DUPLICATE_OF])
def test_other_decisions_do_not_wait_for_the_systems(decision):
    check_nothing_held(replace(REQUEST), decision, [task("asked")], searched=True)


# --- nobody has looked anywhere

NOTHING = [Decision.NO_DATA, Decision.NOTHING_IN_SCOPE]
BY_HAND = replace(
    REQUEST, steps=(StepMark(StepCode.C06, not_applicable="the company keeps no lists"),)
)


@pytest.mark.parametrize("decision", NOTHING)
def test_r_src_1_no_data_is_not_decided_before_the_lists_were_searched(decision):
    with pytest.raises(NotAllowedError, match="were not searched"):
        check_nothing_held(REQUEST, decision, [task("nothing_found")], searched=False)
    check_nothing_held(BY_HAND, decision, [task("nothing_found")], searched=False)


def test_no_data_on_a_right_that_needs_no_search_waits_for_nothing():
    marketing = replace(REQUEST, items=(Item(Right.OBJECTION_MARKETING),))
    check_nothing_held(marketing, Decision.NO_DATA, [], searched=False)


def test_r_src_1_nothing_is_answered_while_nobody_has_looked_anywhere():
    granted = replace(REQUEST, items=(Item(Right.ACCESS, Decision.GRANTED),))
    with pytest.raises(NotAllowedError, match="nobody has looked"):
        check_looked(granted, [task("asked")], searched=False)

    check_looked(granted, [], searched=True)
    check_looked(granted, [task("nothing_found")], searched=False)
    check_looked(replace(BY_HAND, items=granted.items), [], searched=False)


@pytest.mark.parametrize("decision", [Decision.REFUSED, Decision.WITHDRAWN_BY_PERSON])
def test_what_is_decided_without_looking_is_answered_without(decision):
    check_looked(replace(REQUEST, items=(Item(Right.ACCESS, decision),)), [], searched=False)
