"""Keys that several people may have make a row strong only where it names the person (R-MAT-1)."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.matching import SHARED_KEYS, How, Level
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.shared_keys import is_office_mailbox

F = Field
INES = {"given_name": "Inès", "family_name": "Valdrome"}
MAILBOX = "accueil@valdrome.example"
NUMBER = "01 99 00 44 20"


def grade(asked, *cells):
    """Grade a row of (title, field, text)."""
    titles, fields, texts = zip(*cells, strict=True)
    return grade_row(make_ready(make_criteria(asked), "FR"), Row(texts, fields, titles))


def level(asked, *cells):
    return grade(asked, *cells).level


def doubts(asked, *cells):
    return {one.how for one in grade(asked, *cells).reasons} & SHARED_KEYS


@pytest.mark.parametrize(
    "local",
    ["contact", "info", "compta", "accueil", "commercial", "rh", "sales", "office", "support", "hello",
     "noreply", "no-reply", "no_reply", "ne-pas-repondre", "do.not.reply", "CONTACT", "contact2", "info-metz",
     "metz.contact", "service.clients", "kontakt", "contact+web"],
)  # fmt: skip
def test_the_mailbox_of_an_office_is_told_by_its_first_or_last_word(local):
    assert is_office_mailbox(f"{local}@acme.example")


@pytest.mark.parametrize(
    "local",
    ["ines.valdrome", "contactine", "infovaldrome", "rhea", "hr33a", "salesse", "norep", "ines.contact.valdrome", "2"],
)  # fmt: skip
def test_any_other_mailbox_is_a_persons(local):
    assert not is_office_mailbox(f"{local}@acme.example")


E_MAIL = ("E-mail", F.EMAIL, MAILBOX)
FAX = ("Fax", F.PHONE, NUMBER)
PHONE = ("Téléphone", F.PHONE, NUMBER)
COMPANY = ("Société", F.COMPANY, "Garage Valdrome")
HER_NAME = ("Nom complet", F.NAME, "Inès Valdrome")
ASKED_E_MAIL = INES | {"email": MAILBOX}
ASKED_PHONE = INES | {"phone": NUMBER}


@pytest.mark.parametrize(
    ("asked", "cells", "doubt"),
    [
        (ASKED_E_MAIL, [E_MAIL], How.OFFICE_MAILBOX),
        (ASKED_E_MAIL, [E_MAIL, COMPANY], How.OFFICE_MAILBOX),
        (ASKED_E_MAIL, [E_MAIL, ("Nom", F.NAME, "Garage Valdrome"), COMPANY], How.OFFICE_MAILBOX),
        (ASKED_E_MAIL, [E_MAIL, ("Nom", F.NAME, "Mme")], How.OFFICE_MAILBOX),
        ({"email": MAILBOX}, [E_MAIL, HER_NAME], How.OFFICE_MAILBOX),
        (ASKED_PHONE, [FAX], How.NUMBER_OF_FAX),
        ({"phone": NUMBER}, [("N° de télécopie", F.PHONE, NUMBER)], How.NUMBER_OF_FAX),
        (ASKED_PHONE, [PHONE, COMPANY], How.NUMBER_OF_COMPANY),
    ],
)
def test_a_shared_key_in_a_row_that_does_not_name_her_is_probable_and_says_why(asked, cells, doubt):
    assert level(asked, *cells) is Level.PROBABLE
    assert doubts(asked, *cells) == {doubt}


@pytest.mark.parametrize(
    ("asked", "cells"),
    [
        (ASKED_E_MAIL, [E_MAIL, HER_NAME]),
        (ASKED_E_MAIL, [E_MAIL, HER_NAME, COMPANY]),
        (ASKED_E_MAIL, [E_MAIL, ("Prénom", F.GIVEN_NAME, "Inès")]),
        (ASKED_E_MAIL, [E_MAIL, ("Nom", F.FAMILY_NAME, "VALDROME")]),
        (ASKED_PHONE, [FAX, HER_NAME]),
        (ASKED_PHONE, [PHONE, COMPANY, HER_NAME]),
        (ASKED_PHONE, [PHONE]),
        ({"phone": NUMBER}, [PHONE, COMPANY]),
        (INES | {"email": "bluebird@acme.example"},
         [("E-mail", F.EMAIL, "bluebird@acme.example"), COMPANY]),
    ],
)  # fmt: skip
def test_a_row_that_names_her_or_a_key_of_her_own_stays_strong(asked, cells):
    assert level(asked, *cells) is Level.STRONG
    assert doubts(asked, *cells) == set()


def test_a_key_of_her_own_beside_a_shared_one_is_enough():
    asked = INES | {"email": [MAILBOX, "ines@valdrome.example"]}
    cells = [E_MAIL, ("E-mail perso", F.EMAIL, "ines@valdrome.example"), COMPANY]

    assert level(asked, *cells) is Level.STRONG
    assert doubts(asked, *cells) == set()


def test_another_persons_name_is_told_as_such_and_not_as_a_shared_key():
    found = grade(ASKED_E_MAIL, E_MAIL, ("Nom complet", F.NAME, "Kévin Lormel"))

    assert found.level is Level.PROBABLE
    assert {one.how for one in found.reasons} >= {How.SAME_EMAIL, How.OTHER_GIVEN_NAME}
    assert not {one.how for one in found.reasons} & SHARED_KEYS
