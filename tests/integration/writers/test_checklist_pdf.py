"""The printed erasure checklist: what it says, in which order, and that nothing is lost."""

import io
from dataclasses import replace
from datetime import date

import pytest
from pdf_reading import Pdf

from dsr_desktop.domain.checklist import (
    Checklist,
    ChecklistLine,
    UnreadSource,
    line_of_lost_row,
)
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.checklist_pdf import write_checklist_pdf
from dsr_desktop.writers.fonts import SUBSTITUTE

ENGLISH = speak("en")
LONG_NOTE = "Asked to be called back after the trade fair in Lyon. " * 30


def line(text="Camille Dupont", **changes):
    return replace(ChecklistLine("contacts.xlsx", "Contacts", 14, 3, "Name", text), **changes)


def checklist(*lines, **changes):
    made = Checklist(
        ref="DSR-2026-0005", company="Ateliers du Rhône", made_on=date(2026, 11, 23),
        received_on=date(2026, 11, 2), due_on=date(2026, 12, 2), lines=lines or (line(),),
        unread=(), rows_to_erase=14, rows_not_ours=2, rows_undecided=0, files_searched=12,
        rows_searched=48_210, fingerprint="9f3ac07be21d4456",
    )  # fmt: skip
    return replace(made, **changes)


def written(*lines, tr=ENGLISH, **changes):
    stream = io.BytesIO()
    write_checklist_pdf(stream, checklist(*lines, **changes), tr)
    return Pdf(stream.getvalue())


def rows(count, file="contacts.xlsx", cells=1):
    return [
        line(f"value {row}.{column}", file=file, row=row, column=column)
        for row in range(2, count + 2)
        for column in range(1, cells + 1)
    ]


# --- what stands at the front


def test_it_says_what_it_belongs_to_and_until_when():
    front = written().pages[0][:11]

    assert front == [
        "Erasure checklist",
        "Request", "DSR-2026-0005",
        "Received", "2 November 2026",
        "Due", "2 December 2026",
        "Made on", "23 November 2026",
        "Company", "Ateliers du Rhône",
    ]  # fmt: skip


def test_the_counts_come_before_the_lines():
    page = written().pages[0]

    assert page[11:23] == [
        "14", "rows to erase",
        "0", "rows to keep archived",
        "2", "rows about someone else",
        "0", "rows undecided",
        "12", "files searched",
        "48,210", "rows searched",
    ]  # fmt: skip
    assert page.index("rows searched") < page.index("Camille Dupont")


def test_unread_files_stand_above_the_lines_with_reason_and_what_to_do():
    unread = (
        UnreadSource("salon-2024.xls", "The file is damaged. Ask for a new copy.", {}),
        UnreadSource("notes.pages", "This kind of file ({kind}) is not read.", {"kind": "pages"}),
    )

    page = written(unread=unread).pages[0]

    at = page.index("salon-2024.xls")
    assert page[at - 1].startswith("⚠ 2 files were not searched")
    assert page[at : at + 4] == [
        "salon-2024.xls", "The file is damaged. Ask for a new copy.",
        "notes.pages", "This kind of file (pages) is not read.",
    ]  # fmt: skip
    assert at < page.index("Camille Dupont")


def test_a_file_unread_for_two_reasons_counts_once():
    reasons = ("Row {row} was left out.", "Row {row} was left out.")
    unread = tuple(UnreadSource("a.csv", one, {"row": n}) for n, one in enumerate(reasons))

    assert "1 file was not searched" in written(unread=unread).text


def test_without_unread_files_there_is_no_such_box():
    assert "not searched" not in written().text


def test_more_unread_files_than_fit_on_a_page_are_all_named():
    unread = tuple(UnreadSource(f"list-{n}.xls", "It is empty.", {}) for n in range(200))

    pdf = written(unread=unread)

    assert len(pdf.pages) > 3
    assert [name for name in pdf.text.split("\n") if name.startswith("list-")] == [
        source.file for source in unread
    ]


