"""How surely a row is about the person asked for (R-MAT-1, R-MAT-2)."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import CRITERIA, make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.matching import How, Level, Reason, is_only_mentioned
from dsr_desktop.domain.row import Row

F = Field


def grade(asked, cells, fields=(), country="FR", headers=()):
    return grade_row(make_ready(make_criteria(asked), country), Row(cells, fields, headers))


def level(asked, cells, fields=(), country="FR"):
    found = grade(asked, cells, fields, country)
    return found.level if found else None


def hows(asked, cells, fields=()):
    found = grade(asked, cells, fields)
    return {reason.how for reason in found.reasons} if found else set()


# --- strong: an equal strong key that nothing contradicts


class Strong(NamedTuple):
    what: str
    asked: dict
    cells: list
    fields: list


STRONG = [
    Strong("e-mail in its column", {"email": "c@acme.example"}, ["c@acme.example"], [F.EMAIL]),
    Strong("e-mail in capitals", {"email": "c@acme.example"}, ["C@ACME.EXAMPLE "], [F.EMAIL]),
    Strong("e-mail alone in a column without title", {"email": "c@acme.example"}, ["c@acme.example"], [None]),
    Strong("one of two e-mails", {"email": ["x@a.example", "c@acme.example"]}, ["c@acme.example"], [F.EMAIL]),
    Strong("two e-mails in a cell, both asked", {"email": ["a@b.example", "c@acme.example"]},
           ["a@b.example; c@acme.example"], [F.EMAIL]),
    Strong("e-mail between signs", {"email": "c@acme.example"}, ["*c@acme.example*"], [F.EMAIL]),
    Strong("e-mail spelt out", {"email": "c@acme.example"}, ["c [at] acme.example"], [None]),
    Strong("phone of overseas France", {"phone": "0692 12 34 56"}, ["+262 692 12 34 56"], [F.PHONE]),
    Strong("phone with prefix", {"phone": "06 12 34 56 78"}, ["+33 6 12 34 56 78"], [F.PHONE]),
    Strong("phone as a number", {"phone": "06 12 34 56 78"}, ["33612345678"], [F.PHONE]),
    Strong("phone without its zero", {"phone": "06 12 34 56 78"}, ["612345678"], [F.PHONE]),
    Strong("phone in a column without title", {"phone": "+33612345678"}, ["06.12.34.56.78"], [None]),
    Strong("two phones in a cell", {"phone": "06 12 34 56 78"}, ["01 40 20 50 50 / 06 12 34 56 78"], [F.PHONE]),
    Strong("identifier of the list and the name", {"identifier": "C-0042", "name": "Camille Dupont"},
           ["c 0042", "Camille Dupont"], [F.IDENTIFIER, F.NAME]),
    Strong("same e-mail, same name", {"email": "c@acme.example", "name": "Camille Dupont"},
           ["Dupont", "Camille", "c@acme.example"], [F.FAMILY_NAME, F.GIVEN_NAME, F.EMAIL]),
    Strong("same e-mail, name swapped", {"email": "c@acme.example", "name": "Camille Dupont"},
           ["DUPONT Camille", "c@acme.example"], [F.NAME, F.EMAIL]),
    Strong("same e-mail, initial", {"email": "c@acme.example", "name": "Camille Dupont"},
           ["C. Dupont", "c@acme.example"], [F.NAME, F.EMAIL]),
    Strong("same e-mail, initial alone", {"email": "c@acme.example", "name": "Camille Dupont"},
           ["Dupont", "C", "c@acme.example"], [F.FAMILY_NAME, F.GIVEN_NAME, F.EMAIL]),
    Strong("same e-mail, civility", {"email": "c@acme.example", "name": "Camille Dupont"},
           ["Mme Dupont", "c@acme.example"], [F.NAME, F.EMAIL]),
    Strong("same e-mail, a letter lost to the encoding", {"email": "n@acme.example", "name": "Łukasz Nowak"},
           ["Nowak", "?ukasz", "n@acme.example"], [F.FAMILY_NAME, F.GIVEN_NAME, F.EMAIL]),
    Strong("same e-mail, no name there", {"email": "c@acme.example", "name": "Camille Dupont"},
           ["", "c@acme.example"], [F.NAME, F.EMAIL]),
    Strong("same e-mail, only the family name asked", {"email": "c@acme.example", "family_name": "Dupont"},
           ["Dupont", "Camille", "c@acme.example"], [F.FAMILY_NAME, F.GIVEN_NAME, F.EMAIL]),
    Strong("same e-mail, same birth date otherwise written",
           {"email": "c@acme.example", "birth_date": "1990-05-24"},
           ["c@acme.example", "24/05/1990"], [F.EMAIL, F.BIRTH_DATE]),
    Strong("one of two e-mails in a cell, under the full name", {"email": "c@acme.example", "name": "Camille Dupont"},
           ["a@b.example; c@acme.example", "DUPONT Camille"], [F.EMAIL, F.NAME]),
    Strong("same e-mail, company elsewhere", {"email": "c@acme.example", "company": "ACME"},
           ["c@acme.example", "Autre SARL"], [F.EMAIL, F.COMPANY]),
]  # fmt: skip


@pytest.mark.parametrize("case", STRONG, ids=lambda case: case.what)
def test_an_equal_strong_key_is_strong(case):
    assert level(case.asked, case.cells, case.fields) is Level.STRONG


# --- probable: contradicted, or a full name with something beside it


class Probable(NamedTuple):
    what: str
    asked: dict
    cells: list
    fields: list


MAILBOX = {"email": "contact@acme.example", "name": "Camille Dupont"}
NAMES = [F.FAMILY_NAME, F.GIVEN_NAME]
PROBABLE = [
    Probable("twins on one mailbox", {"email": "c@acme.example", "name": "Marie Dupont"},
             ["Marine Dupont", "c@acme.example"], [F.NAME, F.EMAIL]),
    Probable("misspelt, or somebody else", {"email": "c@acme.example", "name": "Camille Dupont"},
             ["Camille Dupond", "c@acme.example"], [F.NAME, F.EMAIL]),
    Probable("shared mailbox, other given name", MAILBOX,
             ["Dupont", "Marie", "contact@acme.example"], [*NAMES, F.EMAIL]),
    Probable("shared mailbox, other person", MAILBOX,
             ["Paul Martin", "contact@acme.example"], [F.NAME, F.EMAIL]),
    Probable("shared mailbox, other given name in one cell", MAILBOX,
             ["M. Paul Dupont", "contact@acme.example"], [F.NAME, F.EMAIL]),
    Probable("switchboard, other given name", {"phone": "01 40 20 50 50", "given_name": "Camille"},
             ["Marie", "0140205050"], [F.GIVEN_NAME, F.PHONE]),
    Probable("identifier alone, perhaps of another system", {"identifier": "C-0042"},
             ["c 0042"], [F.IDENTIFIER]),
    Probable("identifier and a family name", {"identifier": "C-0042", "family_name": "Dupont"},
             ["C-0042", "Dupont"], [F.IDENTIFIER, F.FAMILY_NAME]),
    Probable("e-mail beside another one", {"email": "c@acme.example"},
             ["a@b.example; c@acme.example"], [F.EMAIL]),
    Probable("switchboard, other family name", {"phone": "01 40 20 50 50", "name": "Camille Dupont"},
             ["Martin", "Camille", "0140205050"], [F.FAMILY_NAME, F.GIVEN_NAME, F.PHONE]),
    Probable("switchboard, family name alone", {"phone": "01 40 20 50 50", "name": "Camille Dupont"},
             ["Leroy", "", "0140205050"], [F.FAMILY_NAME, F.GIVEN_NAME, F.PHONE]),
    Probable("mailbox, other family name", {"email": "c@acme.example", "family_name": "Dupont"},
             ["Leroy", "c@acme.example"], [F.FAMILY_NAME, F.EMAIL]),
    Probable("a particle is no part of a name", {"email": "c@acme.example", "name": "Anne Le Goff"},
             ["Le Roux", "Anne", "c@acme.example"], [F.FAMILY_NAME, F.GIVEN_NAME, F.EMAIL]),
    Probable("a couple, neither of them asked for", MAILBOX,
             ["Dupont", "Paul", "Marie", "contact@acme.example"],
             [F.FAMILY_NAME, F.GIVEN_NAME, F.GIVEN_NAME, F.EMAIL]),
    Probable("same e-mail, other birth date", {"email": "c@acme.example", "birth_date": "1990-05-24"},
             ["c@acme.example", "1991-05-24"], [F.EMAIL, F.BIRTH_DATE]),
    Probable("full name and company", {"name": "Camille Dupont", "company": "ACME"},
             ["Dupont", "Camille", "Acme"], [*NAMES, F.COMPANY]),
    Probable("full name and birth date", {"name": "Camille Dupont", "birth_date": "24/05/1990"},
             ["Camille Dupont", "1990-05-24"], [F.NAME, F.BIRTH_DATE]),
    Probable("full name and postcode", {"given_name": "Camille", "family_name": "Dupont", "postcode": "57000"},
             ["Dupont", "Camille", "57000"], [*NAMES, F.POSTCODE]),
    Probable("full name and address", {"name": "Camille Dupont", "address": "3, rue des Lilas"},
             ["Camille Dupont", "3 RUE DES LILAS"], [F.NAME, F.ADDRESS]),
    Probable("e-mail beside another one, another name", MAILBOX,
             ["a@b.example; contact@acme.example", "Paul Dupont"], [F.EMAIL, F.NAME]),
    Probable("e-mail beside another one, half of the name", {"email": "c@acme.example", "name": "Camille Dupont"},
             ["a@b.example; c@acme.example", "Camille"], [F.EMAIL, F.GIVEN_NAME]),
    Probable("identifier and full name, other birth date",
             {"identifier": "C-42", "name": "Camille Dupont", "birth_date": "1990-05-24"},
             ["C-42", "Camille Dupont", "25/05/1990"], [F.IDENTIFIER, F.NAME, F.BIRTH_DATE]),
    Probable("full name and a phone whose country is unknown",
             {"name": "Camille Dupont", "phone": "07700 900123"},
             ["Camille Dupont", "+44 7700 900123"], [F.NAME, F.PHONE]),
    Probable("full name and company without titles", {"name": "Camille Dupont", "company": "ACME"},
             ["Camille Dupont", "ACME"], []),
]  # fmt: skip


@pytest.mark.parametrize("case", PROBABLE, ids=lambda case: case.what)
def test_a_contradicted_key_or_a_supported_full_name_is_probable(case):
    assert level(case.asked, case.cells, case.fields) is Level.PROBABLE


def test_what_speaks_against_the_person_is_among_the_reasons():
    found = grade(MAILBOX, ["Marie Dupont", "contact@acme.example"], [F.NAME, F.EMAIL])

    assert Reason("name", 1, "Marie Dupont", How.OTHER_GIVEN_NAME) in found.reasons


# --- weak: a name alone, or a key inside a text


class Weak(NamedTuple):
    what: str
    asked: dict
    cells: list
    fields: list
    how: How


NAME = {"name": "Camille Dupont"}
WEAK = [
    Weak("the very name", NAME, ["Camille Dupont"], [F.NAME], How.SAME_NAME),
    Weak("two columns", NAME, ["Dupont", "Camille"], NAMES, How.SAME_NAME),
    Weak("other order", NAME, ["DUPONT Camille"], [F.NAME], How.NAME_SWAPPED),
    Weak("other case", NAME, ["CAMILLE DUPONT"], [F.NAME], How.NAME_OTHER_WRITING),
    Weak("accents", {"name": "Éloïse Bréhat"}, ["ELOISE BREHAT"], [F.NAME], How.NAME_OTHER_WRITING),
    Weak("ligatures", {"name": "Lætitia Cœur"}, ["laetitia coeur"], [F.NAME], How.NAME_OTHER_WRITING),
    Weak("hyphen", {"name": "Jean Pierre Roux"}, ["Jean-Pierre Roux"], [F.NAME], How.NAME_OTHER_WRITING),
    Weak("second given name", NAME, ["Camille Marie Dupont"], [F.NAME], How.NAME_IN_PART),
    Weak("family name alone", {"family_name": "Dupont"}, ["Camille Dupont"], [F.NAME], How.NAME_IN_PART),
    Weak("given name alone", {"given_name": "Camille"}, ["Camille"], [F.GIVEN_NAME], How.SAME_NAME),
    Weak("no titles, two cells", NAME, ["Dupont", "Camille"], [], How.NAME_SWAPPED),
    Weak("inside a note", NAME, ["vu Camille Dupont au salon"], [F.NOTE], How.INSIDE_TEXT),
    Weak("name and city", NAME | {"city": "Metz"}, ["Camille Dupont", "Metz"], [F.NAME, F.CITY], How.SAME),
    Weak("family name and company", {"family_name": "Dupont", "company": "ACME"},
         ["Dupont", "ACME"], [F.FAMILY_NAME, F.COMPANY], How.SAME),
    Weak("part of the name and company", NAME | {"company": "ACME"},
         ["Camille Marie Dupont", "ACME"], [F.NAME, F.COMPANY], How.NAME_IN_PART),
    Weak("name in a note and company", NAME | {"company": "ACME"},
         ["vu Camille Dupont", "ACME"], [F.NOTE, F.COMPANY], How.INSIDE_TEXT),
    Weak("e-mail inside a note", {"email": "c@acme.example"}, ["écrire à c@acme.example"], [F.NOTE],
         How.INSIDE_TEXT),
    Weak("phone inside a note", {"phone": "06 12 34 56 78"}, ["rappeler au 06 12 34 56 78"], [F.NOTE],
         How.INSIDE_TEXT),
    Weak("identifier in another column", {"identifier": "C-42"}, ["C-42"], [None], How.SAME),
    Weak("identifier of another person", NAME | {"identifier": "C-42"}, ["C-42", "Paul Noir"],
         [F.IDENTIFIER, F.NAME], How.OTHER_GIVEN_NAME),
    Weak("identifier, other birth date", {"identifier": "C-42", "birth_date": "1990-05-24"},
         ["C-42", "25/05/1990"], [F.IDENTIFIER, F.BIRTH_DATE], How.OTHER_BIRTH_DATE),
    Weak("phone of an unknown country", {"phone": "+32 2 512 34 56"}, ["02 512 34 56"], [F.PHONE],
         How.PHONE_OTHER_COUNTRY),
    Weak("phone asked without its country", {"phone": "02 512 34 56"}, ["+32 2 512 34 56"], [None],
         How.PHONE_OTHER_COUNTRY),
    Weak("phone of another country", {"phone": "+32 2 512 34 56"}, ["+33 2 25 12 34 56"], [F.PHONE],
         How.PHONE_OTHER_COUNTRY),
    Weak("such a phone inside a note", {"phone": "+32 2 512 34 56"}, ["appeler 02 512 34 56"], [F.NOTE],
         How.INSIDE_TEXT),
    Weak("company alone", {"company": "ACME"}, ["ACME"], [F.COMPANY], How.SAME),
    Weak("company otherwise written", {"company": "Acmé"}, ["ACME"], [F.COMPANY], How.OTHER_WRITING),
    Weak("free text", {"text": "salon de Metz"}, ["vue au Salon de Metz 2024"], [F.NOTE], How.INSIDE_TEXT),
]  # fmt: skip


@pytest.mark.parametrize("case", WEAK, ids=lambda case: case.what)
def test_a_name_alone_or_a_key_inside_a_text_is_weak(case):
    found = grade(case.asked, case.cells, case.fields)

    assert found.level is Level.WEAK
    assert case.how in {reason.how for reason in found.reasons}


# --- nothing agrees


@pytest.mark.parametrize(
    ("asked", "cells", "fields"),
    [
        (NAME, ["Camille Martin"], [F.NAME]),
        ({"email": "c@acme.example"}, ["cc@acme.example"], [F.EMAIL]),
        ({"email": "brien@acme.example"}, ["o'brien@acme.example"], [F.EMAIL]),
        ({"phone": "06 12 34 56 78"}, ["07 12 34 56 78"], [F.PHONE]),
        ({"phone": "01 40 20 50 50"}, ["02 40 20 50 50"], [F.PHONE]),
        ({"phone": "+32 2 512 34 56"}, ["25123456"], [F.IDENTIFIER]),
        ({"phone": "06 12 34 56 78"}, ["+44 712 34 56 78"], [F.PHONE]),
        ({"phone": "06 12 34 56 78"}, ["appeler +44 712 34 56 78"], [F.NOTE]),
        ({"identifier": "C-42"}, ["C-421"], [F.IDENTIFIER]),
        ({"identifier": "--"}, ["-"], [F.IDENTIFIER]),
        ({"company": "…"}, ["-"], [F.COMPANY]),
        ({"text": "…"}, ["anything"], [F.NOTE]),
        ({"text": "salon Metz"}, ["salon de Metz"], [F.NOTE]),
        ({"city": "Metz"}, ["Metz"], [F.COMPANY]),
        ({"birth_date": "24/05/1990"}, ["1991"], [F.BIRTH_DATE]),
        ({"birth_date": "24/05/1990"}, [""], [F.BIRTH_DATE]),
    ],
)
def test_what_does_not_agree_is_no_hit(asked, cells, fields):
    assert grade(asked, cells, fields) is None


@pytest.mark.parametrize(
    ("asked", "cell", "field"),
    [({"email": "pas une adresse"}, "pas une adresse", F.EMAIL), ({"phone": "06 12"}, "poste 06 12", F.PHONE)],
    ids=["e-mail", "phone"],
)  # fmt: skip
def test_what_is_no_complete_address_or_number_is_looked_for_as_text(asked, cell, field):
    found = grade(asked, [cell], [field])

    assert found.level is Level.WEAK
    assert [reason.criterion for reason in found.reasons] == ["text"]


@pytest.mark.parametrize(
    ("title", "found"),
    [("Montant", None), ("Prix TTC", None), ("Total amount", None), ("N° de don", Level.WEAK),
     ("Référence tarif", Level.WEAK), ("Divers", Level.WEAK), ("", Level.WEAK)],
)  # fmt: skip
def test_an_amount_is_no_identifier_but_its_number_may_be(title, found):
    graded = grade({"identifier": "48120"}, ["48120"], [None], headers=[title])

    assert (graded.level if graded else None) == found


def test_an_identifier_column_named_after_an_amount_still_counts():
    found = grade({"identifier": "48120"}, ["48120"], [F.IDENTIFIER], headers=["Budget"])

    assert found.level is Level.PROBABLE


def test_a_phone_of_another_country_under_another_name_is_weak():
    asked = {"name": "Camille Dupont", "phone": "07700 900123"}

    assert level(asked, ["Marie Dupont", "+44 7700 900123"], [F.NAME, F.PHONE]) is Level.WEAK


def test_an_identifier_of_signs_only_makes_nobody_strong():
    found = grade(NAME | {"identifier": "-"}, ["Camille Dupont", "-"], [F.NAME, F.IDENTIFIER])

    assert found.level is Level.WEAK


def test_a_local_number_belongs_to_the_country_of_the_register():
    assert level({"phone": "+32 2 512 34 56"}, ["02 512 34 56"], [F.PHONE], "BE") is Level.STRONG
    assert level({"phone": "+32 2 512 34 56"}, ["02 512 34 56"], [F.PHONE], "FR") is Level.WEAK


# --- reasons and score


def test_a_reason_points_at_criterion_column_and_cell():
    found = grade({"email": "c@acme.example"}, ["x", "C@acme.example"], [None, F.EMAIL])

    assert found.reasons == (Reason("email", 2, "C@acme.example", How.EMAIL_OTHER_CASE),)


def test_the_writing_asked_for_is_told_from_another():
    assert hows({"email": "c@acme.example"}, ["c@acme.example"], [F.EMAIL]) == {How.SAME_EMAIL}
    assert hows({"phone": "0612345678"}, ["0612345678"], [F.PHONE]) == {How.SAME_PHONE}
    assert hows({"phone": "+33612345678"}, ["0612345678"], [F.PHONE]) == {How.PHONE_OTHER_WRITING}


def test_more_agreement_scores_higher_and_text_scores_lower():
    key = grade({"email": "c@acme.example"}, ["c@acme.example"], [F.EMAIL])
    both = grade(
        {"email": "c@acme.example", "name": "Camille Dupont"},
        ["c@acme.example", "Camille Dupont"],
        [F.EMAIL, F.NAME],
    )
    inside = grade(NAME, ["vu Camille Dupont"], [F.NOTE])
    alone = grade(NAME, ["Camille Dupont"], [F.NAME])

    assert both.score > key.score
    assert inside.score < alone.score


CELLS = st.sampled_from(
    ["", "-", "Camille", "Dupont", "Camille Dupont", "c@acme.example", "06 12 34 56 78", "ACME", "57000",
     "1990-05-24", "vu Camille Dupont, 06 12 34 56 78", "C-42"]
)  # fmt: skip
ROWS = st.lists(st.tuples(CELLS, st.sampled_from([None, *Field])), max_size=6)


@given(st.dictionaries(st.sampled_from(CRITERIA), CELLS.filter(bool), min_size=1), ROWS)
def test_every_grade_follows_the_rules_whatever_is_compared(asked, row):
    found = grade(asked, [cell for cell, _field in row], [field for _cell, field in row])

    if found is not None:
        assert found.reasons
        assert 0 < found.score <= 100
        if set(asked) <= {"name", "given_name", "family_name"}:
            assert found.level is Level.WEAK
        if found.level is Level.STRONG:
            assert not {How.OTHER_GIVEN_NAME, How.OTHER_BIRTH_DATE} & {
                reason.how for reason in found.reasons
            }


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        (["Camille a vu Paul Dupont"], [F.NOTE]),
        (["Dupont SA", "rue Camille"], [F.COMPANY, F.ADDRESS]),
        (["Dupont", "x", "Camille"], [None, None, None]),
        (["chez Camille Dupont"], [F.ADDRESS]),
    ],
)
def test_the_words_of_a_name_anywhere_in_a_row_are_weak_and_never_missed(cells, fields):
    assert level({"name": "Camille Dupont"}, cells, fields) is Level.WEAK


# --- a key in a column of another meaning


ANNE = {"email": "anne@a.example"}
EMAIL_AND_REFERRER = ["Nom", "Email", "Email parrain"]
IN_REFERRER = Reason("email", 3, "anne@a.example", How.IN_OTHER_COLUMN, "Email parrain")


def test_a_key_in_a_column_kept_for_somebody_else_is_only_probable_and_names_the_column():
    found = grade(
        ANNE, ["Paul Noir", "paul@b.example", "anne@a.example"], [F.NAME, F.EMAIL, F.EMAIL],
        headers=EMAIL_AND_REFERRER,
    )  # fmt: skip

    assert found.level is Level.PROBABLE
    assert found.reasons == (IN_REFERRER,)


def test_it_is_so_where_the_row_has_no_key_of_its_own_too():
    found = grade(
        ANNE, ["Paul Noir", "", "anne@a.example"], [F.NAME, F.EMAIL, F.EMAIL],
        headers=EMAIL_AND_REFERRER,
    )  # fmt: skip

    assert found.level is Level.PROBABLE


def test_who_refers_herself_is_strong_by_her_own_column():
    found = grade(
        ANNE, ["Anne Roux", "anne@a.example", "anne@a.example"], [F.NAME, F.EMAIL, F.EMAIL],
        headers=EMAIL_AND_REFERRER,
    )  # fmt: skip

    assert found.level is Level.STRONG


@pytest.mark.parametrize("column", [0, 1, 2])
def test_every_column_of_ones_own_addresses_makes_a_row_strong(column):
    cells = ["x@x.example", "y@x.example", "z@x.example"]
    cells[column] = "anne@a.example"

    found = grade(ANNE, cells, [F.EMAIL] * 3, headers=["Email", "Email 2", "E-mail pro"])

    assert found.level is Level.STRONG


def test_a_phone_in_a_column_kept_for_somebody_else_is_only_probable():
    found = grade(
        {"phone": "06 12 34 56 78"}, ["01 40 20 50 50", "06 12 34 56 78"], [F.PHONE, F.PHONE],
        headers=["Téléphone", "Contact d'urgence"],
    )  # fmt: skip

    assert found.level is Level.PROBABLE
    assert [reason.header for reason in found.reasons] == ["Contact d'urgence"]


def test_a_name_beside_the_name_of_somebody_else_is_told_by_its_column():
    found = grade(
        NAME | {"company": "ACME"}, ["Paul Noir", "Camille Dupont", "ACME"], [F.NAME, None, F.COMPANY],
        headers=["Nom", "Parrain", "Société"],
    )  # fmt: skip

    assert found.level is Level.WEAK
    assert found.reasons[0] == Reason("name", 2, "Camille Dupont", How.IN_OTHER_COLUMN, "Parrain")


def test_a_relative_of_the_same_family_name_is_somebody_else():
    found = grade(NAME, ["Paul", "Dupont", "Camille Dupont"], [F.GIVEN_NAME, F.FAMILY_NAME, None])

    assert {reason.how for reason in found.reasons} == {How.IN_OTHER_COLUMN}


@pytest.mark.parametrize(
    ("cells", "fields", "how"),
    [
        (["Dupont", "x", "Camille"], [None, None, None], How.NAME_SCATTERED),
        (["Dupont SA", "rue Camille"], [F.COMPANY, F.ADDRESS], How.INSIDE_TEXT),
        (["Paul Noir", "Dupont", "Camille"], [F.NAME, F.COMPANY, F.CITY], How.INSIDE_TEXT),
    ],
)
def test_cells_that_hold_nothing_but_the_name_are_told_from_longer_ones(cells, fields, how):
    assert hows(NAME, cells, fields) == {how}


@pytest.mark.parametrize(
    ("field", "how"),
    [(F.NOTE, How.INSIDE_TEXT), (None, How.INSIDE_TEXT), (F.ADDRESS, How.INSIDE_VALUE)],
)
def test_a_text_inside_a_note_is_told_from_one_inside_a_value(field, how):
    assert hows({"text": "rue des Lilas"}, ["3 rue des Lilas"], [field]) == {how}


# --- other spellings of a name


SPELLINGS = [
    ("Anna Müller", "Anna Mueller"), ("Jörg Weiß", "Joerg Weiss"), ("Luc Saint-Martin", "Luc St Martin"),
    ("Luc Sainte-Marie", "Luc Ste Marie"), ("Jean De La Tour", "Jean Delatour"),
    ("Jean-Pierre Roux", "Jeanpierre Roux"), ("Paul Leblanc", "Paul Le Blanc"),
    ("Jürgen Mueller", "Juergen Müller"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [*SPELLINGS, *((b, a) for a, b in SPELLINGS)])
def test_another_spelling_is_probably_the_same_name(one, other):
    assert hows({"name": one}, [other], [F.NAME]) == {How.NAME_OTHER_SPELLING}
    assert level({"name": one}, [other], [F.NAME]) is Level.WEAK
    assert level({"name": one, "company": "ACME"}, [other, "ACME"], [F.NAME, F.COMPANY]) is (
        Level.PROBABLE
    )


@pytest.mark.parametrize(("one", "other"), [*SPELLINGS, *((b, a) for a, b in SPELLINGS)])
def test_another_spelling_does_not_contradict_the_same_address(one, other):
    assert level(ANNE | {"name": one}, ["anne@a.example", other], [F.EMAIL, F.NAME]) is Level.STRONG


@pytest.mark.parametrize(
    ("asked", "there"), [("Michael Nowak", "Michal Nowak"), ("Luc Maes", "Luc Mas")]
)
def test_an_e_is_dropped_only_where_the_list_has_the_umlaut(asked, there):
    assert How.NAME_OTHER_SPELLING not in hows({"name": asked}, [there], [F.NAME])
    assert level({"name": asked, "company": "ACME"}, [there, "ACME"], [F.NAME, F.COMPANY]) is (
        Level.WEAK
    )
    assert level(ANNE | {"name": asked}, ["anne@a.example", there], [F.EMAIL, F.NAME]) is (
        Level.PROBABLE
    )


def test_a_given_name_alone_may_be_spelt_otherwise_too():
    asked = ANNE | {"name": "Jean-Pierre Roux"}
    fields = [F.EMAIL, F.GIVEN_NAME]

    assert level(asked, ["anne@a.example", "Jeanpierre"], fields) is Level.STRONG
    assert level(asked, ["anne@a.example", "Jeanpaul"], fields) is Level.PROBABLE


def test_another_spelling_inside_a_note_is_found_and_weak():
    assert hows({"name": "Anna Müller"}, ["vu Anna Mueller"], [F.NOTE]) == {How.INSIDE_TEXT}


# --- names that do not contradict


PHONE = {"phone": "01 40 20 50 50", "name": "Camille Dupont"}
FAMILY, GIVEN = F.FAMILY_NAME, F.GIVEN_NAME


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        (["Dupont-Martin", "Camille"], [FAMILY, GIVEN]),
        (["D.", "Camille"], [FAMILY, GIVEN]),
        (["Mme", "Camille"], [FAMILY, GIVEN]),
        (["Martin", "Dupont", "Camille"], [FAMILY, FAMILY, GIVEN]),
        (["Camille Dupont", "Martin"], [F.NAME, FAMILY]),
        (["Dup?nt", "Camille"], [FAMILY, GIVEN]),
        (["Dupont", "Paul", "Camille"], [FAMILY, GIVEN, GIVEN]),
        (["Paul Dupont", "Camille Dupont"], [F.NAME, F.NAME]),
        (["Camille Dupont <c@acme.example>"], [F.NAME]),
    ],
    ids=str,
)
def test_a_name_of_the_kind_that_agrees_is_enough(cells, fields):
    assert level(PHONE, [*cells, "0140205050"], [*fields, F.PHONE]) is Level.STRONG


def test_another_family_name_is_among_the_reasons():
    found = grade(PHONE, ["Leroy", "0140205050"], [FAMILY, F.PHONE])

    assert Reason("family_name", 1, "Leroy", How.OTHER_GIVEN_NAME) in found.reasons


@pytest.mark.parametrize(
    "cell", ["Mme Camille Dupont", "Camille Dupont <camille.dupont@acme.example>"]
)
def test_ones_own_row_without_a_name_column_is_no_mention(cell):
    asked = {"name": "Camille Dupont", "email": "camille.dupont@acme.example"}
    found = grade(asked, [cell, "végétarien", "3"], headers=["Participant;", "Régime", "Table"])

    assert not is_only_mentioned(found.reasons)
