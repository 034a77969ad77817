"""Workbooks: sheets, types, row numbers."""

import datetime as dt
import itertools
import json

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileFound, Rows, SheetBegins, UnreadableError
from dsr_desktop.readers.reading import read_document


@pytest.fixture
def path(tmp_path):
    return tmp_path / "liste.xlsx"


def read(path, **limits):
    return list(read_document(Document.on_disk(path), Limits(**limits)))


def packed(messages):
    return list(itertools.chain.from_iterable(m.rows for m in messages if isinstance(m, Rows)))


def rows_of(path):
    return {row[0]: list(split_cells(row[2])) for row in packed(read(path))}


def typed_of(path):
    return {row[0]: json.loads(row[3]) for row in packed(read(path)) if row[3]}


def test_every_sheet_is_read_and_the_hidden_ones_are_marked(path, write_xlsx):
    write_xlsx(
        path, {"Clients": [["Dupont"]], "Anciens": [["Petit"]], "Vide": []}, hidden=["Anciens"]
    )

    messages = read(path)

    assert messages[0] == FileFound("xlsx", None)
    assert [(one.name, one.hidden) for one in messages if isinstance(one, SheetBegins)] == [
        ("Clients", False), ("Anciens", True), ("Vide", False),
    ]  # fmt: skip
    assert [split_cells(row[2]) for row in packed(messages)] == [("Dupont",), ("Petit",)]


def test_a_very_hidden_sheet_is_read_too(path):
    workbook = Workbook()
    workbook.active.append(["Dupont"])
    workbook.create_sheet("Secret").append(["Petit"])
    workbook["Secret"].sheet_state = "veryHidden"
    workbook.save(path)

    assert [one.hidden for one in read(path) if isinstance(one, SheetBegins)] == [False, True]


def test_a_sheet_that_is_a_chart_is_passed_over(path):
    workbook = Workbook()
    workbook.active.append(["Dupont", 1])
    workbook.create_chartsheet("Courbe").add_chart(BarChart())
    workbook.save(path)

    assert len([one for one in read(path) if isinstance(one, SheetBegins)]) == 1


def test_rows_and_columns_are_those_that_the_spreadsheet_shows(path):
    workbook = Workbook()
    workbook.active["C5"] = "Dupont"
    workbook.active["B9"] = "Petit"
    workbook.save(path)

    assert rows_of(path) == {5: ["", "", "Dupont"], 9: ["", "Petit"]}


def test_leading_zeros_of_text_are_kept(path, write_xlsx):
    write_xlsx(path, {"x": [["01000", "0612345678", "00042"]]})

    assert rows_of(path) == {1: ["01000", "0612345678", "00042"]}


def test_numbers_show_no_needless_decimals_and_are_kept_as_numbers(path, write_xlsx):
    write_xlsx(path, {"x": [[33612345678, 612345678.0, 12.5, -3, 0.1]]})

    assert rows_of(path) == {1: ["33612345678", "612345678", "12.5", "-3", "0.1"]}
    assert typed_of(path) == {1: {"1": 33612345678, "2": 612345678, "3": 12.5, "4": -3, "5": 0.1}}


def test_dates_and_times_are_shown_as_iso(path, write_xlsx):
    day, moment = dt.date(1990, 5, 4), dt.datetime(2024, 9, 1, 10, 30)
    write_xlsx(path, {"x": [[day, moment, dt.time(8, 15), "04/05/1990"]]})

    assert rows_of(path) == {1: ["1990-05-04", "2024-09-01 10:30:00", "08:15:00", "04/05/1990"]}
    assert typed_of(path)[1]["2"] == "2024-09-01T10:30:00"
    assert "4" not in typed_of(path)[1]


def test_a_duration_is_kept_in_seconds(path, write_xlsx):
    write_xlsx(path, {"x": [["Dupont", dt.timedelta(hours=30)]]})

    assert typed_of(path)[1]["2"] == 30 * 3600


def test_truth_is_shown_as_the_spreadsheet_does(path, write_xlsx):
    write_xlsx(path, {"x": [[True, False]]})

    assert rows_of(path) == {1: ["TRUE", "FALSE"]}
    assert typed_of(path) == {1: {"1": True, "2": False}}


def test_text_rows_have_no_typed_values(path, write_xlsx):
    write_xlsx(path, {"x": [["Dupont", "Camille"]]})

    assert typed_of(path) == {}


def test_every_script_and_sign_is_kept(path, write_xlsx):
    cells = ["Łukasz Żółć", "Νίκος", "東京", "O’Neil & <fils>", "🥳", "a\nb"]
    write_xlsx(path, {"Été «1»": [cells]})

    assert rows_of(path) == {1: cells}


def test_a_cell_over_the_limit_is_named_by_its_row(path, write_xlsx):
    write_xlsx(path, {"x": [["a"], ["b" * 100]]})

    with pytest.raises(UnreadableError) as caught:
        read(path, cell_characters=99)
    assert (caught.value.problem, caught.value.details) == (Problem.CELL_TOO_LONG, {"row": 2})


def test_a_workbook_with_too_many_rows_is_refused(path, write_xlsx):
    write_xlsx(path, {"x": [["a"]] * 5, "y": [["b"]] * 6})

    assert len(rows_of(path)) == 6
    with pytest.raises(UnreadableError) as caught:
        read(path, rows=5)
    assert caught.value.problem is Problem.TOO_MANY_ROWS


def test_a_cut_off_workbook_is_damaged(path, write_xlsx):
    write_xlsx(path, {"x": [["Dupont"]] * 500})
    path.write_bytes(path.read_bytes()[:-300])

    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.problem is Problem.DAMAGED
