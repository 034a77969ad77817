"""The request file from receipt to closing, and its one clock."""

from datetime import date, timedelta
from hashlib import sha256

import pytest

from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import (
    decide,
    expected_deadline,
    mark_sent,
    new_request,
    view_request,
)
from dsr_desktop.services.history import history
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.sources import read_sources

RECEIVED = date(2026, 11, 2)
CAMILLE = make_criteria({"name": "Camille Dupont", "email": "camille.dupont@acme.example"})


def record(register, today, *rights, received_on=RECEIVED, criteria=CAMILLE, **details):
    view = new_request(
        register, rights or (Right.ACCESS,), criteria, received_on, Channel.EMAIL_GENERAL, today,
        **details,
    )  # fmt: skip
    return view.request.ref


def last_event(register):
    return list(events(register.database))[-1]


# --- recorded


def test_a_request_gets_a_reference_a_stage_and_its_clock(register, today):
    view = new_request(
        register, [Right.ACCESS], CAMILLE, RECEIVED, Channel.EMAIL_GENERAL, today, language="en"
    )

    assert view.request.ref == "DSR-2026-0001"
    assert (view.request.stage, view.request.language) == (Stage.NEW, "en")
    assert (view.request.received_on, view.request.recorded_on) == (RECEIVED, today)
    assert view.deadline.first_due == date(2026, 12, 2)
    assert view.deadline.extended_due == date(2027, 2, 2)
    assert (view.status, view.days_left, view.hits) == (DeadlineStatus.ON_TIME, 16, ())


def test_several_rights_share_one_clock_and_each_counts_once(register, today):
    ref = record(register, today, Right.ACCESS, Right.ERASURE, Right.ACCESS)

    items = view_request(register, ref, today).request.items
    assert [item.right for item in items] == [Right.ACCESS, Right.ERASURE]


def test_the_year_of_the_reference_is_that_of_the_receipt(register, today):
    assert record(register, today) == "DSR-2026-0001"
    assert record(register, today, received_on=date(2025, 12, 30)) == "DSR-2025-0001"
    assert record(register, today) == "DSR-2026-0002"


def test_the_clock_before_recording_is_that_after_it(register, today):
    ref = record(register, today)

    expected = expected_deadline(register, RECEIVED, today)
    assert expected == view_request(register, ref, today).deadline


@pytest.mark.parametrize("received_on", [date(2026, 11, 17), date(2018, 5, 24)])
def test_a_receipt_that_cannot_be_is_refused_everywhere(register, today, received_on):
    with pytest.raises(InvalidInputError, match="receipt date"):
        record(register, today, received_on=received_on)
    with pytest.raises(InvalidInputError, match="receipt date"):
        expected_deadline(register, received_on, today)
    assert list_requests(register, today) == ()


def test_a_request_needs_a_right(register, today):
    with pytest.raises(InvalidInputError, match="at least one right"):
        new_request(register, [], CAMILLE, RECEIVED, Channel.POST, today)


def test_a_request_needs_a_person(register, today):
    with pytest.raises(InvalidInputError, match="who the person is"):
        record(register, today, criteria=Criteria())


def test_an_unknown_reference_is_told(register, today):
    for step in (
        lambda: view_request(register, "DSR-2026-0009", today),
        lambda: decide(register, "DSR-2026-0009", Right.ACCESS, Decision.GRANTED, today),
        lambda: mark_sent(register, "DSR-2026-0009", today, Channel.POST, today),
        lambda: close_request(register, "DSR-2026-0009", today),
    ):
        with pytest.raises(NotFoundError, match="no request DSR-2026-0009"):
            step()


# --- listed


def test_open_requests_come_first_the_next_due_on_top(register, today):
    late = record(register, today, received_on=date(2026, 10, 1))
    new = record(register, today, received_on=date(2026, 11, 16))
    closed = record(register, today, received_on=date(2026, 9, 1))
    middle = record(register, today)
    decide(register, closed, Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, closed, today)

    views = list_requests(register, today)

    assert [view.request.ref for view in views] == [late, middle, new, closed]
    assert [view.status for view in views][:3] == [
        DeadlineStatus.OVERDUE, DeadlineStatus.ON_TIME, DeadlineStatus.ON_TIME,
    ]  # fmt: skip


