"""Damaged markup that can be followed: its rows and texts stay what and where they are."""

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers import loose_documents
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileFound, UnreadableError
from dsr_desktop.readers.parts import ReadSheet
from tests.integration.readers import test_excel_xml as excel
from tests.integration.readers.read_sheets import (
    messages_of,
    outcome_of,
    read_or_refuse,
    refusal_of,
    rows_of,
    sheets_of,
    tables,
    warnings_of,
    without_empty_ends,
)
from tests.integration.readers.test_html_tables import as_page, cells, page
from tests.integration.readers.test_html_tables import table as html_table
from tests.integration.readers.test_open_document import (
    as_rows,
    cell,
    fods,
    one_sheet,
    p,
    row,
    table,
    zipped,
)
from tests.integration.readers.test_word import cell as word_cell
from tests.integration.readers.test_word import paragraph, word
from tests.integration.readers.test_word import table as word_table

READ_LOOSELY = {Problem.ONLY_TEXT_READ, Problem.READ_BY_ANOTHER}
TORN = "<text:p>a & b</text:p>"
"""What no parser takes, and what makes no row or cell doubtful."""


def torn(*rows):
    return one_sheet(*rows, row(cell(TORN)))


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ("<text:p>Dupont & Fils</text:p>", "Dupont & Fils"),
        ("<text:p>Zoé <zoe@acme.example></text:p>", "Zoé <zoe@acme.example>"),
        ("<text:p><zoe></text:p>", "<zoe>"),
        ("<text:p>a < b > c</text:p>", "a < b > c"),
        ("<text:p>Zo\x01é\x0b</text:p>", "Zoé"),
        ("<text:p>Dupont&nbsp;&eacute;&#233;&#xE9;</text:p>", "Dupont ééé"),
        ("<text:p>&amp;lt;&xxe;&unknown</text:p>", "&lt;&xxe;&unknown"),
        ("<text:p>Dupont", "Dupont"),
        ("<text:p>Dupont</text:p></text:p>", "Dupont"),
        ("<text:p>Dupont</text:span>, Zoé</text:p>", "Dupont, Zoé"),
        ("<text:p>Dupont</text:p><text:p>Metz &</text:p>", "Dupont\nMetz &"),
        ("<text:p>a<text:s/>b<text:tab/>c<text:line-break/>& d</text:p>", "a b c\n& d"),
        ("<text:p>a <!-- b --> & c</text:p>", "a & c"),
        ("<text:p>a <!-- & c</text:p>", "a <!-- & c"),
        ("<text:p><![CDATA[a < b]]> & c</text:p>", "a < b & c"),
        ("<office:annotation><dc:creator>Paul</dc:creator><text:p>vu & lu</text:p></office:annotation><text:p>Zoé</text:p>", "Paul\nvu & lu\nZoé"),
    ],
)  # fmt: skip
def test_text_that_was_written_as_it_is_stays_what_it_is(inside, read):
    content = one_sheet(
        row(cell(p("avant")), cell(inside), cell(p("après"))),
        row(cell(p("Petit"))),
        row(cell(TORN)),
    )

    for document in (content, zipped(content)):
        assert rows_of(document) == {1: ["avant", read, "après"], 2: ["Petit"], 3: ["a & b"]}
        assert warnings_of(document) == READ_LOOSELY


@pytest.mark.parametrize(
    "rows",
    [
        ["<table:table-row><table:table-cell><text:p>a", "<table:table-row><table:table-cell><text:p>b"],
        [f"<table:table-row>{cell(p('a'))}", row(cell(p("b")))],
        [row("<table:table-cell><text:p>a</text:p>"), row(cell(p("b")))],
    ],
)  # fmt: skip
def test_rows_that_are_not_closed_never_run_together(rows):
    assert rows_of(torn(*rows)) == {1: ["a"], 2: ["b"], 3: ["a & b"]}


@pytest.mark.parametrize(
    "inside",
    [
        '<table:table-row <table:table-cell office:x="1"/>',
        '<table:table-row a="1"b="2"><table:table-cell/></table:table-row>',
        '<table:table-row a="<table:table-row">',
        "<table:table-cell",
    ],
)
def test_where_rows_cannot_be_told_apart_only_lines_are_read(inside):
    assert outcome_of(torn(row(cell(p("Dupont"))), inside)) is Problem.ONLY_LINES_READ


