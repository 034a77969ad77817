"""Binary workbooks that their first reader refuses: what another one reads, and what it may not."""

import io
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.biff_stream import whole_stream
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.parts import ReadSheet
from dsr_desktop.readers.xlsb_values import read_xlsb_values
from tests.integration.readers import biff
from tests.integration.readers.outlook_file import compound_file
from tests.integration.readers.read_sheets import refusal_of, rows_of, sheets_of, warnings_of
from tests.integration.readers.test_binary_workbook import unicode_workbook
from tests.integration.readers.test_xlsb import (
    area,
    one_sheet,
    record,
    relations,
    row,
    sheet_part,
    text,
    wide,
    workbook,
)
from tests.nasty.spreadsheets import looping_sectors

LISTS = Path(__file__).parents[2] / "data" / "lists"
CLIENTS = (LISTS / "clients.xlsb").read_bytes()
COMMENTED = {
    "xl/worksheets/_rels/sheet1.bin.rels": relations(("c", "comments", "../comments1.bin", "")),
    "xl/comments1.bin": b"\x80\x05\xff\xff\xff\x7f damaged",
}
ROWS = 500
STREAM = unicode_workbook(biff.cells(8, [["Dupont", "Zoé"]] * ROWS))


def with_parts(content, **parts):
    """The same workbook with other parts; a None takes one out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        names = {*old.namelist(), *parts}
        for name in sorted(names):
            part = parts[name] if name in parts else old.read(name)
            if part is not None:
                new.writestr(name, part)
    return made.getvalue()


def with_sheet(extent, *rows):
    """A workbook of another program with damaged comments and these rows in its first sheet."""
    begin = record(129)
    part = sheet_part(*rows).replace(begin, begin + record(148, extent), 1)
    return with_parts(CLIENTS, **COMMENTED, **{"xl/worksheets/sheet1.bin": part})


def values_of(content, **limits):
    """Rows of each sheet as the second reader of xlsb alone has them."""
    return [
        {one.n: [*one.cells] for one in part.rows}
        for part in read_xlsb_values(Document("liste", content=content), Limits(**limits))
        if isinstance(part, ReadSheet)
    ]


def second_refusal_of(content, **limits):
    with pytest.raises(UnreadableError) as caught:
        values_of(content, **limits)
    return caught.value.problem


def test_damaged_comments_of_an_xlsb_do_not_hide_its_rows():
    damaged = with_parts(CLIENTS, **COMMENTED)

    assert [one.rows for one in sheets_of(damaged)] == [one.rows for one in sheets_of(CLIENTS)]
    assert warnings_of(damaged) == {Problem.ONLY_VALUES_READ, Problem.READ_BY_ANOTHER}


def test_the_second_reader_of_xlsb_has_the_same_values_in_the_same_places():
    assert values_of(CLIENTS) == [one.rows for one in sheets_of(CLIENTS)]


@pytest.mark.parametrize(("n", "column"), [(1, 1), (7, 3), (1_048_576, 1), (1, 16_384)])
def test_a_lone_cell_stands_where_it_stands(n, column):
    content = with_sheet(area(n, n, column, column), row(n, text(column, "loin")))

    assert sheets_of(content)[0].rows == {n: [""] * (column - 1) + ["loin"]}
    assert Problem.READ_BY_ANOTHER in warnings_of(content)


def test_values_that_the_second_reader_passes_over_are_noticed():
    short = record(17, struct.pack("<I", 0) + wide("Dupont"))

    assert values_of(with_sheet(area(1, 1, 1, 1), row(1, text(1, "a"))))[0] == {1: ["a"]}
    with pytest.raises(UnreadableError, match=Problem.DAMAGED):
        values_of(with_sheet(area(1, 1, 1, 2), row(1, text(1, "a"), short)))


@pytest.mark.parametrize(("name", "is_read"), [("Anciens", True), ("Clients", False)])
def test_of_two_sheets_with_one_name_none_is_read_twice_in_the_place_of_the_other(name, is_read):
    made = io.BytesIO()
    workbook = openpyxl.Workbook()
    workbook.active.title = "Clients"
    workbook.active.append(["Dupont"])
    workbook.create_sheet("Anciens").append(["Petit"])
    workbook.save(made)
    with zipfile.ZipFile(made) as old:
        named = old.read("xl/workbook.xml").replace(b"Anciens", name.encode())
        torn = old.read("xl/worksheets/sheet1.xml").replace(b"<sheetData>", b"<sheetData>\x0b")
    content = with_parts(
        made.getvalue(), **{"xl/workbook.xml": named, "xl/worksheets/sheet1.xml": torn}
    )

    if is_read:
        assert [one.rows for one in sheets_of(content)] == [{1: ["Dupont"]}, {1: ["Petit"]}]
        assert Problem.READ_BY_ANOTHER in warnings_of(content)
    else:
        assert refusal_of(content) is Problem.DAMAGED


def test_a_panic_of_the_second_reader_is_damage(capfd):
    lacks_much = one_sheet(row(1, text(1, "a")), more=COMMENTED)

    assert second_refusal_of(lacks_much) is Problem.DAMAGED
    assert "panicked" in capfd.readouterr().err


def test_cells_far_apart_are_not_given_to_a_reader_that_makes_room_for_all_between():
    content = one_sheet(row(1, text(1, "a")), row(1_048_576, text(16_384, "b")), more=COMMENTED)

    assert refusal_of(content) is Problem.OUT_OF_PROPORTION


def test_links_on_all_cells_stay_refused():
    link = record(494, area(1, 1_048_576, 1, 16_384) + wide("h") + wide("") * 3)
    target = relations(("h", "hyperlink", "mailto:zoe@acme.example", ' TargetMode="External"'))
    content = one_sheet(
        row(1, text(1, "a")), after=link, more={"xl/worksheets/_rels/sheet1.bin.rels": target}
    )

    assert refusal_of(content) is Problem.OUT_OF_PROPORTION


def test_what_unpacks_without_end_stays_refused():
    bomb = with_parts(
        one_sheet(row(1, text(1, "a")), more=COMMENTED), **{"xl/x.bin": bytes(30_000_000)}
    )

    assert second_refusal_of(bomb, text=3_000_000) is Problem.TOO_MUCH_TEXT


@pytest.mark.parametrize(
    "part", [b"", sheet_part(row(1, text(1, "x")))[:-8], sheet_part(row(1, record(5, bytes(10))))]
)
def test_a_sheet_that_is_cut_off_is_refused_by_both(part):
    assert refusal_of(workbook(("x", 0, part), more=COMMENTED)) is Problem.DAMAGED


@given(st.data())
def test_random_bytes_in_an_xlsb_end_clearly(data):
    with zipfile.ZipFile(io.BytesIO(CLIENTS)) as archive:
        name = data.draw(st.sampled_from([n for n in archive.namelist() if n.endswith(".bin")]))
        part = bytearray(archive.read(name))
    for place in data.draw(st.lists(st.integers(0, len(part) - 1), min_size=1, max_size=4)):
        part[place] = data.draw(st.integers(0, 255))
    damaged = with_parts(CLIENTS, **COMMENTED, **{name: bytes(part)})

    try:
        sheets_of(damaged)
    except UnreadableError as error:
        assert "fault" not in error.details  # noqa: PT017 - reading it is as good


def shared_sectors():
    """A workbook of which another stream claims the sectors: xlrd takes that for corruption."""
    content = bytearray(compound_file({"Workbook": STREAM, "x": b"abc" * 10}))
    root = 512 * (struct.unpack_from("<I", content, 0x30)[0] + 1)
    struct.pack_into("<I", content, root + 116, 0)
    return bytes(content)


def test_an_xls_in_an_odd_compound_file_is_read_whole_and_named():
    assert rows_of(shared_sectors()) == {n: ["Dupont", "Zoé"] for n in range(1, ROWS + 1)}
    assert warnings_of(shared_sectors()) == {Problem.READ_BY_ANOTHER, Problem.DAMAGED_IN_PART}


@pytest.mark.parametrize("loop", ["first", "directory", "difat"])
def test_an_xls_that_runs_in_circles_stays_refused(loop):
    assert refusal_of(looping_sectors(loop)) is Problem.DAMAGED


def test_the_stream_is_taken_out_as_it_is():
    assert whole_stream(Document("x", content=compound_file({"Workbook": STREAM}))) == STREAM


@pytest.mark.parametrize(
    "stream",
    [
        STREAM[:-4],
        STREAM[: len(STREAM) // 2],
        STREAM + b"Dupont",
        STREAM + biff.record(0x000A),
        b"\x09\x08\xff\xff" + bytes(70_000),
        bytes(5_000),
    ],
)
def test_a_stream_of_which_something_is_missing_is_refused(stream):
    with pytest.raises(UnreadableError, match=Problem.DAMAGED):
        whole_stream(Document("x", content=compound_file({"Workbook": stream})))


def test_a_file_without_a_workbook_is_refused():
    with pytest.raises(UnreadableError, match=Problem.DAMAGED):
        whole_stream(Document("x", content=compound_file({"x": STREAM})))


def test_links_on_all_cells_of_an_xls_are_refused_by_every_reader():
    identity = bytes.fromhex("d0c9ea79f9bace118c8200aa004ba90b")
    link = biff.record(0x01B8, struct.pack("<4H", 0, 65535, 0, 65535) + identity + bytes(64))

    assert refusal_of(unicode_workbook(biff.label(8, 0, 0, "x"), link)) is Problem.OUT_OF_PROPORTION
