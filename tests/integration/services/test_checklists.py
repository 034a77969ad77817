"""The checklist of a request: gathered from confirmed hits, written as two files, logged."""

import hashlib
import json
import stat
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from dsr_desktop.domain.checklist import UnreadSource
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.checklists import make_checklist, write_checklist
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.held_rows import decide_held_row, open_held_rows
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Company, make_register
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.store.events import events, first_broken
from dsr_desktop.store.lookup import count_rows
from dsr_desktop.store.sources import finish_source, read_sources, remove_source
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
RECEIVED = date(2026, 11, 2)
TODAY = date(2026, 11, 23)
CAMILLE = Criteria(name=("Camille Dupont",), email=("camille@dupont.example",))
CONTACTS = [
    ["Name", "E-mail", "Phone", "Note"],
    ["Hugo Perrin", "hugo@perrin.example", "06 11 22 33 44", ""],
    ["Camille Dupont", "camille@dupont.example", "", "likes =SUM(1)"],
]


@pytest.fixture
def register(tmp_path):
    company = Company("Ateliers du Rhône", dpo_name="Nora Vidal")
    register = make_register(
        tmp_path / "register.dsr", "a long enough passphrase", company, cost=2**4
    )
    yield register
    register.close()


def save_workbook(path, sheets, *, hidden=(), hidden_column=None):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(row)
        if hidden_column:
            sheet.column_dimensions[hidden_column].hidden = True
    path.parent.mkdir(exist_ok=True)
    book.save(path)


def save_text(path, rows=CONTACTS):
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")


def bring_in(register, *paths):
    return import_paths(register, paths, ImportOptions(), TODAY)


def ask_for_erasure(register, criteria=CAMILLE):
    view = new_request(register, [Right.ERASURE], criteria, RECEIVED, Channel.POST, TODAY)
    find_person(register, view.request.ref, TODAY)
    return view.request.ref


def confirm_all(register, ref):
    hits = view_request(register, ref, TODAY).hits
    judge_hits(register, ref, confirm=[hit.id for hit in hits], today=TODAY)


def ask_and_confirm(register, criteria=CAMILLE):
    ref = ask_for_erasure(register, criteria)
    confirm_all(register, ref)
    return ref


def made(register, ref):
    return make_checklist(register, ref, TODAY, ENGLISH)


def places(checklist):
    return [(line.file, line.sheet, line.cell, line.header, line.text) for line in checklist.lines]


# --- rows that nobody searched


def test_it_counts_the_rows_that_the_suppression_list_holds_back(register, lists):
    save_text(lists / "contacts.csv")
    bring_in(register, lists)
    ref = ask_and_confirm(register)
    assert made(register, ref).rows_held == 0

    typed = TypedKeys(("camille@dupont.example",))
    add_to_list(register, typed, SuppressionScope.ALL, SuppressionReason.ERASURE, TODAY)
    save_text(lists / "again.csv", [*CONTACTS, ["Anne", "anne@perrin.example", "", ""]])
    bring_in(register, lists / "again.csv")
    assert made(register, ref).rows_held == 1

    (held,) = open_held_rows(register)
    decide_held_row(register, held.id, HeldDecision.SAME_PERSON, "same mail", TODAY)
    assert made(register, ref).rows_held == 0


# --- what is on it


def test_it_has_every_cell_of_a_confirmed_row_that_holds_something(register, lists):
    save_workbook(lists / "contacts.xlsx", {"Contacts": CONTACTS})
    bring_in(register, lists)

    checklist = made(register, ask_and_confirm(register))

    assert places(checklist) == [
        ("contacts.xlsx", "Contacts", "A3", "Name", "Camille Dupont"),
        ("contacts.xlsx", "Contacts", "B3", "E-mail", "camille@dupont.example"),
        ("contacts.xlsx", "Contacts", "D3", "Note", "likes =SUM(1)"),
    ]


