"""What cannot be done now is disabled for the reason for which the register would refuse it."""

import pytest

from dsr_desktop.domain.clock import ExtensionReason, PauseReason
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.requester import Mandate, Relation, Requester
from dsr_desktop.gui.pages.requests.forms.answer_form import Sent
from dsr_desktop.gui.pages.requests.forms.clock_forms import Extended, Paused
from dsr_desktop.gui.pages.requests.guards import guards_of
from dsr_desktop.gui.pages.requests.rules import (
    wrong_end,
    wrong_extension,
    wrong_pause,
    wrong_sending,
)
from dsr_desktop.services.clocking import record_identity
from dsr_desktop.services.handling import decide, mark_sent, view_request
from dsr_desktop.services.request_facts import record_requester
from dsr_desktop.services.request_state import read_state
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.wording.language import speak


@pytest.fixture
def tr():
    return speak("en")


@pytest.fixture
def answered(register, ask, today):
    ref = ask(Right.ACCESS)
    find_person(register, ref, today)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)
    mark_sent(register, ref, today, Channel.POST, today)
    return ref


def test_once_answered_nothing_of_the_answer_can_be_changed(open_request, answered):
    shown = open_request(answered).request
    row = shown.decisions.row(Right.ACCESS)

    for button in (row.button, shown.identity.check, shown.clock.extend,
                   shown.clock.pause, shown.documents.send.button):  # fmt: skip
        assert not button.isEnabled()
    assert not row.decision.isEnabled()
    assert shown.identity.remark.text() == "Answered on 16 November 2026."


def test_a_row_that_only_mentions_the_person_does_not_block_the_bundle(
    open_request, ask, contacts, register, bring_in, write_csv, tmp_path, today
):
    rows = [
        ["Nom", "Email", "Message"],
        ["Luc Blanc", "luc@foo.example", "vu camille.dupont@acme.example"],
    ]
    bring_in(register, write_csv(tmp_path / "salon.csv", rows))
    ref = ask(Right.PORTABILITY)
    find_person(register, ref, today)
    hits = view_request(register, ref, today).hits
    assert [hit.is_only_mention for hit in hits] == [False, True]
    judge_hits(register, ref, confirm=[hit.id for hit in hits], today=today)

    page = open_request(ref)

    assert page.state.unsettled is None
    assert page.request.documents.bundle.button.isEnabled()


def doubt(register, ref, today, result=IdentityResult.PENDING):
    record_identity(
        register, ref, today, doubt="unknown address", method=IdentityMethod.SHARED_FACTS,
        result=result,
    )  # fmt: skip


def test_a_doubt_that_holds_the_answer_back_is_named_beside_it(register, ask, today, tr):
    ref = ask(Right.ACCESS)
    doubt(register, ref, today)
    assert guards_of(tr, read_state(register, ref, today)).send == "Decide first: Access."
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)

    state = read_state(register, ref, today)

    assert guards_of(tr, state).send.startswith("The identity is not confirmed in DSR-2026-0001")
    sent = Sent(today, Channel.POST)
    assert wrong_sending(tr, state, sent) == guards_of(tr, state).send


def test_a_mandate_that_lacks_a_right_is_told_in_words(register, ask, today, tr):
    ref = ask(Right.ACCESS, Right.ERASURE)
    mandate = Mandate(
        received_on=today, checked_on=today, checked_by="Nora", covers=frozenset({Right.ERASURE})
    )
    who = Requester(Relation.AGENT, "Cabinet Roy", mandate=mandate)
    record_requester(register, ref, who, today)
    for right in (Right.ACCESS, Right.ERASURE):
        decide(register, ref, right, Decision.GRANTED, today)

    assert guards_of(tr, read_state(register, ref, today)).send == (
        "The mandate does not cover Access: ask for one that does."
    )


@pytest.mark.parametrize(
    ("rights", "extend", "identity"),
    [
        ([Right.MINOR_ERASURE], "not extended", ""),
        ([Right.CONSENT_WITHDRAWAL], "not extended", "never ask"),
        ([Right.OBJECTION_MARKETING], "", "Never for an objection to marketing"),
        ([Right.ACCESS], "", ""),
    ],
)
def test_what_no_right_of_a_request_allows_is_not_offered(
    register, ask, today, tr, rights, extend, identity
):
    guards = guards_of(tr, read_state(register, ask(*rights), today))

    for said, expected in ((guards.extend, extend), (guards.identity, identity)):
        assert expected in said
        assert bool(said) == bool(expected)


def test_a_form_is_refused_for_the_rule_by_which_the_register_would(register, ask, today, tr):
    minor = read_state(register, ask(Right.MINOR_ERASURE), today)
    longer = Extended(frozenset({ExtensionReason.COMPLEXITY}), "many lists", today)
    assert "is not extended" in wrong_extension(tr, minor, longer)

    objection = read_state(register, ask(Right.OBJECTION_MARKETING), today)
    asked = Paused(PauseReason.IDENTITY, today, large_quantity=False)
    assert "never ask for identity proof" in wrong_pause(tr, objection, asked)
    assert "is not paused" in wrong_end(tr, objection, today)

    ref = ask(Right.ACCESS)
    doubt(register, ref, today)
    access = read_state(register, ref, today)
    assert wrong_pause(tr, access, asked) == ""
    assert wrong_extension(tr, access, longer) == ""
