"""The name cells of a row, and the name that an e-mail tells."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.row_names import (
    agrees,
    cells_for,
    full_name_in,
    parts_of,
    words_of_nobody,
)

ROW = Row(
    ("Jean et Marie", "Dupont", "Zoé Petit", "Acme", "Metz", "x" * 400),
    (Field.GIVEN_NAME, Field.FAMILY_NAME, None, Field.COMPANY, Field.CITY, Field.NAME),
    ("Prénom", "Nom", "Conjoint", "Société", "Ville", "Nom complet"),
)


def ready(**asked):
    return make_ready(make_criteria(asked or {"name": "Marie Dupont"}), "FR")


def test_each_name_cell_has_its_people_and_says_what_it_is():
    _asked, cells = cells_for(ready(), ROW)

    assert [(one.column, str(one.field), one.is_relatives, one.is_titled) for one in cells] == [
        (1, "given_name", False, False), (2, "family_name", False, False),
        (3, "name", True, True), (6, "name", False, False),
    ]  # fmt: skip
    assert [part.text for _cell, part in parts_of(cells, Field.GIVEN_NAME)] == ["Jean", "Marie"]


def test_a_cell_too_long_for_a_name_names_others_and_has_no_part():
    _asked, cells = cells_for(ready(), ROW)

    assert cells[-1].names_others
    assert [part.text for _cell, part in parts_of(cells, Field.NAME)] == ["Zoé Petit"]


def test_a_part_agrees_with_what_is_asked_or_nothing_is_said_of_it():
    asked, cells = cells_for(ready(), ROW)

    assert [agrees(asked, one) for one in parts_of(cells, Field.GIVEN_NAME)] == [False, True]
    assert agrees(ready(city="Metz"), parts_of(cells, Field.GIVEN_NAME)[0]) is None


def test_an_address_that_agrees_with_a_name_stands_in_for_the_name_asked_for():
    told, _cells = cells_for(ready(email="marie.dupont@x.example"), ROW)
    silent, _cells = cells_for(ready(email="titi57@x.example"), ROW)

    assert told.words_of_names >= {"marie", "dupont"}
    assert set(told.emails) == {"marie.dupont@x.example"}
    assert silent.words_of_names == set()


def test_company_and_town_are_nobodys_but_for_the_persons_own_words():
    assert words_of_nobody(ready(), ROW) == {"acme", "metz"}
    assert words_of_nobody(ready(name="Marie Metz", company="Brun"), ROW) == {"acme", "brun"}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("jean.roux@x.example", ("jean", "roux")),
        ("jean_roux57@x.example", ("jean", "roux")),
        ("contact@x.example", ()),
        ("service.client@x.example", ()),
        ("j.roux@x.example", ()),
        ("jean.paul.roux@x.example", ()),
    ],
)
def test_two_words_of_an_address_are_a_full_name_unless_one_is_a_job(address, name):
    assert full_name_in(address) == name
