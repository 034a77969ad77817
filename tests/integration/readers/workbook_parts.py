"""Workbooks written by hand, part by part, and what is read from them."""

import io
import itertools
import json
import zipfile
from xml.sax.saxutils import escape

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.notes import notes_from_json
from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import Rows, SheetBegins, UnreadableError, Warned
from dsr_desktop.readers.reading import read_document

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"


def sheet(rows, before="", after=""):
    """XML of a sheet with these rows."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}" '
        f'xmlns:r="{OFFICE}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def row(n, *cells, about=""):
    """XML of a row; cells are pairs of attributes and content, or texts."""
    written = "".join(_cell(n, column, one) for column, one in enumerate(cells))
    return f'<row r="{n}"{about}>{written}</row>'


def _cell(n, column, one):
    place = f"{chr(65 + column)}{n}"
    if isinstance(one, str):
        return (
            f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(one)}</t></is></c>'
        )
    about, content = one
    return f'<c r="{place}"{about}>{content}</c>' if content else f'<c r="{place}"{about}/>'


def number(stored, style=None):
    """A cell that holds a number."""
    return ("" if style is None else f' s="{style}"'), f"<v>{stored}</v>"


def strings(*items):
    """XML of shared texts; each item is the inside of an `si`."""
    return f'<sst xmlns="{MAIN}">' + "".join(f"<si>{one}</si>" for one in items) + "</sst>"


def styles(*codes):
    """XML of styles: number 0 is plain, then one for each format code or built-in number."""
    formats = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for n, code in enumerate(codes)
        if isinstance(code, str)
    )
    used = "".join(
        f'<xf numFmtId="{200 + n if isinstance(code, str) else code}"/>'
        for n, code in enumerate(codes)
    )
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="14"/>'
        f'</cellStyleXfs><cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'
    )


def relations(*links):
    """XML of relations; each is (id, type, target) with "external" behind it for links."""
    return (
        f'<Relationships xmlns="{RELATIONS}">' + "".join(map(_relation, links)) + "</Relationships>"
    )


def _relation(link):
    id_, kind, target, *mode = link
    external = ' TargetMode="External"' if mode else ""
    return f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"{external}/>'


def book(sheet_xml, *, shared=None, style=None, about="", more=None, without=()):
    """Bytes of a workbook of one sheet; `more` are further parts, or others for these."""
    links = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    links += [("rId2", "sharedStrings", "sharedStrings.xml")] if shared else []
    links += [("rId3", "styles", "styles.xml")] if style else []
    parts = {
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{about}<sheets>'
            '<sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(*links),
        SHEET: sheet_xml,
        **({"xl/sharedStrings.xml": shared} if shared else {}),
        **({"xl/styles.xml": style} if style else {}),
        **(more or {}),
    }
    return zipped({name: content for name, content in parts.items() if name not in without})


def zipped(parts):
    """Bytes of a zip of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(content, **limits):
    """Messages about a workbook given as bytes."""
    return list(read_document(Document("liste.xlsx", content=content), Limits(**limits)))


def packed(messages):
    """All rows as they are packed."""
    return list(itertools.chain.from_iterable(m.rows for m in messages if isinstance(m, Rows)))


def rows_of(content):
    """Numbers and texts of all rows."""
    return [(one[0], list(split_cells(one[2]))) for one in packed(read(content))]


def cells_of(content):
    """Texts of the cells of the first row."""
    return rows_of(content)[0][1]


def typed_of(content):
    """Typed values of the first row."""
    return json.loads(packed(read(content))[0][3] or "{}")


def notes_of(content):
    """Notes of all rows as (row, column, kind, text)."""
    return [
        (one[0], note.column, note.kind.value, note.text)
        for one in packed(read(content))
        for note in notes_from_json(one[4])
    ]


def hidden_rows(content):
    """Numbers of the rows that are hidden."""
    return [one[0] for one in packed(read(content)) if one[1]]


def sheets_of(content):
    """Names of the sheets and whether they are hidden."""
    return [(m.name, m.hidden) for m in read(content) if isinstance(m, SheetBegins)]


def problems(content):
    """Problems that were warned of."""
    return [message.problem for message in read(content) if isinstance(message, Warned)]


def refusal(content, **limits):
    """Problem for which the workbook is refused."""
    try:
        read(content, **limits)
    except UnreadableError as error:
        return error.problem
    return None
