"""Columns that the privacy policy does not announce are seen by title and by content."""

import pytest

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.policy import Undeclared, undeclared_in

IBAN = "FR76 3000 6000 0112 3456 7890 189"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("N° de sécurité sociale", "national_id"), ("NIR", "national_id"), ("PESEL", "national_id"),
        ("Codice fiscale", "national_id"), ("Numéro de passeport", "national_id"),
        ("IBAN", "bank_account"), ("RIB client", "bank_account"), ("Kontonummer", "bank_account"),
        ("Carte bancaire", "payment_card"), ("Credit card", "payment_card"),
        ("Allergies", "health"), ("Régime alimentaire", "health"), ("Schwerbehinderung", "health"),
        ("Personne à mobilité réduite (PMR)", "health"), ("Religion", "belief"),
        ("Opinions politiques", "belief"), ("Appartenance syndicale", "union"),
        ("Ethnicity", "ethnic_origin"), ("Orientation sexuelle", "sexuality"),
        ("Casier judiciaire", "offence"), ("Mot de passe", "password"), ("Salaire brut", "income"),
        ("Situation familiale", "family"), ("Estado civil", "family"),
        ("Lieu de naissance", "birth_date"),
    ],
)  # fmt: skip
def test_a_title_tells_what_a_column_holds_beyond_the_policy(title, kind):
    assert undeclared_in(title, None) == kind


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Nom", Field.NAME), ("E-mail", Field.EMAIL), ("Téléphone", Field.PHONE),
        ("Société", Field.COMPANY), ("Adresse", Field.ADDRESS), ("N° client", Field.IDENTIFIER),
        ("Stand", None), ("Mutualisé", None), ("Code INSEE", None), ("", None),
        ("Lettre d'information", Field.OPT_IN),
    ],
)  # fmt: skip
def test_what_the_policy_announces_is_not_pointed_out(title, field):
    assert undeclared_in(title, field) is None


def test_a_meaning_tells_where_the_title_does_not():
    assert undeclared_in("Geb.", Field.BIRTH_DATE) is Undeclared.BIRTH_DATE
    assert undeclared_in("Remarques", Field.NOTE) is Undeclared.NOTE


def test_the_message_of_a_form_is_announced_where_a_note_of_staff_is_not():
    assert undeclared_in("Votre message", Field.NOTE) is None


def test_a_column_of_ibans_is_one_whatever_its_title():
    assert undeclared_in("Infos", None, [IBAN, IBAN, "à demander"]) is Undeclared.BANK_ACCOUNT
    assert undeclared_in("Infos", None, [IBAN, "oui", "non"]) is None


def test_social_security_and_card_numbers_are_seen_by_their_check_digits():
    assert undeclared_in("Réf", None, ["2 69 05 49 588 157 80"]) is Undeclared.NATIONAL_ID
    assert undeclared_in("Réf", None, ["4111111111111111"]) is Undeclared.PAYMENT_CARD
