"""Reads OpenDocument rows written as spreadsheet programs write them, by patterns: faster than a parser.

A row is taken only if nothing stands in it but cells with plain paragraphs, or one link.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import IO, Protocol

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.element_parser import ElementParser
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.pieces import NotPlainError, plain_text, without_entities
from dsr_desktop.readers.open_document_names import BARE
from dsr_desktop.readers.open_document_values import paragraph_text
from dsr_desktop.readers.strict_xml import XML_PER_TEXT

PlainCell = tuple[Mapping[str, str] | None, str, str]
"""Attributes, None where these only say that the text is text; the text; the target of a link."""

PlainRow = tuple[Mapping[str, str], list[PlainCell]]
"""Attributes, and the cells."""

_USED = ("office", "table", "text")
_ROW_END = b"</table:table-row>"
_ROW = re.compile(r"\s*<table:table-row(|[^<>]*\")>")
_CELL = re.compile(
    r"<table:(?:covered-)?table-cell(|[^<>]*\")(?:/>"
    r"|>(?:<text:p>(?:([^<]*+(?:</text:p><text:p>[^<]*+)*+)|<text:a([^<>]*\")>([^<]*+)</text:a>)</text:p>)?"
    r"</table:(?:covered-)?table-cell>)"
)
_ATTRIBUTE = re.compile(r' (?:([A-Za-z][\w.-]*):)?([A-Za-z][\w.-]*)="([^"<\t\n]*)"')
_BEGIN = codecs.BOM_UTF8 + b"<"
_NEXT_PARAGRAPH = "</text:p><text:p>"
_NO_TEXT = bytes({*range(32)} - {*b"\t\n"})
_NO_SIGNS = (b"]]>", "\ufffe".encode(), "\uffff".encode())
_TELLING = frozenset({"string-value", "formula", "number-columns-repeated"})
_PIECE = 65_536
_LONGEST_PIECE = 4_000_000
_MOST_WRITINGS = 10_000


class PlainRowListener(Protocol):
    """Is told of rows, by the parser or by `add`."""

    def stands_between_rows(self) -> bool:
        """Tell whether what follows is in a table and in no row of it."""

    def add(self, row: PlainRow) -> None:
        """Take a row that the parser did not see."""


class RowPieces:
    """Cuts a document behind its rows; what is no plain row goes to the parser.

    That stands between two whole rows when one is left out, so the rest is as well-formed as the
    document itself.
    """

    def __init__(self, parser: ElementParser, listener: PlainRowListener) -> None:
        self._parser = parser
        self._listener = listener
        self._rows = _PlainRows()
        self._is_first = True
        self._may_hide_markup = False

    def feed(self, stream: IO[bytes], limits: Limits) -> Iterator[None]:
        """Read a stream; yields after each piece. Raises UnreadableError as the parser does."""
        waiting, left = b"", limits.text * XML_PER_TEXT
        while piece := stream.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise UnreadableError(Problem.TOO_MUCH_TEXT, most=limits.text)
            waiting += piece
            end = waiting.rfind(_ROW_END) + len(_ROW_END)
            if end >= len(_ROW_END):
                self._read(waiting[:end])
                waiting = waiting[end:]
            elif len(waiting) > _LONGEST_PIECE:
                self._may_hide_markup |= waiting.endswith(b"<")
                self._parse(waiting)
                waiting = b""
            yield
        self._parse(waiting)
        self._parser.close()
        yield

    def _read(self, rows: bytes) -> None:
        if self._may_hide_markup or not _is_text(rows):
            self._parse(rows)
            return
        for row in rows.split(_ROW_END)[:-1]:
            if not self._take(row):
                self._parse(row + _ROW_END)

    def _take(self, row: bytes) -> bool:
        """Take a row without the parser; tell whether it was plain."""
        if self._may_hide_markup or not self._listener.stands_between_rows():
            return False
        if not self._parser.names_as_usual(_USED):
            return False
        try:
            self._listener.add(self._rows.read(row))
        except NotPlainError:
            return False
        return True

    def _parse(self, content: bytes) -> None:
        """Parse, and look for markup in which what looks like rows is none."""
        begin = len(_BEGIN) if self._is_first else 0
        self._is_first = self._is_first and not content
        if b"<!" in content or content.find(b"<?", begin) >= 0:
            self._may_hide_markup = True
        self._parser.parse(content)


class _PlainRows:
    def __init__(self) -> None:
        self._attributes = _Attributes()
        self._cell_attributes = _CellAttributes(self._attributes)

    def read(self, content: bytes) -> PlainRow:
        """Return a row, whose end is cut off; NotPlainError if only a parser can read it."""
        row = plain_text(content)
        begin = _ROW.match(row)
        if begin is None:
            raise NotPlainError
        parts = _CELL.split(row[begin.end() :])
        if "".join(parts[::5]).strip(" \t\n"):
            raise NotPlainError
        of_cell, read_link = self._cell_attributes, self._attributes
        shown = _as_written if _is_even(row) else _paragraphs
        cells: list[PlainCell] = [
            (of_cell[about], shown(paragraphs) if paragraphs else "", "")
            if link is None
            else (of_cell[about], shown(linked), read_link[link].get("href", ""))
            for about, paragraphs, link, linked in zip(
                parts[1::5], parts[2::5], parts[3::5], parts[4::5], strict=True
            )
        ]
        return self._attributes[begin[1]], cells


class _Attributes(dict[str, Mapping[str, str]]):
    """Attributes by name, as they are found by the parser; filled as they are met."""

    def __missing__(self, written: str) -> Mapping[str, str]:
        parts = _ATTRIBUTE.split(written)
        named = {
            name if prefix in BARE else f"{prefix or ''}:{name}": without_entities(value)
            for prefix, name, value in zip(parts[1::4], parts[2::4], parts[3::4], strict=True)
        }
        if "".join(parts[::4]) or "xmlns" in written or len(named) < len(parts) // 4:
            raise NotPlainError
        if len(self) < _MOST_WRITINGS:
            self[written] = named
        return named


class _CellAttributes(dict[str, Mapping[str, str] | None]):
    """Attributes of cells; None for those that say nothing about what is read."""

    def __init__(self, attributes: _Attributes) -> None:
        super().__init__()
        self._attributes = attributes

    def __missing__(self, written: str) -> Mapping[str, str] | None:
        named = self._attributes[written]
        is_text = named.get("value-type", "string") == "string"
        about = None if is_text and _TELLING.isdisjoint(named) else named
        if len(self) < _MOST_WRITINGS:
            self[written] = about
        return about


def _is_text(rows: bytes) -> bool:
    """Tell whether there is no sign that XML does not allow."""
    return len(rows.translate(None, _NO_TEXT)) == len(rows) and not any(
        sign in rows for sign in _NO_SIGNS
    )


def _is_even(row: str) -> bool:
    """Tell whether all paragraphs of a row show their blanks as they are written."""
    return not ("  " in row or "> " in row or " <" in row or "\n" in row or "\t" in row)


def _as_written(paragraphs: str) -> str:
    return without_entities(paragraphs.replace(_NEXT_PARAGRAPH, "\n"))


def _paragraphs(paragraphs: str) -> str:
    each = paragraphs.split(_NEXT_PARAGRAPH)
    return "\n".join(paragraph_text([without_entities(one)]) for one in each)
