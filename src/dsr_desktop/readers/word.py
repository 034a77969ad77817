"""Reads Word documents (docx, docm): text, tables, margins, notes, comments, what is embedded."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.document_properties import properties_sheet
from dsr_desktop.readers.inside import WarningsByReason, not_read, parts_of
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.ooxml.markup import Markup
from dsr_desktop.readers.ooxml.package import Package, open_package
from dsr_desktop.readers.ooxml.pictures import count_pictures
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet
from dsr_desktop.readers.property_sources import said_in_package
from dsr_desktop.readers.word_text import WordListener

_USUAL_MAIN = "word/document.xml"
_BESIDE = re.compile(
    r"word/(?:(?:header|footer|footnotes|endnotes|comments)\d*|diagrams/data\d*)\.xml",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"word/(?:embeddings/[^/]+|afchunk[^/]*)", re.IGNORECASE)


def read_word(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the paragraphs as sheet "text", each table as a sheet, then headers, notes and so on.

    Row numbers count paragraphs, and rows of a table. Embedded documents are read as if they lay
    in an archive. Raises UnreadableError for a damaged document.
    """
    yield FileFound("docx", None)
    warnings = WarningsByReason()
    with open_package(document, limits) as package:
        main = next(iter(package.related("", "officeDocument")), _USUAL_MAIN)
        yield from _sheets(package, main, "", limits)
        for name in filter(_BESIDE.fullmatch, package.names):
            yield from _sheets(package, name, _stem(name), limits)
        for name in filter(_EMBEDDED.fullmatch, package.names):
            parts = _embedded_parts(document, package, name, limits)
            yield from warnings.sift(parts)
        yield from properties_sheet(partial(said_in_package, package))
        large, small = count_pictures(package)
    yield from warnings.warnings()
    if large:
        yield Warned(Problem.OBJECTS_NOT_READ, {"count": large})
    if small:
        yield Warned(Problem.SMALL_PICTURES, {"count": small})


def _embedded_parts(
    document: Document, package: Package, name: str, limits: Limits
) -> Iterator[Part]:
    label = name.rpartition("/")[2]
    try:
        content = _content(package, name, limits)
    except UnreadableError as error:
        yield not_read(error, label)
        return
    yield from parts_of(document.inside(label, content), limits, label)


def _content(package: Package, name: str, limits: Limits) -> bytes:
    content = bytearray()
    for chunk in package.chunks(name):
        content += chunk
        if len(content) > limits.file_size:
            raise UnreadableError(Problem.FILE_TOO_LARGE, most=limits.file_size)
    return bytes(content)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".xml")


def _sheets(package: Package, part: str, label: str, limits: Limits) -> Iterator[ReadSheet]:
    """Yield the text of a part, then its tables, for which the part is read once more."""
    listener = _listener(package, part, limits)
    yield ReadSheet(
        label or "text", (row for table, row in _rows(package, part, listener) if not table)
    )
    if not listener.tables.count:
        return
    rows = _rows(package, part, _listener(package, part, limits))
    in_tables = ((table, row) for table, row in rows if table)
    for table, numbered in groupby(in_tables, key=lambda one: one[0]):
        name = f"{label} table {table}" if label else f"table {table}"
        yield ReadSheet(name, (row for _, row in numbered))


def _listener(package: Package, part: str, limits: Limits) -> WordListener:
    links = {
        one.id: one.target
        for one in package.relations(part)
        if one.external and one.kind == "hyperlink"
    }
    return WordListener(links, limits.cell_characters)


def _rows(package: Package, part: str, listener: WordListener) -> Iterator[tuple[int, ReadRow]]:
    """Yield rows with the number of their table as the markup is followed."""
    markup = Markup(listener)
    for chunk in package.chunks(part):
        markup.feed(chunk)
        yield from listener.rows
        listener.rows.clear()
    markup.close()
    yield from listener.rows
