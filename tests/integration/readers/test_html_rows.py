"""Rows of web pages have the numbers under which spreadsheet programs show them: one sheet for all."""

import shutil
import subprocess

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import Warned
from tests.integration.readers.read_sheets import messages_of, sheets_of
from tests.integration.readers.test_html_tables import cells, page, table


def numbered(content):
    """Number and first text of each row, in the order of the numbers."""
    return sorted((n, one[0]) for sheet in sheets_of(content) for n, one in sheet.rows.items())


def doubted_from(content):
    return [
        one.details["row"]
        for one in messages_of(content)
        if isinstance(one, Warned) and one.problem is Problem.PAGE_COUNTED_OTHERWISE
    ]


STACKED = {
    "one table": (table(cells("a"), cells("b")), [(1, "a"), (2, "b")]),
    "two tables": (table(cells("a"), cells("b")) + table(cells("c")), [(1, "a"), (2, "b"), (3, "c")]),
    "a table of titles, then the list": (
        table(cells("Nom", "Ville")) + "\n  " + table(cells("Dupont", "Metz"), cells("Petit", "Nancy")),
        [(1, "Nom"), (2, "Dupont"), (3, "Petit")],
    ),
    "rows without cells": (table(cells("a"), "", cells("b"), cells("")) + table(cells("c")), [(1, "a"), (3, "b"), (5, "c")]),
    "spans inside a table": (
        table("<td rowspan=2>a</td><td>x</td>", cells("y")) + table(cells("c")), [(1, "a"), (2, ""), (3, "c")],
    ),
    "hidden rows": (table(cells("a")).replace("<tr>", "<tr hidden>") + table(cells("b")), [(1, "a"), (2, "b")]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "rows"), STACKED.values(), ids=STACKED)
def test_tables_without_anything_between_them_are_counted_through(body, rows):
    assert numbered(page(body)) == rows
    assert doubted_from(page(body)) == []


def test_each_table_stays_a_sheet_with_its_own_titles():
    content = page(table(cells("Nom"), cells("Dupont")) + table(cells("Ville"), cells("Metz")))

    assert [(one.name, one.rows) for one in sheets_of(content)] == [
        ("Table 1", {1: ["Nom"], 2: ["Dupont"]}),
        ("Table 2", {3: ["Ville"], 4: ["Metz"]}),
    ]


DOUBTED = {
    "a text before": ("<h1>Clients</h1>" + table(cells("a")), [(1, "Clients"), (2, "a")], [1]),
    "a text between": (table(cells("a")) + "<p>et</p>" + table(cells("b")), [(1, "a"), (2, "et"), (3, "b")], [2]),
    "lines in a cell": (table(cells("a<br>x"), cells("b")), [(1, "a\nx"), (2, "b")], [2]),
    "lines in the last cell": (table(cells("a"), cells("b<br>x")), [(1, "a"), (2, "b\nx")], []),
    "paragraphs in a cell": (table(cells("a")) + table(cells("<p>b</p><p>x</p>")) + table(cells("c")), [(1, "a"), (2, "b\nx"), (3, "c")], [3]),
    "a caption": (table(cells("a")).replace("<tr>", "<caption>t</caption><tr>"), [(1, "a")], [1]),
    "more rows taken up than there are": (
        table("<td rowspan=3>a</td>") + table(cells("b")), [(1, "a"), (2, "b")], [2],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "rows", "row"), DOUBTED.values(), ids=DOUBTED)
def test_from_where_on_programs_count_otherwise_is_told(body, rows, row):
    assert numbered(page(body)) == rows
    assert doubted_from(page(body)) == row


TAKES_ROWS = {
    "a rule": "<hr>", "an empty paragraph": "<p></p>", "a blank paragraph": "<p>&nbsp;</p>",
    "a paragraph without end": "<p>", "a no-break space": "&#160;", "an anchor": "<a name=liste></a>",
    "an empty heading": "<h2></h2>", "a table without rows": "<table></table>", "a block of code": "<pre></pre>",
}  # fmt: skip
TAKES_NONE = {
    "a line break": "<br>", "a block": "<div> </div>", "a comment": "<!-- x -->", "a form": "<form></form>",
    "a picture": "<img src=x>", "a style": "<style>p{}</style>", "a list": "<ul></ul>",
}  # fmt: skip


