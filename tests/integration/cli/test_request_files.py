"""`request` beyond its first steps: who asks, checklist, links, history, corrections, notes."""

from datetime import date

import pytest

REF, OTHER = "DSR-2025-0001", "DSR-2025-0002"
FRIDAY = "2025-06-20"
EMAIL = ("--email", "camille@acme.example")

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def answered(dsr, new, request_):
    """An access request that was answered, of a register without lists."""
    new("access", more=EMAIL)
    assert dsr("find", REF).code == 0
    request_("decide", "--right", "access", "--decision", "no_data", "--on", "2025-06-23")
    return request_("send", "--on", "2025-06-24")


def test_the_requester_and_the_data_subject_are_two(new, request_):
    lawyer = ("--relation", "lawyer", "--requester", "Me Roux", "--requester-address",
              "email:roux@cabinet.example", "--name", "Camille Martin")  # fmt: skip
    made = new("access", more=lawyer)

    assert made["data_subject"] == {
        "name": "Camille Dupont", "aliases": ["Camille Martin"], "addresses": [],
    }  # fmt: skip
    assert made["requester"] == {
        "relation": "lawyer", "name": "Me Roux", "mandate": None,
        "addresses": [{"kind": "email", "value": "roux@cabinet.example"}],
    }  # fmt: skip
    told = request_("requester", "--relation", "lawyer", "--requester", "Me Roux",
                    "--mandate-received", "2025-06-23", "--mandate-checked", "2025-06-24",
                    "--mandate-checked-by", "Nora Vidal", "--mandate-covers", "access")  # fmt: skip
    assert told["requester"]["mandate"]["covers"] == ["access"]


def test_nobody_acts_for_another_without_a_name_or_at_an_address_of_no_kind(new, refused):
    asked = ("--right", "access", "--received", FRIDAY, "--name", "Camille")
    assert "requester's name" in refused("request", "new", *asked, "--relation", "heir")
    assert "email:" in refused("request", "new", *asked, "--requester-address", "roux@c.example")


def test_a_complaint_is_due_on_the_day_of_the_letter(new, refused):
    letter = ("--authority", "CNIL", "--answer-by", "2025-07-04")
    assert new("complaint", more=letter)["current_due"] == "2025-07-04"
    asked = ("--right", "complaint", "--received", FRIDAY, "--name", "Camille")
    assert "give both" in refused("request", "new", *asked, "--authority", "CNIL")


def test_the_checklist_is_shown_and_steps_are_marked(dsr, new, request_, refused):
    new("access", "erasure")
    steps = {one["code"]: one for one in request_("steps")["steps"]}
    assert (steps["C01"]["settled"], steps["C06"]["settled"]) == (True, False)

    assert "before the copy is sent" in refused("request", "steps", REF, "--done", "E06")
    marked = request_("steps", "--not-applicable", "C06", "C07", "--reason", "paper only")
    steps = {one["code"]: one for one in marked["steps"]}
    assert steps["C07"]["not_applicable"] == "paper only"
    assert any("C06 Search all sources" in line for line in dsr("request", "steps", REF).lines)


def test_the_copy_is_sent_before_the_answer_and_unlocks_the_erasure(new, request_):
    new("access", "erasure")
    request_("decide", "--right", "access", "--decision", "granted", "--on", FRIDAY)

    assert request_("copy-sent", "--on", "2025-06-23")["copy_sent_on"] == "2025-06-23"
    assert request_("steps", "--done", "E06", "--on", "2025-06-24")["ref"] == REF


def test_a_refusal_that_names_no_remedy_is_not_sent(new, request_, refused):
    new("erasure")
    request_("decide", "--right", "erasure", "--decision", "refused", "--reason", "A17_3_e")

    assert "right to complain" in refused("request", "send", REF, "--remedies-not-told")
    assert request_("send")["remedies_told"] is True


def test_a_claim_of_abuse_is_proven_or_refused(new, request_, refused):
    new()
    claim = ("--right", "access", "--decision", "refused", "--reason", "A12_5_unfounded")

    assert "has to prove" in refused("request", "decide", REF, *claim)
    proof = ("--facts", "he says it is a joke", "--why-no-fee", "there is no cost")
    assert request_("decide", *claim, *proof)["rights"][0]["decision"] == "refused"


