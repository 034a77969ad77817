"""One given name written twice is told from two given names, which may be twins'."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.given_name_slips import is_same_given_name
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.matching import How, Level
from dsr_desktop.domain.row import Row

F = Field
PHONE = {"phone": "06 39 98 44 21"}


def level(asked, *names):
    fields = [F.PHONE, *((F.NAME,) if len(names) == 1 else (F.GIVEN_NAME, F.FAMILY_NAME))]
    row = Row(["0639984421", *names], fields)
    return grade_row(make_ready(make_criteria(PHONE | asked), "FR"), row).level


@pytest.mark.parametrize(
    ("asked", "there"),
    [("guillaume", "guilluame"), ("christophe", "chrisotphe"), ("dominique", "dominque"),
     ("robert", "bob"), ("bob", "robert"), ("catherine", "cathy"), ("frederic", "fred")],
)  # fmt: skip
def test_a_slip_and_a_short_form_are_the_same_given_name(asked, there):
    assert is_same_given_name(asked, there)


@pytest.mark.parametrize(
    ("asked", "there"),
    [("marie", "maria"), ("jean", "jan"), ("noel", "noelle"), ("valentin", "valentine"),
     ("mathilde", "mathilda"), ("michel", "michael"), ("lea", "eleonore"), ("elise", "elisabeth"),
     ("aymar", "aymer"), ("kelyan", "kilyan"), ("bill", "will"), ("guilluame", "guillaume"),
     ("paul", "pierre"), ("luc", "lux")],
)  # fmt: skip
def test_two_names_that_twins_or_sisters_may_have_are_two(asked, there):
    assert not is_same_given_name(asked, there)


GUILLAUME = {"given_name": "Guillaume", "family_name": "Tressac"}


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (GUILLAUME, ("Guilluame", "Tressac")),
        (GUILLAUME, ("Tressac Guilluame",)),
        ({"name": "Robert Tressac"}, ("Bob Tressac",)),
        ({"name": "Robert Tressac"}, ("Bob", "Tressac")),
    ],
)
def test_such_a_name_does_not_contradict_an_equal_key(asked, names):
    assert level(asked, *names) is Level.STRONG


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (GUILLAUME, ("Guillemette", "Tressac")),
        (GUILLAUME, ("Guilluame", "Leroy")),
        ({"name": "Marie Tressac"}, ("Maria Tressac",)),
        ({"name": "Jean Tressac"}, ("Jan", "Tressac")),
        ({"name": "Noël Tressac"}, ("Noëlle Tressac",)),
        ({"given_name": "Paul", "family_name": "Robert"}, ("Paul", "Bob")),
        ({"given_name": "Robert", "family_name": "Guillaume"}, ("Bob Guilluame",)),
    ],
)
def test_another_given_or_family_name_still_contradicts(asked, names):
    assert level(asked, *names) is Level.PROBABLE


def test_a_contradiction_taken_back_is_not_among_the_reasons():
    row = Row(["0639984421", "Bob Tressac"], [F.PHONE, F.NAME])
    found = grade_row(make_ready(make_criteria(PHONE | {"name": "Robert Tressac"}), "FR"), row)

    assert How.OTHER_GIVEN_NAME not in {reason.how for reason in found.reasons}
