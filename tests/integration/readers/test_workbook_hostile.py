"""Workbooks made to do harm: each ends with a clear word, or is read."""

import io
import os
import resource
import subprocess
import sys
import zipfile

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import Rows, UnreadableError
from dsr_desktop.readers.ooxml.book import MOST_SHEETS
from dsr_desktop.readers.process import ReaderProcess
from tests.integration.readers.workbook_parts import (
    MAIN,
    OFFICE,
    SHEET,
    book,
    number,
    problems,
    refusal,
    relations,
    row,
    rows_of,
    sheet,
    strings,
    zipped,
)

TEXT = (' t="s"', "<v>0</v>")
MEBIBYTE = 1024 * 1024


def repeated(before, piece, count, after):
    """Bytes of XML with a piece many times over."""
    return b"".join((before.encode(), piece.encode() * count, after.encode()))


def test_a_far_cell_is_read_at_its_place_for_little_memory():
    far = book(sheet(row(1, number(1)) + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert rows_of(far) == [(1, ["1"]), (1_048_576, [*[""] * 16_383, "2"])]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_far_cells_in_every_row_end_at_the_limit_of_text():
    rows = "".join(f'<row r="{n}"><c r="XFD{n}"><v>2</v></c></row>' for n in range(1, 20_001))

    assert refusal(book(sheet(rows)), text=20_000_000) is Problem.TOO_MUCH_TEXT
    assert refusal(book(sheet(rows.replace("<v>", "<v ><!-- -->"))), text=20_000_000) is Problem.TOO_MUCH_TEXT  # fmt: skip


@pytest.mark.parametrize("inside", ["{}", "<![CDATA[{}]]>", "&lt;{}"])
def test_a_giant_shared_text_is_a_cell_too_long(inside):
    before, after = inside.split("{}")
    shared = repeated(
        f'<sst xmlns="{MAIN}"><si><t>{before}', "a" * 1024, 65_536, f"{after}</t></si></sst>"
    )

    assert refusal(book(sheet(row(1, TEXT)), shared=shared)) is Problem.CELL_TOO_LONG


def test_a_giant_text_that_no_cell_shows_does_no_harm():
    shared = repeated(f'<sst xmlns="{MAIN}"><si><t>', "a" * 1024, 65_536, "</t></si></sst>")

    assert rows_of(book(sheet(row(1, number(1))), shared=shared)) == [(1, ["1"])]


@pytest.mark.parametrize("kind", [' t="str"', ""])
def test_a_giant_text_in_its_cell_is_too_long(kind):
    before, after = sheet(f'<row r="1"><c r="A1"{kind}><v>|</v></c></row>').split("|")
    content = book(repeated(before, "7" * 1024, 32_768, after))

    assert refusal(content) is Problem.CELL_TOO_LONG


def test_many_shared_texts_end_at_the_limit_of_text():
    shared = repeated(f'<sst xmlns="{MAIN}">', f"<si><t>{'a' * 30_000}</t></si>", 2_000, "</sst>")

    assert (
        refusal(book(sheet(row(1, TEXT)), shared=shared), text=30_000_000) is Problem.TOO_MUCH_TEXT
    )


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml"])
@pytest.mark.parametrize("filling", [" ", "<x/>", "<!-- x -->", "x"])
def test_a_part_that_unpacks_without_end_is_too_much(part, filling):
    before, after = sheet("|").split("|")
    if part != SHEET:
        before, after = f'<sst xmlns="{MAIN}">', "</sst>"
    content = book(
        sheet(row(1, TEXT)),
        shared=strings("<t>Dupont</t>"),
        more={part: repeated(before, filling * 1024, 9_000, after)},
    )

    assert refusal(content, text=MEBIBYTE) is Problem.TOO_MUCH_TEXT


def test_a_large_part_that_packs_as_no_list_does_is_a_trap():
    content = book(repeated(sheet("")[:-25], " " * MEBIBYTE, 101, "</sheetData></worksheet>"))

    assert refusal(content) is Problem.PACKED_TOO_TIGHTLY


def test_tags_that_do_not_end_are_refused():
    endless = repeated(
        sheet("")[:-30] + '<row r="', "1" * 1024, 65_536, '"/></sheetData></worksheet>'
    )

    assert refusal(book(endless)) is Problem.DAMAGED


def test_elements_inside_elements_without_end_are_refused():
    assert refusal(book(sheet("<row><c>" * 100_000))) is Problem.DAMAGED
    assert refusal(book(sheet(row(1, "a")), style="<x>" * 100_000)) is Problem.DAMAGED


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>'
BY_PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'
ELSEWHERE = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'
PARTS = ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET, "xl/styles.xml",
         "xl/sharedStrings.xml"]  # fmt: skip


def defining(part, definition, encoding):
    content = book(
        sheet(row(1, TEXT)), shared=strings("<t>Dupont</t>"), style=f'<styleSheet xmlns="{MAIN}"/>'
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    plain = (
        parts[part].decode().removeprefix('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')
    )
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    parts[part] = (head + definition + plain).encode(encoding)
    return zipped(parts)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig", "iso-8859-1"])
@pytest.mark.parametrize("definition", [LAUGHS, OUTSIDE, BY_PARAMETER, ELSEWHERE])
def test_text_that_a_part_defines_is_never_expanded(part, encoding, definition):
    assert refusal(defining(part, definition, encoding)) is Problem.DEFINES_TEXT


@pytest.mark.parametrize("encoding", ["utf-32", "utf-7", "cp037"])
def test_encodings_that_nobody_uses_are_refused(encoding):
    assert refusal(defining(SHEET, LAUGHS, encoding)) in {Problem.DEFINES_TEXT, Problem.DAMAGED}


@pytest.mark.parametrize("entity", ["&laugh;", "&#0;", "&#x110000;", "&;", "& ", "&amp"])
def test_entities_that_mean_nothing_are_refused(entity):
    assert refusal(book(sheet(row(1, (' t="str"', f"<v>a{entity}b</v>"))))) is Problem.DAMAGED


@pytest.mark.parametrize("n", ["0", "-1", "1048577", "9" * 20, "9" * 5000, "x", "", "1.5", "٣"])
def test_rows_that_no_sheet_has_are_refused(n):
    assert refusal(book(sheet(f'<row r="{n}"><c><v>1</v></c></row>'))) is Problem.DAMAGED


@pytest.mark.parametrize(
    "place", ["A0", "A1048577", "XFE1", "AAAA1", "1", "A", "A-1", "A99999999999", "é1", "$"]
)
def test_cells_that_no_sheet_has_are_refused(place):
    cell = f'<row r="1"><c r="{place}"><v>1</v></c></row>'

    assert refusal(book(sheet(cell))) is Problem.DAMAGED


@pytest.mark.parametrize("index", ["1", "-1", "x", "1e3", "9" * 5000, "²", "0.0"])
def test_texts_that_are_not_there_are_refused(index):
    content = book(sheet(row(1, (' t="s"', f"<v>{index}</v>"))), shared=strings("<t>Dupont</t>"))

    assert refusal(content) is Problem.DAMAGED


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_missing_part_is_no_empty_one(part):
    content = book(sheet(row(1, TEXT)), shared=strings("<t>Dupont</t>"), more={"xl/workbook2.xml": "<x/>"}, without=[part])  # fmt: skip

    assert refusal(content) is not None


def test_missing_shared_texts_are_not_empty_cells():
    assert refusal(book(sheet(row(1, TEXT, number(1))))) is Problem.DAMAGED


@pytest.mark.parametrize("names", [(SHEET, SHEET), (SHEET, SHEET.upper())])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused(names):
    stream = io.BytesIO(book(sheet(""), without=[SHEET]))
    with zipfile.ZipFile(stream, "a") as archive:
        for name, text in zip(names, ("Dupont", "Petit"), strict=True):
            archive.writestr(name, sheet(row(1, text)))

    assert refusal(stream.getvalue()) is Problem.DAMAGED


def many_sheets(count):
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, count + 1))
    return book(
        sheet(row(1, "a")),
        more={
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}'
            "</sheets></workbook>"
        },
    )


