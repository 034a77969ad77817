"""A locked PDF opens with its passphrase alone and says of nobody who made it where."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.locked_pdf import lock_pdf
from dsr_desktop.writers.register_files import write_register_pdf

WORDS = "ACDEF-GHJKM-NPQRT-UVWXY-34679"


@pytest.fixture
def plain():
    section = TableSection("Données", ("Quoi", "Valeur"), (1, 1), (("Nom", "Łukasz"),) * 200)
    table = RegisterTable("x", "Vos données", (), (), (section,), date(2026, 11, 9))
    stream = BytesIO()
    write_register_pdf(stream, table, speak("fr"))
    return stream.getvalue()


@pytest.fixture
def locked(plain):
    stream = BytesIO()
    lock_pdf(stream, plain, WORDS)
    return stream


def test_it_is_aes_256_of_the_current_standard(locked):
    lock = PdfReader(locked).trailer["/Encrypt"].get_object()

    assert (lock["/V"], lock["/R"], lock["/CF"]["/StdCF"]["/CFM"]) == (5, 6, "/AESV3")


@pytest.mark.parametrize("wrong", ["", "ACDEF", WORDS.lower()])
def test_another_passphrase_opens_nothing(locked, wrong):
    assert not PdfReader(locked).decrypt(wrong)


def test_pages_text_title_and_language_are_those_of_before(plain, locked):
    before, after = PdfReader(BytesIO(plain)), PdfReader(locked)
    after.decrypt(WORDS)

    assert [one.extract_text() for one in after.pages] == [
        one.extract_text() for one in before.pages
    ]
    assert len(after.pages) > 1
    assert after.metadata.title == "Vos données"
    assert after.root_object["/Lang"] == before.root_object["/Lang"]


def test_nobody_and_no_library_is_named_in_it(locked):
    after = PdfReader(locked)
    after.decrypt(WORDS)

    assert after.metadata.author in {"", None}
    assert after.metadata.producer == "DSR Desktop"
    assert b"pypdf" not in locked.getvalue()


def test_what_does_not_come_back_whole_is_no_package(plain, monkeypatch):
    monkeypatch.setattr(PdfReader, "decrypt", lambda _self, _words: 0)

    with pytest.raises(OutputFileError, match="own check"):
        lock_pdf(BytesIO(), plain, WORDS)
