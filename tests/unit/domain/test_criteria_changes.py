"""One value more or less among the criteria."""

import pytest

from dsr_desktop.domain.criteria import Criteria, with_value, without_value
from dsr_desktop.domain.errors import InvalidInputError

NAME = Criteria(name=("Camille Dupont",))


def test_a_value_is_added_after_the_others():
    assert with_value(NAME, "name", "  Camille   Martin ").name == (
        "Camille Dupont", "Camille Martin",
    )  # fmt: skip


def test_a_value_that_is_there_is_not_added_twice():
    assert with_value(NAME, "name", "Camille Dupont") == NAME


def test_a_value_is_taken_away():
    both = with_value(NAME, "email", "x@y.example")

    assert without_value(both, "name", "Camille Dupont") == Criteria(email=("x@y.example",))


def test_the_last_value_cannot_be_taken_away():
    with pytest.raises(InvalidInputError):
        without_value(NAME, "name", "Camille Dupont")


def test_an_unknown_criterion_is_refused():
    with pytest.raises(InvalidInputError):
        with_value(NAME, "shoe_size", "42")
