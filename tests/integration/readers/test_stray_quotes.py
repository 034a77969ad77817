"""A quote that was never meant as one runs no two people together, and loses none."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.delimited_rows import DelimitedRows
from dsr_desktop.readers.dialects import Dialect, agreement, detect_dialect
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import Warned
from dsr_desktop.readers.reading import read_document
from dsr_desktop.readers.stray_quotes import QuoteCutter
from tests.integration.readers.read_sheets import refusal_of, rows_of

HEADER = "Nom;Ville;CP"
MENDED = Problem.QUOTE_TAKEN_AS_TEXT


def mended_rows(content):
    """Numbers of the rows whose quote was taken for text."""
    warned = warned_rows(content)
    assert {problem for problem, _ in warned} <= {MENDED, Problem.ROWS_COUNTED_OTHERWISE}
    return [n for problem, n in warned if problem is MENDED]


def warned_rows(content):
    messages = read_document(Document("liste", content=content.encode()), Limits())
    return [(one.problem, one.details["row"]) for one in messages if isinstance(one, Warned)]


def people_of(content):
    """First cell of each row but the header."""
    rows = rows_of(content.encode())
    return [cells[0] for cells in list(rows.values())[1:]]


@pytest.mark.parametrize(
    ("lines", "mended"),
    [
        (['"Dupont;Metz;57', "Petit;Nancy;54", "Roux;Lyon;69"], [2]),
        (['Dupont;"Metz;57', "Petit;Nancy;54", "Roux;Lyon;69"], [2]),
        (['Dupont;Metz;"57', "Petit;Nancy;54", "Roux;Lyon;69"], [2]),
        (["Dupont;Metz;57", "Petit;Nancy;54", 'Roux;Lyon;"69'], [4]),
        (['Dupont;"Metz;57', 'Petit;"Nancy";54', "Roux;Lyon;69"], [2]),
        (['Dupont;"Metz;57', 'Petit;"Nancy;54', 'Roux;"Lyon;69'], [2, 3, 4]),
        (['"Dupont";"Metz";"57', '"Petit";"Nancy";"54"', '"Roux";"Lyon";"69"'], [2]),
        (['"Dupont;"Metz";"57"', '"Petit";"Nancy";"54"', '"Roux";"Lyon";"69"'], []),
        (['"Dupont;"Metz\nEst";57', "Petit;Nancy;54", "Roux;Lyon;69"], [2]),
        (["Dupont;5'10\";57", 'Petit;Jean "Jo" Petit;54', 'Roux;"Jo" Roux;69'], []),
        (['Dupont;"Metz;57', 'Petit;"";54', 'Roux;"";69'], [2]),
    ],
)
def test_each_line_is_the_row_of_one_person(lines, mended):
    content = "\n".join([HEADER, *lines]) + "\n"

    assert [name.strip('"').partition(";")[0] for name in people_of(content)] == [
        "Dupont", "Petit", "Roux",
    ]  # fmt: skip
    assert mended_rows(content) == mended


@pytest.mark.parametrize(
    ("lines", "row"),
    [
        (['Dupont;"Metz;57', "Petit;Nancy;54", "Roux;Lyon;69"], 2),
        (["Dupont;Metz;57", 'Petit;"Nancy;54', "Roux;Lyon;69"], 3),
        (['Dupont;"Metz;57', 'Petit;"Nancy;54', 'Roux;"Lyon;69'], 2),
        (['"Dupont;"Metz\nEst";57', "Petit;Nancy;54", "Roux;Lyon;69"], 2),
        (["Dupont;Metz;57", "Petit;Nancy;54", 'Roux;Lyon;"69'], None),
        (['Dupont;"Metz\nEst";57', "Petit;Nancy;54", "Roux;Lyon;69"], None),
        (["Dupont;5'10\";57", "Petit;Nancy;54"], None),
    ],
    ids=["a line run into the next", "further down", "three", "a row of two lines", "the last row",
         "a cell of two lines", "inches"],
)  # fmt: skip
def test_where_other_programs_number_the_rows_otherwise_it_is_said_from_which_row_on(lines, row):
    content = "\n".join([HEADER, *lines]) + "\n"

    said = [n for problem, n in warned_rows(content) if problem is Problem.ROWS_COUNTED_OTHERWISE]
    assert said == ([] if row is None else [row])


def test_the_quote_stays_in_the_cell_as_it_was_written():
    assert rows_of(b'Nom;Ville\nDupont;"Metz\nPetit;"Nancy"\n') == {
        1: ["Nom", "Ville"], 2: ["Dupont", '"Metz'], 3: ["Petit", "Nancy"],
    }  # fmt: skip


def test_a_stray_quote_behind_a_cell_of_two_lines_leaves_that_cell_whole():
    content = f'{HEADER}\nDupont;"3, rue\ndes Lilas";"57\nPetit;Nancy;54\nRoux;"Lyon";69\n'

    assert list(rows_of(content.encode()).values())[1:] == [
        ["Dupont", "3, rue\ndes Lilas", '"57'], ["Petit", "Nancy", "54"], ["Roux", "Lyon", "69"],
    ]  # fmt: skip


@pytest.mark.parametrize("cells", ['"rue\nHaute";54', '"rue\n;\nHaute";54', '54;"rue\nHaute"'])
def test_a_stray_quote_before_a_cell_of_two_lines_leaves_that_cell_whole(cells):
    content = f'{HEADER}\nDupont;"Metz;57\nPetit;{cells}\nRoux;Lyon;69\n'

    rows = list(rows_of(content.encode()).values())

    assert [row[0] for row in rows[1:]] == ["Dupont", "Petit", "Roux"]
    assert any("Haute" in cell and "rue" in cell for cell in rows[2])


def test_a_stray_quote_may_stand_in_the_only_column():
    assert people_of('E-mail\n"lea@acme.example\npaul@acme.example\nroy@acme.example\n') == [
        '"lea@acme.example', "paul@acme.example", "roy@acme.example",
    ]  # fmt: skip


def test_a_stray_quote_in_the_first_line_of_all_hides_no_delimiter():
    assert list(rows_of(b'"Dupont;Metz, rue A\nPetit;Nancy, rue B\n').values()) == [
        ['"Dupont', "Metz, rue A"], ["Petit", "Nancy, rue B"],
    ]  # fmt: skip


def test_lines_run_together_beyond_the_longest_cell_are_read_apart_too():
    body = "".join(f"Petit{n};Nancy;54\n" for n in range(3_000))

    assert len(people_of(f'{HEADER}\n"Dupont;Metz;57\n{body}')) == 3_001


def test_lines_given_back_are_all_read_though_one_of_them_has_a_stray_quote_too():
    body = [f"Petit{n};Nancy;54" for n in range(400)]
    body[3] = 'Petit3;"Nancy;54'
    content = "\n".join([HEADER, '"Dupont;Metz;57', *body]) + "\n"

    assert people_of(content) == ['"Dupont', *(f"Petit{n}" for n in range(400))]
    assert mended_rows(content) == [2, 6]


def test_a_cell_too_long_of_running_text_is_refused():
    body = "une ligne de texte\n" * 3_000

    assert refusal_of(f'{HEADER}\nDupont;Metz;57\nPetit;"{body}'.encode()) is Problem.CELL_TOO_LONG


@pytest.mark.parametrize(
    ("content", "cell"),
    [
        (f'{HEADER}\nDupont;"3, rue\ndes Lilas";57\n', "3, rue\ndes Lilas"),
        (f'{HEADER}\nDupont;"dit ""Jo""; né;\nle 3; mai;";57\n', 'dit "Jo"; né;\nle 3; mai;'),
        (f'{HEADER}\nDupont;"a;b\nc;d";57\n', "a;b\nc;d"),
        ('Nom,Note\nDupont,"Bonjour, je suis "ravi"\nde vous, merci"\n', None),
    ],
)
def test_a_cell_of_several_lines_between_quotes_stays_whole(content, cell):
    rows = list(rows_of(content.encode()).values())

    assert rows[1][0] == "Dupont"
    assert cell is None or rows[1][1] == cell


def test_quotes_escaped_by_a_backslash_are_no_strays():
    content = 'Nom,Note,CP\n"Dupont","dit \\"Lou\\", né\nà Metz","57"\nPetit,x,"54\nRoux,y,69\n'

    assert list(rows_of(content.encode()).values())[1:] == [
        ["Dupont", 'dit "Lou", né\nà Metz', "57"], ["Petit", "x", '"54'], ["Roux", "y", "69"],
    ]  # fmt: skip


def test_lines_looked_at_ahead_are_read_in_their_order():
    doubtful = 'Dupont;57;"note\nde "Jo" Petit'
    content = f"{HEADER}\n{doubtful}\n" + "".join(f"Roux{n};a;b\n" for n in range(80))

    assert people_of(content)[-80:] == [f"Roux{n}" for n in range(80)]


# --- any text

SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters='\n\t";,|')
ANY_TEXT = st.text(SIGNS, max_size=12)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(ANY_TEXT, min_size=width, max_size=width), min_size=1, max_size=8
    )
)


def written(table, delimiter=";", quoting=csv.QUOTE_MINIMAL):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(table)
    return text.getvalue()


def read_back(text, delimiter=";", width=None):
    """Cells of every row, with the reader's doubts about it, in a dialect already known."""
    dialect = Dialect(delimiter)
    lines = io.StringIO(text, newline="").readlines()
    rows = DelimitedRows(lines, dialect, width or agreement(lines, dialect)[1], 32_767)
    return [list(row.cells) for row in rows.rows()], rows


