"""What stands beside a name in its cell and is no part of it."""

import pytest

from dsr_desktop.domain.name_cells import name_alone, without_civilities


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Camille Dupont", "Camille Dupont"),
        ("Camille Dupont camille@acme.example", "Camille Dupont"),
        ("Camille Dupont camille [at] acme.example", "Camille Dupont"),
        ("Camille Dupont tél. : 06 12 34 56 78", "Camille Dupont"),
        ("mailto:camille@acme.example", "mailto:camille@acme.example"),
        ("06 12 34 56 78", "06 12 34 56 78"),
        ("Portable Camille", "Portable Camille"),
    ],
)
def test_an_address_a_phone_and_its_label_are_no_part_of_the_name(cell, name):
    assert words_of(name_alone(cell)) == words_of(name)


def test_civilities_are_left_out_but_for_those_wanted():
    assert without_civilities(("mme", "anne", "roux"), ("anne", "roux")) == ("anne", "roux")
    assert without_civilities(("me", "roux"), ("me", "roux")) == ("me", "roux")


def words_of(text):
    return text.replace(":", " ").split()
