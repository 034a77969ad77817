"""Binary workbooks of Excel 2 to 2003."""

import struct
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import FileFound
from tests.integration.readers import biff
from tests.integration.readers.read_sheets import (
    messages_of,
    read_or_refuse,
    refusal_of,
    rows_of,
    sheet_of,
    sheets_of,
    tables,
    warnings_of,
    without_empty_ends,
)

LISTS = Path(__file__).parents[2] / "data" / "lists"
TRAPS = (LISTS / "traps.xls").read_bytes()
CODEPAGE_1252 = biff.record(0x0042, struct.pack("<H", 1252))
western = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=12)
western_tables = st.lists(st.lists(western, max_size=5), max_size=6).filter(without_empty_ends)


def unicode_workbook(*records):
    return biff.workbook(8, ("Clients", 0, b"".join(records)))


@pytest.mark.parametrize("name", ["traps.xls", "traps1904.xls"])
def test_a_file_of_libreoffice_is_read_whole(name):
    clients, old, secret, empty = sheets_of((LISTS / name).read_bytes())

    assert clients.rows == {
        3: ["", "Nom", "Naissance", "Code", "Téléphone", "Total"],
        4: ["", "Dupont, Zoé", "1990-05-04", "00042", "06 12 34 56 78", "12.5"],
        5: ["", "Petit\nJean", "2024-09-01 10:30:00", "33612345678", "123456789012345", "TRUE"],
        6: ["", "Lien", "Dupont, Zoé x", "#DIV/0!", "#N/A", "2"],
        7: ["", "Caché"],
        8: ["", "Fusion", "", "", "08:15:00", "30:00:00"],
        9: ["", "", "", "", "0.07", "1234567"],
        12: ["", "  deux  espaces  ", "a\tb", "01000", "-3", "100000000000000000000",
             "1850512345678", "0.1", "1234567890123457024"],
    }  # fmt: skip
    assert clients.hidden_rows == {7}
    assert clients.typed[4] == {"3": "1990-05-04", "4": 42, "5": 612345678, "6": 12.5}
    assert clients.typed[5]["3"] == "2024-09-01T10:30:00"
    assert clients.typed[5]["6"] is True
    assert clients.typed[8] == {"5": "08:15:00", "6": 108000.0}
    assert clients.notes == {
        6: [
            (3, "formula", '=B4&" x"'),
            (2, "comment", "Vu avec Anaïs Martin"),
            (2, "link", "mailto:camille@exemple.example?subject=x"),
        ]
    }
    assert [(one.name, one.hidden) for one in (clients, old, secret, empty)] == [
        ("Clients", False), ("Anciens", True), ("Secret", True), ("Vide", False),
    ]  # fmt: skip
    assert (old.rows, secret.rows) == ({1: ["Ancien", "Lefèvre"]}, {1: ["Secret", "Œuvre"]})


def test_nothing_is_said_about_a_file_that_is_read_whole():
    assert messages_of(TRAPS)[0] == FileFound("xls", None)
    assert warnings_of(TRAPS) == set()


@given(tables)
def test_any_table_comes_back_from_excel_97(rows):
    assert rows_of(unicode_workbook(biff.cells(8, rows))) == without_empty_ends(rows)


@given(western_tables)
def test_any_table_comes_back_from_excel_5(rows):
    content = biff.workbook(5, ("Clients", 0, biff.cells(5, rows)), settings=CODEPAGE_1252)

    assert rows_of(content) == without_empty_ends(rows)


@given(western_tables, st.sampled_from([2, 3, 4]))
def test_any_table_comes_back_from_older_excels(rows, version):
    content = biff.old_sheet(version, CODEPAGE_1252, biff.cells(version, rows))

    assert rows_of(content) == without_empty_ends(rows)


@pytest.mark.parametrize("version", [2, 3, 4])
def test_the_only_sheet_of_an_old_file_is_called_like_the_file(version):
    content = biff.old_sheet(
        version, biff.label(version, 4, 2, "Zoé €"), biff.number(version, 4, 3, 33612345678.0)
    )

    sheet = sheet_of(content)

    assert (sheet.name, sheet.rows) == ("liste", {5: ["", "", "Zoé €", "33612345678"]})


def test_sheets_of_excel_5_are_read_with_their_names_and_those_hidden_marked():
    sheets = sheets_of(biff.workbook(
        5,
        ("Clients", 0, biff.label(5, 0, 0, "Zoé €")),
        ("Cachés", 1, biff.label(5, 9, 1, "Petit")),
        ("Secrets", 2, biff.number(5, 0, 0, 42.0)),
    ))  # fmt: skip

    assert [(one.name, one.hidden, one.rows) for one in sheets] == [
        ("Clients", False, {1: ["Zoé €"]}),
        ("Cachés", True, {10: ["", "Petit"]}),
        ("Secrets", True, {1: ["42"]}),
    ]


