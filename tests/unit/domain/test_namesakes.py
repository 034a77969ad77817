"""Confirmed rows that can hardly be one person: two birth dates, two given names."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.headers import recognise_layout
from dsr_desktop.domain.namesakes import MOST_COMPARED, Said, namesakes_among
from dsr_desktop.domain.row import Row

BY_EMAIL = Criteria(email=("contact@dupont.example",))


def row_of(cells):
    row = {**cells, "E-mail": "contact@dupont.example"}
    titles, texts = list(row), tuple(row.values())
    columns = recognise_layout([(1, titles), (2, texts)], len(titles)).columns
    return Row(texts, [one.field for one in columns], [one.header for one in columns])


def found(*rows, criteria=BY_EMAIL):
    confirmed = [(number, row_of(cells)) for number, cells in enumerate(rows, 1)]
    return namesakes_among(make_ready(criteria, "FR"), confirmed)


def names(*texts):
    return [{"Nom complet": text} for text in texts]


def given(*texts):
    return [{"Prénom": text, "Nom": "Dupont"} for text in texts]


def test_without_a_confirmed_row_nobody_contradicts():
    assert found() == ()


def test_two_birth_dates_are_two_people():
    (one,) = found({"Date de naissance": "12/03/1980"}, {"Date de naissance": "1954-07-01"})

    assert one.about is Field.BIRTH_DATE
    assert one.said == (Said("12/03/1980", (1,)), Said("1954-07-01", (2,)))


@pytest.mark.parametrize(
    "dates",
    [
        ("12/03/1980", "1980-03-12"),
        ("12/03/1980", "03/12/1980"),
        ("12/03/1980", ""),
        ("12/03/1980", "inconnue"),
        ("12/03/1980", "1980"),
    ],
)
def test_a_day_written_otherwise_or_not_at_all_contradicts_nobody(dates):
    assert found(*({"Date de naissance": day} for day in dates)) == ()


def test_two_given_names_are_two_people():
    (one,) = found(*given("Camille", "Marie", "camille"))

    assert one.about is Field.GIVEN_NAME
    assert one.said == (Said("Camille", (1, 3)), Said("Marie", (2,)))
    assert one.hits == {1, 2, 3}


@pytest.mark.parametrize(
    "pair",
    [
        ("Jean-Pierre", "Jean-Marc"),
        ("Marie", "Marine"),
        ("Jean", "Jeanne"),
        ("Louis", "Louise"),
        ("J.", "Marie"),
        ("Étienne", "Stéphane"),
        ("Alessandra", "Alexandra"),
        ("Valentin", "Valentine"),
        ("Kelyan", "Kilyan"),
    ],
)
def test_brothers_and_twins_are_told_apart(pair):
    assert len(found(*given(*pair))) == 1


@pytest.mark.parametrize(
    "pair",
    [
        ("Hélène", "HELENE"),
        ("Jean", "Jean-Pierre"),
        ("Jean-Pierre", "Jean Pierre"),
        ("JB", "Jean-Baptiste"),
        ("J.-B.", "Jean-Baptiste"),
        ("C.", "Camille"),
        ("Jürgen", "Juergen"),
        ("Philippe", "Philipe"),
        ("Mme Camille", "Camille"),
        ("?ukasz", "Łukasz"),
        ("Camille", ""),
        ("Camille et Marie", "Marie"),
        ("Bill", "William"),
        ("Philippe", "Phil"),
        ("Guillaume", "Guilluame"),
        ("Dominique", "Dominqiue"),
    ],
)
def test_another_writing_of_a_given_name_contradicts_nobody(pair):
    assert found(*given(*pair)) == ()
    assert found(*given(*reversed(pair))) == ()


@pytest.mark.parametrize(
    "pair",
    [
        ("Camille Dupont", "Marie Dupont"),
        ("DUPONT Camille", "Dupont Marie"),
        ("Dupont, Camille", "Marie Dupont"),
        ("Camille Dupont", "Paul Martin"),
        ("DUPONT Jean-Pierre", "Jean-Marc DUPONT"),
    ],
)
def test_whole_names_with_two_given_names_are_two_people(pair):
    (one,) = found(*names(*pair))

    assert [said.text for said in one.said] == list(pair)


@pytest.mark.parametrize(
    "pair",
    [
        ("Camille Dupont", "DUPONT Camille"),
        ("Camille Dupont", "C. Dupont"),
        ("Camille Dupont", "Dupont"),
        ("Camille Dupont", "M. et Mme Dupont"),
        ("Camille Dupont", "Camille Dupont-Martin"),
        ("Camille Dupont", "Camille DUPONT, DPO"),
        ("Camille Le Dupont", "Camille Dupont"),
    ],
)
def test_one_whole_name_written_otherwise_contradicts_nobody(pair):
    assert found(*names(*pair)) == ()


def test_whole_names_meet_columns_of_given_names():
    columns = {"Prénom": "Camille", "Nom": "Dupont"}

    assert found(columns, {"Nom complet": "Dupont Camille"}) == ()
    (one,) = found(columns, {"Nom complet": "Marie Dupont"})
    assert [said.text for said in one.said] == ["Camille", "Marie Dupont"]


def test_a_family_name_known_from_one_row_is_known_in_all():
    rows = [{"Prénom": "Anne", "Nom": "Martin"}, *names("Martin Anne", "Anne Martin")]

    assert found(*rows) == ()


def test_a_married_name_is_no_second_given_name():
    asked = Criteria(name=("Camille Dupont",))
    rows = names("Camille Dupont", "Camille Martin")

    assert found(*rows, criteria=asked) == ()
    assert len(found(*rows)) == 1, "nobody said which word is the given name"


def test_a_spouse_in_the_row_is_not_its_person():
    rows = [
        {"Prénom": "Camille", "Nom": "Dupont", "Prénom du conjoint": "Paul"},
        {"Prénom": "Camille", "Nom": "Dupont", "Prénom du conjoint": "Jean"},
    ]

    assert found(*rows) == ()


def test_a_company_as_name_contradicts_nobody():
    rows = [{"Nom complet": "Acme SARL", "Société": "Acme SARL"}, *names("Camille Dupont")]

    assert found(*rows) == ()


def test_a_list_of_people_in_one_cell_is_about_nobody():
    crowd = "; ".join(f"Nom{n} Prénom{n}" for n in range(500))

    assert found(*names(crowd, "Camille Dupont")) == ()


def test_both_kinds_are_told_birth_dates_first():
    rows = [
        {"Prénom": "Camille", "Nom": "Dupont", "Date de naissance": "12/03/1980"},
        {"Prénom": "Marie", "Nom": "Dupont", "Date de naissance": "01/07/1954"},
    ]

    assert [one.about for one in found(*rows)] == [Field.BIRTH_DATE, Field.GIVEN_NAME]


def test_thousands_of_confirmed_rows_are_compared_by_their_different_values():
    names = [f"{first}{second}" for first in "bcdfghjklm" for second in "aeiou" * 5]
    (one,) = found(*given(*(f"{name}{n}x" for n, name in enumerate(names))))

    assert len(one.said) == MOST_COMPARED
