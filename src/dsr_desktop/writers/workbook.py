"""Writes small XLSX workbooks of text straight into their file (ECMA-376, part 1).

Every cell is a string with the text format, so that nothing of it is ever run as a formula
(R-CSV-2). It is not left to openpyxl, which first puts each sheet, unencrypted, into the system's
folder for temporary files (R-SEC-5).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from html import escape
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.writers.package_parts import PACKAGE, XML_HEAD, part_of, properties, put
from dsr_desktop.writers.workbook_texts import CountedTexts, clean, escaped, long_rows


class Look(IntEnum):
    """How a cell looks: its place in the workbook's list of formats, BARE for cells not written."""

    BARE = 0
    PLAIN = 1
    TITLE = 2
    STRONG = 3
    HEADING = 4
    CENTRED = 5


Cell = tuple[str, Look]


@dataclass(frozen=True)
class WorkbookSheet:
    """A sheet: column widths in characters, rows of cells.

    `heading_row` (counted from 1, the last one above the lines) stays on screen, begins each
    printed page and filters the `lines` below it. `choices` offers texts for a column (from 1).
    `texts` are the rows below of a long list: they are counted while they are written.
    """

    name: str
    widths: Sequence[float]
    rows: Iterable[Sequence[Cell]]
    heading_row: int = 0
    lines: int = 0
    choices: tuple[int, Sequence[str]] | None = None
    footer: str = ""
    texts: CountedTexts | None = None

    @property
    def last_row(self) -> int:
        """Number of the last of the lines below the heading, once they are written."""
        return self.heading_row + self.lines + (self.texts.count if self.texts else 0)


def write_workbook(
    stream: BinaryIO, sheets: Sequence[WorkbookSheet], *, title: str, language: str, made_on: date
) -> None:
    """Write the workbook; sheet names are made to fit, properties name no person and no path."""
    names = sheet_names([sheet.name for sheet in sheets])
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        put(archive, "[Content_Types].xml", _content_types(len(sheets)))
        put(archive, "_rels/.rels", _PACKAGE_PARTS)
        put(archive, "docProps/core.xml", properties(title, language, made_on))
        put(archive, "xl/_rels/workbook.xml.rels", _workbook_parts(len(sheets)))
        put(archive, "xl/styles.xml", _STYLES)
        for n, sheet in enumerate(sheets, 1):
            with archive.open(part_of(f"xl/worksheets/sheet{n}.xml"), "w") as part:
                for piece in _sheet(sheet, is_first=n == 1):
                    part.write(piece.encode())
        put(archive, "xl/workbook.xml", _workbook(sheets, names))


def sheet_names(wanted: Sequence[str]) -> tuple[str, ...]:
    r"""Make names that a workbook takes: 31 characters, none of []:*?/\, no two alike."""
    names: list[str] = []
    for n, name in enumerate(wanted, 1):
        fitting = re.sub(r"[\[\]:*?/\\]", " ", name).strip(" '")[:31] or str(n)
        taken = {other.casefold() for other in names}
        names.append(fitting if fitting.casefold() not in taken else f"{fitting[:27]} {n}")
    return tuple(names)


def _sheet(sheet: WorkbookSheet, *, is_first: bool) -> Iterator[str]:
    yield f'{XML_HEAD}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    yield f'<sheetViews><sheetView showGridLines="0" tabSelected="{int(is_first)}" '
    yield f'workbookViewId="0">{_pane(sheet.heading_row)}</sheetView></sheetViews>'
    yield f'<sheetFormatPr defaultRowHeight="{_LINE_HEIGHT}"/><cols>'
    for n, width in enumerate(sheet.widths, 1):
        yield f'<col min="{n}" max="{n}" width="{width}" style="0" customWidth="1"/>'
    yield "</cols><sheetData>"
    for n, row in enumerate(sheet.rows, 1):
        yield _row(n, row, sheet.widths)
    if sheet.texts is not None:
        yield from long_rows(sheet.texts, sheet.heading_row + 1, Look.PLAIN)
    yield "</sheetData>"
    yield from _after_rows(sheet)
    yield "</worksheet>"


def _row(n: int, cells: Sequence[Cell], widths: Sequence[float]) -> str:
    written = (_cell(f"{column_letters(at)}{n}", *cell) for at, cell in enumerate(cells, 1))
    return f'<row r="{n}"{_height(cells, widths)}>{"".join(written)}</row>'


def _height(cells: Sequence[Cell], widths: Sequence[float]) -> str:
    """Give a row the height of its text: not every program works it out for itself."""
    if any(look is Look.TITLE for _text, look in cells):
        return f' ht="{_TITLE_HEIGHT}" customHeight="1"'
    lines = max((_lines(text, width) for (text, _), width in zip(cells, widths, strict=False)),
                default=1)  # fmt: skip
    lines = min(lines, _MOST_LINES)
    return f' ht="{lines * _LINE_HEIGHT}" customHeight="1"' if lines > 1 else ""