@given(TABLES, st.sampled_from(";,\t|"), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_a_properly_quoted_table_is_read_as_it_was_written(table, delimiter, quoting):
    rows, reader = read_back(written(table, delimiter, quoting), delimiter)

    assert rows == table
    assert reader.mended == []


@given(TABLES, st.sampled_from(";,\t|"))
def test_the_cutter_reads_a_properly_quoted_table_as_csv_does(table, delimiter):
    cutter = QuoteCutter(delimiter, '"', None)

    assert list(cutter.rows(written(table, delimiter, csv.QUOTE_ALL))) == table


PERSON_TEXT = st.text("abcé'.", min_size=1, max_size=6)
LONGER_TEXT = st.text("abcé' \n;", max_size=8).map(lambda text: f"a{text}b")
PEOPLE = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.tuples(PERSON_TEXT, *[st.one_of(PERSON_TEXT, LONGER_TEXT)] * (width - 1)),
        min_size=4, max_size=9,
    )
)  # fmt: skip


@given(PEOPLE, st.data(), st.booleans())
def test_one_stray_quote_loses_no_row_and_runs_no_two_people_together(people, data, quoted):
    table = [[f"P{n}{row[0]}", *row[1:]] for n, row in enumerate(people)]
    at = data.draw(st.integers(0, len(table) - 1))
    column = data.draw(st.integers(0, len(table[0]) - 1))
    sign = data.draw(st.sampled_from(['"{}', '{}"', "5'10\" {}", 'Jean "Jo" {}', '"Jo" {}']))
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    written_rows = [written([row], quoting=quoting) for row in table]
    cells = [written([[cell]], quoting=quoting).rstrip("\r\n") for cell in table[at]]
    cells[column] = sign.format(f"P{at}x")
    written_rows[at] = ";".join(cells) + "\r\n"
    others = [row for number, row in enumerate(table) if number != at]

    rows, _reader = read_back("".join(written_rows), width=len(table[0]))

    assert [row for row in rows if row in others] == others
    assert len(rows) == len(table)


@given(st.text('ab";\n,', max_size=60))
def test_whatever_the_quotes_no_letter_is_lost(text):
    lines = io.StringIO(text, newline="").readlines()
    rows, _reader = read_back(text, width=agreement(lines, detect_dialect(lines))[1])

    letters = [sign for sign in text if sign in "ab,"]
    assert [sign for row in rows for cell in row for sign in cell if sign in "ab,"] == letters
