"""Which decisions and reasons each right can meet."""

import pytest

from dsr_desktop.domain.decisions import decisions_for, needs_reason, reasons_for
from dsr_desktop.domain.request import REASON_CODES, Decision, Right


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
