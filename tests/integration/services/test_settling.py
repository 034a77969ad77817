"""What a crash left of documents is cleared at the opening, and nothing that is somebody else's."""

import os
import shutil
from dataclasses import replace
from hashlib import sha256

import pytest

from dsr_desktop.domain.document import CutOffDocument, DocumentFile, DocumentKind
from dsr_desktop.services.register import open_register
from dsr_desktop.services.settling import settle_at_opening
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.unfinished_documents import note_document, read_notes
from dsr_desktop.writers.left_files import volume_of

REF = "DSR-2026-0001"
PDF, XLSX, PASSPHRASE = "DSR-2026-0001_checklist.pdf", "DSR-2026-0001_checklist.xlsx", "camille.txt"
CONTENT = b"as it was written"
DIGEST = sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "out"
    made.mkdir()
    return made


def part_of(path):
    return path.with_name(f".{path.name}.0123abcd.part")


def noted(path, digest=DIGEST, *, is_ours=True):
    return DocumentFile(path, part_of(path).name, digest, is_ours)


@pytest.fixture
def note(register):
    """Return a function that leaves a note in the register, as a crash does."""

    def note_(*files, kind=DocumentKind.CHECKLIST):
        note_document(register.database, REF, kind, files, "Nora Vidal")

    return note_


def last_event(register):
    return list(events(register.database))[-1]


def kinds(register):
    return [one.kind for one in events(register.database)]


def test_without_a_note_nothing_happens(register):
    before = kinds(register)

    assert settle_at_opening(register) == ()

    assert kinds(register) == before


def test_unfinished_files_go_and_are_named_once(register, note, folder):
    note(noted(folder / PDF, None), noted(folder / XLSX, None))
    part_of(folder / PDF).write_bytes(b"half of")
    part_of(folder / XLSX).write_bytes(b"")

    assert settle_at_opening(register) == (CutOffDocument(REF, (PDF, XLSX)),)

    assert list(folder.iterdir()) == []
    assert settle_at_opening(register) == ()
    assert kinds(register).count("document_unfinished") == 1
    assert verify(register).sound


def test_files_in_their_places_without_their_event_go(register, note, folder):
    note(noted(folder / PDF), noted(folder / XLSX))
    (folder / PDF).write_bytes(CONTENT)
    os.link(folder / PDF, part_of(folder / PDF))
    part_of(folder / XLSX).write_bytes(CONTENT)

    assert settle_at_opening(register) == (CutOffDocument(REF, (PDF, XLSX)),)

    assert list(folder.iterdir()) == []


def test_the_event_names_request_document_files_and_digests(register, note, folder):
    note(noted(folder / PDF), noted(folder / XLSX))
    (folder / PDF).write_bytes(CONTENT)

    settle_at_opening(register)

    event = last_event(register)
    assert (event.kind, event.ref) == ("document_unfinished", REF)
    assert event.payload == {
        "document": "checklist", "files": [PDF, XLSX], "kept": [], "sha256": [DIGEST, DIGEST],
    }  # fmt: skip


def test_a_name_that_somebody_typed_is_in_no_event(register, note, folder, tmp_path):
    (tmp_path / "secret").mkdir()
    secret = tmp_path / "secret" / PASSPHRASE
    note(noted(folder / PDF), noted(secret, is_ours=False))
    secret.write_bytes(CONTENT)

    (told,) = settle_at_opening(register)

    assert told.names == (PDF, PASSPHRASE)
    assert not secret.exists()
    assert last_event(register).payload["files"] == [PDF]
    assert len(last_event(register).payload["sha256"]) == 1
    assert "camille" not in str(last_event(register))


def laid_by_somebody(path):
    path.write_bytes(b"ticked off by hand")


def linked_by_somebody(path):
    elsewhere = path.with_name("elsewhere.pdf")
    elsewhere.write_bytes(CONTENT)
    path.symlink_to(elsewhere)


def made_a_folder(path):
    path.mkdir()


