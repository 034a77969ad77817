"""What the register has of a row: the cells of its file, and what a newer file left blank."""

from dsr_desktop.domain.source import KeptValue, StoredRow, with_kept

PHONE = KeptValue(3, "0612345678", "2026-11-02")


def test_kept_values_stand_in_the_blank_cells_of_their_columns():
    row = StoredRow(1, 1, 2, False, ("Dupont", "", "", "Metz"), kept=(PHONE,))

    assert row.all_cells == ("Dupont", "", "0612345678", "Metz")
    assert row.cells == ("Dupont", "", "", "Metz")


def test_a_kept_value_may_stand_beyond_the_cells():
    assert with_kept(("Dupont",), [PHONE]) == ("Dupont", "", "0612345678")


def test_a_cell_of_the_file_goes_before_a_kept_value():
    assert with_kept(("Dupont", "", "0698765432"), [PHONE]) == ("Dupont", "", "0698765432")


def test_a_row_of_which_nothing_is_kept_is_as_its_file_has_it():
    assert with_kept((), ()) == ()
    assert with_kept(("Dupont", ""), ()) == ("Dupont", "")
