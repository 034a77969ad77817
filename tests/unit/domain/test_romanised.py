"""Words of other alphabets in Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.romanised import (
    has_other_letters,
    is_romanised,
    romanised,
    romanised_words,
)


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("Иванов", ["ivanov", "iwanow"]),
        ("Юрий", ["yuri", "youri", "iouri", "yury", "yuriy", "iurii", "jurij"]),
        ("Дмитрий", ["dmitri", "dmitry", "dmitriy", "dmitrii"]),
        ("Мария", ["mariya", "maria", "mariia"]),
        ("Юлия", ["yulia", "iulia", "youlia", "julia", "yuliya"]),
        ("Пушкин", ["pushkin", "pouchkine", "puschkin"]),
        ("Хрущёв", ["khrushchev", "khrouchtchev", "chruschtschew"]),
        ("Алексей", ["alexei", "aleksei", "alexey", "aleksey"]),
        ("Фёдор", ["fedor", "fiodor", "fyodor"]),
        ("Жуков", ["zhukov", "joukov"]),
        ("Євген", ["yevgen"]),
        ("Ївга", ["yivga"]),
        ("Γιώργος", ["giorgos", "yorgos"]),
        ("Γιάννης", ["giannis", "yannis"]),
        ("Παπαδοπούλου", ["papadopoulou"]),
        ("Ευάγγελος", ["evangelos"]),
        ("Ειρήνη", ["eirini", "irini"]),
        ("Μπάμπης", ["mpampis", "babis"]),
        ("Ħajj", ["hajj"]),
        ("Əliyev", ["aliyev", "eliyev"]),
    ],
)
def test_a_name_is_written_in_the_ways_lists_have_it(written, latin):
    ways = {way[0] for way in romanised(written)}

    assert ways >= set(latin)
    assert ways <= romanised_words(written)


def test_every_way_has_all_words_of_the_text():
    assert ("ivan", "ivanov", "paris") in romanised("Иван Иванов Paris")
    assert {len(way) for way in romanised("Иван Иванов Paris")} == {3}


def test_an_apostrophe_that_is_a_letter_separates_words():
    assert romanised("Oʼbrien") == (("o", "brien"),)
    assert romanised_words("Oʼbrien") == {"o", "brien"}


@pytest.mark.parametrize("text", ["", "Dupont", "Élodie Cœur", "Groß – Łódź № 7 €", "Müller"])
def test_latin_text_needs_no_other_writing(text):
    assert romanised(text) == ()
    assert romanised_words(text) == frozenset()
    assert not is_romanised(text)


@pytest.mark.parametrize("text", ["Иванов", "Γιώργος", "王伟", "محمد"])
def test_other_alphabets_are_told_from_latin_letters(text):
    assert is_romanised(text)
    assert romanised(text)


def test_only_letters_need_another_writing():
    assert has_other_letters("иван")
    assert not has_other_letters("ivan – 7 €")


@given(st.text(max_size=60))
def test_what_comes_out_is_made_of_latin_words(text):
    for way in romanised(text):
        assert all(word.isascii() and word.isalnum() and word == word.lower() for word in way)


def test_of_a_very_long_text_the_beginning_is_read():
    ways = romanised("Иванов " * 1_000)

    assert all(len(way) < 1_000 for way in ways)
