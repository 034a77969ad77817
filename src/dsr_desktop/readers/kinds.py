"""Recognises the kind of a document by its content, never by its name."""

import codecs
import re
import zipfile
from collections.abc import Callable, Iterable
from enum import StrEnum

import olefile

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.foreign_kinds import (
    foreign_ole,
    refuse_foreign,
    refuse_foreign_zip,
)
from dsr_desktop.readers.messages import UnreadableError


class Kind(StrEnum):
    """Kinds of documents that are read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    OLD_XLS = "xls (before Excel 5)"
    ODS = "ods"
    FODS = "fods"
    EXCEL_XML = "Excel 2003 XML"
    HTML = "html"
    XML = "xml"
    DELIMITED = "csv"
    VCARD = "vcf"
    LDIF = "ldif"
    JSON = "json"
    CLARITY = "Clarity"
    RECORDING = "HAR"
    MAIL = "eml"
    MAILBOX = "mbox"
    OUTLOOK_MAIL = "msg"
    WORD = "docx"
    PDF = "pdf"
    ARCHIVE = "zip"
    PROTECTED_OFFICE = "protected Office file"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLD_XLS = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00",
)
_DEFINES_TEXT = re.compile(
    rb"\A(?:\s|<!--.*?-->|<\?xml[^>]*>)*<!DOCTYPE\b[^>\[]*\[", re.IGNORECASE | re.DOTALL
)
_NOBODYS_XML = re.compile(rb"\A\s*<\?xml\b[^>]*\bencoding\s*=\s*[\"']utf-?7\b", re.IGNORECASE)
_UNMARKED_XML = {b"<\0?\0": "utf-16-le", b"\0<\0?": "utf-16-be", b"\x4c\x6f\xa7\x94": "cp037"}
_HEADER_LINE = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]*\S", re.MULTILINE)
_MAIL_HEADERS = frozenset({
    b"from", b"to", b"date", b"subject", b"received", b"return-path", b"message-id", b"reply-to",
    b"mime-version", b"delivered-to", b"x-mailer", b"dkim-signature", b"cc", b"sender",
    b"content-type", b"in-reply-to", b"x-received", b"received-spf", b"authentication-results",
    b"arc-seal", b"arc-message-signature", b"arc-authentication-results", b"x-mozilla-status",
    b"x-original-to", b"thread-topic", b"list-id", b"x-unsent",
})  # fmt: skip
_LDIF = re.compile(
    rb"\A(?:\s*#[^\n]*\n|\s*version:[^\n]*\n|\s)*dn:(?::? |:?[\w.]+[=\w])", re.IGNORECASE
)
_JSON = re.compile(rb'\A\s*(?:\[\s*[\[{\]"]|\{\s*["}])')
_CLARITY = re.compile(rb'\A\s*\[?\s*\{\s*"e"\s*:\s*\[\s*"\d+\.\d+\.\d+(?:-b\d+)?"\s*,\s*\d')
_RECORDING = re.compile(rb'\A\s*\{\s*"log"\s*:\s*\{.*"(?:entries|creator|pages)"\s*:', re.DOTALL)
_HTML = re.compile(rb"\A(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype html|html|head|body|table|meta|style)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
_XML = re.compile(rb"\A\s*<\?xml\b")
_EXCEL_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_WORKBOOK = re.compile(rb"<(?:\w+:)?Workbook\b")
_FLAT_ODS = (b"<office:document", b"opendocument")
_SHEET_PART = re.compile(r"/?xl[/\\]workbook\d*\.(xml|bin)", re.IGNORECASE)
_WORD_PART = re.compile(r"/?word[/\\]document\d*\.xml", re.IGNORECASE)
_ODS_TYPES = (
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/x-vnd.oasis.opendocument.spreadsheet",
)


def recognise(document: Document) -> Kind:
    """Tell what a document is; UnreadableError for an empty one and for kinds that are not read."""
    head = document.head()
    if not head:
        raise UnreadableError(Problem.EMPTY)
    if head.startswith(_ZIP):
        return _kind_of_zip(document)
    if head.startswith(_OLE):
        return _kind_of_ole(document)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(_OLD_XLS):
        return Kind.OLD_XLS
    refuse_foreign(head)
    return _kind_of_text(_as_ascii(head))


def _kind_of_text(head: bytes) -> Kind:
    if _DEFINES_TEXT.match(head):
        raise UnreadableError(Problem.DEFINES_TEXT)
    if _NOBODYS_XML.match(head):
        raise UnreadableError(Problem.DAMAGED)
    return next((kind for kind, is_meant in _TEXT_KINDS.items() if is_meant(head)), Kind.DELIMITED)


def _is_vcard(head: bytes) -> bool:
    return head.lstrip()[:11].upper() == b"BEGIN:VCARD"


def _is_excel_xml(head: bytes) -> bool:
    return _EXCEL_XML in head and _WORKBOOK.search(head) is not None


def _is_flat_ods(head: bytes) -> bool:
    return all(sign in head for sign in _FLAT_ODS)


def _is_mailbox(head: bytes) -> bool:
    return head.startswith(b"From ") and _looks_like_mail(head.partition(b"\n")[2])


def _looks_like_mail(head: bytes) -> bool:
    """Tell whether the first lines are the header of a mail: three of its usual fields at least."""
    header = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    first = header.partition(b"\n")[0]
    names = {name.lower() for name in _HEADER_LINE.findall(header)}
    return _HEADER_LINE.match(first) is not None and len(names & _MAIL_HEADERS) >= 3


_TEXT_KINDS: dict[Kind, Callable[[bytes], object]] = {
    Kind.VCARD: _is_vcard,
    Kind.EXCEL_XML: _is_excel_xml,
    Kind.FODS: _is_flat_ods,
    Kind.HTML: _HTML.match,
    Kind.XML: _XML.match,
    Kind.LDIF: _LDIF.match,
    Kind.CLARITY: _CLARITY.match,
    Kind.RECORDING: _RECORDING.match,
    Kind.JSON: _JSON.match,
    Kind.MAILBOX: _is_mailbox,
    Kind.MAIL: _looks_like_mail,
}


def _as_ascii(head: bytes) -> bytes:
    """Return the text without mark, wide encodings narrowed: enough to recognise ASCII signs."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return head.decode("utf-32", "ignore").encode("ascii", "replace")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore").encode("ascii", "replace")
    if encoding := _UNMARKED_XML.get(head[:4]):  # XML 1.0, appendix F
        return head.decode(encoding, "ignore").encode("ascii", "replace")
    return head.removeprefix(codecs.BOM_UTF8)


