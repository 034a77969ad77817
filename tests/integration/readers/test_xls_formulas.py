"""Formulas of binary workbooks of Excel 2 to 97: those with words are noted beside their results."""

import struct

import pytest

from dsr_desktop.domain.reading import Problem
from tests.integration.readers import biff, rgce
from tests.integration.readers.formula_cells import (
    CODEPAGE_1252,
    XLS,
    formulas_of,
    greeting,
    unread_of,
    xls,
)
from tests.integration.readers.outlook_file import compound_file
from tests.integration.readers.read_sheets import (
    sheet_of,
    sheets_of,
    warnings_of,
)

MAIL = "mailto:marie@acme.example"


@pytest.mark.parametrize("version", XLS)
def test_formulas_with_words_are_noted_in_every_excel(version):
    sheet = sheet_of(xls(
        version,
        biff.label(version, 0, 0, "Nom"),
        biff.formula(version, 1, 0, greeting(version, "Mme Zoé")),
        biff.formula(version, 1, 1, rgce.cell(version, 0, 0) + rgce.whole(2) + b"\x05"),
        biff.formula(version, 4, 2, greeting(version, "Léa")),
    ))  # fmt: skip

    assert formulas_of(sheet) == {2: [(1, '="Mme Zoé"&A1')], 5: [(3, '="Léa"&A1')]}
    assert sheet.rows == {1: ["Nom"], 2: ["1.5", "1.5"], 5: ["", "", "1.5"]}


def test_formulas_of_excel_4_in_a_package_are_noted():
    stream = xls(4, biff.formula(4, 0, 0, greeting(4, "Zoé")))

    assert formulas_of(sheet_of(compound_file({"Book": stream}))) == {1: [(1, '="Zoé"&A1')]}


def test_a_mail_address_that_only_a_formula_holds_is_noted():
    tokens = rgce.text(8, MAIL) + rgce.text(8, "Marie") + rgce.call(8, rgce.HYPERLINK, 2)

    assert formulas_of(sheet_of(xls(8, biff.formula(8, 0, 0, tokens)))) == {
        1: [(1, f'=HYPERLINK("{MAIL}","Marie")')]
    }


@pytest.mark.parametrize("version", XLS)
def test_formulas_of_sheets_that_are_read_whole_are_not_pointed_out(version):
    content = xls(version, biff.formula(version, 0, 0, greeting(version, "Zoé")))

    assert warnings_of(content) == set()


@pytest.mark.parametrize("version", [5, 8])
def test_a_shared_formula_is_noted_in_each_of_its_cells(version):
    shared = rgce.text(version, "Mme ") + rgce.near_cell(version, 0, -1) + rgce.CONCAT
    cells = [biff.formula(version, n, 1, rgce.shared(version, 2, 1), flags=8) for n in (2, 3, 7)]
    cells.insert(1, biff.shared_formula(2, 7, 1, 1, shared))

    sheet = sheet_of(xls(version, *cells))

    assert formulas_of(sheet) == {n: [(2, f'="Mme "&A{n}')] for n in (3, 4, 8)}


@pytest.mark.parametrize("version", XLS)
def test_a_formula_that_fills_several_cells_is_noted_in_the_first(version):
    array = rgce.text(version, "Mme ") + rgce.area(version, (0, 0), (1, 0)) + rgce.CONCAT
    content = xls(
        version,
        biff.formula(version, 0, 1, rgce.shared(version, 0, 1)),
        biff.array_formula(version, 0, 1, 1, 1, array),
        biff.formula(version, 1, 1, rgce.shared(version, 0, 1)),
    )

    assert formulas_of(sheet_of(content)) == {1: [(2, '="Mme "&A1:A2')]}
    assert unread_of(content) is None


@pytest.mark.parametrize("version", XLS)
def test_constants_of_an_array_are_noted(version):
    extra = rgce.constants(version, [["Zoé", 2], ["Léa", None]])
    content = xls(version, biff.formula(version, 0, 0, rgce.array(version), extra))

    assert formulas_of(sheet_of(content)) == {1: [(1, '={"Zoé",2;"Léa",#N/A}')]}


@pytest.mark.parametrize("version", XLS)
def test_formulas_that_cannot_be_read_are_counted_for_the_whole_file(version):
    fault = rgce.text(version, "Marie") + b"\0"
    orphan = rgce.shared(version, 9, 9)
    content = xls(
        version,
        biff.label(version, 0, 0, "Nom"),
        biff.formula(version, 1, 0, fault),
        biff.formula(version, 2, 0, greeting(version, "Zoé")),
        biff.formula(version, 3, 0, orphan),
    )

    assert unread_of(content) == 2
    assert formulas_of(sheet_of(content)) == {2: [(1, '="Marie",…')], 3: [(1, '="Zoé"&A1')]}