def test_no_request_is_no_mistake(register, today):
    assert list_requests(register, today) == ()


# --- decided, answered, closed


def test_the_stage_is_decided_when_the_last_right_is(register, today):
    ref = record(register, today, Right.ACCESS, Right.ERASURE)

    assert decide(register, ref, Right.ACCESS, Decision.GRANTED, today).request.stage is Stage.NEW
    view = decide(
        register, ref, Right.ERASURE, Decision.REFUSED, today, reason_code="A17_3_b",
        reason_text="Facture de 2025",
    )  # fmt: skip

    assert view.request.stage is Stage.DECIDED
    item = view.request.item(Right.ERASURE)
    assert (item.decision, item.reason_code, item.reason_text, item.decided_on) == (
        Decision.REFUSED, "A17_3_b", "Facture de 2025", today,
    )  # fmt: skip


def test_a_decision_can_be_changed_before_the_answer(register, today):
    ref = record(register, today)
    decide(register, ref, Right.ACCESS, Decision.REFUSED, today, reason_code="A15_4")

    view = decide(register, ref, Right.ACCESS, Decision.GRANTED, today)

    assert view.request.items[0].decision is Decision.GRANTED
    assert view.request.items[0].reason_code is None


@pytest.mark.parametrize(
    ("right", "decision", "code", "message"),
    [
        (Right.PORTABILITY, Decision.GRANTED, None, "does not ask for this right"),
        (Right.ACCESS, Decision.REFUSED, None, "needs a reason code"),
        (Right.ACCESS, Decision.REFUSED, "A99", "no reason code A99"),
        (Right.ACCESS, Decision.REFUSED, "A15_4:Camille", "no reason code"),
    ],
)
def test_a_decision_that_cannot_be_meant_is_refused(
    register, today, right, decision, code, message
):
    ref = record(register, today)

    with pytest.raises(InvalidInputError, match=message):
        decide(register, ref, right, decision, today, reason_code=code)
    assert view_request(register, ref, today).request.items[0].decision is None


def test_nothing_is_sent_before_everything_is_decided(register, today):
    ref = record(register, today, Right.ACCESS, Right.ERASURE)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)

    with pytest.raises(NotAllowedError, match="decide first on erasure"):
        mark_sent(register, ref, today, Channel.POST, today)
    assert view_request(register, ref, today).request.answered_on is None


@pytest.mark.parametrize("sent_on", [RECEIVED - timedelta(1), date(2026, 11, 17)])
def test_an_answer_is_sent_between_receipt_and_today(register, today, sent_on):
    ref = record(register, today)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)

    with pytest.raises(InvalidInputError, match="cannot be"):
        mark_sent(register, ref, sent_on, Channel.POST, today)


@pytest.mark.parametrize(
    ("received_on", "status"),
    [(RECEIVED, DeadlineStatus.ANSWERED), (date(2026, 9, 14), DeadlineStatus.ANSWERED_LATE)],
)
def test_an_answer_is_in_time_or_late(register, today, received_on, status):
    ref = record(register, today, received_on=received_on)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)

    find_person(register, ref, today)
    view = mark_sent(register, ref, today, Channel.EMAIL_DPO, today)

    assert (view.request.stage, view.request.answered_on) == (Stage.ANSWERED, today)
    assert view.status is status


def test_silence_never_closes_a_request(register, today):
    ref = record(register, today)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)

    with pytest.raises(NotAllowedError, match="Silence is never a valid end"):
        close_request(register, ref, today)


def answered(register, today, **details):
    ref = record(register, today, **details)
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)
    mark_sent(register, ref, today, Channel.POST, today)
    return ref


def test_an_answered_request_closes_and_changes_no_more(register, today):
    ref = answered(register, today)

    view = close_request(register, ref, today)

    assert (view.request.stage, view.request.closed_on) == (Stage.CLOSED, today)
    for step in (
        lambda: decide(register, ref, Right.ACCESS, Decision.GRANTED, today),
        lambda: mark_sent(register, ref, today, Channel.POST, today),
        lambda: close_request(register, ref, today),
        lambda: find_person(register, ref, today),
    ):
        with pytest.raises(NotAllowedError, match=f"{ref} is closed"):
            step()


