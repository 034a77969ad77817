"""What may be asked about a person, and what cannot be meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.criteria import (
    CRITERIA,
    LONGEST_VALUE,
    MOST_VALUES,
    Criteria,
    make_criteria,
)
from dsr_desktop.domain.errors import InvalidInputError


def test_one_value_or_several_make_criteria():
    criteria = make_criteria({"name": "Camille Dupont", "email": ["c@a.example", "d@a.example"]})

    assert criteria == Criteria(name=("Camille Dupont",), email=("c@a.example", "d@a.example"))


def test_criteria_are_given_in_a_fixed_order():
    criteria = make_criteria({"text": "salon", "company": "ACME", "name": "Dupont"})

    assert list(criteria.given()) == ["name", "company", "text"]


def test_the_names_of_the_criteria_are_those_of_the_command_line():
    assert CRITERIA == (
        "name", "given_name", "family_name", "email", "phone", "company", "address", "postcode",
        "city", "birth_date", "identifier", "text",
    )  # fmt: skip


def test_blanks_are_tidied_and_repetitions_dropped():
    criteria = make_criteria({"name": ["  Camille \n Dupont ", "Camille Dupont", "", "  "]})

    assert criteria.name == ("Camille Dupont",)


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\x1f", "\t"])
def test_control_characters_become_blanks(character):
    assert make_criteria({"name": f"Camille{character}Dupont"}).name == ("Camille Dupont",)


@pytest.mark.parametrize("values", [{}, {"name": ""}, {"name": None}, {"name": [], "email": "  "}])
def test_nothing_to_search_for_is_refused(values):
    with pytest.raises(InvalidInputError, match="nothing to search for"):
        make_criteria(values)


@pytest.mark.parametrize(
    "typed",
    ["Du\u00adpont", "Du\u200bpont", "\u202eDupont\u202c", "\ufeffDupont\u2060"],
    ids=["soft hyphen", "zero width", "turned", "byte order mark"],
)
def test_what_is_never_seen_does_not_cut_a_name_apart(typed):
    assert make_criteria({"name": typed, "company": typed}).name == ("Dupont",)
    assert make_criteria({"company": typed}).company == ("Dupont",)


@pytest.mark.parametrize("typed", ["\u200b", "\u202e \u202c", "\u00ad"])
def test_a_name_of_which_nothing_is_seen_is_none(typed):
    with pytest.raises(InvalidInputError, match="nothing to search for"):
        make_criteria({"name": typed})


def test_an_unknown_criterion_is_named_with_the_known_ones():
    with pytest.raises(InvalidInputError, match=r"no criterion surname.*given_name"):
        make_criteria({"surname": "Dupont"})


@pytest.mark.parametrize("value", [612345678, True, 0, 1.5, {"a": "b"}, [1], [["Dupont"]], [None]])
def test_what_is_neither_text_nor_a_list_of_texts_is_refused(value):
    with pytest.raises(InvalidInputError, match="takes text or a list of texts"):
        make_criteria({"phone": value})


def test_a_value_too_long_to_be_meant_is_refused():
    assert make_criteria({"text": "x" * LONGEST_VALUE}).text == ("x" * LONGEST_VALUE,)
    with pytest.raises(InvalidInputError, match="too long"):
        make_criteria({"text": "x" * (LONGEST_VALUE + 1)})


def test_more_values_than_can_be_meant_are_refused():
    many = [f"alias {n}" for n in range(MOST_VALUES + 1)]

    assert len(make_criteria({"name": many[:-1]}).name) == MOST_VALUES
    with pytest.raises(InvalidInputError, match="too long"):
        make_criteria({"name": many})


def test_an_error_never_repeats_the_value():
    with pytest.raises(InvalidInputError) as caught:
        make_criteria({"name": "Dupont" * 1000})

    assert "Dupont" not in str(caught.value)


def test_empty_criteria_are_empty():
    assert Criteria().is_empty()
    assert not Criteria(city=("Metz",)).is_empty()


# --- as people type them


@pytest.mark.parametrize(
    ("criterion", "typed", "meant"),
    [
        ("email", "Anne <a@x.example>", ("a@x.example",)),
        ("email", "a@x.example;", ("a@x.example",)),
        ("email", "<a@x.example>", ("a@x.example",)),
        ("email", "a@x.example, b@x.example", ("a@x.example", "b@x.example")),
        ("email", "a\u200b@x.example", ("a@x.example",)),
        ("email", "A@X.example", ("A@X.example",)),
        ("email", "anne", ("anne",)),
        ("phone", "01 40 20 50 50 poste 12", ("01 40 20 50 50",)),
        ("phone", "01 40 20 50 50 / 06 12 34 56 78", ("01 40 20 50 50", "06 12 34 56 78")),
        ("phone", "+33 (0)6 12 34 56 78", ("+33 (0)6 12 34 56 78",)),
        ("phone", "06 12", ("06 12",)),
        ("name", "Mme Anne Martin", ("Anne Martin",)),
        ("name", "Dr Anne Martin", ("Anne Martin",)),
        ("name", "M. Martin", ("Martin",)),
        ("name", "M.Martin", ("Martin",)),
        ("name", "M. et Mme Martin", ("Martin",)),
        ("name", "Maître Anne Martin", ("Anne Martin",)),
        ("name", "Anne Martin (Acme)", ("Anne Martin",)),
        ("name", "Anne Martin (Acme [Metz])", ("Anne Martin",)),
        ("family_name", "Mrs Martin", ("Martin",)),
        ("name", "Mireille Drouet", ("Mireille Drouet",)),
        ("name", "(Anne)", ("(Anne)",)),
        ("name", "Mme", ("Mme",)),
        ("name", "Mme !", ("Mme !",)),
        ("text", "Mme Anne (Acme)", ("Mme Anne (Acme)",)),
    ],
)
def test_what_is_typed_stands_for_what_is_meant(criterion, typed, meant):
    assert getattr(make_criteria({criterion: typed}), criterion) == meant


@given(
    st.sampled_from(["name", "email"]),
    st.text(alphabet="ae.M ()[]<>@x'*;", max_size=30).map(lambda text: f"Dr {text}"),
)
def test_what_is_meant_is_meant_again(criterion, typed):
    once = make_criteria({criterion: typed})

    assert make_criteria(once.given()) == once
