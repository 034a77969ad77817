"""Rows that are named after somebody else than the person asked for."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.headers import recognise_layout
from dsr_desktop.domain.matching import How, Reason
from dsr_desktop.domain.other_name import found_by_shared_key, names_another
from dsr_desktop.domain.row import Row

BY_EMAIL = Reason("email", 2, "contact@acme.example", How.SAME_EMAIL)
BY_NAME = Reason("name", 1, "Marie Dupont", How.SAME_NAME)
IN_PART = Reason("name", 1, "Marie", How.NAME_IN_PART)


def row_of(cells):
    row = {**cells, "E-mail": "contact@acme.example", "Entreprise": "Acme"}
    titles, texts = list(row), tuple(row.values())
    columns = recognise_layout([(1, titles), (2, texts)], len(titles)).columns
    return Row(texts, [one.field for one in columns], [one.header for one in columns])


def ready(**asked):
    return make_ready(make_criteria(asked or {"name": "Marie Dupont"}), "FR")


@pytest.mark.parametrize(
    "cells",
    [
        {"Nom": "Jean Roux"},
        {"Nom": "Jean Dupont"},
        {"Nom": "Marie Roux"},
        {"Nom": "J. Dupont"},
        {"Nom": "Jean-Marie Dupont"},
        {"Nom": "M. Roux, PDG"},
        {"Nom": "Jean Dupont et Marie Martin"},
        {"Prénom": "Jean", "Nom": "Dupont"},
        {"Prénom": "Jean et Paul", "Nom": "Dupont"},
        {"Prénom": "Jean"},
        {"Nom de famille": "Roux"},
    ],
)
def test_a_row_in_which_nobody_can_be_the_person_names_another(cells):
    assert names_another(ready(), row_of(cells))


@pytest.mark.parametrize(
    "cells",
    [
        {"Nom": "Marie Dupont"},
        {"Nom": "DUPONT Marie, DPO"},
        {"Nom": "Marie D., DPO"},
        {"Nom": "Dupont"},
        {"Nom": "Marie-Laure Dupont"},
        {"Nom": "Marie Roux-Dupont"},
        {"Nom": "Mme Dupont"},
        {"Nom": "Jean et Marie Dupont"},
        {"Nom": "Jean Roux pour Marie Dupont"},
        {"Prénom": "Jean et Marie", "Nom": "Dupont"},
        {"Nom": "Jean Roux", "Conjoint": "Marie Dupont"},
        {"Nom": "Acme"},
        {"Nom": "Service commercial"},
        {"Nom": ""},
        {"Ville": "Metz"},
    ],
)
def test_a_row_that_can_be_hers_or_names_nobody_is_not_pointed_out(cells):
    assert not names_another(ready(), row_of(cells))


def test_a_full_name_in_the_address_asked_for_stands_in_for_the_name():
    asked = ready(email="marie.dupont@x.example")

    assert names_another(asked, row_of({"Nom": "Jean Roux"}))
    assert not names_another(asked, row_of({"Nom": "Marie Martin"}))
    assert not names_another(asked, row_of({"Nom": ""}))


@pytest.mark.parametrize(
    "address", ["contact@x.example", "titi57@x.example", "service.client@x.example"]
)
def test_an_address_that_is_no_name_tells_nothing(address):
    assert not names_another(ready(email=address), row_of({"Nom": "Jean Roux"}))


@pytest.mark.parametrize("given", [{"phone": "06 11 22 33 44"}, {"city": "Metz"}])
def test_where_neither_name_nor_address_is_asked_nobody_is_another(given):
    assert not names_another(ready(**given), row_of({"Nom": "Jean Roux"}))


def test_a_row_found_by_a_key_is_looked_at_and_one_found_by_the_name_is_not():
    row = row_of({"Nom": "Jean Roux"})

    assert found_by_shared_key(ready(), row, (BY_EMAIL,))
    assert not found_by_shared_key(ready(), row, (BY_EMAIL, BY_NAME))
    assert not found_by_shared_key(ready(), row, (IN_PART,))
