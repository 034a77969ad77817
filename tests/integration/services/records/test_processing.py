"""The record of processing in the register: proposed, completed, confirmed one by one (A30)."""

from dataclasses import replace

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.policy_version import PolicyVersion
from dsr_desktop.domain.processing import Detail, HintKind
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request_retention import Kept
from dsr_desktop.services.policy_versions import add_policy_version
from dsr_desktop.services.processing import (
    add_activity,
    confirm_entry,
    read_controller,
    read_record,
    set_controller,
    set_details,
)
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.request_retention import set_retention_figures
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak

EN = speak("en")


def entry(register, code):
    (found,) = (one for one in read_record(register, EN).activities if one.activity.code == code)
    return found


def last_event(register):
    return list(events(register.database))[-1]


def test_a_new_register_proposes_a_whole_record_of_which_the_open_bases_are_to_be_confirmed(
    register,
):
    record = read_record(register, EN)

    assert [one.activity.code for one in record.activities] == ["PA1", "PA2", "PA3", "PA4", "PA5"]
    assert [one.activity.code for one in record.activities if one.is_open] == ["PA1", "PA2", "PA4"]
    assert all(bool(one.proposed) == one.is_open for one in record.activities)
    assert entry(register, "PA1").text(Detail.DATA_SUBJECTS) == "Visitors, prospects"
    assert record.controller.name == "Exemple SAS"


def test_the_open_legal_bases_and_the_gaps_of_the_policy_are_hints(register):
    hints = {(one.kind, one.code) for one in read_record(register, EN).hints}

    assert {code for kind, code in hints if kind is HintKind.BASIS_OPEN} == {"PA1", "PA2", "PA4"}
    assert (HintKind.PSEUDONYMOUS_IDS, "PA4") in hints
    assert (HintKind.NO_POLICY_VERSION, "") in hints
    assert (HintKind.DPO_CONTACT, "") in hints


def test_activities_are_confirmed_one_by_one_with_what_was_proposed(register, today):
    confirmed = confirm_entry(register, "PA1", "6(1)(f)", None, today, EN)

    assert (confirmed.confirmed, confirmed.legal_basis) == (True, "6(1)(f)")
    assert not entry(register, "PA1").is_open
    assert entry(register, "PA2").is_open
    assert last_event(register).kind == "activity_detailed"


def test_a_refused_confirmation_confirms_nothing(register, today):
    with pytest.raises(InvalidInputError):
        confirm_entry(register, "PA1", "6(1)(z)", None, today, EN)

    assert entry(register, "PA1").is_open


def test_the_dpo_s_words_replace_the_proposal_and_the_others_stay_proposed(register):
    set_details(register, "PA1", {Detail.PURPOSES: " Reply to visitors "})

    changed = entry(register, "PA1")
    assert changed.text(Detail.PURPOSES) == "Reply to visitors"
    assert Detail.PURPOSES not in changed.proposed
    assert Detail.SECURITY in changed.proposed
    assert last_event(register).payload == {"details": ["purposes"]}


def test_a_detail_that_was_emptied_is_empty_and_a_hint(register):
    set_details(register, "PA1", {Detail.SECURITY: ""})

    hints = [one for one in read_record(register, EN).hints if one.detail is Detail.SECURITY]
    assert entry(register, "PA1").text(Detail.SECURITY) == ""
    assert [one.code for one in hints] == ["PA1"]


def test_an_activity_of_one_s_own_is_added_confirmed(register):
    added = add_activity(register, "Payroll", "art. 6(1)(c)", {Detail.PURPOSES: "Pay"})

    assert (added.code, added.legal_basis, added.confirmed) == ("PA6", "6(1)(c)", True)
    assert entry(register, "PA6").text(Detail.PURPOSES) == "Pay"
    assert not entry(register, "PA6").is_open


@pytest.mark.parametrize(
    ("name", "basis", "details"),
    [("", "6(1)(c)", {}), ("Payroll", "because", {}), ("Payroll", "6(1)(c)", {Detail.SECURITY: "x" * 2_001})],
)  # fmt: skip
def test_an_activity_that_cannot_be_is_not_added(register, name, basis, details):
    with pytest.raises(InvalidInputError):
        add_activity(register, name, basis, details)

    assert len(register.activities) == 5


def test_named_recipients_stand_with_their_activities(register, today):
    add_recipient(
        register, Recipient("Hôte", RecipientRole.PROCESSOR, "US", activities=("PA3",)), today
    )

    hints = {one.kind for one in read_record(register, EN).hints if one.recipient == "Hôte"}
    assert [one.name for one in entry(register, "PA3").recipients] == ["Hôte"]
    assert hints == {HintKind.SAFEGUARD_MISSING, HintKind.CONTRACT_MISSING}


def test_r_ret_1_the_durations_of_the_request_file_stand_in_the_record(register):
    before = entry(register, "PA5").text(Detail.RETENTION)
    assert "Full file of the request: 12 months after closing" in before
    assert "Identity document: never kept" in before

    set_retention_figures(register, {Kept.FULL_FILE: 6}, "We need less.")

    assert "Full file of the request: 6 months after closing" in entry(register, "PA5").text(
        Detail.RETENTION
    )


def test_the_controller_is_completed_and_the_event_names_fields_only(register):
    known = replace(
        read_controller(register), contact="1 rue X, Metz", dpo_contact="dpo@ex.example"
    )

    set_controller(register, known)

    assert read_controller(register) == known
    assert register.company.dpo_contact == "dpo@ex.example"
    assert last_event(register).payload == {"changed": ["contact", "dpo_contact"]}


@pytest.mark.parametrize("more", [{"name": " "}, {"contact": "x" * 201}])
def test_a_controller_that_cannot_be_is_refused(register, more):
    before = read_controller(register)

    with pytest.raises(InvalidInputError):
        set_controller(register, replace(before, **more))

    assert read_controller(register) == before


def test_a_recorded_policy_is_no_longer_missing(register, today):
    add_policy_version(register, PolicyVersion("2026-01", today))

    assert HintKind.NO_POLICY_VERSION not in {one.kind for one in read_record(register, EN).hints}
