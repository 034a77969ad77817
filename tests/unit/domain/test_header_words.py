"""What may stand around a known title, and what makes it another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.header_words import (
    LONGEST_TITLE,
    field_of_header,
    figures_are_no_phones,
    is_form_timestamp,
    is_message_title,
    is_question,
    is_telling,
    names_somebody_else,
    origin_of_title,
)

F = Field


@pytest.mark.parametrize(
    "title",
    [
        "Téléphone", "TELEPHONE", "téléphone :", "Téléphone *", "Téléphone 2", "Téléphone_3", "telephone1",
        "2. Téléphone", "Téléphone (bureau)", "Téléphone [obligatoire]", "Votre téléphone", "Téléphone pro",
        "Téléphone du client", "Téléphone mobile (personnel)", "2e téléphone", "Téléphone / Phone",
        "Téléphone\nportable", "Quel est votre téléphone ?", "N° téléphone", "Téléphone #",
    ],
)  # fmt: skip
def test_what_stands_around_a_title_does_not_matter(title):
    assert field_of_header(title) is F.PHONE


@pytest.mark.parametrize(
    "title", ["firstName", "first_name", "First-Name", "FIRST NAME", "first.name", "firstname"]
)
def test_a_title_may_be_written_as_programs_do(title):
    assert field_of_header(title) is F.GIVEN_NAME


@pytest.mark.parametrize("title", ["homePhone", "billingPhone", "customerPhone", "workPhone2"])
def test_a_capital_inside_begins_a_word(title):
    assert field_of_header(title) is F.PHONE


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Nom (Prénom)", F.GIVEN_NAME), ("Nom (Nom de famille)", F.FAMILY_NAME), ("Name (First)", F.GIVEN_NAME),
        ("Name (Last)", F.FAMILY_NAME), ("Nom (parrain)", None), ("Nom (obligatoire)", F.NAME),
        ("Nom (et Prénom)", F.NAME), ("Prénom (Nom)", F.NAME),
    ],
)  # fmt: skip
def test_brackets_after_a_name_may_tell_which_part_it_is(title, field):
    assert field_of_header(title) is field


@pytest.mark.parametrize(
    "title",
    [
        "E-mail parrain", "E-mail (parrain)", "E-mail du conjoint", "Parent email", "Email / Téléphone",
        "Nom du produit", "E-mail envoyé le", "Téléphone de l'assistant(e)", "La Rue", "Email: a@b.example",
        "x" * (LONGEST_TITLE + 1), "@", "2024", "()", "/", " - ", "d", "votre", "#",
    ],
)  # fmt: skip
def test_one_unknown_word_makes_another_title(title):
    assert field_of_header(title) is None


def test_a_title_as_long_as_a_text_is_not_looked_at():
    assert field_of_header("E-mail" + " " * (2 * LONGEST_TITLE)) is F.EMAIL
    assert field_of_header("(Nom) " * LONGEST_TITLE) is None


@given(st.text(max_size=60))
def test_any_text_is_a_title_or_none_and_blanks_do_not_matter(text):
    assert field_of_header(text) is field_of_header(f"  {text} ")


@pytest.mark.parametrize(
    "title", ["Prénom", "NOM", "PLZ", "Date de naissance", "N° client", "First name", "Nom 2"]
)
def test_some_titles_are_hardly_ever_data(title):
    assert is_telling(title)


@pytest.mark.parametrize(
    "title",
    [
        "Client",
        "E-mail",
        "Newsletter",
        "Rue",
        "Handy",
        "Contact 3",
        "Web",
        "Adresse e-mail",
        "Last",
    ],
)
def test_other_titles_are_surnames_or_values_elsewhere(title):
    assert not is_telling(title)


def test_what_people_wrote_is_told_from_what_staff_noted():
    assert all(
        map(
            is_message_title,
            ["Message", "Votre message (facultatif)", "Ihre Nachricht", "your-message"],
        )
    )
    assert not any(map(is_message_title, ["Notes", "Remarques", "Commentaire interne", ""]))


def test_the_moment_of_sending_is_told():
    assert all(
        map(is_form_timestamp, ["Horodateur", "Timestamp", "Date de l’entrée", "Submit Date (UTC)"])
    )
    assert not any(map(is_form_timestamp, ["Date", "Créé le", ""]))


def test_a_question_to_the_person_is_told():
    assert all(map(is_question, ["Viendrez-vous ?", "Votre régime alimentaire", "Your allergies"]))
    assert not any(map(is_question, ["Régime", "", "Suivi"]))


def test_a_title_about_somebody_else_is_told():
    assert all(
        map(names_somebody_else, ["Parrain", "Contact d'urgence", "Parent 1", "Email payeur"])
    )
    assert not any(map(names_somebody_else, ["Contact", "E-mail", ""]))


def test_figures_that_are_no_phone_numbers_are_told():
    assert all(map(figures_are_no_phones, ["Fax", "Télécopie (bureau)", "SIRET", "N° de facture"]))
    assert not any(map(figures_are_no_phones, ["Joindre au", ""]))


@pytest.mark.parametrize(
    ("title", "origin"),
    [
        ("MEMBER_RATING", Origin.INFERRED), ("Lead Score", Origin.INFERRED), ("Total Spent", Origin.OBSERVED),
        ("OPTIN_IP", Origin.OBSERVED), ("Contact owner", Origin.INTERNAL), ("Statut", Origin.INTERNAL),
        ("Stand", None), ("", None),
    ],
)  # fmt: skip
def test_some_titles_without_a_field_tell_who_their_values_come_from(title, origin):
    assert origin_of_title(title) is origin