def test_the_same_person_is_found_linked_and_answered_again(dsr, new, answered):
    new("access", more=EMAIL)
    found = dsr("request", "link", OTHER, "--json").json
    assert [(one["ref"], one["level"]) for one in found["same_person"]] == [(REF, "strong")]

    linked = dsr("request", "link", OTHER, "--to", REF, "--kind", "repeats", "--json").json
    assert linked["links"][0]["kind"] == "repeats"
    assert dsr("request", "link", OTHER, "--to", REF, "--remove", "--json").json["links"] == []
    again = dsr("request", "reopen", REF, "--received", "2025-07-01", "--json").json
    assert (again["ref"], again["first_due"]) == ("DSR-2025-0003", "2025-08-01")
    assert dsr("request", "difference", "DSR-2025-0003", "--json").json["rows"] == []


def test_what_was_never_answered_is_reminded_of(new, request_, refused):
    new()
    assert "reminder" in refused("request", "reopen", REF, "--received", "2025-07-01")
    assert request_("remind", "--on", "2025-07-01")["stage"] == "new"


def test_a_step_recorded_wrongly_is_corrected_by_its_number(dsr, answered, request_, refused):
    events = request_("history")["events"]
    sent = next(one["event"] for one in events if one["kind"] == "answer_sent")

    corrected = request_("correct", "--event", sent, "--on", "2025-06-30")

    assert corrected["answered_on"] == "2025-06-30"
    assert request_("history")["events"][-1]["details"] == {"corrects": sent, "on": "2025-06-30"}
    assert "2025-06-19" in refused("request", "correct", REF, "--event", sent, "--on", "2025-06-19")
    assert any(f"{sent} corrected" in line for line in dsr("request", "history", REF).lines)
    assert dsr("verify", "--json").json["sound"] is True


def test_notes_and_edits(dsr, new, request_, refused):
    new()
    assert request_("note", "--text", "called twice")["notes"][0]["text"] == "called twice"
    assert request_("note")["notes"][0]["at"].startswith(str(date.today().year))
    edited = request_("edit", "--handled-by", "Hugo Perrin", "--language", "en")
    assert (edited["handled_by"], edited["language"]) == ("Hugo Perrin", "en")
    assert "A note has" in refused("request", "note", REF, "--text", " ")


@pytest.mark.parametrize("command", ["steps", "history", "note", "link", "difference", "remind"])
def test_a_request_that_is_not_there_is_named(refused, command):
    assert "DSR-2020-0099" in refused("request", command, "DSR-2020-0099")


def test_conditions_of_a_request_after_death_are_recorded(new, request_, refused):
    new("post_mortem")
    granted = ("--right", "post_mortem", "--decision", "granted")
    assert "proof of the death" in refused("request", "decide", REF, *granted)
    request_("condition", "death", "--on", FRIDAY)
    seen = request_("condition", "heir", "--on", FRIDAY)["conditions"]
    assert [(one["kind"], one["seen_on"]) for one in seen] == [("death", FRIDAY), ("heir", FRIDAY)]
    assert request_("decide", *granted)["stage"] == "decided"


def test_r_abu_1_a_corrected_decision_needs_the_proof_that_it_would_have_needed(
    dsr, answered, request_, refused
):
    events = request_("history")["events"]
    decided = str(next(one["event"] for one in events if one["kind"] == "decided"))
    right = ("--event", decided, "--right", "access", "--decision", "refused")
    abuse = (*right, "--reason", "A12_5_unfounded")

    assert "prove" in refused("request", "correct", REF, *abuse)
    proof = ("--facts", "Threatens to write every day", "--why-no-fee", "It would be a price")
    corrected = request_("correct", *abuse, *proof)
    assert corrected["rights"][0]["decision"] == "refused"
    again = request_("correct", *abuse, "--text", "see the letters")
    assert again["rights"][0]["decision"] == "refused", "the proof stays"
