"""Workbooks with the name Dupont in one place each, by place and format."""

import io
import struct
import zipfile

from tests.integration.readers import biff, rgce, test_xlsb, workbook_parts
from tests.integration.readers import test_excel_xml as excel
from tests.integration.readers import test_open_document as ods
from tests.integration.readers.outlook_file import compound_file
from tests.integration.readers.properties_made import WHO, stated, summary
from tests.integration.readers.test_workbook_notes import DRAWING, RELS
from tests.integration.readers.test_xlsb import area, wide

PICTURE = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 2000, 2000) + bytes(99)


# --- xlsx


def _xlsx(after="", *, before="", more=None, about="", content="x"):
    sheet = workbook_parts.sheet(workbook_parts.row(1, content), before=before, after=after)
    return workbook_parts.book(sheet, more=more, about=about)


def _xlsx_related(kind, target, part, after=""):
    return _xlsx(
        after,
        more={
            RELS: workbook_parts.relations(("d", kind, f"../{target}")),
            f"xl/{target}": part,
        },
    )


def _drawing(inside):
    return (
        f'<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main">'
        f"<xdr:oneCellAnchor>{inside}</xdr:oneCellAnchor></xdr:wsDr>"
    )


def _hidden_xlsx():
    content = io.BytesIO(_xlsx(content=WHO))
    with zipfile.ZipFile(content) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"<sheet ", b'<sheet state="hidden" '
    )
    return workbook_parts.zipped(parts)


BOX = f"<xdr:sp><xdr:txBody><a:p><a:r><a:t>{WHO}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
ON_CHART = f'<c:userShapes xmlns:c="c" xmlns:a="a"><a:t>{WHO}</a:t></c:userShapes>'
XLSX = {
    "cell of a hidden sheet": _hidden_xlsx,
    "title or remark of the document": lambda: _xlsx(more=stated()),
    "comment": lambda: _xlsx_related(
        "comments",
        "comments1.xml",
        f'<comments xmlns="{workbook_parts.MAIN}"><commentList><comment ref="A1"><text><t>{WHO}</t>'
        "</text></comment></commentList></comments>",
    ),
    "target of a link": lambda: _xlsx(
        '<hyperlinks><hyperlink ref="A1" r:id="d"/></hyperlinks>',
        more={
            RELS: workbook_parts.relations(
                ("d", "hyperlink", f"mailto:{WHO}@a.example", "external")
            )
        },
    ),
    "words in a formula": lambda: _xlsx(content=("", f'<f>IF(B1=1,"{WHO}","")</f><v>0</v>')),
    "allowed entries": lambda: _xlsx(
        '<dataValidations><dataValidation type="list" sqref="B2:B9"><formula1>"'
        f'{WHO},x"</formula1></dataValidation></dataValidations>'
    ),
    "hint for an entry": lambda: _xlsx(
        f'<dataValidations><dataValidation sqref="B2" prompt="Voir {WHO}"/></dataValidations>'
    ),
    "conditional format": lambda: _xlsx(
        '<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>'
        f'$A1="{WHO}"</formula></cfRule></conditionalFormatting>'
    ),
    "filter": lambda: _xlsx(
        f'<autoFilter ref="A1:A9"><filterColumn colId="0"><filters><filter val="{WHO}"/></filters>'
        "</filterColumn></autoFilter>"
    ),
    "text box": lambda: _xlsx_related(
        "drawing", "drawings/drawing1.xml", _drawing(BOX), '<drawing r:id="d"/>'
    ),
    "text on a chart": lambda: _xlsx(more={"xl/drawings/drawing2.xml": ON_CHART}),
    "name of a fixed text": lambda: _xlsx(
        about=f'<definedNames><definedName name="a">"{WHO}"</definedName></definedNames>'
    ),
    "header or footer of pages": lambda: _xlsx(
        f"<headerFooter><oddHeader>&amp;C{WHO}</oddHeader></headerFooter>"
    ),
    "pivot table with its own copy": lambda: _xlsx(
        more={"xl/pivotCache/pivotCacheRecords1.xml": f"<r>{WHO}</r>"}
    ),
    "picture": lambda: _xlsx(more={"xl/media/image1.png": PICTURE}),
}


# --- xlsb


def _xlsb(after=b"", *cells, more=None):
    return test_xlsb.one_sheet(test_xlsb.row(1, *(cells or (_x(),))), after=after, more=more)


def _x():
    return test_xlsb.text(1, "x")


def _formula12(words):
    tokens = rgce.text(12, words)
    return struct.pack("<I", len(tokens)) + tokens + struct.pack("<I", 0)


