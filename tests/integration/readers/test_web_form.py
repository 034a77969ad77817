"""Mails that a web form made: its labels become columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.readers.web_form import form_fields

LEA = [("Nom", "Dupont"), ("Prénom", "Léa"), ("E-mail", "lea@acme.example")]


@pytest.mark.parametrize(
    "text",
    [
        "Nom: Dupont\nPrénom: Léa\nE-mail: lea@acme.example",
        "Nouveau message du site\n\nNom : Dupont\r\nPrénom\xa0:\xa0Léa\r\nE-mail : lea@acme.example\r\n",
        "*Nom:* Dupont\n*Prénom:* Léa\n*E-mail:* lea@acme.example\n",
        "- Nom = Dupont\n- Prénom = Léa\n- E-mail = lea@acme.example\n",
        "> Nom: Dupont\n> Prénom: Léa\n> E-mail: lea@acme.example\n",
        "Nom\tDupont\nPrénom\tLéa\nE-mail\tlea@acme.example\n",
        "Nom\nDupont\n\nPrénom\nLéa\n\nE-mail\nlea@acme.example\n",
        "Nom:\nDupont\nPrénom:\n\nLéa\nE-mail:\nlea@acme.example\n",
        "Nom: Dupont\nPrénom: Léa\nE-mail: lea@acme.example\nTéléphone:\n",
    ],
)
def test_labels_and_values_are_found_however_they_are_written(text):
    assert form_fields(text) == LEA


def test_labels_that_are_no_known_titles_count_once_three_others_do():
    text = "Name: Lea\nEmail: lea@acme.example\nPhone: 06\nBudget: 300\nSubject: devis"

    assert form_fields(text)[3:] == [("Budget", "300"), ("Subject", "devis")]


def test_a_message_goes_on_over_several_lines():
    text = "Name: Lea\nEmail: a@b.example\nPhone: 06\nMessage:\nBonjour,\n\nmon code: 57\nMerci\nCity: Metz"

    assert form_fields(text)[3:] == [
        ("Message", "Bonjour,\nmon code: 57\nMerci"), ("City", "Metz"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bonjour,\nvoici ma question.\nMerci",
        "Name: Lea\nEmail: lea@acme.example",
        "From: a@b.example\nSent: Monday\nTo: c@d.example\nSubject: x",
        "Un long texte.\n" * 20 + "Tel: 01\nMobile: 06\nE-mail: lea@acme.example",
        "Name: Lea\nEmail: a@b.example\nPhone: 06\n" + "x: y\n" * 40_000,
    ],
    ids=["nothing", "prose", "two labels", "a quoted header", "a signature", "too long"],
)
def test_other_texts_are_no_form(text):
    assert form_fields(text) == []


def test_a_web_address_is_no_label():
    text = "Name: Lea\nEmail: a@b.example\nhttps://acme.example/x\nPhone: 06"

    assert [label for label, _ in form_fields(text)] == ["Name", "Email", "Phone"]


values = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)


@given(values, values, values)
def test_values_are_read_back(name, town, company):
    text = f"Your name: {name}\nTown: {town}\nOrganisation: {company}\n"

    assert form_fields(text) == [("Your name", name), ("Town", town), ("Organisation", company)]
