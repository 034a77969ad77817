"""Addresses of one line beside three cells, and streets with initials."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.matching import How, Level
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.street_addresses import streets_at, with_equal_initials
from dsr_desktop.domain.value_agreements import value_reasons

F = Field
FIELDS = [F.ADDRESS, F.POSTCODE, F.CITY]
ASKED = "14 bis avenue des Tilleuls, 01200 Valserhône"


def hows(address, *cells):
    asked = make_ready(make_criteria({"address": address}), "FR")
    return {one.how for one in value_reasons(asked, Row(cells, FIELDS[: len(cells)]))}


@pytest.mark.parametrize(
    "cells",
    [
        ("14 bis avenue des Tilleuls", "01200", "Valserhône"),
        ("14B av. des Tilleuls", "01200", "VALSERHONE"),
        ("14 bis avenue des Tilleuls", "1200", ""),
        ("14 bis avenue des Tilleuls", "F-01200", "autre nom du lieu"),
    ],
)
def test_one_line_is_compared_with_street_and_postcode_apart(cells):
    assert hows(ASKED, *cells) in ({How.SAME}, {How.OTHER_WRITING})


def test_a_building_before_the_street_is_more_than_what_is_asked():
    assert hows(ASKED, "Rés. Bellevue, 14 bis av. des Tilleuls", "01200") == {How.VALUE_CONTAINED}


@pytest.mark.parametrize(
    "cells",
    [
        ("14 bis avenue des Tilleuls", "01300"),
        ("14 bis avenue des Tilleuls", ""),
        ("14 bis avenue des Tilleuls",),
    ],
)
def test_without_the_same_postcode_the_street_is_only_a_part(cells):
    assert hows(ASKED, *cells) == {How.VALUE_IN_PART}


@pytest.mark.parametrize(
    "street", ["14 avenue des Tilleuls", "15 bis avenue des Tilleuls", "Tilleuls"]
)
def test_another_number_is_another_address(street):
    assert How.OTHER_WRITING not in hows(ASKED, street, "01200", "Valserhône")


def test_an_address_that_is_only_a_postcode_has_no_street():
    row = Row(["01200"], [F.POSTCODE])

    assert list(streets_at(["01200 Valserhône", "rue Neuve", ""], row)) == []


def test_a_full_name_with_such_an_address_is_probable():
    asked = make_ready(make_criteria({"name": "Odile Marsannay", "address": ASKED}), "FR")
    row = Row(["Odile Marsannay", "14 bis av. des Tilleuls", "01200"], [F.NAME, *FIELDS[:2]])

    assert grade_row(asked, row).level is Level.PROBABLE


def test_an_initial_is_written_out_by_the_word_after_it():
    short, whole = ("9", "rue", "j", "jaures"), ("9", "rue", "jean", "jaures")

    assert with_equal_initials(short, whole) == (whole, whole)
    assert with_equal_initials(whole, short) == (whole, whole)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("9", "rue", "j", "moulin"), ("9", "rue", "jean", "jaures")),
        (("batiment", "j", "9", "rue", "jaures"), ("9", "rue", "jean", "jaures")),
        (("9", "rue", "p", "jaures"), ("9", "rue", "jean", "jaures")),
        ((), ("9", "rue")),
    ],
)
def test_another_letter_or_the_letter_of_a_building_is_none(one, other):
    assert with_equal_initials(one, other) == (one, other)


def test_a_street_with_an_initial_is_the_same_address():
    assert hows("9 rue Jean Jaurès", "9 r. J. Jaurès") == {How.OTHER_WRITING}
    assert hows("9 rue Jean Jaurès", "Bât. J, 9 rue Jaurès") == set()
