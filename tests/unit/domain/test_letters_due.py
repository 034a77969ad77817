"""Which letters a request needs now, and why others cannot be written."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.fee import Fee, FeeGround
from dsr_desktop.domain.identity import (
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    LoggedCheck,
)
from dsr_desktop.domain.letters import LETTERS, LetterKind
from dsr_desktop.domain.letters_due import (
    BesideRequest,
    Hurdle,
    LetterState,
    answer_kind,
    facts_of,
    items_told,
    letters_owed,
    standings,
)
from dsr_desktop.domain.request import Decision, Item, Right, Stage
from tests.unit.domain.requests_made import TODAY, a_request

DOUBT = LoggedCheck(
    IdentityCheck(IdentityMethod.SHARED_FACTS, IdentityResult.PENDING, "odd"), TODAY, "dpo"
)


def standing(kind, request, sent=(), **beside):
    found = {one.kind: one for one in standings(request, sent, BesideRequest(**beside))}
    return (found[kind].state, found[kind].hurdle)


def decided(right, decision, **more):
    return replace(a_request(right), items=(Item(right, decision, **more),))


@pytest.mark.parametrize(
    ("right", "decision", "kind"),
    [
        (Right.ACCESS, Decision.GRANTED, LetterKind.ACCESS),
        (Right.ACCESS, Decision.NO_DATA, LetterKind.ACCESS),
        (Right.ACCESS, Decision.GRANTED_REDACTED, LetterKind.ACCESS),
        (Right.PORTABILITY, Decision.NOTHING_IN_SCOPE, LetterKind.PORTABILITY),
        (Right.ERASURE, Decision.GRANTED, LetterKind.ERASURE),
        (Right.ERASURE, Decision.GRANTED_PARTLY, LetterKind.ERASURE_PARTIAL),
        (Right.MINOR_ERASURE, Decision.GRANTED, LetterKind.ERASURE),
        (Right.RECTIFICATION, Decision.STATEMENT_ADDED, LetterKind.RECTIFICATION),
        (Right.RESTRICTION, Decision.GRANTED, LetterKind.RESTRICTION),
        (Right.OBJECTION, Decision.GRANTED, LetterKind.OBJECTION),
        (Right.OBJECTION_MARKETING, Decision.GRANTED, LetterKind.MARKETING),
        (Right.CONSENT_WITHDRAWAL, Decision.GRANTED, LetterKind.WITHDRAWAL),
        (Right.POST_MORTEM, Decision.GRANTED, LetterKind.HEIR),
        (Right.RECIPIENTS, Decision.GRANTED, LetterKind.ANSWER),
        (Right.AUTOMATED_DECISION, Decision.NO_DATA, LetterKind.ANSWER),
        (Right.RECTIFICATION, Decision.NO_DATA, LetterKind.ANSWER),
        (Right.OBJECTION_MARKETING, Decision.NO_DATA, LetterKind.MARKETING),
        (Right.ERASURE, Decision.REFUSED, LetterKind.REFUSAL),
        (Right.ACCESS, Decision.NOT_IDENTIFIABLE, LetterKind.NOT_IDENTIFIABLE),
        (Right.ACCESS, Decision.IDENTITY_NOT_CONFIRMED, LetterKind.IDENTITY_NOT_CONFIRMED),
        (Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, LetterKind.ANSWER),
    ],
)
def test_each_decision_has_its_letter(right, decision, kind):
    assert answer_kind(Item(right, decision)) is kind
    assert standing(kind, decided(right, decision)) == (LetterState.DUE, None)


def test_what_is_undecided_has_no_answer_yet():
    request = a_request(Right.ACCESS)

    assert answer_kind(request.items[0]) is None
    assert standing(LetterKind.ACCESS, request) == (LetterState.NOT_NOW, Hurdle.NOT_DECIDED)


def test_a_letter_that_no_decision_asks_for_says_so():
    request = decided(Right.ACCESS, Decision.GRANTED)

    assert standing(LetterKind.REFUSAL, request)[1] is Hurdle.DECIDED_OTHERWISE


def test_r_com_8_the_acknowledgement_is_due_from_the_first_day_on():
    assert standing(LetterKind.ACKNOWLEDGEMENT, a_request(Right.ACCESS))[0] is LetterState.DUE


def test_what_was_sent_is_not_due_again():
    request = a_request(Right.ACCESS)
    sent = {LetterKind.ACKNOWLEDGEMENT}

    assert standing(LetterKind.ACKNOWLEDGEMENT, request, sent)[0] is LetterState.SENT


def test_after_the_answer_nothing_before_it_is_written():
    answered = replace(a_request(Right.ACCESS), answered_on=TODAY)

    for kind in (LetterKind.ACKNOWLEDGEMENT, LetterKind.FEE_NOTICE, LetterKind.EXTENSION):
        assert standing(kind, answered) == (LetterState.NOT_NOW, Hurdle.ANSWERED)


def test_an_answer_that_was_recorded_without_a_letter_is_not_due_any_more():
    request = replace(decided(Right.ACCESS, Decision.GRANTED), answered_on=TODAY)

    assert standing(LetterKind.ACCESS, request)[0] is LetterState.POSSIBLE


def test_nothing_of_a_closed_request_is_due():
    closed = replace(
        decided(Right.ERASURE, Decision.GRANTED), answered_on=TODAY, closed_on=TODAY,
        stage=Stage.CLOSED,
    )  # fmt: skip

    assert LetterState.DUE not in {one.state for one in standings(closed, (), BesideRequest())}


def test_r_com_6_the_identity_is_asked_for_on_a_recorded_doubt_alone():
    request = a_request(Right.ACCESS)
    doubted = replace(request, identity=(DOUBT,))
    asked = replace(doubted, pauses=(Pause(PauseReason.IDENTITY, TODAY),))

    assert standing(LetterKind.IDENTITY_REQUEST, request)[1] is Hurdle.NO_DOUBT
    assert standing(LetterKind.IDENTITY_REQUEST, doubted)[0] is LetterState.DUE
    assert standing(LetterKind.IDENTITY_REQUEST, asked)[0] is LetterState.POSSIBLE


def test_an_extension_is_told_once_it_has_reasons_and_withdrawn_once_it_counts():
    request = a_request(Right.ACCESS)
    planned = replace(
        request, extension=Extension(frozenset({ExtensionReason.COMPLEXITY}), None, "much")
    )

    assert standing(LetterKind.EXTENSION, request)[1] is Hurdle.NO_EXTENSION
    assert standing(LetterKind.EXTENSION, planned)[0] is LetterState.DUE
    assert standing(LetterKind.EXTENSION_WITHDRAWN, planned)[1] is Hurdle.EXTENSION_NOT_SENT
    assert standing(LetterKind.EXTENSION_WITHDRAWN, planned, extended=True)[0] is (
        LetterState.POSSIBLE
    )


def test_r_abu_2_a_fee_is_told_only_with_what_proves_it():
    request = a_request(Right.ACCESS)
    fee = Fee(1500, FeeGround.ABUSIVE, "facts", "dpo", date(2026, 11, 16))

    assert standing(LetterKind.FEE_NOTICE, request)[1] is Hurdle.NO_FEE
    assert standing(LetterKind.FEE_NOTICE, replace(request, fee=fee))[0] is LetterState.POSSIBLE


def test_recipients_are_told_of_what_is_carried_out_one_after_the_other():
    request = decided(Right.ERASURE, Decision.GRANTED)
    sent = {LetterKind.RECIPIENT_NOTICE}

    assert standing(LetterKind.RECIPIENT_NOTICE, request, sent)[0] is LetterState.DUE
    refused = decided(Right.ERASURE, Decision.REFUSED)
    assert standing(LetterKind.RECIPIENT_NOTICE, refused)[1] is Hurdle.NOTHING_CARRIED_OUT


@pytest.mark.parametrize("right", [Right.RECTIFICATION, Right.OBJECTION])
def test_who_contests_is_told_before_the_restriction_meanwhile_is_lifted(right):
    weighed = decided(right, Decision.REFUSED)

    assert standing(LetterKind.RESTRICTION_LIFTED, weighed)[0] is LetterState.POSSIBLE
    access = decided(Right.ACCESS, Decision.GRANTED)
    assert standing(LetterKind.RESTRICTION_LIFTED, access)[1] is Hurdle.NOTHING_CARRIED_OUT


def test_letters_about_no_request_are_not_among_those_of_one():
    kinds = {one.kind for one in standings(a_request(Right.ACCESS), (), BesideRequest())}

    assert kinds == {kind for kind, card in LETTERS.items() if card.of_request}


def test_two_decisions_of_one_kind_owe_one_letter():
    items = (Item(Right.ACCESS, Decision.REFUSED), Item(Right.ERASURE, Decision.REFUSED))
    request = replace(a_request(Right.ACCESS, Right.ERASURE), items=items)

    assert letters_owed(request) == (LetterKind.REFUSAL,)
    assert items_told(LetterKind.REFUSAL, request) == items


def test_a_letter_tells_of_its_own_rights_alone():
    items = (Item(Right.ACCESS, Decision.GRANTED), Item(Right.ERASURE, Decision.REFUSED))
    request = replace(a_request(Right.ACCESS, Right.ERASURE), items=items)

    assert items_told(LetterKind.ACCESS, request) == items[:1]
    assert not facts_of(LetterKind.ACCESS, request).refuses
    assert facts_of(LetterKind.REFUSAL, request).refuses


def test_r_com_3_a_part_that_is_refused_makes_a_letter_one_that_refuses():
    redacted = decided(Right.ACCESS, Decision.GRANTED_REDACTED, reason_code="A15_4")

    assert facts_of(LetterKind.ACCESS, redacted).refuses


def test_no_data_means_that_nothing_is_held():
    assert not facts_of(LetterKind.ACCESS, decided(Right.ACCESS, Decision.NO_DATA)).holds_data


def test_r_port_5_a_transmission_is_told_once_the_data_went():
    request = decided(Right.PORTABILITY, Decision.GRANTED)

    waiting = standing(LetterKind.TRANSFER, request)
    gone = standing(LetterKind.TRANSFER, request, handed_over=True)
    undecided = standing(LetterKind.TRANSFER, a_request(Right.PORTABILITY), handed_over=True)

    assert waiting == (LetterState.NOT_NOW, Hurdle.NOT_HANDED_OVER)
    assert gone == (LetterState.DUE, None)
    assert undecided == (LetterState.NOT_NOW, Hurdle.NOTHING_CARRIED_OUT)
