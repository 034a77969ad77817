"""Whose e-mail or phone a column holds."""

import pytest

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.key_columns import is_own_key, is_own_second_name, name_of_relative
from dsr_desktop.domain.row import Row

EMAIL, PHONE = Field.EMAIL, Field.PHONE


def is_own(headers, column, field=EMAIL):
    row = Row(["x"] * len(headers), [field] * len(headers), headers)
    return is_own_key(row, field, column)


@pytest.mark.parametrize(
    "title",
    ["Email", "Email 2", "E-mail pro", "Email 3", "Autre e-mail", "Mail secondaire", "Email du client",
     "Adresse e-mail personnelle", "e-mail (obligatoire)", "email_address_2", "Billing Email"],
)  # fmt: skip
def test_a_title_that_says_e_mail_and_names_nobody_else_is_ones_own(title):
    assert is_own(["Courriel", title], 2)


@pytest.mark.parametrize("title", ["Mobile", "Tél. direct", "Téléphone du contact", "Phone 3"])
def test_a_title_that_says_phone_is_ones_own(title):
    assert is_own(["Téléphone", title], 2, PHONE)


@pytest.mark.parametrize(
    "title", ["Email parrain", "Apporté par", "Référent", "Login", "Email du conjoint", "Contact"]
)
def test_beside_a_column_titled_e_mail_another_title_may_be_somebody_elses(title):
    assert not is_own(["Courriel", title], 2)
    assert is_own(["Courriel", title], 1)


@pytest.mark.parametrize("title", ["Login", "Contact", "Coordonnées"])
def test_the_only_column_of_addresses_is_ones_own_whatever_its_title(title):
    assert is_own(["", title], 2)


@pytest.mark.parametrize(
    "title",
    ["Email parrain", "Referrer e-mail", "Père", "E-mail commercial", "Commerciale", "Vendeur",
     "E-mail du responsable", "Account manager", "Manager e-mail", "Mail conseillère", "Sales rep",
     "Owner", "Contact owner e-mail", "Assistant email", "E-mail de l'assistante", "E-Mail Sekretariat"],
)  # fmt: skip
def test_a_title_that_names_somebody_else_is_never_ones_own(title):
    assert not is_own([title], 1)


@pytest.mark.parametrize("headers", [(), ("Nom",), ("Email", ""), ("Email", "  ")])
def test_a_column_without_a_title_is_ones_own(headers):
    assert is_own_key(Row(["x", "y"], [EMAIL, EMAIL], headers), EMAIL, 2)


def test_a_column_that_only_has_the_title_but_holds_something_else_does_not_count():
    row = Row(["x", "y"], [PHONE, EMAIL], ["Email", "Login"])

    assert is_own_key(row, EMAIL, 2)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Conjoint", Field.NAME),
        ("Prénom du conjoint", Field.GIVEN_NAME),
        ("Nom de l'époux", Field.NAME),
        ("Spouse first name", Field.GIVEN_NAME),
        ("Father's last name", Field.FAMILY_NAME),
        ("Parrain", Field.NAME),
        ("E-mail parrain", None),
        ("Nom d'épouse", None),
        ("Nom", None),
        ("", None),
    ],
)
def test_a_title_that_names_a_relative_says_which_name_of_hers_it_holds(title, field):
    assert name_of_relative(title) is field


@pytest.mark.parametrize("title", ["Nom de naissance", "Nom d'épouse", "Maiden name"])
def test_a_second_family_name_is_ones_own(title):
    assert is_own_second_name(title)
    assert not is_own_second_name("Nom")
