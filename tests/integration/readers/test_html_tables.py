"""HTML pages, mostly called xls: each table is a sheet, and no text is lost."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.html_tables import page_encoding
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from tests.integration.readers.read_sheets import (
    messages_of,
    outcome_of,
    read_or_refuse,
    refusal_of,
    rows_of,
    sheet_of,
    sheets_of,
    tables,
    warnings_of,
    without_empty_ends,
)


def page(body, head='<meta charset="utf-8">', encoding="utf-8"):
    return f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding)


def table(*rows):
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def cells(*texts):
    return "".join(f"<td>{text}</td>" for text in texts)


def as_page(rows):
    written = (cells(*(html.escape(text).replace("\n", "<br>") for text in row)) for row in rows)
    return page(table(*written))


def as_a_browser_shows(text):
    lines = (re.sub(r"[ \t]+", " ", line) for line in text.split("\n"))
    return re.sub(" *\n *", "\n", "\n".join(lines)).strip()


@given(tables)
def test_any_table_comes_back(rows):
    shown = [[as_a_browser_shows(text) for text in row] for row in rows]
    expected = without_empty_ends(shown)

    if expected:
        assert rows_of(as_page(rows)) == expected
    else:
        assert refusal_of(as_page(rows)) is Problem.NOTHING_INSIDE


@given(tables)
def test_any_table_comes_back_without_closing_tags(rows):
    sloppy = re.sub(rb"</(td|tr)>", b"", as_page(rows))
    expected = without_empty_ends([[as_a_browser_shows(text) for text in row] for row in rows])

    if expected:
        assert rows_of(sloppy) == expected


def test_every_table_is_a_sheet_and_the_text_around_them_another():
    body = f"<h1>Clients de Zoé</h1>{table(cells('Dupont'))}<p>Fin<br>vraiment</p>{table(cells('Petit'))}"
    sheets = sheets_of(page(body))

    assert [(one.name, one.rows) for one in sheets] == [
        ("Table 1", {2: ["Dupont"]}),
        ("Table 2", {5: ["Petit"]}),
        ("liste", {1: ["Clients de Zoé"], 3: ["Fin"], 4: ["vraiment"]}),
    ]


def test_a_page_without_a_table_is_text():
    assert rows_of(page("<ul><li>Dupont<li>Petit</ul>")) == {1: ["Dupont"], 2: ["Petit"]}


def test_the_format_and_its_encoding_are_named():
    assert messages_of(page(table(cells("x"))))[0] == FileFound("html", "utf-8")


def test_a_sheet_has_the_name_that_excel_or_a_caption_gave_it():
    excel = "<!--[if gte mso 9]><xml><x:Name>Clients 2026</x:Name></xml><![endif]-->"
    body = table(cells("a")) + table(cells("b")).replace(
        "<table>", "<table><caption>Anciens</caption>"
    )

    assert [one.name for one in sheets_of(page(body, excel))] == ["Clients 2026", "Anciens"]


def test_spans_move_cells_to_where_a_browser_shows_them():
    content = page(table(
        '<td rowspan=3>a</td><td colspan="2">b</td><td>c</td>',
        "<td>d</td><td rowspan='2'>e</td><td>f</td>",
        cells("g", "h"),
        cells("i"),
    ))  # fmt: skip

    assert rows_of(content) == {
        1: ["a", "b", "", "c"], 2: ["", "d", "e", "f"], 3: ["", "g", "", "h"], 4: ["i"],
    }  # fmt: skip


def test_a_span_of_zero_rows_lasts_to_the_end():
    content = page(table("<td rowspan=0>a</td><td>b</td>", cells("c"), cells("d")))

    assert rows_of(content) == {1: ["a", "b"], 2: ["", "c"], 3: ["", "d"]}


def test_empty_rows_count():
    assert rows_of(page(table(cells("a"), "", cells("&nbsp;"), cells("b")))) == {1: ["a"], 4: ["b"]}


def test_entities_blocks_and_scripts_read_as_a_browser_shows_them():
    inside = "Zo&eacute;&#8239;&amp;&#x20AC; <script>var x='<td>';</script><style>td{}</style><div>l&#39;une</div><p>l'autre</p>"

    assert rows_of(page(table(cells(inside)))) == {1: ["Zoé\u202f&€\nl'une\nl'autre"]}


def test_what_was_typed_into_a_form_is_read():
    inside = (
        '<input type="text" value="Dupont"><input type=hidden value=secret><textarea>Zoé</textarea>'
    )

    assert rows_of(page(table(cells(inside)))) == {1: ["Dupont\nZoé"]}


def test_the_conditions_of_office_pages_are_passed_over():
    body = "<table><tr><td>Dupont<![if !supportMisalignedColumns]><td>Petit<![endif]></table>"

    assert rows_of(page(body)) == {1: ["Dupont", "Petit"]}


def test_links_are_kept_with_their_cell():
    body = "<a href='mailto:zoe@exemple.example'>Zoé</a>"
    sheet = sheet_of(page(table(cells("x", body + '<a href="#haut">^</a>'))))

    assert sheet.notes == {1: [(2, "link", "mailto:zoe@exemple.example")]}


@pytest.mark.parametrize(
    ("columns", "hidden"),
    [
        ("<col><col style='display:none'><col>", {2}),
        ("<col><col span=3 hidden><col>", {2, 3, 4}),
        ("<col width=0 style='DISPLAY: NONE;mso-width-alt:0' span=2>", {1, 2}),
        ("<colgroup span=2></colgroup><colgroup hidden><col><col></colgroup><col>", {3, 4, 5}),
        ("<colgroup span=2 hidden></colgroup><colgroup><col></colgroup>", {1, 2}),
        ("<colgroup hidden></colgroup><colgroup span=1>", {1}),
        ("<col span=0 hidden><col style='visibility:collapse'>", {1, 2}),
        ("<col span=x hidden><col span=-4><col span='99999999999999999999' hidden>", {1, *range(3, 1_003)}),
        ("<col>" * 3, set()),
    ],
)  # fmt: skip
def test_hidden_columns_are_marked(columns, hidden):
    sheet = sheet_of(page(f"<table>{columns}<tr><td>a<td>b</table>"))

    assert sheet.hidden_columns == hidden
    assert sheet.rows == {1: ["a", "b"]}


def test_a_cell_over_no_column_is_one_wide_as_in_a_browser():
    assert rows_of(page("<table><tr><td colspan=0>a<td>b</table>")) == {1: ["a", "b"]}


# Blanks around the sign of an attribute make a tag of which only the parser can be sure.
def by_the_parser(text):
    return re.sub(r"<(\w+)(?=[ />])", r'<\1 lang = "fr"', text)


PIECES = st.sampled_from([
    "<tr>", "</tr>", "<TR class=x>", "<td>", "</td>", "<td colspan=2>", "<th rowspan='2' >", "</th >",
    '<td style="display:none" x:num="12.5">', "<td/>", "<br>", "<br/>", "<b>", "</b>", "<p>", "</p>",
    "<a href='mailto:zo&eacute;@a.example?x&amp;y'>", "</a>", "<caption>", "</caption>", "<font size=1>",
    "<td>Petit</td>", "<TH class=x> a\n b</TD >", "<td colspan=2>c</td>", "<td></td>", "<td>&lt;</th>",
    "<td/>Roux</td>", "<table>", "</table>", "<table hidden>", "<col hidden>", "<script>if (a<b) {'</td>'}</script>",
    "<!-- <tr><td>non --> ", "<o:p>", "</o:p>", "<![if !x]>", "<title>x</title>", "3 < 4", "Dupont ",
    " Zo&eacute;\n", "  ", "\xa0", "&amp", "&#233;", "<input value='Petit'>", "<td title='a>b'>",
])  # fmt: skip


@given(st.lists(PIECES, max_size=30))
def test_the_quick_way_and_the_parser_read_the_same(pieces):
    quick = "".join(pieces)

    assert outcome(page(f"<table><tr><td>{quick}")) == outcome(
        page(f"<table lang = fr><tr lang = fr><td lang = fr>{by_the_parser(quick)}")
    )


def outcome(content):
    try:
        return messages_of(content)
    except UnreadableError as error:
        return error.problem


@pytest.mark.parametrize("length", [65_000, 65_530, 65_536, 65_540, 131_000, 300_000])
def test_a_long_page_is_read_the_same_wherever_it_is_cut(length):
    before = "<p>" + "x" * 200 + "</p>\n"
    filler = (before * (length // len(before) + 1))[:length].rpartition("<p>")[0]
    content = page(filler + table(cells("Dupont", "Zo&eacute;")) * 300)

    assert [[*one.rows.values()] for one in sheets_of(content)[:300]] == [[["Dupont", "Zoé"]]] * 300


def test_hidden_tables_and_rows_are_marked():
    body = "<table style='display: none'><tr><td>a<tr style='display:none'><td>b<tr hidden><td>c</table>"
    sheet = sheet_of(page(body))

    assert sheet.hidden
    assert sheet.hidden_rows == {2, 3}


@pytest.mark.parametrize(
    ("cell", "text", "typed"),
    [
        ('<td x:num="33612345678">3,36E+10</td>', "33612345678", 33612345678),
        ('<td sdval="33612345678" sdnum="1036;">####</td>', "33612345678", 33612345678),
        ('<td sdval="42" sdnum="1036;0;00000">00042</td>', "00042", None),
        ('<td x:num="33000">04/05/1990</td>', "04/05/1990", None),
        ('<td sdval="12.5">12.5</td>', "12.5", 12.5),
        ("<td style='mso-number-format:\"\\@\"'>0612345678</td>", "0612345678", None),
        ("<td x:num>42</td>", "42", None),
    ],
)
def test_the_number_beside_a_text_replaces_only_a_rounded_one(cell, text, typed):
    sheet = sheet_of(page(table(cell)))

    assert sheet.rows == {1: [text]}
    assert sheet.typed == ({1: {"1": typed}} if typed is not None else {})


def test_a_large_table_inside_a_cell_is_a_sheet_of_its_own():
    inner = table(cells("a", "b"), cells("c", "d"))
    sheets = sheets_of(page(table(cells("avant", f"x{inner}y"), cells("après"))))

    assert [one.rows for one in sheets] == [
        {1: ["avant", "xy"], 2: ["après"]},
        {1: ["a", "b"], 2: ["c", "d"]},
    ]


def test_a_small_table_inside_a_cell_belongs_to_its_text():
    inner = table(cells("<a href='mailto:zoe@exemple.example'>Zoé</a>", "Petit"))
    sheet = sheet_of(page(table(cells("avant", f"x{inner}y"))))

    assert sheet.rows == {1: ["avant", "x\nZoé Petit\ny"]}
    assert sheet.notes == {1: [(2, "link", "mailto:zoe@exemple.example")]}


def test_inner_tables_in_every_row_do_not_make_thousands_of_sheets():
    inner = table(cells("a", "b"), cells("c", "d"))
    sheets = sheets_of(page(table(*[cells("Dupont", inner)] * 1_000)))

    assert len(sheets) == 201
    assert sheets[0].rows[1] == ["Dupont"]
    assert sheets[0].rows[1000] == ["Dupont", "a b\nc d"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="unknown-42">', "cp1252"),
        ('<meta charset="windows-1250">', "cp1250"),
        ('<meta charset="shift_jis">', "utf-8"),
        ("", "utf-16"),
        ('<meta charset="utf-8">', "utf-8-sig"),
    ],
)
def test_the_encoding_is_the_real_one(head, encoding):
    content = page(table(cells("Zoé", "Müller", "Éric")), head, encoding)

    assert rows_of(content) == {1: ["Zoé", "Müller", "Éric"]}


def test_a_stray_byte_in_a_page_is_read_and_named():
    people = table(*(cells("Éloïse", "Zoé", "René", "Anaïs") for _ in range(3)))
    content = page(people).replace(b"</table>", b"<tr><td>R\xe9my</td></tr></table>")

    assert rows_of(content)[4] == ["Rémy"]
    assert warnings_of(content) == {Problem.STRAY_BYTES}


def test_a_table_without_end_is_read_and_pointed_out():
    content = page(table(cells("Dupont")) + "<table><tr><td>Petit").removesuffix(b"</body></html>")

    assert [one.rows for one in sheets_of(content)] == [{1: ["Dupont"]}, {2: ["Petit"]}]
    assert warnings_of(content) == {Problem.TABLE_NOT_CLOSED}


def test_of_a_page_cut_off_inside_a_tag_only_lines_are_read():
    assert (
        outcome_of(page(table(cells("Dupont")) + "<table><tr><td cl")[:-14])
        is Problem.ONLY_LINES_READ
    )


def test_nuls_in_a_page_are_left_out_or_refused():
    content = page(table(*[cells("Dupont")] * 1_000))

    assert refusal_of(content[:200] + bytes(50) + content[200:]) is Problem.NOT_TEXT
    assert rows_of(content[:9_000] + bytes(50) + content[9_000:])[1000] == ["Dupont"]


def test_deep_tables_are_refused_and_deep_blocks_read():
    assert refusal_of(page("<table><tr><td>" * 100_000)) is Problem.OUT_OF_PROPORTION
    assert rows_of(page("<div>" * 100_000 + table(cells("Dupont")))) == {1: ["Dupont"]}


TRAPS = {
    "one giant cell": (page(table(cells("x" * 5_000_000))), Problem.CELL_TOO_LONG),
    "one giant line": (page("x" * 5_000_000), Problem.CELL_TOO_LONG),
    "one giant tag": (page(f"<table a='{'x' * 9_000_000}'>"), Problem.OUT_OF_PROPORTION),
    "one giant comment": (page("<!--" + "<x" * 3_000_000), Problem.OUT_OF_PROPORTION),
    "columns without end": (page(table("<td colspan=1000>x</td>" * 20)), Problem.ONLY_LINES_READ),
}


@pytest.mark.parametrize(("content", "problem"), TRAPS.values(), ids=TRAPS)
def test_traps_end_in_a_clear_problem(content, problem):
    assert outcome_of(content) is problem


def test_spans_beyond_reason_are_cut():
    first = "<td rowspan=999999999 colspan=99999999999999999999>a</td><td colspan=-3>b</td>"
    wide = [""] * 1_000

    assert rows_of(page(table(first, cells("c")))) == {1: ["a", *wide[1:], "b"], 2: [*wide, "c"]}


@given(st.data())
def test_random_bytes_anywhere_end_clearly(data):
    content = bytearray(page(table(*[cells("Dupont", "Zoé")] * 5)))
    for place in data.draw(st.lists(st.integers(6, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(content))


def test_no_warning_without_a_reason():
    assert not [one for one in messages_of(page(table(cells("x")))) if isinstance(one, Warned)]


def test_an_encoding_that_was_named_goes_before_the_declared_one():
    page = '<meta charset="iso-8859-1"><table><tr><td>Łódź</td></tr></table>'.encode("cp1250")

    assert page_encoding(Document("x.xls", content=page, encoding="cp1250")).name == "cp1250"
    assert page_encoding(Document("x.xls", content=page)).name == "cp1252"
