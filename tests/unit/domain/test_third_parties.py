"""What may be somebody else's is pointed out in cells and texts, and nothing of the person's own."""

import itertools

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.review_item import Found
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.third_parties import suggestions_in_row, suggestions_in_text

CAMILLE = make_ready(
    Criteria(
        name=("Camille Dupont",), email=("camille.dupont@acme.example",), phone=("06 12 34 56 78",)
    ),
    "FR",
)
FIELDS = (Field.GIVEN_NAME, Field.FAMILY_NAME, Field.EMAIL, Field.PHONE, Field.NOTE)


def told_in(row, **how):
    return {
        (column, text[one.start : one.end], one.found)
        for column, text, _field in row.filled()
        for one in suggestions_in_row(CAMILLE, row, **how).get(column, ())
    }


def told_in_text(text):
    return [(text[one.start : one.end], one.found) for one in suggestions_in_text(CAMILLE, text)]


def row_of(note, email="camille.dupont@acme.example"):
    return Row(("Camille", "Dupont", email, "06 12 34 56 78", note), FIELDS)


def test_a_name_and_a_phone_in_a_note_are_pointed_out_and_nothing_else():
    assert told_in(row_of("rappeler M. Paul Martin 06 98 76 54 32")) == {
        (5, "Paul Martin", Found.NAME), (5, "06 98 76 54 32", Found.PHONE),
    }  # fmt: skip


def test_what_is_the_persons_own_is_not_pointed_out():
    assert told_in(row_of("écrire à camille.dupont@acme.example ou 06 12 34 56 78")) == set()


def test_the_other_address_of_a_cell_with_two_is_pointed_out():
    both = "camille.dupont@acme.example; paul.martin@acme.example"

    assert told_in(row_of("", both)) == {(3, "paul.martin@acme.example", Found.EMAIL)}


def test_a_row_about_somebody_else_is_pointed_out_but_for_the_cells_that_name_the_person():
    row = Row(("Paul", "Martin", "p@foo.example", "", "vu avec Camille Dupont"), FIELDS)

    assert told_in(row, mentioning={5}) >= {
        (1, "Paul", Found.MENTION), (2, "Martin", Found.MENTION),
        (3, "p@foo.example", Found.MENTION),
    }  # fmt: skip
    assert not {one for one in told_in(row, mentioning={5}) if one[0] == 5}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("FR76 3000 6000 0112 3456 7890 189", [("FR76 3000 6000 0112 3456 7890 189", Found.IBAN)]),
        ("FR7630006000011234567890189", [("FR7630006000011234567890189", Found.IBAN)]),
        ("FR76 3000 6000 0112 3456 7890 188", []),
        ("Bonjour, merci de votre réponse", []),
        ("De la part de Mme Roux", [("Roux", Found.NAME)]),
        ("écrit par hugo@foo.example", [("hugo@foo.example", Found.EMAIL)]),
    ],
)
def test_texts_of_somebodys_own_are_looked_through(text, found):
    assert told_in_text(text) == found


def test_what_overlaps_is_one_stretch():
    stretches = suggestions_in_text(CAMILLE, "M. Paul Martin <paul.martin@foo.example>")

    assert all(one.end <= other.start for one, other in itertools.pairwise(stretches))
