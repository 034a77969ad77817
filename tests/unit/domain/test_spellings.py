"""Other spellings of a name, and the words under which an index has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.person import words
from dsr_desktop.domain.spellings import (
    is_plain,
    may_be_read_otherwise,
    readings,
    spellings,
    writings_to_look_up,
)


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Müller", ["mueller"]),
        ("MÜLLER", ["mueller"]),
        ("Mu\u0308ller", ["mueller"]),
        ("Sørensen", ["soerensen"]),
        ("ÅBERG", ["aaberg"]),
        ("Saint-Exupéry", ["st", "exupery"]),
        ("Ste Croix", ["sainte", "croix"]),
        ("Jean-Pierre", ["jeanpierre"]),
        ("De La Tour", ["delatour"]),
        ("O'Neil", ["oneil"]),
        ("Jeanpierre Roux", ["jean", "pierre", "roux"]),
        ("Luc Delatour", ["luc", "de", "la", "tour"]),
        ("Luc Delatour", ["luc", "de", "latour"]),
        ("Jan Vandenberg", ["jan", "van", "den", "berg"]),
    ],
)
def test_a_name_has_other_spellings(name, spelling):
    assert tuple(spelling) in spellings(name)
    assert tuple(spelling) in writings_to_look_up(name)


def test_the_name_itself_comes_first():
    assert spellings("Anna Müller")[0] == ("anna", "muller")


@pytest.mark.parametrize("name", ["Roux", "Jeanne", "Marie", "Petit", "Delatour"])
def test_a_plain_name_has_no_other_spelling(name):
    assert spellings(name) == ((name.lower(),),)


def test_a_spelt_out_umlaut_is_looked_up_as_the_index_folds_it():
    assert ("jurgen", "muller") in writings_to_look_up("Juergen Mueller")
    assert ("juergen", "muller") in writings_to_look_up("Juergen Mueller")
    assert ("muller",) not in spellings("Mueller")
    assert ("bjorn", "sorensen") in writings_to_look_up("Bjoern Soerensen")
    assert ("aberg",) in writings_to_look_up("Aaberg")


def test_a_text_without_an_umlaut_has_one_reading():
    assert readings("Noël Roux") == (("noel", "roux"),)
    assert readings("Zoë Größe") == (("zoe", "grosse"), ("zoe", "groesse"))


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Sean OBrien", ("sean", "o", "brien")),
        ("Anna Dangelo", ("anna", "d", "angelo")),
        ("Awa Ndiaye", ("awa", "n", "diaye")),
        ("Nadia Almasri", ("nadia", "al", "masri")),
        ("Sean O'Brien", ("sean", "obrien")),
        ("Ludwig van Beethoven", ("ludwig", "beethoven")),
        ("Jean Latour", ("jean", "la", "tour")),
        ("Marie Dupont-Martin", ("marie", "dupont")),
        ("Marie Dupont-Martin", ("marie", "martin")),
        ("Иван Иванов", ("ivan", "ivanov")),
        ("Γιώργος Παππάς", ("giorgos", "pappas")),
    ],
)
def test_a_name_is_looked_up_as_an_index_may_have_it(name, group):
    assert group in writings_to_look_up(name)


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Abdelmalek Bensalem", ("abd", "el", "malek", "ben", "salem")),
        ("Abdelmalek Bensalem", ("abdel", "malek", "bensalem")),
        ("Abderrahim Toumi", ("abd", "er", "rahim", "toumi")),
        ("Jean-Luc Périgord", ("jl", "perigord")),
        ("Anne Sophie Périgord", ("as", "perigord")),
        ("Jean-Luc Périgord-Talleyrand", ("jl", "talleyrand")),
    ],
)
def test_a_name_of_several_words_is_looked_up_as_one_and_by_initials(name, group):
    assert group in writings_to_look_up(name)


@pytest.mark.parametrize(
    "name", ["Luc Périgord Talleyrand", "Luc Périgord", "Abdel", "Abdelx Roux"]
)
def test_a_family_name_has_no_initials_and_short_words_are_not_split(name):
    looked_up = {word for group in writings_to_look_up(name) for word in group}

    assert not {word for word in looked_up if len(word) == 2}
    assert "abd" not in looked_up


@pytest.mark.parametrize(
    "text", ["Abd el Malek Ben Salem", "Abdel Malek Bensalem", "Abd-el-Malek Bensalem"]
)
def test_an_arabic_name_in_several_words_is_read_as_one(text):
    assert ("abdelmalek", "bensalem") in readings(text)


def test_a_first_name_is_not_split_at_an_apostrophe_it_has_not():
    assert writings_to_look_up("Olivier") == (("olivier",),)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Sean O’Brien", ("sean", "obrien")),
        ("Sean O'Brien", ("sean", "obrien")),
        ("Jean de La Tour", ("jean", "delatour")),
        ("Jean de La Tour", ("jean", "latour")),
        ("Nadia al-Masri", ("nadia", "almasri")),
        ("Иванов", ("ivanov",)),
    ],
)
def test_what_a_list_has_is_read_otherwise_too(text, reading):
    assert reading in readings(text)


@given(st.text(max_size=300))
def test_spellings_are_few_and_begin_with_the_words(text):
    assert spellings(text)[0] == words(text)
    assert len(spellings(text)) <= 24
    assert len(writings_to_look_up(text)) <= 48


PLAIN = st.text("abdelz AÉéèêëïîôûùçñ-.,0'`", max_size=30)
ANY = st.text("aeo ÄÖüøåœßłıЖλ中é\u0301\u0308\u2019'`-&;", max_size=20)


@given(st.one_of(PLAIN, ANY, st.text(max_size=20)))
def test_a_text_has_other_readings_only_where_a_quick_look_says_that_it_may(text):
    folded = words(text)

    assert may_be_read_otherwise(text, folded) or readings(text) == (folded,)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Jean-Grégory Noël", True),
        ("7518.34 Préfère le courriel", True),
        ("Müller", False),
        ("Søren", False),
        ("e\u0301", False),
        ("Жанна", False),
        ("d\u2019Angelo", False),
    ],
)
def test_letters_whose_accents_are_only_left_out_are_plain(text, plain):
    assert is_plain(text) is plain
