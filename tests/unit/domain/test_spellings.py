"""Other spellings of a name, and the words under which an index has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.person import words
from dsr_desktop.domain.spellings import readings, spellings, writings_to_look_up


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


@given(st.text(max_size=300))
def test_spellings_are_few_and_begin_with_the_words(text):
    assert spellings(text)[0] == words(text)
    assert len(spellings(text)) <= 24
    assert len(writings_to_look_up(text)) <= 48
