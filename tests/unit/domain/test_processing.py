"""The record of processing: what is proposed, and what it lacks (domain.md 4.1)."""

from datetime import date

import pytest

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.processing import (
    REQUIRED,
    Controller,
    Detail,
    Hint,
    HintKind,
    ProcessingActivity,
    check_details,
    detail_named,
    hints_of,
    hints_of_company,
    next_code,
)
from dsr_desktop.domain.proposed_processing import PROPOSED
from dsr_desktop.domain.recipient import Recipient, RecipientRole

FULL = dict.fromkeys(Detail, "said")
HOST = Recipient("Hébergeur SA", RecipientRole.PROCESSOR, "US")


def entry(code="PA1", basis="6(1)(b)", *, confirmed=True, details=FULL, recipients=()):
    return ProcessingActivity(Activity(code, "Name", basis, confirmed), details, recipients)


def kinds(one):
    return {hint.kind for hint in hints_of(one)}


def test_every_activity_of_a_new_register_has_what_article_30_asks_for():
    assert list(PROPOSED) == ["PA1", "PA2", "PA3", "PA4", "PA5"]
    for code, details in PROPOSED.items():
        left_open = {Detail.RETENTION} if code == "PA5" else set()
        assert set(REQUIRED) - set(details) == left_open


def test_an_activity_of_which_all_is_said_lacks_only_named_recipients():
    assert kinds(entry()) == {HintKind.RECIPIENTS_UNNAMED}
    named = Recipient("Hôte", RecipientRole.PROCESSOR, "FR", contract_on=date(2024, 1, 9))
    assert hints_of(entry(recipients=(named,))) == ()


def test_an_unconfirmed_legal_basis_is_the_first_hint():
    assert hints_of(entry(confirmed=False))[0] == Hint(HintKind.BASIS_OPEN, "PA1")


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (entry(basis="6(1)(f)", details={**FULL, Detail.LEGITIMATE_INTEREST: ""}),
         HintKind.INTEREST_UNSTATED),
        (entry("PA4", "6(1)(a)", confirmed=False), HintKind.WITHDRAWAL_UNSTATED),
        (entry("PA4", "6(1)(a)", confirmed=False), HintKind.PSEUDONYMOUS_IDS),
        (entry("PA2", "6(1)(f)", confirmed=False), HintKind.CHECK_MARKETING_RULES),
        (entry(recipients=(HOST,)), HintKind.SAFEGUARD_MISSING),
        (entry(recipients=(HOST,)), HintKind.CONTRACT_MISSING),
    ],
)  # fmt: skip
def test_the_gaps_of_the_policy_are_hints(one, kind):
    assert kind in kinds(one)


@pytest.mark.parametrize("detail", REQUIRED)
def test_each_detail_that_article_30_asks_for_is_a_hint_when_it_is_empty(detail):
    hints = hints_of(entry(details={**FULL, detail: ""}))

    assert Hint(HintKind.DETAIL_MISSING, "PA1", detail) in hints


def test_the_company_lacks_contacts_and_a_policy_until_they_are_said():
    assert [hint.kind for hint in hints_of_company(Controller("Exemple SAS"), has_policy=False)] == [
        HintKind.CONTROLLER_CONTACT, HintKind.DPO_CONTACT, HintKind.NO_POLICY_VERSION,
    ]  # fmt: skip
    whole = Controller("Exemple SAS", contact="1 rue X", dpo_contact="dpo@exemple.example")
    assert hints_of_company(whole, has_policy=True) == ()


def test_the_next_code_follows_the_highest():
    known = [Activity(code, "", "6(1)(b)", confirmed=True) for code in ("PA2", "PA10", "X1")]

    assert next_code(known) == "PA11"
    assert next_code([]) == "PA1"


def test_details_are_tidied_and_an_endless_one_is_refused():
    assert check_details({Detail.PURPOSES: " sell "}) == {Detail.PURPOSES: "sell"}
    with pytest.raises(InvalidInputError):
        check_details({Detail.PURPOSES: "x" * 2_001})


def test_a_detail_is_found_by_its_name_only():
    assert detail_named("security") is Detail.SECURITY
    with pytest.raises(InvalidInputError):
        detail_named("colour")
