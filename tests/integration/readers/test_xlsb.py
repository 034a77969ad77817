"""Binary workbooks of Excel 2007 and later."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import FileFound
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
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CODE, PHONE, DATE, SPAN = 1, 2, 3, 4
FORMATS = {CODE: "00000", PHONE: '0#" "##" "##" "##" "##', DATE: None, SPAN: "[h]:mm:ss"}


def record(kind, content=b""):
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(content), b""
    while size > 127:
        length += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + length + bytes([size]) + content


def wide(text):
    content = text.encode("utf-16-le", "surrogatepass")
    return struct.pack("<I", len(content) // 2) + content


def row(n, *cells, hidden=False):
    flags = bytes([0, 0x10 if hidden else 0, 0])
    return record(0, struct.pack("<IIH", n - 1, 0, 300) + flags + bytes(4)) + b"".join(cells)


def cell(kind, column, content, style=0):
    return record(kind, struct.pack("<II", column - 1, style) + content)


def text(column, words):
    return cell(6, column, wide(words))


def real(column, number, style=0):
    return cell(5, column, struct.pack("<d", number), style)


def area(first_row, last_row, first_column, last_column):
    return struct.pack("<4I", first_row - 1, last_row - 1, first_column - 1, last_column - 1)


def sheet_part(*rows, after=b""):
    return record(129) + record(145) + b"".join(rows) + record(146) + after + record(130)


def relations(*entries):
    listed = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for name, kind, target, mode in entries
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'


def styles_part():
    formats = b"".join(
        record(44, struct.pack("<H", 164 + number) + wide(code))
        for number, code in FORMATS.items()
        if code
    )
    used = [0, *(164 + number if code else 14 for number, code in FORMATS.items())]
    cells = b"".join(record(47, struct.pack("<HH", 0, number) + bytes(12)) for number in used)
    below = record(626) + record(47, struct.pack("<HH", 0, 14) + bytes(12)) + record(627)
    return formats + below + record(617) + cells + record(618)


def workbook(*sheets, shared=(), flags=0, kinds=(), more=None):
    """A workbook of (name, state, part)."""
    entries = [
        (f"r{number}", "worksheet", f"worksheets/sheet{number}.bin", "")
        for number in range(1, len(sheets) + 1)
    ]
    for number, kind in enumerate(kinds):
        entries[number] = (entries[number][0], kind, *entries[number][2:])
    book = record(153, struct.pack("<I", flags) + bytes(8)) + b"".join(
        record(156, struct.pack("<II", state, number) + wide(f"r{number}") + wide(name))
        for number, (name, state, _) in enumerate(sheets, 1)
    )
    parts = {
        "_rels/.rels": relations(("a", "officeDocument", "xl/workbook.bin", "")),
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": relations(
            *entries, ("s", "styles", "styles.bin", ""), ("t", "sharedStrings", "strings.bin", "")
        ),
        "xl/styles.bin": styles_part(),
        "xl/strings.bin": b"".join(record(19, b"\0" + wide(words)) for words in shared),
        **{f"xl/worksheets/sheet{n}.bin": part for n, (_, _, part) in enumerate(sheets, 1)},
        **(more or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def one_sheet(*rows, **about):
    return workbook(("Clients", 0, sheet_part(*rows, after=about.pop("after", b""))), **about)


def test_a_file_of_another_program_is_read_whole():
    clients, hidden = sheets_of((LISTS / "clients.xlsb").read_bytes())

    assert clients.rows == {
        1: ["Nom", "Naissance", "Total", "Vrai"],
        2: ["Dupont Zoé €", "1990-05-04", "12.5", "TRUE"],
        3: ["Petit", "2024-09-01 10:30:00", "33612345678", "FALSE"],
        4: ["x", "", "-3", "123456789012345"],
    }
    assert clients.typed[2] == {"2": "1990-05-04", "3": 12.5, "4": True}
    assert (hidden.name, hidden.hidden, hidden.rows) == ("Caché", True, {1: ["a"]})


@given(tables)
def test_any_table_comes_back(table):
    rows = (
        row(n, *(text(column, words) for column, words in enumerate(cells, 1)))
        for n, cells in enumerate(table, 1)
    )

    assert rows_of(one_sheet(*rows)) == without_empty_ends(table)


@given(tables)
def test_any_table_comes_back_from_shared_texts(table):
    shared = sorted({words for cells in table for words in cells})
    rows = (
        row(n, *(cell(7, column, struct.pack("<I", shared.index(words)))
                 for column, words in enumerate(cells, 1)))
        for n, cells in enumerate(table, 1)
    )  # fmt: skip

    assert rows_of(one_sheet(*rows, shared=shared)) == without_empty_ends(table)


def test_the_format_is_named():
    assert messages_of(one_sheet(row(1, text(1, "x"))))[0] == FileFound("xlsb", None)


def test_hidden_columns_are_marked():
    def columns(first, last, *, hidden):
        return record(60, struct.pack("<4IH", first - 1, last - 1, 2_560, 0, hidden))

    about = (
        columns(1, 1, hidden=False) + columns(2, 3, hidden=True) + columns(9, 99_999, hidden=True)
    )
    part = record(129) + about + record(145) + row(1, text(1, "a")) + record(146) + record(130)

    (sheet,) = sheets_of(workbook(("Un", 0, part)))
    assert sheet.hidden_columns == {2, 3, *range(9, 16_385)}
    assert sheet.rows == {1: ["a"]}


def test_hidden_sheets_and_rows_are_marked():
    part = sheet_part(row(1, text(1, "a")), row(2, text(1, "b"), hidden=True))
    sheets = sheets_of(workbook(("Un", 0, part), ("Deux", 1, part), ("Trois", 2, part)))

    assert [(one.name, one.hidden) for one in sheets] == [
        ("Un", False), ("Deux", True), ("Trois", True),
    ]  # fmt: skip
    assert sheets[0].hidden_rows == {2}


@pytest.mark.parametrize(
    ("written", "shown", "typed"),
    [
        (real(1, 33612345678.0), "33612345678", 33612345678),
        (real(1, 42.0, CODE), "00042", 42),
        (real(1, 612345678.0, PHONE), "06 12 34 56 78", 612345678),
        (real(1, 32997.0, DATE), "1990-05-04", "1990-05-04"),
        (real(1, 1.25, SPAN), "30:00:00", 108000.0),
        (real(1, 0.1), "0.1", 0.1),
        (cell(2, 1, struct.pack("<i", 42 << 2 | 2)), "42", 42),
        (cell(2, 1, struct.pack("<i", -1250 << 2 | 3)), "-12.5", -12.5),
        (cell(2, 1, struct.pack("<d", 12.5)[4:]), "12.5", 12.5),
        (cell(9, 1, struct.pack("<d", 2.0) + bytes(8)), "2", 2),
        (cell(4, 1, b"\1"), "TRUE", True),
        (cell(10, 1, b"\0" + bytes(8)), "FALSE", False),
        (cell(3, 1, b"\x2a"), "#N/A", None),
        (cell(11, 1, b"\x07" + bytes(8)), "#DIV/0!", None),
        (cell(8, 1, wide("Zoé") + bytes(8)), "Zoé", None),
        (cell(62, 1, b"\0" + wide("Zoé")), "Zoé", None),
        (record(13, struct.pack("<Ii", 0, 42 << 2 | 2)), "42", 42),
    ],
)
def test_values_have_their_text_and_their_type(written, shown, typed):
    sheet = sheet_of(one_sheet(row(1, written)))

    assert sheet.rows == {1: [shown]}
    assert sheet.typed == ({1: {"1": typed}} if typed is not None else {})


def test_days_may_be_counted_from_1904():
    assert rows_of(one_sheet(row(1, real(1, 31535.0, DATE)), flags=1)) == {1: ["1990-05-04"]}


def test_the_last_cell_of_all_is_read():
    assert rows_of(one_sheet(row(1048576, text(16384, "loin")))) == {
        1048576: [""] * 16383 + ["loin"]
    }


def test_comments_are_read_with_their_author_even_on_empty_rows():
    comments = record(632, wide("Paul")) + b"".join(
        record(635, struct.pack("<I", 0) + area(n, n, 2, 2) + bytes(16))
        + record(637, b"\0" + wide("Vu avec Zoé"))
        + record(636)
        for n in (1, 3, 9)
    )  # fmt: skip
    more = {
        "xl/worksheets/_rels/sheet1.bin.rels": relations(("c", "comments", "../comments1.bin", "")),
        "xl/comments1.bin": comments,
    }
    sheet = sheet_of(one_sheet(row(3, text(1, "a")), row(5, text(1, "b")), more=more))

    assert list(sheet.rows) == [1, 3, 5, 9]
    assert sheet.notes == {n: [(2, "comment", "Paul: Vu avec Zoé")] for n in (1, 3, 9)}


def test_links_are_read():
    target = relations(("h", "hyperlink", "mailto:zoe@exemple.example", ' TargetMode="External"'))
    link = record(494, area(1, 1, 1, 2) + wide("h") + wide("") * 3)
    sheet = sheet_of(one_sheet(
        row(1, text(1, "Zoé")), after=link, more={"xl/worksheets/_rels/sheet1.bin.rels": target}
    ))  # fmt: skip

    assert sheet.notes == {1: [(n, "link", "mailto:zoe@exemple.example") for n in (1, 2)]}


def test_a_link_on_all_cells_is_a_bomb():
    target = relations(("h", "hyperlink", "mailto:zoe@exemple.example", ' TargetMode="External"'))
    link = record(494, area(1, 1048576, 1, 16384) + wide("h") + wide("") * 3)
    content = one_sheet(
        row(1, text(1, "a")), after=link, more={"xl/worksheets/_rels/sheet1.bin.rels": target}
    )

    assert refusal_of(content) is Problem.OUT_OF_PROPORTION


def test_chart_sheets_and_text_on_charts_are_pointed_out():
    part = sheet_part(row(1, text(1, "a")))
    content = workbook(
        ("Un", 0, part),
        ("Courbe", 0, b""),
        kinds=["worksheet", "chartsheet"],
        more={"xl/drawings/drawing1.xml": "<c:userShapes><a:t>Zoé</a:t></c:userShapes>"},
    )

    assert warnings_of(content) == {Problem.SHEETS_NOT_READ, Problem.DRAWN_TEXT_NOT_READ}
    assert warnings_of(workbook(("Un", 0, part))) == set()


DAMAGES = {
    "a column beyond all": one_sheet(row(1, text(16385, "x"))),
    "a row beyond counting": one_sheet(row(2**32, text(1, "x"))),
    "a text that is missing": one_sheet(row(1, cell(7, 1, struct.pack("<I", 5)))),
    "a text longer than its record": one_sheet(row(1, cell(6, 1, struct.pack("<I", 2**31)))),
    "a cell that is cut off": one_sheet(row(1, record(5, bytes(10)))),
    "a record without end": workbook(("x", 0, b"\x81\x01\xff\xff\xff\x7f")),
    "rows without end": workbook(("x", 0, record(145) + row(1, text(1, "x")))),
    "a sheet without part": workbook(("x", 0, b"")).replace(b"sheet1.bin", b"sheet7.bin"),
}


@pytest.mark.parametrize("content", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_refused(content):
    assert refusal_of(content) is Problem.DAMAGED


def test_a_zip_bomb_of_texts_is_refused_by_the_limit_of_text():
    content = one_sheet(row(1, text(1, "x")), shared=["x" * 30_000] * 100)

    assert refusal_of(content, text=1_000_000) is Problem.TOO_MUCH_TEXT


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_sheet_that_is_cut_off_is_refused(share):
    part = sheet_part(*(row(n, text(1, "Dupont"), text(2, "Zoé")) for n in range(1, 500)))

    assert refusal_of(workbook(("x", 0, part[: int(len(part) * share)]))) is Problem.DAMAGED


@given(st.data())
def test_random_bytes_anywhere_end_clearly(data):
    content = bytearray((LISTS / "clients.xlsb").read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(content))


def test_a_row_record_that_is_too_short_is_damage():
    part = bytearray(sheet_part(row(1, text(1, "Dupont"), real(2, 1.5)), row(2, text(3, "Zoé"))))
    part[0], part[7] = 1, 169

    read_or_refuse(workbook(("Clients", 0, bytes(part))))


@given(st.data())
def test_random_bytes_in_a_sheet_end_clearly(data):
    part = bytearray(sheet_part(row(1, text(1, "Dupont"), real(2, 1.5)), row(2, text(3, "Zoé"))))
    for place in data.draw(st.lists(st.integers(0, len(part) - 1), min_size=1, max_size=8)):
        part[place] = data.draw(st.integers(0, 255))

    read_or_refuse(workbook(("Clients", 0, bytes(part))))
