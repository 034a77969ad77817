"""What cannot be done now is disabled for the reason for which the register would refuse it."""

import pytest

from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.handling import decide, mark_sent, view_request
from dsr_desktop.services.reviewing import find_person, judge_hits


@pytest.fixture
def answered(register, ask, today):
    ref = ask(Right.ACCESS)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)
    mark_sent(register, ref, today, Channel.POST, today)
    return ref


def test_once_answered_nothing_of_the_answer_can_be_changed(open_request, answered):
    shown = open_request(answered).request
    row = shown.decisions.row(Right.ACCESS)

    for button in (row.button, shown.documents.identity.button, shown.clock.extend,
                   shown.clock.pause, shown.documents.send.button):  # fmt: skip
        assert not button.isEnabled()
    assert not row.decision.isEnabled()
    assert shown.documents.identity.line.text() == "Answered on 16 November 2026."


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
