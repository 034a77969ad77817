"""How the cells of a row are kept in one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.cells import CELL_SEPARATOR, join_cells, split_cells


def test_cells_come_back_in_their_order():
    assert split_cells(join_cells(["Dupont", "", "Camille"])) == ("Dupont", "", "Camille")


def test_empty_cells_at_the_end_are_left_out():
    assert join_cells(["Dupont", "", ""]) == "Dupont"


@pytest.mark.parametrize("cells", [[], [""], ["", "", ""]])
def test_a_row_without_text_is_empty(cells):
    assert join_cells(cells) == ""


def test_a_separator_inside_a_cell_does_not_make_two_of_it():
    assert split_cells(join_cells([f"a{CELL_SEPARATOR}b", "c"])) == ("a b", "c")


@given(st.lists(st.text(alphabet=st.characters(exclude_characters=CELL_SEPARATOR))))
def test_any_text_comes_back(cells):
    there = list(split_cells(join_cells(cells)))

    assert there + [""] * (len(cells) - len(there)) == (cells or [""])
