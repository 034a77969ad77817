"""Reads what no reader of its kind takes as the text it is, so that a search finds who is in it.

The last reader of the kinds that are text, and the only one of XML that is none of them. What a
signature or a mark of the kind is, is no row.
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import TextEncoding, detect_encoding, doubts_about, readings
from dsr_desktop.readers.html_tables import page_encoding
from dsr_desktop.readers.markup_text import (
    EXCEL_XML,
    FLAT_SHEETS,
    PAGE,
    Blocks,
    MarkupText,
    XmlText,
)
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet

_PIECE = 65_536
_LONGEST_LINE = 1_000_000
_FRAME = re.compile(r"(?:BEGIN|END|VERSION|PRODID):|[\w.;=+-]*::?[\s=]*\Z", re.IGNORECASE)
_PACKED = re.compile(r"\s*[A-Za-z0-9+/=]{60,}\s*")
_WORD = re.compile(r"\w")
_LAST_BLANK = re.compile(r"\s\S*\Z")


def read_lines(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: line n of the text is row n. Marks, and lines of packed bytes, are left out.

    Raises UnreadableError for content that is no text, and for a line longer than any text has.
    """
    encoding = detect_encoding(document)
    yield FileFound("txt", encoding.name, readings(document, encoding))
    with document.open_text(encoding.name, encoding.errors) as file:
        lines = iter(partial(file.readline, _LONGEST_LINE), "")
        yield ReadSheet(document.stem, _rows(lines, limits.cell_characters))
    yield from doubts_about(encoding)
    yield Warned(Problem.ONLY_LINES_READ, {})


def read_page_text(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: the text of a web page, a row for each row of a table or line of text.

    Raises UnreadableError for content that is no text, and for markup that defines text.
    """
    yield from _markup(document, limits, PAGE)


def read_excel_xml_text(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: the text of an Excel 2003 XML file; raises UnreadableError as for a page."""
    yield from _markup(document, limits, EXCEL_XML)


def read_flat_sheets_text(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: the text of a fods file; raises UnreadableError as for a page."""
    yield from _markup(document, limits, FLAT_SHEETS)


def read_xml(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: the texts and attributes of XML of any kind, a row for each inner element.

    Raises UnreadableError as for a page.
    """
    encoding = page_encoding(document)
    yield FileFound("xml", encoding.name, readings(document, encoding))
    yield ReadSheet(document.stem, _markup_rows(document, encoding, limits, XmlText()))
    yield from doubts_about(encoding)


def cut(text: str, longest: int) -> Iterator[str]:
    """Cut a text into pieces no longer than a cell, at a blank if there is one; none without words."""
    text = text.strip().replace("\0", "")
    while len(text) > longest:
        blank = _LAST_BLANK.search(text[longest - 1_000 : longest]) if longest > 1_000 else None
        end = longest - (blank.end() - blank.start()) + 1 if blank else longest
        yield text[:end].rstrip()
        text = text[end:]
    if _WORD.search(text):
        yield text


def _rows(lines: Iterator[str], longest: int) -> Iterator[ReadRow]:
    for n, line in enumerate(lines, 1):
        if len(line) >= _LONGEST_LINE:
            raise UnreadableError(Problem.CELL_TOO_LONG, row=n)
        if not (_FRAME.match(line.strip()) or _PACKED.fullmatch(line)):
            yield ReadRow(n, [*cut(line, longest)])


def _markup(document: Document, limits: Limits, blocks: Blocks) -> Iterator[Part]:
    encoding = page_encoding(document)
    yield FileFound("txt", encoding.name, readings(document, encoding))
    yield ReadSheet(document.stem, _markup_rows(document, encoding, limits, MarkupText(blocks)))
    yield from doubts_about(encoding)
    yield Warned(Problem.ONLY_LINES_READ, {})


def _markup_rows(
    document: Document, encoding: TextEncoding, limits: Limits, markup: MarkupText
) -> Iterator[ReadRow]:
    with document.open_text(encoding.name, encoding.errors) as file:
        pieces = chain(iter(partial(file.read, _PIECE), ""), [""])
        rows = (cells for piece in pieces for cells in markup.rows(piece, last=not piece))
        for n, cells in enumerate(rows, 1):
            longest = limits.cell_characters
            yield ReadRow(n, [piece for cell in cells for piece in cut(cell, longest)])
