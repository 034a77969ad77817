"""Formulas of binary workbooks of Excel 2007: those with words are noted beside their results."""

import struct

import pytest

from dsr_desktop.domain.reading import Problem
from tests.integration.readers import rgce
from tests.integration.readers.formula_cells import (
    fmla,
    formulas_of,
    greeting,
    one_of,
    parsed,
    unread_of,
)
from tests.integration.readers.read_sheets import (
    sheet_of,
    sheets_of,
    warnings_of,
)
from tests.integration.readers.test_xlsb import (
    area,
    one_sheet,
    record,
    row,
    sheet_part,
    text,
    wide,
    workbook,
)


@pytest.mark.parametrize(
    ("kind", "result", "shown"),
    [
        (8, wide("Zoé"), "Zoé"),
        (9, struct.pack("<d", 2.5), "2.5"),
        (10, b"\1", "TRUE"),
        (11, b"\x2a", "#N/A"),
    ],
)
def test_every_kind_of_result_of_an_xlsb_formula_has_its_formula(kind, result, shown):
    sheet = sheet_of(one_sheet(row(3, fmla(2, greeting(12, "Zoé"), kind=kind, result=result))))

    assert sheet.rows == {3: ["", shown]}
    assert formulas_of(sheet) == {3: [(2, '="Zoé"&A1')]}


def test_a_shared_formula_of_xlsb_is_noted_in_each_of_its_cells():
    shared = rgce.text(12, "Mme ") + rgce.near_cell(12, 0, -1) + rgce.CONCAT
    sheet = sheet_of(one_sheet(
        row(2, fmla(2, *one_of(2, 2)), record(427, area(2, 9, 2, 3) + parsed(shared)),
            fmla(3, *one_of(2, 2))),
        row(9, text(1, "a"), fmla(2, *one_of(2, 2))),
    ))  # fmt: skip

    assert formulas_of(sheet) == {
        2: [(2, '="Mme "&A2'), (3, '="Mme "&B2')],
        9: [(2, '="Mme "&A9')],
    }


def test_a_formula_of_xlsb_that_fills_several_cells_is_noted_in_the_first():
    array = rgce.array(12) + rgce.cell(12, 0, 0) + rgce.CONCAT
    extra = rgce.constants(12, [["Zoé", True]])
    content = one_sheet(
        row(
            1, fmla(2, *one_of(1, 2)), record(426, area(1, 2, 2, 2) + b"\0" + parsed(array, extra))
        ),
        row(2, fmla(2, *one_of(1, 2))),
    )

    assert formulas_of(sheet_of(content)) == {1: [(2, '={"Zoé",TRUE}&A1')]}
    assert warnings_of(content) == set()


UNREAD = {
    "a broken token": fmla(1, b"\0"),
    "a formula that others should have": fmla(1, *one_of(7, 7)),
    "an owner without its column": fmla(1, rgce.shared(12, 0, 0)),
    "no formula at all": record(9, struct.pack("<IId", 0, 0, 1.5)),
    "tokens that are cut off": record(9, struct.pack("<IIdHI", 0, 0, 1.5, 0, 99)),
    "constants that are cut off": fmla(1, rgce.array(12), b"\x01\0\0\0"),
}


@pytest.mark.parametrize("broken", UNREAD.values(), ids=UNREAD)
def test_formulas_of_xlsb_that_cannot_be_read_are_counted(broken):
    part = sheet_part(row(1, text(2, "a")), row(2, broken, fmla(2, greeting(12, "Zoé"))))
    content = workbook(("Un", 0, part), ("Deux", 0, part))

    assert unread_of(content) == 2
    assert formulas_of(sheets_of(content)[1])[2][-1] == (2, '="Zoé"&A1')


def test_names_and_sheets_of_an_xlsb_workbook_are_called_by_their_names():
    book = b"".join([
        record(156, struct.pack("<II", 0, 1) + wide("r1") + wide("Clients")),
        record(156, struct.pack("<II", 0, 2) + wide("r2") + wide("Lyon 2")),
        record(355, wide("x")), record(357),
        record(362, struct.pack("<I12I", 4, 1, 1, 1, 1, 0, 1, 0, 0, 0, 1, 9, 9)),
        record(39, bytes(9) + wide("Contact") + parsed(rgce.cell(12, 0, 0)) + wide("")),
    ])  # fmt: skip
    cells = [
        *(rgce.cell_abroad(12, sheet, 0, 0) for sheet in range(4)),
        rgce.name(12, 1),
        b"\x39" + struct.pack("<HI", 0, 1),
        b"\x39" + struct.pack("<HI", 2, 1),
    ]
    part = sheet_part(row(1, *(
        fmla(column, rgce.text(12, "x") + tokens + rgce.CONCAT)
        for column, tokens in enumerate(cells, 1)
    )))  # fmt: skip
    clients, _ = sheets_of(
        workbook(("Clients", 0, part), ("Lyon 2", 0, sheet_part()), more={"xl/workbook.bin": book})
    )

    assert [words for _, words in formulas_of(clients)[1]] == [
        "=\"x\"&'Lyon 2'!A1", "=\"x\"&'Clients:Lyon 2'!A1", '="x"&?!A1', '="x"&?!A1', '="x"&Contact',
        '="x"&Contact', '="x"&?',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            bytes(9) + wide("Contact") + parsed(rgce.text(12, "Jean Petit")),
            {Problem.NAMES_NOT_READ},
        ),
        (bytes(9) + wide("Zone") + parsed(rgce.cell(12, 0, 0)), set()),
        (bytes(9) + wide("Zone") + parsed(b"\0"), {Problem.NAMES_NOT_READ}),
        (bytes(9) + b"\xff\0\0\0Zone", {Problem.NAMES_NOT_READ}),
        (bytes(3), {Problem.NAMES_NOT_READ}),
    ],
)
def test_a_name_for_words_or_for_what_cannot_be_read_is_pointed_out(name, told):
    sheets = record(156, struct.pack("<II", 0, 1) + wide("r1") + wide("Clients"))
    part = sheet_part(row(1, text(1, "Nom")))
    content = workbook(("Clients", 0, part), more={"xl/workbook.bin": sheets + record(39, name)})

    assert sheet_of(content).rows == {1: ["Nom"]}
    assert warnings_of(content) == told