def test_lines_follow_files_sheets_rows_and_columns(register, lists):
    by_name_alone = ["Camille Dupont", "", "", ""]
    rows = [CONTACTS[0], by_name_alone, CONTACTS[1], CONTACTS[2]]
    save_workbook(lists / "b.xlsx", {"Second": rows, "First": rows})
    save_text(lists / "a.csv")
    bring_in(register, lists)

    checklist = made(register, ask_and_confirm(register))

    in_order = [(line.file, line.sheet, line.row) for line in checklist.lines]
    assert list(dict.fromkeys(in_order)) == [
        ("a.csv", "", 3),
        ("b.xlsx", "Second", 2), ("b.xlsx", "Second", 4),
        ("b.xlsx", "First", 2), ("b.xlsx", "First", 4),
    ]  # fmt: skip


def test_hidden_sheets_are_marked(register, lists):
    sheets = {"Contacts": CONTACTS, "Archive": CONTACTS}
    save_workbook(lists / "contacts.xlsx", sheets, hidden={"Archive"})
    bring_in(register, lists)

    checklist = made(register, ask_and_confirm(register))

    assert {(line.sheet, line.sheet_hidden) for line in checklist.lines} == {
        ("Contacts", False),
        ("Archive", True),
    }


def test_hidden_columns_are_marked(register, lists):
    save_workbook(lists / "contacts.xlsx", {"Contacts": CONTACTS}, hidden_column="B")
    bring_in(register, lists)

    checklist = made(register, ask_and_confirm(register))

    assert {line.column for line in checklist.lines if line.column_hidden} == {2}


def test_rejected_and_undecided_rows_are_counted_but_not_listed(register, lists):
    rows = [["Name", "E-mail"], *(["Camille Dupont", f"camille{n}@x.example"] for n in range(3))]
    save_text(lists / "contacts.csv", rows)
    bring_in(register, lists)
    ref = ask_for_erasure(register)
    first, second, _third = view_request(register, ref, TODAY).hits
    judge_hits(register, ref, confirm=[first.id], reject=[second.id], today=TODAY)

    checklist = made(register, ref)

    assert (checklist.rows_to_erase, checklist.rows_not_ours, checklist.rows_undecided) == (1, 1, 1)
    assert {line.row for line in checklist.lines} == {first.row}


def test_it_carries_reference_company_and_the_date_of_the_one_clock(register, lists):
    save_text(lists / "contacts.csv")
    bring_in(register, lists)
    ref = ask_and_confirm(register)

    checklist = made(register, ref)

    assert (checklist.ref, checklist.company) == ("DSR-2026-0001", "Ateliers du Rhône")
    assert (checklist.received_on, checklist.made_on) == (RECEIVED, TODAY)
    assert checklist.due_on == view_request(register, ref, TODAY).deadline.current_due


def test_unreadable_files_are_named_with_the_reason(register, lists):
    save_text(lists / "contacts.csv")
    (lists / "salon.xlsx").write_bytes(b"PK\x03\x04 cut off")
    (lists / "empty.csv").write_bytes(b"")
    bring_in(register, lists)

    checklist = made(register, ask_and_confirm(register))

    assert {source.file for source in checklist.unread} == {"salon.xlsx", "empty.csv"}
    assert all(source.sentence for source in checklist.unread)
    assert (checklist.files_searched, checklist.rows_searched) == (1, 2)


def test_files_read_only_in_part_are_named_with_what_was_left_out(register, lists):
    save_text(lists / "contacts.csv")
    bring_in(register, lists)
    (source,) = read_sources(register.database)
    left_out = Notice("Row {row} was left out.", {"row": 7})
    partly = replace(source, status=SourceStatus.PARTLY, warnings=(left_out,))
    finish_source(register.database, source.id, partly)

    checklist = made(register, ask_and_confirm(register))

    assert checklist.unread == (
        UnreadSource("contacts.csv", "Row {row} was left out.", {"row": 7}),
    )


def test_a_search_older_than_the_last_import_is_told(register, lists):
    save_text(lists / "contacts.csv")
    bring_in(register, lists / "contacts.csv")
    ref = ask_and_confirm(register)
    before = made(register, ref)
    save_text(lists / "badges.csv", CONTACTS[:2])
    bring_in(register, lists / "badges.csv")

    after = made(register, ref)

    assert (before.search_is_current, after.search_is_current) == (True, False)
    assert (after.files_searched, after.rows_searched) == (1, 2)