@pytest.mark.parametrize("lay", [laid_by_somebody, linked_by_somebody, made_a_folder])
def test_what_is_not_what_was_written_is_kept_and_named(register, note, folder, lay):
    note(noted(folder / PDF), noted(folder / XLSX))
    lay(folder / PDF)
    (folder / XLSX).write_bytes(CONTENT)

    assert settle_at_opening(register) == (CutOffDocument(REF, (PDF, XLSX), kept=(PDF,)),)

    assert os.path.lexists(folder / PDF)
    assert not (folder / XLSX).exists()
    assert last_event(register).payload["kept"] == [PDF]
    assert last_event(register).payload["sha256"] == [DIGEST]


def test_a_file_of_that_name_is_kept_when_ours_was_never_written_to_its_end(register, note, folder):
    note(noted(folder / PDF, None))
    (folder / PDF).write_bytes(CONTENT)
    part_of(folder / PDF).write_bytes(b"half of")

    assert settle_at_opening(register) == (CutOffDocument(REF, (PDF,), kept=(PDF,)),)

    assert [one.name for one in folder.iterdir()] == [PDF]
    assert last_event(register).payload["sha256"] == []


def test_hidden_files_of_others_stay(register, note, folder):
    note(noted(folder / PDF))
    others = part_of(folder / PDF).with_name(f".{PDF}.89abcdef.part")
    others.write_bytes(b"of another register")

    settle_at_opening(register)

    assert list(folder.iterdir()) == [others]


def test_a_folder_out_of_reach_is_settled_when_it_is_back(register, note, folder, tmp_path):
    note(noted(folder / PDF))
    (folder / PDF).write_bytes(CONTENT)
    before = kinds(register), register.database.connection.total_changes
    stick = shutil.move(folder, tmp_path / "pulled out")

    assert settle_at_opening(register) == ()

    assert (kinds(register), register.database.connection.total_changes) == before
    assert len(read_notes(register.database)) == 1
    shutil.move(stick, folder)
    assert settle_at_opening(register) == (CutOffDocument(REF, (PDF,)),)
    assert list(folder.iterdir()) == []


def test_what_is_within_reach_does_not_wait_for_the_rest(register, note, folder, tmp_path):
    stick = tmp_path / "stick"
    note(noted(stick / PDF), noted(folder / PASSPHRASE, is_ours=False))
    (folder / PASSPHRASE).write_bytes(CONTENT)

    assert settle_at_opening(register) == (CutOffDocument(REF, (PASSPHRASE,)),)

    assert list(folder.iterdir()) == []
    (waiting,) = read_notes(register.database)
    assert waiting.files == (noted(stick / PDF),)
    stick.mkdir()
    (stick / PDF).write_bytes(CONTENT)
    assert settle_at_opening(register) == (CutOffDocument(REF, (PDF,)),)
    assert list(stick.iterdir()) == []
    assert read_notes(register.database) == ()


def test_what_cannot_be_removed_now_waits(register, note, folder):
    note(noted(folder / PDF), noted(folder / XLSX))
    part_of(folder / PDF).mkdir()
    (folder / XLSX).write_bytes(CONTENT)

    assert settle_at_opening(register) == (CutOffDocument(REF, (XLSX,)),)
    assert settle_at_opening(register) == ()

    part_of(folder / PDF).rmdir()
    assert settle_at_opening(register) == (CutOffDocument(REF, (PDF,)),)


def test_a_folder_that_cannot_even_be_looked_at_waits(register, note, folder):
    note(noted(folder / ("x" * 300) / PDF))

    assert settle_at_opening(register) == ()

    assert len(read_notes(register.database)) == 1


def test_documents_cut_off_one_after_the_other_are_all_settled(register, note, folder):
    note(noted(folder / "a.pdf"))
    note(noted(folder / "b.zip"), kind=DocumentKind.BUNDLE)
    (folder / "b.zip").write_bytes(CONTENT)

    told = settle_at_opening(register)

    assert [one.names for one in told] == [("a.pdf",), ("b.zip",)]
    assert last_event(register).payload["document"] == "bundle"
    assert list(folder.iterdir()) == []