def test_a_hundred_thousand_sheets_are_too_many():
    assert refusal(many_sheets(100_000)) is Problem.TOO_MANY_SHEETS
    assert refusal(many_sheets(MOST_SHEETS + 1)) is Problem.TOO_MANY_SHEETS


def test_many_sheets_of_one_part_are_held_to_the_limit_of_rows():
    assert len(rows_of(many_sheets(50))) == 50
    assert refusal(many_sheets(50), rows=49) is Problem.TOO_MANY_ROWS


def test_a_sheet_that_points_outside_is_never_followed():
    links = relations(("rId1", "worksheet", "file:///etc/passwd", "external"))

    assert refusal(book("", more={"xl/_rels/workbook.xml.rels": links})) is Problem.DAMAGED


@pytest.mark.parametrize("target", ["../../../../etc/passwd", "/etc/passwd", "C:\\x.xml", ""])
def test_a_sheet_is_looked_for_in_the_package_alone(target):
    links = relations(("rId1", "worksheet", target))

    assert refusal(book("", more={"xl/_rels/workbook.xml.rels": links})) is Problem.DAMAGED


def large_book():
    names = [f"Nom {n}" for n in range(3_000)]
    rows = "".join(row(n, (' t="s"', f"<v>{n - 1}</v>"), number(n)) for n in range(1, 3_001))
    return book(sheet(rows), shared=strings(*(f"<t>{name}</t>" for name in names)))


