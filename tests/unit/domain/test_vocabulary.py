"""The words that a misspelt word may mean, and in what order their rows are looked up."""

import pytest

from dsr_desktop.domain.typo_tiers import MOST_TIERS, every_spelling, typo_tiers
from dsr_desktop.domain.vocabulary import MOST_OF_A_COST, Vocabulary

NAMES = Vocabulary(100, {"martin": 30, "martini": 2, "marin": 5, "mertens": 1, "william": 4, "bill": 3,
                         "beauchamp": 2, "beauchemin": 1})  # fmt: skip


def test_a_word_may_be_itself_one_typo_away_or_two():
    assert NAMES.variants("beauchmap") == (("beauchmap",), ("beauchamp",), ())
    assert NAMES.variants("bauchmap")[2] == ("beauchamp",)


def test_the_word_itself_is_first_whether_a_row_has_it_or_not():
    assert NAMES.variants("martin")[0] == ("martin",)
    assert NAMES.variants("inconnue") == (("inconnue",), (), ())


def test_a_word_of_letters_that_no_row_has_is_lacking_for_certain():
    assert NAMES.lacks("beauchmap")
    assert not NAMES.lacks("martin")


@pytest.mark.parametrize("word", ["mart1n", "1990", "мартин", "marţin"])
def test_of_a_word_that_is_not_kept_nothing_is_known(word):
    assert not NAMES.lacks(word)


def test_a_vocabulary_made_ready_answers_the_same():
    ready = Vocabulary(NAMES.rows, NAMES.counts)
    ready.make_ready()

    assert ready.variants("bauchmap") == NAMES.variants("bauchmap")


def test_a_short_form_is_as_near_as_one_typo():
    assert "bill" in NAMES.variants("william")[1]


@pytest.mark.parametrize("misspelt", ["ojne", "jnoe", "joxnex", "txjones"])
def test_a_name_of_five_letters_may_have_two_typos(misspelt):
    assert Vocabulary(9, {"jones": 9, "rose": 9}).variants(misspelt)[2] == ("jones",)


def test_a_name_of_four_letters_may_have_one():
    assert Vocabulary(9, {"rest": 9, "rose": 9}).variants("rosx") == (("rosx",), ("rose",), ())


def test_of_very_many_similar_words_the_most_frequent_are_kept():
    letters = "abcdefghijklmnopqrstuvwxyz"
    many = {f"mart{one}{other}n": n for n, (one, other) in enumerate(
        (one, other) for one in letters for other in letters
    )}  # fmt: skip
    kept = Vocabulary(1_000, many).variants("martixn")[1]

    assert len(kept) <= MOST_OF_A_COST
    assert list(kept) == sorted(kept)


def test_rows_with_fewer_slips_are_looked_up_first():
    name = [(("jean",), ("jan",), ()), (("martni",), ("martin",), ("marti",))]

    assert list(typo_tiers(name)) == [
        (("jean",), ("martin",)),
        (("jan",), ("martni",)),
        (("jean",), ("marti",)),
        (("jan",), ("martin",)),
        (("jan",), ("marti",)),
    ]
    assert every_spelling(name) == (("jean", "jan"), ("martni", "martin", "marti"))


def test_a_name_of_many_words_is_looked_up_in_few_ways():
    word = (("a",), ("b",), ("c",))

    assert len(list(typo_tiers([word] * 4))) == MOST_TIERS
    assert list(typo_tiers([word] * 7)) == list(typo_tiers([])) == []
    assert every_spelling([word] * 7) == ()
