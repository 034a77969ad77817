"""Systems come back as they were kept, and a list belongs where its earlier version did."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.store.sources import remove_sources
from dsr_desktop.store.systems import (
    add_system,
    dismiss_proposal,
    dismissed_proposals,
    lists_of_systems,
    put_list,
    read_system,
    read_systems,
    recall_proposal,
    take_list,
    write_system,
)
from tests.unit.domain.systems_made import CRM, PAPER

FULL = replace(
    CRM, how_to_export="Search > Export", activities=("PA2", "PA3"), active_to=date(2027, 1, 1),
    proposal="crm",
)  # fmt: skip


@pytest.fixture
def database(register):
    return register.database


@pytest.fixture
def lists(register, bring_in, write_csv, tmp_path):
    """Return a function that imports a list and gives its id."""

    def bring(name):
        bring_in(register, write_csv(tmp_path / name, [["Nom", "E-mail"], [name, "a@b.example"]]))
        return register.database.connection.execute("SELECT max(id) FROM source").fetchone()[0]

    return bring


def supersede(database, earlier, later):
    """Let one list take the place of another."""
    with database.transaction() as connection:
        connection.execute("UPDATE source SET superseded_by = ? WHERE id = ?", (later, earlier))


def test_a_system_comes_back_as_it_was_kept(database):
    first, second = add_system(database, FULL), add_system(database, PAPER)

    assert read_systems(database) == (replace(FULL, id=first), replace(PAPER, id=second))
    assert read_system(database, second).name == "Archives"


def test_a_change_replaces_all_of_one_system_alone(database):
    first, second = add_system(database, FULL), add_system(database, PAPER)

    write_system(database, replace(PAPER, id=first, name="Boxes"))

    assert [one.name for one in read_systems(database)] == ["Boxes", "Archives"]
    assert read_system(database, second) == replace(PAPER, id=second)


def test_an_unknown_system_is_told(database):
    with pytest.raises(NotFoundError, match="no system 7"):
        read_system(database, 7)


def test_a_proposal_stays_dismissed_until_it_is_recalled(database):
    for _twice in range(2):
        dismiss_proposal(database, "clarity", date(2026, 11, 16), "Nora Vidal")
    assert dismissed_proposals(database) == {"clarity"}

    recall_proposal(database, "clarity")
    assert dismissed_proposals(database) == frozenset()


# --- lists


def test_a_list_may_come_from_several_systems_and_is_named_once_for_each(database, lists):
    crm, paper, source = add_system(database, CRM), add_system(database, PAPER), lists("a.csv")
    for system_id in (crm, crm, paper):
        put_list(database, system_id, source)

    assert lists_of_systems(database) == {crm: (source,), paper: (source,)}
    take_list(database, crm, source)
    assert lists_of_systems(database) == {paper: (source,)}


def test_the_newer_version_of_a_list_comes_from_where_the_earlier_one_did(database, lists):
    crm, earlier, later = add_system(database, CRM), lists("a.csv"), lists("b.csv")
    put_list(database, crm, earlier)

    supersede(database, earlier, later)

    assert lists_of_systems(database) == {crm: (later,)}


def test_it_still_does_when_the_earlier_version_is_purged(database, lists):
    crm, earlier, later = add_system(database, CRM), lists("a.csv"), lists("b.csv")
    put_list(database, crm, earlier)
    supersede(database, earlier, later)

    remove_sources(database, [earlier])

    assert lists_of_systems(database) == {crm: (later,)}


@pytest.mark.parametrize("both", [False, True])
def test_a_list_that_leaves_the_register_leaves_its_system(database, lists, both):
    crm, earlier, later = add_system(database, CRM), lists("a.csv"), lists("b.csv")
    put_list(database, crm, earlier)
    supersede(database, earlier, later)

    if both:
        remove_sources(database, [earlier, later])
        assert lists_of_systems(database) == {}
        return
    supersede(database, earlier, None)
    remove_sources(database, [later])
    assert lists_of_systems(database) == {crm: (earlier,)}


def test_taking_a_list_back_takes_its_earlier_versions_too(database, lists):
    crm, earlier, later = add_system(database, CRM), lists("a.csv"), lists("b.csv")
    put_list(database, crm, earlier)
    supersede(database, earlier, later)

    take_list(database, crm, later)

    assert lists_of_systems(database) == {}
    supersede(database, earlier, None)
    assert lists_of_systems(database) == {}