@pytest.mark.parametrize(
    "rows",
    [
        row("<text:p>a</text:p></table:table-cell>" + cell(p("b"))),
        row(cell(p("a"))) + cell(p("b")) + "</table:table-row>" + row(cell(p("c"))),
        row(cell(p("a"))) + "</table:table-row>" + row(cell(p("b"))),
        "</table:table>" + row(cell(p("a"))) + "</table:table><table:table>",
    ],
    ids=["a cell", "a row with a cell", "a row without cells", "a table"],
)
def test_a_lost_beginning_moves_nothing_into_the_place_before(rows):
    assert outcome_of(torn(rows)) is Problem.ONLY_LINES_READ


def test_lost_beginnings_in_excel_xml_and_word_are_refused_too():
    workbook = excel.as_workbook([["Dupont", "Zoé"], ["Petit", "Jean"]])
    letter = word(word_table(word_cell("a") + word_cell("b")))

    torn_workbook = re.sub(rb"<((?:\w+:)?)Cell\b[^>]*>", b"", workbook, count=1)
    assert outcome_of(torn_workbook) is Problem.ONLY_LINES_READ
    with pytest.raises(UnreadableError, match=Problem.DAMAGED):
        loosely(loose_documents.read_loose_word, without_first(b"<w:tc>", letter))


