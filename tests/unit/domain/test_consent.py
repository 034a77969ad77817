"""Consents: by purpose, from opt-in columns or typed in, withdrawn one by one."""

from datetime import date

import pytest

from dsr_desktop.domain.column_titles.purposes import Purpose
from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.consent import (
    Consent,
    ConsentAnswer,
    check_consent,
    consents_of_row,
    may_be_used,
    read_answer,
    withdrawn,
)
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.fields import Field

TODAY = date(2026, 11, 16)
GIVEN = date(2026, 3, 2)
NEWSLETTER = Consent("newsletter", is_given=True, given_on=GIVEN, proof="form")
SMS = Consent("sms", is_given=True, given_on=GIVEN, proof="form")


def column(number, field, purpose=None, **more):
    return Column(number, f"title {number}", field, purpose=purpose, **more)


def test_r_cns_1_a_withdrawal_stops_its_purpose_and_leaves_the_others():
    gone = withdrawn(NEWSLETTER, date(2026, 6, 1), TODAY)

    assert not may_be_used([gone, SMS], "newsletter")
    assert may_be_used([gone, SMS], "sms")


def test_r_cns_1_a_withdrawal_of_all_purposes_stops_each():
    of_all = Consent("", is_withdrawn=True, withdrawn_on=date(2026, 6, 1))

    assert not may_be_used([NEWSLETTER, SMS, of_all], "sms")


def test_nothing_said_is_no_consent():
    assert not may_be_used([], "newsletter")
    assert not may_be_used([SMS], "newsletter")


def test_a_consent_after_the_withdrawal_counts():
    again = Consent("newsletter", is_given=True, given_on=date(2026, 9, 1))

    assert may_be_used([withdrawn(NEWSLETTER, date(2026, 6, 1), TODAY), again], "newsletter")


@pytest.mark.parametrize("withdrawn_on", [None, GIVEN], ids=["unknown day", "same day"])
def test_a_withdrawal_whose_order_nobody_knows_stands(withdrawn_on):
    other = Consent("newsletter", is_withdrawn=True, withdrawn_on=withdrawn_on)

    assert not may_be_used([NEWSLETTER, other], "newsletter")


def test_a_consent_of_an_unknown_day_counts_until_it_is_withdrawn():
    undated = Consent("newsletter", is_given=True)

    assert may_be_used([undated], "newsletter")
    assert not may_be_used([withdrawn(NEWSLETTER, GIVEN, TODAY), undated], "newsletter")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("oui", ConsentAnswer.YES), ("OUI ", ConsentAnswer.YES), ("x", ConsentAnswer.YES),
        ("1", ConsentAnswer.YES), ("TRUE", ConsentAnswer.YES), ("✓", ConsentAnswer.YES),
        ("Opt-in", ConsentAnswer.YES), ("2026-03-02", ConsentAnswer.YES),
        ("02/03/2026", ConsentAnswer.YES), ("non", ConsentAnswer.NO), ("0", ConsentAnswer.NO),
        ("FAUX", ConsentAnswer.NO), ("désabonné", ConsentAnswer.NO), ("☐", ConsentAnswer.NO),
        ("to be asked", ConsentAnswer.UNCLEAR), ("?", ConsentAnswer.UNCLEAR),
        ("17", ConsentAnswer.UNCLEAR),
    ],
)  # fmt: skip
def test_the_cell_of_an_opt_in_is_read(text, answer):
    assert read_answer(text) is answer


def test_r_cns_1_opt_in_columns_of_a_row_are_consents_by_purpose():
    columns = (
        column(1, Field.EMAIL), column(2, Field.OPT_IN, Purpose.NEWSLETTER),
        column(3, Field.OPT_IN, Purpose.SMS), column(4, Field.COLLECTED_ON),
    )  # fmt: skip

    found = list(consents_of_row(columns, ("p@acme.example", "oui", "non", "2026-03-02")))

    assert found == [
        Consent("newsletter", is_given=True, given_on=GIVEN, proof="title 2"),
        Consent("sms", is_withdrawn=True, withdrawn_on=GIVEN, proof="title 3"),
    ]


def test_the_day_in_the_cell_goes_before_the_day_of_collection():
    columns = (column(1, Field.OPT_IN), column(2, Field.COLLECTED_ON))

    (found,) = consents_of_row(columns, ("03/02/2026", "2026-03-02"))

    assert (found.purpose, found.given_on) == ("", date(2026, 2, 3))


def test_an_opt_out_that_is_ticked_stops_and_one_that_is_not_says_nothing():
    columns = (column(1, Field.OPT_OUT, Purpose.EMAIL), column(2, Field.OPT_OUT, Purpose.PHONE))

    (found,) = consents_of_row(columns, ("yes", "no"))

    assert (found.purpose, found.is_given, found.is_withdrawn) == ("email", False, True)


@pytest.mark.parametrize("cells", [("",), (), ("later",)], ids=["blank", "short row", "unclear"])
def test_what_a_row_does_not_say_is_no_consent(cells):
    assert list(consents_of_row((column(1, Field.OPT_IN),), cells)) == []


def test_a_column_that_was_left_out_says_nothing():
    assert list(consents_of_row((column(1, Field.OPT_IN, is_skipped=True),), ("oui",))) == []


@pytest.mark.parametrize(
    "consent",
    [
        Consent("newsletter", proof="form"),
        Consent("", is_given=True, given_on=GIVEN, proof="form"),
        Consent("newsletter", is_given=True, given_on=GIVEN),
        Consent("newsletter", is_given=True, given_on=date(2026, 11, 17), proof="form"),
        Consent("newsletter", True, GIVEN, True, date(2026, 3, 1), proof="form"),
        Consent("x" * 2_001, is_given=True, given_on=GIVEN, proof="form"),
    ],
    ids=["neither", "no purpose", "no proof", "to come", "ends before it begins", "endless"],
)
def test_a_consent_that_cannot_be_is_refused(consent):
    with pytest.raises(InvalidInputError):
        check_consent(consent, TODAY)


def test_a_consent_is_withdrawn_once():
    with pytest.raises(NotAllowedError):
        withdrawn(withdrawn(NEWSLETTER, TODAY, TODAY), TODAY, TODAY)
