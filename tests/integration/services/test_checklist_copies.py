"""The checklist names every place of a list: the person is erased in each of them."""

import shutil
from dataclasses import replace
from datetime import date

import openpyxl
import pypdfium2
import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.services.checklists import make_checklist, write_checklist
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.store.sources import finish_source, remove_source
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
TITLES = ["Nom", "E-mail", "Note"]
HERS = ["Camille Dupont", "camille@acme.example", "fidèle"]
TWICE = ["C. Dupont", "camille@acme.example", ""]
NEXT = ["Paul Martin", "paul@acme.example", ""]
ASKED = make_criteria({"email": "camille@acme.example"})


@pytest.fixture
def lists(tmp_path, write_xlsx):
    """One list at three places, two of which have the same name."""
    folder = tmp_path / "lists"
    for name in ("Lyon", "Paris"):
        (folder / name).mkdir(parents=True)
    book = write_xlsx(folder / "Lyon" / "crm.xlsx", {"Clients": [TITLES, HERS, NEXT, TWICE]})
    for name in ("Paris/crm.xlsx", "crm (2).xlsx"):
        shutil.copyfile(book, folder / name)
    return folder


@pytest.fixture
def ask(register, today):
    """Return a function that asks for erasure and confirms all that is found."""

    def ask_():
        view = new_request(register, [Right.ERASURE], ASKED, date(2026, 11, 2), Channel.POST, today)
        find_person(register, view.request.ref, today)
        ids = [hit.id for hit in view_request(register, view.request.ref, today).hits]
        judge_hits(register, view.request.ref, confirm=ids, today=today)
        return view.request.ref

    return ask_


def test_the_rows_are_listed_for_each_place_in_turn(register, bring_in, lists, ask, today):
    bring_in(register, lists)

    checklist = make_checklist(register, ask(), today, ENGLISH)

    cells = ["A2", "B2", "C2", "A4", "B4"]
    assert [(line.file, line.cell) for line in checklist.lines] == [
        (file, cell)
        for file in ("Lyon/crm.xlsx", "Paris/crm.xlsx", "crm (2).xlsx")
        for cell in cells
    ]
    assert [len(lines) for lines in checklist.by_file().values()] == [5, 5, 5]
    assert (checklist.rows_to_erase, checklist.files_searched, checklist.copies) == (6, 1, 2)


def test_both_documents_name_every_place_and_count_its_rows(
    register, bring_in, lists, ask, today, tmp_path
):
    bring_in(register, lists)

    files = write_checklist(register, ask(), tmp_path, today, ENGLISH)

    with pypdfium2.PdfDocument(files.pdf) as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    names = ["Lyon/crm.xlsx", "Paris/crm.xlsx", "crm (2).xlsx"]
    assert all(name in text for name in names)
    assert text.count("2 rows") == 3
    assert "2 files are copies of others" in text
    summary, lines = openpyxl.load_workbook(files.xlsx).worksheets
    notes = [str(row[1]) for row in summary.iter_rows(values_only=True) if row[0] == "Note"]
    assert any(note.startswith("2 files are copies of others") for note in notes)
    listed = [row[0] for row in lines.iter_rows(min_row=2, values_only=True)]
    assert {name: listed.count(name) for name in names} == dict.fromkeys(names, 5)


def test_a_list_read_in_part_is_named_at_each_place(register, bring_in, lists, ask, today):
    bring_in(register, lists / "Lyon", lists / "crm (2).xlsx")
    (source,) = list_sources(register)
    left_out = Notice("Row {row} was left out.", {"row": 7})
    read_in_part = replace(source, status=SourceStatus.PARTLY, warnings=(left_out,))
    finish_source(register.database, source.id, read_in_part)

    checklist = make_checklist(register, ask(), today, ENGLISH)

    assert [(one.file, one.details) for one in checklist.unread] == [
        ("crm.xlsx", {"row": 7}), ("crm (2).xlsx", {"row": 7}),
    ]  # fmt: skip


def test_a_place_that_held_two_lists_in_turn_says_which_is_meant(
    register, bring_in, lists, write_xlsx, ask, today
):
    own, place = lists / "Lyon" / "crm.xlsx", lists / "crm (2).xlsx"
    bring_in(register, own, place)
    write_xlsx(place, {"Clients": [TITLES, NEXT, HERS]})
    bring_in(register, place)

    checklist = make_checklist(register, ask(), today, ENGLISH)

    named = dict.fromkeys((line.file.split(", imported")[0], line.row) for line in checklist.lines)
    assert list(named) == [
        ("crm.xlsx", 2), ("crm.xlsx", 4),
        ("crm (2).xlsx (version 1 of 2", 2), ("crm (2).xlsx (version 1 of 2", 4),
        ("crm (2).xlsx (version 2 of 2", 3),
    ]  # fmt: skip
    assert checklist.rows_to_erase == 5


def test_of_a_removed_import_the_row_is_listed_once(register, bring_in, lists, ask, today):
    bring_in(register, lists)
    ref = ask()
    with register.database.transaction():
        remove_source(register.database, list_sources(register)[0].id)

    checklist = make_checklist(register, ref, today, ENGLISH)

    assert [line.cell for line in checklist.lines] == ["2:2", "4:4"]
    assert (checklist.rows_to_erase, checklist.copies) == (2, 0)
