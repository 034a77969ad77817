"""How surely a row is the person's where its name, keys or values are only like those asked for."""

from typing import NamedTuple

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.matching import How, Level
from dsr_desktop.domain.row import Row

F = Field
ADDRESS = "3 rue des Lilas"
BORN = "1990-05-24"


def grade(asked, cells, fields):
    return grade_row(make_ready(make_criteria(asked), "FR"), Row(cells, fields))


class Pair(NamedTuple):
    """Two people on paper: same person or not, and what the level may be."""

    why: str
    asked: dict
    cells: list
    fields: list
    level: Level


NAME_AND_PLACE = [F.NAME, F.ADDRESS]
NAME_AND_BIRTH = [F.NAME, F.BIRTH_DATE]
WITH_ADDRESS = {"address": ADDRESS}
WITH_BIRTH = {"birth_date": BORN}

SAME_PERSON = [
    Pair("misspelt family name, same address", {"name": "Camille Dupont"} | WITH_ADDRESS,
         ["Camille Dupond", ADDRESS], NAME_AND_PLACE, Level.PROBABLE),
    Pair("misspelt first name, same birth date", {"name": "Camille Dupont"} | WITH_BIRTH,
         ["Camile Dupont", "24/05/1990"], NAME_AND_BIRTH, Level.PROBABLE),
    Pair("scanned name, same company", {"name": "Bernard Laurent", "company": "ACME"},
         ["Bemard Laurent", "Acme SARL"], [F.NAME, F.COMPANY], Level.PROBABLE),
    Pair("short form, same birth date", {"name": "William Petit"} | WITH_BIRTH,
         ["Bill Petit", BORN], NAME_AND_BIRTH, Level.PROBABLE),
    Pair("apostrophe lost, same address", {"name": "Sean O'Brien"} | WITH_ADDRESS,
         ["OBRIEN Sean", ADDRESS], NAME_AND_PLACE, Level.PROBABLE),
    Pair("another alphabet, same birth date", {"name": "Youri Ivanov"} | WITH_BIRTH,
         ["Юрий Иванов", BORN], NAME_AND_BIRTH, Level.PROBABLE),
    Pair("address with floor and town", {"name": "Camille Dupont"} | WITH_ADDRESS,
         ["Camille Dupont", "Bât. B, 3 rue des Lilas, 57000 Metz"], NAME_AND_PLACE, Level.PROBABLE),
    Pair("postcode in the address", {"name": "Camille Dupont", "postcode": "57000"},
         ["Camille Dupont", "3 rue des Lilas, 57000 Metz"], NAME_AND_PLACE, Level.PROBABLE),
    Pair("postcode without its zero", {"name": "Camille Dupont", "postcode": "01000"},
         ["Camille Dupont", "1000"], [F.NAME, F.POSTCODE], Level.PROBABLE),
    Pair("two typos stay weak", {"name": "Camille Dupont"} | WITH_BIRTH,
         ["Camile Dupond", BORN], NAME_AND_BIRTH, Level.WEAK),
    Pair("initial stays weak", {"name": "Jean Dupont"} | WITH_ADDRESS,
         ["J. Dupont", ADDRESS], NAME_AND_PLACE, Level.WEAK),
    Pair("day and month swapped stays weak", {"name": "Camille Dupont", "birth_date": "1990-03-04"},
         ["Camille Dupont", "1990-04-03"], NAME_AND_BIRTH, Level.WEAK),
    Pair("mailbox with a tag", {"email": "camille@acme.example"},
         ["camille+promo@acme.example"], [F.EMAIL], Level.PROBABLE),
    Pair("dots at Gmail", {"email": "camille.dupont@gmail.com"},
         ["camilledupont@googlemail.com"], [F.EMAIL], Level.PROBABLE),
    Pair("same e-mail, two first names as initials",
         {"email": "jb@acme.example", "name": "Jean-Baptiste Martin"},
         ["jb@acme.example", "JB Martin"], [F.EMAIL, F.NAME], Level.STRONG),
    Pair("same e-mail, day and month swapped", {"email": "c@acme.example", "birth_date": "1990-03-04"},
         ["c@acme.example", "1990-04-03"], [F.EMAIL, F.BIRTH_DATE], Level.STRONG),
    Pair("identifier without its zeros", {"identifier": "000420"}, ["420"], [F.IDENTIFIER], Level.WEAK),
]  # fmt: skip
ANOTHER_PERSON = [
    Pair("twins, one letter apart", {"name": "Marie Dupont"} | WITH_ADDRESS | WITH_BIRTH,
         ["Maria Dupont", ADDRESS, BORN], [*NAME_AND_PLACE, F.BIRTH_DATE], Level.WEAK),
    Pair("brother and sister", {"name": "Alexandre Dupont"} | WITH_ADDRESS | WITH_BIRTH,
         ["Alexandra Dupont", ADDRESS, BORN], [*NAME_AND_PLACE, F.BIRTH_DATE], Level.WEAK),
    Pair("father and son", {"name": "Jean Dupont"} | WITH_ADDRESS,
         ["Jan Dupont", ADDRESS], NAME_AND_PLACE, Level.WEAK),
    Pair("father and son of one name", {"name": "Jean Dupont"} | WITH_ADDRESS | WITH_BIRTH,
         ["Jean Dupont", ADDRESS, "1961-01-02"], [*NAME_AND_PLACE, F.BIRTH_DATE], Level.WEAK),
    Pair("father and son, junior", {"name": "Jean Dupont"} | WITH_ADDRESS,
         ["Jean Dupont Jr", ADDRESS], NAME_AND_PLACE, Level.WEAK),
    Pair("father and son by patronymic", {"name": "Mohamed Ben Ali"} | WITH_ADDRESS,
         ["Ali Ben Mohamed", ADDRESS], NAME_AND_PLACE, Level.WEAK),
    Pair("mother and daughter", {"name": "Marie Dupont-Martin"} | WITH_ADDRESS,
         ["Marie Martin", ADDRESS], NAME_AND_PLACE, Level.WEAK),
    Pair("neighbours of two spellings, same town", {"name": "Pierre Durand", "postcode": "75011"},
         ["Pierre Durant", "75011"], [F.NAME, F.POSTCODE], Level.WEAK),
    Pair("two families, first names as surnames", {"name": "Jean Martin"} | WITH_ADDRESS,
         ["Jean Marin", ADDRESS], NAME_AND_PLACE, Level.WEAK),
    Pair("initial of a couple", {"name": "J Dupont"} | WITH_ADDRESS,
         ["J Dupont", ADDRESS], NAME_AND_PLACE, Level.WEAK),
    Pair("next door", {"name": "Camille Dupont"} | WITH_ADDRESS,
         ["Camille Dupont", "3 bis rue des Lilas"], NAME_AND_PLACE, Level.WEAK),
    Pair("another company of the group", {"name": "Camille Dupont", "company": "ACME"},
         ["Camille Dupont", "ACME Transports"], [F.NAME, F.COMPANY], Level.WEAK),
    Pair("family mailbox by tags", {"email": "dupont@acme.example", "name": "Marie Dupont"},
         ["dupont+jean@acme.example", "Jean Dupont"], [F.EMAIL, F.NAME], Level.WEAK),
    Pair("twins on one mailbox", {"email": "c@acme.example", "name": "Marie Dupont"},
         ["c@acme.example", "Maria Dupont"], [F.EMAIL, F.NAME], Level.PROBABLE),
    Pair("couple on one mailbox", {"email": "c@acme.example", "name": "Jean Dupont"},
         ["c@acme.example", "Jeanne Dupont"], [F.EMAIL, F.NAME], Level.PROBABLE),
]  # fmt: skip


