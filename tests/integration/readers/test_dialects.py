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


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"'])
def test_a_first_line_may_name_the_delimiter(first):
    assert detect_dialect(lines_of(first, "a,b;c", "d,e;f")) == Dialect(";", named=True)
