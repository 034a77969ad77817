"""Restriction: what is proposed, what is refused, which uses of a row it covers."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.domain.restriction import (
    Ground,
    Restriction,
    Scope,
    check_is_new,
    check_not_restricted,
    check_restriction,
    covers,
    lifted,
    proposals_of,
)

RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 16)
SET = Restriction("DSR-2026-0001", Ground.OBJECTION, RECEIVED, "dpo", id=4)


def request(*items, stage=Stage.IN_PROGRESS):
    return Request(
        "DSR-2026-0001", RECEIVED, RECEIVED, Channel.POST, stage, items,
        make_criteria({"email": "zoe.roux@acme.example"}),
    )  # fmt: skip


def test_r_obj_1_an_objection_proposes_a_restriction_at_once():
    (proposal,) = proposals_of(request(Item(Right.OBJECTION), Item(Right.ACCESS)), ())

    assert (proposal.ground, proposal.right) == (Ground.OBJECTION, Right.OBJECTION)


def test_r_obj_1_a_contested_value_proposes_it_while_it_is_checked():
    (proposal,) = proposals_of(request(Item(Right.RECTIFICATION)), ())

    assert proposal.ground is Ground.ACCURACY


@pytest.mark.parametrize(
    "asked",
    [
        request(Item(Right.OBJECTION, Decision.GRANTED)),
        request(Item(Right.OBJECTION), stage=Stage.CLOSED),
        request(Item(Right.OBJECTION_MARKETING)),
    ],
)
def test_nothing_is_proposed_once_it_is_settled_or_where_nothing_is_weighed(asked):
    assert proposals_of(asked, ()) == ()


def test_what_was_set_is_not_proposed_again():
    assert proposals_of(request(Item(Right.OBJECTION)), [SET]) == ()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"since": date(2026, 11, 1)}, "Correct the day"),
        ({"since": date(2026, 11, 17)}, "Correct the day"),
        ({"review_on": TODAY}, "Choose a later one"),
    ],
)
def test_a_day_that_cannot_be_is_refused(changed, words):
    made = Restriction(**{**vars(SET), **changed})

    with pytest.raises(InvalidInputError, match=words):
        check_restriction(made, RECEIVED, TODAY, has_keys=True)


def test_nothing_is_restricted_where_nobody_could_be_recognised():
    with pytest.raises(NotAllowedError, match="nothing would be"):
        check_restriction(SET, RECEIVED, TODAY, has_keys=False)


def test_the_same_restriction_is_not_set_twice():
    with pytest.raises(NotAllowedError, match="already"):
        check_is_new(SET, [SET])

    check_is_new(SET, [lifted(SET, TODAY, TODAY, "dpo")])


def test_a_restriction_is_lifted_only_after_the_person_was_told():
    with pytest.raises(NotAllowedError, match=r"art\. 18\(3\)"):
        lifted(SET, None, TODAY, "dpo")
    with pytest.raises(InvalidInputError, match="was told"):
        lifted(SET, date(2026, 11, 17), TODAY, "dpo")

    done = lifted(SET, date(2026, 11, 12), TODAY, "dpo")

    assert (done.told_on, done.lifted_on, done.is_in_force) == (date(2026, 11, 12), TODAY, False)
    with pytest.raises(NotAllowedError, match="lifted on"):
        lifted(done, TODAY, TODAY, "dpo")


@pytest.mark.parametrize(
    ("scope", "activity", "of_list", "held"),
    [
        (Scope(), "newsletter", "newsletter", True),
        (Scope(source_id=3), "newsletter", None, True),
        (Scope("newsletter"), "newsletter", None, True),
        (Scope("newsletter"), "invoices", "newsletter", False),
        (Scope("newsletter"), None, "newsletter", True),
        (Scope("newsletter"), None, "invoices", False),
        (Scope("newsletter"), None, None, True),
    ],
)
def test_an_objection_to_one_purpose_leaves_the_others_running(scope, activity, of_list, held):
    assert covers(scope, activity, of_list) is held


def test_a_scope_is_one_thing():
    assert Scope().is_everything
    with pytest.raises(InvalidInputError, match="say one"):
        Scope("newsletter", 3)


def test_restricted_rows_are_not_deleted():
    check_not_restricted(0)
    with pytest.raises(NotAllowedError, match="Restricted rows: 2"):
        check_not_restricted(2)
