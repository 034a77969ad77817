"""Which readers a kind of document has, in the order in which they are tried."""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.kinds import Kind
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.parts import Reader


@dataclass(frozen=True)
class NamedReader:
    """A reader, loaded when a document needs it: most imports meet two kinds of files."""

    name: str
    module: str
    function: str

    def load(self) -> Reader:
        """Return the function that reads."""
        return cast("Reader", getattr(importlib.import_module(self.module), self.function))


def _reader(name: str, module: str, function: str) -> NamedReader:
    return NamedReader(name, f"{__package__}.{module}", function)


_XLSX = (
    _reader("Open XML", "workbook", "read_workbook"),
    _reader("calamine", "workbook_values", "read_values"),
)
_CSV = _reader("csv", "text_table", "read_text_table")
_XLRD = _reader("xlrd", "binary_workbook", "read_binary_workbook")
_XLRD_WITHOUT_FORMATS = _reader("xlrd without formats", "binary_workbook", "read_without_formats")
_loose = partial(_reader, "tag walk", "loose_documents")
_plain = partial(_reader, "plain text", "plain_text")
_LINES = _plain("read_lines")
_READERS: dict[Kind, tuple[NamedReader, ...]] = {
    Kind.XLSX: _XLSX,
    Kind.XLS: (
        _XLRD,
        _reader("olefile and xlrd", "binary_workbook", "read_taken_out"),
        _XLRD_WITHOUT_FORMATS,
    ),
    Kind.OLD_XLS: (_XLRD, _XLRD_WITHOUT_FORMATS),
    Kind.HTML: (
        _reader("HTML", "html_tables", "read_html_tables"),
        _loose("read_loose_page"),
        _plain("read_page_text"),
    ),
    Kind.EXCEL_XML: (
        _reader("Excel 2003 XML", "excel_xml", "read_excel_xml"),
        _loose("read_loose_excel_xml"),
        _plain("read_excel_xml_text"),
    ),
    Kind.XLSB: (
        _reader("xlsb", "xlsb", "read_xlsb"),
        _reader("calamine", "xlsb_values", "read_xlsb_values"),
    ),
    Kind.ODS: (
        _reader("OpenDocument", "open_document", "read_zipped_sheets"),
        _loose("read_loose_zipped_sheets"),
    ),
    Kind.FODS: (
        _reader("OpenDocument", "open_document", "read_flat_sheets"),
        _loose("read_loose_flat_sheets"),
        _plain("read_flat_sheets_text"),
    ),
    Kind.JSON: (
        _reader("json", "json_records", "read_json"),
        _reader("json, piece by piece", "json_pieces", "read_json_pieces"),
    ),
    Kind.WORD: (
        _reader("Word", "word", "read_word"),
        _loose("read_loose_word"),
    ),
    Kind.PDF: (
        _reader("PDF", "pdf", "read_pdf"),
        _reader("strings of its pages", "pdf_pieces", "read_pdf_pieces"),
    ),
    Kind.ARCHIVE: (_reader("zip", "archive", "read_archive"),),
    Kind.VCARD: (_reader("vCard", "vcard", "read_vcard"), _LINES),
    Kind.LDIF: (_reader("LDIF", "ldif", "read_ldif"), _LINES),
    Kind.MAIL: (_reader("mail", "mail", "read_mail"), _LINES),
    Kind.MAILBOX: (_reader("mailbox", "mail", "read_mailbox"), _LINES),
    Kind.OUTLOOK_MAIL: (_reader("Outlook mail", "outlook_mail", "read_outlook_mail"),),
    Kind.CLARITY: (_reader("Clarity", "clarity_capture", "read_capture"),),
    Kind.RECORDING: (_reader("HAR", "clarity_capture", "read_recording"),),
    Kind.XML: (_plain("read_xml"),),
    Kind.DELIMITED: (_CSV,),
}


def readers_of(kind: Kind) -> Sequence[NamedReader]:
    """Return the readers of a kind; UnreadableError for an Office file that no password opened."""
    if kind is Kind.PROTECTED_OFFICE:
        raise UnreadableError(Problem.PASSWORD)
    return _READERS[kind]
