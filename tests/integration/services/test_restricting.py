"""Restriction: at once out of use, wherever the person comes in again, until she was told."""

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.domain.restriction import Ground, RowState, Scope
from dsr_desktop.domain.source import SourceKind
from dsr_desktop.services.erasing import erase
from dsr_desktop.services.handling import decide
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.purging import purge_due_copies
from dsr_desktop.services.replacing import replace
from dsr_desktop.services.request_facts import list_steps
from dsr_desktop.services.restricted_rows import (
    restricted_people,
    restricted_rows,
    rows_set_apart,
)
from dsr_desktop.services.restricting import (
    lift_restriction,
    list_restrictions,
    restrict,
    restrictions_of,
    restrictions_to_review,
)
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources, remove, set_activity
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from tests.integration.services.erasures_made import (
    ASKED,
    CAMILLE,
    PAUL,
    REF,
    TODAY,
    ZOE,
    ask,
    bring_list,
    ready,
    write_list,
)

LATER = TODAY.replace(year=2027)


@pytest.fixture
def objected(register, lists):
    """A person on one list of three objects; returns the place of the list."""
    path = bring_list(register, lists / "crm.csv", PAUL, CAMILLE, ZOE)
    ask(register, rights=(Right.OBJECTION,))
    return path


def restricted_camille(register, **options):
    return restrict(register, REF, Ground.OBJECTION, TODAY, **options)


def test_r_obj_1_the_flag_is_proposed_and_set_in_one_step(register, objected):
    (proposal,) = restrictions_of(register, REF).proposed

    made = restrict(register, REF, proposal.ground, TODAY)

    assert (made.rows, made.restriction.since) == (1, TODAY)
    assert restrictions_of(register, REF).proposed == ()
    steps = {one.code: one for one in list_steps(register, REF)}
    assert steps[StepCode.O02].is_settled


def test_a_day_of_review_is_a_step_of_its_own(register, lists):
    bring_list(register, lists / "crm.csv", CAMILLE)
    ask(register, rights=(Right.RESTRICTION,))
    restricted_camille(register)
    assert StepCode.L04 not in {one.code for one in list_steps(register, REF) if one.is_settled}

    restrict(register, REF, Ground.ACCURACY, TODAY, review_on=LATER)

    assert StepCode.L04 in {one.code for one in list_steps(register, REF) if one.is_settled}


def test_a_restricted_row_is_out_of_use_and_still_found_for_the_dpo(register, objected):
    restricted_camille(register)

    (row,) = restricted_rows(register)

    assert rows_set_apart(register).of(row) == (RowState.RESTRICTED,)
    assert [hit.place.row.id for hit in search(register, ASKED).hits] == [row]


def test_whoever_comes_in_again_is_restricted_as_well(register, objected, lists):
    restricted_camille(register)

    other = write_list(lists / "salon.csv", CAMILLE.replace("camille.dupont@", "CAMILLE.DUPONT@"))
    import_paths(register, [other], ImportOptions(), TODAY)

    assert len(restricted_rows(register)) == 2


def test_the_row_of_a_newer_version_stays_restricted_whatever_its_keys_became(
    register, objected, lists
):
    restricted_camille(register)
    (before,) = restricted_rows(register)
    (source,) = list_sources(register)

    changed = CAMILLE.replace("camille.dupont@acme.example", "c.dupont@other.example")
    write_list(objected, PAUL, changed, ZOE)
    replace(register, source.id, objected, ImportOptions(), TODAY)

    rows = restricted_rows(register)
    assert before in rows
    assert len(rows) == 2


def test_another_purpose_goes_on(register, objected):
    (source,) = list_sources(register)
    set_activity(register, source.id, "PA2")
    restricted_camille(register, scope=Scope(activity="PA2"))

    assert len(restricted_rows(register, "PA2")) == 1
    assert restricted_rows(register, "PA1") == frozenset()
    assert restricted_people(register, "PA2").has(["Camille.Dupont@acme.example"], [])
    assert not restricted_people(register, "PA1").has(["camille.dupont@acme.example"], [])


