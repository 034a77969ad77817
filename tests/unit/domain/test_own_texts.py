"""Cells besides names, e-mails, phones and addresses that are about somebody else."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.own_names import own_names
from dsr_desktop.domain.own_texts import text_names_another
from dsr_desktop.domain.row import Row


def about_another(title, text, field, *, beside=(), **asked):
    """Judge a cell in a row of Marie Dupont; `beside` are further (title, text, field) cells."""
    cells = [("Nom", "Marie Dupont", Field.NAME), (title, text, field), *beside]
    titles, texts, fields = zip(*cells, strict=True)
    row = Row(texts, fields, titles)
    ready = make_ready(make_criteria(asked or {"name": "Marie Dupont"}), "FR")
    return text_names_another(ready, row, 2, text, own_names(ready, row))


@pytest.mark.parametrize(
    ("title", "text", "field"),
    [
        ("Message", "appel de Jean Roux", Field.NOTE),
        ("Message", "écrire à jean.roux@x.example", Field.NOTE),
        ("Message", "mon mari : 06 12 34 56 78", Field.NOTE),
        ("Société", "Acme (contact : Jean Roux)", Field.COMPANY),
        ("Société", "Acme (Jean Roux)", Field.COMPANY),
        ("Ville", "Metz, chez Jean", Field.CITY),
        ("Canal", "parrainage Jean", Field.CHANNEL),
        ("Né le", "3/5/1980 (Jean)", Field.BIRTH_DATE),
        ("Ville du tuteur", "Lyon", None),
        ("Adresse du parent", "3 rue des Lilas", None),
    ],
)
def test_a_cell_that_names_somebody_else_or_is_kept_for_him_is_told(title, text, field):
    assert about_another(title, text, field)


@pytest.mark.parametrize(
    ("title", "text", "field"),
    [
        ("Message", "Je voudrais un devis", Field.NOTE),
        ("Message", "Rappelez-moi au 06 12 34 56 78", Field.NOTE),
        ("Message", "écrire à contact@acme.example", Field.NOTE),
        ("Société", "Acme Conseil", Field.COMPANY),
        ("Ville", "Saint-Denis (La Réunion)", Field.CITY),
        ("Né le", "3 Mai 1980", Field.BIRTH_DATE),
        ("Taille", "M", None),
        ("Nom 2", "Jean Roux", Field.NAME),
        ("E-mail", "jean.roux@x.example", Field.EMAIL),
    ],
)
def test_any_other_cell_is_left_to_its_own_rule_or_is_hers(title, text, field):
    assert not about_another(title, text, field)


def test_a_name_that_the_row_has_for_a_relative_is_known_anywhere_else():
    spouse = ("Conjoint", "Jean Roux", None)

    assert about_another("Montant", "30 (Jean)", None, beside=[spouse])
    assert not about_another("Montant", "30 (Jean)", None)


def test_a_town_may_be_called_like_somebody_of_the_row():
    spouse = ("Conjoint", "Jean Nancy", None)

    assert not about_another("Ville", "Nancy", Field.CITY, beside=[spouse])
    town = ("Ville", "Nancy", Field.CITY)
    assert not about_another("Montant", "30 (Nancy)", None, beside=[spouse, town])


def test_the_words_of_an_address_asked_for_are_hers_though_no_name_was():
    text = "Cordialement, Lea Petit"

    assert about_another("Message", text, Field.NOTE)
    assert not about_another("Message", text, Field.NOTE, email="lea.petit@x.example")


def test_a_key_asked_for_is_hers_beside_any_word():
    text = "mon mari lit aussi jr@x.example"

    assert about_another("Message", text, Field.NOTE)
    assert not about_another("Message", text, Field.NOTE, name="Marie Dupont", email="jr@x.example")
