"""What of a postal address is the person's where somebody else takes her post."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.own_addresses import own_address

MARIE = make_ready(make_criteria({"name": "Marie Dupont"}), "FR")
NOBODY = make_ready(make_criteria({"city": "Metz"}), "FR")


@pytest.mark.parametrize(
    ("cell", "hers"),
    [
        ("c/o Jean Roux\n3 rue des Lilas\n57000 Metz", "3 rue des Lilas\n57000 Metz"),
        ("3 rue des Lilas\nC/O Jean Roux\n57000 Metz", "3 rue des Lilas\n57000 Metz"),
        ("3 rue des Lilas, c/o Jean Roux", "3 rue des Lilas"),
        ("chez M. Roux, 3 rue des Lilas", "3 rue des Lilas"),
        ("c/o Roux 3 rue des Lilas", "3 rue des Lilas"),
        ("aux bons soins de Jean Roux; 3 rue des Lilas", "3 rue des Lilas"),
        ("Lindenweg 3 bei Weiss, Ulm", "Lindenweg 3 Ulm"),
    ],
)
def test_the_line_that_names_somebody_else_stays_out_and_the_rest_stays(cell, hers):
    assert own_address(MARIE, cell).texts == (hers,)
    assert own_address(MARIE, cell).is_cut


@pytest.mark.parametrize("asked", [MARIE, NOBODY])
def test_of_an_address_that_is_but_somebody_elses_name_nothing_is_hers(asked):
    assert own_address(asked, "c/o Jean Roux").texts == ()


@pytest.mark.parametrize(
    "cell",
    ["3 rue des Lilas\n57000 Metz", "c/o Marie Dupont, 3 rue des Lilas", "3 rue de Chez-le-Bart", "3 rue Coeur", ""],
)  # fmt: skip
def test_an_address_without_such_a_line_is_whole(cell):
    assert own_address(MARIE, cell) is None
