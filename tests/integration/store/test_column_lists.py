"""Columns come back as they were written, and those of earlier versions of the app too."""

from dsr_desktop.domain.columns import Column, Confidence, ToldBy
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.policy import Undeclared
from dsr_desktop.store.column_lists import columns_from_json, columns_to_json

COLUMNS = (
    Column(1, "Prénom", Field.GIVEN_NAME, Origin.PROVIDED, confidence=Confidence.SURE,
           told_by=ToldBy.TITLE),
    Column(2, "IBAN", None, None, hidden=True, undeclared=Undeclared.BANK_ACCOUNT,
           is_skipped=True, reason="not needed"),
    Column(3, "Opt-in", Field.OPT_IN, Origin.PROVIDED, "sms", told_by=ToldBy.CHOSEN),
)  # fmt: skip


def test_columns_come_back_as_they_were_written():
    assert columns_from_json(columns_to_json(COLUMNS)) == COLUMNS


def test_a_column_without_anything_special_takes_little_room():
    assert columns_to_json((Column(1, "Nom", None),)) == '[[1, "Nom", null, null, {}]]'


def test_columns_of_an_earlier_version_have_the_purpose_that_their_title_says():
    text = '[[1, "Nom", "name", "provided"], [2, "Opt-in SMS", "opt_in", "provided"], [3, "", null, null]]'

    assert columns_from_json(text) == (
        Column(1, "Nom", Field.NAME, Origin.PROVIDED),
        Column(2, "Opt-in SMS", Field.OPT_IN, Origin.PROVIDED, "sms"),
        Column(3, "", None),
    )


def test_a_purpose_that_was_taken_away_does_not_come_back_from_the_title():
    column = Column(1, "Opt-in SMS", Field.OPT_IN, Origin.PROVIDED, None)

    assert columns_from_json(columns_to_json((column,))) == (column,)