def test_formulas_that_cannot_be_read_are_counted_over_all_sheets():
    fault = biff.formula(8, 0, 0, b"\0")

    assert unread_of(biff.workbook(8, ("Un", 0, fault), ("Deux", 1, fault + fault))) == 3


def test_a_formula_longer_than_its_record_is_not_read_to_its_end():
    whole = biff.formula(8, 0, 0, rgce.text(8, "Marie"))
    cut = bytearray(whole)
    struct.pack_into("<H", cut, 24, 99)

    assert unread_of(xls(8, whole)) is None
    assert unread_of(xls(8, bytes(cut))) == 1


def test_formulas_of_a_chart_inside_a_sheet_are_none_of_its_cells():
    chart = biff.begin(8, 0x0020) + biff.formula(8, 0, 0, rgce.text(8, "x")) + biff.record(0x000A)
    after = biff.formula(8, 5, 0, greeting(8, "Zoé"))

    assert formulas_of(sheet_of(xls(8, chart, after))) == {6: [(1, '="Zoé"&A1')]}


def test_a_workbook_whose_formats_are_damaged_still_has_its_formulas():
    content = xls(8, biff.formula(8, 0, 0, greeting(8, "Zoé")), biff.record(0x00E5, b"\x05\x00"))

    assert warnings_of(content) == {Problem.READ_BY_ANOTHER}
    assert formulas_of(sheet_of(content)) == {1: [(1, '="Zoé"&A1')]}


@pytest.mark.parametrize("version", [5, 8])
@pytest.mark.parametrize(
    ("tokens", "told"),
    [
        (lambda version: rgce.text(version, "Jean Petit"), {Problem.NAMES_NOT_READ}),
        (lambda version: rgce.text(version, " "), set()),
        (lambda version: rgce.cell(version, 0, 0), set()),
    ],
)
def test_a_name_for_words_is_pointed_out(version, tokens, told):
    settings = biff.defined_name(version, "Contact", tokens(version))
    content = biff.workbook(
        version, ("Clients", 0, biff.label(version, 0, 0, "Nom")), settings=CODEPAGE_1252 + settings
    )

    assert warnings_of(content) == told


def test_names_and_sheets_of_an_xls_workbook_are_called_by_their_names():
    """The workbook itself, the functions of an add-in, and another workbook as sources."""
    function = struct.pack("<HI", 0, 0) + b"\x08\0TRADUIRE" + struct.pack("<HBB", 2, 0x1C, 0x17)
    settings = b"".join([
        biff.record(0x01AE, struct.pack("<HH", 1, 0x0401)),
        biff.record(0x01AE, struct.pack("<HH", 1, 0x3A01)), biff.record(0x0023, function),
        biff.record(0x01AE, struct.pack("<HH", 0, 5) + b"\0x.xls"),
        biff.record(0x0017, struct.pack("<H9H", 3, 0, 0, 0, 1, 0xFFFE, 0xFFFE, 2, 0, 0)),
        biff.defined_name(8, "Contact", rgce.cell(8, 0, 0)),
    ])  # fmt: skip
    called = [
        rgce.cell_abroad(8, 0, 0, 0), rgce.cell_abroad(8, 2, 0, 0), rgce.name(8, 1),
        *(b"\x39" + struct.pack("<HHH", reference, 1, 0) for reference in range(3)),
    ]  # fmt: skip
    cells = b"".join(
        biff.formula(8, 0, column, rgce.text(8, "x") + tokens + rgce.CONCAT)
        for column, tokens in enumerate(called)
    )

    sheet = sheet_of(biff.workbook(8, ("Lyon 2", 0, cells), settings=settings))

    assert [words for _, words in formulas_of(sheet)[1]] == [
        "=\"x\"&'Lyon 2'!A1", '="x"&?!A1', '="x"&Contact', '="x"&Contact', '="x"&TRADUIRE',
        '="x"&?',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sheet", "shown"), [(0, '="x"&Un!A1'), (1, "=\"x\"&'Deux 2'!A1"), (7, '="x"&?!A1')]
)
def test_sheets_of_excel_5_are_called_by_their_names(sheet, shown):
    tokens = rgce.text(5, "x") + rgce.cell_abroad(5, sheet, 0, 0) + rgce.CONCAT
    content = biff.workbook(5, ("Un", 0, biff.formula(5, 0, 0, tokens)), ("Deux 2", 0, b""))

    assert formulas_of(sheets_of(content)[0]) == {1: [(1, shown)]}
