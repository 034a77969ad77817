"""How sure the meaning of a column is, and what told it."""

from dataclasses import replace

import pytest

from dsr_desktop.domain.columns import Column, ToldBy
from dsr_desktop.domain.headers import layout_under, layout_without_header, recognise_layout
from dsr_desktop.domain.policy import Undeclared

HEAD = ("Nom", "Contact", "Tel", "Quand", "Stand")
ROWS = [
    ("Dupont", "camille@dupont.example", "06 12 34 56 78", "", "B12"),
    ("Petit", "paul@petit.example", "06 11 22 33 44", "", "C3"),
]


def told(layout):
    return [(one.field, str(one.confidence), str(one.told_by)) for one in layout.columns]


def test_a_known_title_is_sure_and_a_column_full_of_addresses_too():
    layout = recognise_layout([(1, HEAD), (2, ROWS[0]), (3, ROWS[1])], 5)

    assert told(layout) == [
        ("name", "sure", "title"), ("email", "likely", "content"), ("phone", "sure", "title"),
        (None, "unknown", "nothing"), (None, "unknown", "nothing"),
    ]  # fmt: skip


def test_without_titles_addresses_are_sure_and_numbers_likely():
    layout = layout_without_header([(1, ROWS[0]), (2, ROWS[1])], 5)

    assert told(layout)[1:3] == [("email", "sure", "content"), ("phone", "likely", "content")]


def test_numbers_with_remarks_between_them_are_a_guess():
    values = ["06 12 34 56 78", "06 11 22 33 44", "rappeler"]
    layout = layout_without_header([(n, (value,)) for n, value in enumerate(values, 1)], 1)

    assert told(layout) == [("phone", "guess", "content")]


def test_titles_that_may_be_data_make_nothing_sure():
    layout = recognise_layout([(1, ("Client", "Newsletter")), (2, ("Brun", "Lyon"))], 2)

    assert layout.header_may_be_data
    assert {str(one.confidence) for one in layout.columns if one.field} == {"likely"}


def test_titles_in_a_row_that_somebody_chose_are_followed():
    rows = [(1, ("Liste du salon",)), (2, ("Qui", "E-mail")), (3, ("Zoé", "zoe@roux.example"))]
    layout = layout_under(rows, 2, 2)

    assert (layout.header_row, layout.header_may_be_data) == (2, False)
    assert [one.header for one in layout.columns] == ["Qui", "E-mail"]
    assert layout.fields() == (None, "email")


def test_a_consent_knows_its_purpose_by_its_title():
    rows = [(1, ("E-mail", "Opt-in SMS", "Opt-in")), (2, ("zoe@roux.example", "oui", "oui"))]

    assert [one.purpose for one in recognise_layout(rows, 3).columns] == [None, "sms", None]


@pytest.mark.parametrize(
    ("changes", "awaits"),
    [({}, True), ({"reason": "contract"}, False), ({"is_skipped": True}, False),
     ({"undeclared": None}, False)],
)  # fmt: skip
def test_a_column_beyond_the_policy_waits_for_a_choice(changes, awaits):
    column = Column(3, "IBAN", None, undeclared=Undeclared.BANK_ACCOUNT)

    assert replace(column, **changes).awaits_choice is awaits


def test_what_told_a_meaning_is_said_in_words():
    assert len({told_by.why.sentence for told_by in ToldBy}) == len(ToldBy)
