"""Reads OpenDocument spreadsheets, zipped (ods) and flat (fods); also those of OpenOffice 1 (sxc)."""

import zipfile
from collections.abc import Iterator

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileFound, UnreadableError
from dsr_desktop.readers.open_document_content import sheets_in
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.sheet_stream import parts_of_stream

_MANIFEST = "META-INF/manifest.xml"
_MOST_MANIFEST = 5_000_000


def read_zipped_sheets(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the sheets of an ods file.

    Raises UnreadableError when it is damaged, protected by a password, or another OpenDocument.
    """
    with document.open() as file, zipfile.ZipFile(file) as archive:
        _refuse_encrypted(archive)
        yield FileFound("ods", None)
        with archive.open("content.xml") as content:
            yield from parts_of_stream(sheets_in(content, limits))


def read_flat_sheets(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the sheets of a flat fods file; raises UnreadableError as for ods."""
    yield FileFound("fods", None)
    with document.open() as content:
        yield from parts_of_stream(sheets_in(content, limits))


def _refuse_encrypted(archive: zipfile.ZipFile) -> None:
    if _MANIFEST not in archive.namelist():
        return
    with archive.open(_MANIFEST) as manifest:
        if b"encryption-data" in manifest.read(_MOST_MANIFEST):
            raise UnreadableError(Problem.PASSWORD)
