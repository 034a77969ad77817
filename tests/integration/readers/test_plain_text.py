"""The last reader of texts: a form that nobody can follow hides nobody from a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers import plain_text
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError, Warned
from dsr_desktop.readers.parts import ReadSheet
from tests.integration.readers import test_excel_xml as excel
from tests.integration.readers import test_open_document as ods
from tests.integration.readers.read_sheets import (
    messages_of,
    refusal_of,
    rows_of,
    without_empty_ends,
)
from tests.integration.readers.test_html_tables import cells, page, table


@pytest.fixture
def lines():
    """The lines of a text; the reader's parts are taken one after the other."""

    def read_lines(content, reader=plain_text.read_lines, **limits):
        rows = {}
        for part in reader(Document("liste", content=content), Limits(**limits)):
            if isinstance(part, ReadSheet):
                rows = {row.n: [*row.cells] for row in part.rows if row.cells}
        return rows

    return read_lines


def test_each_line_is_a_row_of_its_number(lines):
    assert lines("Dupont  Zoé\r\n\r\nPetit\r\n".encode("cp1252")) == {
        1: ["Dupont  Zoé"], 3: ["Petit"],
    }  # fmt: skip


def test_marks_and_packed_bytes_are_no_rows(lines):
    card = [b"BEGIN:VCARD", b"VERSION:3.0", b"FN:Zoe Dupont", b"PHOTO;ENCODING=b:", b"A" * 76]

    assert lines(b"\n".join([*card, b"dn: ", b"-", b"END:VCARD", b""])) == {3: ["FN:Zoe Dupont"]}


def test_a_long_line_is_cut_into_cells_at_a_blank(lines):
    (cut,) = lines(b"Dupont " * 10_000).values()

    assert [len(cell) for cell in cut] == [32_766, 32_766, 4_465]
    assert set(" ".join(cut).split()) == {"Dupont"}


def test_a_line_without_an_end_is_refused(lines):
    with pytest.raises(UnreadableError, match=Problem.CELL_TOO_LONG):
        lines(b"x" * 1_000_001)


@pytest.mark.parametrize("content", [bytes(100), b"Dupont\0Zoe\0\0Petit"])
def test_what_is_no_text_is_refused(lines, content):
    with pytest.raises(UnreadableError, match=Problem.NOT_TEXT):
        lines(content)


# --- markup


def test_rows_of_a_page_cut_off_stay_rows():
    content = page("<p>Liste</p>" + table(cells("Dupont", "Zo&eacute;<br>9 rue"), cells("Petit")))

    assert rows_of(content[: content.index(b"Petit") + 5] + b"</td><a hr") == {
        1: ["Liste"], 2: ["Dupont", "Zoé", "9 rue"], 3: ["Petit", "<a hr"],
    }  # fmt: skip


def test_an_address_that_only_a_link_shows_is_read():
    content = page(table("<td><a href='mailto:zoe@dupont.example?subject=x'>Zoé</a></td>"))

    assert rows_of(content + b"<table><tr><td cl")[1] == ["zoe@dupont.example?subject=x", "Zoé"]


@pytest.mark.parametrize("share", [0.6, 0.8, 0.95])
@pytest.mark.parametrize(
    "whole",
    [
        ods.one_sheet(*ods.as_rows([["Dupont", "Zoé"]] * 300)),
        excel.as_workbook([["Dupont", "Zoé"]] * 300),
    ],
    ids=["fods", "Excel 2003 XML"],
)
def test_rows_before_the_place_where_a_flat_file_is_cut_off_stay_rows(whole, share):
    rows = list(rows_of(whole[: int(len(whole) * share)]).values())

    assert rows.count(["Dupont", "Zoé"]) >= (share - 0.5) * 300
    assert rows.count(["Dupont", "Zoé"]) >= len(rows) - 5


def test_a_mark_of_inline_text_does_not_part_a_name(lines):
    content = b"<table><tr><td>Du<b>pont</b></td><td>Zo&#233;</td></tr></table>"

    assert lines(content, plain_text.read_page_text) == {1: ["Dupont", "Zoé"]}


