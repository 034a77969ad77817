"""Whole sheets: rows of titles of every kind over a few rows of data, and what is made of them."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.column_titles.purposes import Purpose
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.headers import recognise_layout

F = Field
SURE, DOUBTFUL = False, True
CAMILLE = ["Dupont", "Camille", "camille@acme.example"]
ALEX = ["Martin", "Alex", "alex@acme.example"]
NAMED = [F.FAMILY_NAME, F.GIVEN_NAME, F.EMAIL]


def layout_of(*rows):
    return recognise_layout(list(enumerate(rows, 1)), max(map(len, rows), default=0))


class Sheet(NamedTuple):
    what: str
    rows: list
    header_row: int | None
    may_be_data: bool
    fields: list


SHEETS = [
    Sheet("German", [["Name", "Vorname", "E-Mail"], CAMILLE], 1, SURE, NAMED),
    Sheet("Spanish", [["Apellidos", "Nombre", "Correo electrónico"], CAMILLE], 1, SURE, NAMED),
    Sheet("Italian", [["Cognome", "Nome", "E-mail"], CAMILLE], 1, SURE, NAMED),
    Sheet("Dutch", [["Naam", "Voornaam", "E-mailadres"], CAMILLE], 1, SURE, NAMED),
    Sheet("Portuguese", [["Apelido", "Nome", "Correio eletrónico"], CAMILLE], 1, SURE, NAMED),
    Sheet("Polish", [["Nazwisko", "Imię", "Adres e-mail"], CAMILLE], 1, SURE, NAMED),
    Sheet("a name that is whole", [["Nom", "E-mail"], ["Camille Dupont", "c@acme.example"]], 1, SURE,
          [F.NAME, F.EMAIL]),
    Sheet("whole name and its parts", [["Name", "First Name", "Last Name"], ["A B", "A", "B"]], 1, SURE,
          [F.NAME, F.GIVEN_NAME, F.FAMILY_NAME]),
    Sheet("birth name beside name", [["Nom", "Nom de naissance", "E-mail"], ["Dupont", "Martin", "c@acme.example"]],
          1, SURE, [F.NAME, F.FAMILY_NAME, F.EMAIL]),
    Sheet("birth name beside both", [["Nom", "Nom d'usage", "Prénom"], ["Dupont", "Martin", "Camille"]], 1, SURE,
          [F.FAMILY_NAME, F.FAMILY_NAME, F.GIVEN_NAME]),
    Sheet("company beside the parts", [["Nazwa", "Imię", "Nazwisko"], ["ACME", "Jan", "Kowalski"]], 1, SURE,
          [None, F.GIVEN_NAME, F.FAMILY_NAME]),
    Sheet("second given name", [["Nom", "Prénom", "Prénom 2"], ["Dupont", "Camille", "Anne"]], 1, SURE,
          [F.FAMILY_NAME, F.GIVEN_NAME, None]),
    Sheet("two people a row", [["Nom 1", "Prénom 1", "Nom 2", "Prénom 2"], ["Dupont", "Camille", "Martin", "Alex"]],
          1, SURE, [F.FAMILY_NAME, F.GIVEN_NAME, F.FAMILY_NAME, F.GIVEN_NAME]),
    Sheet("French numbers are no names", [["Nom", "Nombre"], ["Vis Dupont", "12"], ["Clou", "30"]], 1, SURE,
          [F.NAME, None]),
    Sheet("accounting", [["Intitulé", "Code postal", "Ville"], ["Dupont SARL", "57000", "Metz"]], 1, SURE,
          [F.NAME, F.POSTCODE, F.CITY]),
    Sheet("groups over titles", [["Contact", "", "", "Adresse", ""], ["Nom", "Prénom", "E-mail", "Rue", "CP"],
          [*CAMILLE, "3 rue Haute", "57000"]], 2, SURE, [*NAMED, F.ADDRESS, F.POSTCODE]),
    Sheet("a column under no group", [["", "Contact", "", "Adresse"], ["N° client", "Nom", "E-mail", "Rue"],
          ["12", "Dupont", "c@acme.example", "x"]], 2, SURE, [F.IDENTIFIER, F.NAME, F.EMAIL, F.ADDRESS]),
    Sheet("two lines that may both be data", [["Client", "", "Société"], ["Rue", "Ville", "Contact"], ["x", "y", "z"]],
          1, DOUBTFUL, [F.NAME, None, F.COMPANY]),
    Sheet("titles merged downwards", [["Société", "Contact", "", ""], ["", "Nom", "Prénom", "E-mail"],
          ["ACME", *CAMILLE]], 2, SURE, [F.COMPANY, *NAMED]),
    Sheet("somebody else's group", [["Contact", "", "Parrain", ""], ["Nom", "E-mail", "Nom", "E-mail"],
          ["Dupont", "c@acme.example", "Martin", "a@acme.example"]], 2, SURE, [F.NAME, F.EMAIL, None, F.EMAIL]),
    Sheet("a date under birth", [["Identité", "", "Naissance", ""], ["Nom", "Prénom", "Date", "Ville"],
          ["Dupont", "Camille", "24/05/1990", "Metz"]], 2, SURE,
          [F.FAMILY_NAME, F.GIVEN_NAME, F.BIRTH_DATE, None]),
    Sheet("second line of titles", [["Nom", "Téléphone", "", "E-mail"], ["", "fixe", "mobile", ""],
          ["Dupont", "0387000001", "0612345678", "c@acme.example"]], 1, SURE, [F.NAME, F.PHONE, F.PHONE, F.EMAIL]),
    Sheet("line breaks in titles", [["Nom\nde famille", "Prénom\n(surnom)", "Adresse\ne-mail"], CAMILLE], 1, SURE,
          [F.FAMILY_NAME, None, F.EMAIL]),
    Sheet("title of the sheet above", [["Liste du salon", "", "2025"], ["Nom", "Prénom", "E-mail"], CAMILLE], 2, SURE,
          NAMED),
    Sheet("card above the list", [["Client", "ACME"], ["Contact", "Hugo Perrin"], [], ["Nom", "Prénom", "E-mail"],
          CAMILLE], 4, SURE, NAMED),
    Sheet("a card only", [["Nom", "Dupont"], ["Prénom", "Camille"], ["Ville", "Metz"]], None, SURE, [None, None]),
    Sheet("a list of two columns with a client called contact", [["Nom", "E-mail"], ["Contact", "info@acme.example"],
          *[["Dupont", "c@acme.example"]] * 6], 1, SURE, [F.NAME, F.EMAIL]),
    Sheet("header again at a page break", [["Nom", "Prénom", "E-mail"], CAMILLE, ["Nom", "Prénom", "E-mail"], ALEX,
          ALEX, ALEX], 1, SURE, NAMED),
    Sheet("duplicate and empty titles", [["Nom", "", "E-mail", "E-mail"], ["Dupont", "x", "a@b.example", ""]], 1, SURE,
          [F.NAME, None, F.EMAIL, F.EMAIL]),
    Sheet("dates as titles", [["Nom", "Prénom", "12/03", "19/03"], ["Dupont", "Camille", "x", ""]], 1, SURE,
          [F.FAMILY_NAME, F.GIVEN_NAME, None, None]),
    Sheet("an example in a title", [["Nom", "Prénom", "Adresse e-mail (ex : nom@exemple.example)", "CP"],
          [*CAMILLE, "57000"]], 1, DOUBTFUL, [*NAMED, F.POSTCODE]),
    Sheet("one title among strange ones", [["Nom", "Hall", "Stand"], ["Dupont", "A", "B12"]], 1, DOUBTFUL,
          [F.NAME, None, None]),
    Sheet("one title borne out", [["Hall", "E-mail", "Stand"], ["A", "c@acme.example", "B12"]], 1, SURE,
          [None, F.EMAIL, None]),
    Sheet("two words that may be data", [["Client", "Newsletter"], ["Dupont", "oui"]], 1, DOUBTFUL, [F.NAME, F.OPT_IN]),
    Sheet("a person called like a title", [["Rue", "Camille", "Client"], ["Martin", "Alex", "Client"]], 1, DOUBTFUL,
          [F.ADDRESS, None, F.NAME]),
    Sheet("values that are titles", [["Dupont", "Camille", "Client", "Newsletter"], ["Martin", "Alex", "Client", ""]],
          None, SURE, [None, None, None, None]),
    Sheet("a language nobody knows", [["Név", "Cím", "Szám"], *[["Kiss", "k@acme.example", "+36 1 234 5678"]] * 3],
          None, SURE, [None, F.EMAIL, F.PHONE]),
    Sheet("a title below people's data", [CAMILLE, ["Nom", "x", "y"]], None, SURE, [None, None, None]),
    Sheet("postcodes beside towns", [["Dupont", "57000", "Metz"], ["Martin", "75011", "Paris"],
          ["Roux", "57100", "Thionville"]], None, SURE, [None, F.POSTCODE, None]),
    Sheet("numbers first are no postcodes", [["10001", "Dupont"], ["10002", "Martin"], ["10003", "Roux"]], None, SURE,
          [None, None]),
    Sheet("figures with a title are no postcodes", [["Nom", "CA", "Ville"], *[["Dupont", "15000", "Metz"]] * 3], 1, SURE,
          [F.NAME, None, F.CITY]),
]  # fmt: skip


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.what)
def test_titles_are_found_and_understood(sheet):
    layout = layout_of(*sheet.rows)

    assert (layout.header_row, layout.header_may_be_data) == (sheet.header_row, sheet.may_be_data)
    assert list(layout.fields()) == sheet.fields


def test_a_column_is_titled_by_both_lines():
    above = layout_of(
        ["Contact", "", "Adresse"], ["Nom", "E-mail", "Rue"], ["Dupont", "c@acme.example", "x"]
    )
    below = layout_of(
        ["Nom", "Téléphone", ""], ["", "fixe", "mobile"], ["Dupont", "0387000001", "0612345678"]
    )

    assert [one.header for one in above.columns] == [
        "Contact – Nom",
        "Contact – E-mail",
        "Adresse – Rue",
    ]
    assert [one.header for one in below.columns] == [
        "Nom",
        "Téléphone – fixe",
        "Téléphone – mobile",
    ]


def test_long_lines_and_lines_apart_are_no_groups():
    header = ["Nom", "E-mail"]
    long = layout_of(
        ["Liste des parents d'élèves", "Export du mois"], header, ["Dupont", "c@acme.example"]
    )
    apart = recognise_layout(
        [(1, ["Salon", "Contact"]), (3, header), (4, ["Dupont", "c@acme.example"])], 2
    )

    assert [one.header for one in long.columns] == header
    assert [one.header for one in apart.columns] == header


def test_a_persons_row_below_the_header_is_no_line_of_titles():
    layout = layout_of(
        ["Nom", "Téléphone", ""], ["", "0612345678", "mobile"], ["Dupont", "0387000001", ""]
    )

    assert [one.header for one in layout.columns] == ["Nom", "Téléphone", ""]


def test_a_row_of_people_is_no_line_of_titles_although_it_fits():
    layout = layout_of(["Nom", "Téléphone", ""], ["", "Hugo", "Léa"], ["Dupont", "0387000001", ""])

    assert [one.header for one in layout.columns] == ["Nom", "Téléphone", ""]


def test_very_many_columns_are_taken_in():
    layout = layout_of(["Nom", "Prénom", *["x"] * 3000], ["Dupont", "Camille", *["y"] * 3000])

    assert len(layout.columns) == 3002
    assert layout.fields()[:2] == (F.FAMILY_NAME, F.GIVEN_NAME)


# --- origins and purposes


def origins_of(*titles):
    layout = layout_of(list(titles), ["?"] * len(titles))
    return {column.header: column.origin for column in layout.columns}


def test_what_people_entered_in_a_form_is_provided():
    found = origins_of(
        "Horodateur", "Votre nom", "E-mail", "Viendrez-vous ?", "Remarques", "Suivi par", "Stand"
    )

    assert found == {
        "Horodateur": Origin.OBSERVED, "Votre nom": Origin.PROVIDED, "E-mail": Origin.PROVIDED,
        "Viendrez-vous ?": Origin.PROVIDED, "Remarques": Origin.INTERNAL, "Suivi par": Origin.INTERNAL,
        "Stand": None,
    }  # fmt: skip


def test_without_the_moment_of_sending_it_is_no_form():
    assert origins_of("Créé le", "Votre nom", "Viendrez-vous ?")["Viendrez-vous ?"] is None
    assert origins_of("Horodateur", "Événement", "Niveau ?")["Niveau ?"] is None


def test_a_form_may_ask_for_a_message_only():
    assert origins_of("Horodateur", "Votre message", "Niveau ?")["Niveau ?"] is Origin.PROVIDED


def test_opt_ins_and_opt_outs_say_what_they_are_about():
    columns = layout_of(
        [
            "E-mail",
            "Accepts Email Marketing",
            "Accepts SMS Marketing",
            "Do Not Call",
            "Opt-in",
            "Source",
        ],
        ["c@acme.example", "yes", "no", "", "yes", "Newsletter"],
    ).columns

    assert [one.purpose for one in columns] == [
        None,
        Purpose.EMAIL,
        Purpose.SMS,
        Purpose.PHONE,
        None,
        None,
    ]


# --- nobody is lost

SURNAMES = [
    "Dupont",
    "Rue",
    "Street",
    "Handy",
    "Gast",
    "Canal",
    "Last",
    "Calle",
    "Born",
    "Kunde",
    "Mail",
    "City",
]
VALUES = ["Client", "Contact", "Newsletter", "E-mail", "Mobile", "Téléphone", "Abonné", "Source", "Participant",
          "Société", "Association", "Message", "Opt-in", "oui", "Contact 3", "Registered", "Metz", "2024", ""]  # fmt: skip
PEOPLE = st.lists(
    st.tuples(st.sampled_from(SURNAMES), st.sampled_from(["Camille", "Alex", "First", ""]), *[st.sampled_from(VALUES)] * 3),
    min_size=1, max_size=6,
)  # fmt: skip


@given(PEOPLE)
def test_people_called_like_titles_in_a_list_without_any_are_kept_as_data(rows):
    layout = layout_of(*rows)

    assert layout.header_row is None or layout.header_may_be_data


@given(PEOPLE)
def test_people_called_like_titles_never_hide_the_header_above_them(rows):
    layout = layout_of(["Nom", "Prénom", "Statut", "Canal", "Accord"], *rows)

    assert (layout.header_row, layout.header_may_be_data) == (1, False)


@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=8))
def test_any_rows_have_a_layout_as_wide_as_they_are(rows):
    layout = layout_of(*rows)

    assert len(layout.columns) == max(map(len, rows), default=0)
    assert [one.number for one in layout.columns] == list(range(1, len(layout.columns) + 1))
