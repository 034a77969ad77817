"""A fee is told before it is charged, proven, and can be escaped (R-COM-4, R-ABU-2)."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.fee import Fee, FeeGround, FeeReply, cents_of
from dsr_desktop.domain.request import Channel, Decision, Item, Right, Stage
from dsr_desktop.domain.transitions import answered, decided, fee_replied, fee_told
from tests.unit.domain.requests_made import RECEIVED, TODAY, a_request

LATER = date(2026, 11, 9)
FEE = Fee(
    1500, FeeGround.REPETITIVE, "third request in five weeks", "Nora Vidal", LATER,
    ("DSR-2026-0000",),
)  # fmt: skip


def access(**details):
    return a_request(Right.ACCESS, **details)


def granted(request):
    return decided(request, Right.ACCESS, Decision.GRANTED, LATER, TODAY)


@pytest.mark.parametrize(
    ("written", "cents"),
    [("15", 1500), ("15.5", 1550), ("15,50", 1550), (" 0.01 ", 1), ("10000", 1_000_000)],
)
def test_an_amount_is_written_as_people_do(written, cents):
    assert cents_of(written) == cents


@pytest.mark.parametrize(
    "written",
    ["", "0", "0.00", "-1", "15.555", "a", ".5", "10000.01", "1e3", "٣", "9" * 99, "1 000"],
)
def test_what_is_no_amount_is_refused(written):
    with pytest.raises(InvalidInputError, match="is no amount"):
        cents_of(written)


def test_r_abu_2_a_fee_waits_for_the_person_before_anything_is_given():
    told = granted(fee_told(access(), FEE, TODAY))

    with pytest.raises(NotAllowedError, match="waits for a reply"):
        answered(told, TODAY, Channel.POST, TODAY)
    for reply in (FeeReply.ACCEPTED, FeeReply.WAIVED):
        free = fee_replied(told, reply, TODAY, TODAY)
        assert answered(free, TODAY, Channel.POST, TODAY).stage is Stage.ANSWERED
        assert (free.fee.reply, free.fee.replied_on) == (reply, TODAY)


def test_r_abu_2_a_refusal_need_not_wait_for_it():
    told = decided(fee_told(access(), FEE, TODAY), Right.ACCESS, Decision.NO_DATA, LATER, TODAY)

    assert answered(told, TODAY, Channel.POST, TODAY).answered_on == TODAY


def test_r_abu_2_who_withdraws_takes_back_everything():
    both = a_request(Right.ACCESS, Right.PORTABILITY)

    over = fee_replied(fee_told(both, FEE, TODAY), FeeReply.WITHDRAWN, TODAY, TODAY)

    assert over.is_withdrawn
    assert {item.decided_on for item in over.items} == {TODAY}
    assert over.stage is Stage.DECIDED


@pytest.mark.parametrize(
    "right", [Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL, Right.COMPLAINT]
)
def test_r_com_4_some_rights_are_free_whatever_happens(right):
    with pytest.raises(NotAllowedError, match="nobody ever pays"):
        fee_told(a_request(right), FEE, TODAY)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"facts": " "}, "prove"),
        ({"author": ""}, "prove"),
        ({"earlier": ()}, "only after earlier"),
        ({"earlier": (), "ground": FeeGround.MORE_COPIES}, "only after earlier"),
    ],
)
def test_r_com_4_a_fee_is_proven_by_facts_and_earlier_requests(changed, named):
    with pytest.raises(NotAllowedError, match=named):
        fee_told(access(), replace(FEE, **changed), TODAY)


def test_a_first_request_that_is_unfounded_needs_no_earlier_one():
    unfounded = replace(FEE, ground=FeeGround.UNFOUNDED, earlier=())

    assert fee_told(access(), unfounded, TODAY).fee == unfounded


def test_more_copies_are_those_of_an_access_request():
    copies = replace(FEE, ground=FeeGround.MORE_COPIES)

    assert fee_told(access(), copies, TODAY).fee == copies
    with pytest.raises(NotAllowedError, match="access request only"):
        fee_told(a_request(Right.ERASURE), copies, TODAY)


def test_a_fee_is_told_once_and_of_another_request():
    with pytest.raises(NotAllowedError, match="already, on"):
        fee_told(fee_told(access(), FEE, TODAY), FEE, TODAY)
    with pytest.raises(InvalidInputError, match="not an earlier request"):
        fee_told(access(), replace(FEE, earlier=("DSR-2026-0001",)), TODAY)


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 17)])
def test_a_fee_is_told_between_receipt_and_today(day):
    with pytest.raises(InvalidInputError, match="lies before the receipt"):
        fee_told(access(), replace(FEE, told_on=day), TODAY)


def test_a_reply_follows_the_fee_and_comes_once():
    told = fee_told(access(), FEE, TODAY)

    with pytest.raises(NotAllowedError, match="no fee"):
        fee_replied(access(), FeeReply.ACCEPTED, TODAY, TODAY)
    with pytest.raises(InvalidInputError, match="before the fee was told"):
        fee_replied(told, FeeReply.ACCEPTED, RECEIVED, TODAY)
    with pytest.raises(InvalidInputError, match="lies before the receipt"):
        fee_replied(told, FeeReply.ACCEPTED, date(2026, 11, 17), TODAY)
    same_day = fee_replied(told, FeeReply.ACCEPTED, LATER, TODAY)
    with pytest.raises(NotAllowedError, match="no fee"):
        fee_replied(same_day, FeeReply.WAIVED, TODAY, TODAY)


def test_after_the_answer_no_fee_is_told_and_none_is_replied_to():
    sent = access(
        items=(Item(Right.ACCESS, Decision.GRANTED),), stage=Stage.ANSWERED, answered_on=LATER,
        fee=FEE,
    )  # fmt: skip

    with pytest.raises(NotAllowedError, match="was answered"):
        fee_told(replace(sent, fee=None), FEE, TODAY)
    with pytest.raises(NotAllowedError, match="was answered"):
        fee_replied(sent, FeeReply.ACCEPTED, TODAY, TODAY)
