"""Documents are recognised by their content, never by their name."""

import io
import zipfile

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.kinds import Kind, recognise
from dsr_desktop.readers.messages import UnreadableError

MAIL = b"From: Lea <lea@acme.example>\r\nTo: a@b.example\r\nSubject: Bonjour\r\n\r\nTexte"


def document(content, name="liste.csv"):
    return Document(name, content=content)


def zipped(*names, mimetype="x"):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, mimetype if name == "mimetype" else "x")
    return stream.getvalue()


def refused(content):
    with pytest.raises(UnreadableError) as caught:
        recognise(document(content))
    return caught.value.problem, caught.value.details.get("kind")


@pytest.mark.parametrize(
    "content",
    [
        b"Nom;Ville\n", b"P", b"\xef\xbb\xbfNom", b"lea@acme.example", b"PK;Ville\n1;Metz\n",
        b"Rar!;x\n", b"GIF8;x\n", b"From;To;Subject\n", b"Date: 2026\nligne\n", b"[1] Dupont;Metz\n",
        b"<lea@acme.example>;Metz\n", b"From Paris;x\n",
    ],
)  # fmt: skip
def test_anything_that_may_be_a_table_in_text_is_taken_as_one(content):
    assert recognise(document(content)) is Kind.DELIMITED


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (zipped("xl/workbook.xml"), Kind.XLSX), (zipped("xl/workbook2.xml"), Kind.XLSX),
        (zipped("xl\\workbook.xml"), Kind.XLSX), (zipped("XL/Workbook.xml"), Kind.XLSX),
        (zipped("xl/workbook.bin"), Kind.XLSB), (zipped("word/document.xml"), Kind.WORD),
        (zipped("mimetype", "content.xml",
                mimetype="application/vnd.oasis.opendocument.spreadsheet"), Kind.ODS),
        (zipped("content.xml"), Kind.ODS), (zipped("liste.csv"), Kind.ARCHIVE),
        (b"%PDF-1.7", Kind.PDF), (b"\n\n%PDF-1.4", Kind.PDF),
        (b"begin:vcard\r\n", Kind.VCARD), (b"\xef\xbb\xbfBEGIN:VCARD\r\n", Kind.VCARD),
        ("\ufeffBEGIN:VCARD\r\n".encode("utf-16-le"), Kind.VCARD),
        (b'[{"nom": "Dupont"}]', Kind.JSON), (b'{"nom": "Dupont"}\n{"nom": 1}\n', Kind.JSON),
        (MAIL, Kind.MAIL), (b"From lea@acme.example Mon Nov  2 10:00:00 2026\n" + MAIL, Kind.MAILBOX),
        (b"version: 1\n\ndn: cn=Lea\n", Kind.LDIF), (b"dn:: Y249TGVh\n", Kind.LDIF),
        (b"<html><table><tr><td>x", Kind.HTML), (b"<!-- x --><TABLE border=1>", Kind.HTML),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns='
         b'"urn:schemas-microsoft-com:office:spreadsheet">', Kind.EXCEL_XML),
        (b'<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument'
         b'.spreadsheet">', Kind.FODS),
        (b"\x09\x04\x06\x00\x00\x04", Kind.OLD_XLS),
    ],
)  # fmt: skip
def test_a_kind_is_recognised(content, kind):
    assert recognise(document(content)) is kind


def test_an_empty_document_is_told_as_empty():
    assert refused(b"") == (Problem.EMPTY, None)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x05\x06", zipped("xl/workbook.xml")[:-4]])
def test_a_cut_off_archive_is_damaged(content):
    assert refused(content) == (Problem.DAMAGED, None)


def test_a_compound_file_cut_off_after_its_head_is_damaged():
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == (Problem.DAMAGED, None)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (zipped("mimetype", mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (zipped("ppt/presentation.xml"), "pptx"), (b"{\\rtf1", "RTF"), (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"), (b"GIF89a", "GIF"), (b"GIF87a", "GIF"), (b"Rar!\x1a", "RAR"),
        (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b\x08", "gzip"), (b"SQLite format 3\0", "SQLite"),
    ],
)  # fmt: skip
def test_a_kind_that_is_not_read_is_named(content, kind):
    assert refused(content) == (Problem.UNKNOWN_KIND, kind)
