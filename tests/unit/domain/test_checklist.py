"""The erasure checklist: cells of a row, their addresses, groups, and names of files."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.checklist import (
    Action,
    Checklist,
    ChecklistLine,
    column_letters,
    line_of_lost_row,
    lines_of_row,
    only_in_register,
    short_names,
)
from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.notes import CellNote, NoteKind


def line(file="contacts.xlsx", sheet="Contacts", row=14, column=3):
    return ChecklistLine(file, sheet, row, column, "E-mail", "camille@dupont.example")


def columns(*titles):
    return [Column(n, title, None) for n, title in enumerate(titles, 1)]


def checklist(*lines):
    return Checklist(
        ref="DSR-2026-0005", company="Ateliers du Rhône", made_on=date(2026, 11, 23),
        received_on=date(2026, 11, 2), due_on=date(2026, 12, 2), lines=lines, unread=(),
        rows_to_erase=1, rows_not_ours=0, rows_undecided=0, files_searched=1, rows_searched=20,
        fingerprint="9f3ac07be21d4456",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("column", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"),
     (16384, "XFD")],
)  # fmt: skip
def test_columns_are_named_as_in_a_spreadsheet(column, letters):
    assert column_letters(column) == letters


def test_a_cell_has_the_address_that_the_spreadsheet_shows():
    assert line(row=14, column=3).cell == "C14"


def test_a_row_without_its_cells_has_the_address_of_the_whole_row():
    lost = line_of_lost_row("contacts.xlsx", "Contacts", 14)

    assert lost.cell == "14:14"
    assert lost.action is Action.ERASE_ROW


def test_each_cell_that_holds_something_is_a_line():
    lines = lines_of_row(
        "contacts.xlsx", "Contacts", 14, ["Camille", "", "Lyon"], columns("Name", "Phone", "City")
    )

    assert [(one.cell, one.header, one.text) for one in lines] == [
        ("A14", "Name", "Camille"),
        ("C14", "City", "Lyon"),
    ]
    assert {one.action for one in lines} == {Action.ERASE}


def test_a_cell_that_holds_only_blanks_is_a_line_too():
    assert [one.text for one in lines_of_row("a.csv", "", 2, [" "], columns("Note"))] == [" "]


def test_a_cell_beyond_the_last_title_is_a_line_without_title():
    lines = lines_of_row("contacts.xlsx", "Contacts", 14, ["Camille", "left over"], columns("Name"))

    assert [(one.cell, one.header) for one in lines] == [("A14", "Name"), ("B14", "")]


@pytest.mark.parametrize(("sheet_hidden", "row_hidden"), [(True, False), (False, True)])
def test_lines_tell_whether_sheet_or_row_is_hidden(sheet_hidden, row_hidden):
    (only,) = lines_of_row(
        "contacts.xlsx", "Contacts", 14, ["Camille"], columns("Name"),
        sheet_hidden=sheet_hidden, row_hidden=row_hidden,
    )  # fmt: skip

    assert (only.sheet_hidden, only.row_hidden) == (sheet_hidden, row_hidden)


def test_a_cell_of_a_hidden_column_says_so():
    name, phone = columns("Name", "Phone")
    lines = lines_of_row("a.xlsx", "A", 2, ["Camille", "06"], [name, replace(phone, hidden=True)])

    assert [one.column_hidden for one in lines] == [False, True]


def test_a_column_left_out_at_the_import_has_a_line_in_its_place_all_the_same():
    name, iban, city = columns("Name", "IBAN", "City")
    lines = lines_of_row(
        "a.xlsx", "A", 2, ["Camille", "", "Lyon"], [name, replace(iban, is_skipped=True), city]
    )

    assert [(one.cell, one.header, one.text, one.not_stored) for one in lines] == [
        ("A2", "Name", "Camille", False), ("B2", "IBAN", "", True), ("C2", "City", "Lyon", False),
    ]  # fmt: skip


def test_lines_are_grouped_by_file_and_sheet_in_their_order():
    first, second = line(row=2), line(row=9)
    archive, other = line(sheet="Archive"), line(file="badges.xlsx")

    groups = checklist(first, second, archive, other).by_file()

    assert list(groups.items()) == [
        (("contacts.xlsx", "Contacts"), (first, second)),
        (("contacts.xlsx", "Archive"), (archive,)),
        (("badges.xlsx", "Contacts"), (other,)),
    ]


def names_of(*paths):
    return list(short_names(paths).values())


def test_a_file_is_called_by_its_name_alone():
    assert names_of("/data/lists/contacts.xlsx", "/data/lists/badges.xlsx") == [
        "contacts.xlsx",
        "badges.xlsx",
    ]


def test_files_of_the_same_name_show_the_folder_that_differs():
    assert names_of("/data/Lyon/contacts.xlsx", "/data/Paris/contacts.xlsx", "/data/b.csv") == [
        "Lyon/contacts.xlsx",
        "Paris/contacts.xlsx",
        "b.csv",
    ]


def test_files_in_folders_of_the_same_name_show_as_much_as_is_needed():
    assert names_of("/data/2025/Lyon/a.csv", "/data/2026/Lyon/a.csv", "/data/2026/Nice/a.csv") == [
        "2025/Lyon/a.csv",
        "2026/Lyon/a.csv",
        "2026/Nice/a.csv",
    ]


def test_a_file_above_another_of_its_name_is_told_apart_too():
    assert names_of("/a.csv", "/data/a.csv", "/old/data/a.csv") == [
        "a.csv",
        "data/a.csv",
        "old/data/a.csv",
    ]


def test_names_that_differ_only_in_their_capitals_count_as_the_same():
    assert names_of("/data/Lyon/Contacts.xlsx", "/data/Paris/contacts.xlsx") == [
        "Lyon/Contacts.xlsx",
        "Paris/contacts.xlsx",
    ]


def test_paths_of_windows_are_named_the_same_way():
    assert names_of(r"C:\data\Lyon\a.csv", r"C:\data\Paris\a.csv") == ["Lyon/a.csv", "Paris/a.csv"]


def test_files_on_two_drives_show_the_drive():
    assert names_of(r"C:\data\a.csv", r"D:\data\a.csv") == ["C:/data/a.csv", "D:/data/a.csv"]


def test_folders_that_differ_only_in_their_capitals_are_still_told_apart():
    assert len(set(names_of("/data/lyon/a.csv", "/data/Lyon/a.csv"))) == 2


def test_the_same_path_given_twice_is_one_file():
    assert short_names(["/data/a.csv", "/data/a.csv"]) == {"/data/a.csv": "a.csv"}


def test_a_value_that_stands_in_no_file_is_told_as_such_but_not_its_comment():
    notes = [CellNote(2, NoteKind.COMMENT, "called")]
    columns = [Column(1, "Nom", None), Column(2, "Tél", None)]
    lines = lines_of_row("a.xlsx", "A", 3, ["Dupont", "0612345678"], columns, notes)

    assert [(one.text, one.action) for one in only_in_register(lines, {2})] == [
        ("Dupont", Action.ERASE),
        ("0612345678", Action.ONLY_IN_REGISTER),
        ("called", Action.ERASE),
    ]