def without_first(tag, packed):
    """Return a zip file without the first of these tags."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(tag, b"", 1))
    return changed.getvalue()


def test_repeated_rows_and_cells_stand_where_they_stand():
    content = torn(
        row(cell(p("a"), table__number_columns_repeated=2), cell(table__number_columns_repeated=3), cell(p("b"))),
        row(cell(p("c")), table__number_rows_repeated=3),
        row(cell(), table__number_rows_repeated=100),
    )  # fmt: skip

    assert rows_of(content) == {
        1: ["a", "a", "", "", "", "b"], 2: ["c"], 3: ["c"], 4: ["c"], 105: ["a & b"],
    }  # fmt: skip


def test_a_number_without_text_is_read():
    assert rows_of(torn(row(cell(office__value_type="float", office__value="12.5"))))[1] == ["12.5"]


def test_sheets_keep_their_names():
    content = fods(table(row(cell(p("x"))), name="Été & Co") + table(row(cell(TORN)), name="Deux"))

    assert [(one.name, one.rows) for one in sheets_of(content)] == [
        ("Été & Co", {1: ["x"]}), ("Deux", {1: ["a & b"]}),
    ]  # fmt: skip


@given(tables)
def test_any_table_that_only_lacks_escapes_comes_back(written):
    expected = without_empty_ends([[" ".join(text.split()) for text in line] for line in written])
    read = {
        n: [" ".join(text.split()) for text in line]
        for n, line in rows_of(torn(*as_rows(written))).items()
    }
    read.pop(len(written) + 1)

    assert read == expected


TRAPS = {
    "rows": (row(cell(p("x")), table__number_rows_repeated=5_000_001), Problem.TOO_MANY_ROWS),
    "text": (row(cell(p("x" * 3_000)), table__number_rows_repeated=1_000_000), Problem.TOO_MUCH_TEXT),
    "cells": (row(cell(p("x"), table__number_columns_repeated=2_000_000)), Problem.ONLY_LINES_READ),
    "cells beyond counting": (row(cell(table__number_columns_repeated=10**9), cell(p("x"))), Problem.ONLY_LINES_READ),
    "rows beyond counting": (row(cell(p("x")), table__number_rows_repeated=10**30), Problem.ONLY_LINES_READ),
    "no number": (row(cell(p("x")), table__number_rows_repeated="deux"), Problem.ONLY_LINES_READ),
    "tables in tables": ("<table:table>" * 60, Problem.OUT_OF_PROPORTION),
    "one giant cell": (row(cell(p("x" * 100_000))), Problem.CELL_TOO_LONG),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "problem"), TRAPS.values(), ids=TRAPS)
def test_traps_behind_damage_end_in_a_clear_problem(inside, problem):
    assert outcome_of(one_sheet(row(cell(TORN)), inside)) is problem


@pytest.mark.parametrize(
    "trap",
    [
        '<!DOCTYPE x [<!ENTITY a "Dupont">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd" [ ]>',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
    ],
)
def test_definitions_are_refused_wherever_they_stand(trap):
    behind = torn(row(cell(p("x & y"))), trap)
    before = torn(row(cell(p("&a;")))).replace(b"?>", b"?>" + trap.encode(), 1)

    assert refusal_of(behind) in {Problem.DEFINES_TEXT, Problem.DAMAGED}
    with pytest.raises(Exception, match=Problem.DEFINES_TEXT):
        loosely(loose_documents.read_loose_flat_sheets, behind)
    assert refusal_of(before) is Problem.DEFINES_TEXT


def loosely(read, content, **limits):
    """Rows of each sheet by its name, as the second reader alone has them."""
    found = []
    for part in read(Document("liste", content=content), Limits(**limits)):
        if isinstance(part, ReadSheet):
            rows = {one.n: [*one.cells] for one in part.rows}
            found.append((part.name, rows))
    return found


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_of_what_is_cut_off_only_lines_are_read(share):
    whole = one_sheet(*as_rows([["Dupont", "Zoé"]] * 500))
    workbook = excel.as_workbook([["Dupont", "Zoé"]] * 500)

    for content in (whole, workbook):
        assert outcome_of(content[: int(len(content) * share)]) is Problem.ONLY_LINES_READ


def test_a_zip_bomb_stays_refused():
    bomb = one_sheet(row(cell(TORN))).replace(
        b"<office:body>", b" " * 30_000_000 + b"<office:body>"
    )

    assert refusal_of(zipped(bomb), text=3_000_000) is Problem.TOO_MUCH_TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
def test_the_encoding_is_the_declared_one(encoding):
    content = torn(row(cell(p("Zoé")))).decode().replace("UTF-8", encoding).encode(encoding)

    assert rows_of(content) == {1: ["Zoé"], 2: ["a & b"]}


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "nobody-knows", "utf-32"])
def test_an_encoding_in_which_markup_may_hide_is_refused(encoding):
    content = torn(row(cell(p("Zoe")))).replace(b"UTF-8", encoding.encode())

    with pytest.raises(UnreadableError, match=Problem.DAMAGED):
        loosely(loose_documents.read_loose_flat_sheets, content)


def test_excel_xml_is_read_with_its_places():
    rows = (
        '<ss:Row ss:Index="3"><ss:Cell ss:Index="2"><ss:Data ss:Type="String">Dupont & Fils</ss:Data></ss:Cell>'
        '<ss:Cell ss:MergeAcross="2"><ss:Data ss:Type="String">a</ss:Data></ss:Cell>'
        '<ss:Cell><ss:Data ss:Type="Number">42</ss:Data></ss:Cell></ss:Row>'
        '<ss:Row ss:Span="4"/><ss:Row><ss:Cell><ss:Data ss:Type="String">b <x@y.example></ss:Data></ss:Cell></ss:Row>'
    )
    content = (
        '<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        "<o:DocumentProperties><o:Author>Paul</o:Author></o:DocumentProperties>"
        f'<ss:Worksheet ss:Name="Clients"><ss:Table>{rows}</ss:Table></ss:Worksheet></ss:Workbook>'
    ).encode()

    assert rows_of(content) == {3: ["", "Dupont & Fils", "a", "", "", "42"], 9: ["b <x@y.example>"]}
    assert [one.name for one in sheets_of(content)] == ["Clients"]
    assert warnings_of(content) == READ_LOOSELY


def test_a_word_document_is_read_text_and_tables():
    body = (
        paragraph("Dupont & Zoé").replace("&amp;", "&")
        + word_table(word_cell("a") + word_cell("b"), word_cell("c") + word_cell("d"))
        + paragraph("Fin")
        + "</w:p>"
    )
    read = dict(loosely(loose_documents.read_loose_word, word(body)))

    assert read["table 1"] == {1: ["a", "b"], 2: ["c", "d"]}
    assert [*read["text"].values()] == [["Dupont & Zoé"], ["Fin"]]
    assert warnings_of(word(body)) == READ_LOOSELY


def test_the_margins_and_comments_of_a_word_document_are_read():
    torn_letter = word(
        paragraph("Zoé") + "</w:p>", header1="<w:hdr><w:p><w:r><w:t>Acme</w:t></w:r></w:p></w:hdr>"
    )

    assert ("header1", {1: ["Acme"]}) in loosely(loose_documents.read_loose_word, torn_letter)


def test_a_page_that_a_script_without_end_swallows_is_read():
    content = page(html_table(cells("Dupont")) + "<script>var x" + html_table(cells("Petit")))

    assert [one.rows for one in sheets_of(content)][:2] == [{1: ["Dupont"]}, {3: ["Petit"]}]
    assert sheets_of(content)[2].rows == {2: ["var x"]}
    assert warnings_of(content) == READ_LOOSELY


@pytest.mark.parametrize("opening", ["<!-- ", "<style>", "<![foo[", "<!--[if gte mso 9]>"])
def test_a_page_with_a_stretch_without_end_is_read(opening):
    content = page(html_table(cells("Dupont")) + opening + html_table(cells("Zo&eacute;", "Metz")))

    rows = [row for one in sheets_of(content) for row in one.rows.values()]
    assert ["Dupont"] in rows
    assert ["Zoé", "Metz"] in rows
    assert warnings_of(content) == READ_LOOSELY


def test_a_damaged_page_in_doubtful_letters_is_asked_about_as_a_sound_one_is():
    rows = html_table(cells("Nuñez José", "Bréhat Éloïse"))
    sound, torn = (page(rows + tail).decode().encode("cp1252") for tail in ("", "<!-- "))

    def offered(content):
        found = [one for one in messages_of(content) if isinstance(one, FileFound)]
        return [encoding for encoding, _lines in found[-1].readings]

    assert offered(torn) == offered(sound) == ["cp1252", "cp1250"]
    assert warnings_of(torn) == READ_LOOSELY | {Problem.ENCODING_UNSURE}


def test_scripts_and_comments_with_an_end_stay_unseen():
    inside = "<script>if (a<b) '<td>non</td>'</script><!-- <td>non</td> --><STYLE>td{}</STYLE>oui"

    assert loosely(loose_documents.read_loose_page, page(html_table(cells(inside), "<TD COLSPAN=2>a<TD>b"))) == [
        ("table 1", {1: ["oui"], 2: ["a", "", "b"]}),
    ]  # fmt: skip


def test_links_out_of_the_page_are_kept_and_others_not():
    inside = "<a href='mailto:zoe@acme.example'>Zoé</a><a href='#haut'>^</a>"
    content = page(html_table(cells(inside)) + "<!-- ")

    assert sheets_of(content)[0].notes == {1: [(1, "link", "mailto:zoe@acme.example")]}


def test_the_second_reader_of_pages_reads_usual_pages_as_the_first_does():
    content = page(
        html_table(cells("Nom", "Ville"), cells("Zoé", "Metz")) + html_table(cells("Petit"))
    )
    first = [one.rows for one in sheets_of(content)]

    assert [rows for _, rows in loosely(loose_documents.read_loose_page, content)] == first


@given(tables)
def test_any_page_is_read_by_both_alike(written):
    def words(rows):
        return {n: [" ".join(text.split()) for text in line] for n, line in rows.items()}

    content = as_page(written)
    loose = loosely(loose_documents.read_loose_page, content)
    expected = without_empty_ends(written)
    if without_empty_ends([[text.strip() for text in line] for line in written]) == expected != {}:
        assert words(loose[0][1]) == words(rows_of(content))


@given(st.data())
def test_random_bytes_in_damaged_markup_end_clearly(data):
    content = bytearray(torn(*as_rows([["Dupont", "Zoé"]] * 5)))
    for place in data.draw(st.lists(st.integers(60, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(content))


@given(st.data())
def test_random_bytes_in_a_damaged_page_end_clearly(data):
    content = bytearray(page(html_table(*[cells("Dupont", "Zoé")] * 5) + "<script>"))
    for place in data.draw(st.lists(st.integers(6, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(content))


@pytest.mark.parametrize(
    "sign", ["<", "<!--", "<!", "&", "<a b=", "<a b='", "<![CDATA[", "<?", "<script>", "</", "<a "]
)
def test_signs_without_end_cost_no_endless_time(sign):
    content = page(html_table(cells("Dupont")) + sign * (400_000 // len(sign)) + "<!-- ")

    read_or_refuse(content)


@pytest.mark.parametrize("size", [65_500, 65_536, 131_072])
def test_a_long_document_is_read_the_same_wherever_it_is_cut(size):
    filler = "<!--" + "x" * size + "-->"
    content = torn(filler, *[row(cell(p("Zoé &amp; Paul")))] * 3_000)

    rows = rows_of(content)
    assert len(rows) == 3_001
    assert {tuple(cells) for n, cells in rows.items() if n <= 3_000} == {("Zoé & Paul",)}


def test_a_letter_packed_in_a_list_is_read_too():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("lettre.docx", word(paragraph("Petit") + "</w:p>"))

    assert [one.rows for one in sheets_of(packed.getvalue())] == [{1: ["Petit"]}]
    assert messages_of(packed.getvalue())
