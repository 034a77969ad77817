"""The identity log: facts of who was checked and how, and never a document (chapter 3)."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.identity import (
    CopyOutcome,
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    PaperChecked,
    UnaskedCopy,
)
from dsr_desktop.domain.request import Channel, Right, Stage
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.identity_log import (
    log_identity_check,
    read_identity_log,
    tick_unasked_copy,
)
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.searching import search
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from tests.unit.domain.test_identity_rules import DOUBT, SEEN

CAMILLE = make_criteria({"name": "Camille Dupont", "email": "camille@acme.example"})
RECEIVED = date(2026, 11, 2)


@pytest.fixture
def ask(register, today):
    """Return a function that records a request and gives its reference."""

    def ask(right=Right.ACCESS):
        view = new_request(register, [right], CAMILLE, RECEIVED, Channel.EMAIL_GENERAL, today)
        return view.request.ref

    return ask


def last_event(register):
    return list(events(register.database))[-1]


def test_r_id_1_a_check_without_more_words_says_that_there_is_no_doubt(register, ask, today):
    ref = ask()

    log_identity_check(register, ref, IdentityCheck(), today)

    (logged,) = read_identity_log(register, ref).checks
    assert (logged.check, logged.performed_on, logged.performed_by) == (
        IdentityCheck(), today, "Nora Vidal",
    )  # fmt: skip


def test_r_id_2_a_confirmed_writer_confirms_no_row(
    register, ask, today, bring_in, write_csv, lists
):
    rows = [["Nom", "E-mail"], ["Camille Dupont", "camille@acme.example"]]
    bring_in(register, write_csv(lists / "crm.csv", rows))
    ref = ask()
    find_person(register, ref, today)

    view = log_identity_check(register, ref, IdentityCheck(), today)

    assert [hit.verdict for hit in view.hits] == [None]


def test_r_id_6_of_a_document_seen_at_a_distance_only_facts_stay(register, ask, today):
    ref = ask()

    log_identity_check(register, ref, SEEN, today)

    assert [one.check for one in read_identity_log(register, ref).checks] == [SEEN]
    assert last_event(register).payload == {
        "doubt": True, "method": "id_document_seen_remote", "result": "confirmed",
        "on": today.isoformat(),
    }  # fmt: skip


def test_r_id_6_a_document_that_was_not_deleted_yet_is_not_logged(register, ask, today):
    ref = ask()
    before = list(events(register.database))

    with pytest.raises(InvalidInputError, match="Delete the picture"):
        log_identity_check(register, ref, replace(SEEN, document_deleted_on=None), today)

    assert read_identity_log(register, ref).checks == ()
    assert list(events(register.database)) == before


def test_r_id_8_a_mandate_under_check_holds_the_request_until_both_are_ticked(register, ask, today):
    ref = ask()
    mandate = IdentityCheck(IdentityMethod.MANDATE, IdentityResult.PENDING)
    held = log_identity_check(register, ref, mandate, today)
    assert held.request.stage is Stage.IDENTITY_PENDING

    both = frozenset({PaperChecked.AGENT_IDENTITY, PaperChecked.AGENT_AUTHORITY})
    confirmed = replace(mandate, result=IdentityResult.CONFIRMED, papers=both)
    assert log_identity_check(register, ref, confirmed, today).request.stage is Stage.IN_PROGRESS


@pytest.mark.parametrize(
    "right", [Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL, Right.INFORMATION]
)
def test_r_id_9_where_no_proof_may_be_asked_nothing_is_logged(register, ask, today, right):
    ref = ask(right)

    with pytest.raises(NotAllowedError, match="never ask for"):
        log_identity_check(register, ref, IdentityCheck(doubt=DOUBT), today)

    assert read_identity_log(register, ref).checks == ()


def test_the_notes_of_a_check_are_searched_like_the_rest_of_the_register(register, ask, today):
    ref = ask()
    note = "the ex-husband Hugo Lenormand may read her mail"
    check = IdentityCheck(IdentityMethod.SHARED_FACTS, doubt=DOUBT, proportionality=note)
    log_identity_check(register, ref, check, today)

    (found,) = search(register, make_criteria({"name": "Hugo Lenormand"})).own_records
    assert (found.kind, found.ref) == ("request", ref)
    assert found.part(found.grade.reasons[0].column) == "identity_note"


# --- copies that nobody asked for


def test_r_id_6_an_unasked_copy_is_ticked_as_gone_and_nothing_else_of_it_stays(
    register, ask, today
):
    ref = ask(Right.OBJECTION_MARKETING)
    copy = UnaskedCopy(RECEIVED, CopyOutcome.DESTROYED, date(2026, 11, 3))

    log = tick_unasked_copy(register, ref, copy, today)

    assert log.unasked_copies == (copy,)
    assert (last_event(register).kind, last_event(register).payload) == (
        "unasked_copy_gone", {"outcome": "destroyed", "on": "2026-11-03"},
    )  # fmt: skip
    assert verify(register).sound


def test_an_unasked_copy_that_went_before_it_came_is_refused(register, ask, today):
    ref = ask()
    copy = UnaskedCopy(today, CopyOutcome.RETURNED, RECEIVED)

    with pytest.raises(InvalidInputError, match="in this order"):
        tick_unasked_copy(register, ref, copy, today)

    assert read_identity_log(register, ref).unasked_copies == ()
