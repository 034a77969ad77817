"""Workbooks saved as XML by Excel 2003, and by the many programs that imitate it."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import FileFound
from tests.integration.readers.read_sheets import (
    messages_of,
    outcome_of,
    read_or_refuse,
    refusal_of,
    rows_of,
    sheet_of,
    sheets_of,
    tables,
    without_empty_ends,
)

NAMES = (
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:html="http://www.w3.org/TR/REC-html40"'
)
STYLES = """<Styles><Style ss:ID="Default"/>
<Style ss:ID="code"><NumberFormat ss:Format="00000"/></Style>
<Style ss:ID="below" ss:Parent="code"/>
<Style ss:ID="span"><NumberFormat ss:Format="[h]:mm:ss"/></Style></Styles>"""


def workbook(*sheets, before="", encoding="utf-8"):
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><?mso-application progid="Excel.Sheet"?>'
        f"{before}<Workbook {NAMES}>{STYLES}{''.join(sheets)}</Workbook>"
    ).encode(encoding)


def sheet(*rows, name="Clients", options=""):
    return f'<Worksheet ss:Name="{name}"><Table>{"".join(rows)}</Table>{options}</Worksheet>'


def row(*cells, about=""):
    return f"<Row {about}>{''.join(cells)}</Row>"


def cell(text="", kind="String", about="", after=""):
    data = f'<Data ss:Type="{kind}">{text}</Data>' if text else ""
    return f"<Cell {about}>{data}{after}</Cell>"


def visible(word):
    return f'<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>{word}</Visible></WorksheetOptions>'


def as_workbook(rows):
    exactly = {"\n": "&#10;", "\t": "&#9;"}
    written = (row(*(cell(escape(text, exactly)) for text in cells)) for cells in rows)
    return workbook(sheet(*written))


@given(tables)
def test_any_table_comes_back(rows):
    assert rows_of(as_workbook(rows)) == without_empty_ends(rows)


def test_the_format_is_named():
    assert messages_of(workbook(sheet(row(cell("x")))))[0] == FileFound("Excel 2003 XML", None)


def test_every_sheet_is_read_and_the_hidden_ones_are_marked():
    sheets = sheets_of(workbook(
        sheet(row(cell("a")), name="Un"),
        sheet(row(cell("b")), name="Deux", options=visible("SheetHidden")),
        sheet(row(cell("c")), name="Trois", options=visible("SheetVeryHidden")),
        sheet(row(cell("d")), name="Quatre", options=visible("SheetVisible")),
    ))  # fmt: skip

    assert [(one.name, one.hidden, one.rows) for one in sheets] == [
        ("Un", False, {1: ["a"]}),
        ("Deux", True, {1: ["b"]}),
        ("Trois", True, {1: ["c"]}),
        ("Quatre", False, {1: ["d"]}),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "iso-8859-15"])
def test_hidden_sheets_are_marked_in_every_encoding(encoding):
    content = workbook(sheet(row(cell("Zoé")), options=visible("SheetHidden")), encoding=encoding)

    assert [(one.hidden, one.rows) for one in sheets_of(content)] == [(True, {1: ["Zoé"]})]


def test_rows_and_cells_stand_where_their_index_says():
    content = workbook(sheet(
        row(cell("a"), cell("b", about='ss:MergeAcross="2"'), cell("c"), about='ss:Index="3"'),
        row(about='ss:Span="4"'),
        row(cell("d", about='ss:Index="5"'), cell("e")),
    ))  # fmt: skip

    assert rows_of(content) == {3: ["a", "b", "", "", "c"], 9: ["", "", "", "", "d", "e"]}


def test_elements_and_attributes_may_have_other_prefixes_or_none():
    content = workbook(sheet(row(cell("a", about='ss:Index="2"'))))
    prefixed = content.replace(b"xmlns:ss=", b"xmlns:y=").replace(b"ss:", b"y:")
    bare = content.replace(b" ss:", b" ")

    assert rows_of(prefixed) == rows_of(bare) == {1: ["", "a"]}


def test_a_workbook_with_prefixed_elements_is_recognised():
    content = f'<?xml version="1.0"?><ss:Workbook {NAMES.split(" ")[2]}><ss:Worksheet ss:Name="x"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="String">a</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>'

    assert rows_of(content.encode()) == {1: ["a"]}


@pytest.mark.parametrize(
    ("text", "kind", "style", "shown", "typed"),
    [
        ("42", "Number", "", "42", 42),
        ("42", "Number", "code", "00042", 42),
        ("42", "Number", "below", "00042", 42),
        ("33612345678.0", "Number", "", "33612345678", 33612345678),
        ("3.3612345678E10", "Number", "", "33612345678", 33612345678),
        ("12345678901234567890", "Number", "", "12345678901234567890", 12345678901234567890),
        ("12.50", "Number", "", "12.5", 12.5),
        ("1990-05-04T00:00:00.000", "DateTime", "", "1990-05-04", "1990-05-04T00:00:00"),
        ("2024-09-01T10:30:00.000", "DateTime", "", "2024-09-01 10:30:00", "2024-09-01T10:30:00"),
        ("1899-12-31T08:15:00.000", "DateTime", "", "08:15:00", "08:15:00"),
        ("1900-01-01T06:00:00.000", "DateTime", "span", "30:00:00", 108000.0),
        ("bientôt", "DateTime", "", "bientôt", None),
        ("1", "Boolean", "", "TRUE", True),
        ("#N/A", "Error", "", "#N/A", None),
        ("0042", "String", "", "0042", None),
    ],
)
def test_values_have_their_text_and_their_type(text, kind, style, shown, typed):
    about = f'ss:StyleID="{style}"' if style else ""
    read = sheet_of(workbook(sheet(row(cell(text, kind, about)))))

    assert read.rows == {1: [shown]}
    assert read.typed == ({1: {"1": typed}} if typed is not None else {})


def test_the_format_of_a_row_or_column_shows_its_cells():
    number = cell("42", "Number")
    content = workbook(sheet(
        '<Column/><Column ss:Index="3" ss:Span="1" ss:StyleID="code"/>',
        row(*[number] * 5),
        row(number, about='ss:StyleID="code"'),
    ))  # fmt: skip

    assert rows_of(content) == {1: ["42", "42", "00042", "00042", "42"], 2: ["00042"]}


def test_hidden_columns_are_marked():
    columns = (
        '<Column/><Column ss:Hidden="1" ss:Span="1"/><Column/><Column ss:Width="0"/>'
        '<Column ss:Index="9" ss:Hidden="1"/><Column ss:Index="16380" ss:Span="99" ss:Hidden="1"/>'
    )
    first, second, empty = sheets_of(workbook(
        sheet(columns, row(cell("a"))), sheet(row(cell("b"))), sheet('<Column ss:Hidden="1"/>'),
    ))  # fmt: skip

    assert first.hidden_columns == {2, 3, 5, 9, *range(16_380, 16_385)}
    assert (second.hidden_columns, empty.hidden_columns) == (set(), {1})


@pytest.mark.parametrize("about", ['ss:Hidden="1"', 'ss:Hidden="true"', 'ss:Height="0"'])
def test_a_row_is_hidden_by_name_or_by_its_height(about):
    content = workbook(sheet(row(cell("a"), about='ss:Hidden="0"'), row(cell("b"), about=about)))

    assert sheet_of(content).hidden_rows == {2}


def test_comments_links_formulas_and_hidden_rows_are_read():
    comment = '<Comment ss:Author="Paul"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>Vu</B><Font> avec Zoé</Font></ss:Data></Comment>'
    read = sheet_of(workbook(sheet(
        row(cell("a", after=comment), cell(after=comment), about='ss:Hidden="1"'),
        row(cell("b", about='ss:HRef="mailto:zoe@exemple.example"'), cell("c", about='ss:Formula="=&quot;Zoé&quot;"'), cell("2", "Number", 'ss:Formula="=1+1"')),
    )))  # fmt: skip

    assert read.rows == {1: ["a"], 2: ["b", "c", "2"]}
    assert read.hidden_rows == {1}
    assert read.notes == {
        1: [(1, "comment", "Paul: Vu avec Zoé"), (2, "comment", "Paul: Vu avec Zoé")],
        2: [(1, "link", "mailto:zoe@exemple.example"), (2, "formula", '="Zoé"')],
    }


def test_a_text_with_formatted_parts_is_read_whole():
    content = workbook(
        sheet(
            row(
                '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">Zoé <B>Petit</B></ss:Data></Cell>'
            )
        )
    )

    assert rows_of(content) == {1: ["Zoé Petit"]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
def test_entities_are_refused_in_every_encoding(encoding):
    before = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    content = workbook(sheet(row(cell("&a;&b;"))), before=before, encoding=encoding)

    assert refusal_of(content) is Problem.DEFINES_TEXT


TRAPS = {
    "one giant cell": (workbook(sheet(row(cell("x" * 5_000_000)))), Problem.CELL_TOO_LONG),
    "a column beyond all": (workbook(sheet(row(cell("x", about='ss:Index="99999"')))), Problem.ONLY_LINES_READ),
    "a row beyond counting": (workbook(sheet(row(cell("x"), about=f'ss:Index="{10**12}"'))), Problem.ONLY_LINES_READ),
    "an index that is none": (workbook(sheet(row(cell("x"), about='ss:Index="-5"'))), Problem.ONLY_LINES_READ),
    "no sheet": (workbook(), Problem.NOTHING_INSIDE),
}  # fmt: skip


@pytest.mark.parametrize(("content", "problem"), TRAPS.values(), ids=TRAPS)
def test_traps_end_in_a_clear_problem(content, problem):
    assert outcome_of(content) is problem


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9, 0.99])
def test_of_a_file_that_is_cut_off_only_lines_are_read(share):
    content = as_workbook([["Dupont", "Zoé"]] * 500)

    assert outcome_of(content[: int(len(content) * share)]) is Problem.ONLY_LINES_READ


@given(st.data())
def test_random_bytes_anywhere_end_clearly(data):
    content = bytearray(as_workbook([["Dupont", "Zoé"]] * 5))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(content))
