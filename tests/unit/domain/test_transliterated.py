"""Slavic and Armenian names as French and English lists write them."""

import pytest

from dsr_desktop.domain.person import words
from dsr_desktop.domain.spellings import spellings, writings_to_look_up
from dsr_desktop.domain.transliterated import transliterated

FRENCH_AND_ENGLISH = [
    ("Nikita Khrouchtchev", "Nikita Khrushchev"),
    ("Mikhaïl Gorbatchev", "Mikhail Gorbachev"),
    ("Gueorgui Joukov", "Georgi Zhukov"),
    ("Anton Tchekhov", "Anton Chekhov"),
    ("Andreï Tcherniakhovski", "Andrey Cherniakhovsky"),
    ("Arpine Hovhannessian", "Arpin Hovhannessyan"),
]


@pytest.mark.parametrize(("french", "english"), FRENCH_AND_ENGLISH)
def test_the_french_writing_is_found_in_an_english_list(french, english):
    assert words(english) in set(transliterated(words(french)))
    assert words(english) in spellings(french)
    assert words(english) in writings_to_look_up(french)


@pytest.mark.parametrize(("french", "english"), FRENCH_AND_ENGLISH[:4])
def test_the_english_writing_is_found_in_a_french_list(french, english):
    assert words(french) in set(transliterated(words(english)))


@pytest.mark.parametrize(
    "name",
    ["Jean Dupont", "Charles Bouchard", "Luc Jourdain", "Ryan Martin", "Julian Roux", "Sebastian Chesnay",
     "Guy Lechevalier", "Chloé Touchard", "Yann Guichard", "", "Ov"],
)  # fmt: skip
def test_a_name_without_such_an_ending_stays_as_it_is(name):
    assert list(transliterated(words(name))) == []


def test_what_is_written_alike_in_both_has_no_other_spelling():
    assert list(transliterated(("dmitri", "medvedev"))) == []
