"""Who is out of use when a list leaves: restricted, frozen and archived people, wherever they stand."""

import pytest

from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.outgoing import Why
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.restriction import Ground
from dsr_desktop.services.out_of_use import OutOfUse
from dsr_desktop.services.restricting import restrict
from tests.integration.services.erasures_made import (
    CAMILLE,
    PAUL,
    REF,
    TODAY,
    ZOE,
    ask,
    bring_list,
)


@pytest.fixture
def objected(register, lists):
    bring_list(register, lists / "crm.csv", PAUL, CAMILLE, ZOE)
    ask(register, rights=(Right.OBJECTION,))


def emails(*rows):
    return {(KeyKind.EMAIL, cell) for row in rows for cell in row.split(";") if "@" in cell}


def test_nobody_is_out_of_use_before_anything_is_restricted(register, objected):
    assert OutOfUse(register, TODAY).among(emails(CAMILLE, PAUL)) == {}


def test_a_restricted_person_leaves_with_no_list_and_the_others_go(register, objected):
    restrict(register, REF, Ground.OBJECTION, TODAY)

    found = OutOfUse(register, TODAY).among(emails(CAMILLE, PAUL, ZOE))

    assert found == dict.fromkeys(emails(CAMILLE), Why.RESTRICTED)


def test_a_restricted_person_is_known_by_a_key_that_stands_in_no_list(register, objected):
    restrict(register, REF, Ground.OBJECTION, TODAY)
    (email,) = emails(CAMILLE)

    assert OutOfUse(register, TODAY).among({email}) == {email: Why.RESTRICTED}