def _kind_of_zip(document: Document) -> Kind:
    try:
        with document.open() as file, zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            mimetype = _mimetype(archive) if "mimetype" in names else b""
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise UnreadableError(Problem.DAMAGED) from error
    if found := _first(_SHEET_PART, names):
        return Kind.XLSB if found[1].lower() == "bin" else Kind.XLSX
    if _first(_WORD_PART, names):
        return Kind.WORD
    if mimetype.startswith(_ODS_TYPES):
        return Kind.ODS
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        raise UnreadableError(Problem.UNKNOWN_KIND, kind="OpenDocument")
    refuse_foreign_zip(names, mimetype, document.suffix)
    return Kind.ODS if "content.xml" in names else Kind.ARCHIVE


def _mimetype(archive: zipfile.ZipFile) -> bytes:
    with archive.open("mimetype") as part:
        return part.read(200)


def _first(pattern: re.Pattern[str], names: Iterable[str]) -> re.Match[str] | None:
    return next(filter(None, map(pattern.fullmatch, names)), None)


def _kind_of_ole(document: Document) -> Kind:
    try:
        with document.open() as file, olefile.OleFileIO(file) as storage:
            names = {path[0].lower() for path in storage.listdir()}
    except Exception as error:
        raise UnreadableError(Problem.DAMAGED) from error
    if "encryptedpackage" in names:
        return Kind.PROTECTED_OFFICE
    if names & {"workbook", "book"}:
        return Kind.XLS
    if "__properties_version1.0" in names:
        return Kind.OUTLOOK_MAIL
    raise UnreadableError(Problem.UNKNOWN_KIND, kind=foreign_ole(names))
