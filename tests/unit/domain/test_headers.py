"""Where a sheet's header is and what its columns mean."""

from typing import NamedTuple

import pytest

from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.header_words import field_of_header
from dsr_desktop.domain.headers import ROWS_LOOKED_AT, recognise_layout

F = Field


def layout_of(*rows):
    numbered = list(enumerate(rows, 1))
    return recognise_layout(numbered, max(map(len, rows), default=0))


# --- titles


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Nom", F.NAME), ("NOM", F.NAME), ("Nom de famille", F.FAMILY_NAME),
        ("Last Name", F.FAMILY_NAME), ("Prénom", F.GIVEN_NAME), ("prenom", F.GIVEN_NAME),
        ("First name", F.GIVEN_NAME), ("Nom et prénom", F.NAME), ("Full Name", F.NAME),
        ("E-mail", F.EMAIL), ("Adresse e-mail", F.EMAIL), ("Courriel", F.EMAIL),
        ("email address", F.EMAIL), ("Téléphone", F.PHONE), ("Tél.", F.PHONE), ("Mobile", F.PHONE),
        ("Phone number", F.PHONE), ("Société", F.COMPANY), ("Company", F.COMPANY),
        ("Adresse", F.ADDRESS), ("Street", F.ADDRESS), ("Code postal", F.POSTCODE), ("CP", F.POSTCODE),
        ("ZIP", F.POSTCODE), ("Ville", F.CITY), ("Town", F.CITY), ("Né(e) le", F.BIRTH_DATE),
        ("Date of birth", F.BIRTH_DATE), ("N° client", F.IDENTIFIER), ("Customer ID", F.IDENTIFIER),
        ("Commentaires", F.NOTE), ("Message", F.NOTE), ("Inscrit le", F.COLLECTED_ON),
        ("Created at", F.COLLECTED_ON), ("Dernier contact", F.LAST_CONTACT_ON),
        ("Fin de contrat", F.PROCESSING_ENDED_ON), ("Canal", F.CHANNEL), ("Opt-in", F.OPT_IN),
        ("Désabonné", F.OPT_OUT),
    ],
)  # fmt: skip
def test_french_and_english_titles_are_known_however_written(title, field):
    assert field_of_header(title) is field


@pytest.mark.parametrize("title", ["", "  ", "Points de fidélité", "Dupont", "57000", "…"])
def test_other_titles_mean_nothing(title):
    assert field_of_header(title) is None


# --- the header row


class Case(NamedTuple):
    what: str
    rows: list
    header_row: int | None
    fields: list


