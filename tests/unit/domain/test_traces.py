"""Whether anything of an erased row is left in a file read again (checklist step E12)."""

import pytest

from dsr_desktop.domain.cells import join_cells
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.traces import ConfirmedRow, Left, Traces, name_of, row_hash

FIELDS = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.EMAIL, Field.PHONE, Field.COMPANY, None)
CELLS = ("Dupont", "Camille", "camille.dupont@acme.example", "06 12 34 56 78", "ACME", "2024-09-01")
CAMILLE = ConfirmedRow("Clients", 4, CELLS, FIELDS)


def traces(*rows, spared=(), namesakes=()):
    return Traces(
        rows or (CAMILLE,), map(join_cells, spared), map(join_cells, namesakes), country="FR"
    )


def what_is_left(found, *cells, sheet="Clients", row=20):
    left = found.find(sheet, row, join_cells(cells))
    return left.what if left else ()


# --- what counts


def test_the_untouched_row_is_still_there_with_everything_that_shows_it():
    left = traces().find("Clients", 4, join_cells(CELLS))

    assert left == Left("Clients", 4, ("email", "phone", "name"))


def test_the_row_moved_elsewhere_is_still_there():
    assert what_is_left(traces(), *CELLS, sheet="Autre", row=99) == ("email", "phone", "name")


def test_an_address_otherwise_written_is_left():
    assert what_is_left(traces(), "voir CAMILLE.DUPONT@acme.example") == ("email", "name")


def test_a_number_otherwise_written_is_left():
    assert what_is_left(traces(), "tél. +33612345678") == ("phone",)


def test_a_name_is_left_in_either_order_and_in_one_cell_or_two():
    assert what_is_left(traces(), "DUPONT Camille") == ("name",)
    assert what_is_left(traces(), "x", "camille", "Dupônt") == ("name",)


def test_a_row_that_keeps_half_of_its_cells_in_place_is_left():
    anonymous = ("", "", "", "", "ACME", "2024-09-01")
    plain = ConfirmedRow("Clients", 4, ("", "", "", "x", "ACME", "2024-09-01"), FIELDS)

    assert what_is_left(traces(plain), *anonymous, row=4) == ("row",)
    assert what_is_left(traces(plain), *anonymous, row=5) == ()


def test_an_identifier_is_left_in_any_column_when_it_can_be_nothing_else():
    client = ConfirmedRow("Clients", 4, ("C-0042", "12"), (Field.IDENTIFIER, None))

    assert what_is_left(traces(client), "x", " C-0042 ") == ("identifier",)
    assert what_is_left(traces(client), "x", "C-00421") == ()


def test_an_identifier_of_few_figures_is_left_in_its_own_column_only():
    client = ConfirmedRow("Clients", 4, ("42", "x"), (Field.IDENTIFIER, None))

    assert what_is_left(traces(client), "42", "y") == ("identifier",)
    assert what_is_left(traces(client), "7", "42") == ()


def test_long_figures_are_an_identifier_in_any_column():
    client = ConfirmedRow("Clients", 4, ("100042", "x"), (Field.IDENTIFIER, None))

    assert what_is_left(traces(client), "x", "100042") == ("identifier",)


def test_every_confirmed_row_is_looked_for():
    paul = ConfirmedRow("Clients", 5, ("Petit", "Paul", "", "", "", ""), FIELDS)

    assert what_is_left(traces(CAMILLE, paul), "Paul Petit") == ("name",)


# --- keys that a row keeps for somebody else

TITLES = ("Nom", "Prénom", "E-mail", "Tél.", "E-mail commercial", "Tél. commercial")
SOLD = ConfirmedRow(
    "Clients", 4,
    ("Dupont", "Camille", "camille.dupont@acme.example", "06 12 34 56 78", "hugo@foo.example",
     "06 98 76 54 32"),
    (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.EMAIL, Field.PHONE, Field.EMAIL, Field.PHONE),
    TITLES,
)  # fmt: skip


def test_a_key_of_somebody_else_that_other_rows_share_is_no_trace():
    found = Traces([SOLD], (), country="FR")

    assert what_is_left(found, "Petit", "Paul", "", "", *SOLD.cells[4:]) == ()
    assert what_is_left(found, "x", "x", *SOLD.cells[2:4]) == ("email", "phone", "name")


def test_a_row_that_shares_only_somebody_elses_keys_is_not_the_row_that_stood_there():
    found = Traces([SOLD], (), country="FR")

    assert what_is_left(found, "Petit", "", "", "", *SOLD.cells[4:], sheet="Clients", row=4) == ()


