"""Scenario SC11: a contested value is restricted, decided, put right in each copy, and lifted."""

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.rectification import CopyState
from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.domain.restriction import Ground
from dsr_desktop.services.erasing import erase
from dsr_desktop.services.handling import decide
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.rectifying import copies_of, record_corrected, rectify
from dsr_desktop.services.replacing import replace
from dsr_desktop.services.request_facts import list_steps
from dsr_desktop.services.restricted_rows import restricted_rows
from dsr_desktop.services.restricting import lift_restriction, restrict, restrictions_of
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.verifying import verify
from tests.integration.services.erasures_made import (
    CAMILLE,
    PAUL,
    REF,
    TODAY,
    ZOE,
    ask,
    bring_list,
    clean,
    write_list,
)

WRONG, RIGHT = "Xanthopolis", "Yverdopolis"


@pytest.fixture
def contested(register, lists):
    """Two lists with a wrong town, whose rectification is asked; returns the first place."""
    path = bring_list(register, lists / "crm.csv", PAUL, CAMILLE, ZOE)
    bring_list(register, lists / "salon.csv", CAMILLE)
    ask(register, rights=(Right.RECTIFICATION, Right.ERASURE))
    return path


def grant(register):
    decide(register, REF, Right.RECTIFICATION, Decision.GRANTED, TODAY)


def test_a_contested_value_is_restricted_then_put_right_then_lifted_with_a_notice(
    register, contested
):
    (proposal,) = restrictions_of(register, REF).proposed
    assert proposal.ground is Ground.ACCURACY
    made = restrict(register, REF, proposal.ground, TODAY)
    assert len(restricted_rows(register)) == 2

    grant(register)
    copies = rectify(register, REF, WRONG, RIGHT, TODAY)

    assert [(one.cell.before, one.cell.after, one.state) for one in copies] == [
        (WRONG, RIGHT, CopyState.TO_CORRECT)
    ] * 2
    with pytest.raises(NotAllowedError):
        lift_restriction(register, made.restriction.id, None, TODAY)
    lift_restriction(register, made.restriction.id, TODAY, TODAY)
    assert restricted_rows(register) == frozenset()


def test_the_register_finds_the_new_value_and_no_longer_the_old_one(register, contested):
    grant(register)
    rectify(register, REF, WRONG, RIGHT, TODAY)

    assert len(search(register, make_criteria({"text": RIGHT})).hits) == 2
    assert search(register, make_criteria({"text": WRONG})).hits == ()
    assert verify(register).sound


def test_each_file_is_followed_until_it_is_corrected(register, contested):
    grant(register)
    first, second = rectify(register, REF, WRONG, RIGHT, TODAY)

    copies = record_corrected(register, REF, first.cell.id, TODAY, "ZR", "seen", TODAY)

    assert [one.state for one in copies] == [CopyState.CORRECTED, CopyState.TO_CORRECT]
    assert (copies[0].cell.done_by, copies[0].cell.evidence) == ("ZR", "seen")
    with pytest.raises(InvalidInputError):
        record_corrected(register, REF, second.cell.id, TODAY.replace(year=2027), "", "", TODAY)
    with pytest.raises(NotFoundError):
        record_corrected(register, REF, 99, TODAY, "", "", TODAY)


@pytest.mark.parametrize(
    ("town", "state"), [(WRONG, CopyState.CAME_BACK), (RIGHT, CopyState.CORRECTED)]
)
def test_a_newer_version_of_the_list_is_compared(register, contested, town, state):
    grant(register)
    rectify(register, REF, WRONG, RIGHT, TODAY)
    source = list_sources(register)[0]

    newcomer = ZOE.replace("Zoé Roux", "Ana Roux").replace("zoe.roux", "ana.roux")
    write_list(contested, PAUL, CAMILLE.replace(WRONG, town), ZOE, newcomer)
    replace(register, source.id, contested, ImportOptions(), TODAY)

    assert copies_of(register, REF)[0].state is state


def test_what_cannot_be_corrected_is_refused(register, contested):
    with pytest.raises(NotAllowedError, match="granted"):
        rectify(register, REF, WRONG, RIGHT, TODAY)
    grant(register)
    for before, after, error in (
        (WRONG, WRONG, InvalidInputError),
        ("", RIGHT, InvalidInputError),
        ("Xantho", RIGHT, NotFoundError),
    ):
        with pytest.raises(error):
            rectify(register, REF, before, after, TODAY)
    assert copies_of(register, REF) == ()


def test_an_erasure_leaves_neither_value(register, contested, lists):
    grant(register)
    rectify(register, REF, WRONG, RIGHT, TODAY)
    decide(register, REF, Right.ERASURE, Decision.GRANTED, TODAY)
    write_list(lists / "salon.csv", ZOE)
    clean(register, contested, PAUL, ZOE)

    erase(register, REF, TODAY)

    assert [(one.cell.before, one.cell.after) for one in copies_of(register, REF)] == [("", "")] * 2


def settled(register):
    return {one.code for one in list_steps(register, REF) if one.is_settled}


def test_the_checklist_sees_what_was_put_right_and_where_it_came_back(register, contested):
    grant(register)
    assert not {StepCode.X01, StepCode.X02} & settled(register)

    first, second = rectify(register, REF, WRONG, RIGHT, TODAY)
    assert StepCode.X01 in settled(register)
    assert StepCode.X02 not in settled(register)

    for one in (first, second):
        record_corrected(register, REF, one.cell.id, TODAY, "ZR", "seen", TODAY)
    assert StepCode.X02 in settled(register)

    newcomer = ZOE.replace("Zoé Roux", "Ana Roux").replace("zoe.roux", "ana.roux")
    write_list(contested, PAUL, CAMILLE, ZOE, newcomer)
    replace(register, list_sources(register)[0].id, contested, ImportOptions(), TODAY)
    assert StepCode.X02 not in settled(register)
