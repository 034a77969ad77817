"""Words in which a scanner took letters for figures."""

import pytest

from dsr_desktop.domain.scanned_words import scanned, with_scanned
from dsr_desktop.domain.word_likeness import Likeness, likeness


def test_each_letter_that_looks_like_a_figure_may_be_one():
    assert scanned("olives", 1) == ("0lives", "o1ives", "ol1ves", "olive5")
    assert "01ives" in scanned("olives", 2)
    assert len(scanned("olives", 2)) == 6


@pytest.mark.parametrize(
    ("word", "wrong"), [("", 1), ("li", 1), ("solo", 2), ("harry", 2), ("marten", 1)]
)
def test_a_word_too_short_or_without_such_letters_is_none(word, wrong):
    assert scanned(word, wrong) == ()


@pytest.mark.parametrize("wrong", [1, 2])
def test_what_is_looked_up_is_known_as_the_word_when_compared(wrong):
    slips = {1: Likeness.ONE_TYPO, 2: Likeness.TWO_TYPOS}

    assert {likeness("delassois", one) for one in scanned("delassois", wrong)} == {slips[wrong]}


def test_the_longest_word_has_a_bounded_number():
    assert len(scanned("lois" * 16, 2)) == 60


def test_each_figure_is_one_slip_beside_those_of_the_keys():
    found = with_scanned((("simone",), ("simonne",), ("simon",)))

    assert found[0] == ("simone",)
    assert found[1] == ("simonne", "5imone", "s1mone", "sim0ne")
    assert found[2][:2] == ("simon", "51mone")