def test_an_emptied_row_that_held_nothing_but_somebody_elses_keys_is_clean():
    lone = ConfirmedRow("Clients", 4, ("", "", *SOLD.cells[2:4]), SOLD.fields[2:], TITLES[2:])
    found = Traces([lone], (), country="FR")

    assert what_is_left(found, "", "", "", "", sheet="Clients", row=4) == ()


@pytest.mark.parametrize(
    ("asked", "what"), [("hugo@foo.example", "email"), ("+33698765432", "phone")]
)
def test_a_key_that_was_asked_for_is_a_trace_under_any_title(asked, what):
    found = Traces([SOLD], (), country="FR", asked_keys={asked})

    assert what_is_left(found, "Petit", "Paul", "", "", *SOLD.cells[4:]) == (what,)


def test_a_key_that_was_asked_for_and_no_confirmed_row_holds_is_no_trace():
    found = Traces([SOLD], (), country="FR", asked_keys={"paul@foo.example"})

    assert what_is_left(found, "Petit", "Paul", "paul@foo.example") == ()


# --- what does not count


def test_an_emptied_row_is_clean():
    assert what_is_left(traces(), "", row=4) == ()


def test_somebody_else_in_the_same_place_is_clean():
    other = ("Petit", "Paul", "paul.petit@acme.example", "06 98 76 54 32", "ACME", "2023-01-01")

    assert what_is_left(traces(), *other, row=4) == ()


def test_a_date_shared_with_the_person_is_no_trace():
    assert what_is_left(traces(), "Petit", "Paul", "", "", "", "2024-09-01") == ()


def test_a_number_that_differs_in_its_first_figures_is_no_trace():
    assert what_is_left(traces(), "Petit", "07 12 34 56 78") == ()


def test_a_company_shared_with_the_person_is_no_trace():
    assert what_is_left(traces(), "Petit", "Paul", "", "", "ACME") == ()


def test_a_part_of_the_name_is_no_trace():
    assert what_is_left(traces(), "Dupont", "Marie") == ()
    assert what_is_left(traces(), "Camille Martin") == ()


def test_the_words_of_the_name_far_apart_are_no_trace():
    assert what_is_left(traces(), "rue Camille Claudel", "Garage Dupont et fils", "Metz") == ()


def test_a_single_word_is_no_name_to_look_for():
    lone = ConfirmedRow("Clients", 4, ("Dupont",), (Field.FAMILY_NAME,))

    assert what_is_left(traces(lone), "Dupont", "Metz", row=9) == ()


def test_the_very_same_row_is_still_there_wherever_it_moved():
    lone = ConfirmedRow("Clients", 4, ("Dupont",), (Field.FAMILY_NAME,))

    assert what_is_left(traces(lone), "Dupont", row=9) == ("row",)


def test_a_rejected_namesake_is_spared():
    namesake = ("Dupont", "Camille", "autre@foo.example", "", "Autre SARL")

    assert what_is_left(traces(), *namesake) == ("name",)
    assert what_is_left(traces(spared=[namesake]), *namesake) == ()


def test_a_row_that_shares_the_name_and_nobody_judged_is_spared_its_name_but_not_a_key():
    namesake = ("Dupont", "Camille", "autre@foo.example")
    with_key = ("Dupont", "Camille", "camille.dupont@acme.example")
    found = traces(namesakes=[namesake, with_key])

    assert what_is_left(found, *namesake) == ()
    assert what_is_left(found, *with_key) == ("email",)


def test_nothing_confirmed_leaves_no_trace():
    assert Traces((), (), country="FR").find("Clients", 1, join_cells(CELLS)) is None


def test_the_name_of_a_row_is_its_folded_words():
    assert name_of(CAMILLE) == ("camille", "dupont")
    assert name_of(ConfirmedRow("x", 1, ("ACME",), (Field.COMPANY,))) == ()


# --- cells of columns that the register never had


@pytest.mark.parametrize(
    ("row", "unseen", "seen", "what"),
    [
        (4, ["FR76 3000 6000"], "", ("row",)),
        (4, ["FR76 3000 6000"], "Petit\x1fPaul", ()),
        (4, ["", "  "], "", ()),
        (9, ["FR76 3000 6000"], "", ()),
        (9, ["voir camille.dupont@acme.example"], "Petit\x1fPaul", ("email",)),
        (4, ["06 12 34 56 78"], "", ("phone",)),
    ],
    ids=["in place", "another row now stands there", "empty", "elsewhere", "key elsewhere", "key"],
)
def test_a_cell_that_was_never_stored_is_left_by_its_key_or_by_its_place(row, unseen, seen, what):
    found = Traces([CAMILLE], (), country="FR", others=frozenset({row_hash("Petit\x1fPaul")}))

    left = found.find_beside("Clients", row, unseen, seen)
    assert (left.what if left else ()) == what
