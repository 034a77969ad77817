"""Reads OpenDocument spreadsheets, zipped (ods) and flat (fods); also those of OpenOffice 1 (sxc)."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from operator import itemgetter
from typing import IO

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.document_properties import Said, with_properties
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.open_document_besides import said_on_pages
from dsr_desktop.readers.open_document_content import sheets_in
from dsr_desktop.readers.open_document_rules import Rules, rules_before_rows
from dsr_desktop.readers.parts import Part, ReadSheet
from dsr_desktop.readers.placed_notes import with_notes
from dsr_desktop.readers.property_sources import said_in_markup, said_in_meta
from dsr_desktop.readers.sheet_stream import parts_of_stream

_MANIFEST = "META-INF/manifest.xml"
_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_MOST_META = 1_000_000
_MOST_MANIFEST = 5_000_000


def read_zipped_sheets(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the sheets of an ods file.

    Raises UnreadableError when it is damaged, protected by a password, or another OpenDocument.
    """
    with document.open() as file, zipfile.ZipFile(file) as archive:
        _refuse_encrypted(archive)
        yield FileFound("ods", None)
        with archive.open(_CONTENT) as content:
            rules = rules_before_rows(content, limits)
        with archive.open(_CONTENT) as content:
            parts = _parts(content, limits, rules)
            yield from with_properties(parts, partial(_said_in_zip, archive))
        if _STYLES in archive.namelist():
            yield from _page_warnings(archive, limits)


def read_flat_sheets(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the sheets of a flat fods file; raises UnreadableError as for ods."""
    yield FileFound("fods", None)
    with document.open() as content:
        rules = rules_before_rows(content, limits)
    with document.open() as content:
        parts = _parts(content, limits, rules)
        yield from with_properties(parts, partial(said_in_meta, document))


def _said_in_zip(archive: zipfile.ZipFile) -> Iterator[Said]:
    if _META not in archive.namelist():
        return
    try:
        with archive.open(_META) as meta:
            text = meta.read(_MOST_META).decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise UnreadableError(Problem.DAMAGED) from error
    yield from said_in_markup(text)


def _parts(content: IO[bytes], limits: Limits, rules: Rules) -> Iterator[Part]:
    """Yield the sheets with the rules on their cells; one for a sheet that is not there is named."""
    waiting = dict(rules.notes)
    for part in parts_of_stream(sheets_in(content, limits, rules)):
        if isinstance(part, ReadSheet) and (notes := waiting.pop(part.name, None)):
            yield replace(part, rows=with_notes(part.rows, sorted(notes, key=itemgetter(0))))
        else:
            yield part
    if waiting:
        yield Warned(Problem.RULES_NOT_READ, {})


def _page_warnings(archive: zipfile.ZipFile, limits: Limits) -> Iterator[Warned]:
    try:
        with archive.open(_STYLES) as styles:
            yield from said_on_pages(styles, limits)
    except (UnreadableError, zipfile.BadZipFile, zlib.error, EOFError):
        yield Warned(Problem.DAMAGED_IN_PART, {})


def _refuse_encrypted(archive: zipfile.ZipFile) -> None:
    if _MANIFEST not in archive.namelist():
        return
    with archive.open(_MANIFEST) as manifest:
        if b"encryption-data" in manifest.read(_MOST_MANIFEST):
            raise UnreadableError(Problem.PASSWORD)
