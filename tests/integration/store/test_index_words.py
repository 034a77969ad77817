"""The index makes the same words of text that is given to it unchanged as we do."""

import sys
from contextlib import closing

import sqlcipher3

from dsr_desktop.domain.index_text import index_text
from dsr_desktop.domain.person import words


def words_of_index(text):
    with closing(sqlcipher3.connect(":memory:")) as database:
        database.execute(
            "CREATE VIRTUAL TABLE token USING fts5(text, tokenize='unicode61 remove_diacritics 2')"
        )
        database.execute("CREATE VIRTUAL TABLE word USING fts5vocab(token, instance)")
        database.execute("INSERT INTO token VALUES (?)", (text,))
        return tuple(term for (term,) in database.execute("SELECT term FROM word ORDER BY offset"))


def test_every_character_left_unchanged_gives_the_words_that_are_searched_for():
    unchanged = [
        one for one in map(chr, range(1, sys.maxunicode + 1)) if index_text(f"a{one}b") is None
    ]
    text = " ".join(f"a{one}b {one}" for one in unchanged)

    assert {"é", "Ç", "’", "€", "-", "\x1f"} <= set(unchanged)
    assert words_of_index(text) == words(text)


def test_other_text_is_given_in_the_form_in_which_it_is_searched_for():
    text = "Œuvre Straße &eacute;t&eacute; №7 e\u0301"

    assert words_of_index(index_text(text)) == words(text)


def test_words_in_another_alphabet_are_found_in_latin_letters_too():
    text = "Юрий Иванов, Γιώργος, Ħajj, Paris"
    there = words_of_index(index_text(text))

    assert there[: len(words(text))] == words(text)
    assert {"youri", "yuri", "ivanov", "giorgos", "hajj"} <= set(there)
    assert there.count("paris") == 1