# --- names of files


def test_files_are_called_by_name_without_their_folder(register, lists):
    save_text(lists / "contacts.csv")
    bring_in(register, lists)

    assert {line.file for line in made(register, ask_and_confirm(register)).lines} == {
        "contacts.csv"
    }


def test_files_of_the_same_name_show_their_folders(register, lists):
    save_text(lists / "Lyon" / "contacts.csv")
    save_text(lists / "Paris" / "contacts.csv", [*CONTACTS, CONTACTS[2]])
    bring_in(register, lists)

    checklist = made(register, ask_and_confirm(register))

    assert {line.file for line in checklist.lines} == {"Lyon/contacts.csv", "Paris/contacts.csv"}


def test_a_file_imported_twice_after_a_change_shows_which_version_is_meant(register, lists):
    save_text(lists / "contacts.csv")
    bring_in(register, lists)
    save_text(lists / "contacts.csv", [*CONTACTS, CONTACTS[2]])
    bring_in(register, lists)

    checklist = made(register, ask_and_confirm(register))

    files = list(dict.fromkeys(line.file for line in checklist.lines))
    assert [name.partition(", imported on ")[0] for name in files] == [
        "contacts.csv (version 1 of 2",
        "contacts.csv (version 2 of 2",
    ]


# --- rows that left the register


def test_a_confirmed_row_whose_import_was_removed_is_still_listed(register, lists):
    save_workbook(lists / "contacts.xlsx", {"Contacts": CONTACTS})
    bring_in(register, lists)
    ref = ask_and_confirm(register)
    remove_source(register.database, read_sources(register.database)[0].id)

    checklist = made(register, ref)

    assert places(checklist) == [("contacts.xlsx", "Contacts", "3:3", "", "")]
    assert checklist.rows_to_erase == 1


def test_a_row_that_took_the_number_of_a_removed_one_is_never_listed_in_its_place(register, lists):
    save_text(lists / "contacts.csv")
    bring_in(register, lists)
    ref = ask_and_confirm(register)
    remove_source(register.database, read_sources(register.database)[0].id)
    other = [CONTACTS[0], CONTACTS[1], ["Somebody Else", "else@else.example", "", ""]]
    save_text(lists / "others.csv", other)
    bring_in(register, lists / "others.csv")

    checklist = made(register, ref)

    assert not [line for line in checklist.lines if "else" in line.text.casefold()]
    assert [(line.file, line.cell) for line in checklist.lines] == [("contacts.csv", "3:3")]


# --- the two files


@pytest.fixture
def request_ref(register, lists):
    save_text(lists / "contacts.csv")
    bring_in(register, lists)
    return ask_and_confirm(register)


def test_it_is_written_as_pdf_and_xlsx_named_after_the_request(register, request_ref, tmp_path):
    files = write_checklist(register, request_ref, tmp_path / "out", TODAY, ENGLISH)

    assert [files.pdf.name, files.xlsx.name] == [
        "DSR-2026-0001_checklist.pdf",
        "DSR-2026-0001_checklist.xlsx",
    ]
    assert sorted((tmp_path / "out").iterdir()) == [files.pdf, files.xlsx]
    assert files.pdf.read_bytes().startswith(b"%PDF-")
    sheet = openpyxl.load_workbook(files.xlsx)["To erase"]
    assert [cell.value for cell in sheet["G"]][1:] == [line.text for line in files.checklist.lines]


def test_only_the_owner_may_read_the_files(register, request_ref, tmp_path):
    files = write_checklist(register, request_ref, tmp_path, TODAY, ENGLISH)

    assert {stat.S_IMODE(path.stat().st_mode) for path in (files.pdf, files.xlsx)} == {0o600}