@pytest.mark.parametrize(
    "trap", ["<!DOCTYPE x [<!ENTITY a 'Dupont'>]>", "<!ENTITY a SYSTEM 'file:///etc/passwd'>"]
)
def test_what_defines_text_is_refused(lines, trap):
    with pytest.raises(UnreadableError, match=Problem.DEFINES_TEXT):
        lines(b"<table>" + b"<tr>" * 30_000 + trap.encode(), plain_text.read_page_text)


@pytest.mark.parametrize("open_tag", ["<", "<td ", "<!--", "<td a='", "<![CDATA["])
def test_tags_without_an_end_take_no_time(lines, open_tag):
    rows = lines(open_tag.encode() * 200_000 + b"Dupont", plain_text.read_page_text)

    assert any("Dupont" in cell for row in rows.values() for cell in row)


@given(st.lists(st.lists(st.sampled_from(["Dupont", "Zoé & Co", "<9 rue>", "a > b"]), max_size=4)))
def test_any_table_comes_back_from_its_tags_alone(written):
    content = page(table(*[cells(*row) for row in written])) if written else page("")
    found = {}
    for part in plain_text.read_page_text(Document("liste", content=content), Limits()):
        if isinstance(part, ReadSheet):
            found = [[*row.cells] for row in part.rows]

    assert list(found) == list(without_empty_ends(written).values())


# --- XML of any kind

PEOPLE = """<?xml version="1.0" encoding="ISO-8859-1"?><!-- vu par Martin -->
<people xmlns:x="urn:x"><person id="7"><name>Dupont</name><mail>d@a.example</mail></person>
<person><name>Andr&#233; &amp; fils</name><note><![CDATA[dit <Dédé> & co]]></note></person>
<contact nom="Roux" mail="r@a.example"/><contact nom="Petit" mail='p@a.example'/></people>"""


def test_xml_of_any_kind_is_read_by_its_elements():
    content = PEOPLE.encode("latin-1")

    assert messages_of(content)[0].format == "xml"
    assert list(rows_of(content).values()) == [
        ["vu par Martin"], ["7", "Dupont", "d@a.example"], ["André & fils", "dit <Dédé> & co"],
        ["Roux", "r@a.example"], ["Petit", "p@a.example"],
    ]  # fmt: skip


def test_xml_that_is_read_whole_needs_no_warning_and_damaged_xml_is_read_as_well():
    assert not [one for one in messages_of(PEOPLE.encode()) if isinstance(one, Warned)]
    assert list(rows_of(PEOPLE[:200].encode()).values())[1] == ["7", "Dupont", "d@a.example"]


def test_xml_in_one_line_of_many_people_has_a_row_for_each():
    line = "".join(f"<p><n>Dupont {n}</n><m>p{n}@a.example</m></p>" for n in range(5_000))
    rows = rows_of(f'<?xml version="1.0"?><all>{line}</all>'.encode())

    assert rows[1] == ["Dupont 0", "p0@a.example"]
    assert (len(rows), rows[5_000]) == (5_000, ["Dupont 4999", "p4999@a.example"])


@pytest.mark.parametrize("size", [10, 70_000, 300_000])
def test_plain_stretches_of_any_length_are_read(size):
    rows = rows_of(
        f"<?xml version='1.0'?><a><![CDATA[{'<x> ' * size}Dupont]]></a>".encode(),
        cell_characters=10**7,
    )

    assert "Dupont" in "".join(cell for row in rows.values() for cell in row)


def test_xml_that_defines_text_stays_refused():
    trap = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "Dupont">]><a>&b;</a>'
    late = (
        b'<?xml version="1.0"?><!--' + b" " * 9_000 + b'--><!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'
    )

    assert refusal_of(trap) is Problem.DEFINES_TEXT
    assert refusal_of(late) is Problem.DEFINES_TEXT


def test_the_warning_says_that_something_may_be_missed():
    assert Problem.ONLY_LINES_READ.loses_content
    warned = [one for one in messages_of(b"<table><tr><td>x<td cl") if isinstance(one, Warned)]
    assert [one.problem for one in warned] == [Problem.ONLY_LINES_READ, Problem.READ_BY_ANOTHER]
