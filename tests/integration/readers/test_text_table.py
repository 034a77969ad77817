"""Delimited text: encodings, delimiters, quotes, row numbers."""

import itertools

import pytest

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.reading import MOST_ROWS_NAMED, Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import Rows, SheetBegins, UnreadableError, Warned
from dsr_desktop.readers.reading import read_document

PEOPLE = [
    ["Nom", "Prénom", "E-mail", "Remarque"],
    ["Bréhat", "Éloïse", "eloise@acme.example", 'dite "Lou", rue\ndes Lilas; 3|4\t5'],
    ["Nuñez", "José", "", "payé 12,50 €"],
]
ENCODINGS = {
    "UTF-8": ("utf-8", b"", "utf-8"),
    "UTF-8 with mark": ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
    "UTF-16 LE with mark": ("utf-16-le", b"\xff\xfe", "utf-16"),
    "UTF-16 BE with mark": ("utf-16-be", b"\xfe\xff", "utf-16"),
    "UTF-16 LE": ("utf-16-le", b"", "utf-16-le"),
    "UTF-16 BE": ("utf-16-be", b"", "utf-16-be"),
    "UTF-32 with mark": ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32"),
    "Windows-1252": ("cp1252", b"", "cp1252"),
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "liste.csv"


def read(path, **limits):
    """Messages about a file, and its rows as {number: cells}."""
    messages = list(read_document(Document.on_disk(path), Limits(**limits)))
    batches = [message for message in messages if isinstance(message, Rows)]
    packed = itertools.chain.from_iterable(batch.rows for batch in batches)
    return messages, {row[0]: list(split_cells(row[2])) for row in packed}


def rows_of(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path)[1]


def warned_rows(path, content, problem=Problem.QUOTE_NOT_CLOSED):
    """Numbers of the rows that the reader names for a problem."""
    path.write_text(content, newline="")
    warnings = [message for message in read(path)[0] if isinstance(message, Warned)]
    return [warning.details["row"] for warning in warnings if warning.problem is problem]


# --- encodings and delimiters


@pytest.mark.parametrize(
    "delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "pipe"]
)
@pytest.mark.parametrize("name", ENCODINGS)
def test_every_encoding_is_read_with_every_delimiter(path, write_csv, name, delimiter):
    encoding, mark, detected = ENCODINGS[name]
    write_csv(path, PEOPLE, delimiter=delimiter, encoding=encoding)
    path.write_bytes(mark + path.read_bytes())

    messages, rows = read(path)

    kind = "tsv" if delimiter == "\t" else "csv"
    assert (messages[0].format, messages[0].encoding) == (kind, detected)
    assert messages[1] == SheetBegins("liste", hidden=False)
    assert list(rows.values()) == [[*cells] for cells in PEOPLE]


def test_bytes_that_windows_leaves_undefined_do_not_stop_the_reading(path):
    assert rows_of(path, b"Nom;Note\nR\xe9my;a\x81b\nH\xe9l\xe8ne;Fran\xe7ois\n") == {
        1: ["Nom", "Note"],
        2: ["Rémy", "a\x81b"],
        3: ["Hélène", "François"],
    }


def test_content_with_zero_bytes_here_and_there_is_not_text(path):
    path.write_bytes(bytes(range(256)) * 8)

    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.problem is Problem.NOT_TEXT


def test_content_with_many_control_characters_is_not_text(path):
    path.write_bytes(bytes(range(1, 32)) * 20)

    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.problem is Problem.NOT_TEXT


def test_what_is_left_of_a_workbook_is_damaged_and_no_list(tmp_path):
    path = tmp_path / "liste.xlsx"
    path.write_text("This page is not available. Please log in.\n")

    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.problem is Problem.DAMAGED
    assert rows_of(path, "Nom;Ville\nDupont;Metz\n")[2] == ["Dupont", "Metz"]


# --- dialects


def test_the_line_that_names_the_delimiter_is_no_row_as_in_excel_and_moves_none(path):
    assert rows_of(path, "sep=^\nNom^Ville\nDupont^Metz\n") == {
        1: ["Nom", "Ville"], 2: ["Dupont", "Metz"],
    }  # fmt: skip


def test_quotes_escaped_by_a_backslash_are_read(path):
    assert rows_of(path, 'Nom,Note\n"Dupont","dit \\"Lou\\", né"\n')[2] == [
        "Dupont",
        'dit "Lou", né',
    ]


def test_cells_in_single_quotes_are_read(path):
    assert rows_of(path, "'Nom';'Ville'\n'Dupont';'Metz;57'\n")[2] == ["Dupont", "Metz;57"]


def test_an_apostrophe_at_the_start_of_some_cells_is_no_quote(path):
    rows = rows_of(path, "Nom;Ville\n't Hart;Metz\nd'Arc;'s-Hertogenbosch\nRoy;x\n")

    assert rows[2] == ["'t Hart", "Metz"]
    assert rows[3] == ["d'Arc", "'s-Hertogenbosch"]


# --- doubts about the encoding


def doubts_of(path, content):
    path.write_bytes(content)
    return [message for message in read(path)[0] if isinstance(message, Warned)]


def test_a_stray_byte_is_read_and_named_and_the_rest_stays_utf_8(path):
    content = "Nom\nÉloïse\nZoé\nRené\nAnaïs\nNoël\n".encode() + b"R\xe9my\n"

    assert rows_of(path, content)[7] == ["Rémy"]
    assert rows_of(path, content)[2] == ["Éloïse"]
    assert doubts_of(path, content) == [Warned(Problem.STRAY_BYTES, {"count": 1})]


def test_letters_that_fit_two_encodings_are_named_as_a_doubt(path):
    (doubt,) = doubts_of(path, "Nom\nGdańsk\n".encode("cp1250"))

    assert doubt.problem is Problem.ENCODING_UNSURE
    assert "cp1250" in doubt.details.values()
    assert not doubt.problem.loses_content


def test_text_that_is_sure_of_its_encoding_raises_no_doubt(path):
    assert doubts_of(path, "Nom\nHélène\nFrançois\nÉloïse\n".encode("mac_roman")) == []


# --- cells


def test_a_list_of_addresses_is_one_column(path):
    assert rows_of(path, "lea@acme.example\npaul@acme.example\n") == {
        1: ["lea@acme.example"], 2: ["paul@acme.example"],
    }  # fmt: skip


# --- rows


def test_blank_lines_count_as_rows_but_are_not_kept(path):
    assert rows_of(path, "Nom;Ville\n\n;\nDupont;Metz\n") == {
        1: ["Nom", "Ville"],
        4: ["Dupont", "Metz"],
    }


def test_a_line_break_inside_quotes_makes_no_row(path):
    assert rows_of(path, 'Nom;Adresse\nDupont;"3, rue\r\ndes Lilas"\nPetit;x\n') == {
        1: ["Nom", "Adresse"], 2: ["Dupont", "3, rue\r\ndes Lilas"], 3: ["Petit", "x"],
    }  # fmt: skip


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_known(path, line_end):
    assert rows_of(path, line_end.join(["Nom;Ville", "Dupont;Metz"])) == {
        1: ["Nom", "Ville"], 2: ["Dupont", "Metz"],
    }  # fmt: skip


def test_leading_zeros_and_formulas_are_kept_as_text(path):
    text = 'CP;Tél;Note\n01000;0612345678;=HYPERLINK("http://evil.example")\n'

    assert rows_of(path, text)[2] == ["01000", "0612345678", '=HYPERLINK("http://evil.example")']


def test_text_of_several_lines_that_may_be_rows_stays_whole_and_is_named(path):
    content = 'Nom;Ville\nDupont;"Metz\nPetit;5\'10"\nRoux;Lyon\n'

    assert rows_of(path, content)[2] == ["Dupont", "Metz\nPetit;5'10"]
    assert warned_rows(path, content) == [2]
    assert warned_rows(path, content, Problem.QUOTE_TAKEN_AS_TEXT) == []


@pytest.mark.parametrize(
    "content",
    [
        'Nom;Ville\n"Dupont;"Metz;\nEst";x;y\nRoux;Lyon\nPetit;Nancy\n',
        "Nom;Ville\nRoux;Lyon\nDupont;Metz;\"note\nd'une ligne\nou deux\n",
    ],
)
def test_a_row_whose_quotes_make_no_sense_is_kept_as_read_and_named(path, content):
    rows = rows_of(path, content)

    assert any("Dupont" in row[0] for row in rows.values())
    assert len(warned_rows(path, content)) == 1


def test_a_cell_of_two_lines_that_a_bare_quote_tears_is_named(path):
    content = 'Nom;Ville;CP\nDupont;"Metz "Est"\nNord";57\nRoux;Lyon;69\nPetit;Nancy;54\n'

    assert warned_rows(path, content, Problem.QUOTE_TAKEN_AS_TEXT) == [2]


def test_no_more_than_some_doubtful_rows_are_named(path):
    content = "Nom;Ville\n" + 'Dupont;"Metz\nPetit;5\'10"\n' * (MOST_ROWS_NAMED + 1)

    assert warned_rows(path, content) == list(range(2, MOST_ROWS_NAMED + 2))


@pytest.mark.parametrize(
    "content",
    [
        'Nom;Adresse\nDupont;"3, rue\r\ndes Lilas"\nPetit;x\n',
        'Nom,Adresse\nDupont,"3, rue des Lilas\n57000 Metz"\nPetit,x\n',
        'Nom;Note;CP\nDupont;"payé; puis rappelé\nle 3 mai";57000\nPetit;x;1\n',
        'Nom;Note\nDupont;"fin\n"',
        "Nom;Ville\nDupont;Metz",
        'Note\n"une ligne\nune autre, encore"\n',
    ],
)
def test_text_of_several_lines_between_quotes_is_no_reason_to_complain(path, content):
    assert warned_rows(path, content) == []
    assert warned_rows(path, content, Problem.QUOTE_TAKEN_AS_TEXT) == []


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\x1a", "\r\n\x1a"])
def test_the_end_mark_of_old_programs_is_left_out(path, encoding, end):
    assert rows_of(path, f"Nom;Ville\r\nRémy;Metz{end}".encode(encoding)) == {
        1: ["Nom", "Ville"], 2: ["Rémy", "Metz"],
    }  # fmt: skip


def test_an_empty_cell_between_two_keeps_its_place(path):
    assert rows_of(path, "a;;c\n")[1] == ["a", "", "c"]


def test_many_rows_come_in_batches_and_none_is_lost(path):
    path.write_text("n;e-mail\n" + "".join(f"{n};p{n}@acme.example\n" for n in range(10_000)))

    messages, rows = read(path)

    assert len([message for message in messages if isinstance(message, Rows)]) == 3
    assert list(rows) == list(range(1, 10_002))
    assert rows[10_001] == ["9999", "p9999@acme.example"]


def test_keys_point_at_their_row_within_the_batch(path):
    path.write_text("Nom;E-mail\n\nDupont;D@acme.example\n")

    (batch,) = [message for message in read(path)[0] if isinstance(message, Rows)]

    assert batch.keys == [(1, "d@acme.example", 1, 2)]
    assert batch.rows[1] == (3, False, "Dupont\x1fD@acme.example", None, None, None)


def test_text_with_accents_comes_with_its_folded_form(path):
    path.write_text("Éloïse;Cœur\n", encoding="utf-8")

    (batch,) = [message for message in read(path)[0] if isinstance(message, Rows)]

    assert batch.rows[0][5].split() == ["eloise", "coeur"]


# --- limits


@pytest.mark.parametrize("before", [0, 1, 5_000])
def test_a_cell_that_is_too_long_is_named_by_its_row(path, before):
    path.write_text("Dupont;Metz\n" * before + "x" * 40_000 + ";y\n")

    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert (caught.value.problem, caught.value.details) == (
        Problem.CELL_TOO_LONG,
        {"row": before + 1},
    )


def test_the_longest_cell_of_a_spreadsheet_is_read(path):
    assert rows_of(path, "x" * 32_767 + ";y\n")[1][0] == "x" * 32_767


def test_a_file_with_too_many_rows_is_refused(path):
    path.write_text("a;b\n" * 11)

    assert len(read(path, rows=11)[1]) == 11
    with pytest.raises(UnreadableError) as caught:
        read(path, rows=10)
    assert (caught.value.problem, caught.value.details) == (Problem.TOO_MANY_ROWS, {"most": 10})


def test_a_file_with_too_much_text_is_refused(path):
    path.write_text("aaaa;b\n" * 10)

    with pytest.raises(UnreadableError) as caught:
        read(path, text=50)
    assert caught.value.problem is Problem.TOO_MUCH_TEXT


def test_long_rows_come_in_smaller_batches(path):
    path.write_text(("x" * 30_000 + ";y\n") * 600)

    messages, rows = read(path)

    assert len([message for message in messages if isinstance(message, Rows)]) == 3
    assert len(rows) == 600