def test_undecided_rows_are_pointed_out():
    assert "2 rows found are still undecided." in written(rows_undecided=2).text
    assert "still undecided" not in written(rows_undecided=0).text


def test_an_outdated_search_is_pointed_out():
    assert "Search again before you rely on it." in written(search_is_current=False).text
    assert "Search again" not in written().text


# --- the lines


def test_a_line_has_row_cell_column_value_and_what_to_do():
    page = written(line("camille@dupont.example", header="E-mail")).pages[0]

    at = page.index("14")
    at = page.index("14", at + 1)
    assert page[at : at + 5] == ["14", "C14", "E-mail", "camille@dupont.example", "Erase"]


def test_the_columns_are_named_above_the_lines():
    page = written().pages[0]

    at = page.index("Row")
    assert page[at : at + 8] == [
        "Row", "Cell", "Column", "Value", "What to do", "Done", "Date", "Initials",
    ]  # fmt: skip
    assert at + 8 == page.index("contacts.xlsx")


def test_the_number_of_a_row_stands_once_for_all_its_cells():
    page = written(line("a", row=71, column=1), line("b", row=71, column=2)).pages[0]

    assert page.count("71") == 1
    assert {"A71", "B71"} <= set(page)


def test_file_and_sheet_head_their_lines():
    page = written(line("a"), line("b", sheet="Archive"), line("c", file="badges.xlsx")).pages[0]

    heads = [one for one in page if one.startswith("Sheet ") or one.endswith(".xlsx")]
    assert heads == [
        "contacts.xlsx", "Sheet Contacts", "contacts.xlsx", "Sheet Archive", "badges.xlsx",
        "Sheet Contacts",
    ]  # fmt: skip


def test_the_head_counts_the_rows():
    assert "2 rows" in written(*rows(2, cells=3)).pages[0]


def test_a_text_file_has_no_sheet():
    assert "Sheet" not in written(line(file="export.csv", sheet="")).text


def test_hidden_sheets_and_rows_are_marked():
    assert "hidden sheet" in written(line(sheet_hidden=True)).pages[0]
    hidden = written(line(row_hidden=True)).pages[0]
    assert "hidden row" in " ".join(hidden)
    assert "hidden sheet" not in hidden
    assert "hidden column" in " ".join(written(line(column_hidden=True)).pages[0])


def test_a_row_whose_import_is_gone_is_a_line_that_says_so():
    text = written(line_of_lost_row("old.xls", "Clients", 88)).text

    assert "88:88" in text
    assert "Its import was removed from the register." in text
    assert "Erase the row" in text


def test_a_very_long_file_name_is_shown_whole():
    name = "annual summary of all customers and prospects " * 5 + ".xlsx"

    assert name in " ".join(written(line(file=name)).pages[0])


def test_a_long_value_is_cut_after_some_lines_and_the_front_says_so():
    text = written(line(LONG_NOTE)).text

    assert text.count("Asked to be called back") < 10
    assert "…" in text
    assert "A value that ends with … is cut" in text


def test_a_value_that_wraps_without_being_cut_is_whole():
    note = LONG_NOTE[:200].strip()

    pdf = written(line(note))

    assert note in " ".join(pdf.pages[0])
    assert "is cut" not in pdf.text


def test_a_value_with_an_ellipsis_of_its_own_is_not_taken_for_a_cut_one():
    note = LONG_NOTE[:150].strip() + " and so on…"

    assert "is cut" not in written(line(note)).text


# --- letters


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Żółć",
        "Ștefan Țepeș",
        "Ελένη Παπαδοπούλου",
        "Мария Иванова",
        "Őrsi Gülşah",
        "Zoë Œuf",
    ],
)
def test_names_of_european_scripts_can_be_read_back(name):
    pdf = written(line(name))

    assert name in pdf.pages[0]
    assert SUBSTITUTE not in pdf.text


