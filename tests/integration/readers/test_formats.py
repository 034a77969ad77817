"""Files are recognised by their content, never by their name."""

import io
import zipfile

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.formats import reader_for
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.text_table import read_text_table
from dsr_desktop.readers.workbook import read_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "liste.csv"


def zipped(*names):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def refused(path, content):
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        reader_for(path)
    return caught.value.problem, caught.value.details.get("kind")


def test_a_workbook_called_csv_is_a_workbook(path, write_xlsx):
    assert reader_for(write_xlsx(path, {"x": [["Dupont"]]})) is read_workbook


@pytest.mark.parametrize(
    "content",
    [
        b"Nom;Ville\n", b"P", b"\xef\xbb\xbfNom", b"lea@acme.example", b"PK;Ville\n1;Metz\n",
        b"Rar!;x\n", b"GIF8;x\n", b"%PDF;x\n",
    ],
)  # fmt: skip
def test_anything_that_may_be_text_is_read_as_text(path, content):
    path.write_bytes(content)

    assert reader_for(path) is read_text_table


def test_an_empty_file_is_told_as_empty(path):
    assert refused(path, b"") == (Problem.EMPTY, None)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x05\x06", zipped("xl/workbook.xml")[:-4]])
def test_a_cut_off_archive_is_damaged(path, content):
    assert refused(path, content) == (Problem.DAMAGED, None)


def test_a_protected_office_file_asks_for_a_copy_without_password(path):
    protected = OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")

    assert refused(path, protected)[0] is Problem.PASSWORD


def test_an_old_office_file_is_named(path):
    assert refused(path, OLE + b"\0" * 600) == (Problem.UNKNOWN_KIND, "xls, doc, msg")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (zipped("word/document.xml"), "docx"), (zipped("mimetype", "content.xml"), "OpenDocument"),
        (zipped("xl/workbook.bin"), "xlsb"), (zipped("liste.csv"), "zip"), (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", "RTF"), (b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff\xe0", "JPEG"), (b"GIF89a", "GIF"),
        (b"Rar!\x1a", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b\x08", "gzip"),
        (b"begin:vcard\r\n", "vCard"), (b"\xef\xbb\xbfBEGIN:VCARD\r\n", "vCard"),
        ("\ufeffBEGIN:VCARD\r\n".encode("utf-16-le"), "vCard"), (b"GIF87a", "GIF"), (b"SQLite format 3\0", "SQLite"),
    ],
)  # fmt: skip
def test_a_kind_that_is_not_read_is_named(path, content, kind):
    assert refused(path, content) == (Problem.UNKNOWN_KIND, kind)
