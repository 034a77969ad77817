"""No document says by its properties or names who made it, where, or about whom it is (R-SEC-8)."""

import re
import zipfile
from io import BytesIO

import pytest
import pyzipper
from pypdf import PdfReader

from dsr_desktop.domain.document import DocumentKind
from tests.integration.services.every_document import MAKERS, PERSON, SOMEBODY_ELSES, make

ACCOUNT = "zq-account-of-this-machine"
XML_TEXT = re.compile(rb"<(?:dc:|cp:|dcterms:)?(\w+)[^>]*>([^<]*)<")
HTML_META = re.compile(rb"<meta[^>]*name=\"?(author|generator|creator)", re.IGNORECASE)
HTML_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
OURS = {"", "DSR Desktop"}
MAKERS_NAMED = {"/Author", "/Creator", "/Producer", "creator", "lastModifiedBy", "Application"}


@pytest.fixture
def of_this_machine(monkeypatch, tmp_path):
    """Words that would tell on which machine, by which account a document was made."""
    home = tmp_path / "home" / ACCOUNT
    home.mkdir(parents=True)
    for name in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.setenv(name, ACCOUNT)
    monkeypatch.setenv("HOME", str(home))
    return (ACCOUNT, str(tmp_path))


def opened(path, passphrases):
    """Every file in a document as (name, bytes), archives opened, locked PDFs unlocked."""
    yield path.name, path.read_bytes()
    if path.suffix in {".zip", ".xlsx", ".docx"}:
        yield from in_archive(path.read_bytes(), passphrases)


def in_archive(data, passphrases):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        locked = any(one.flag_bits & 1 for one in archive.infolist())
        names = archive.namelist()
    if not locked:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            files = [(name, archive.read(name)) for name in names]
    else:
        files = next(filter(None, (unlocked(data, words) for words in passphrases)))
    for name, content in files:
        yield name, content
        if name.endswith((".zip", ".xlsx", ".docx")):
            yield from in_archive(content, passphrases)


def unlocked(data, words):
    try:
        with pyzipper.AESZipFile(BytesIO(data)) as archive:
            archive.setpassword(words.encode())
            return [(name, archive.read(name)) for name in archive.namelist()]
    except RuntimeError:
        return None


def properties(name, data, passphrases):
    """The properties of a file as (key, text): those of its format that people can look up."""
    if data.startswith(b"%PDF"):
        return of_pdf(data, passphrases)
    if name.startswith("docProps/"):
        return [(key.decode(), text.decode()) for key, text in XML_TEXT.findall(data)]
    if name.endswith(".html"):
        assert not HTML_META.search(data)
        return [("title", text.decode()) for text in HTML_TITLE.findall(data)]
    return []


def of_pdf(data, passphrases):
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        assert any(reader.decrypt(words) for words in passphrases)
    assert reader.xmp_metadata is None
    return [(key, str(text)) for key, text in reader.metadata.items()]


def archive_entries(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.comment == b""
        return archive.infolist()


@pytest.fixture(params=sorted(set(DocumentKind) - SOMEBODY_ELSES))
def made(request, register, tmp_path, of_this_machine):
    """The files of one kind of document, and the passphrases that open them."""
    out = tmp_path / "out"
    passphrases = make(request.param, register, out, tmp_path)
    paths = [one for one in sorted(out.rglob("*")) if one.is_file()]
    assert paths
    return paths, passphrases


def test_every_kind_of_document_is_looked_at():
    assert set(MAKERS) | SOMEBODY_ELSES == set(DocumentKind)


def test_no_property_names_author_machine_or_person(made, of_this_machine):
    paths, passphrases = made
    for path in paths:
        for name, data in opened(path, passphrases):
            for key, text in properties(name, data, passphrases):
                assert not any(word in text for word in of_this_machine), (name, key)
                assert not any(word in text.lower() for word in PERSON), (name, key)
                if key in MAKERS_NAMED:
                    assert text in OURS, (name, key)


def test_the_account_of_the_machine_is_nowhere_in_it(made, of_this_machine):
    account, _folder = of_this_machine
    paths, passphrases = made
    for path in paths:
        for name, data in opened(path, passphrases):
            assert account.encode() not in data, name


def test_no_file_and_no_entry_is_named_after_the_person_or_a_folder(made):
    paths, _passphrases = made
    for path in paths:
        assert not any(word in path.name.lower() for word in PERSON)
        if path.suffix not in {".zip", ".xlsx"}:
            continue
        for entry in archive_entries(path.read_bytes()):
            assert entry.filename.isascii()
            assert not entry.filename.startswith(("/", ".")), entry.filename
            assert ".." not in entry.filename
            assert not any(word in entry.filename.lower() for word in PERSON)
            assert (entry.comment, entry.date_time[3:]) == (b"", (0, 0, 0)), entry.filename


def test_every_pdf_and_page_has_a_title(made):
    paths, passphrases = made
    for path in paths:
        for name, data in opened(path, passphrases):
            if data.startswith(b"%PDF") or name.endswith(".html"):
                titles = dict(properties(name, data, passphrases))
                assert (titles.get("/Title") or titles.get("title") or "").strip(), name