def test_a_request_taken_back_closes_without_an_answer(register, today):
    ref = record(register, today)
    decide(register, ref, Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, today)

    assert close_request(register, ref, today).request.stage is Stage.CLOSED


# --- working copies


@pytest.fixture
def copy(register, tmp_path, write_csv, bring_in):
    rows = [
        ["Nom", "E-mail", "Stand"], ["Camille Dupont", "camille.dupont@acme.example", "hallquintal"],
    ]  # fmt: skip
    bring_in(register, write_csv(tmp_path / "copie.csv", rows), kind="copy")


@pytest.fixture
def listed(register, tmp_path, write_csv, bring_in):
    rows = [["Nom", "E-mail", "Ville"], ["Camille Dupont", "camille.dupont@acme.example", "Metz"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows))


def names(register):
    return [source.name for source in read_sources(register.database)]


def test_closing_purges_the_working_copies_that_the_request_cites(
    register, today, copy, listed, decrypted
):
    ref = answered(register, today)

    view = close_request(register, ref, today)

    assert names(register) == ["crm.csv"]
    assert len(view.confirmed) == 2
    assert b"hallquintal" not in decrypted(register.path)
    assert last_event(register).payload == {"working_copies_purged": [1]}
    assert verify(register).sound


def test_a_working_copy_stays_while_another_open_request_cites_it(register, today, copy):
    ref, other = answered(register, today), record(register, today)
    find_person(register, other, today)

    close_request(register, ref, today)
    assert names(register) == ["copie.csv"]

    decide(register, other, Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, other, today)
    assert names(register) == []


def test_a_working_copy_that_the_request_does_not_cite_stays(register, today, copy):
    ref = answered(register, today, criteria=make_criteria({"name": "Hugo Perrin"}))

    close_request(register, ref, today)

    assert names(register) == ["copie.csv"]


def test_a_working_copy_in_which_everybody_was_somebody_else_goes(register, today, copy):
    ref = answered(register, today)
    find_person(register, ref, today)
    (hit,) = view_request(register, ref, today).hits
    judge_hits(register, ref, reject=[hit.id], today=today)

    close_request(register, ref, today)

    assert names(register) == []


# --- events


def test_every_step_is_an_event_without_the_person(register, today):
    ref = record(register, today, Right.ERASURE)
    find_person(register, ref, today)
    decide(
        register, ref, Right.ERASURE, Decision.REFUSED, today,
        reason_code="A23_national:Camille Dupont", reason_text="Camille Dupont",
    )  # fmt: skip
    mark_sent(register, ref, today, Channel.POST, today)
    close_request(register, ref, today)

    assert [(one.kind, dict(one.payload)) for one in history(register, ref)] == [
        ("request_recorded", {"on": "2026-11-02", "rights": ["erasure"]}),
        ("searched", {
            "criteria": ["name", "email"], "files": 0, "rows": 0, "hits": 0, "unreadable": 0,
            "held": 0, "searched": sha256(b"[]").hexdigest(), "sources": [], "round": 1,
            "own_records": 0,
        }),
        ("decided", {
            "right": "erasure", "decision": "refused", "reason": "A23_national",
            "on": "2026-11-16",
        }),
        ("answer_sent", {"on": "2026-11-16", "channel": "post"}),
        ("closed", {"working_copies_purged": []}),
    ]  # fmt: skip
    assert {one.actor for one in history(register, ref)} == {"Nora Vidal"}
    assert history(register, "DSR-2026-0009") == ()


def test_a_step_that_is_refused_is_no_event(register, today):
    ref = record(register, today)
    before = last_event(register)

    with pytest.raises(NotAllowedError):
        mark_sent(register, ref, today, Channel.POST, today)

    assert last_event(register) == before


def test_a_marketing_objection_cannot_be_refused(register, today):
    criteria = make_criteria({"email": "jean.roux@foo.example"})
    view = new_request(register, [Right.OBJECTION_MARKETING], criteria, today, Channel.PHONE, today)
    with pytest.raises(InvalidInputError, match="does not fit"):
        decide(
            register, view.request.ref, Right.OBJECTION_MARKETING, Decision.REFUSED, today,
            reason_code="A12_6_identity",
        )  # fmt: skip
    assert view.request.items[0].decision is None
