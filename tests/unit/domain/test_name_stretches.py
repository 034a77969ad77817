"""Other people named beside the person in a name cell: what is asked tells them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.name_stretches import people_named


def people(text, kind=Field.NAME, **asked):
    ready = make_ready(make_criteria(asked or {"name": "Marie Dupont"}), "FR")
    return [part.text for part in people_named(ready, kind, text)]


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("Jean, Marie Dupont", ["Jean", "Marie Dupont"]),
        ("Jean Dupont, Marie Dupont", ["Jean Dupont", "Marie Dupont"]),
        ("Dupont Marie, Roux Jean", ["Dupont Marie", "Roux Jean"]),
        ("Jean, Mme Marie Dupont", ["Jean", "Marie Dupont"]),
        ("Marie Dupont (mère de Leo Roux)", ["Marie Dupont", "Leo Roux"]),
        ("Marie Dupont mère de Leo Roux", ["Marie Dupont", "Leo Roux"]),
        ("Marie Dupont (mère de Leo et Zoé Roux)", ["Marie Dupont", "Leo", "Zoé Roux"]),
        ("Marie Dupont, assistante de Paul Roux", ["Marie Dupont", "Paul Roux"]),
        ("Marie Dupont assistante d'Yves Roux", ["Marie Dupont", "Yves Roux"]),
        ("Marie Dupont chez Jean Roux", ["Marie Dupont", "Jean Roux"]),
        ("Marie Dupont c/o Jean Roux", ["Marie Dupont", "Jean Roux"]),
        ("Famille Dupont (Jean, Marie, Leo)", ["Famille Dupont", "Jean", "Marie", "Leo"]),
        ("Dupont, Jean, Marie", ["Dupont", "Jean", "Marie"]),
        ("Dupont, Jean; Dupont, Marie", ["Dupont, Jean", "Dupont, Marie"]),
        ("Jean Roux dit Petit, Marie Dupont", ["Jean Roux dit Petit", "Marie Dupont"]),
        ("Marie, Jean Dupont", ["Marie", "Jean Dupont"]),
        ("Jean Dupont (Marie)", ["Jean Dupont", "Marie"]),
        ("Jean Dupont, Marie", ["Jean Dupont", "Marie"]),
        ("Marie Dupont, Jean Roux, Dr", ["Marie Dupont", "Jean Roux"]),
        ("Jean Roux pour Marie Dupont", ["Jean Roux", "Marie Dupont"]),
        ("Jean Roux on behalf of Marie Dupont", ["Jean Roux", "Marie Dupont"]),
        ("Jean Roux p/o Marie Dupont", ["Jean Roux", "Marie Dupont"]),
        ("Marie Dupont p.o. Jean Roux", ["Marie Dupont", "Jean Roux"]),
        ("Marie Dupont remplace Jean Roux", ["Marie Dupont", "remplace Jean Roux"]),
        ("Marie Dupont • Jean Roux", ["Marie Dupont", "Jean Roux"]),
        ("Dupont Jean, Marie", ["Dupont", "Jean", "Marie"]),
        ("Dupont Martin, Marie", ["Dupont", "Martin", "Marie"]),
        ("Jean, Marie", ["Jean", "Marie"]),
        ("DUPONT Marie ROUX Jean", ["DUPONT Marie", "ROUX Jean"]),
        ("Marie Dupont, DPO, Jean Roux, PDG", ["Marie Dupont, DPO", "Jean Roux, PDG"]),
        ("Secrétaire : Jean Roux, Marie Dupont", ["Jean Roux", "Marie Dupont"]),
        ("Marie Dupont <jean.roux@x.example>", ["Marie Dupont", "jean.roux@x.example"]),
    ],
)
def test_where_the_person_is_named_the_others_are_apart(cell, named):
    assert people(cell) == named


@pytest.mark.parametrize(
    "cell",
    ["Dupont, Marie", "Dupont, Marie, Dr", "Mme Dupont, Marie", "Dupont (Marie)", "Marie Dupont, PhD",
     "Marie Dupont (née Martin)", "Dupont, Marie (née Martin)", "Dupont-Martin, Marie", "Dupont, Cam", "Dupont, Marie Louise", "DUPONT MARTIN, Marie", "de Dupont, Marie",
     "Marie de La Tour Dupont", "Dupont, Marie-Louise", "Marie Dupont,", "(Marie Dupont)", ""],
)  # fmt: skip
def test_one_persons_name_stays_one(cell):
    assert people(cell) == [cell]


def test_a_list_of_given_names_is_of_several_people():
    assert people("Jean, Marie", Field.GIVEN_NAME) == ["Jean", "Marie"]
    assert people("Jean, Marie", Field.GIVEN_NAME, city="Metz") == ["Jean", "Marie"]
    assert people("Marie  Louise", Field.GIVEN_NAME) == ["Marie  Louise"]
    assert people("Marie (Jean)", Field.GIVEN_NAME) == ["Marie", "Jean"]
    assert people("Marie, Louise", Field.GIVEN_NAME, name="Marie Louise Dupont") == [
        "Marie, Louise"
    ]


def test_a_family_name_is_cut_only_before_whom_it_lives_with():
    assert people("Dupont (Martin)", Field.FAMILY_NAME) == ["Dupont (Martin)"]
    assert people("Dupont c/o Jean Roux", Field.FAMILY_NAME) == ["Dupont", "Jean Roux"]


def test_two_of_one_family_are_two_people_whoever_is_asked_for():
    cell = "Jean Dupont, Marie Dupont"

    assert people(cell, family_name="Dupont") == ["Jean Dupont", "Marie Dupont"]
    assert people("Dupont, Marie", family_name="Dupont") == ["Dupont, Marie"]


@given(st.lists(st.sampled_from(
    ["Marie", "Dupont", "Jean", "Roux", ",", "(", ")", "/", "c/o", "chez", "mère", "de", "née", "et", "Dr"]
), max_size=9))  # fmt: skip
def test_no_word_is_added_and_no_part_is_empty(parts):
    cell = " ".join(parts)

    assert all(one in cell for one in people(cell))
    assert len(people(cell)) == 1 or any(people(cell))
