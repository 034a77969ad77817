"""Consents in the register: typed in as keyed hashes, read from opt-in columns, withdrawn."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.services.consents import (
    allowed_purposes,
    consents_of,
    list_consents,
    record_consent,
    withdraw_consent,
)
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.store.events import events

PAUL = TypedKeys(emails=("paul@acme.example",))
GIVEN = Consent("newsletter", is_given=True, given_on=date(2026, 3, 2), proof="form of the fair")


def is_allowed(register, people, purpose):
    return allowed_purposes(consents_of(register, people)).get(purpose, False)


@pytest.fixture
def listed(register, lists, write_csv, bring_in):
    rows = [
        ["Nom", "E-mail", "Opt-in newsletter", "Opt-in SMS"],
        ["Paul Petit", "paul@acme.example", "oui", "non"],
        ["Zoé Perrin", "zoe@acme.example", "non", "oui"],
    ]
    bring_in(register, write_csv(lists / "fair.csv", rows))
    return register


def test_r_cns_1_a_typed_consent_is_a_record_that_can_be_withdrawn(register, today):
    added = record_consent(register, GIVEN, PAUL, today)
    assert is_allowed(register, PAUL, "newsletter")

    gone = withdraw_consent(register, added.id, date(2026, 11, 10), today)

    assert list_consents(register) == (gone,)
    assert (gone.is_withdrawn, gone.withdrawn_on) == (True, date(2026, 11, 10))
    assert not is_allowed(register, PAUL, "newsletter")


def test_r_cns_1_opt_in_columns_are_consents_of_their_purposes(listed):
    found = consents_of(listed, PAUL)

    assert {(one.consent.purpose, one.consent.is_given) for one in found} == {
        ("newsletter", True), ("sms", False),
    }  # fmt: skip
    assert {one.place.row.n for one in found} == {2}
    assert is_allowed(listed, PAUL, "newsletter")
    assert not is_allowed(listed, PAUL, "sms")


def test_r_cns_1_a_withdrawal_typed_in_stops_what_a_list_still_says(listed, today):
    zoe = TypedKeys(emails=("ZOE@acme.example",))
    assert is_allowed(listed, zoe, "sms")

    record_consent(
        listed,
        Consent("sms", is_withdrawn=True, withdrawn_on=today, proof="phone call"), zoe, today,
    )  # fmt: skip

    assert not is_allowed(listed, zoe, "sms")
    assert is_allowed(listed, PAUL, "newsletter")


def test_of_somebody_unknown_there_is_nothing(listed):
    assert consents_of(listed, TypedKeys(emails=("nobody@acme.example",))) == ()


def test_neither_records_nor_events_hold_the_address(register, today, decrypted):
    record_consent(register, GIVEN, TypedKeys(("paul@acme.example",), ("06 12 34 56 78",)), today)

    assert len(list_consents(register)[0].digests) == 2
    told = [(event.kind, event.payload) for event in events(register.database)]
    assert told[-1] == ("consent_recorded", {"consent": 1, "given": True, "withdrawn": False})
    register.database.empty_log()
    assert b"paul@acme" not in decrypted(register.path)


def test_a_consent_of_nobody_is_refused_and_nothing_written(register, today):
    with pytest.raises(InvalidInputError):
        record_consent(register, GIVEN, TypedKeys(), today)
    with pytest.raises(InvalidInputError):
        record_consent(register, GIVEN, TypedKeys(emails=("paul",)), today)
    with pytest.raises(NotFoundError):
        record_consent(register, replace(GIVEN, request_ref="DSR-2026-0404"), PAUL, today)
    assert list_consents(register) == ()


def test_a_withdrawal_of_none_twice_or_before_the_consent_is_refused(register, today):
    added = record_consent(register, GIVEN, PAUL, today)

    with pytest.raises(NotFoundError):
        withdraw_consent(register, 404, today, today)
    with pytest.raises(InvalidInputError):
        withdraw_consent(register, added.id, date(2026, 3, 1), today)
    withdraw_consent(register, added.id, today, today)
    with pytest.raises(NotAllowedError):
        withdraw_consent(register, added.id, today, today)
