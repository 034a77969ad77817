"""What stands beside a name in its cell and is no part of it."""

import pytest

from dsr_desktop.domain.name_cells import name_alone, without_civilities, without_degrees


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
        ("Camille Dupont, Ph.D.", "Camille Dupont"),
        ("Camille Dupont MBA c@acme.example", "Camille Dupont"),
        ("Camille Dupont PhD", "Camille Dupont"),
        ("Camille Dupont 0612345678", "Camille Dupont"),
        (
            "Camille Dupont \u00e0 camille\uff20acme.example",
            "Camille Dupont \u00e0 camille\uff20acme.example",
        ),
    ],
)
def test_an_address_a_phone_and_its_label_are_no_part_of_the_name(cell, name):
    assert words_of(name_alone(cell)) == words_of(name)


def test_civilities_are_left_out_but_for_those_wanted():
    assert without_civilities(("mme", "anne", "roux"), ("anne", "roux")) == ("anne", "roux")
    assert without_civilities(("me", "roux"), ("me", "roux")) == ("me", "roux")


def test_degrees_are_left_out_but_for_those_wanted():
    assert without_civilities(("anne", "roux", "phd"), ("anne", "roux")) == ("anne", "roux")
    assert without_civilities(("roux", "phd"), ("phd",)) == ("roux", "phd")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jean Dupont PhD", "Jean Dupont"),
        ("Jean Dupont, Ph. D.", "Jean Dupont"),
        ("Jean Dupont, MBA, Esq.", "Jean Dupont"),
        ("Jean Dupont, M.B.A.", "Jean Dupont"),
        ("PhD", "PhD"),
        ("Ph.D.", "Ph.D."),
        ("Md Rahman", "Md Rahman"),
        ("J. Dupont", "J. Dupont"),
        ("", ""),
    ],
)
def test_degrees_after_a_name_are_no_part_of_it(text, name):
    assert without_degrees(text) == name


def words_of(text):
    return text.replace(":", " ").split()
