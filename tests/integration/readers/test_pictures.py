"""Pictures are never searched: a logo is a remark, what may be a scanned list a part not read."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.readers.biff_pictures import picture_heads
from dsr_desktop.readers.messages import Warned
from dsr_desktop.readers.picture_size import is_small, pixels_of
from dsr_desktop.services.reading_outcomes import status_of
from tests.integration.readers import test_xlsb as xlsb
from tests.integration.readers.read_sheets import messages_of
from tests.integration.readers.test_open_document import cell, fods, p, table
from tests.integration.readers.test_open_document import row as ods_row
from tests.integration.readers.workbook_parts import book, relations, row, sheet

LISTS = Path(__file__).parents[2] / "data" / "lists"
LOGO, BUSINESS_CARD, SCAN, PHOTO = (180, 60), (320, 200), (1654, 2339), (4032, 3024)
DRAWING = "xl/drawings/drawing1.xml"
NAMES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def png(width, height):
    def chunk(kind, content):
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IEND", b"")


def jpeg(width, height, before=b""):
    frame = struct.pack(">HBHHB", 8, 8, height, width, 1)
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"JF" + before + b"\xff\xc0" + frame


@pytest.mark.parametrize(
    ("head", "pixels"),
    [
        (png(180, 60), 10_800),
        (jpeg(640, 480), 307_200),
        (jpeg(640, 480, before=b"\xff\xff\xff\xc4\x00\x05abc\xff\xd0"), 307_200),
        (b"GIF89a" + struct.pack("<HH", 20, 30), 600),
        (b"BM" + bytes(16) + struct.pack("<ii", 20, -30), 600),
        (b"\xff\xd8\xff\xe0\x00\x00" * 9, None),
        (png(180, 60)[:20], None),
        (b"\xff\xd8\xff\xc0", None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_the_size_of_a_picture_is_read_from_its_head(head, pixels):
    assert pixels_of(head) == pixels


@pytest.mark.parametrize(
    ("shown", "size", "small"),
    [
        (None, LOGO, True),
        (None, BUSINESS_CARD, True),
        (None, SCAN, False),
        (12.0, LOGO, True),
        (60.0, (1_200, 400), True),
        (61.0, LOGO, False),
        (4.0, SCAN, False),
        (4.0, PHOTO, False),
    ],
)
def test_a_picture_is_small_if_no_list_can_be_read_in_it(shown, size, small):
    assert is_small(shown, png(*size)) is small


def test_a_picture_of_unknown_size_is_small_only_where_it_is_shown_small():
    assert is_small(12.0, b"unknown")
    assert not is_small(None, b"unknown")


def workbook(content, *, width=5, height=2, name="image1.png", drawing=None):
    emu = f'cx="{int(width * 360_000)}" cy="{int(height * 360_000)}"'
    drawn = (
        f"<xdr:wsDr {NAMES}><xdr:twoCellAnchor><xdr:pic><xdr:blipFill>"
        f'<a:blip r:embed="r1"/></xdr:blipFill><xdr:spPr><a:xfrm><a:ext {emu}/></a:xfrm></xdr:spPr>'
        "</xdr:pic></xdr:twoCellAnchor></xdr:wsDr>"
    )
    return book(
        sheet(row(1, "Dupont")),
        more={
            "xl/worksheets/_rels/sheet1.xml.rels": relations(("d", "drawing", "../drawings/drawing1.xml")),
            DRAWING: drawn if drawing is None else drawing,
            "xl/drawings/_rels/drawing1.xml.rels": relations(("r1", "image", f"../media/{name}")),
            f"xl/media/{name}": content,
        },
    )  # fmt: skip


def warned(content):
    return [(one.problem, one.details) for one in messages_of(content) if isinstance(one, Warned)]


SMALL = [(Problem.SMALL_PICTURES, {"count": 1})]
LARGE = [(Problem.OBJECTS_NOT_READ, {"count": 1})]


def test_a_logo_in_a_workbook_is_a_remark_and_the_list_is_read_whole():
    messages = messages_of(workbook(png(*LOGO)))
    warnings = [one for one in messages if isinstance(one, Warned)]

    assert [(one.problem, one.details) for one in warnings] == SMALL
    assert status_of(warnings) is SourceStatus.IMPORTED


def test_a_scan_in_a_workbook_is_a_part_that_was_not_read():
    messages = messages_of(workbook(png(*SCAN), width=18, height=25))
    warnings = [one for one in messages if isinstance(one, Warned)]

    assert [(one.problem, one.details) for one in warnings] == LARGE
    assert status_of(warnings) is SourceStatus.PARTLY


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (workbook(png(*SCAN)), LARGE),
        (workbook(png(*LOGO), width=20, height=20), LARGE),
        (workbook(jpeg(*LOGO), name="LOGO.JPEG"), SMALL),
        (workbook(b"<svg/>", name="logo.svg"), SMALL),
        (workbook(b"<svg/>", name="liste.svg", width=20, height=20), LARGE),
        (workbook(b"", name="logo.emf"), SMALL),
        (workbook(png(*LOGO), drawing=f"<x {NAMES}/>"), SMALL),
        (workbook(png(*SCAN), drawing=f"<x {NAMES}/>"), LARGE),
        (workbook(b"unknown", drawing="<x"), [(Problem.DRAWN_TEXT_NOT_READ, {}), *LARGE]),
    ],
    ids=["a scan shown small", "a logo shown large", "jpeg", "a drawn logo", "a drawn page", "metafile",
         "a logo not placed", "a scan not placed", "a broken drawing"],
)  # fmt: skip
def test_what_a_picture_may_show_is_told_by_its_size(content, expected):
    assert warned(content) == expected


def test_a_picture_in_a_group_counts_by_its_own_size():
    drawing = (
        f"<xdr:wsDr {NAMES}><xdr:grpSp><xdr:pic><xdr:blipFill><a:blip r:embed='r1'/></xdr:blipFill>"
        "<xdr:spPr><a:xfrm><a:ext cx='9' cy='9'/></a:xfrm></xdr:spPr></xdr:pic></xdr:grpSp></xdr:wsDr>"
    )

    assert warned(workbook(png(*LOGO), drawing=drawing)) == SMALL
    assert warned(workbook(b"unknown", drawing=drawing)) == LARGE


def test_a_logo_in_the_header_of_printed_pages_is_a_remark():
    shape = (
        "<xml xmlns:v='urn:v' xmlns:o='urn:o'><v:shape id='LH' style='position:absolute;width:{0}pt;"
        "height:{0}pt;z-index:1'><v:imagedata o:relid='r1' o:title='Logo'></v:shape></xml>"
    )

    def headed(points):
        return book(
            sheet(row(1, "Dupont")),
            more={
                "xl/drawings/vmlDrawing1.vml": shape.format(points),
                "xl/drawings/_rels/vmlDrawing1.vml.rels": relations(
                    ("r1", "image", "../media/a.emf")
                ),
                "xl/media/a.emf": "x",
            },
        )

    assert warned(headed(80)) == SMALL
    assert warned(headed(400)) == LARGE


def test_pictures_and_embedded_files_are_counted_together():
    content = workbook(png(*SCAN))
    with zipfile.ZipFile(file := io.BytesIO(content), "a") as archive:
        archive.writestr("xl/media/image2.png", png(*SCAN))
        archive.writestr("xl/media/image3.png", png(*LOGO))
        archive.writestr("xl/embeddings/liste.docx", b"x")

    assert warned(file.getvalue()) == [
        (Problem.OBJECTS_NOT_READ, {"count": 3}), (Problem.SMALL_PICTURES, {"count": 1}),
    ]  # fmt: skip


def test_pictures_in_a_binary_workbook_are_told_of_too():
    def with_picture(content):
        return xlsb.one_sheet(xlsb.row(1, xlsb.text(1, "Dupont")), more={"xl/media/a.png": content})

    assert warned(with_picture(png(*LOGO))) == SMALL
    assert warned(with_picture(png(*SCAN))) == LARGE


@pytest.mark.parametrize("ending", ["xls", "xlsx", "ods", "fods"])
def test_a_logo_and_a_scan_are_told_apart_in_files_of_libreoffice(ending):
    assert warned((LISTS / f"pictures.{ending}").read_bytes()) == [*LARGE, *SMALL]


def test_a_picture_that_an_xls_no_longer_shows_is_not_counted():
    def entry(kind, uses, content):
        body = bytes([kind, kind]) + bytes(22) + struct.pack("<I", uses) + bytes(8)
        return bytes([kind << 4 | 2, 0, 7, 0xF0]) + struct.pack("<I", len(body)) + body + content

    stored = entry(6, 1, png(*LOGO)) + entry(6, 0, png(*SCAN)) + entry(5, 2, jpeg(*SCAN))
    heads = list(picture_heads(b"x" * 9 + stored + entry(2, 1, b"EMF")))

    assert [pixels_of(head) for head in heads] == [10_800, 1_654 * 2_339, None]


def frame(inside, width="5cm", height="20mm"):
    names = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    return f'<draw:frame {names} svg:width="{width}" svg:height="{height}">{inside}</draw:frame>'


IMAGE = '<draw:image xlink:href="Pictures/1.png"><text:p/></draw:image>'


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (frame(IMAGE), SMALL),
        (frame(IMAGE, "2in", "100pt"), SMALL),
        (frame(IMAGE, "18cm", "25cm"), LARGE),
        (frame(IMAGE, "18cm", "wide"), LARGE),
        (frame(f'<draw:object xlink:href="./Object 1"/>{IMAGE}', "18cm", "25cm"), []),
        (frame(""), []),
    ],
    ids=["logo", "other units", "scan", "unknown size", "chart", "nothing"],
)
def test_pictures_in_an_open_document_are_told_by_the_size_they_are_shown_in(drawn, expected):
    in_cell = fods(table(ods_row(cell(p("Dupont") + drawn)), ods_row(cell(p("Petit")))))
    over_cells = fods(table(f"<table:shapes>{drawn}</table:shapes>", ods_row(cell(p("Dupont")))))

    assert warned(in_cell) == expected
    assert warned(over_cells) == expected
