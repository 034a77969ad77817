"""An automated decision is looked into: recorded, decided, answered."""

from datetime import date

import pytest

from dsr_desktop.domain.automated_decision import Examination, Finding
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.automated_decisions import answer_of, examination_of, examine
from dsr_desktop.services.handling import mark_sent, new_request, view_request
from dsr_desktop.store.events import events
from dsr_desktop.store.own_records import read_own_records

ASKED = make_criteria({"name": "Camille Dupont", "email": "camille.dupont@acme.example"})


@pytest.fixture
def ref(register, today):
    """A request about an automated decision, in English."""
    received = date(2026, 11, 2)
    view = new_request(
        register, [Right.AUTOMATED_DECISION], ASKED, received, Channel.POST, today, language="en"
    )
    return view.request.ref


def reviewed(today, **more):
    return Examination(
        Finding.REVIEWED, today, "Loan refused", "A22_2_a", "Nora Vidal", "Income was misread",
        "Loan granted", **more,
    )  # fmt: skip


def item(register, ref, today):
    return view_request(register, ref, today).request.item(Right.AUTOMATED_DECISION)


def test_no_such_decision_is_a_whole_answer(register, ref, today):
    assert examination_of(register, ref) is None

    examine(register, ref, Examination(Finding.NONE_EXISTS, today), today)

    assert examination_of(register, ref).finding is Finding.NONE_EXISTS
    assert item(register, ref, today).decision is Decision.GRANTED
    assert "no decision about you that rests on automated processing" in answer_of(register, ref)


def test_a_human_review_is_told_with_its_result(register, ref, today):
    examine(register, ref, reviewed(today), today)

    text = answer_of(register, ref)
    assert "Loan refused" in text
    assert "The result: Loan granted" in text
    assert ref in text


def test_an_exception_refuses_with_its_basis(register, ref, today):
    by_law = Examination(Finding.EXCEPTION, today, "Tax assessed", "A22_2_b")

    examine(register, ref, by_law, today)

    decided = item(register, ref, today)
    assert (decided.decision, decided.reason_code) == (Decision.REFUSED, "A22_2_b")
    assert "The decision is allowed: " in answer_of(register, ref)


def test_it_is_recorded_and_decided_together_or_not_at_all(register, ref, today):
    with pytest.raises(InvalidInputError):
        examine(register, ref, Examination(Finding.REVIEWED, today), today)
    assert examination_of(register, ref) is None
    with pytest.raises(NotFoundError, match="Nobody looked into"):
        answer_of(register, ref)

    examine(register, ref, Examination(Finding.NONE_EXISTS, today), today)
    mark_sent(register, ref, today, Channel.EMAIL_DPO, today)
    with pytest.raises(NotAllowedError):
        examine(register, ref, reviewed(today), today)
    assert examination_of(register, ref).finding is Finding.NONE_EXISTS


def test_the_log_names_nobody_and_searches_read_what_was_written(register, ref, today):
    examine(register, ref, reviewed(today), today)

    assert "misread" not in repr([one.payload for one in events(register.database)])
    assert "misread" in repr(read_own_records(register.database))
