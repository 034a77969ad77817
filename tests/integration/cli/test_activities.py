"""The processing activities on the command line."""

import pytest

PROPOSED = {
    "code": "PA1", "name": "Answering requests", "legal_basis": "6(1)(b)", "confirmed": False,
}  # fmt: skip


@pytest.mark.usefixtures("with_register")
def test_the_activities_are_listed_with_what_is_not_confirmed(dsr):
    documents = dsr("activities", "--json").json["activities"]

    assert documents[0] == PROPOSED
    assert [one["code"] for one in documents if not one["confirmed"]] == ["PA1", "PA2", "PA4"]
    assert dsr("activities").lines[:3] == [
        "PA1  Answering requests: Contract or steps before it, art. 6(1)(b) · not confirmed",
        "PA2  Communication on products: Legitimate interests, art. 6(1)(f) · not confirmed",
        "PA3  Service delivery: Contract or steps before it, art. 6(1)(b) · confirmed",
    ]


@pytest.mark.usefixtures("with_register")
def test_an_activity_is_confirmed_and_stays_so(dsr):
    confirmed = {**PROPOSED, "confirmed": True}

    assert dsr("activities", "confirm", "PA1", "--json").json == confirmed
    assert dsr("activities", "--json").json["activities"][0] == confirmed


@pytest.mark.usefixtures("with_register")
def test_basis_and_name_may_be_others_than_those_proposed(dsr):
    more = ("--basis", "6(1)(a)", "--name", "Newsletter")

    assert dsr("activities", "confirm", "PA2", *more).lines == [
        "PA2  Newsletter: Consent, art. 6(1)(a) · confirmed"
    ]


@pytest.mark.usefixtures("with_register")
@pytest.mark.parametrize(
    "arguments",
    [["PA9"], [""], ["PA1", "--basis", ""], ["PA1", "--basis", "6(1)(g)"], ["PA1", "--name", " "]],
)
def test_what_cannot_be_confirmed_gets_a_sentence(refused, arguments):
    refused("activities", "confirm", *arguments)


@pytest.mark.usefixtures("with_register")
def test_a_confirmation_without_a_code_is_wrong_use(misused):
    assert "CODE" in misused("activities", "confirm")
