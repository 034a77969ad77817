"""What a crash left of a document, at the next command."""

from hashlib import sha256

import pytest

from dsr_desktop.domain.document import DocumentFile, DocumentKind
from dsr_desktop.services.register import open_register
from dsr_desktop.store.unfinished_documents import note_document
from dsr_desktop.writers.left_files import volume_of

SENTENCE = (
    "The making of DSR-2026-0001_checklist.pdf was cut off; what was left of it was removed. "
    "Make it again for DSR-2026-0001."
)


@pytest.fixture
def left(with_register, tmp_path, passphrase):
    """A finished file that a program was about to log when it was killed, and its note."""
    path = tmp_path / "out" / "DSR-2026-0001_checklist.pdf"
    path.parent.mkdir()
    path.write_bytes(b"all of it")
    file = DocumentFile(path, ".x.part", sha256(b"all of it").hexdigest())
    register = open_register(tmp_path / "register.dsr", passphrase)
    note_document(register.database, "DSR-2026-0001", DocumentKind.CHECKLIST, [file], "dpo")
    register.close()
    return path


def test_the_next_command_removes_it_and_says_so_in_one_sentence(dsr, left):
    first, second = dsr("sources", "--json"), dsr("sources", "--json")

    assert first.json == {"sources": []}
    assert first.sentence == SENTENCE
    assert not left.exists()
    assert second.err == ""


def test_looking_whether_the_register_is_whole_leaves_it(dsr, left):
    result = dsr("verify", "--json")

    assert result.err == ""
    assert left.exists()
    assert dsr("request", "list").sentence == SENTENCE
    assert dsr("verify", "--json").json["events"] == result.json["events"] + 1


def test_a_document_whose_folder_was_deleted_is_told_once_as_not_made(
    dsr, with_register, tmp_path, passphrase
):
    path = tmp_path / "out" / "DSR-2026-0001_checklist.pdf"
    file = DocumentFile(path, ".x.part", None, volume=volume_of(tmp_path))
    register = open_register(tmp_path / "register.dsr", passphrase)
    note_document(register.database, "DSR-2026-0001", DocumentKind.CHECKLIST, [file], "dpo")
    register.close()

    first, second = dsr("sources"), dsr("sources")

    assert first.err.startswith("DSR-2026-0001_checklist.pdf was not made: its folder is gone. ")
    assert first.err.endswith("Make it again for DSR-2026-0001.\n")
    assert (first.code, second.code, second.err) == (0, 0, "")
