"""Why a row was found, in words that can be defended."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import CRITERIA, make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.matching import How, Level, Reason
from dsr_desktop.domain.row import Row
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.matching import (
    brief_reason,
    criterion_label,
    explain_reason,
    explain_reasons,
    level_label,
)

ENGLISH = speak("en")


def words_for(how, criterion="name", cell="Camille"):
    return explain_reason(ENGLISH, Reason(criterion, 1, cell, how))


@pytest.mark.parametrize(
    ("how", "criterion", "words"),
    [
        (How.SAME_EMAIL, "email", "same e-mail"),
        (How.EMAIL_OTHER_CASE, "email", "same e-mail, written Camille"),
        (How.EMAIL_AMONG_OTHERS, "email", "same e-mail, beside other addresses in the cell"),
        (
            How.PHONE_OTHER_COUNTRY,
            "phone",
            "perhaps the same phone, its country is another or unknown",
        ),
        (How.SAME_PHONE, "phone", "same phone"),
        (How.PHONE_OTHER_WRITING, "phone", "same phone, written Camille"),
        (How.SAME_IDENTIFIER, "identifier", "same identifier"),
        (How.SAME, "identifier", "same identifier, in another column"),
        (How.SAME_NAME, "name", "same name"),
        (How.NAME_OTHER_WRITING, "name", "same name, written Camille"),
        (How.NAME_SWAPPED, "name", "same name, in another order"),
        (How.NAME_IN_PART, "family_name", "part of the name Camille"),
        (How.NAME_INITIALS, "name", "the name with initials: Camille"),
        (How.NAME_INITIALS, "given_name", "the given name with an initial: Camille"),
        (How.NAME_INITIALS, "family_name", "the family name with an initial: Camille"),
        (How.OTHER_GIVEN_NAME, "given_name", "but another name: Camille"),
        (How.OTHER_BIRTH_DATE, "birth_date", "but another birth date: Camille"),
        (
            How.OFFICE_MAILBOX,
            "email",
            "but a mailbox that several people may share, without the name asked for",
        ),
        (How.NUMBER_OF_FAX, "phone", "but the number of a fax, without the name asked for"),
        (How.NUMBER_OF_COMPANY, "phone", "but a company's number, without the name of a person"),
        (How.SAME, "company", "same company"),
        (How.OTHER_WRITING, "postcode", "same postcode"),
        (How.INSIDE_TEXT, "email", "e-mail inside a longer text"),
        (How.INSIDE_TEXT, "phone", "phone inside a longer text"),
        (How.INSIDE_TEXT, "name", "name inside a longer text"),
        (How.INSIDE_TEXT, "text", "the text asked for"),
        (How.INSIDE_VALUE, "text", "the text asked for"),
        (How.SAME, "text", "the text asked for"),
        (How.NAME_OTHER_SPELLING, "name", "probably the same name, spelt otherwise"),
        (How.NAME_SCATTERED, "name", "the words of the name in other cells"),
        (How.IN_OTHER_COLUMN, "name", "same name, beside that of somebody else"),
        (How.NAME_ONE_TYPO, "name", "probably the same name, misspelt: Camille"),
        (How.NAME_PERHAPS_ANOTHER, "name", "one letter differs, perhaps another person: Camille"),
        (How.NAME_OTHER_ALPHABET, "name", "same name, in another alphabet"),
        (How.SIMILAR_INSIDE_TEXT, "name", "a similar name inside a longer text"),
        (How.SAME_MAILBOX, "email", "probably the same mailbox: Camille"),
        (How.VALUE_ONE_TYPO, "company", "nearly the same company: Camille"),
        (How.VALUE_CONTAINED, "postcode", "same postcode, in a longer cell"),
        (How.VALUE_IN_PART, "address", "part of the address: Camille"),
    ],
)
def test_a_reason_says_how_the_cell_agrees(how, criterion, words):
    assert words_for(how, criterion) == words


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        ("email", "same e-mail, in the column “Email parrain”"),
        ("phone", "same phone, in the column “Email parrain”"),
        ("name", "same name, in the column “Email parrain”"),
    ],
)
def test_a_column_of_another_meaning_is_named(criterion, words):
    reason = Reason(criterion, 3, "x", How.IN_OTHER_COLUMN, "Email\n parrain")

    assert explain_reason(ENGLISH, reason) == words
    assert brief_reason(ENGLISH, reason) == "perhaps only mentioned"


def test_a_long_title_is_cut():
    reason = Reason("email", 3, "x", How.IN_OTHER_COLUMN, "y" * 100)

    assert explain_reason(ENGLISH, reason).endswith("“" + "y" * 39 + "…”")


def test_a_long_cell_is_cut():
    words = words_for(How.OTHER_GIVEN_NAME, cell="x" * 100)

    assert words == "but another name: " + "x" * 39 + "…"


def test_a_cell_with_braces_is_shown_as_it_is():
    assert words_for(How.OTHER_GIVEN_NAME, cell="{n}") == "but another name: {n}"


@pytest.mark.parametrize("criterion", CRITERIA)
def test_every_criterion_that_can_be_asked_has_a_name_and_a_reason_in_words(criterion):
    asked = make_ready(make_criteria({criterion: "1990-05-24"}), "FR")
    field = Field(criterion) if criterion != "text" else Field.NOTE
    found = grade_row(asked, Row(["1990-05-24"], [field]))

    assert criterion_label(ENGLISH, criterion)
    assert all(explain_reason(ENGLISH, reason) for reason in (found.reasons if found else ()))


@pytest.mark.parametrize("how", How)
def test_every_way_to_agree_has_a_sentence_and_a_short_one(how):
    criterion = "company" if how is How.VALUE_IN_PART else "postcode"
    reason = Reason("address" if how is How.VALUE_CONTAINED else criterion, 1, "x", how)

    assert explain_reason(ENGLISH, reason)
    assert brief_reason(ENGLISH, reason)


def test_each_thing_is_said_once():
    two_cells = (
        Reason("name", 1, "Dupont", How.SAME_NAME),
        Reason("name", 2, "Camille", How.SAME_NAME),
    )

    assert explain_reasons(ENGLISH, two_cells) == "same name"


def test_the_cells_of_one_name_are_told_together():
    parts = (
        Reason("email", 3, "c@acme.example", How.SAME_EMAIL),
        Reason("name", 1, "C.", How.NAME_INITIALS),
        Reason("name", 2, "Dupont", How.NAME_INITIALS),
    )

    assert explain_reasons(ENGLISH, parts) == "same e-mail, the name with initials: C. Dupont"


def test_a_name_told_twice_is_told_once_and_other_criteria_stay_apart():
    twice = (
        Reason("name", 1, "C. Dupont", How.NAME_INITIALS),
        Reason("name", 7, "C. Dupont", How.NAME_INITIALS),
        Reason("family_name", 2, "Dupond", How.NAME_ONE_TYPO),
    )

    assert explain_reasons(ENGLISH, twice) == (
        "the name with initials: C. Dupont, probably the same name, misspelt: Dupond"
    )


def test_levels_have_names():
    assert [level_label(ENGLISH, level) for level in Level] == ["Strong", "Probable", "Weak"]
