"""What the values of a column say, whatever its title."""

import pytest

from dsr_desktop.domain.column_contents import are_postcodes, field_of_values
from dsr_desktop.domain.fields import Field

F = Field
EMAILS = ["a@acme.example", "b@acme.example", "c@acme.example"]
PHONES = ["+33 6 12 34 56 78", "06 12 34 56 79", "(0)6 12 34 56 70"]


@pytest.mark.parametrize("titled", [None, F.NAME, F.IDENTIFIER, F.PHONE, F.NOTE])
def test_a_column_of_addresses_is_email_whatever_it_is_called(titled):
    assert field_of_values(EMAILS, titled, "x") is F.EMAIL


@pytest.mark.parametrize(
    "value",
    [
        "a@acme.example; b@acme.example",
        "a@acme.example\nb@acme.example",
        "<a@acme.example>",
        "mailto:a@b.example",
    ],
)
def test_several_addresses_in_a_cell_are_addresses(value):
    assert field_of_values([value], None, "") is F.EMAIL


@pytest.mark.parametrize(
    "value", ["Camille <a@acme.example>", "écrire à a@acme.example", "@acme", "a@b"]
)
def test_text_around_an_address_is_no_column_of_addresses(value):
    assert field_of_values([value], None, "") is None


@pytest.mark.parametrize("titled", [None, F.NAME, F.NOTE, F.EMAIL])
def test_a_column_of_numbers_with_plus_or_zero_is_phone(titled):
    assert field_of_values(PHONES, titled, "x") is F.PHONE


@pytest.mark.parametrize(
    "value", ["06 12 34 56 78 / 01 40 20 50 50", "0612345678;0140205050", "0612345678\n0140205050"]
)
def test_several_numbers_in_a_cell_are_phones(value):
    assert field_of_values([value], None, "") is F.PHONE


@pytest.mark.parametrize("title", ["Fax", "Télécopie", "N° de facture", "SIRET", "IBAN"])
def test_figures_under_a_title_of_their_own_are_no_phones(title):
    assert field_of_values(["0140205050"], None, title) is None


@pytest.mark.parametrize("titled", [F.IDENTIFIER, F.BIRTH_DATE, F.POSTCODE, F.COLLECTED_ON])
def test_a_title_that_expects_figures_is_believed(titled):
    assert field_of_values(["0140205050", "0140205051"], titled, "x") is titled


@pytest.mark.parametrize("value", ["612345678", "12/05/1990", "néant", "0612"])
def test_other_values_without_a_title_say_nothing(value):
    assert field_of_values([value], None, "") is None


def test_a_column_without_values_is_what_its_title_says():
    assert field_of_values([], F.EMAIL, "E-mail") is F.EMAIL
    assert field_of_values([], None, "Stand") is None


@pytest.mark.parametrize(
    ("title", "titled", "values"),
    [
        ("Nombre", F.NAME, ["12", "30"]), ("Client", F.NAME, ["oui", "non"]), ("Client", F.NAME, ["C0012", "C0013"]),
        ("CAP", F.POSTCODE, ["Cuisine", "Coiffure"]), ("E-mail", F.EMAIL, ["oui", "Non"]), ("SMS", F.PHONE, ["yes", "no"]),
    ],
)  # fmt: skip
def test_values_that_cannot_be_what_the_title_says_have_no_field(title, titled, values):
    assert field_of_values(values, titled, title) is None


@pytest.mark.parametrize(
    ("titled", "values"),
    [
        (F.NAME, ["Dupont 2", "Li"]), (F.NAME, ["12"]), (F.FAMILY_NAME, ["Dupont", "Martin", "12"]),
        (F.POSTCODE, ["SW1A 1AA", "57000"]), (F.PHONE, ["à demander", "612345678"]), (F.CITY, ["57", "58"]),
    ],
)  # fmt: skip
def test_a_title_is_believed_unless_most_values_speak_against_it(titled, values):
    assert field_of_values(values, titled, "x") is titled


@pytest.mark.parametrize("title", ["Contacto", "Contact", "Kontakt"])
def test_a_contact_may_be_a_number(title):
    assert field_of_values(["912345678", "913456789"], F.NAME, title) is F.PHONE


def test_another_name_column_of_figures_is_no_phone():
    assert field_of_values(["912345678", "913456789"], F.NAME, "Client") is None


TOWNS = ["Metz", "Paris", "Saint-Denis"]


@pytest.mark.parametrize(
    ("values", "beside", "are"),
    [
        (["57000", "75011", "93200"], TOWNS, True), (["57000", "75011"], TOWNS, False),
        (["57000", "75011", "932000"], TOWNS, False), (["57000", "75011", "93200"], ["1", "2", "3"], False),
        (["57000", "75011", "93200"], [], False), (["57000", "75011", "93200"], ["a@b.example"] * 3, False),
    ],
)  # fmt: skip
def test_five_figures_beside_towns_are_postcodes(values, beside, are):
    assert are_postcodes(values, beside) is are