NO_FORMULA = struct.pack("<II", 0, 0)
AREAS = struct.pack("<I", 1) + area(2, 9, 2, 2)


def _allowed12(*said, formula=NO_FORMULA):
    strings = b"".join(map(wide, said or ("", "", "", "")))
    return test_xlsb.record(64, bytes(4) + AREAS + strings + formula + NO_FORMULA)


def _condition12():
    formula = _formula12(WHO)
    length = len(formula)
    head = struct.pack("<7IH3I", 2, 0, 0, 1, 0, 0, 0, 0, length, 0, 0)
    begin = test_xlsb.record(461, struct.pack("<II", 1, 0) + AREAS)
    return begin + test_xlsb.record(463, head + struct.pack("<I", 0xFFFFFFFF) + formula)


def _xlsb_related(kind, target, part):
    links = test_xlsb.relations(("d", kind, f"../{target}", ""))
    return _xlsb(more={"xl/worksheets/_rels/sheet1.bin.rels": links, f"xl/{target}": part})


XLSB = {
    "title or remark of the document": lambda: _xlsb(more=stated(main="xl/workbook.bin")),
    "cell of a hidden sheet": lambda: test_xlsb.workbook(
        ("Clients", 1, test_xlsb.sheet_part(test_xlsb.row(1, test_xlsb.text(1, WHO))))
    ),
    "comment": lambda: _xlsb_related(
        "comments",
        "comments1.bin",
        test_xlsb.record(635, struct.pack("<I", 0) + area(1, 1, 1, 1))
        + test_xlsb.record(637, b"\0" + wide(WHO)),
    ),
    "target of a link": lambda: _xlsb(
        test_xlsb.record(494, area(1, 1, 1, 1) + wide("d") + wide("") * 3),
        more={
            "xl/worksheets/_rels/sheet1.bin.rels": test_xlsb.relations(
                ("d", "hyperlink", f"mailto:{WHO}@a.example", ' TargetMode="External"')
            )
        },
    ),
    "words in a formula": lambda: _xlsb(
        b"", test_xlsb.cell(9, 1, struct.pack("<dH", 0, 0) + _formula12(WHO))
    ),
    "allowed entries": lambda: _xlsb(_allowed12(formula=_formula12(f"{WHO},x"))),
    "hint for an entry": lambda: _xlsb(_allowed12("", "", "", WHO)),
    "conditional format": lambda: _xlsb(_condition12()),
    "filter": lambda: _xlsb(
        test_xlsb.record(161, area(1, 9, 1, 1)) + test_xlsb.record(167, wide(WHO))
    ),
    "text box": lambda: _xlsb_related("drawing", "drawings/drawing1.xml", _drawing(BOX)),
    "text on a chart": lambda: _xlsb(more={"xl/drawings/drawing2.xml": ON_CHART}),
    "name of a fixed text": lambda: _xlsb(
        more={
            "xl/workbook.bin": test_xlsb.record(
                156, struct.pack("<II", 0, 1) + wide("r1") + wide("Clients")
            )
            + test_xlsb.record(39, bytes(9) + wide("a") + _formula12(WHO))
        }
    ),
    "header or footer of pages": lambda: _xlsb(
        test_xlsb.record(479, bytes(2) + wide(f"&C{WHO}") + wide("") * 5)
    ),
    "pivot table with its own copy": lambda: _xlsb(
        more={"xl/pivotCache/pivotCacheRecords1.bin": WHO}
    ),
    "picture": lambda: _xlsb(more={"xl/media/image1.png": PICTURE}),
}


# --- xls


def _xls(*records, hidden=0, content="x", settings=b""):
    body = biff.label(8, 0, 0, content) + b"".join(records)
    return biff.workbook(8, ("Clients", hidden, body), settings=settings)


def short(text):
    return struct.pack("<HB", len(text), 0) + text.encode("latin-1")


def allowed(*said, words=""):
    tokens = rgce.text(8, words) if words else b""
    rules = struct.pack("<HH", len(tokens), 0) + tokens + struct.pack("<HH", 0, 0)
    strings = b"".join(short(text or "\0") for text in (said or ("",) * 4))
    return biff.record(0x01BE, bytes(4) + strings + rules + struct.pack("<5H", 1, 1, 8, 1, 1))


def condition(words, place=(0, 0)):
    tokens = rgce.text(8, words)
    edges = struct.pack("<4H", place[0], place[0], place[1], place[1])
    head = biff.record(0x01B0, struct.pack("<HH", 1, 1) + edges + struct.pack("<H", 1) + edges)
    return head + biff.record(0x01B1, struct.pack("<BBHHIH", 2, 0, len(tokens), 0, 0, 0) + tokens)


