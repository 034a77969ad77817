"""Which words lead to rows of which much is misspelt."""

from dsr_desktop.domain.rarity import Rarity
from dsr_desktop.domain.united_words import MOST_ROWS_READ, best_rows, clues_for, split_by_cost
from dsr_desktop.domain.vocabulary import Vocabulary

COUNTS = {"jean": 90_000, "beauchamp": 3, "tilleuls": 2_500, "metz": 30_000, "tilleul": 40}
VOCABULARY = Vocabulary(1_000_000, COUNTS)
RARITY = Rarity(1_000_000, COUNTS, {"57000": 200})


def clues(*words):
    return clues_for(words, VOCABULARY, RARITY)


def test_the_rarest_word_tells_most_and_a_misspelt_one_less():
    found = clues("jean", "beauchamp", "57000", "jean")
    bits = {clue.words[0]: clue.bits for clue in found}

    assert [clue.words[0] for clue in found] == ["beauchamp", "57000", "jean"]
    assert clues("beauchmap")[-1].words == ("beauchamp",)
    assert clues("beauchmap")[-1].bits < bits["beauchamp"]


def test_rows_of_frequent_words_are_not_read():
    read, frequent = split_by_cost(clues("jean", "metz", "beauchamp", "tilleuls"))

    assert [clue.words[0] for clue in frequent] == ["metz", "jean"]
    assert sum(clue.rows for clue in read) <= MOST_ROWS_READ


def test_single_letters_and_words_of_no_row_lead_nowhere():
    read, frequent = split_by_cost(clues("x", "inconnue"))

    assert (read, frequent) == ([], [])


def test_the_best_rows_come_first_and_of_equal_ones_the_earlier():
    assert best_rows({9: 8.0, 4: 12.0, 2: 8.0, 7: 1.0}, least=5.0, most=2) == [4, 2]
