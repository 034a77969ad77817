"""The erasure checklist as a workbook: text only, ready to be filtered, ticked and printed."""

import io
import tempfile
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from python_calamine import load_workbook

from dsr_desktop.domain.checklist import Checklist, ChecklistLine, UnreadSource, line_of_lost_row
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.checklist_xlsx import write_checklist_xlsx
from dsr_desktop.writers.workbook import Look, WorkbookSheet, sheet_names, write_workbook

ENGLISH = speak("en")
HEADINGS = ("File", "Sheet", "Hidden", "Row", "Cell", "Column", "Value", "What to do", "Done",
            "Date", "Initials", "Line")  # fmt: skip


def line(text="Camille Dupont", **changes):
    return replace(ChecklistLine("contacts.xlsx", "Contacts", 14, 3, "Name", text), **changes)


def written(*lines, **changes):
    made = Checklist(
        ref="DSR-2026-0005", company="Ateliers du Rhône", made_on=date(2026, 11, 23),
        received_on=date(2026, 11, 2), due_on=date(2026, 12, 2), lines=lines or (line(),),
        unread=(), rows_to_erase=14, rows_not_ours=2, rows_undecided=0, files_searched=12,
        rows_searched=48_210, fingerprint="9f3ac07be21d4456",
    )  # fmt: skip
    stream = io.BytesIO()
    write_checklist_xlsx(stream, replace(made, **changes), ENGLISH)
    stream.seek(0)
    return stream


@pytest.fixture
def book():
    return openpyxl.load_workbook(written(line("a"), line("b", row=15)))


def values(sheet):
    return list(sheet.iter_rows(values_only=True))


def value_of(text):
    """What a reader of the workbook gets for a value."""
    sheet = openpyxl.load_workbook(written(line(text)))["To erase"]
    return sheet["G2"].value


# --- the lines


def test_each_cell_is_a_line_below_the_headings(book):
    assert values(book["To erase"]) == [
        HEADINGS,
        (
            "contacts.xlsx",
            "Contacts",
            None,
            "14",
            "C14",
            "Name",
            "a",
            "Erase",
            "☐",
            None,
            None,
            None,
        ),
        (
            "contacts.xlsx",
            "Contacts",
            None,
            "15",
            "C15",
            "Name",
            "b",
            "Erase",
            "☐",
            None,
            None,
            None,
        ),
    ]


def test_the_headings_stay_in_sight_filter_the_lines_and_begin_each_printed_page(book):
    sheet = book["To erase"]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:L3"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_a_line_is_ticked_by_choosing_from_two_boxes(book):
    (choice,) = book["To erase"].data_validations.dataValidation

    assert str(choice.sqref) == "I2:I3"
    assert (choice.type, choice.formula1) == ("list", '"☐,☑"')


def test_every_cell_is_text_with_the_text_format(book):
    lines = [cell for row in book["To erase"] for cell in row]
    filled = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]

    assert {cell.number_format for cell in lines + filled} == {"@"}
    assert {cell.data_type for cell in filled} == {"s"}


def test_a_hidden_column_is_marked_and_one_left_out_at_the_import_told():
    stream = written(line(column_hidden=True), line("", not_stored=True))

    sheet = openpyxl.load_workbook(stream)["To erase"]
    assert sheet["C2"].value == "hidden column"
    assert sheet["G3"].value == "Left out at the import. Look at the cell in the file."


def test_hidden_sheets_and_rows_are_marked():
    hidden = written(line(sheet_hidden=True, row_hidden=True), line(row_hidden=True), line())

    sheet = openpyxl.load_workbook(hidden)["To erase"]

    assert [cell.value for cell in sheet["C"][1:]] == [
        "hidden sheet, hidden row",
        "hidden row",
        None,
    ]


def test_a_row_whose_import_is_gone_says_so():
    sheet = openpyxl.load_workbook(written(line_of_lost_row("old.xls", "Clients", 88)))["To erase"]

    assert [sheet[at].value for at in ("E2", "G2", "H2")] == [
        "88:88",
        "Its import was removed from the register. Look the row up in the file.",
        "Erase the row",
    ]


def test_a_checklist_of_thousands_of_lines_is_whole():
    book = load_workbook(written(*(line(f"value {n}", row=n) for n in range(2, 5002))))

    read = book.get_sheet_by_name("To erase").to_python()
    assert [row[6] for row in read[1:]] == [f"value {n}" for n in range(2, 5002)]


# --- values are text whatever they look like


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://evil.example","x")', "@SUM(1)", "-5", "+33612345678", "\t=1", "00123",
        "1e5", "TRUE", "#REF!", "2026-11-02", " padded ", "two\nlines", "<b>&amp;</b>", "]]>",
        "山田 花子", "Łukasz Ștefan", "🎈",
    ],
)  # fmt: skip
def test_a_value_comes_back_as_the_text_it_was(text):
    assert value_of(text) == text


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb\x1f", "_x0041_", "_x005F_", "a_x000D_b"])
def test_what_xml_cannot_hold_is_escaped_the_way_of_workbooks(text):
    assert unescape(value_of(text)) == text