def test_a_note_of_a_document_that_only_a_later_version_makes_is_settled(register, note, folder):
    note(noted(folder / "letter.pdf"), kind="letter")
    (folder / "letter.pdf").write_bytes(CONTENT)

    (told,) = settle_at_opening(register)

    assert told.names == ("letter.pdf",)


def test_opening_goes_on_when_another_program_writes(register, note, folder, passphrase):
    note(noted(folder / PDF))
    (folder / PDF).write_bytes(CONTENT)
    other = open_register(register.path, passphrase)
    register.database.connection.execute("PRAGMA busy_timeout = 10")

    with other.database.transaction():
        assert settle_at_opening(register) == ()
        assert (folder / PDF).exists()

    other.close()
    assert len(settle_at_opening(register)) == 1


def test_in_a_register_that_is_read_only_nothing_goes_without_its_event(register, note, folder):
    note(noted(folder / PDF))
    (folder / PDF).write_bytes(CONTENT)
    register.database.connection.execute("PRAGMA query_only = ON")

    assert settle_at_opening(register) == ()

    assert (folder / PDF).exists()
    register.database.connection.execute("PRAGMA query_only = OFF")
    assert len(settle_at_opening(register)) == 1


# --- folders that are gone for good


def on_disk_of(path, **facts):
    return replace(noted(path), volume=volume_of(path.parent), **facts)


def test_what_was_written_to_a_folder_that_was_deleted_was_not_made(register, note, folder):
    note(on_disk_of(folder / PDF), on_disk_of(folder / XLSX, sha256=None))
    shutil.rmtree(folder)

    assert settle_at_opening(register) == (CutOffDocument(REF, (PDF, XLSX), lost=(PDF, XLSX)),)

    assert last_event(register).payload == {
        "document": "checklist", "files": [PDF, XLSX], "kept": [], "sha256": [],
        "lost": [PDF, XLSX],
    }  # fmt: skip
    assert read_notes(register.database) == ()
    assert settle_at_opening(register) == ()
    assert kinds(register).count("document_unfinished") == 1
    assert verify(register).sound


def test_the_whole_path_to_the_folder_may_be_gone(register, note, folder):
    deep = folder / "2026" / "november"
    deep.mkdir(parents=True)
    note(on_disk_of(deep / PDF))
    shutil.rmtree(folder)
    folder.write_text("a file where the folder was")

    assert settle_at_opening(register) == (CutOffDocument(REF, (PDF,), lost=(PDF,)),)


def test_what_is_left_elsewhere_of_it_is_removed(register, note, folder, tmp_path):
    secret = tmp_path / "secret" / PASSPHRASE
    secret.parent.mkdir()
    secret.write_bytes(CONTENT)
    note(on_disk_of(folder / PDF), on_disk_of(secret, is_ours=False))
    folder.rmdir()

    (told,) = settle_at_opening(register)

    assert (told.names, told.lost) == ((PDF, PASSPHRASE), (PDF,))
    assert not secret.exists()
    assert last_event(register).payload["lost"] == [PDF]
    assert "camille" not in str(last_event(register))


def test_a_folder_on_a_disk_that_is_not_plugged_in_waits(register, note, tmp_path):
    stick = tmp_path / "stick"
    note(replace(noted(stick / "out" / PDF), volume=str(stick)))

    assert settle_at_opening(register) == ()
    assert len(read_notes(register.database)) == 1

    stick.mkdir()
    assert settle_at_opening(register) == (), "a folder of that name is not the disk"


def test_the_disk_of_a_folder_is_known_before_the_folder_is_made(tmp_path):
    volume = volume_of(tmp_path / "not" / "yet")

    assert os.path.ismount(volume)
    assert volume_of(tmp_path) == volume
