"""How alike two words of names are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.word_likeness import Likeness, likeness

WORDS = st.text(alphabet="abcdeimnlrosvw015", max_size=12)


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("dupont", "dupon"),
        ("dupont", "dupontt"),
        ("dupont", "dupomt"),
        ("dupont", "dupnot"),
        ("petit", "petti"),
        ("roy", "ray"),
        ("lefevre", "lefebvre"),
    ],
)
def test_a_letter_lost_added_changed_or_swapped_is_one_typo(asked, there):
    assert likeness(asked, there) is Likeness.ONE_TYPO


@pytest.mark.parametrize(("asked", "there"), [("gonzalez", "gonsales"), ("dupont", "dupnots")])
def test_words_of_six_letters_allow_two_typos(asked, there):
    assert likeness(asked, there) is Likeness.TWO_TYPOS


@pytest.mark.parametrize(
    ("asked", "there"),
    [("ay", "oy"), ("le", "la"), ("ann", "bob"), ("petit", "patat"), ("jean", "jeanne")],
)
def test_short_words_allow_fewer(asked, there):
    assert likeness(asked, there) is None


@pytest.mark.parametrize("there", ["martinez", "marchand", "bernard", "x" * 70, ""])
def test_another_word_is_not_alike(there):
    assert likeness("durand", there) is None


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("bernard", "bemard"),
        ("arno", "amo"),
        ("martin", "rnartin"),
        ("dupont", "clupont"),
        ("wagner", "vvagner"),
        ("dupont", "dup0nt"),
        ("helene", "he1ene"),
        ("emilie", "em1lie"),
        ("smith", "5mith"),
    ],
)
def test_what_a_scanner_mistakes_is_one_typo(asked, there):
    assert likeness(asked, there) is Likeness.ONE_TYPO


def test_a_scanners_mistake_beside_a_typo_makes_two():
    assert likeness("bernardin", "bemardim") is Likeness.TWO_TYPOS


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("75001", "75011"),
        ("dupont1", "dupont2"),
        ("dupont", "dup7nt"),
        ("101", "lol"),
        ("a1", "al"),
    ],
)
def test_figures_are_never_typos(asked, there):
    assert likeness(asked, there) is None


@pytest.mark.parametrize(
    ("asked", "there"), [("j", "jean"), ("ph", "philippe"), ("chr", "christophe"), ("d", "dupont")]
)
def test_an_initial_stands_for_a_word(asked, there):
    assert likeness(asked, there) is Likeness.INITIAL


@pytest.mark.parametrize(
    ("asked", "there"), [("j", "marie"), ("j", "k"), ("1", "1er"), ("de", "denis")]
)
def test_other_beginnings_are_no_initials(asked, there):
    assert likeness(asked, there) is None


@pytest.mark.parametrize(
    ("asked", "there"),
    [("william", "bill"), ("jb", "jeanbaptiste"), ("mathieu", "matthieu"), ("kate", "catherine")],
)
def test_a_usual_form_of_a_first_name_is_told_from_a_typo(asked, there):
    assert likeness(asked, there) is Likeness.SHORT_FORM


@given(WORDS)
def test_a_word_is_the_same_as_itself(word):
    assert likeness(word, word) is Likeness.SAME


@given(WORDS, WORDS)
def test_the_order_of_two_words_does_not_matter(one, other):
    assert likeness(one, other) is likeness(other, one)
