"""Where in a spreadsheet a person can be named: all of it is read, or named as not read."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.biff_around import AROUND, BiffAround
from dsr_desktop.readers.formulas.layout import Version, layout_of
from dsr_desktop.readers.formulas.references import KnownNames
from dsr_desktop.readers.messages import Rows
from tests.integration.readers import biff, rgce, test_xlsb
from tests.integration.readers import test_open_document as ods
from tests.integration.readers.places_of_text import (
    FORMATS,
    ODS,
    WHO,
    XLSB,
    allowed,
    box,
    condition,
)
from tests.integration.readers.read_sheets import messages_of, sheet_of, warnings_of

TABLE = Path(__file__).parents[3] / "docs" / "formats.md"
NAMED_AS = {
    "allowed entries": Problem.RULES_NOT_READ,
    "hint for an entry": Problem.RULES_NOT_READ,
    "conditional format": Problem.RULES_NOT_READ,
    "filter": Problem.RULES_NOT_READ,
    "text box": Problem.DRAWN_TEXT_NOT_READ,
    "text on a chart": Problem.DRAWN_TEXT_NOT_READ,
    "name of a fixed text": Problem.NAMES_NOT_READ,
    "header or footer of pages": Problem.PAGE_TEXT_NOT_READ,
    "pivot table with its own copy": Problem.PIVOT_NOT_READ,
    "picture": Problem.OBJECTS_NOT_READ,
}
NOTHING_SAID = "–"


def promised():
    """What the documentation says of each place and format."""
    first_table = re.search(r"(?:^\|.*\n)+", TABLE.read_text("utf-8"), re.MULTILINE)[0]
    rows = [re.split(r"\s*\|\s*", line.strip("| ")) for line in first_table.splitlines()]
    head, _, *places = rows
    return {
        (place, kind): said
        for place, *all_said in places
        for kind, said in zip(head[1:], all_said, strict=True)
    }


PROMISED = promised()
THERE = [place for place, said in PROMISED.items() if said != NOTHING_SAID]


def searched_in(content):
    """All that a search looks through: cells and notes."""
    rows = [row for one in messages_of(content) if isinstance(one, Rows) for row in one.rows]
    return "\n".join(row[2] + json.dumps(row[4]) for row in rows)


def test_the_table_has_every_place_and_format():
    assert {kind for _, kind in PROMISED} == set(FORMATS)
    assert set(THERE) == {(place, kind) for kind, places in FORMATS.items() for place in places}


@pytest.mark.parametrize(("place", "kind"), THERE)
def test_a_person_is_found_there_or_the_place_is_named(place, kind):
    content = FORMATS[kind][place]()

    if PROMISED[place, kind] == "read":
        assert WHO in searched_in(content)
        assert warnings_of(content) == set()
    else:
        assert PROMISED[place, kind] == "named"
        assert warnings_of(content) == {NAMED_AS[place]}


def test_every_problem_of_a_place_says_that_something_may_be_missed():
    assert all(problem.loses_content for problem in NAMED_AS.values())


def xls(*records):
    return biff.workbook(8, ("Clients", 0, biff.label(8, 0, 0, "x") + b"".join(records)))


# --- notes stand where the rule or the box does


def test_rules_of_xls_hang_on_the_first_cell_of_their_area():
    content = xls(
        allowed("Titre", "", "Voir", "", words="Dupont\0Petit"), condition("Roux", (4, 2))
    )

    assert sheet_of(content).notes == {
        2: [(2, "formula", '="Dupont,Petit"'), (2, "comment", "Titre\nVoir")],
        5: [(3, "formula", '="Roux"')],
    }


def test_a_box_of_xls_hangs_on_the_cell_under_its_corner():
    assert sheet_of(xls(box("Voir Dupont", (3, 1)))).notes == {4: [(2, "comment", "Voir Dupont")]}


def test_the_text_of_a_box_may_go_on_in_another_encoding():
    wide = biff.record(0x003C, b"\x01" + "Dupont".encode("utf-16-le"))
    runs = biff.record(0x003C, bytes(16))
    whole = (
        box("Voir ").replace(b"\x05\x00\x10\x00", b"\x0b\x00\x10\x00").replace(runs, wide + runs)
    )

    assert sheet_of(xls(whole)).notes == {1: [(1, "comment", "Voir Dupont")]}


def test_what_a_rule_of_xlsb_says_hangs_on_the_first_cell_of_its_area():
    assert sheet_of(XLSB["allowed entries"]()).notes == {2: [(2, "formula", '="Dupont,x"')]}
    assert sheet_of(XLSB["hint for an entry"]()).notes == {2: [(2, "comment", "Dupont")]}
    assert sheet_of(XLSB["conditional format"]()).notes == {2: [(2, "formula", '="Dupont"')]}


def test_rules_of_ods_hang_on_the_cell_that_they_name():
    assert sheet_of(ODS["allowed entries"]()).notes == {
        2: [(2, "formula", 'of:cell-content-is-in-list("Dupont";"x")')]
    }
    assert sheet_of(ODS["hint for an entry"]()).notes == {2: [(2, "comment", "Dupont")]}
    assert sheet_of(ODS["conditional format"]()).notes == {
        4: [(3, "formula", 'cell-content()="Dupont"')]
    }


@pytest.mark.parametrize("address", ["", "B2", "Clients.", "Clients.ZZZZ9", "Ailleurs.B2"])
def test_rules_of_ods_without_a_place_in_the_file_are_named(address):
    content = ODS["allowed entries"]().replace(b"Clients.B2", address.encode())

    assert sheet_of(content).notes == {}
    assert warnings_of(content) == {Problem.RULES_NOT_READ}


def test_rules_of_ods_are_found_for_sheets_with_any_name():
    named = ods.table(ods.row(ods.cell(ods.p("x"))), name="L'été & Co. 2")
    address = b"'L''&#233;t&#233; &amp; Co. 2'.$B$2:'L''&#233;t&#233; &amp; Co. 2'.$B$9"
    content = ODS["allowed entries"]().replace(b"Clients.B2", address)
    table = ods.table(ods.row(ods.cell(ods.p("x")))).encode()

    assert list(sheet_of(content.replace(table, named.encode())).notes) == [2]


def test_conditional_formats_of_ods_that_only_libreoffice_describes_are_named():
    condition = "<calcext:conditional-formats><calcext:condition calcext:value='=\"Dupont\"'/></calcext:conditional-formats>"
    content = ods.fods(ods.table(ods.row(ods.cell(ods.p("x")))) + condition)

    assert warnings_of(content) == {Problem.RULES_NOT_READ}


def test_page_texts_of_a_zipped_ods_are_named_and_damage_in_them_refuses_no_row():
    flat = ODS["header or footer of pages"]()
    content = ods.one_sheet(ods.row(ods.cell(ods.p("x"))))

    assert warnings_of(ods.zipped(content, styles=flat)) == {Problem.PAGE_TEXT_NOT_READ}
    assert warnings_of(ods.zipped(content, styles=flat[:-9])) == {Problem.DAMAGED_IN_PART}
    assert warnings_of(ods.zipped(content, styles=content)) == set()


def test_long_lists_of_allowed_entries_of_xlsb_are_read():
    words = test_xlsb.record(681, test_xlsb.wide("Dupont,Petit"))
    rule = test_xlsb.record(
        64, bytes(4) + b"\1\0\0\0" + test_xlsb.area(2, 9, 2, 2) + test_xlsb.wide("") * 4 + bytes(16)
    )
    content = test_xlsb.one_sheet(test_xlsb.row(1, test_xlsb.text(1, "x")), after=words + rule)

    assert sheet_of(content).notes == {2: [(2, "formula", "Dupont,Petit")]}


# --- what says nothing, and what is damaged


@pytest.mark.parametrize("text", ["", "&P", "&CPage &P / &N", "&L&D&R&T", "&F", "- &P -"])
def test_pages_that_only_have_numbers_are_not_named(text):
    head = biff.record(0x0014, bytes([len(text), 0, 0]) + text.encode())
    pages = test_xlsb.record(479, bytes(2) + test_xlsb.wide(text) * 6)
    row = test_xlsb.row(1, test_xlsb.text(1, "x"))

    assert warnings_of(xls(head)) == set()
    assert warnings_of(test_xlsb.one_sheet(row, after=pages)) == set()


@pytest.mark.parametrize("kind", [0x01BE, 0x009E, 0x087A, 0x087F])
@pytest.mark.parametrize("content", [b"", b"\xff" * 7, b"\xff" * 60])
def test_a_damaged_rule_of_xls_is_named_and_the_rows_are_read(kind, content):
    book = xls(biff.record(kind, content))

    assert warnings_of(book) <= {Problem.FORMULAS_NOT_READ}
    assert sheet_of(book).rows[1] == ["x"]


@pytest.mark.parametrize("kind", sorted(AROUND))
@given(content=st.binary(max_size=80))
def test_any_bytes_in_a_record_of_xls_are_read_or_counted(kind, content):
    for version in (Version.BIFF5, Version.BIFF8):
        around = BiffAround(layout_of(version), KnownNames())
        around.take(kind, content)
        around.take(kind, content)


def test_a_rule_of_xls_that_is_cut_off_is_named():
    whole = allowed(words="Dupont")

    assert warnings_of(xls(biff.record(0x01BE, whole[4:40]))) == {Problem.FORMULAS_NOT_READ}


@pytest.mark.parametrize("kind", [64, 161, 167, 174, 461, 463, 479, 681])
@pytest.mark.parametrize("content", [b"", b"\xff" * 7, b"\xff" * 90])
def test_a_damaged_rule_of_xlsb_is_counted_and_the_rows_are_read(kind, content):
    row = test_xlsb.row(1, test_xlsb.text(1, "x"))
    book = test_xlsb.one_sheet(row, after=test_xlsb.record(kind, content))

    assert warnings_of(book) <= {Problem.FORMULAS_NOT_READ}
    assert sheet_of(book).rows[1] == ["x"]


def test_rules_of_xlsb_that_only_later_versions_know_are_named_if_they_hold_formulas():
    row = test_xlsb.row(1, test_xlsb.text(1, "x"))

    def with_rule(flags):
        return test_xlsb.one_sheet(row, after=test_xlsb.record(1048, bytes([flags]) + bytes(70)))

    assert warnings_of(with_rule(4)) == {Problem.FORMULAS_NOT_READ}
    assert warnings_of(with_rule(0)) == set()


def test_a_rule_that_only_points_to_cells_is_no_note():
    tokens = rgce.area(8, (0, 0), (3, 0))
    rules = len(tokens).to_bytes(2, "little") + bytes(2) + tokens + bytes(4)
    rule = biff.record(0x01BE, bytes(4) + b"\1\0\0\0" * 4 + rules + b"\1\0" + bytes(8))

    assert sheet_of(xls(rule)).notes == {}
    assert warnings_of(xls(rule)) == set()


def test_a_text_box_of_excel_5_is_named():
    content = biff.workbook(5, ("Clients", 0, biff.label(5, 0, 0, "x") + biff.record(0x005D, b"\1\0\0\0\6\0")))  # fmt: skip

    assert warnings_of(content) == {Problem.DRAWN_TEXT_NOT_READ}


def test_page_headers_of_excel_5_are_named():
    content = biff.workbook(5, ("Clients", 0, biff.label(5, 0, 0, "x") + biff.record(0x0014, b"\x08&CDupont")))  # fmt: skip

    assert warnings_of(content) == {Problem.PAGE_TEXT_NOT_READ}
