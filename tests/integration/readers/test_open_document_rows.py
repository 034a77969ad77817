"""Rows of OpenDocument sheets that no parser needs to see are read as the parser reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError
from tests.integration.readers.read_sheets import (
    messages_of,
    outcome_of,
    refusal_of,
    rows_of,
    sheet_of,
    warnings_of,
)
from tests.integration.readers.test_open_document import NAMES, cell, fods, p, row, table, zipped

LEFT_TO_ANOTHER = {Problem.ONLY_TEXT_READ, Problem.READ_BY_ANOTHER}
BY_THE_PARSER = "<!-- what follows a comment is for the parser alone -->"
TEXTS = st.sampled_from([
    "Dupont", "Zoé &amp; Paul", "d&apos;Arc", "deux  blancs", " devant", "derrière ", "a\tb", "a\nb",
    "&#233;", "x<text:s/>y", "x<text:line-break/>y", "]]&gt;", "06 12 34 56 78", "1234,50", "#N/A", "",
    '<text:a xlink:href="mailto:zoe@acme.example" xlink:type="simple">zoe@acme.example</text:a>',
    '<text:a xlink:href="https://acme.example/?a=1&amp;b=2"> Acme </text:a>',
    '<text:a xlink:href="#Feuille2">ici</text:a> et là', "<text:span>en gras</text:span>",
])  # fmt: skip
ABOUT = st.sampled_from([
    "", ' office:value-type="string"', ' table:style-name="ce1" office:value-type="string"',
    ' office:value-type="float" office:value="1234.5"', ' office:value-type="float" office:value="42"',
    ' office:value-type="date" office:date-value="1990-05-04"',
    ' office:value-type="boolean" office:boolean-value="true"', ' table:number-columns-repeated="3"',
    ' office:value-type="string" office:string-value="stored"',
    ' table:formula="of:=&quot;Zoé&quot;&amp;[.A1]" office:value-type="string"',
    " office:value-type='string'", ' office:value-type="string" calcext:value-type="error"',
    ' table:number-columns-spanned="2" table:number-rows-spanned="1"', ' loext:value-type="float"',
    ' office:value-type="time" office:time-value="PT08H15M00S"', ' table:formula="a>b"',
])  # fmt: skip
INSIDES = st.lists(TEXTS, max_size=2).map(lambda texts: "".join(map(p, texts)))
ANY_CELL = st.builds("<table:table-cell{}>{}</table:table-cell>".format, ABOUT, INSIDES)
COMMENTED = cell(f"<office:annotation><dc:creator>Paul</dc:creator>{p('vu')}</office:annotation>")
CELLS = st.one_of(
    ANY_CELL,
    ABOUT.map("<table:table-cell{}/>".format),
    st.sampled_from(["<table:covered-table-cell/>", "\n   ", COMMENTED, "<table:table-cell />"]),
)
ROW_ABOUT = st.sampled_from([
    "", ' table:visibility="collapse"', ' table:visibility="filter"', ' table:style-name="ro1"',
    ' table:number-rows-repeated="3"', ' table:style-name="a>b"',
])  # fmt: skip
ROWS = st.one_of(
    st.builds(
        "<table:table-row{}>{}</table:table-row>".format,
        ROW_ABOUT,
        st.lists(CELLS, max_size=5).map("".join),
    ),
    st.sampled_from([
        '<table:table-row-group table:display="false">', "</table:table-row-group>", "\n ",
        "</table:table><table:table table:name='Deux'>", "<table:table-header-rows>",
        "</table:table-header-rows>", "<table:table-row/>", "<table:table-row><table:table-cell/>",
        "<table:table-row><table:table-cell><table:table table:name='inner'>", "</table:table-cell>",
        "<text:soft-page-break/>", "<table:shapes>", "</table:shapes>", "\x01", "<![CDATA[",
    ]),
)  # fmt: skip


def outcome(content):
    try:
        return messages_of(content)
    except UnreadableError as error:
        return error.problem


@given(st.lists(ROWS, max_size=8).map("".join))
def test_the_quick_way_and_the_parser_read_the_same(rows):
    content = fods(table(rows)).replace(
        b"<office:document ", b'<office:document xmlns:loext="urn:a" '
    )
    alone = content.replace(b"<office:body>", BY_THE_PARSER.encode() + b"<office:body>")
    assert outcome(content) == outcome(alone)


@pytest.mark.parametrize("prefix", ["office", "table", "text"])
def test_prefixes_that_mean_something_else_are_understood(prefix):
    content = fods(table(row(cell(p("Dupont"))))).decode()
    usual = f"urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"
    declared = f'xmlns:{prefix}="{usual}"'
    assert declared in NAMES
    before, body = (
        content.replace(f"<{prefix}:", "<own:").replace(f"</{prefix}:", "</own:").split(declared)
    )
    renamed = f'{before}xmlns:{prefix}="urn:other" xmlns:own="{usual}"{body}'

    assert rows_of(zipped(renamed)) == {1: ["Dupont"]}


def test_rows_of_another_language_with_the_same_names_are_no_rows():
    foreign = '<x xmlns:table="urn:other">' + row(cell(p("nobody"))) + "</x>"
    content = fods(table(row(cell(p("Dupont"))), foreign, row(cell(p("Petit")))))

    assert rows_of(content) == {1: ["Dupont"], 2: ["Petit"]}


def test_rows_in_a_comment_or_in_data_are_no_rows():
    hidden = row(cell(p("nobody")))
    content = fods(table(row(cell(p("Dupont"))), f"<!-- {hidden} --> ", row(cell(p("Petit")))))

    assert rows_of(content) == {1: ["Dupont"], 2: ["Petit"]}
    assert rows_of(fods(table(f"<![CDATA[{hidden}]]>", row(cell(p("Petit")))))) == {1: ["Petit"]}


def test_many_rows_are_read_wherever_the_document_is_cut():
    rows = [[f"Dupont {n}", "é" * (n % 7), f"06 12 34 {n:05}"] for n in range(3_000)]
    sheet = sheet_of(fods(table(*(row(*(cell(p(text)) for text in one)) for one in rows))))

    expected = {n: [one if one else "" for one in texts] for n, texts in enumerate(rows, 1)}
    assert sheet.rows == expected


@pytest.mark.parametrize("sign", ["\x01", "\ufffe", "\uffff", "]]>"])
def test_what_xml_does_not_allow_is_left_to_another_reader_in_any_row(sign):
    content = fods(table(row(cell(p("Dupont"))), row(cell(p(f"Zo{sign}é")))))

    assert warnings_of(content) == LEFT_TO_ANOTHER


def test_bytes_that_are_no_text_are_left_to_another_reader_in_any_row():
    content = fods(table(row(cell(p("Dupont"))), row(cell(p("Zoé")))))
    stray = content.replace("Zoé".encode(), b"Zo\xe9")

    assert rows_of(stray) == {1: ["Dupont"], 2: ["Zoé"]}
    assert warnings_of(stray) == LEFT_TO_ANOTHER


@pytest.mark.parametrize("attributes", ['office:value="1" office:value="2"', "a=1"])
def test_attributes_that_are_none_are_left_to_another_reader_in_any_row(attributes):
    content = fods(
        table(
            row(cell(p("Dupont"))),
            f"<table:table-row><table:table-cell {attributes}/></table:table-row>",
        )
    )

    assert warnings_of(content) == LEFT_TO_ANOTHER


def test_of_a_cell_that_no_reader_can_tell_only_lines_are_read_in_any_row():
    torn = '<table:table-row><table:table-cell a="1"b="2"/></table:table-row>'

    assert outcome_of(fods(table(row(cell(p("Dupont"))), torn))) is Problem.ONLY_LINES_READ


@pytest.mark.parametrize("written", ["-a16384", "2x", "9" * 5_000, "0", "\N{SUPERSCRIPT TWO}"])
@pytest.mark.parametrize("attribute", ["columns", "rows"])
def test_where_a_repeat_is_no_number_only_lines_are_read_in_any_row(attribute, written):
    about = f'table:number-{attribute}-repeated="{written}"'
    torn = {
        "columns": f"<table:table-row><table:table-cell {about}/></table:table-row>",
        "rows": f"<table:table-row {about}>{cell(p('x'))}</table:table-row>",
    }

    outcome = outcome_of(fods(table(row(cell(p("Dupont"))), torn[attribute])))

    assert outcome is Problem.ONLY_LINES_READ


def test_a_text_as_large_as_the_limit_is_read_though_its_markup_is_larger():
    rows = table(*[row(cell(p("Dupont")))] * 500)
    assert len(rows) > 30_000

    assert len(rows_of(fods(rows), text=8_000)) == 500
    assert refusal_of(fods(rows), text=2_000) is Problem.TOO_MUCH_TEXT
