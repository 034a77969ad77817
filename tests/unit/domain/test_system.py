"""The catalogue of systems: what can be kept, and what is only proposed."""

from datetime import date

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.system import HowAsked, check_system
from dsr_desktop.domain.system_proposals import PROPOSALS, open_proposals, proposal_of
from tests.unit.domain.systems_made import system


def test_a_system_is_asked_on_its_first_and_on_its_last_day_and_not_beyond():
    used = system(active_from=date(2026, 1, 5), active_to=date(2026, 11, 16))

    days = [date(2026, 1, 4), date(2026, 1, 5), date(2026, 11, 16), date(2026, 11, 17)]
    assert [used.is_active_on(day) for day in days] == [False, True, True, False]


def test_texts_are_trimmed_and_activities_named_once():
    checked = check_system(
        system(name="  CRM \n Paris ", owner=" Léa ", activities=("PA2", "PA3", "PA2"))
    )

    assert (checked.name, checked.owner, checked.activities) == ("CRM Paris", "Léa", ("PA2", "PA3"))
    assert checked.id == 1


def test_a_slip_needs_somebody_to_go_to_and_the_dpo_needs_none():
    with pytest.raises(InvalidInputError, match="CRM has no owner"):
        check_system(system(owner=" "))

    assert check_system(system(owner="", how_asked=HowAsked.BY_DPO)).owner == ""


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": " "}, "no name"),
        ({"name": "x" * 201}, "too long"),
        ({"contact": "x" * 201}, "too long"),
        ({"how_to_export": "x" * 4_001}, "too long"),
        ({"active_to": date(2019, 12, 31)}, "before it begins on 2020-01-01"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(changes, told):
    with pytest.raises(InvalidInputError, match=told):
        check_system(system(**changes))


def test_proposals_have_a_code_each_and_name_what_small_companies_have():
    codes = [one.code for one in PROPOSALS]

    assert len(set(codes)) == len(codes)
    assert {"mailbox", "accounting", "crm", "paper", "telephone", "clarity", "hosting"} <= {*codes}


def test_what_was_confirmed_or_dismissed_is_not_proposed_again():
    left = {one.code for one in open_proposals({"crm", "paper"})}

    assert left == {one.code for one in PROPOSALS} - {"crm", "paper"}


def test_a_proposal_is_known_by_its_code():
    assert proposal_of("paper").name == "Paper files and business cards"


def test_an_unknown_proposal_is_told_with_the_known_ones():
    with pytest.raises(InvalidInputError, match=r"no proposal telex.*mailbox"):
        proposal_of("telex")