@pytest.mark.parametrize("between", TAKES_ROWS.values(), ids=TAKES_ROWS)
def test_what_is_empty_but_may_take_rows_puts_the_rows_behind_it_in_doubt(between):
    content = page(table(cells("a")) + between + table(cells("b")))

    assert numbered(content) == [(1, "a"), (2, "b")]
    assert doubted_from(content) == [2]
    assert doubted_from(page(table(cells("a")) + between)) == [], "no row is behind it"


@pytest.mark.parametrize("between", TAKES_NONE.values(), ids=TAKES_NONE)
def test_what_takes_no_rows_puts_none_in_doubt(between):
    assert doubted_from(page(table(cells("a")) + between + table(cells("b")))) == []


def test_a_line_break_before_the_first_table_puts_all_rows_in_doubt():
    assert doubted_from(page("<br>" + table(cells("a")))) == [1]


def test_the_foot_of_a_table_which_some_leave_out_is_in_doubt_with_all_behind_it():
    foot = table(cells("Nom")).replace("</table>", "<tfoot><tr><td>Total</td></tr></tfoot></table>")

    assert numbered(page(foot)) == [(1, "Nom"), (2, "Total")]
    assert doubted_from(page(foot)) == [2]


SEVERAL_ROWS = {
    "a break before": "<br>a", "two breaks behind": "a<br><br>", "a rule": "a<hr>", "code": "<pre>a</pre>",
    "a blank paragraph behind": "<p>a</p><p>&nbsp;</p>",
}  # fmt: skip
ONE_ROW = {
    "nothing": "", "a break only": "<br>", "a break behind": "a<br>", "a paragraph": "<p>a</p>", "a block": "\n<div>a</div>\n",
    "a blank paragraph only": "<p>&nbsp;</p>", "a paragraph with a break": "<p>a<br></p>", "a list": "<ul><li>a</ul>",
}  # fmt: skip


@pytest.mark.parametrize("inside", SEVERAL_ROWS.values(), ids=SEVERAL_ROWS)
def test_behind_a_cell_that_may_take_several_rows_all_is_in_doubt(inside):
    assert doubted_from(page(table(cells("x", inside), cells("b")))) == [2]


@pytest.mark.parametrize("inside", ONE_ROW.values(), ids=ONE_ROW)
def test_behind_a_cell_that_takes_one_row_nothing_is_in_doubt(inside):
    assert doubted_from(page(table(cells("x", inside), cells("b")))) == []


def test_a_table_in_a_cell_begins_in_the_row_of_the_cell():
    inner = table(cells("i1", "i2"), cells("i3", "i4"))
    content = page(table(cells("a"), cells("b", inner), cells("c")))

    assert [one.rows for one in sheets_of(content)] == [
        {1: ["a"], 2: ["b"], 3: ["c"]}, {2: ["i1", "i2"], 3: ["i3", "i4"]},
    ]  # fmt: skip
    assert doubted_from(content) == [3]


def test_a_page_without_tables_has_no_rows_to_look_up():
    assert doubted_from(page("<p>Dupont</p><p>Petit</p>")) == []


def test_a_row_in_doubt_loses_nothing():
    assert not Problem.PAGE_COUNTED_OTHERWISE.loses_content
    assert Problem.ONLY_TEXT_READ.loses_content


SURE = (
    *(table(cells("a")) + between + table(cells("b")) for between in TAKES_NONE.values()),
    *(table(cells("x", inside), cells("b")) for inside in ONE_ROW.values()),
)


@pytest.fixture(scope="module")
def shown_by_libreoffice(tmp_path_factory):
    """The first cells of each row, page by page: those of STACKED, then those of SURE."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("pages")
    bodies = [*(body for body, _rows in STACKED.values()), *SURE]
    for at, body in enumerate(bodies):
        (folder / f"{at}.xls").write_bytes(page(body))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76", "--outdir", folder / "out",
         *sorted(folder.glob("*.xls"))],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    shown = [(folder / "out" / f"{at}.csv").read_text() for at in range(len(bodies))]
    return [[line.split(";")[0] for line in one.splitlines()] for one in shown]


def test_libreoffice_shows_these_rows_under_the_same_numbers(shown_by_libreoffice):
    for lines, (_body, rows) in zip(shown_by_libreoffice, STACKED.values(), strict=False):
        assert [(n, lines[n - 1]) for n, _ in rows] == rows


def test_libreoffice_counts_as_we_do_wherever_nothing_is_in_doubt(shown_by_libreoffice):
    for lines, body in zip(shown_by_libreoffice[len(STACKED) :], SURE, strict=True):
        assert numbered(page(body))[-1] == (lines.index("b") + 1, "b"), body