def test_letters_that_cannot_be_drawn_are_replaced_and_the_front_says_so_once():
    pdf = written(line("山田 花子"), line("田中 一郎", row=15))

    assert pdf.pages[0].count("¤¤ ¤¤") == 2
    assert pdf.text.count("stands for a character that cannot be printed here") == 1


def test_a_file_name_that_cannot_be_drawn_is_said_too():
    unread = (UnreadSource("名簿.xls", "It is empty.", {}),)

    assert "stands for a character" in written(unread=unread).text


def test_a_currency_sign_in_the_data_is_no_replaced_letter():
    assert "stands for a character" not in written(line("Price: 12 ¤")).text


def test_a_broken_character_from_a_file_name_is_replaced():
    pdf = written(line(file="caf\udce9.csv"))

    assert "caf¤.csv" in pdf.pages[0]
    assert pdf.bookmarks == [("caf?.csv", 0)]


# --- pages


def test_every_page_says_which_of_how_many_it_is():
    pdf = written(*rows(200))

    assert len(pdf.pages) > 5
    labels = [[one for one in page if one.startswith("Page ")] for page in pdf.pages]
    assert labels == [[f"Page {n} of {len(pdf.pages)}"] for n in range(1, len(pdf.pages) + 1)]


def test_every_page_names_request_and_event_log_and_says_what_the_list_is_not():
    for page in written(*rows(60)).pages:
        assert "DSR-2026-0005 · Event log 9f3ac07be21d4456" in page
        assert "An aid, not legal advice; the DPO decides." in page


def test_no_line_is_lost_or_doubled_between_pages():
    lines = rows(400, cells=3)

    shown = [one for one in written(*lines).text.split("\n") if one.startswith("value ")]

    assert shown == [one.text for one in lines]


def test_file_and_sheet_head_every_page_that_their_lines_reach():
    pdf = written(*rows(100))

    assert all("contacts.xlsx" in page for page in pdf.pages)
    assert ["continued" in page for page in pdf.pages] == [False] + [True] * (len(pdf.pages) - 1)
    assert all("What to do" in page for page in pdf.pages)


def test_cells_of_a_row_stay_on_one_page():
    pdf = written(*rows(100, cells=4))

    for page in pdf.pages:
        cells = [one.split(".")[0] for one in page if one.startswith("value ")]
        assert {cells.count(row) for row in cells} == {4}


def test_a_row_higher_than_a_page_goes_on_with_its_number():
    cells = [line(f"value {n}", row=77, column=n) for n in range(1, 81)]

    pdf = written(*cells)

    assert len(pdf.pages) > 2
    assert all(page.count("77") == 1 for page in pdf.pages)


def test_the_head_of_a_file_is_never_left_alone_at_the_foot_of_a_page():
    lines = [one for n in range(80) for one in rows(1 + n % 7, file=f"list-{n}.xlsx")]

    for page in written(*lines).pages:
        at = max(n for n, one in enumerate(page) if one.startswith("list-"))
        assert any(one.startswith("value ") for one in page[at:])


# --- properties


def test_properties_name_the_request_but_no_author_person_or_path():
    properties = written().properties

    assert properties["Title"] == "Erasure checklist DSR-2026-0005"
    assert properties["Author"] == ""
    assert properties["Creator"] == "DSR Desktop"
    assert {properties["Subject"], properties["Keywords"]} == {""}


def test_the_language_is_told_to_screen_readers():
    assert written().language == "en"


def test_files_are_bookmarks_with_their_sheets_below_when_there_are_several():
    pdf = written(
        line("a"), line("b", sheet="Archive"), line("c", file="Łódź.xlsx"),
        line("d", file="export.csv", sheet=""),
    )  # fmt: skip

    assert pdf.bookmarks == [
        ("contacts.xlsx", 0),
        ("Contacts", 1),
        ("Archive", 1),
        ("Łódź.xlsx", 0),
        ("export.csv", 0),
    ]
