"""A package or checklist is there with its event, or neither is; nothing older is overwritten."""

import shutil
import sys
from contextlib import ExitStack, contextmanager

import pytest

from dsr_desktop.domain.errors import InvalidInputError, OutputFileError, RegisterFileError
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.register import keys_path, open_register
from dsr_desktop.services.settling import settle_at_opening
from dsr_desktop.store.unfinished_documents import read_notes
from tests.integration.services.documents_made import ENGLISH, REF, TODAY, ask, files_in, kinds


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


@pytest.fixture(autouse=True)
def _asked(register, tmp_path):
    ask(register, tmp_path)


@pytest.fixture
def build(register, folder):
    def build_(**options):
        return build_portability(register, REF, folder, TODAY, ENGLISH, **options)

    return build_


@pytest.fixture
def passphrase_file(tmp_path):
    return tmp_path / "secret" / "passphrase.txt"


def test_an_earlier_bundle_of_the_day_is_never_overwritten(build, folder):
    first = build()
    before = first.path.read_bytes()

    second, third = build(), build()

    assert first.path.read_bytes() == before
    assert [one.path.name for one in (second, third)] == [
        "DSR-2026-0001_portability_20261116-2.zip",
        "DSR-2026-0001_portability_20261116-3.zip",
    ]
    assert len(list(folder.iterdir())) == 3
    assert all(files_in(one) for one in (first, second, third))


def test_the_passphrase_is_written_with_the_archive_that_it_opens(build, passphrase_file):
    bundle = build(passphrase_out=passphrase_file)

    assert passphrase_file.read_text() == bundle.passphrase + "\n"
    assert files_in(bundle)


def test_without_its_passphrase_file_there_is_no_archive_and_no_event(
    register, build, folder, tmp_path
):
    (tmp_path / "taken").write_text("a file")
    before = kinds(register)

    with pytest.raises(OutputFileError, match="below could not be written"):
        build(passphrase_out=tmp_path / "taken" / "below")

    assert list(folder.iterdir()) == []
    assert kinds(register) == before


def test_without_its_archive_there_is_no_passphrase_file(register, build, folder, passphrase_file):
    folder.write_text("a file where the folder should be")
    before = kinds(register)

    with pytest.raises(OutputFileError):
        build(passphrase_out=passphrase_file)

    assert not passphrase_file.exists()
    assert kinds(register) == before


@pytest.mark.parametrize("there", ["an earlier one", None], ids=["a file", "a link to nothing"])
def test_an_earlier_passphrase_is_never_overwritten_and_nothing_is_begun(
    register, build, folder, passphrase_file, there
):
    passphrase_file.parent.mkdir()
    if there:
        passphrase_file.write_text(there)
    else:
        passphrase_file.symlink_to("nowhere.txt")
    before = kinds(register)

    with pytest.raises(InvalidInputError, match=r"passphrase\.txt exists already"):
        build(passphrase_out=passphrase_file)

    assert not there or passphrase_file.read_text() == there
    assert not passphrase_file.with_name("nowhere.txt").exists()
    assert not folder.exists()
    assert kinds(register) == before


def test_a_passphrase_file_that_appears_meanwhile_is_not_overwritten(
    register, build, folder, passphrase_file
):
    def write_first(sql):
        if sql.startswith("BEGIN"):
            passphrase_file.parent.mkdir()
            passphrase_file.write_text("an earlier one")

    connection = register.database.connection
    connection.set_trace_callback(write_first)

    with pytest.raises(OutputFileError, match=r"passphrase\.txt could not be written"):
        build(passphrase_out=passphrase_file)

    connection.set_trace_callback(None)
    assert passphrase_file.read_text() == "an earlier one"
    assert list(folder.iterdir()) == []
    assert "package_built" not in kinds(register)


FULL_AT = ["INSERT INTO unfinished_document", "UPDATE unfinished_document", "INSERT INTO event"]


@pytest.fixture
def disk_full_at(register, no_file_larger_than):
    """Return a context in which the disk has no more room from a statement of the register on."""
    log = register.path.with_name(register.path.name + "-wal")
    connection = register.database.connection

    @contextmanager
    def full(statement):
        with ExitStack() as limits:

            def fill(sql):
                if sql.startswith(statement):
                    connection.set_trace_callback(None)
                    limits.enter_context(no_file_larger_than(log.stat().st_size))

            connection.set_trace_callback(fill)
            yield

    return full


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
@pytest.mark.parametrize("statement", FULL_AT)
def test_when_the_register_finds_the_disk_full_no_file_of_a_bundle_is_left(
    register, build, folder, passphrase_file, disk_full_at, statement
):
    before = kinds(register)

    with disk_full_at(statement), pytest.raises(RegisterFileError):
        build(passphrase_out=passphrase_file)

    assert [*folder.iterdir(), *passphrase_file.parent.iterdir()] == []
    assert kinds(register) == before
    settle_at_opening(register)
    assert files_in(build())
    assert read_notes(register.database) == ()


