"""Keys under which rows are found: e-mails and phones in any cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.keys import KeyKind, keys_of_rows
from dsr_desktop.domain.person import emails_in, phone_tail, phones_in


def keys_of(*rows):
    return set(keys_of_rows(rows))


def test_an_address_is_a_key_of_its_row_and_column():
    found = keys_of(["Dupont", "Camille.Dupont@ACME.example"], ["Petit", ""])

    assert found == {(KeyKind.EMAIL, "camille.dupont@acme.example", 0, 2)}


def test_an_address_inside_a_note_is_a_key_too():
    found = keys_of(["rappeler via lea@acme.example ou paul@acme.example"])

    assert {key for _kind, key, _row, _column in found} == {"lea@acme.example", "paul@acme.example"}


def test_an_address_with_a_wide_at_sign_is_a_key():
    assert keys_of(["lea＠acme.example"]) == {(KeyKind.EMAIL, "lea@acme.example", 0, 1)}


@pytest.mark.parametrize(
    "cell", ["lea [at] acme.example", "lea(AT)acme.example", "lea%40acme.example", "lea&#64;acme.example"]
)  # fmt: skip
def test_an_address_without_an_at_sign_is_a_key(cell):
    assert keys_of([cell]) == {(KeyKind.EMAIL, "lea@acme.example", 0, 1)}


@given(st.lists(st.sampled_from(
    ["@", "lea", ".example", "acme", " ", "[at]", "( AT )", "%40", "&#64;", "&commat;", '"', "＠"]
)))  # fmt: skip
def test_no_address_that_can_be_found_is_passed_over(parts):
    text = "".join(parts)

    assert {key for _kind, key, _row, _column in keys_of([text])} == set(emails_in(text))


def test_a_number_over_two_lines_is_a_key_whatever_stands_in_the_cells_around_it():
    assert keys_of(["57000"], ["06 12 34\n56 78"], ["54000"]) == {(KeyKind.PHONE, "12345678", 1, 1)}


def test_every_writing_of_a_number_gives_the_same_key():
    found = keys_of(["06 12 34 56 78"], ["+33 (0)6.12.34.56.78"], ["33612345678"], ["612345678"])

    assert found == {(KeyKind.PHONE, "12345678", row, 1) for row in range(4)}


def test_numbers_with_narrow_blanks_are_not_passed_over():
    assert keys_of(["06\u202f12\u202f34\u202f56\u202f78"], ["06\u00a012\u00a034\u00a056\u00a078"]) == {
        (KeyKind.PHONE, "12345678", 0, 1), (KeyKind.PHONE, "12345678", 1, 1),
    }  # fmt: skip


def test_two_numbers_in_one_cell_are_two_keys():
    found = keys_of(["06 12 34 56 78 / 01 40 20 50 50"])

    assert {key for _kind, key, _row, _column in found} == {"12345678", "40205050"}


def test_rows_of_different_width_keep_their_own_keys():
    found = keys_of(["a"], ["b", "lea@acme.example"], [])

    assert found == {(KeyKind.EMAIL, "lea@acme.example", 1, 2)}


def test_dates_amounts_and_postcodes_are_no_keys():
    assert keys_of(["04/05/1990", "57000", "1 234,56", "2024-09-01 10:00:00"]) == set()


def test_no_rows_have_no_keys():
    assert keys_of() == set()


def test_the_stored_numbers_of_the_kinds_never_change():
    assert (KeyKind.EMAIL, KeyKind.PHONE) == (1, 2)


@given(st.lists(st.lists(st.sampled_from(["", "x", "lea@acme.example", "0612345678", "57000"]))))
def test_each_cell_is_judged_alone_whatever_stands_beside_it(rows):
    alone = {
        (kind, key, row, column)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells, 1)
        for kind, key, _row, _column in keys_of_rows([[cell]])
    }

    assert keys_of(*rows) == alone


@given(st.text(alphabet="0123456789０６ +-./()_,:'’\n\rE\t\u00a0\u2011\u00b7\u200baé", max_size=60))
def test_no_number_that_can_be_found_is_passed_over(text):
    kept = {key for kind, key, _row, _column in keys_of([text]) if kind is KeyKind.PHONE}

    assert kept == {phone_tail(written) for written in phones_in(text)}


def test_numbers_with_unusual_signs_are_keys():
    cells = [
        "06,12,34,56,78",
        "06\u201112\u201134\u201156\u201178",
        "０６１２３４５６７８",
        "33612345678.0",
    ]

    assert keys_of(*([cell] for cell in cells)) == {
        (KeyKind.PHONE, "12345678", row, 1) for row in range(len(cells))
    }
