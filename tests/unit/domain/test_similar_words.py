"""Finding the words of a vocabulary within two typos of a word."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from dsr_desktop.domain.similar_words import SimilarWords

WORDS = st.lists(st.text("abcd", min_size=1, max_size=9), max_size=40, unique=True)


def by_looking_at_each(words, word):
    return sorted(one for one in words if len(one) >= 3 and OSA.distance(word, one) <= 2)


@given(WORDS, st.text("abcd", min_size=3, max_size=9))
def test_nothing_within_two_edits_is_missed_and_nothing_else_is_found(words, word):
    assert SimilarWords(words).near(word) == by_looking_at_each(words, word)


@pytest.mark.parametrize(
    "misspelt",
    ["beauchmap", "baeuchamp", "eauchamp", "bbeauchampp", "beucham", "baeuchmap", "beacuhamq"],
)
def test_a_swap_of_neighbours_is_one_edit_wherever_it_stands(misspelt):
    assert SimilarWords(["beauchamp", "dupont"]).near(misspelt) == ["beauchamp"]


def test_two_edits_in_words_of_a_list_are_always_found():
    chance = random.Random(7)
    words = ["".join(chance.choices("aeiourstlnmpd", k=chance.randint(3, 12))) for _ in range(800)]
    index = SimilarWords(dict.fromkeys(words))

    for word in words[:200]:
        cut = word[1:] + chance.choice("xyz")
        if len(cut) >= 3:
            assert word in index.near(cut)


@pytest.mark.parametrize("word", ["", "ab", "x" * 65])
def test_very_short_and_very_long_words_are_like_no_other(word):
    assert SimilarWords(["ab", "abc", "x" * 65, "x" * 64]).near(word) == []