def test_making_it_again_leaves_the_earlier_files_to_who_is_ticking_them_off(
    register, request_ref, tmp_path
):
    first = write_checklist(register, request_ref, tmp_path / "out", TODAY, ENGLISH)
    before = first.pdf.read_bytes(), first.xlsx.read_bytes()

    second = write_checklist(register, request_ref, tmp_path / "out", TODAY, ENGLISH)

    assert (first.pdf.read_bytes(), first.xlsx.read_bytes()) == before
    assert [second.pdf.name, second.xlsx.name] == [
        "DSR-2026-0001_checklist-2.pdf",
        "DSR-2026-0001_checklist-2.xlsx",
    ]
    assert len(list((tmp_path / "out").iterdir())) == 4


def test_the_reference_may_be_typed_in_small_letters(register, request_ref, tmp_path):
    files = write_checklist(register, request_ref.lower(), tmp_path, TODAY, ENGLISH)

    assert files.pdf.name == "DSR-2026-0001_checklist.pdf"


def test_the_event_log_has_the_digests_of_both_files(register, request_ref, tmp_path):
    files = write_checklist(register, request_ref, tmp_path, TODAY, ENGLISH)

    event = list(events(register.database))[-1]
    assert (event.kind, event.ref, event.actor) == ("checklist_made", request_ref, "Nora Vidal")
    assert event.payload == {
        "rows": 1, "cells": 3, "unread": 0,
        "pdf_sha256": hashlib.sha256(files.pdf.read_bytes()).hexdigest(),
        "xlsx_sha256": hashlib.sha256(files.xlsx.read_bytes()).hexdigest(),
    }  # fmt: skip


def test_the_event_log_has_nothing_about_the_person(register, request_ref, tmp_path):
    write_checklist(register, request_ref, tmp_path, TODAY, ENGLISH)

    logged = json.dumps(list(events(register.database))[-1].payload).casefold()
    assert not [word for word in ("camille", "dupont", "contacts.csv") if word in logged]


def test_the_list_bears_the_fingerprint_of_the_log_before_it(register, request_ref, tmp_path):
    last = list(events(register.database))[-1]

    files = write_checklist(register, request_ref, tmp_path, TODAY, ENGLISH)

    assert files.checklist.fingerprint == last.hash[:16]
    assert first_broken(events(register.database)) is None


# --- when it cannot be made


def test_without_a_confirmed_hit_it_says_what_to_do_first(register, lists, tmp_path):
    save_text(lists / "contacts.csv")
    bring_in(register, lists)
    ref = ask_for_erasure(register)

    with pytest.raises(NotAllowedError, match="find the person and confirm hits first"):
        write_checklist(register, ref, tmp_path / "out", TODAY, ENGLISH)

    assert not (tmp_path / "out").exists()
    assert "checklist_made" not in {event.kind for event in events(register.database)}


def test_an_unknown_request_is_told(register, tmp_path):
    with pytest.raises(NotFoundError, match="DSR-2026-0099"):
        write_checklist(register, "DSR-2026-0099", tmp_path / "out", TODAY, ENGLISH)


def test_a_row_that_is_not_the_one_found_is_never_listed_in_its_place(register, request_ref):
    register.database.connection.execute("UPDATE hit SET row = 77")

    checklist = made(register, request_ref)

    assert places(checklist) == [("contacts.csv", "contacts", "77:77", "", "")]


# --- what was searched


def test_a_file_that_took_the_place_of_one_of_equal_size_was_not_searched(register, lists):
    save_text(lists / "contacts.csv")
    save_text(lists / "badges.csv", CONTACTS[:2])
    bring_in(register, lists)
    ref = ask_and_confirm(register)
    before = made(register, ref)

    badges, _contacts = list_sources(register)
    remove(register, badges.id)
    save_text(lists / "news.csv", [CONTACTS[0], ["Lea Roux", "lea@roux.example", "", ""]])
    bring_in(register, lists / "news.csv")

    assert count_rows(register.database) == (before.files_searched, before.rows_searched)
    assert (before.search_is_current, made(register, ref).search_is_current) == (True, False)


def test_a_search_recorded_without_its_digest_is_judged_by_counts(register, lists):
    save_text(lists / "contacts.csv")
    bring_in(register, lists / "contacts.csv")
    ref = ask_and_confirm(register)
    register.log(EventKind.SEARCHED, ref, criteria=[], files=1, rows=2, hits=1)

    assert made(register, ref).search_is_current
