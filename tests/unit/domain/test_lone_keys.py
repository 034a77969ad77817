"""Columns of usual e-mails, phones and days, recognised in one go: the same keys as cell by cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.keys import KeyKind, keys_of_rows
from dsr_desktop.domain.lone_keys import are_days, lone_emails, lone_tails
from dsr_desktop.domain.person import emails_in, phone_tails_in


def test_usual_emails_are_found_and_other_cells_left_to_others():
    cells = [
        "Lea.Petit@ACME.example",
        "",
        "lea [at] acme.example",
        "lea@acme.example, x",
        "lea@acme",
    ]

    assert lone_emails(cells) == ["lea.petit@acme.example", "", "", "", ""]


def test_usual_phones_are_found_and_other_cells_left_to_others():
    cells = [
        "06 12 34 56 78", "+33 6.12.34.56.78", "33612345678", "0033612345678", "06-12-34-56-78",
        "06 12.34 56 78", "06 12 34 56 7", "06 12 34 56 78 9", "+44 20 7946 0958", "n/a", "",
    ]  # fmt: skip

    assert lone_tails(cells) == ["12345678"] * 5 + [""] * 6


def test_a_cell_that_holds_the_separator_leaves_the_column_to_others():
    cells = ["lea@acme.example", "06 12 34 56 78\x1f2001-02-03"]

    assert lone_emails(cells) == lone_tails(cells) == ["", ""]
    assert not are_days(["2001-02-03", "2001-02-03\x1f"])


def test_no_cells_hold_nothing():
    assert lone_emails(["", ""]) == lone_tails(["", ""]) == ["", ""]
    assert are_days(["", ""])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1990-05-04", "2001-12-31", "", "unknown"], True),
        (["1990-05-04", "06 12 34 56 78"], False),
        (["1990-05-04", "1990-05-041"], False),
        (["1990-05-04", "1990-13-04"], False),
        (["born 1990"], False),
    ],
)
def test_a_column_of_days_is_told_from_one_that_may_hold_phones(cells, expected):
    assert are_days(cells) is expected


PIECES = [
    "lea", "Petit", "@", "acme", ".", "example", " ", "06 12 34 56 78", "+33", "0612345678", "12",
    "2001-02-03", "-", "/", "\x1f", "\n", "é", "33612345678", "", "[at]", "0033 6.12.34.56.78",
]  # fmt: skip
columns = st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), max_size=6)


@given(columns)
def test_a_column_has_the_keys_of_its_cells(cells):
    found = list(keys_of_rows([(cell,) for cell in cells]))

    one_by_one = {
        (KeyKind.EMAIL, form, n, 1) for n, cell in enumerate(cells) for form in emails_in(cell)
    }
    one_by_one |= {
        (KeyKind.PHONE, tail, n, 1) for n, cell in enumerate(cells) for tail in phone_tails_in(cell)
    }  # fmt: skip
    assert set(found) == one_by_one
