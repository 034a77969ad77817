"""By what a row that the DPO cleared is known again, and how many of a newer version pass."""

import pytest

from dsr_desktop.domain.cleared_row import ClearedRow, ClearedRows, who_is_in
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.keys import KeyKind

FIELDS = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.EMAIL, Field.BIRTH_DATE, Field.NOTE)
ANNE = ("Roux", "Anne", "famille@roux.example", "1990-05-04", "appeler tôt")
KEYS = ((KeyKind.EMAIL, "famille@roux.example"), (KeyKind.PHONE, "12345678"))
SECRET = bytes(range(32))


def who(cells=ANNE, fields=FIELDS, keys=KEYS):
    return who_is_in(cells, fields, keys)


def rows_of(*entries, times=1):
    """The decisions on Anne's row, as often as it was cleared for each entry."""
    return ClearedRows(SECRET).cleared_as(who(), entries) * times


# --- by what a row is known


@pytest.mark.parametrize(
    ("what", "cells"),
    [
        ("another note", (*ANNE[:4], "ne plus appeler")),
        ("no note", ANNE[:4]),
        ("other accents and case", ("ROUX", "Ânne", *ANNE[2:])),
        ("names in the other columns", ("Anne", "Roux", *ANNE[2:])),
    ],
)
def test_a_row_of_the_same_keys_and_name_is_the_same(what, cells):
    assert who(cells) == who(), what


@pytest.mark.parametrize(
    ("what", "cells", "keys"),
    [
        ("another given name", ("Roux", "Camille", *ANNE[2:]), KEYS),
        ("one name more", ("Roux", "Anne Camille", *ANNE[2:]), KEYS),
        ("another birth date", (*ANNE[:3], "1961-01-02", ANNE[4]), KEYS),
        ("no birth date", (*ANNE[:3], "", ANNE[4]), KEYS),
        ("a key more", ANNE, (*KEYS, (KeyKind.EMAIL, "anne@roux.example"))),
        ("a key less", ANNE, KEYS[:1]),
        ("the phone as an e-mail", ANNE, (KEYS[0], (KeyKind.EMAIL, "12345678"))),
    ],
)
def test_a_row_of_another_key_name_or_birth_date_is_another(what, cells, keys):
    assert who(cells, keys=keys) != who(), what


def test_the_order_of_keys_and_their_repetition_do_not_count():
    assert who(keys=(KEYS[1], KEYS[0], KEYS[1])) == who()


@pytest.mark.parametrize("fields", [(), (None, None, Field.EMAIL), FIELDS])
def test_a_row_without_a_name_is_known_by_all_of_its_cells(fields):
    nameless = ("", "", *ANNE[2:]) if fields == FIELDS else ANNE

    same = who(nameless, fields)
    assert who((*nameless, " "), fields) == same
    assert who((*nameless[:4], "ne plus appeler"), fields) != same


def test_a_name_is_not_mistaken_for_a_cell():
    assert who(("Anne", "Roux"), ()) != who(("Anne", "Roux"), FIELDS[:2])


def test_half_of_a_pair_of_surrogates_is_no_crash():
    assert rows_of(1) != ClearedRows(SECRET).cleared_as(who(("\ud800", "Anne")), [1])


# --- what is kept of it


def test_what_is_kept_says_nothing_without_the_secret():
    (kept,) = rows_of(7)

    assert kept.entry_id == 7
    assert len(bytes.fromhex(kept.digest)) == 32
    assert ClearedRows(bytes(32)).cleared_as(who(), [7]) != (kept,)


# --- who passes


def test_as_many_rows_pass_as_were_cleared():
    cleared = ClearedRows(SECRET, rows_of(1, times=2))

    assert [bool(cleared.let_pass(who(), [1])) for _row in range(3)] == [True, True, False]


def test_a_row_that_was_not_cleared_is_held():
    cleared = ClearedRows(SECRET, rows_of(1))

    assert cleared.let_pass(who(("Roux", "Camille", *ANNE[2:])), [1]) == ()
    assert cleared.let_pass(who(), [1]) == rows_of(1), "it took nothing away"


def test_a_row_that_an_entry_holds_on_which_nobody_decided_is_held():
    cleared = ClearedRows(SECRET, rows_of(1))

    assert cleared.let_pass(who(), [1, 2]) == ()
    assert cleared.let_pass(who(), [2]) == ()
    assert cleared.let_pass(who(), [1]) == rows_of(1)


def test_a_row_that_two_entries_hold_needs_both_decisions():
    cleared = ClearedRows(SECRET, rows_of(1, 2))

    passed = cleared.let_pass(who(), [1, 2])

    assert {one.entry_id for one in passed} == {1, 2}
    assert len({one.digest for one in passed}) == 1
    assert cleared.let_pass(who(), [1]) == ()


def test_reading_a_file_again_lets_the_same_rows_pass_again():
    cleared = ClearedRows(SECRET, rows_of(1))
    cleared.let_pass(who(), [1])

    cleared.start_again()

    assert cleared.let_pass(who(), [1]) == (ClearedRow(1, rows_of(1)[0].digest),)
