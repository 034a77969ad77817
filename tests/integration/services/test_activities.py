"""The processing activities (domain.md 4.1): proposed ones stay open until the DPO confirms them."""

import pytest

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.services.activities import confirm_activity, list_activities
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events


def confirmed_codes(register):
    return {one.code for one in list_activities(register) if one.confirmed}


def last_event(register):
    return list(events(register.database))[-1]


def test_only_those_without_a_question_mark_are_confirmed_at_first(register):
    assert [one.code for one in list_activities(register)] == ["PA1", "PA2", "PA3", "PA4", "PA5"]
    assert confirmed_codes(register) == {"PA3", "PA5"}


def test_an_activity_is_confirmed_as_proposed(register, today):
    proposed = list_activities(register)[0]

    confirmed = confirm_activity(register, "PA1", None, None, today)

    assert confirmed == Activity("PA1", proposed.name, proposed.legal_basis, confirmed=True)
    assert list_activities(register)[0] == confirmed
    assert confirmed_codes(register) == {"PA1", "PA3", "PA5"}


def test_an_activity_is_confirmed_with_another_basis_and_name(register, today):
    confirm_activity(register, "PA2", "art. 6(1)(a)", "Newsletter", today)

    assert list_activities(register)[1] == Activity("PA2", "Newsletter", "6(1)(a)", confirmed=True)


def test_a_confirmation_may_be_corrected(register, today):
    confirm_activity(register, "PA2", "6(1)(a)", None, today)

    assert confirm_activity(register, "PA2", "6(1)(f)", None, today).legal_basis == "6(1)(f)"


def test_who_confirmed_what_and_when_is_in_the_log(register, today):
    confirm_activity(register, "PA2", "6(1)(a)", "Lettre de Zéphyrine", today)

    event = last_event(register)
    assert (event.kind, event.ref, event.actor) == ("activity_confirmed", "PA2", "Nora Vidal")
    assert event.payload == {
        "legal_basis": "6(1)(a)", "proposed": "6(1)(f)", "renamed": True, "on": today.isoformat(),
    }  # fmt: skip
    assert verify(register).sound


@pytest.mark.parametrize(
    ("code", "basis", "name", "sentence"),
    [
        ("PA9", None, None, "There is no activity PA9"),
        ("", None, None, "There is no activity"),
        ("PA1", "6(1)(z)", None, "not a legal basis"),
        ("PA1", "6(1)(b)", " ", "between 1 and 200"),
    ],
)
def test_what_cannot_be_meant_changes_nothing(register, today, code, basis, name, sentence):
    before, known = last_event(register), list_activities(register)

    with pytest.raises(InvalidInputError, match=sentence):
        confirm_activity(register, code, basis, name, today)

    assert (last_event(register), list_activities(register)) == (before, known)