def _lines(text: str, width: float) -> int:
    return sum(-(-len(line) // int(width * _FILLED)) or 1 for line in text.split("\n"))


def _cell(address: str, text: str, look: Look) -> str:
    if not text:
        return f'<c r="{address}" s="{look}"/>'
    inside = f'<is><t xml:space="preserve">{escaped(text)}</t></is>'
    return f'<c r="{address}" s="{look}" t="inlineStr">{inside}</c>'


def _pane(heading_row: int) -> str:
    if not heading_row:
        return ""
    below = f"A{heading_row + 1}"
    return (
        f'<pane ySplit="{heading_row}" topLeftCell="{below}" activePane="bottomLeft" '
        f'state="frozen"/><selection pane="bottomLeft" activeCell="{below}" sqref="{below}"/>'
    )


def _after_rows(sheet: WorkbookSheet) -> Iterator[str]:
    last = sheet.last_row
    if sheet.heading_row:
        yield f'<autoFilter ref="{_filtered(sheet)}"/>'
    if sheet.choices and sheet.lines:
        column, choices = sheet.choices
        letters = column_letters(column)
        listed = escape('"' + ",".join(choices) + '"', quote=False)
        yield '<dataValidations count="1"><dataValidation type="list" allowBlank="1" '
        yield f'sqref="{letters}{sheet.heading_row + 1}:{letters}{last}">'
        yield f"<formula1>{listed}</formula1></dataValidation></dataValidations>"
    yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>'
    yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    footer = escaped(f"&L{sheet.footer.replace('&', '&&')}&R&P / &N")
    yield f"<headerFooter><oddFooter>{footer}</oddFooter></headerFooter>"


def _filtered(sheet: WorkbookSheet, mark: str = "") -> str:
    first, last = sheet.heading_row, sheet.last_row
    return f"{mark}A{mark}{first}:{mark}{column_letters(len(sheet.widths))}{mark}{last}"


def _workbook(sheets: Sequence[WorkbookSheet], names: Sequence[str]) -> str:
    listed = "".join(
        f'<sheet name="{escape(clean(name))}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, 1)
    )
    defined = "".join(
        _defined_names(n, sheet, names[n]) for n, sheet in enumerate(sheets) if sheet.heading_row
    )
    defined = f"<definedNames>{defined}</definedNames>" if defined else ""
    return (
        f'{XML_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships"><bookViews>'
        f"<workbookView/></bookViews><sheets>{listed}</sheets>{defined}</workbook>"
    )


def _defined_names(n: int, sheet: WorkbookSheet, name: str) -> str:
    quoted = "'" + name.replace("'", "''") + "'!"
    titles = f"{quoted}${sheet.heading_row}:${sheet.heading_row}"
    return (
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{n}" hidden="1">'
        f"{escaped(quoted + _filtered(sheet, '$'))}</definedName>"
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{n}">{escaped(titles)}</definedName>'
    )


def _content_types(sheets: int) -> str:
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_SHEETML}.worksheet+xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        f'{XML_HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETML}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEETML}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{parts}</Types>"
    )


def _workbook_parts(sheets: int) -> str:
    parts = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/relationships/worksheet" '
        f'Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        f'{XML_HEAD}<Relationships xmlns="{PACKAGE}/relationships">{parts}'
        f'<Relationship Id="rId{sheets + 1}" Type="{_OFFICE}/relationships/styles" '
        'Target="styles.xml"/></Relationships>'
    )


_LINE_HEIGHT, _TITLE_HEIGHT = 15, 26
_MOST_LINES = 27
_FILLED = 0.95
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE_PARTS = (
    f'{XML_HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" '
    'Target="xl/workbook.xml"/><Relationship Id="rId2" '
    f'Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)


def _format(look: Look) -> str:
    font, border = _FONTS_AND_BORDERS[look]
    side = ' horizontal="center"' if look is Look.CENTRED else ""
    return (
        f'<xf numFmtId="49" fontId="{font}" fillId="0" borderId="{border}" xfId="0" '
        'applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">'
        f'<alignment vertical="top" wrapText="1"{side}/></xf>'
    )


_FONTS_AND_BORDERS = {
    Look.BARE: (0, 0), Look.PLAIN: (0, 1), Look.TITLE: (1, 0), Look.STRONG: (2, 0),
    Look.HEADING: (2, 2), Look.CENTRED: (0, 1),
}  # fmt: skip
_NO_SIDES = "<left/><right/><top/>"
_STYLES = (
    f'{XML_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="3">'
    '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="16"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="3">'
    f"<border>{_NO_SIDES}<bottom/><diagonal/></border>"
    f'<border>{_NO_SIDES}<bottom style="thin"><color rgb="FFDFE3E8"/></bottom><diagonal/></border>'
    f'<border>{_NO_SIDES}<bottom style="medium"><color rgb="FF7C8591"/></bottom><diagonal/>'
    '</border></borders><cellStyleXfs count="1">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(Look)}">{"".join(map(_format, Look))}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
