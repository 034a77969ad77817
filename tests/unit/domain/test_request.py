"""The request of a person: what it may hold and which step it allows (domain catalogue 1)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.lifecycle import (
    check_can_close,
    check_can_send,
    check_is_open,
    check_not_answered,
    check_past,
    check_receipt,
)
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.domain.step_list import Seen

RECEIVED = date(2026, 11, 2)
SEARCHED = Seen(searched=True)


def request_for(*items, **details):
    known = {"stage": Stage.NEW, "criteria": Criteria(name=("Camille Dupont",))} | details
    return Request("DSR-2026-0001", RECEIVED, RECEIVED, Channel.EMAIL_GENERAL, items=items, **known)


# --- catalogue


def test_the_rights_are_those_of_the_catalogue():
    assert [str(right) for right in Right] == [
        "access", "rectification", "erasure", "restriction", "recipients", "portability",
        "objection", "objection_marketing", "automated_decision", "consent_withdrawal",
        "information", "complaint", "post_mortem", "minor_erasure", "not_a_dsr",
    ]  # fmt: skip


# --- receipt


def test_a_message_may_have_arrived_today_or_on_the_first_day_of_the_regulation(today):
    check_receipt(today, today)
    check_receipt(date(2018, 5, 25), today)


def test_a_message_cannot_arrive_tomorrow(today):
    with pytest.raises(InvalidInputError, match="2026-11-17 lies after today"):
        check_receipt(today + timedelta(1), today)


def test_a_message_cannot_have_arrived_before_the_regulation(today):
    with pytest.raises(InvalidInputError, match="2018-05-24 lies before 25 May 2018"):
        check_receipt(date(2018, 5, 24), today)


# --- rights and decisions


def test_a_request_gives_the_item_of_a_right():
    erasure = Item(Right.ERASURE, Decision.GRANTED)

    assert request_for(Item(Right.ACCESS), erasure).item(Right.ERASURE) is erasure


def test_a_right_that_was_not_asked_is_refused_by_naming_those_that_were():
    with pytest.raises(InvalidInputError, match="It asks for: access, erasure"):
        request_for(Item(Right.ACCESS), Item(Right.ERASURE)).item(Right.PORTABILITY)


# --- guards


def test_what_was_answered_is_not_changed_and_the_refusal_says_what_to_do():
    request = request_for(Item(Right.ACCESS, Decision.GRANTED))
    check_not_answered(request)

    with pytest.raises(NotAllowedError) as refused:
        check_not_answered(replace(request, answered_on=RECEIVED))

    assert f"was answered on {RECEIVED.isoformat()}" in str(refused.value)
    assert "Record a new request" in str(refused.value)


def test_an_answer_is_sent_only_when_every_right_is_decided():
    half = request_for(Item(Right.ACCESS, Decision.GRANTED), Item(Right.ERASURE))

    with pytest.raises(NotAllowedError, match="decide first on erasure"):
        check_can_send(half)
    check_can_send(request_for(Item(Right.ACCESS, Decision.GRANTED)))


def test_silence_is_never_an_end():
    decided = request_for(Item(Right.ACCESS, Decision.GRANTED))

    with pytest.raises(NotAllowedError, match="no answer was sent"):
        check_can_close(decided, SEARCHED)
    check_can_close(replace(decided, answered_on=RECEIVED), SEARCHED)


def test_a_request_that_the_person_took_back_closes_without_an_answer():
    taken_back = Item(Right.ACCESS, Decision.WITHDRAWN_BY_PERSON)

    check_can_close(request_for(taken_back), Seen())
    with pytest.raises(NotAllowedError):
        check_can_close(request_for(taken_back, Item(Right.ERASURE, Decision.GRANTED)), SEARCHED)


def test_a_closed_request_no_longer_changes():
    check_is_open(request_for(stage=Stage.ANSWERED))
    with pytest.raises(NotAllowedError, match="DSR-2026-0001 is closed"):
        check_is_open(request_for(stage=Stage.CLOSED))


@pytest.mark.parametrize("day", [RECEIVED, date(2026, 11, 16)])
def test_a_step_may_be_on_any_day_from_receipt_to_today(day, today):
    check_past(request_for(), day, today)


@pytest.mark.parametrize("day", [RECEIVED - timedelta(1), date(2026, 11, 17)])
def test_a_step_cannot_be_before_receipt_or_after_today(day, today):
    with pytest.raises(InvalidInputError, match=f"{day} cannot be"):
        check_past(request_for(), day, today)


# --- how the person is called


@pytest.mark.parametrize(
    ("known", "called"),
    [
        ({"name": ("Camille Dupont",), "email": ("c@a.example",)}, "Camille Dupont"),
        ({"family_name": ("Dupont", "Martin"), "given_name": ("Camille",)}, "Camille Dupont"),
        ({"family_name": ("Dupont",), "email": ("c@a.example",)}, "Dupont"),
        ({"email": ("c@a.example",)}, "c@a.example"),
        ({"phone": ("06 12 34 56 78",)}, "06 12 34 56 78"),
        ({"identifier": ("C-42",)}, "C-42"),
        ({"company": ("ACME",), "city": ("Metz",)}, "ACME"),
        ({"city": ("Metz",)}, "DSR-2026-0001"),
    ],
)
def test_a_person_is_called_by_what_is_known(known, called):
    assert request_for(criteria=Criteria(**known)).person == called


def test_two_requests_with_the_same_content_are_equal_wherever_they_are_stored():
    assert request_for(id=1) == request_for(id=2)