def test_a_broken_character_does_not_break_the_workbook():
    assert value_of("caf\udce9") == "caf_xDCE9_"


def test_line_ends_of_windows_are_one_line_end():
    assert value_of("two\r\nlines") == "two\nlines"


def test_there_is_no_formula_in_the_file():
    stream = written(line("=1+1"), line("@SUM(1)"))

    with zipfile.ZipFile(stream) as archive:
        sheets = [ET.fromstring(archive.read(one)) for one in archive.namelist() if "sheet" in one]
    tags = {element.tag.rpartition("}")[2] for sheet in sheets for element in sheet.iter()}
    assert "c" in tags
    assert "f" not in tags


# --- the summary


def test_the_summary_comes_first_and_says_what_the_list_belongs_to(book):
    assert book.sheetnames == ["Summary", "To erase"]
    assert values(book["Summary"])[:6] == [
        ("Erasure checklist", None),
        ("Request", "DSR-2026-0005"),
        ("Company", "Ateliers du Rhône"),
        ("Received", "2 November 2026"),
        ("Due", "2 December 2026"),
        ("Made on", "23 November 2026"),
    ]


def test_the_summary_counts_what_was_found_and_searched(book):
    summary = values(book["Summary"])

    assert ("rows to erase", "14") in summary
    assert ("rows about someone else", "2") in summary
    assert ("rows undecided", "0") in summary
    assert ("rows searched", "48,210") in summary


def test_the_summary_names_unread_files_with_reason():
    unread = (UnreadSource("=salon.xls", "It holds {n} rows too many.", {"n": 2_000}),)

    summary = values(openpyxl.load_workbook(written(unread=unread))["Summary"])

    assert ("=salon.xls", "It holds 2,000 rows too many.") in summary
    assert any("1 file was not searched" in (row[1] or "") for row in summary)


def test_the_summary_says_what_is_still_open_and_what_the_list_is_not():
    made = written(rows_undecided=1, search_is_current=False)

    summary = "\n".join(row[1] or "" for row in values(openpyxl.load_workbook(made)["Summary"]))

    assert "1 row found is still undecided." in summary
    assert "Search again before you rely on it." in summary
    assert "An aid, not legal advice; the DPO decides." in summary
    assert "9f3ac07be21d4456" in summary


# --- the file


def test_properties_name_the_request_but_no_person(book):
    properties = book.properties

    assert properties.title == "Erasure checklist DSR-2026-0005"
    assert properties.creator == "DSR Desktop"
    assert properties.lastModifiedBy is None
    assert properties.language == "en"


def test_the_same_checklist_gives_the_same_bytes():
    assert written().getvalue() == written().getvalue()


def test_no_part_of_it_ever_lies_in_the_folder_for_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))

    assert written().getvalue()


def test_a_sheet_without_lines_and_headings_can_be_read():
    stream = io.BytesIO()
    sheet = WorkbookSheet("Empty", (10,), [[("only", Look.PLAIN)]])

    write_workbook(stream, [sheet], title="t", language="en", made_on=date(2026, 11, 23))

    assert values(openpyxl.load_workbook(stream)["Empty"]) == [("only",)]


@pytest.mark.parametrize(
    ("wanted", "made"),
    [
        (["Synthèse", "À effacer"], ("Synthèse", "À effacer")),
        (["a/b\\c:d*e?f[g]"], ("a b c d e f g",)),
        (["x" * 40], ("x" * 31,)),
        (["'quoted'"], ("quoted",)),
        ([""], ("1",)),
        (["Same", "same"], ("Same", "same 2")),
    ],
)
def test_names_of_sheets_are_made_to_fit(wanted, made):
    assert sheet_names(wanted) == made


def test_a_sheet_name_with_an_apostrophe_keeps_its_print_titles():
    stream = io.BytesIO()
    sheet = WorkbookSheet("L'été & co", (10,), [[("Title", Look.HEADING)]], heading_row=1)

    write_workbook(stream, [sheet], title="t", language="fr", made_on=date(2026, 11, 23))

    assert openpyxl.load_workbook(stream)["L'été & co"].print_title_rows == "$1:$1"


def test_rows_held_back_are_named_above_the_lines():
    notes = [
        row[1] for row in values(openpyxl.load_workbook(written(rows_held=2))["Summary"]) if row
    ]

    assert (
        "2 rows are held back by the suppression list and were not searched. "
        "Decide on them first." in notes
    )
    assert not any(
        "held back" in str(row) for row in values(openpyxl.load_workbook(written())["Summary"])
    )
