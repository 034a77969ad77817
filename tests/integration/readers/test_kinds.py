"""Documents are recognised by their content, never by their name."""

import io
import zipfile

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.kinds import Kind, recognise
from dsr_desktop.readers.messages import UnreadableError
from tests.integration.readers.outlook_file import compound_file

MAIL = b"From: Lea <lea@acme.example>\r\nTo: a@b.example\r\nSubject: Bonjour\r\n\r\nTexte"


def document(content, name="liste.csv"):
    return Document(name, content=content)


def zipped(*names, mimetype="x"):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, mimetype if name == "mimetype" else "x")
    return stream.getvalue()


def ole(stream):
    return compound_file({stream: b"x"})


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
        b"ID;Prenom\nC;Lea\n", b"ID;PRENOM;NOM\nA;Lea;Roux\nC;X;K\n", b"TABLE;Place\n0,1\n", b"TABLE\n0,1\n",
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
        (zipped("mimetype", mimetype="application/epub+zip"), "epub"),
        (zipped("ppt/presentation.xml"), "pptx"), (zipped("FixedDocSeq.fdseq"), "xps"),
        (zipped("Index/Document.iwa", "preview.jpg"), "iWork"), (b"{\\rtf1", "RTF"),
        (ole("WordDocument"), "doc"), (ole("PowerPoint Document"), "ppt"),
        (ole("VisioDocument"), "Visio"), (ole("Anything"), "OLE"),
        (b'ID;PCALCOOO32\nC;X2;Y4;K"Nom"\nC;X3;Y4;K"E-mail"\n', "SYLK"),
        (b'ID;PWXL;N;E\r\nP;PGeneral\r\nF;P0;DG0G8\r\nB;Y2;X1;D0 0 1 0\r\nC;Y1;X1;K"Nom"\r\n', "SYLK"),
        (b'TABLE\n0,1\n"Clients"\nVECTORS\n0,14\n""\nTUPLES\n0,2\n""\nDATA\n0,0\n', "DIF"),
        (b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\n', "DIF"),
    ],
)  # fmt: skip
def test_a_document_of_another_kind_is_named(content, kind):
    assert refused(content) == (Problem.UNKNOWN_KIND, kind)


@pytest.mark.parametrize("name", ["Liste.numbers", "Lettre.pages", "Exposé.key"])
def test_the_documents_of_apple_are_named_like_their_programs(name):
    content = zipped("Index/Document.iwa")

    with pytest.raises(UnreadableError) as caught:
        recognise(document(content, name))
    assert caught.value.details["kind"].lower() == name.rpartition(".")[2].replace("key", "keynote")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff\xe0", "JPEG"), (b"GIF89a", "GIF"), (b"GIF87a", "GIF"),
        (b"II*\0", "TIFF"), (b"BM\x36\x10\0\0\0\0\0\0", "BMP"), (b"RIFF\x10\0\0\0WEBP", "WebP"),
        (b"RIFF\x10\0\0\0AVI LIST", "AVI"), (b"RIFF\x10\0\0\0WAVEfmt", "WAV"),
        (b"\0\0\0\x18ftypheic", "HEIC"), (b"\0\0\0\x18ftypmp42", "MP4"), (b"\0\0\0\x14ftypqt  ", "QuickTime"),
        (b"\0\0\0\x08wide", "QuickTime"), (b"\0\0\0\x20ftypM4A ", "M4A"), (b"ID3\x04\0", "MP3"),
        (b"\xff\xfb\x90", "MP3"), (b"OggS\0", "Ogg"), (b"\x1aE\xdf\xa3", "Matroska"),
        (b"8BPS\0\1", "Photoshop"), (b"\0\0\1\0\1\0", "ICO"),
    ],
)  # fmt: skip
def test_pictures_films_and_sounds_are_named(content, kind):
    assert refused(content) == (Problem.MEDIA_NOT_SEARCHED, kind)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\0\1\0\0Standard ACE DB\0", "Access"), (b"\0\1\0\0Standard Jet DB\0", "Access"),
        (b"SQLite format 3\0", "SQLite"), (b"!BDN\x01", "Outlook pst"), (b"\0\0\x1a\0\0\x10", "Lotus 1-2-3"),
        (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1", "OneNote"), (b"\x78\x9f\x3e\x22", "winmail.dat"),
        (b"\x03\x7e\x0b\x10" + b"\5\0\0\0\x41\0\x20\0" + bytes(40), "dBase"),
    ],
)  # fmt: skip
def test_databases_and_stores_of_mails_are_named_to_be_exported(content, kind):
    assert refused(content) == (Problem.MUST_BE_EXPORTED, kind)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Rar!\x1a", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b\x08", "gzip"),
        (b"BZh91AY&SY", "bzip2"), (b"\xfd7zXZ\0", "xz"), (b"liste.csv".ljust(257, b"\0") + b"ustar\0", "tar"),
    ],
)  # fmt: skip
def test_archives_of_other_kinds_are_named_to_be_unpacked(content, kind):
    assert refused(content) == (Problem.OTHER_ARCHIVE, kind)


@pytest.mark.parametrize(
    ("content", "kind"), [(b"MZ\x90\x00\x03", "Windows"), (b"\x7fELF\2", "Linux"), (b"L\0\0\0\1\x14\2\0", "lnk")]
)  # fmt: skip
def test_programs_and_shortcuts_are_no_lists(content, kind):
    assert refused(content) == (Problem.PROGRAM, kind)


def test_what_is_sealed_by_pgp_is_no_text():
    assert refused(b"-----BEGIN PGP MESSAGE-----\n\nhQEMA") == (Problem.PASSWORD, None)


@pytest.mark.parametrize(
    "content",
    [b"ID3;Nom\n1;Dupont\n", b"BZh9;Nom\n", b"BM;Ville\n1;Metz\n", b"0\n\n\n;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;",
     b"1234ftypmp42;Nom\n", b"Nom;" * 64 + b";ustar\n", b"RIFF;WEBP;x\n"],
)  # fmt: skip
def test_text_that_begins_like_another_kind_is_read(content):
    assert recognise(document(content)) is Kind.DELIMITED


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("before", [b"", b'<?xml version="1.0"?>\n', b"<!-- a > b -->"])
def test_xml_that_defines_text_is_refused_before_its_kind_is_known(mark, before):
    assert refused(mark + before + b'<!DOCTYPE x [<!ENTITY a "b">' + b" " * 9_000) == (
        Problem.DEFINES_TEXT, None,
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "cp037"])
def test_xml_is_recognised_in_wide_encodings_without_a_mark(encoding):
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'

    assert refused(text.encode(encoding)) == (Problem.DEFINES_TEXT, None)


def test_a_page_with_an_ordinary_declaration_is_no_trap():
    assert recognise(document(b"<!DOCTYPE html><html><table><tr><td>[x]")) is Kind.HTML
