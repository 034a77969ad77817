"""How much a postcode says for or against the person."""

import pytest

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.matching import How
from dsr_desktop.domain.rarity import UNKNOWN_RARITY, Rarity
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.value_bits import postcode_evidence
from dsr_desktop.domain.words_bits import weighed_words


def evidence(asked, there, rarity=UNKNOWN_RARITY):
    cells = [there] if isinstance(there, str) else there
    row = Row(cells, [Field.POSTCODE] * len(cells))
    return postcode_evidence(weighed_words("postcode", [asked], rarity), row)


def test_two_neighbouring_figures_swapped_say_more_than_one_other_figure():
    same, swapped, figure, other = (
        evidence("57100", there).bits for there in ("57100", "51700", "57200", "13008")
    )

    assert same > swapped > figure > 0 > other


def test_a_slip_in_a_frequent_postcode_is_worth_no_more_than_the_postcode():
    frequent = Rarity(100_000, figures={"75011": 90_000})

    assert evidence("75011", "75101", frequent).bits <= evidence("75011", "75011", frequent).bits


@pytest.mark.parametrize(
    ("asked", "there"), [("SW1A 1AA", "sw1a 1aa"), ("SW1A 1AA", "SW1A1AA"), ("57 000", "57000")]
)
def test_spaces_and_capitals_make_no_other_postcode(asked, there):
    assert evidence(asked, there).bits == evidence(asked, asked).bits


def test_the_closest_of_several_postcodes_counts_and_is_told():
    found = evidence("57100", ["13008", "51700"])

    assert (found.column, found.cell, found.how) == (2, "51700", How.SIMILAR_VALUE)


def test_another_postcode_is_told_in_no_cell():
    assert evidence("57100", "13008").how is None


@pytest.mark.parametrize(("asked", "there"), [("", "57100"), ("57100", "")])
def test_no_postcode_is_no_evidence(asked, there):
    assert evidence(asked, there) is None
