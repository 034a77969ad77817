"""Reads the bare values of workbooks whose XML is not well-formed but can be followed (calamine)."""

import re
from collections.abc import Iterator

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.calamine_sheets import Extent, Values, sheets_of
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.cells import LAST_ROW, Columns
from dsr_desktop.readers.ooxml.package import Package, open_package
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.workbook_nesting import Nesting, has_places

_MARKUP = re.compile(r".+\.(?:xml|rels)")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_WIDE_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_DEFINITION = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([^\"']*)[\"']")
_CELL = re.compile(rb"([A-Z]{0,3})([0-9]{1,7})")
_VALUE = re.compile(rb"(?<!<v>)</(?:\w+:)?(?:v|is)\s*>")
_BLANK = re.compile(rb"<(?:\w+:)?t\b[^<>]*(?:/>|></(?:\w+:)?t\s*>)\s*</(?:\w+:)?is\s*>")
_ERROR = re.compile(rb"\st\s*=\s*[\"']e[\"']")
_SHARED = re.compile(
    rb"\st\s*=\s*[\"']s[\"'][^<>]*>\s*(?:<(?:\w+:)?f\b[^>]*>(?:[^<]*</[^>]*>)?\s*)?<[^>]*>\s*([^<]*)"
)
_INDEX = re.compile(rb"\d{1,9}")
_LONGEST_PIECE = 4_000_000


def read_values(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield every worksheet's values; what hangs on cells, and their errors, are left out.

    Raises UnreadableError when the tags around cells and texts are broken, when the workbook is
    more than calamine should be given, and when fewer values come out than the markup holds.
    """
    values = Values()
    with open_package(document, limits) as package:
        for name in filter(_MARKUP.fullmatch, package.names):
            _check(package, name, values)
            if has_places(name):
                _check_nesting(package, name)
    yield from sheets_of(document, "xlsx", values)


def _check(package: Package, name: str, values: Values) -> None:
    """Refuse what calamine passes over in silence or makes up, or needs too much memory for."""
    extent, columns = Extent(), Columns()
    is_sheet = _SHEET.fullmatch(name) is not None
    for piece in _cut(package.chunks(name), b"row>" if is_sheet else b">"):
        if _DEFINITION.search(piece):
            raise UnreadableError(Problem.DEFINES_TEXT)
        if b"<![CDATA[" in piece or piece.startswith(_WIDE_ENCODINGS):
            raise UnreadableError(Problem.DAMAGED)
        if is_sheet:
            _widen(extent, columns, piece)
            values.expect(_count_values(piece))
            if not all(map(_INDEX.fullmatch, _SHARED.findall(piece))):
                raise UnreadableError(Problem.DAMAGED)


def _check_nesting(package: Package, name: str) -> None:
    """Refuse tags of which calamine would skip one, and move what is behind it."""
    nesting = Nesting()
    for piece in _cut(package.chunks(name), b">"):
        nesting.follow(piece)
    nesting.close()


def _cut(chunks: Iterator[bytes], end: bytes) -> Iterator[bytes]:
    """Yield content in pieces behind tags that end like this."""
    waiting = b""
    for chunk in chunks:
        waiting += chunk
        cut = waiting.rfind(end) + len(end)
        if cut >= len(end):
            yield waiting[:cut]
            waiting = waiting[cut:]
        if len(waiting) > _LONGEST_PIECE:
            raise UnreadableError(Problem.DAMAGED)
    yield waiting


def _count_values(markup: bytes) -> int:
    """Count values in a piece of a sheet; errors and empty texts come out blank."""
    blank = len(_ERROR.findall(markup)) + len(_BLANK.findall(markup))
    return len(_VALUE.findall(markup)) - blank


def _widen(extent: Extent, columns: Columns, markup: bytes) -> None:
    """Take the cells of a piece of a sheet in; UnreadableError for a place that is none."""
    for place in _PLACE.findall(markup):
        found = _CELL.fullmatch(place)
        if not found or not 1 <= int(found[2]) <= LAST_ROW:
            raise UnreadableError(Problem.DAMAGED)
        if found[1]:
            extent.take(int(found[2]), columns[found[1].decode()])
