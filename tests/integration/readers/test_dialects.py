"""Delimiters and quotes are recognised from the first lines."""

import pytest

from dsr_desktop.readers.dialects import Dialect, detect_dialect


def lines_of(*lines):
    return [line + "\n" for line in lines]


@pytest.mark.parametrize(
    ("lines", "delimiter"),
    [
        (["a;b", "c;d"], ";"),
        (["Nom;Adresse", "Dupont;3, rue des Lilas", "Petit;5, rue Haute"], ";"),
        (["Name,Note", "Dupont,a;b", "Petit,c"], ","),
        (['Nom,"a;b;c"', 'Dupont,"d;e;f"'], ","),
        (["Nom\tVille, pays", "Dupont\tMetz, France"], "\t"),
        (["Liste du salon", "", "Nom|Ville", "Dupont|Metz"], "|"),
        (["Nom;Montant", "Dupont;12,50", "Petit;7,00", "Roux;1,25"], ";"),
        (["Nom~Ville", "Dupont~Metz", "Petit~Nancy"], "~"),
        (["Nom^Note", "Dupont^a#b", "Petit^c"], "^"),
    ],
)
def test_the_delimiter_is_the_one_that_cuts_most_lines_alike(lines, delimiter):
    assert detect_dialect(lines_of(*lines)) == Dialect(delimiter)


@pytest.mark.parametrize(
    "lines",
    [[], ["lea@acme.example\n"], ["\n", "\n"], lines_of("a@b.example", "c-d@b.example", "e@b.example"),
     lines_of("01/02/2026", "03/04/2026", "05/06/2026"), lines_of("Nom~Ville", "Dupont~Metz")],
)  # fmt: skip
def test_a_single_column_needs_no_delimiter(lines):
    assert detect_dialect(lines) == Dialect(",")


@pytest.mark.parametrize(
    "lines",
    [
        ["dupont:Zoé Dupont:Metz", "petit:Jean Petit:Nancy", "roux:Anne Roux:Paris"],
        ["zoe:x:1001:100:Zoé:/home/zoe:/bin/sh", "paul:x:1002:100:Paul:/home/paul:/bin/sh", "x:x:3:4::/:"],
        ["Nom:Prénom:Ville", "Dupont:Zoé:", ":Jean:Nancy", "", "Roux::Paris"],
    ],
)  # fmt: skip
def test_colons_delimit_where_they_can_be_nothing_else(lines):
    assert detect_dialect(lines_of(*lines)) == Dialect(":")


@pytest.mark.parametrize(
    "lines",
    [
        ["Nom: Dupont", "Prénom: Zoé", "Ville: Metz"],
        ["Nom:Dupont", "Prénom:Zoé", "Ville:Metz"],
        ["Client: Nom: Dupont", "Client: Nom: Petit", "Client: Nom: Roux"],
        ["Nom : Dupont : x", "Nom : Petit : y", "Nom : Roux : z"],
        ["Dupont:12:30", "Petit:08:15", "Roux:9:45"],
        ["Dupont 12:30:05", "Petit 08:15:10", "Roux 09:45:00"],
        ["a:b:12:30:c", "a:b:Metz:Nancy:c", "a:b:x:y:c"],
        ["00:1a:2b:3c:4d:5e", "00:1a:2b:3c:4d:5f", "00:1a:2b:3c:4d:60"],
        ["x:http://a.example", "y:http://b.example", "z:http://c.example"],
        ["a:C:\\Dupont", "b:C:\\Petit", "c:C:\\Roux"],
        ["dupont:Zoé:Metz", "petit:Jean:Nancy"],
        ["dupont:Zoé:Metz", "petit:Jean:Nancy", "roux:Anne:Paris:x"],
        ["dupont:Zoé:Metz", "petit:Jean:Nancy", "Fin de la liste"],
    ],
)  # fmt: skip
def test_colons_that_may_be_text_delimit_nothing(lines):
    assert detect_dialect(lines_of(*lines)) == Dialect(",")


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"'])
def test_a_first_line_may_name_the_delimiter(first):
    assert detect_dialect(lines_of(first, "a,b;c", "d,e;f")) == Dialect(";", named=True)
