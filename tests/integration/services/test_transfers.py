"""Sending a bundle straight to another organisation, from the wish to the disclosure (R-PORT-5)."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.transfer import Feasibility, TransferState
from dsr_desktop.services.disclosures import disclosures_about
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.recipients import list_recipients, remove_recipient
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.services.transfers import (
    Organisation,
    ask_transfer,
    judge_transfer,
    list_transfers,
    record_hand_over,
)
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak

TODAY = date(2026, 11, 16)
EMAIL = "camille.dupont@acme.example"
AUTRE = Organisation("Autre SARL", "FR", "dpo@autre.example")
ENGLISH = speak("en")


@pytest.fixture
def ref(register, bring_in, write_csv, tmp_path):
    """A request for portability with its row confirmed."""
    rows = [["Nom", "E-mail", "Téléphone"], ["Camille Dupont", EMAIL, "06 12 34 56 78"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows), activity="PA3")
    return asked(register, Right.PORTABILITY)


def asked(register, right):
    criteria = Criteria(email=(EMAIL, "camille at acme"), phone=("06 12 34 56 78", "?"))
    view = new_request(register, [right], criteria, TODAY, Channel.WEB_FORM, TODAY)
    find_person(register, view.request.ref, TODAY)
    judge_hits(register, view.request.ref, confirm_strong=True, today=TODAY)
    return view.request.ref


@pytest.fixture
def feasible(register, ref):
    made = ask_transfer(register, ref, AUTRE, TODAY, TODAY)
    judge_transfer(register, ref, made.transfer.id, Feasibility.FEASIBLE, "Leur portail")
    return made.transfer.id


def hand_over(register, ref, id_):
    return record_hand_over(register, ref, id_, TODAY, TODAY, ENGLISH)


def test_r_port_5_a_hand_over_is_entered_among_the_disclosures(register, ref, feasible, tmp_path):
    build_portability(register, ref, tmp_path / "out", TODAY, ENGLISH)

    done = hand_over(register, ref, feasible)

    assert done.transfer.state is TransferState.HANDED_OVER
    (told,) = disclosures_about(register, ref)
    assert (told.recipient.name, told.disclosure.id) == ("Autre SARL", done.transfer.disclosure_id)
    assert told.disclosure.fields == ("name", "email", "phone")
    assert (told.disclosure.persons, told.disclosure.basis) == (1, "GDPR, art. 20(2)")
    assert told.disclosure.request_ref == ref
    assert told.warning is None
    assert verify(register).sound


def test_before_the_bundle_is_built_nothing_goes(register, ref, feasible):
    with pytest.raises(NotAllowedError, match="Build it first"):
        hand_over(register, ref, feasible)

    assert disclosures_about(register, ref) == ()


def test_an_organisation_that_is_known_stays_one_recipient(register, ref):
    first = ask_transfer(register, ref, AUTRE, TODAY, TODAY)
    second = ask_transfer(register, ref, Organisation(" autre sarl ", "FR"), TODAY, TODAY)

    assert first.recipient == second.recipient
    assert [one.recipient.name for one in list_recipients(register)] == ["Autre SARL"]
    assert len(list_transfers(register, ref)) == 2


def test_a_recipient_to_whom_data_are_to_go_is_not_removed(register, ref):
    made = ask_transfer(register, ref, AUTRE, TODAY, TODAY)

    with pytest.raises(NotAllowedError, match="its record stays"):
        remove_recipient(register, made.recipient.id)


def test_the_log_names_numbers_and_nobody(register, ref, feasible, tmp_path):
    build_portability(register, ref, tmp_path / "out", TODAY, ENGLISH)
    hand_over(register, ref, feasible)

    told = [one for one in events(register.database) if one.kind.startswith("transfer")]
    assert [one.kind for one in told] == [
        "transfer_asked", "transfer_judged", "transfer_handed_over",
    ]  # fmt: skip
    assert "Autre" not in str([one.payload for one in told])
    assert "portail" not in str([one.payload for one in told])


def test_only_a_request_for_portability_has_transfers(register, ref):
    other = asked(register, Right.ERASURE)

    with pytest.raises(InvalidInputError):
        ask_transfer(register, other, AUTRE, TODAY, TODAY)


def test_a_transfer_of_another_request_is_not_found(register, ref, feasible):
    other = asked(register, Right.PORTABILITY)

    assert list_transfers(register, other) == ()
    with pytest.raises(NotFoundError, match="has no transfer"):
        judge_transfer(register, other, feasible, Feasibility.FEASIBLE, "x")


def test_what_is_written_of_a_transfer_is_found_by_a_search(register, ref):
    made = ask_transfer(register, ref, AUTRE, TODAY, TODAY)
    said = "Non : voir avec Zoé Lambert"
    judge_transfer(register, ref, made.transfer.id, Feasibility.NOT_FEASIBLE, said)

    found = search(register, make_criteria({"name": "Zoé Lambert"})).own_records

    assert [one.ref for one in found] == [ref]