def box(text, place=(0, 0), shape=6):
    anchor = b"\x00\x00\x10\xf0\x12\x00\x00\x00" + struct.pack(
        "<HHHHH8x", 0, place[1], 0, place[0], 0
    )
    about = struct.pack("<HH6sHHI", 0, 0, b"", len(text), 16, 0)
    return (
        biff.record(0x00EC, anchor)
        + biff.record(0x005D, struct.pack("<HHHHH12xHH", 0x15, 0x12, shape, 1, 0, 0, 0))
        + biff.record(0x01B6, about)
        + biff.record(0x003C, b"\0" + text.encode("latin-1"))
        + biff.record(0x003C, bytes(16))
    )


def filtered(words):
    criteria = struct.pack("<BB4xBB2x", 6, 2, len(words), 0) + bytes(10)
    return biff.record(
        0x009E, struct.pack("<HH", 0, 0) + criteria + b"\0" + words.encode("latin-1")
    )


def _xls_link():
    moniker = b"\xe0\xc9\xea\x79\xf9\xba\xce\x11\x8c\x82\x00\xaa\x00\x4b\xa9\x0b"
    target = f"mailto:{WHO}@a.example".encode("utf-16-le") + b"\0\0"
    standard = b"\xd0\xc9\xea\x79\xf9\xba\xce\x11\x8c\x82\x00\xaa\x00\x4b\xa9\x0b"
    return biff.record(
        0x01B8,
        struct.pack("<4H", 0, 0, 0, 0) + standard + struct.pack("<II", 2, 3) + moniker
        + struct.pack("<I", len(target)) + target,
    )  # fmt: skip


def _xls_comment():
    note = struct.pack("<HHHH", 0, 0, 0, 1) + short("Lea") + b"\0"
    return box(WHO, shape=0x19) + biff.record(0x001C, note)


def _xls_picture():
    entry = struct.pack("<HHI", 0x0062, 0xF007, 36 + len(PICTURE)) + bytes([6, 6]) + bytes(22)
    return entry + struct.pack("<I", 1) + bytes(8 + 25) + PICTURE


XLS = {
    "title or remark of the document": lambda: compound_file({
        "Workbook": _xls(), "\x05SummaryInformation": summary(title=WHO, author="Lea Blanc"),
    }),
    "cell of a hidden sheet": lambda: _xls(content=WHO, hidden=1),
    "comment": lambda: _xls(_xls_comment()),
    "target of a link": lambda: _xls(_xls_link()),
    "words in a formula": lambda: _xls(biff.formula(8, 1, 0, rgce.text(8, WHO))),
    "allowed entries": lambda: _xls(allowed(words=f"{WHO}\0x")),
    "hint for an entry": lambda: _xls(allowed("", "", WHO, "")),
    "conditional format": lambda: _xls(condition(WHO)),
    "filter": lambda: _xls(filtered(WHO)),
    "text box": lambda: _xls(box(WHO)),
    "name of a fixed text": lambda: _xls(
        settings=biff.defined_name(8, "a", rgce.text(8, WHO))
    ),
    "header or footer of pages": lambda: _xls(biff.record(0x0014, short(f"&C{WHO}"))),
    "pivot table with its own copy": lambda: _xls(biff.record(0x00B0, bytes(44))),
    "picture": lambda: _xls(settings=biff.record(0x00EB, _xls_picture())),
}  # fmt: skip


# --- ods


def _ods(before="", after="", cell=""):
    return ods.fods(before + ods.table(ods.row(cell or ods.cell(ods.p("x")))) + after)


def _validation(condition="", inside=""):
    return (
        f'<table:content-validations><table:content-validation table:base-cell-address="Clients.B2" '
        f"table:condition='{condition}'>{inside}</table:content-validation></table:content-validations>"
    )