def test_one_file_is_restricted_and_the_others_are_not(register, objected, lists):
    bring_list(register, lists / "salon.csv", CAMILLE)
    first, _second = list_sources(register)

    restricted_camille(register, scope=Scope(source_id=first.id))

    assert len(restricted_rows(register)) == 1
    assert not restricted_people(register).has(["camille.dupont@acme.example"], [])


def test_phones_are_known_however_they_are_written(register, objected):
    restricted_camille(register)
    people = restricted_people(register)

    assert people.has([], ["+33 6 12 34 56 78"])
    assert not people.has(["paul.quintal@acme.example", "no address"], ["06 99", "12"])


def test_nothing_restricted_is_deleted(register, lists):
    path = bring_list(register, lists / "crm.csv", PAUL, CAMILLE, ZOE, kind=SourceKind.COPY)
    ask(register, rights=(Right.OBJECTION,))
    restricted_camille(register)
    (source,) = list_sources(register)
    register.database.connection.execute("UPDATE request SET status = 'closed'")

    with pytest.raises(NotAllowedError, match="Restricted rows: 1"):
        remove(register, source.id)
    assert purge_due_copies(register, LATER) == ()
    assert path.exists()
    lift_restriction(register, 1, TODAY, TODAY)
    assert len(purge_due_copies(register, LATER)) == 1


def test_an_erasure_waits_for_the_restriction_to_be_lifted(register, lists):
    ready(register, lists)
    restrict(register, REF, Ground.UNLAWFUL, TODAY)

    with pytest.raises(NotAllowedError, match="Restricted rows: 1"):
        erase(register, REF, TODAY)
    lift_restriction(register, 1, TODAY, TODAY)

    assert erase(register, REF, TODAY).plan.whole == 1


def test_it_is_lifted_with_the_notice_alone_and_forgets_by_what_she_was_known(register, objected):
    made = restricted_camille(register)

    with pytest.raises(NotAllowedError, match="told before"):
        lift_restriction(register, made.restriction.id, None, TODAY)
    changed = lift_restriction(register, made.restriction.id, TODAY, TODAY)

    assert changed.told_on == TODAY
    assert restricted_rows(register) == frozenset()
    kept = register.database.connection.execute("SELECT count(*) FROM restricted_key").fetchone()
    assert kept == (0,)
    assert [one.rows for one in list_restrictions(register)] == [0]


def test_the_three_states_are_kept_apart(register, lists):
    bring_list(register, lists / "crm.csv", PAUL, CAMILLE, ZOE)
    ask(register, rights=(Right.ERASURE, Right.OBJECTION))
    assert rows_set_apart(register).states == {}

    decide(register, REF, Right.ERASURE, Decision.GRANTED, TODAY)
    (row,) = rows_set_apart(register).states
    assert rows_set_apart(register).of(row) == (RowState.FROZEN,)

    restricted_camille(register)
    apart = rows_set_apart(register)
    assert apart.of(row) == (RowState.RESTRICTED, RowState.FROZEN)
    assert [apart.count(state) for state in RowState] == [1, 1, 0]
    assert row in apart
    assert apart.of(None) == ()


def test_a_restriction_comes_up_for_review(register, objected):
    restricted_camille(register, review_on=LATER)

    assert restrictions_to_review(register, TODAY) == ()
    assert len(restrictions_to_review(register, LATER)) == 1


def test_what_cannot_be_is_refused_and_nothing_is_kept(register, objected):
    for options, error in (
        ({"scope": Scope(activity="unheard of")}, InvalidInputError),
        ({"scope": Scope(source_id=99)}, NotFoundError),
        ({"since": LATER}, InvalidInputError),
    ):
        with pytest.raises(error):
            restricted_camille(register, **options)
    with pytest.raises(NotFoundError):
        lift_restriction(register, 7, TODAY, TODAY)
    assert list_restrictions(register) == ()


def test_the_events_name_no_person_and_a_search_finds_her_among_the_restricted(register, objected):
    restricted_camille(register, note="she says the number is her brother's")

    kept = [one for one in events(register.database) if one.kind == "restricted"]
    found = search(register, make_criteria({"phone": "06 12 34 56 78"}))

    assert "camille" not in repr(kept).lower()
    assert "restriction" in {one.kind for one in found.own_records}
    assert verify(register).sound
