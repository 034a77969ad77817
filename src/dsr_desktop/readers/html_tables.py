"""Reads the tables of an HTML page, whatever it is called: many programs export that as "xls"."""

import codecs
import re
from collections.abc import Iterator

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import TextEncoding, detect_encoding, doubts_about, readings
from dsr_desktop.readers.html_page import Page
from dsr_desktop.readers.html_tags import PlainTags
from dsr_desktop.readers.messages import FileFound, UnreadableError
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.sheet_stream import Met, parts_of_stream

_PIECE = 65_536
_LONGEST_TAG = 4_000_000
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w.:-]*)""", re.IGNORECASE)
_ROW_END = re.compile(r"</tr>", re.IGNORECASE)
_READ_AS_WINDOWS = frozenset({"ascii", "iso8859-1"})


def read_html_tables(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield each table as a sheet, then the text outside of tables as another.

    Raises UnreadableError for binary content and for a page that ends inside a tag, a comment or a
    script: what that has swallowed may be rows.
    """
    encoding = page_encoding(document)
    yield FileFound("html", encoding.name, readings(document, encoding))
    yield from parts_of_stream(_met(document, encoding, limits))
    yield from doubts_about(encoding)


def page_encoding(document: Document) -> TextEncoding:
    """Name the encoding: Unicode where the bytes are that, else named, declared, or guessed."""
    found = detect_encoding(document)
    if found.name.startswith("utf") or found.name == document.encoding:
        return found
    declared = _DECLARED.search(document.head())
    try:
        name = codecs.lookup(declared[1].decode()).name if declared else ""
    except LookupError:
        return found
    if not name or name.startswith("utf"):
        return found
    return TextEncoding("cp1252" if name in _READ_AS_WINDOWS else name, found.errors)


def _met(document: Document, encoding: TextEncoding, limits: Limits) -> Iterator[Met]:
    page = Page(document.stem, limits)
    pieces = _Pieces(page)
    with document.open_text(encoding.name, encoding.errors) as file:
        # An unfinished tag is scanned again with every piece: read twice as much each time.
        while piece := file.read(max(_PIECE, len(page.rawdata))):
            pieces.feed(piece.replace("\0", ""))
            if len(page.rawdata) > _LONGEST_TAG:
                raise UnreadableError(Problem.OUT_OF_PROPORTION)
            yield from page.take()
    pieces.flush()
    if page.cdata_elem or page.rawdata.startswith("<"):
        raise UnreadableError(Problem.DAMAGED)
    page.close()
    yield from page.rest()


class _Pieces:
    """Hands plain tags of a page to it at once, and the rest to its parser, up to the next row."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._tags = PlainTags(page)
        self._waiting = ""

    def feed(self, piece: str) -> None:
        """Read up to the last tag; what follows it waits for the next piece."""
        text = self._waiting + piece
        at, end = 0, text.rfind(">") + 1
        while at < end:
            if self._page.is_at_rest():
                at = self._tags.read(text, at)
            if at < end:
                row_end = _ROW_END.search(text, at)
                until = row_end.end() if row_end else end
                self._page.feed(text[at:until])
                at = until
        self._waiting = text[end:]
        if len(self._waiting) > _PIECE:
            self.flush()

    def flush(self) -> None:
        """Hand on what waits."""
        waiting, self._waiting = self._waiting, ""
        self._page.feed(waiting)
