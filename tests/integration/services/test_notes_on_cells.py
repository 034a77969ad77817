"""Comments, links and formulas of cells: read, searched, shown on the checklist, looked for afterwards."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from dsr_desktop.domain.checklist import Action
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.matching import How, Level
from dsr_desktop.domain.notes import NoteKind
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.matching import explain_reasons

LISTS = Path(__file__).parents[2] / "data" / "lists"
ENGLISH = speak("en")
ANNE = "anne.roux@acme.example"


@pytest.fixture
def write_list(tmp_path):
    """Return a function that writes a list of three people, each with what hangs on the cells."""

    def write(comment="", link="", own_comment=""):
        workbook = Workbook()
        sheet = workbook.active
        for row in (["Nom", "Ville"], ["Anne Roux", "Metz"], ["Paul Noir", "Nancy"]):
            sheet.append(row)
        if link:
            sheet["A2"].hyperlink = link
        if own_comment:
            sheet["B2"].comment = Comment(own_comment, "Nora")
        if comment:
            sheet["B3"].comment = Comment(comment, "Nora")
        path = tmp_path / "liste.xlsx"
        workbook.save(path)
        return path

    return write


@pytest.fixture
def titled(tmp_path):
    """A list of one person, with a remark on a title and a filter that looks for somebody."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.append(["Nom", "Prénom"])
    sheet.append(["Noir", "Paul"])
    sheet["B1"].comment = Comment(f"ask {ANNE}", "Nora")
    sheet.auto_filter.ref = "A1:B2"
    sheet.auto_filter.add_filter_column(0, ["Zoé Blanc"])
    path = tmp_path / "titles.xlsx"
    workbook.save(path)
    return path


@pytest.fixture
def found(register):
    """Return a function that searches and tells row, level and ways of each hit."""

    def found_(**criteria):
        hits = search(register, make_criteria(criteria)).hits
        return [
            (hit.place.row.n, hit.grade.level, {reason.how for reason in hit.grade.reasons})
            for hit in hits
        ]

    return found_


@pytest.fixture
def ask(register, today):
    """Record a request, find the person and confirm every hit; returns the reference."""

    def ask_(**criteria):
        asked = make_criteria(criteria)
        view = new_request(register, [Right.ERASURE], asked, today, Channel.WEB_FORM, today)
        ref = view.request.ref
        find_person(register, ref, today)
        ids = [hit.id for hit in view_request(register, ref, today).hits]
        judge_hits(register, ref, confirm=ids, today=today)
        return ref

    return ask_


def test_what_hangs_on_the_titles_of_a_list_is_searched(register, bring_in, titled, found):
    report = bring_in(register, titled)

    assert report.files[0].sheets[0].header_row == 1
    assert [n for n, _level, _ways in found(email=[ANNE])] == [1]
    assert [n for n, _level, _ways in found(name=["Zoé Blanc"])] == [1]
    assert found(name=["Prénom"]) == []


def test_an_address_behind_a_link_is_found_and_probable(register, bring_in, write_list, found):
    bring_in(register, write_list(link=f"mailto:{ANNE}"))

    assert found(email=ANNE) == [(2, Level.PROBABLE, {How.IN_LINK})]


def test_the_letters_of_an_address_behind_a_link_are_no_name(register, bring_in, write_list, found):
    bring_in(register, write_list(link=f"mailto:{ANNE}"))

    assert found(email=ANNE, name="Anne Roux") == [
        (2, Level.PROBABLE, {How.IN_LINK, How.SAME_NAME})
    ]


@pytest.mark.parametrize(
    "criteria",
    [{"email": ANNE}, {"phone": "06 12 34 56 78"}, {"name": "Anne Roux"}, {"text": "voisine"}],
)
def test_what_stands_in_a_comment_is_found_and_weak(
    register, bring_in, write_list, found, criteria
):
    text = f"voisine de Mme ROUX Anne, {ANNE}, +33 6 12 34 56 78"
    bring_in(register, write_list(comment=text))

    assert (3, Level.WEAK, {How.IN_NOTE}) in found(**criteria)


@pytest.mark.parametrize("kind", ["xlsx", "xlsb", "xls"])
def test_what_stands_only_in_a_formula_is_found_in_every_workbook(register, bring_in, found, kind):
    bring_in(register, LISTS / f"formulas.{kind}")

    assert found(email="marie@acme.example") == [(1, Level.WEAK, {How.IN_NOTE})]
    assert found(name="Zoé Dupont") == [(2, Level.WEAK, {How.IN_NOTE})]


def test_the_reason_says_that_it_stands_in_a_note(register, bring_in, write_list):
    bring_in(register, write_list(comment=f"voir {ANNE}"))

    (hit,) = search(register, make_criteria({"email": ANNE})).hits

    assert explain_reasons(ENGLISH, hit.grade.reasons) == "e-mail in a note on the cell"


def test_what_hangs_on_her_cells_is_on_the_checklist(register, bring_in, write_list, ask, today):
    bring_in(register, write_list(link=f"mailto:{ANNE}", own_comment="rappeler"))

    lines = make_checklist(register, ask(email=ANNE), today, ENGLISH).lines

    assert [(line.cell, line.note, line.text) for line in lines] == [
        ("A2", None, "Anne Roux"),
        ("A2", NoteKind.LINK, f"mailto:{ANNE}"),
        ("B2", None, "Metz"),
        ("B2", NoteKind.COMMENT, "Nora: rappeler"),
    ]


def test_of_a_comment_on_somebody_elses_row_only_the_comment_is_on_the_checklist(
    register, bring_in, write_list, ask, today
):
    bring_in(register, write_list(comment=f"voir {ANNE}"))

    (line,) = make_checklist(register, ask(email=ANNE), today, ENGLISH).lines

    assert (line.cell, line.note, line.action) == ("B3", NoteKind.COMMENT, Action.ERASE_MENTION)


@pytest.mark.parametrize(
    ("left", "status"),
    [
        ({"comment": f"voir {ANNE}"}, RescanStatus.STILL_THERE),
        ({"comment": "voir ANNE.ROUX@acme.example demain"}, RescanStatus.STILL_THERE),
        ({"comment": "rien"}, RescanStatus.CLEAN),
        ({}, RescanStatus.CLEAN),
    ],
)
def test_a_comment_that_still_names_her_is_told_by_the_rescan(
    register, bring_in, write_list, ask, left, status
):
    bring_in(register, write_list(comment=f"voir {ANNE}"))
    ref = ask(email=ANNE)

    write_list(**left)

    assert [one.status for one in rescan(register, ref).sources] == [status]
