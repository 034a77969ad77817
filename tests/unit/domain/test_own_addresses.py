"""What of a postal address is the person's where somebody else takes her post."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.own_addresses import own_address
from dsr_desktop.domain.own_names import OwnNames

MARIE = make_ready(make_criteria({"name": "Marie Dupont"}), "FR")
HERS = OwnNames(
    several=False, words=frozenset({"marie", "dupont"}), telling=frozenset(),
    others=frozenset({"zoe", "petit"}), nobodys=frozenset({"acme", "conseil"}),
)  # fmt: skip
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
        ("à l'attention de Jean Roux\n3 rue des Lilas", "3 rue des Lilas"),
        ("3 rue des Lilas (chez Mme Roux)", "3 rue des Lilas"),
        ("M. Jean Roux, 3 rue des Lilas", "3 rue des Lilas"),
        ("Mrs Roux\n3 Lilac Road", "3 Lilac Road"),
        ("3 rue des Lilas\nAppt de M. Roux\n57000 Metz", "3 rue des Lilas\n57000 Metz"),
        ("Jean Roux\n3 rue des Lilas", "3 rue des Lilas"),
        ("3 rue des Lilas, Zoé Petit", "3 rue des Lilas"),
        ("3 rue des Lilas\nZoé Dupont", "3 rue des Lilas"),
    ],
)
def test_the_line_that_names_somebody_else_stays_out_and_the_rest_stays(cell, hers):
    assert own_address(MARIE, cell, HERS).texts == (hers,)
    assert own_address(MARIE, cell, HERS).is_cut


@pytest.mark.parametrize("asked", [MARIE, NOBODY])
def test_of_an_address_that_is_but_somebody_elses_name_nothing_is_hers(asked):
    assert own_address(asked, "c/o Jean Roux", HERS).texts == ()


@pytest.mark.parametrize(
    "cell",
    ["3 rue des Lilas\n57000 Metz", "c/o Marie Dupont, 3 rue des Lilas", "3 rue de Chez-le-Bart", "Marie Dupont\n3 rue des Lilas", "Mme Dupont, 3 rue des Lilas",
     "Acme Conseil, 3 rue des Lilas", "Résidence Beausoleil, 3 rue des Lilas", "3 rue Zoé Petit",
     "Rue de Mme Roux", "Le Bourg, 57000 Metz", "Place M. Foch", "3 rue des Lilas, Bât. B, Les Pins",
     "3 rue des Lilas, Beau Site", "3 rue Coeur", ""],
)  # fmt: skip
def test_an_address_without_such_a_line_is_whole(cell):
    assert own_address(MARIE, cell, HERS) is None