def test_hidden_columns_are_marked():
    columns = b"".join(
        biff.record(0x007D, struct.pack("<6H", first, last, 2_560, 15, hidden, 0))
        for first, last, hidden in ((0, 0, 0), (1, 2, 1), (255, 255, 1))
    )
    sheet = sheet_of(unicode_workbook(columns + biff.label(8, 0, 0, "Zoé")))

    assert sheet.hidden_columns == {2, 3, 256}
    assert sheet.rows == {1: ["Zoé"]}


def test_the_last_cell_of_all_is_read():
    assert rows_of(unicode_workbook(biff.label(8, 65535, 255, "loin"))) == {
        65536: [""] * 255 + ["loin"]
    }


def test_a_cell_beyond_the_last_column_is_damage():
    assert refusal_of(unicode_workbook(biff.label(8, 0, 256, "x"))) is Problem.DAMAGED


def test_a_sheet_that_is_a_chart_is_pointed_out():
    chart = biff.record(0x0085, struct.pack("<IBB", 0, 0, 2) + b"\x01\x00C")
    content = biff.workbook(8, ("Clients", 0, biff.label(8, 0, 0, "Zoé")), settings=b"")
    with_chart = biff.workbook(8, ("Clients", 0, biff.label(8, 0, 0, "Zoé")), settings=chart)

    assert warnings_of(content) == set()
    assert warnings_of(with_chart) == {Problem.SHEETS_NOT_READ}


def test_text_in_a_box_outside_of_all_sheets_is_pointed_out():
    text = struct.pack("<HH6sHHI", 0, 0, b"", 3, 0, 0)
    box = biff.record(0x01B6, text) + biff.record(0x003C, b"\x00Zoe")
    content = biff.workbook(8, ("Clients", 0, biff.label(8, 0, 0, "x")), settings=box)

    assert warnings_of(content) == {Problem.DRAWN_TEXT_NOT_READ}


def test_a_protected_file_asks_for_its_password():
    assert refusal_of(biff.workbook(8, ("x", 0, b""), settings=biff.record(0x002F, bytes(6)))) is (
        Problem.PASSWORD
    )


def test_a_workbook_with_damaged_formats_is_read_without_them_and_says_so():
    damaged = biff.record(0x00E5, b"\x05\x00")
    content = unicode_workbook(biff.label(8, 0, 0, "Zoé"), damaged)

    assert rows_of(content) == {1: ["Zoé"]}
    assert warnings_of(content) == {Problem.READ_BY_ANOTHER}


def test_a_link_on_all_cells_is_a_bomb():
    identity = bytes.fromhex("d0c9ea79f9bace118c8200aa004ba90b")
    link = biff.record(0x01B8, struct.pack("<4H", 0, 65535, 0, 65535) + identity + bytes(64))

    assert refusal_of(unicode_workbook(biff.label(8, 0, 0, "x"), link)) is Problem.OUT_OF_PROPORTION


def test_the_reader_writes_nothing_where_the_rows_go(capfd):
    read_or_refuse(
        unicode_workbook(biff.record(0x0208, b"\xff\xff" + bytes(14)), biff.label(8, 0, 300, "x"))
    )

    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("sector", range(16))
def test_looping_sectors_end_clearly(sector):
    content = bytearray(TRAPS)
    table = 512 * (struct.unpack_from("<I", content, 0x4C)[0] + 1)
    struct.pack_into("<I", content, table + 4 * sector, sector)

    read_or_refuse(bytes(content))


@pytest.mark.parametrize("share", [0.05, 0.2, 0.4, 0.6, 0.8, 0.95])
def test_a_file_that_is_cut_off_is_refused(share):
    stream = unicode_workbook(biff.cells(8, [["Dupont", "Zoé"]] * 500))

    assert refusal_of(TRAPS[: int(len(TRAPS) * share)]) is Problem.DAMAGED
    assert refusal_of(stream[: int(len(stream) * share)]) is Problem.DAMAGED


@given(st.data())
def test_random_bytes_anywhere_end_clearly(data):
    content = bytearray(TRAPS)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(content))


def test_reading_loads_nothing_that_reaches_the_network():
    read_or_refuse(TRAPS)

    assert not {"numpy", "pandas"} & set(sys.modules)


def test_a_sheet_that_the_list_of_sheets_does_not_name_is_told():
    two = TRAPS.replace(b"\x85\x00", b"\x85\x80", 1)
    assert TRAPS.count(b"\x85\x00") >= 4

    assert Problem.DAMAGED_IN_PART in warnings_of(two)
    assert Problem.DAMAGED_IN_PART not in warnings_of(TRAPS)
