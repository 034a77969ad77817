"""Recipients, what they got, authorities that asked, and versions of the policy, in the register."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.authority_request import AuthorityOutcome, AuthorityRequest
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.disclosure import AgainstPolicy, Disclosure
from dsr_desktop.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
)
from dsr_desktop.domain.policy_version import PolicyVersion
from dsr_desktop.domain.recipient import Recipient, RecipientGap, RecipientRole
from dsr_desktop.services.authority_requests import (
    add_authority_request,
    change_authority_request,
    list_authority_requests,
)
from dsr_desktop.services.disclosures import (
    disclosures_about,
    list_disclosures,
    record_disclosure,
)
from dsr_desktop.services.policy_versions import (
    add_policy_version,
    list_policy_uses,
    policy_on,
)
from dsr_desktop.services.recipients import (
    add_recipient,
    change_recipient,
    list_recipients,
    remove_recipient,
)
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from tests.integration.services.requests_made import confirmed_request

HOST = Recipient("Hébergeur SA", RecipientRole.PROCESSOR, "fr", activities=("PA1", "PA3"))
NOBODY = TypedKeys()
CAMILLE = Criteria(name=("Camille Dupont",), email=("camille@acme.example",))


def last_event(register):
    return list(events(register.database))[-1]


@pytest.fixture
def host(register, today):
    return add_recipient(register, HOST, today)


def letter(host, today, **more):
    return Disclosure(host.id, "November letter", today, ("e-mail", "name"), 12, **more)


def test_a_recipient_is_recorded_with_what_its_record_lacks(register, host):
    (view,) = list_recipients(register)

    assert view.recipient == replace(HOST, country="FR", id=1)
    assert view.gaps == (RecipientGap.NO_CONTRACT, RecipientGap.NO_CONTACT)
    assert last_event(register).payload == {"recipient": 1, "role": "processor", "country": "FR"}
    assert host.id == 1


def test_a_recipient_is_changed_and_the_event_names_the_fields(register, host, today):
    whole = replace(host, contract_on=date(2025, 1, 9), contact="dpo@hebergeur.example")

    change_recipient(register, whole, today)

    assert list_recipients(register)[0].gaps == ()
    assert last_event(register).payload == {"recipient": 1, "changed": ["contract_on", "contact"]}


def test_a_recipient_that_got_something_stays(register, host, today):
    other = add_recipient(register, replace(HOST, name="Other"), today)
    record_disclosure(register, letter(host, today), NOBODY, today)

    with pytest.raises(NotAllowedError):
        remove_recipient(register, host.id)
    remove_recipient(register, other.id)

    assert [view.recipient for view in list_recipients(register)] == [host]


@pytest.mark.parametrize("more", [{"country": "ZZ"}, {"activities": ("PA9",)}, {"name": ""}])
def test_a_recipient_that_cannot_be_leaves_nothing(register, today, more):
    before = last_event(register)

    with pytest.raises(InvalidInputError):
        add_recipient(register, replace(HOST, **more), today)

    assert (list_recipients(register), last_event(register)) == ((), before)


def test_r_dis_1_a_disclosure_says_what_of_whom_went_to_whom_and_when(register, host, today):
    record_disclosure(register, letter(host, today, opposed=3, expired=1), NOBODY, today)

    (told,) = list_disclosures(register)
    assert (told.recipient, told.warning) == (host, None)
    assert told.disclosure.left_out.total == 4
    assert list_recipients(register)[0].received == (told.disclosure,)
    assert last_event(register).payload == {
        "disclosure": 1, "recipient": 1, "persons": 12, "left_out": 4, "on": "2026-11-16",
        "against_policy": None,
    }  # fmt: skip


def test_r_dis_1_a_purpose_against_the_policy_is_recorded_with_its_warning(register, host, today):
    sale = replace(letter(host, today), purpose="Vente du fichier")

    assert record_disclosure(register, sale, NOBODY, today).warning is AgainstPolicy.SALE
    assert last_event(register).payload["against_policy"] == "sale"


@pytest.mark.parametrize(
    ("more", "error"),
    [({"recipient_id": 404}, NotFoundError), ({"sources": ("404",)}, NotFoundError),
     ({"request_ref": "DSR-2026-0404"}, NotFoundError), ({"persons": -1}, InvalidInputError)],
)  # fmt: skip
def test_a_disclosure_that_cannot_be_leaves_nothing(register, host, today, more, error):
    with pytest.raises(error):
        record_disclosure(register, replace(letter(host, today), **more), NOBODY, today)

    assert list_disclosures(register) == ()


def test_the_disclosures_about_a_person_are_found_by_import_and_by_key(
    register, host, today, lists, write_csv, bring_in
):
    rows = [["Nom", "E-mail"], ["Camille Dupont", "camille@acme.example"]]
    bring_in(register, write_csv(lists / "crm.csv", rows))
    ref = confirmed_request(register, CAMILLE, today)
    by_list = record_disclosure(register, letter(host, today, sources=("1",)), NOBODY, today)
    by_key = record_disclosure(
        register, letter(host, today), TypedKeys(emails=("Camille@acme.example",)), today
    )
    record_disclosure(register, letter(host, today), TypedKeys(emails=("p@acme.example",)), today)

    assert disclosures_about(register, ref) == (by_list, by_key)
    with pytest.raises(NotFoundError):
        disclosures_about(register, "DSR-2026-0404")


def test_r_era_1_authorities_are_logged_and_are_no_recipients(register, today):
    asked = AuthorityRequest("Gendarmerie", "PV 118", date(2026, 11, 2), "CPP art. 77-1-1")
    people = TypedKeys(emails=("camille@acme.example",))
    added = add_authority_request(register, asked, people, today)

    gone = replace(added, outcome=AuthorityOutcome.DISCLOSED, basis_checked_on=today, left="name",
                   left_on=today, digests=())  # fmt: skip
    changed = change_authority_request(register, gone, today)

    assert list_authority_requests(register) == (changed,)
    assert changed.digests == added.digests
    assert len(changed.digests) == 1
    assert (list_recipients(register), list_disclosures(register)) == ((), ())
    assert last_event(register).payload == {
        "request": 1, "outcome": "disclosed", "may_tell": "unknown",
    }  # fmt: skip
    assert verify(register).sound


def test_what_left_unchecked_is_refused_and_an_unknown_request_not_found(register, today):
    asked = AuthorityRequest("Gendarmerie", "PV 118", date(2026, 11, 2))
    added = add_authority_request(register, asked, NOBODY, today)

    gone = replace(added, outcome=AuthorityOutcome.DISCLOSED)

    with pytest.raises(NotAllowedError):
        change_authority_request(register, gone, today)
    with pytest.raises(NotFoundError):
        change_authority_request(register, replace(added, id=404), today)
    assert list_authority_requests(register) == (added,)


def test_each_import_stands_under_the_version_that_was_said_of_it(
    register, today, lists, write_csv, bring_in
):
    add_policy_version(register, PolicyVersion("2026-01", date(2026, 1, 1)))
    add_policy_version(register, PolicyVersion("2024-05", date(2024, 5, 1)))
    for name, version in (("a", "2024-05"), ("b", "2024-05 "), ("c", "v9"), ("d", None)):
        file = write_csv(lists / f"{name}.csv", [["Nom", "E-mail"], [name, f"{name}@acme.example"]])
        bring_in(register, file, policy_version=version)

    uses = list_policy_uses(register)

    assert [(one.name, [source.name for source in one.sources]) for one in uses] == [
        ("2024-05", ["a.csv", "b.csv"]), ("2026-01", []), ("v9", ["c.csv"]), ("", ["d.csv"]),
    ]  # fmt: skip
    assert [one.recorded is None for one in uses] == [False, False, True, True]
    assert policy_on(register, today).version == "2026-01"
    assert policy_on(register, date(2024, 4, 30)) is None


def test_of_the_text_of_a_policy_only_the_digest_is_kept(register, tmp_path):
    text = tmp_path / "policy.txt"
    text.write_bytes(b"We keep little.")

    added = add_policy_version(register, PolicyVersion("2026-01", date(2026, 1, 1)), text)

    assert added.sha256 == hashlib.sha256(b"We keep little.").hexdigest()
    with pytest.raises(InvalidInputError):
        add_policy_version(register, PolicyVersion("x", date(2026, 2, 1)), tmp_path / "gone.txt")
    with pytest.raises(InvalidInputError):
        add_policy_version(register, PolicyVersion("2026-01", date(2026, 3, 1)))
    assert len(list_policy_uses(register)) == 1