WHOLE = large_book()


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.8, 0.99])
def test_a_cut_off_workbook_is_damaged(share):
    assert refusal(WHOLE[: int(len(WHOLE) * share)]) is Problem.DAMAGED


@pytest.mark.parametrize("place", range(100, len(WHOLE) - 2_000, len(WHOLE) // 60))
def test_bytes_that_changed_are_refused_or_change_nothing(place):
    changed = bytearray(WHOLE)
    changed[place : place + 8] = bytes(255 - one for one in changed[place : place + 8])
    try:
        rows = rows_of(bytes(changed))
    except UnreadableError as error:
        assert error.problem in {Problem.DAMAGED, Problem.NOTHING_INSIDE, Problem.PASSWORD, Problem.UNKNOWN_KIND}  # noqa: PT017  # fmt: skip
    else:
        assert rows == rows_of(WHOLE)


@pytest.mark.parametrize("place", [50, 5_000, 40_000])
def test_xml_cut_off_inside_a_whole_zip_is_damaged(place):
    rows = "".join(row(n, number(n)) for n in range(1, 2_000))

    assert refusal(book(sheet(rows)[:place])) is Problem.DAMAGED


def test_what_stands_behind_the_sheet_is_not_passed_over():
    assert refusal(book(sheet(row(1, "a")) + sheet(row(1, "b")))) is Problem.DAMAGED


def test_a_sheet_that_says_it_is_small_is_read_whole():
    rows = sheet(row(1, "a") + row(900, "b"), before='<dimension ref="A1"/>')

    assert rows_of(book(rows)) == [(1, ["a"]), (900, ["b"])]


def test_a_sealed_part_asks_for_a_password():
    content = bytearray(book(sheet(row(1, "a"))))
    for at in range(len(content) - 46):  # the flags in both heads of the part
        offset = {b"PK\x03\x04": (6, 30), b"PK\x01\x02": (8, 46)}.get(bytes(content[at : at + 4]))
        if offset and content[at + offset[1] :].startswith(SHEET.encode()):
            content[at + offset[0]] |= 1

    assert refusal(bytes(content)) is Problem.PASSWORD


def test_values_are_never_evaluated_and_macros_are_only_bytes():
    content = book(
        sheet(row(1, (' t="str"', '<f>WEBSERVICE("http://acme.example/")</f><v>cached</v>'))),
        more={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 100},
    )

    assert rows_of(content) == [(1, ["cached"])]
    assert problems(content) == []


def test_the_reader_process_survives_a_far_cell_and_a_giant_text(tmp_path):
    far = book(sheet(row(1, number(1)) + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'))
    shared = repeated(f'<sst xmlns="{MAIN}"><si><t>', "a" * 1024, 60_000, "</t></si></sst>")
    (tmp_path / "far.xlsx").write_bytes(far)
    (tmp_path / "giant.xlsx").write_bytes(book(sheet(row(1, TEXT)), shared=shared))

    with ReaderProcess() as reader:
        for _twice in range(2):
            rows = [
                m for m in reader.read(tmp_path / "far.xlsx", lambda: None) if isinstance(m, Rows)
            ]
            assert [one[0] for one in rows[0].rows] == [1, 1_048_576]
            with pytest.raises(UnreadableError) as caught:
                list(reader.read(tmp_path / "giant.xlsx", lambda: None))
            assert caught.value.problem is Problem.CELL_TOO_LONG


def test_reading_loads_nothing_that_reaches_out(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(book(sheet(row(1, "a"), after="\x0b")))
    program = (
        "import sys; from pathlib import Path\n"
        "from dsr_desktop.domain.reading import Limits\n"
        "from dsr_desktop.readers.document import Document\n"
        "from dsr_desktop.readers.reading import read_document\n"
        "list(read_document(Document.on_disk(Path(sys.argv[1])), Limits()))\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "a.xlsx"],
        env={**os.environ, "PYTHONPATH": "src"}, check=True, capture_output=True, text=True,
    )  # fmt: skip

    loaded = set(done.stdout.split())
    assert {"dsr_desktop.readers.workbook", "dsr_desktop.readers.workbook_values"} <= loaded
    assert {"ssl", "socket", "numpy", "pandas", "openpyxl"}.isdisjoint(loaded)