ODS = {
    "title or remark of the document": lambda: _ods().replace(
        b"<office:body>", f"<office:meta><dc:title>{WHO}</dc:title></office:meta><office:body>".encode()
    ),
    "cell of a hidden sheet": lambda: ods.fods(
        ods.table(ods.row(ods.cell(ods.p(WHO)))).replace(
            "<table:table ", '<table:table table:style-name="h" '
        ),
        styles='<style:style style:name="h"><style:table-properties table:display="false"/></style:style>',
    ),
    "comment": lambda: _ods(
        cell=ods.cell(ods.p("x") + f"<office:annotation>{ods.p(WHO)}</office:annotation>")
    ),
    "target of a link": lambda: _ods(
        cell=ods.cell(
            f'<text:p><text:a xlink:href="mailto:{WHO}@a.example">x</text:a></text:p>'
        )
    ),
    "words in a formula": lambda: _ods(
        cell=ods.cell(ods.p("x"), table__formula=f'of:=IF([.B1]=1;"{WHO}";"x")')
    ),
    "allowed entries": lambda: _ods(_validation(f'of:cell-content-is-in-list("{WHO}";"x")')),
    "hint for an entry": lambda: _ods(
        _validation("", f"<table:help-message>{ods.p(WHO)}</table:help-message>")
    ),
    "conditional format": lambda: ods.fods(
        ods.table(ods.row(ods.cell(ods.p("x")))),
        styles="<style:style style:name='c'><style:map style:base-cell-address='Clients.C4' "
        f"style:condition='cell-content()=\"{WHO}\"'/></style:style>",
    ),
    "filter": lambda: _ods(
        after="<table:database-ranges><table:database-range><table:filter>"
        f'<table:filter-condition table:value="{WHO}" table:operator="="/></table:filter>'
        "</table:database-range></table:database-ranges>"
    ),
    "text box": lambda: _ods(
        cell=ods.cell(
            ods.p("x")
            + f"<draw:frame><draw:text-box>{ods.p(WHO)}</draw:text-box></draw:frame>"
        )
    ),
    "name of a fixed text": lambda: _ods(
        after="<table:named-expressions><table:named-expression table:name=\"a\" "
        f"table:expression='\"{WHO}\"'/></table:named-expressions>"
    ),
    "header or footer of pages": lambda: ods.fods(
        ods.table(ods.row(ods.cell(ods.p("x")))),
        styles=f"<style:master-page><style:header>{ods.p(WHO)}</style:header></style:master-page>",
    ),
    "picture": lambda: _ods(
        cell=ods.cell(
            ods.p("x")
            + '<draw:frame svg:width="20cm" svg:height="20cm" '
            'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'
            '<draw:image xlink:href="Pictures/a.png"/></draw:frame>'
        )
    ),
}  # fmt: skip


# --- Excel 2003 XML


def _excel(options="", cell="", before=""):
    return excel.workbook(before, excel.sheet(excel.row(cell or excel.cell("x")), options=options))


EXCEL_XML = {
    "title or remark of the document": lambda: _excel().replace(
        b"<Worksheet",
        f"<DocumentProperties><Title>{WHO}</Title></DocumentProperties><Worksheet".encode(),
    ),
    "cell of a hidden sheet": lambda: _excel(excel.visible("SheetHidden"), excel.cell(WHO)),
    "comment": lambda: _excel(
        cell=excel.cell("x", after=f"<Comment><ss:Data>{WHO}</ss:Data></Comment>")
    ),
    "target of a link": lambda: _excel(
        cell=excel.cell("x", about=f'ss:HRef="mailto:{WHO}@a.example"')
    ),
    "words in a formula": lambda: _excel(
        cell=excel.cell("x", about=f"ss:Formula='=IF(RC[1]=1,\"{WHO}\",1)'")
    ),
    "allowed entries": lambda: _excel(
        f'<x:DataValidation><x:Type>List</x:Type><x:Value>"{WHO},x"</x:Value></x:DataValidation>'
    ),
    "hint for an entry": lambda: _excel(
        f"<x:DataValidation><x:InputMessage>{WHO}</x:InputMessage></x:DataValidation>"
    ),
    "conditional format": lambda: _excel(
        f'<x:ConditionalFormatting><x:Condition><x:Value1>"{WHO}"</x:Value1></x:Condition>'
        "</x:ConditionalFormatting>"
    ),
    "filter": lambda: _excel(
        f'<x:AutoFilter><x:AutoFilterCondition x:Operator="Equals" x:Value="{WHO}"/></x:AutoFilter>'
    ),
    "name of a fixed text": lambda: _excel(
        before=f"<Names><NamedRange ss:Name='a' ss:RefersTo='=\"{WHO}\"'/></Names>"
    ),
    "header or footer of pages": lambda: _excel(
        f'<x:WorksheetOptions><x:PageSetup><x:Header x:Data="&amp;C{WHO}"/></x:PageSetup>'
        "</x:WorksheetOptions>"
    ),
}
FORMATS = {
    "xlsx": XLSX, "xlsb": XLSB, "xls": XLS, "ods, fods": ODS, "Excel 2003 XML": EXCEL_XML,
}  # fmt: skip