PERSON = ["Dupont", "Camille", "camille.dupont@acme.example", "06 12 34 56 78"]
FRENCH = ["Nom", "Prénom", "E-mail", "Téléphone"]
MEANT = [F.FAMILY_NAME, F.GIVEN_NAME, F.EMAIL, F.PHONE]
UNTITLED = [None, None, F.EMAIL, F.PHONE]
CASES = [
    Case("first row", [FRENCH, PERSON], 1, MEANT),
    Case("English", [["Last name", "First name", "Email", "Phone"], PERSON], 1, MEANT),
    Case("no row of data", [FRENCH], 1, MEANT),
    Case("under a title", [["Liste du salon 2025"], FRENCH, PERSON], 2, MEANT),
    Case("under a title and a blank line", [["Export"], [], FRENCH, PERSON], 3, MEANT),
    Case("under a title that is a known word", [["Contact"], FRENCH, PERSON], 2, MEANT),
    Case("a column nobody knows", [["Nom", "Prénom", "E-mail", "Stand"], [*PERSON[:3], "B12"]], 1,
         [*MEANT[:3], None]),
    Case("one column", [["E-mail"], ["a@acme.example"]], 1, [F.EMAIL]),
    Case("no header at all", [PERSON, PERSON], None, UNTITLED),
    Case("no header, one word is a title", [["Contact", *PERSON]], None, [None, *UNTITLED]),
    Case("no header, one title among other words", [["Contact", "Hall", "Stand"], ["Dupont", "A", "x"]],
         None, [None, None, None]),
    Case("no header, a person called like titles", [["Client", "Notes", "a@acme.example"]], None,
         [None, None, F.EMAIL]),
    Case("header wider than the data", [[*FRENCH, "Ville"], PERSON], 1, [*MEANT, F.CITY]),
    Case("data wider than the header", [FRENCH, [*PERSON, "VIP"]], 1, [*MEANT, None]),
    Case("nothing", [[]], None, []),
    Case("only figures", [["1", "2"], ["3", "4"]], None, [None, None]),
    Case("years as titles", [["Nom", "E-mail", "CA 2024", "2025"], ["Dupont", "a@b.example", "12", "7"]], 1,
         [F.NAME, F.EMAIL, None, None]),
    Case("blanks in titles", [["  Nom ", " E-mail"], ["Dupont", "a@b.example"]], 1, [F.NAME, F.EMAIL]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_the_header_is_found_or_every_row_counts_as_data(case):
    layout = layout_of(*case.rows)

    assert layout.header_row == case.header_row
    assert list(layout.fields()) == case.fields


def test_a_persons_row_is_never_the_header():
    rows = [["Client", "Société", "06 12 34 56 78"], ["Nom", "Ville", "c@acme.example"], PERSON]

    assert layout_of(*rows).header_row is None


def test_a_header_far_down_is_not_looked_for():
    rows = [["x"]] * ROWS_LOOKED_AT

    assert layout_of(*rows, FRENCH, PERSON).header_row is None
    assert layout_of(*rows[:-1], FRENCH, PERSON).header_row == ROWS_LOOKED_AT


def test_the_row_with_more_known_titles_is_the_header():
    assert layout_of(["Contact"], ["Notes"], ["Nom", "E-mail"], PERSON).header_row == 3


def test_columns_are_numbered_as_the_spreadsheet_does_and_keep_their_titles():
    columns = layout_of(["Nom", "Stand"], ["Dupont", "B12"]).columns

    assert [(one.number, one.header) for one in columns] == [(1, "Nom"), (2, "Stand")]


def test_row_numbers_are_those_given():
    layout = recognise_layout([(7, FRENCH), (9, PERSON)], 4)

    assert layout.header_row == 7


# --- the content speaks louder than the title


def test_a_column_of_addresses_is_email_whatever_its_title():
    assert layout_of(["Nom", "Identifiant"], ["Dupont", "a@b.example"]).fields()[1] is F.EMAIL


def test_a_column_of_numbers_with_plus_or_zero_is_phone_under_a_title_that_says_nothing():
    layout = layout_of(["Nom", "Joindre au"], ["Dupont", "+33 6 12 34 56 78"])

    assert layout.fields()[1] is F.PHONE


def test_some_gaps_and_remarks_do_not_hide_a_column_of_addresses():
    rows = [["Nom", "Web"], ["a", "a@b.example"], ["b", ""], ["c", "néant"], ["d", "d@b.example"]]

    assert layout_of(*rows).fields()[1] is F.EMAIL


@pytest.mark.parametrize(
    ("title", "value", "field"),
    [
        ("N° client", "0000123456", F.IDENTIFIER),
        ("Date de naissance", "04/05/1990", F.BIRTH_DATE),
        ("Inscrit le", "01.02.2024", F.COLLECTED_ON),
        ("Dernier contact", "0102202401", F.LAST_CONTACT_ON),
    ],
)
def test_figures_under_a_title_of_their_own_are_no_phone_numbers(title, value, field):
    assert layout_of(["Nom", title], ["Dupont", value]).fields()[1] is field


def test_numbers_without_plus_or_zero_need_a_title():
    assert layout_of(["Nom", "Code"], ["Dupont", "612345678"]).fields()[1] is None
    assert layout_of(["Nom", "Mobile"], ["Dupont", "612345678"]).fields()[1] is F.PHONE


# --- origin


@pytest.mark.parametrize(
    ("title", "origin"),
    [
        ("E-mail", Origin.PROVIDED), ("Remarques", Origin.INTERNAL), ("Votre message", Origin.PROVIDED),
        ("Message", Origin.PROVIDED), ("Stand", None), ("Dernier contact", Origin.OBSERVED),
    ],
)  # fmt: skip
def test_a_column_says_who_its_values_come_from(title, origin):
    layout = layout_of(["Nom", title], ["Dupont", "x"])

    assert layout.columns[1].origin is origin
