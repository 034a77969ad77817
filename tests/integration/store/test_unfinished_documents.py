"""Notes of documents in the making."""

from pathlib import Path

import pytest

from dsr_desktop.domain.document import DocumentFile, DocumentKind, UnfinishedDocument
from dsr_desktop.store.database import Database
from dsr_desktop.store.unfinished_documents import (
    change_note,
    has_note,
    note_document,
    read_notes,
    remove_note,
)

REF = "DSR-2026-0001"
FILES = (
    DocumentFile(Path("/home/nora/réponses/a.zip"), ".a.zip.0123abcd.part"),
    DocumentFile(Path("/media/stick/\udcff.txt"), ".p.part", "ab" * 32, is_ours=False),
)


@pytest.fixture
def database(tmp_path):
    opened = Database(tmp_path / "register.dsr", bytes(32))
    yield opened
    opened.close()


def note(database, files=FILES):
    return note_document(database, REF, DocumentKind.BUNDLE, files, "Nora Vidal")


def test_a_note_comes_back_as_it_was_written(database):
    written = note(database)

    assert read_notes(database) == (UnfinishedDocument(written, REF, "bundle", FILES),)


def test_a_note_says_who_was_at_work_and_when(database):
    note(database)

    at, actor = database.connection.execute("SELECT at, actor FROM unfinished_document").fetchone()
    assert at.endswith("+00:00")
    assert actor == "Nora Vidal"


def test_a_note_can_name_other_files_later(database):
    written, other = note(database), note(database, FILES[:1])

    change_note(database, written, FILES[1:])

    assert [one.files for one in read_notes(database)] == [FILES[1:], FILES[:1]]
    assert [one.id for one in read_notes(database)] == [written, other]


def test_a_note_that_was_removed_is_there_no_more(database):
    kept, removed = note(database), note(database)

    remove_note(database, removed)

    assert (has_note(database, kept), has_note(database, removed)) == (True, False)
    assert [one.id for one in read_notes(database)] == [kept]
