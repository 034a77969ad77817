"""Recipients, disclosures, requests of authorities and policy versions: what can be and what lacks."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.authority_request import (
    AuthorityOutcome,
    AuthorityRequest,
    MayTell,
    check_authority_request,
)
from dsr_desktop.domain.countries import check_country, is_in_eea
from dsr_desktop.domain.disclosure import (
    AgainstPolicy,
    Disclosure,
    against_policy,
    check_disclosure,
)
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.policy_version import PolicyVersion, check_version, in_force_on
from dsr_desktop.domain.recipient import (
    Recipient,
    RecipientGap,
    RecipientRole,
    Safeguard,
    check_recipient,
    gaps_of,
)

TODAY = date(2026, 11, 16)
HOST = Recipient("Hébergeur SA", RecipientRole.PROCESSOR, "FR", contract_on=date(2024, 1, 9),
                 contact="dpo@hebergeur.example")  # fmt: skip
MADE = Disclosure(1, "Send the November letter", TODAY, ("e-mail",), 12)
ASKED = AuthorityRequest("Gendarmerie", "PV 2026/118", date(2026, 11, 2), "CPP art. 77-1-1")


def test_a_processor_in_the_eea_with_a_contract_lacks_nothing():
    assert gaps_of(check_recipient(HOST, TODAY)) == ()


@pytest.mark.parametrize(
    ("recipient", "gap"),
    [
        (replace(HOST, contract_on=None), RecipientGap.NO_CONTRACT),
        (replace(HOST, country="US"), RecipientGap.NO_SAFEGUARD),
        (replace(HOST, contact=""), RecipientGap.NO_CONTACT),
    ],
)
def test_what_the_record_of_a_recipient_lacks_is_named(recipient, gap):
    assert gaps_of(recipient) == (gap,)


def test_a_controller_of_its_own_needs_no_contract_and_a_safeguard_covers_a_transfer():
    microsoft = replace(HOST, role=RecipientRole.CONTROLLER, country="US", contract_on=None,
                        safeguard=Safeguard.ADEQUACY)  # fmt: skip

    assert gaps_of(microsoft) == ()


@pytest.mark.parametrize(
    "recipient",
    [
        replace(HOST, name="  "), replace(HOST, country="XX"), replace(HOST, country="France"),
        replace(HOST, country=""), replace(HOST, contract_on=date(2026, 11, 17)),
        replace(HOST, note="x" * 2_001),
    ],
    ids=["no name", "no country", "a name of a country", "nothing", "to come", "endless"],
)  # fmt: skip
def test_a_recipient_that_cannot_be_is_refused(recipient):
    with pytest.raises(InvalidInputError):
        check_recipient(recipient, TODAY)


def test_country_codes_are_read_in_any_case_and_the_eea_has_thirty_states():
    assert check_country(" fr ") == "FR"
    assert [is_in_eea(code) for code in ("FR", "NO", "RE", "CH", "GB", "US")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("purpose", "warning"),
    [
        ("Sale of the list", AgainstPolicy.SALE),
        ("Vente du fichier à un partenaire", AgainstPolicy.SALE),
        ("Location d'adresses", AgainstPolicy.RENT),
        ("Partage pour prospection commerciale", AgainstPolicy.SHARING_FOR_MARKETING),
        ("Shared with partners for advertising", AgainstPolicy.SHARING_FOR_MARKETING),
        ("Envoi de la lettre de novembre", None),
        ("Marketing of our own", None),
        ("Shared with the accountant", None),
    ],
)
def test_r_dis_1_a_purpose_against_the_policy_warns(purpose, warning):
    assert against_policy(purpose) is warning


def test_r_dis_1_the_people_left_out_are_counted():
    made = replace(MADE, opposed=3, restricted=1, frozen=0, expired=2)

    assert check_disclosure(made, TODAY).left_out.total == 6


@pytest.mark.parametrize(
    "made",
    [
        replace(MADE, purpose=" "), replace(MADE, fields=()), replace(MADE, fields=(" ",)),
        replace(MADE, persons=-1), replace(MADE, opposed=-1),
        replace(MADE, made_on=date(2026, 11, 17)),
    ],
    ids=["no purpose", "no fields", "blank field", "fewer than nobody", "left out", "to come"],
)  # fmt: skip
def test_a_disclosure_that_cannot_be_is_refused(made):
    with pytest.raises(InvalidInputError):
        check_disclosure(made, TODAY)


def test_a_person_is_in_a_disclosure_by_the_import_or_by_a_key():
    made = replace(MADE, sources=("4",), digests=("ab",))

    assert made.holds(frozenset({4}), frozenset())
    assert made.holds(frozenset(), frozenset({"ab"}))
    assert not made.holds(frozenset({5}), frozenset({"cd"}))


def test_nothing_leaves_to_an_authority_before_its_basis_is_checked():
    gone = replace(ASKED, outcome=AuthorityOutcome.DISCLOSED, left="name", left_on=TODAY)

    with pytest.raises(NotAllowedError):
        check_authority_request(gone, TODAY)
    with pytest.raises(NotAllowedError):
        check_authority_request(
            replace(gone, basis_checked_on=TODAY, left_on=date(2026, 11, 15)), TODAY
        )
    with pytest.raises(NotAllowedError):
        check_authority_request(replace(gone, basis="", basis_checked_on=TODAY), TODAY)
    assert check_authority_request(replace(gone, basis_checked_on=TODAY), TODAY).left == "name"


def test_what_was_handed_over_is_named():
    gone = replace(ASKED, outcome=AuthorityOutcome.DISCLOSED, basis_checked_on=TODAY,
                   left_on=TODAY)  # fmt: skip

    with pytest.raises(InvalidInputError):
        check_authority_request(gone, TODAY)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (ASKED, [False, False]),
        (replace(ASKED, may_tell=MayTell.YES), [True, True]),
        (replace(ASKED, may_tell=MayTell.NO), [False, False]),
        (replace(ASKED, may_tell=MayTell.FROM_A_DAY, may_tell_from=date(2027, 1, 1)),
         [False, True]),
    ],
    ids=["unknown", "yes", "no", "from a day"],
)  # fmt: skip
def test_r_era_1_the_log_says_whether_the_person_may_be_told_and_from_when(asked, told):
    days = (date(2026, 12, 31), date(2027, 1, 1))

    assert [check_authority_request(asked, TODAY).may_be_told_on(day) for day in days] == told


@pytest.mark.parametrize(
    "asked",
    [
        replace(ASKED, may_tell=MayTell.FROM_A_DAY),
        replace(ASKED, may_tell=MayTell.NO, may_tell_from=TODAY),
        replace(ASKED, received_on=date(2026, 11, 17)),
        replace(ASKED, basis_checked_on=date(2026, 11, 1)),
        replace(ASKED, authority=""), replace(ASKED, requisition=" "),
    ],
    ids=["no day", "no and a day", "to come", "checked before", "nobody", "no reference"],
)  # fmt: skip
def test_a_request_of_an_authority_that_cannot_be_is_refused(asked):
    with pytest.raises(InvalidInputError):
        check_authority_request(asked, TODAY)


def test_the_policy_in_force_is_the_last_one_that_has_begun():
    first, second = PolicyVersion("v1", date(2024, 1, 1)), PolicyVersion("v2", date(2026, 1, 1))
    versions = (second, first)

    assert in_force_on(versions, date(2023, 12, 31)) is None
    assert in_force_on(versions, date(2025, 12, 31)) is first
    assert in_force_on(versions, date(2026, 1, 1)) is second


@pytest.mark.parametrize(
    "version",
    [PolicyVersion("V1 ", date(2026, 1, 1)), PolicyVersion("v3", date(2024, 1, 1)),
     PolicyVersion("", date(2026, 1, 1))],
    ids=["name taken", "day taken", "no name"],
)  # fmt: skip
def test_a_version_has_a_name_and_a_day_of_its_own(version):
    with pytest.raises(InvalidInputError):
        check_version(version, [PolicyVersion("v1", date(2024, 1, 1))])
