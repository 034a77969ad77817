"""Lists printed with columns of fixed width are cut where that is certain, and else left whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.aligned_columns import AlignedColumns, detect_columns
from dsr_desktop.readers.messages import FileFound
from tests.integration.readers.read_sheets import messages_of, rows_of, warnings_of

PRINTED = """\
NOM          PRENOM     TELEPHONE       VILLE
DUPONT       Camille    06 12 34 56 78  57000 Metz
PETIT        Jean       03 87 00 00 00  Nancy
LE GALL      Zoé                        Brest
ROUX         Anne-Lise  01 02 03 04 05  Paris
"""
RULED = """\
id          nom             prenom
----------- --------------- ----------
          1 Dupont          Camille
          2 Le Gall de Brix Zoé
          3 Petit

(3 rows affected)
"""


def lines_of(text):
    return text.splitlines(keepends=True)


def test_a_printed_list_is_cut_into_its_columns():
    assert rows_of(PRINTED.encode()) == {
        1: ["NOM", "PRENOM", "TELEPHONE", "VILLE"],
        2: ["DUPONT", "Camille", "06 12 34 56 78", "57000 Metz"],
        3: ["PETIT", "Jean", "03 87 00 00 00", "Nancy"],
        4: ["LE GALL", "Zoé", "", "Brest"],
        5: ["ROUX", "Anne-Lise", "01 02 03 04 05", "Paris"],
    }
    assert messages_of(PRINTED.encode())[0] == FileFound("txt", "utf-8", ())
    assert warnings_of(PRINTED.encode()) == set()


def test_a_line_of_rules_tells_columns_that_one_blank_parts():
    assert rows_of(RULED.encode()) == {
        1: ["id", "nom", "prenom"], 2: ["-----------", "---------------", "----------"],
        3: ["1", "Dupont", "Camille"], 4: ["2", "Le Gall de Brix", "Zoé"], 5: ["3", "Petit"],
        7: ["(3 rows affected)"],
    }  # fmt: skip


def test_a_title_and_a_foot_apart_from_the_list_stay_whole():
    content = f"Liste des clients du salon de Mme Roux, au 23 novembre\n\n{PRINTED}\n5 clients, imprimés le 23/11/2026 à 12:30\n"
    rows = rows_of(content.encode())

    assert rows[1] == ["Liste des clients du salon de Mme Roux, au 23 novembre"]
    assert rows[4] == ["DUPONT", "Camille", "06 12 34 56 78", "57000 Metz"]
    assert rows[9] == ["5 clients, imprimés le 23/11/2026 à 12:30"]


def test_a_text_too_long_for_its_column_is_never_cut_apart():
    far = "GRANDJEAN-VANDER Marie  06 98 76 54 32  Metz\n"
    rows = rows_of((PRINTED * 20 + far).encode())

    assert rows[101] == ["GRANDJEAN-VANDER Marie", "", "06 98 76 54 32", "Metz"]


def test_amounts_with_a_comma_and_signs_in_names_do_not_hide_the_columns():
    content = (
        "DUPONT, Zoé        12,50    Metz\n"
        "PETIT, Jean         7,00    Nancy\n"
        "ROUX, Anne        120,25    Paris\n"
        "LE GALL, Yann       1,00    Brest\n"
    )

    assert [*rows_of(content.encode()).values()][:2] == [
        ["DUPONT, Zoé", "12,50", "Metz"], ["PETIT, Jean", "7,00", "Nancy"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Nom :       Dupont     Metz\nPrénom :    Zoé        Nancy\nTél :       0612345678 Paris\nVille :     Metz       Brest\n",
        "Nom         Dupont\nPrénom      Zoé\nTéléphone   0612345678\nVille       Metz\n",
        "DUPONT       Camille    Metz\nPETIT        Jean       Nancy\nROUX         Anne       Paris\n",
        "Un texte  qui court\nsur  quelques lignes\net dont  deux blancs\nne disent  rien du tout\n",
        "DUPONT   Zoé   Metz\nPETIT-JEAN   Paul   Nancy\nROUX   Al   Brest\nLE GALL   Yann   Paris\n",
        "A       x\nB       y\nC       z\n" * 3,
        "Dupont\nPetit\nRoux\nBlanc\n",
        "",
        "\n\n\n\n\n",
        "      \n    \n     \n     \n      \n",
        "-----\n",
        "--- ---\nx y\nz t\n",
        "un deux\n--- ----\nxxxx yyyy\nz    t\n",
        "a  b  c\td\n" * 5,
    ],
)  # fmt: skip
def test_where_it_is_not_certain_nothing_is_cut(text):
    assert detect_columns(lines_of(text)) is None


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Nom      ;Ville    ;Code  ;Reste\n" + "Dupont   ;Metz     ;57000 ;x\n" * 5, ["Dupont   ", "Metz     ", "57000 ", "x"]),
        ("Nom\tVille\n" + "Dupont\tMetz\n" * 5, ["Dupont", "Metz"]),
    ],
)  # fmt: skip
def test_a_delimited_list_that_is_aligned_as_well_is_cut_by_its_delimiter(text, second):
    assert rows_of(text.encode())[2] == second


def test_a_line_that_names_the_delimiter_settles_it():
    assert messages_of(b"sep=;\n" + PRINTED.encode())[0].format == "csv"


HEADERLESS = PRINTED.partition("\n")[2]
TWO_COLUMNS = "Dupont      06 12 34 56 78\nPetit       06 98 76 54 32\nLe Gall     03 87 00 00 00\n"


def test_a_list_without_titles_is_cut_as_well():
    assert rows_of(HEADERLESS.encode()) == {
        n - 1: cells for n, cells in rows_of(PRINTED.encode()).items() if n > 1
    }
    assert warnings_of(HEADERLESS.encode()) == set()


@pytest.mark.parametrize("text", [TWO_COLUMNS, "".join(lines_of(HEADERLESS)[:3])])
def test_lines_that_are_not_cut_are_said_to_be_one_column(text):
    content = text.encode()

    assert rows_of(content)[1] == [lines_of(text)[0].rstrip("\n")]
    assert warnings_of(content) == {Problem.KEPT_AS_ONE_COLUMN}
    assert not Problem.KEPT_AS_ONE_COLUMN.loses_content


@pytest.mark.parametrize(
    "text",
    [
        "Dupont\nPetit\nRoux\n",
        "Dupont Zoé\nLe  Gall\nRoux Anne\nPetit Jean\n",
        "Dupont;Zoé\nPetit;Jean  Paul\nRoux;Anne  Marie\n",
        "",
    ],
)
def test_lines_with_one_text_are_not_pointed_out(text):
    assert Problem.KEPT_AS_ONE_COLUMN not in warnings_of(b"Nom\n" + text.encode())


names = st.text("abcdé -'.,@0123", max_size=18).map(str.strip)


@given(st.lists(st.tuples(names, names, names), max_size=8))
def test_no_sign_of_a_line_is_ever_lost(rows):
    text = PRINTED + "".join(f"{a:<13}{b:<11}{c}\n" for a, b, c in rows)

    for line in lines_of(text):
        columns = AlignedColumns(((6, 13), (20, 24), (38, 40)))
        assert "".join("".join(columns.cut(line)).split()) == "".join(line.split())


@given(st.text(" abc\tdé:-=\n", max_size=300))
def test_any_text_is_cut_or_left_whole_without_loss(text):
    columns = detect_columns(lines_of(text))

    for line in lines_of(text) if columns else ():
        assert "".join("".join(columns.cut(line)).split()) == "".join(line.split())


def test_the_end_of_a_page_is_no_column():
    page = PRINTED + "\f" + PRINTED

    assert rows_of(page.encode())[6] == ["NOM", "PRENOM", "TELEPHONE", "VILLE"]


def test_endless_lines_are_no_list():
    assert detect_columns(["x" * 2_000_000 + "\n"] * 4) is None
    assert detect_columns(["a  " * 200_000 + "\n"] * 5) is None
