"""What the record of processing proposes is said in the language of the reader; own words stay."""

from datetime import date

import pytest

from dsr_desktop.domain.processing import Detail
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.services.activities import confirm_activity
from dsr_desktop.services.processing import confirm_entry, read_record, set_details
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.wording.access_information import not_recorded, told_of_transfers
from dsr_desktop.wording.language import speak

TODAY = date(2026, 11, 16)
ENGLISH, FRENCH = speak("en"), speak("fr")


def entry(register, code, tr):
    found = read_record(register, tr).activities
    return next(one for one in found if one.activity.code == code)


def test_a_name_that_was_proposed_is_said_in_either_language(register):
    assert entry(register, "PA1", ENGLISH).activity.name == "Answering requests"
    assert entry(register, "PA1", FRENCH).activity.name == "Réponse aux demandes de contact"


def test_a_name_of_her_own_is_said_as_it_is(register):
    confirm_activity(register, "PA1", "6(1)(f)", "Our letters", TODAY)

    assert entry(register, "PA1", FRENCH).activity.name == "Our letters"


def test_what_was_confirmed_as_proposed_in_one_language_is_told_in_the_other(register):
    confirm_entry(register, "PA1", "6(1)(f)", None, TODAY, FRENCH)
    set_details(register, "PA1", {Detail.RETENTION: "Deux ans"})

    said = entry(register, "PA1", ENGLISH)

    assert said.text(Detail.PURPOSES).startswith("Answer requests")
    assert said.text(Detail.RETENTION) == "Deux ans"


@pytest.mark.parametrize(
    ("country", "words"),
    [
        (None, not_recorded(ENGLISH)), ("FR", "none, for the recipients"),
        ("US", not_recorded(ENGLISH)),
    ],
)  # fmt: skip
def test_a_transfer_that_is_to_be_checked_is_told_to_nobody(country, words, register):
    if country:
        hoster = Recipient("Hoster", RecipientRole.PROCESSOR, country, activities=("PA1",))
        add_recipient(register, hoster, TODAY)

    assert words in told_of_transfers(ENGLISH, entry(register, "PA1", ENGLISH))
