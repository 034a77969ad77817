"""The catalogue of systems: nothing is active unseen, and open requests ask what is added."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.system import HowAsked
from dsr_desktop.domain.system_proposals import PROPOSALS
from dsr_desktop.services.handling import decide, mark_sent, new_request
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.source_tasks import list_tasks
from dsr_desktop.services.systems import (
    add_system,
    change_system,
    confirm_proposal,
    dismiss_proposal,
    list_proposals,
    list_systems,
    put_list,
    take_list,
)
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak
from tests.unit.domain.systems_made import CRM, PAPER

EN = speak("en")
CAMILLE = make_criteria({"name": "Camille Dupont"})
RECEIVED = date(2026, 11, 2)


@pytest.fixture
def ask(register, today):
    """Return a function that records a request and gives its reference."""

    def ask(*rights):
        asked = rights or (Right.ACCESS,)
        view = new_request(register, asked, CAMILLE, RECEIVED, Channel.POST, today)
        return view.request.ref

    return ask


def asked_systems(register, ref):
    return [task.system.name for task in list_tasks(register, ref)]


def payloads(register, kind):
    return [one.payload for one in events(register.database) if one.kind == kind]


# --- proposals


def test_r_src_1_a_new_register_proposes_systems_and_asks_none_of_them(register, ask):
    assert list_proposals(register) == PROPOSALS
    assert list_systems(register) == ()
    assert asked_systems(register, ask()) == []


def test_a_confirmed_proposal_is_a_system_and_is_proposed_no_more(register, today):
    view = confirm_proposal(register, "crm", today, EN, owner="Léa Morel", activities=("PA3",))

    assert (view.system.name, view.system.active_from) == ("Customer file (CRM)", today)
    assert view.system.activities == ("PA3",)
    assert "crm" not in {one.code for one in list_proposals(register)}
    with pytest.raises(NotAllowedError, match="in the catalogue already"):
        confirm_proposal(register, "crm", today, EN, owner="Léa Morel", name="Other")


def test_a_proposal_with_a_slip_needs_its_colleague(register, today):
    with pytest.raises(InvalidInputError, match="Paper files and business cards has no owner"):
        confirm_proposal(register, "paper", today, EN)

    confirm_proposal(register, "paper", today, EN, how_asked=HowAsked.BY_DPO)
    assert len(list_systems(register)) == 1


def test_a_dismissed_proposal_can_still_be_confirmed(register, today):
    dismiss_proposal(register, "clarity", today)
    assert "clarity" not in {one.code for one in list_proposals(register)}

    confirm_proposal(register, "clarity", today, EN)
    with pytest.raises(NotAllowedError, match="change or end it there"):
        dismiss_proposal(register, "clarity", today)


# --- systems


def test_r_src_1_a_system_that_is_added_is_asked_in_every_open_request(register, ask, today):
    searched, short = ask(Right.ERASURE), ask(Right.OBJECTION_MARKETING)

    add_system(register, CRM, today)

    assert asked_systems(register, searched) == ["CRM"]
    assert asked_systems(register, short) == []


def test_an_answered_request_does_not_ask_a_system_that_comes_later(register, ask, today):
    ref = ask()
    find_person(register, ref, today)
    decide(register, ref, Right.ACCESS, Decision.NO_DATA, today)
    mark_sent(register, ref, today, Channel.POST, today)

    add_system(register, CRM, today)

    assert asked_systems(register, ref) == []


def test_a_system_that_ended_is_not_asked_by_later_requests_and_keeps_its_tasks(
    register, ask, today
):
    view = add_system(register, CRM, today)
    before = ask()

    change_system(register, replace(view.system, active_to=date(2026, 11, 15)), today)

    assert asked_systems(register, before) == ["CRM"]
    assert asked_systems(register, ask()) == []


def test_a_change_is_an_event_that_names_fields_and_no_person(register, today):
    view = add_system(register, CRM, today)

    changed = change_system(register, replace(view.system, owner="Ana Ruiz"), today)
    change_system(register, changed.system, today)

    assert changed.system.owner == "Ana Ruiz"
    assert payloads(register, "system_changed") == [{"system": 1, "changed": ["owner"]}]
    assert payloads(register, "system_added") == [{"system": 1, "what": "crm"}]
    assert "Morel" not in str([one.payload for one in events(register.database)])


@pytest.mark.parametrize(
    ("changes", "error", "told"),
    [
        ({"activities": ("PA9",)}, InvalidInputError, "no activity PA9"),
        ({"active_from": date(2026, 11, 17)}, InvalidInputError, "after today"),
        ({"name": "archives"}, NotAllowedError, "a system archives already"),
        ({"name": ""}, InvalidInputError, "no name"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(
    register, today, changes, error, told
):
    add_system(register, PAPER, today)
    before = list(events(register.database))

    with pytest.raises(error, match=told):
        add_system(register, replace(CRM, id=0, **changes), today)

    assert [one.system.name for one in list_systems(register)] == ["Archives"]
    assert list(events(register.database)) == before


def test_a_system_keeps_the_proposal_it_came_from(register, today):
    view = confirm_proposal(register, "crm", today, EN, owner="Léa Morel")

    changed = change_system(register, replace(view.system, proposal=None, name="HubSpot"), today)

    assert (changed.system.name, changed.system.proposal) == ("HubSpot", "crm")


def test_an_unknown_system_is_told(register, today):
    with pytest.raises(NotFoundError, match="no system 5"):
        change_system(register, replace(CRM, id=5), today)


# --- lists


def test_r_src_1_a_system_has_the_age_of_its_newest_list(
    register, ask, today, bring_in, write_csv, lists
):
    view = add_system(register, CRM, today)
    ref = ask()
    rows = [["Nom"], ["Ana Ruiz"]]
    for name, day in (("a.csv", date(2026, 3, 2)), ("b.csv", date(2026, 9, 1))):
        bring_in(register, write_csv(lists / name, [*rows, [name]]), collected_on=day)
    for source in (1, 2):
        view = put_list(register, view.system.id, source)

    assert [one.name for one in view.lists] == ["a.csv", "b.csv"]
    assert view.listed_on == date(2026, 9, 1)
    assert list_tasks(register, ref)[0].listed_on == date(2026, 9, 1)
    assert take_list(register, view.system.id, 2).listed_on == date(2026, 3, 2)


def test_a_list_that_is_not_there_is_told(register, today):
    view = add_system(register, CRM, today)

    with pytest.raises(NotFoundError, match="no import 4"):
        put_list(register, view.system.id, 4)
