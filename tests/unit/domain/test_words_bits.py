"""How much an address, a town and a company say for or against the person, word by word."""

import pytest

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.rarity import UNKNOWN_RARITY, Rarity
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.words_bits import weighed_words, words_evidence

REGISTER = Rarity(100_000, {"rue": 60_000, "gare": 900}, {"12": 3_000})
HOME = "12 rue des Tilleuls"


def evidence(asked, there, field=Field.ADDRESS, rarity=UNKNOWN_RARITY):
    several, cells = ([one] if isinstance(one, str) else one for one in (asked, there))
    row = Row(cells, [field] * len(cells))
    return words_evidence(weighed_words(str(field), several, rarity), row, rarity)


def bits(asked, there, field=Field.ADDRESS, rarity=UNKNOWN_RARITY):
    return evidence(asked, there, field, rarity).bits


def test_an_equal_value_is_worth_all_that_was_asked_at_most():
    most = weighed_words("address", [HOME], UNKNOWN_RARITY).most

    assert most - 1 < bits(HOME, HOME) <= most


def test_a_number_and_a_kind_of_street_that_two_addresses_share_speak_against():
    assert bits("12 rue de la Gare", "12 rue des Lilas", rarity=REGISTER) < 0


def test_another_value_speaks_against_no_more_than_people_move():
    one_word = bits("Tilleuls", "Lilas")
    many_words = bits("7 impasse des Tilleuls batiment C", "41 quai Vauban residence Horizon")

    assert -3.4 < many_words < one_word < 0


def test_another_town_speaks_more_than_another_company():
    assert bits("Metz", "Toulouse", Field.CITY) < bits("Acme", "Globex", Field.COMPANY) < 0


def test_words_left_out_speak_hardly_against_and_others_in_their_place_do():
    longer = f"{HOME} residence Horizon"

    assert bits(longer, HOME) > bits(longer, f"{HOME} batiment Vauban")


@pytest.mark.parametrize(
    ("asked", "there"),
    [("Belle Vue", "Bellevue"), ("Bellevue", "Belle Vue"), ("Pont a Mousson", "Pontamousson"),
     ("Grand Moulin", "Gran dmoulin"), ("trainer court", "trainerxcourt")],
)  # fmt: skip
def test_spaces_lost_or_misplaced_are_a_slip(asked, there):
    assert 0 < bits(asked, there, Field.CITY) < bits(asked, asked, Field.CITY)


@pytest.mark.parametrize("there", ["Ici", "Belfort Nord", "57", "Bel Air Nord", ""])
def test_other_words_are_not_taken_for_words_run_together(there):
    found = evidence("Belle Vue", there or "-", Field.CITY)

    assert found.bits < 0
    assert found.how is None


def test_a_word_there_agrees_with_one_word_asked_for_only():
    assert bits("Tilleuls Tileuls", "Tileul") < bits("Tilleuls Tileuls", "Tileul Tilleul")


def test_two_lines_of_an_address_may_stand_in_either_order():
    lines = [HOME, "residence Horizon"]

    assert bits(lines, lines) == pytest.approx(bits(lines, lines[::-1]))


def test_slips_tell_a_little_even_where_the_rest_says_enough():
    assert bits(HOME, "12 rue des Tilleusl") < bits(HOME, HOME)


def test_a_row_that_says_nothing_of_the_kind_is_no_evidence():
    assert evidence(HOME, "") is None
    assert evidence("", HOME) is None


def test_very_long_values_are_compared_by_their_first_words():
    long = " ".join(f"mot{n}" for n in range(3_000))

    assert bits([long] * 50, long) > 0