@pytest.mark.parametrize("pair", [*SAME_PERSON, *ANOTHER_PERSON], ids=lambda pair: pair.why)
def test_a_similar_row_has_the_level_that_can_be_defended(pair):
    assert grade(pair.asked, pair.cells, pair.fields).level is pair.level


def test_a_name_alone_is_weak_however_well_it_agrees():
    for there in ["Camille Dupont", "Camile Dupont", "C. Dupont", "DUPONT CAMILLE", "Dupont"]:
        found = grade({"name": "Camille Dupont"}, [there], [F.NAME])
        assert found is None or found.level is Level.WEAK


@pytest.mark.parametrize(
    ("asked", "cell", "field", "how"),
    [
        ({"email": "a@acme.example"}, "a+x@acme.example", F.EMAIL, How.SAME_MAILBOX),
        ({"email": "a+x@acme.example"}, "a@acme.example", None, How.SAME_MAILBOX),
        ({"email": "a+x@acme.example"}, "a+y@acme.example", None, How.SAME_MAILBOX),
        ({"email": "a@acme.example"}, "écrire à a+x@acme.example", F.NOTE, How.INSIDE_TEXT),
        ({"email": "a.b@gmail.com"}, "ab+x@gmail.com", F.EMAIL, How.SAME_MAILBOX),
        ({"identifier": "0042"}, "42", F.IDENTIFIER, How.IDENTIFIER_WITHOUT_ZEROS),
        ({"identifier": "42"}, "0042", F.IDENTIFIER, How.IDENTIFIER_WITHOUT_ZEROS),
    ],
)
def test_a_key_that_is_nearly_the_same_is_told_from_an_equal_one(asked, cell, field, how):
    assert [reason.how for reason in grade(asked, [cell], [field]).reasons] == [how]


@pytest.mark.parametrize(
    ("asked", "cell", "field"),
    [
        ({"email": "a.b@acme.example"}, "ab@acme.example", F.EMAIL),
        ({"email": "a@acme.example"}, "a+x@other.example", F.EMAIL),
        ({"email": "a@acme.example"}, "ab@acme.example", F.EMAIL),
        ({"identifier": "0042"}, "42", F.POSTCODE),
        ({"identifier": "C-0042"}, "C-42", F.IDENTIFIER),
        ({"identifier": "0000"}, "000", F.IDENTIFIER),
    ],
)
def test_another_key_does_not_agree(asked, cell, field):
    assert grade(asked, [cell], [field]) is None


@pytest.mark.parametrize(
    "cell",
    ["612345678", "33612345678", "612345678.0", "01 40 20 50 50 / 06 12 34 56 78",
     "06 12 34 56 78 (perso), 01 40 20 50 50", "+33 (0)6 12 34 56 78", "0033612345678"],
)  # fmt: skip
def test_a_phone_is_the_same_however_a_list_has_it(cell):
    assert grade({"phone": "06 12 34 56 78"}, [cell], [F.PHONE]).level is Level.STRONG


def test_another_birth_date_is_among_the_reasons_where_the_name_agrees():
    found = grade(
        {"name": "Camille Dupont", "birth_date": BORN}, ["Camille Dupont", "1961-01-02"], NAME_AND_BIRTH
    )  # fmt: skip

    assert {reason.how for reason in found.reasons} == {How.SAME_NAME, How.OTHER_BIRTH_DATE}