def test_in_a_register_that_another_program_writes_nothing_is_begun(
    register, build, folder, passphrase
):
    other = open_register(register.path, passphrase)
    register.database.connection.execute("PRAGMA busy_timeout = 10")

    with (
        other.database.transaction(),
        pytest.raises(RegisterFileError, match="in use by another program"),
    ):
        build()

    other.close()
    assert not folder.exists()


def where_the_archive_goes(folder, _register):
    return folder / "DSR-2026-0001_portability_20261116.zip"


def otherwise_spelt(folder, _register):
    return folder / ".." / "out" / "DSR-2026-0001_PORTABILITY_20261116.Zip"


def through_a_link(folder, _register):
    link = folder.with_name("passphrase.txt")
    link.symlink_to(folder / "DSR-2026-0001_portability_20261116.zip")
    return link


def through_a_linked_folder(folder, _register):
    link = folder.with_name("link")
    link.symlink_to(folder, target_is_directory=True)
    return link / "DSR-2026-0001_portability_20261116.zip"


def the_register(_folder, register):
    return register.path


def its_key_file(_folder, register):
    return keys_path(register.path)


def an_imported_list(folder, _register):
    return folder.with_name("crm.csv")


def an_imported_list_by_a_link(folder, _register):
    link = folder.with_name("passphrase.txt")
    link.symlink_to(folder.with_name("crm.csv"))
    return link


@pytest.mark.parametrize(
    "place",
    [
        where_the_archive_goes, otherwise_spelt, through_a_link, through_a_linked_folder,
        the_register, its_key_file, an_imported_list, an_imported_list_by_a_link,
    ],
)  # fmt: skip
def test_the_passphrase_never_takes_the_place_of_what_is_to_be_kept(
    register, build, folder, tmp_path, place
):
    file = place(folder, register)
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    logged = kinds(register)

    with pytest.raises(InvalidInputError, match="The passphrase cannot be written to"):
        build(passphrase_out=file)

    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
    assert not folder.exists()
    assert kinds(register) == logged


def test_the_passphrase_never_takes_the_place_of_an_earlier_bundle(build):
    first = build()
    before = first.path.read_bytes()

    with pytest.raises(InvalidInputError, match="that is a package"):
        build(passphrase_out=first.path)

    assert first.path.read_bytes() == before


# --- the checklist


def test_a_folder_that_cannot_be_written_leaves_no_file_and_no_event(register, folder):
    folder.write_bytes(b"a file, not a folder")

    with pytest.raises(OutputFileError, match="Check the folder"):
        write_checklist(register, REF, folder, TODAY, ENGLISH)

    assert "checklist_made" not in kinds(register)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no folder with open files")
def test_a_folder_that_vanishes_meanwhile_leaves_no_event_and_no_note(register, folder):
    def take_the_folder_away(sql):
        if sql.startswith("UPDATE unfinished_document"):
            shutil.rmtree(folder, ignore_errors=True)

    register.database.connection.set_trace_callback(take_the_folder_away)
    with pytest.raises(OutputFileError, match="could not be written to"):
        write_checklist(register, REF, folder, TODAY, ENGLISH)

    register.database.connection.set_trace_callback(None)
    assert "checklist_made" not in kinds(register)
    assert read_notes(register.database) == ()
    assert settle_at_opening(register) == ()
    assert write_checklist(register, REF, folder, TODAY, ENGLISH).pdf.exists()


def test_when_one_of_the_two_cannot_be_written_the_other_is_not_left_alone(register, folder):
    def lay_a_file_in_the_way(sql):
        if sql.startswith("UPDATE unfinished_document"):
            (folder / "DSR-2026-0001_checklist.xlsx").write_text("somebody's")

    register.database.connection.set_trace_callback(lay_a_file_in_the_way)
    with pytest.raises(OutputFileError, match=r"checklist\.xlsx could not be written"):
        write_checklist(register, REF, folder, TODAY, ENGLISH)

    (left,) = folder.iterdir()
    assert left.read_text() == "somebody's"
    assert "checklist_made" not in kinds(register)
    assert read_notes(register.database) == ()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
@pytest.mark.parametrize("statement", FULL_AT)
def test_when_the_register_finds_the_disk_full_neither_file_is_left(
    register, folder, disk_full_at, statement
):
    with disk_full_at(statement), pytest.raises(RegisterFileError):
        write_checklist(register, REF, folder, TODAY, ENGLISH)

    assert list(folder.iterdir()) == []
    assert "checklist_made" not in kinds(register)
