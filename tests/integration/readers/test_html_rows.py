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


@pytest.fixture(scope="module")
def shown_by_libreoffice(tmp_path_factory):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("pages")
    for at, (body, _rows) in enumerate(STACKED.values()):
        (folder / f"{at}.xls").write_bytes(page(body))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76", "--outdir", folder / "out",
         *sorted(folder.glob("*.xls"))],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    return [(folder / "out" / f"{at}.csv").read_text() for at in range(len(STACKED))]


def test_libreoffice_shows_these_rows_under_the_same_numbers(shown_by_libreoffice):
    for shown, (_body, rows) in zip(shown_by_libreoffice, STACKED.values(), strict=True):
        lines = [line.split(";")[0] for line in shown.splitlines()]
        assert [(n, lines[n - 1]) for n, _ in rows] == rows
