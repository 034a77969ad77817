"""Which decisions and reasons each right can meet."""

import pytest

from dsr_desktop.domain.decisions import (
    REASON_CODES,
    check_decision,
    decisions_for,
    needs_reason,
    reasons_for,
    reasons_of_decision,
)
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.request import Decision, Right


@pytest.mark.parametrize("right", list(Right))
def test_every_right_can_be_granted_and_has_known_reasons(right):
    assert Decision.GRANTED in decisions_for(right)
    assert reasons_for(right)
    assert set(reasons_for(right)) <= REASON_CODES


def test_no_reason_code_is_out_of_reach():
    assert set().union(*map(reasons_for, Right)) == REASON_CODES


@pytest.mark.parametrize("right", [Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL])
def test_what_is_absolute_cannot_be_refused(right):
    assert Decision.REFUSED not in decisions_for(right)


@pytest.mark.parametrize(
    ("decision", "right"),
    [
        (Decision.GRANTED_REDACTED, Right.ACCESS),
        (Decision.STATEMENT_ADDED, Right.RECTIFICATION),
        (Decision.ANONYMISED, Right.ERASURE),
        (Decision.NOTHING_IN_SCOPE, Right.PORTABILITY),
    ],
)
def test_some_decisions_belong_to_one_right(decision, right):
    assert decision in decisions_for(right)
    assert decision not in decisions_for(Right.OBJECTION)


def test_the_reasons_of_the_own_article_come_first():
    reasons = reasons_for(Right.ERASURE)

    assert reasons[0].startswith("A17")
    assert "A15_4" not in reasons
    assert reasons[-1] == "not_controller"


def test_a_grant_needs_no_reason_and_a_refusal_does():
    assert not needs_reason(Decision.GRANTED)
    assert needs_reason(Decision.REFUSED)


def test_the_reason_codes_are_those_of_the_catalogue():
    assert len(REASON_CODES) == 27
    assert {"A12_5_unfounded", "A17_3_b", "A20_1_inferred", "A23_national"} <= REASON_CODES


@pytest.mark.parametrize("right", list(Right))
@pytest.mark.parametrize("decision", list(Decision))
def test_a_decision_that_needs_a_reason_has_one_to_give(right, decision):
    if decision in decisions_for(right) and needs_reason(decision):
        possible = reasons_of_decision(right, decision)
        assert possible
        for code in possible:
            check_decision(right, decision, code)


@pytest.mark.parametrize(
    ("right", "decision", "code"),
    [
        (Right.ACCESS, Decision.REFUSED, "A17_3_b"),
        (Right.ERASURE, Decision.REFUSED, "A15_4"),
        (Right.ERASURE, Decision.GRANTED_PARTLY, "A12_5_unfounded"),
        (Right.ACCESS, Decision.IDENTITY_NOT_CONFIRMED, "A15_4"),
        (Right.ACCESS, Decision.NOT_IDENTIFIABLE, "A12_6_identity"),
        (Right.ACCESS, Decision.TRANSFERRED, "A11_2"),
        (Right.PORTABILITY, Decision.NOTHING_IN_SCOPE, "A12_6_identity"),
        (Right.OBJECTION_MARKETING, Decision.NOT_IDENTIFIABLE, "A12_6_identity"),
        (Right.INFORMATION, Decision.REFUSED, "A12_6_identity"),
    ],
)
def test_a_reason_of_another_article_or_decision_is_refused(right, decision, code):
    with pytest.raises(InvalidInputError, match=f"The reason {code} does not fit"):
        check_decision(right, decision, code)


@pytest.mark.parametrize("code", ["", "A99", "because", "a17_3_b", "A17_3_b: facture", "A15_4:x"])
def test_an_unknown_reason_is_refused_even_for_a_grant(code):
    with pytest.raises(InvalidInputError, match="no reason code"):
        check_decision(Right.ACCESS, Decision.GRANTED, code)


def test_a_decision_against_the_person_without_a_reason_names_those_that_fit():
    with pytest.raises(InvalidInputError, match="needs a reason code, such as A18_no_ground"):
        check_decision(Right.RESTRICTION, Decision.REFUSED, None)


def test_a_reason_of_national_law_may_name_its_text():
    check_decision(Right.ACCESS, Decision.REFUSED, "A23_national")
    check_decision(Right.ACCESS, Decision.REFUSED, "A23_national:Code du travail, art. L. 1221-13")


def test_what_is_outside_the_rights_is_answered_or_forwarded_and_never_refused():
    assert set(decisions_for(Right.NOT_A_DSR)) == {
        Decision.GRANTED, Decision.WITHDRAWN_BY_PERSON, Decision.TRANSFERRED, Decision.DUPLICATE_OF,
    }  # fmt: skip
