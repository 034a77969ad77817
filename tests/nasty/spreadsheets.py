"""Workbooks made to do harm: Open XML, OpenDocument, the old binary form."""

import io
import struct
import zipfile
from functools import partial
from pathlib import Path

from dsr_desktop.domain.reading import Problem
from tests.integration.readers import biff
from tests.integration.readers.test_open_document import TRAPS as ODS_TRAPS
from tests.integration.readers.test_open_document import (
    zipped as ods_zipped,
)
from tests.integration.readers.workbook_parts import MAIN, SHEET, book, row, sheet, strings
from tests.nasty.nasty_file import read, refused
from tests.nasty.packing import packed

LISTS = Path(__file__).parents[1] / "data" / "lists"
KIBIBYTE, MEBIBYTE = 1024, 1024 * 1024
LONGEST_CELL = 32_767


def far_cell():
    return book(
        sheet(
            row(1, "Dupont") + '<row r="1048576"><c r="XFD1048576" t="str"><v>Petit</v></c></row>'
        )
    )


def with_part(name, pieces, workbook):
    """A workbook in which one part is made of these pieces."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = {one: [archive.read(one)] for one in archive.namelist()}
    return packed(parts | {name: pieces})


def cell_of(pieces):
    """A workbook whose only cell holds these pieces of text."""
    before, after = sheet('<row r="1"><c r="A1" t="str"><v>|</v></c></row>').encode().split(b"|")
    return with_part(SHEET, [before, *pieces, after], book(""))


def cell_of_a_gigabyte():
    return cell_of([b"x" * MEBIBYTE] * 1024)


def cell_of_five_megabytes():
    return cell_of([bytes(65 + (n * n) % 26 for n in range(MEBIBYTE))] * 5)


def shared_text_in(columns, rows):
    """One longest text, shown by every cell of a wide sheet: kilobytes that mean gigabytes."""
    cells = '<c t="s"><v>0</v></c>' * columns
    return book(sheet(f"<row>{cells}</row>" * rows), shared=strings(f"<t>{'x' * LONGEST_CELL}</t>"))


def shared_texts_without_end():
    """A part of 150 MB that packs into kilobytes, as no list does."""
    return with_part(
        "xl/sharedStrings.xml",
        [
            f'<sst xmlns="{MAIN}">'.encode(),
            *[b"<si><t>" + b"y" * MEBIBYTE + b"</t></si>"] * 150,
            b"</sst>",
        ],
        book(sheet(row(1, (' t="s"', "<v>0</v>"))), shared=strings("<t>Dupont</t>")),
    )


def cut(make, share):
    content = make()
    return content[: int(len(content) * share)]


def sound_workbook():
    return book(
        sheet(
            row(1, "Nom", "Ville") + "".join(row(n, f"Dupont {n}", "Metz") for n in range(2, 500))
        )
    )


def old_workbook():
    return biff.workbook(8, ("Liste", 0, biff.cells(8, [["Nom"], ["Dupont"]] * 50)))


def looping_sectors(where):
    """The sample of old workbooks with a sector (of the table or the directory) that follows itself."""
    content = bytearray((LISTS / "traps.xls").read_bytes())
    fat = 512 * (struct.unpack_from("<I", content, 0x4C)[0] + 1)
    directory = struct.unpack_from("<I", content, 0x30)[0]
    if where == "difat":
        struct.pack_into("<II", content, 0x44, 0, 0xFFFF)
    else:
        start = directory if where == "directory" else 5
        struct.pack_into("<I", content, fat + 4 * start, start)
    return bytes(content)


# The text of a flat file is read at last; what is packed in a zip has no last reader.
WHEN_ZIPPED = {
    Problem.ONLY_LINES_READ: Problem.DAMAGED,
    Problem.NOT_TEXT: Problem.DAMAGED,
}


def ods_of(name):
    return ods_zipped(ODS_TRAPS[name][0])


WORKBOOKS = (
    read("far cell.xlsx", far_cell, 2),
    refused("a cell of 1 GB.xlsx", cell_of_a_gigabyte, Problem.PACKED_TOO_TIGHTLY),
    refused("a cell of 5 MB.xlsx", cell_of_five_megabytes, Problem.CELL_TOO_LONG),
    refused(
        "one text in 16,384 cells.xlsx", partial(shared_text_in, 16_384, 3), Problem.ROW_TOO_LONG
    ),
    refused(
        "one text in many rows.xlsx", partial(shared_text_in, 100, 1_000), Problem.TOO_MUCH_TEXT
    ),
    refused("shared texts without end.xlsx", shared_texts_without_end, Problem.PACKED_TOO_TIGHTLY),
    refused("cut off.xlsx", partial(cut, sound_workbook, 0.6), Problem.DAMAGED),
    refused("cut off.ods", partial(cut, (LISTS / "traps.ods").read_bytes, 0.6), Problem.DAMAGED),
    refused("cut off.xls", partial(cut, old_workbook, 0.6), Problem.DAMAGED),
    refused(
        "sectors that follow themselves.xls", partial(looping_sectors, "first"), Problem.DAMAGED
    ),
    refused(
        "a directory that follows itself.xls",
        partial(looping_sectors, "directory"),
        Problem.DAMAGED,
    ),
    refused(
        "a table of sectors without end.xls", partial(looping_sectors, "difat"), Problem.DAMAGED
    ),
    *(
        refused(
            f"repeat bomb, {name}.ods", partial(ods_of, name), WHEN_ZIPPED.get(problem, problem)
        )
        for name, (_content, problem) in ODS_TRAPS.items()
    ),
)
