"""Reads workbooks saved as "XML Spreadsheet 2003", often called xls by the programs that make them."""

from collections.abc import Iterator
from functools import partial

from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.document_properties import with_properties
from dsr_desktop.readers.element_parser import ElementParser
from dsr_desktop.readers.excel_xml_content import BARE, PREFIXES, sheets_in
from dsr_desktop.readers.messages import FileFound
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.property_sources import said_in_meta
from dsr_desktop.readers.sheet_stream import parts_of_stream

_PIECE = 1_048_576
_HIDDEN = ("SheetHidden", "SheetVeryHidden")
_SIGNS = tuple(
    word.encode(form) for word in _HIDDEN for form in ("ascii", "utf-16-le", "utf-16-be")
)


def read_excel_xml(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield every worksheet with comments, links, formulas and what is hidden.

    Raises UnreadableError for damaged XML and beyond the limits.
    """
    yield FileFound("Excel 2003 XML", None)
    hidden = _hidden_sheets(document, limits) if _may_hide_sheets(document) else frozenset()
    with document.open() as content:
        parts = parts_of_stream(sheets_in(content, limits, hidden))
        yield from with_properties(parts, partial(said_in_meta, document))


def _may_hide_sheets(document: Document) -> bool:
    tail = b""
    with document.open() as file:
        while piece := file.read(_PIECE):
            seen = tail + piece
            if any(sign in seen for sign in _SIGNS):
                return True
            tail = piece[-64:]
    return False


def _hidden_sheets(document: Document, limits: Limits) -> frozenset[int]:
    """Return the numbers, from 0, of the hidden sheets: a workbook says so behind the rows of each."""
    parser = ElementParser(PREFIXES, BARE)
    words: list[str] = []
    hidden: set[int] = set()
    count = 0

    def begin_sheet(_attributes: list[str]) -> None:
        nonlocal count
        count += 1

    def begin_visible(_attributes: list[str]) -> None:
        words.clear()
        parser.listen(words.append)

    def end_visible() -> None:
        parser.listen(None)
        if "".join(words).strip() in _HIDDEN:
            hidden.add(count - 1)

    parser.on({"ss:Worksheet": begin_sheet, "x:Visible": begin_visible}, {"x:Visible": end_visible})
    with document.open() as content:
        for _ in parser.feed(content, limits):
            pass
    return frozenset(hidden)
