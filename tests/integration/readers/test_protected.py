"""Files protected by a password: read with it, and never decrypted to the disk."""

import io
import struct
import tempfile
import zipfile
from hashlib import md5
from pathlib import Path

import docx
import msoffcrypto
import olefile
import pytest
from msoffcrypto.method.rc4 import DocumentRC4, _makekey

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import (
    FileFound,
    Rows,
    SheetBegins,
    StartsAgain,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.readers.protected import EXCEL_DEFAULT_PASSWORD, unlocked
from dsr_desktop.readers.reading import read_document

XLS = Path(__file__).parents[2] / "data" / "lists" / "traps.xls"
FILEPASS, WRITEACCESS, BOUNDSHEET = 0x2F, 0x5C, 0x85
IN_CLEAR = {0x809, FILEPASS, WRITEACCESS, 0x194, 0x195, 0xE1, 0x196, 0x138}


@pytest.fixture
def workbook(write_xlsx, tmp_path):
    return write_xlsx(tmp_path / "x.xlsx", {"Clients": [["Nom"], ["Dupont"]]}).read_bytes()


def encrypted(content, password):
    """The document as Office saves it with a password (agile encryption)."""
    stream = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(content)).encrypt(password, stream)
    return stream.getvalue()


def encrypted_xls(password):
    """A workbook of Excel 97 under RC4 ([MS-XLS] 2.2.10): FILEPASS takes WRITEACCESS's place."""
    content = XLS.read_bytes()
    with olefile.OleFileIO(io.BytesIO(content)) as storage:
        stream = storage.openstream("Workbook").read()
    salt, verifier = bytes(range(16)), bytes(range(16, 32))
    hidden = _rc4(_makekey(password, salt, 0), verifier + md5(verifier).digest())
    filepass = struct.pack("<HHHHH", FILEPASS, 54, 1, 1, 1) + salt + hidden
    filler = struct.pack("<HH", WRITEACCESS, 54) + bytes(54)

    plain, masked, at = bytearray(), bytearray(), 0
    while at < len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        record = stream[at : at + 4 + size]
        if kind == WRITEACCESS and size == 112:
            record = filepass + filler
        open_bytes = len(record) if kind in IN_CLEAR else 8 if kind == BOUNDSHEET else 4
        plain += record[:open_bytes] + bytes(len(record) - open_bytes)
        masked += bytes(open_bytes) + record[open_bytes:]
        at += 4 + size
    mask = DocumentRC4.decrypt(
        password, salt, io.BytesIO(bytes(len(stream))), blocksize=1024
    ).read()
    result, at = bytearray(plain), 0
    while at < len(stream):
        kind, size = struct.unpack_from("<HH", plain, at)
        if kind not in IN_CLEAR:
            start = at + (8 if kind == BOUNDSHEET else 4)
            for place in range(start, at + 4 + size):
                result[place] = masked[place] ^ mask[place]
        at += 4 + size
    file = io.BytesIO(content)
    with olefile.OleFileIO(file, write_mode=True) as storage:
        storage.write_stream("Workbook", bytes(result))
    return file.getvalue()


def _rc4(key, content):
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    result, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        result.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(result)


def read(content, *passwords):
    """Rows of each sheet by its name."""
    sheets = {}
    for message in read_document(Document("x", content=content, passwords=passwords), Limits()):
        match message:
            case StartsAgain():
                sheets = {}
            case SheetBegins(name):
                sheets[name] = {}
            case Rows(rows):
                sheets[name].update((row[0], list(split_cells(row[2]))) for row in rows)
    return sheets


def refused(content, *passwords):
    with pytest.raises(UnreadableError) as caught:
        read(content, *passwords)
    return caught.value.problem


def test_a_protected_workbook_is_read_with_its_password(workbook):
    content = encrypted(workbook, "clé secrète")

    assert read(content, "falsch", "clé secrète") == {"Clients": {1: ["Nom"], 2: ["Dupont"]}}
    assert refused(content) is Problem.PASSWORD
    assert refused(content, "falsch", "") is Problem.PASSWORD


def test_excels_default_password_is_tried_first(workbook):
    assert read(encrypted(workbook, EXCEL_DEFAULT_PASSWORD))["Clients"][2] == ["Dupont"]


def test_it_is_told_as_what_it_is(workbook):
    document = Document("x.xlsx", content=encrypted(workbook, "geheim"), passwords=("geheim",))

    first = next(iter(read_document(document, Limits())))

    assert first == next(iter(read_document(Document("x.xlsx", content=workbook), Limits())))
    assert isinstance(first, FileFound)


def test_a_protected_text_document_is_read():
    made, stream = docx.Document(), io.BytesIO()
    made.add_paragraph("Frau Dupont")
    made.save(stream)

    assert read(encrypted(stream.getvalue(), "geheim"), "geheim")["text"] == {1: ["Frau Dupont"]}


def test_a_protected_workbook_of_excel_97_is_read_with_its_password():
    content = encrypted_xls("geheim")

    assert read(content, "falsch", "geheim") == read(XLS.read_bytes())
    assert refused(content) is Problem.PASSWORD
    assert refused(content, "falsch") is Problem.PASSWORD


def test_a_protected_member_of_an_archive_is_read(workbook):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.xlsx", encrypted(workbook, "geheim"))
        archive.writestr("b.csv", "Nom;Ville\nKunz;Metz\n")

    assert list(read(stream.getvalue(), "geheim")) == ["a.xlsx › Clients", "b.csv"]
    messages = list(read_document(Document("z.zip", content=stream.getvalue()), Limits()))
    assert [(one.problem, one.details["cause"]) for one in messages if isinstance(one, Warned)] == [
        (Problem.PART_NOT_READ, "password")
    ]


@pytest.mark.parametrize("make", [lambda workbook: encrypted(workbook, "geheim"), lambda _: encrypted_xls("geheim")],
                         ids=["xlsx", "xls"])  # fmt: skip
def test_nothing_decrypted_touches_the_disk(workbook, make, tmp_path, monkeypatch):
    """Any temporary file would have to be made in a folder that is not there."""
    content = make(workbook)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))

    assert read(content, "geheim")


def test_what_is_not_protected_stays_as_it_is(workbook):
    for content in (workbook, XLS.read_bytes(), b"Nom;Ville\n", b""):
        document = Document("x", content=content)
        assert unlocked(document) is document


def test_a_protected_file_that_is_cut_off_is_damaged_or_asks_again(workbook):
    content = encrypted(workbook, "geheim")

    for size in (600, len(content) // 2, len(content) - 700):
        assert refused(content[:size], "geheim") in {Problem.DAMAGED, Problem.PASSWORD}


def test_the_reader_process_gets_the_passwords(workbook, tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(encrypted(workbook, "geheim"))

    with ReaderProcess() as reader:
        messages = list(reader.read(path, lambda: None, ("falsch", "geheim")))
        with pytest.raises(UnreadableError) as caught:
            list(reader.read(path, lambda: None))
    assert any(isinstance(one, Rows) for one in messages)
    assert caught.value.problem is Problem.PASSWORD
