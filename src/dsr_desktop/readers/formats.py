"""Recognises a file by its content, never by its name."""

import codecs
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import Message, UnreadableError

Reader = Callable[[Path, Limits], Iterator[Message]]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_VCARD = b"BEGIN:VCARD"
_NOT_READ_YET = {
    b"%PDF-": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"Rar!\x1a": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"SQLite format 3": "SQLite",
}


def reader_for(path: Path) -> Reader:
    """Return the reader of the file's kind; UnreadableError names kinds that are not read."""
    head = _head(path)
    if not head:
        raise UnreadableError(Problem.EMPTY)
    if head.startswith(_ZIP):
        return _zip_reader(path)
    if head.startswith(_OLE):
        problem = Problem.PASSWORD if _ENCRYPTED in path.read_bytes() else Problem.UNKNOWN_KIND
        raise UnreadableError(problem, kind="xls, doc, msg")
    for magic, kind in _NOT_READ_YET.items():
        if head.startswith(magic):
            raise UnreadableError(Problem.UNKNOWN_KIND, kind=kind)
    if _without_byte_order_mark(head).upper().startswith(_VCARD):
        raise UnreadableError(Problem.UNKNOWN_KIND, kind="vCard")
    from dsr_desktop.readers.text_table import read_text_table  # noqa: PLC0415 - loaded when met

    return read_text_table


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(512)


def _without_byte_order_mark(head: bytes) -> bytes:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore").encode()
    return head.removeprefix(codecs.BOM_UTF8)


def _zip_reader(path: Path) -> Reader:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UnreadableError(Problem.DAMAGED) from error
    if "xl/workbook.xml" in names:
        from dsr_desktop.readers.workbook import read_workbook  # noqa: PLC0415 - loaded when met

        return read_workbook
    kinds = {"word/document.xml": "docx", "mimetype": "OpenDocument", "xl/workbook.bin": "xlsb"}
    kind = next((kind for name, kind in kinds.items() if name in names), "zip")
    raise UnreadableError(Problem.UNKNOWN_KIND, kind=kind)
