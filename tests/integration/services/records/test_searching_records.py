"""The company's records are searched like everything else: by what is written, and by keyed hashes."""

from datetime import date

import pytest

from dsr_desktop.domain.authority_request import AuthorityRequest
from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.own_record import RecordKind
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.authority_requests import add_authority_request
from dsr_desktop.services.consents import record_consent
from dsr_desktop.services.disclosures import record_disclosure
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.request_retention import purge_request_files
from dsr_desktop.services.searching import search
from dsr_desktop.services.suppressing import TypedKeys
from tests.integration.services.records.closed_requests import DAY, REDUCED, close

PAUL = TypedKeys(emails=("paul@acme.example",))
BY_EMAIL = Criteria(email=("Paul@acme.example",))


def found(register, criteria):
    return {(one.kind, one.ref): one.grade.level for one in search(register, criteria).own_records}


@pytest.fixture
def host(register, today):
    recipient = Recipient("Host", RecipientRole.PROCESSOR, "FR", contact="paul@acme.example")
    return add_recipient(register, recipient, today)


@pytest.mark.usefixtures("host")
def test_a_contact_person_of_a_recipient_is_found(register):
    assert found(register, BY_EMAIL)[RecordKind.RECIPIENT, "1"] is Level.STRONG
    assert found(register, Criteria(email=("zoe@acme.example",))) == {}


@pytest.mark.parametrize(
    "more", [{"contact": "ask Paul, paul@acme.example"}, {"note": "ex paul@acme.example"}]
)
def test_an_address_among_other_words_of_a_recipient_is_found(register, today, more):
    add_recipient(register, Recipient("Host", RecipientRole.PROCESSOR, "FR", **more), today)

    assert (RecordKind.RECIPIENT, "1") in found(register, BY_EMAIL)


def test_people_kept_as_hashes_are_found_by_their_address(register, host, today):
    record_consent(
        register, Consent("sms", is_given=True, given_on=today, proof="form"), PAUL, today
    )
    record_disclosure(register, Disclosure(host.id, "letter", today, ("name",), 1), PAUL, today)
    asked = AuthorityRequest("Gendarmerie", "PV 118", date(2026, 11, 2))
    add_authority_request(register, asked, PAUL, today)

    kinds = {kind for kind, _ref in found(register, BY_EMAIL)}

    assert kinds == {
        RecordKind.RECIPIENT, RecordKind.CONSENT, RecordKind.DISCLOSURE, RecordKind.AUTHORITY_REQUEST,
    }  # fmt: skip


def test_what_is_written_of_a_consent_or_by_an_authority_is_searched(register, today):
    consent = Consent("sms", is_given=True, given_on=today, proof="told Camille Dupont")
    record_consent(register, consent, PAUL, today)
    asked = AuthorityRequest(
        "Gendarmerie", "PV 118", date(2026, 11, 2), left="file of Camille Dupont"
    )
    add_authority_request(register, asked, TypedKeys(), today)

    kinds = {kind for kind, _ref in found(register, Criteria(name=("Camille Dupont",)))}

    assert kinds == {RecordKind.CONSENT, RecordKind.AUTHORITY_REQUEST}


def test_a_reduced_file_is_still_found_by_the_address(register):
    ref = new_request(register, [Right.ACCESS], BY_EMAIL, DAY, Channel.POST, DAY).request.ref
    close(register, ref)

    purge_request_files(register, [ref], REDUCED)

    assert found(register, BY_EMAIL) == {(RecordKind.REQUEST, ref): Level.STRONG}
    assert found(register, Criteria(name=("Paul Petit",))) == {}
