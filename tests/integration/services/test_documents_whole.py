"""A package or checklist is there with its event, or neither is; nothing older is overwritten."""

import sys
from datetime import date

import pytest
import pyzipper

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, OutputFileError, RegisterFileError
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.register import keys_path, open_register
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 16)
REF = "DSR-2026-0001"
CAMILLE = make_criteria({"email": "camille.dupont@acme.example"})


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


@pytest.fixture(autouse=True)
def _asked(register, tmp_path, write_csv, bring_in):
    """A request whose hit is confirmed."""
    rows = [["Nom", "E-mail"], ["Camille Dupont", "camille.dupont@acme.example"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows), activity="PA3", channel="web form")
    rights = [Right.PORTABILITY, Right.ERASURE]
    new_request(register, rights, CAMILLE, RECEIVED, Channel.WEB_FORM, TODAY)
    find_person(register, REF, TODAY)
    judge_hits(register, REF, confirm_strong=True, today=TODAY)


@pytest.fixture
def build(register, folder):
    def build_(**options):
        return build_portability(register, REF, folder, TODAY, ENGLISH, **options)

    return build_


def files_in(bundle):
    with pyzipper.AESZipFile(bundle.path) as archive:
        archive.setpassword(bundle.passphrase.encode())
        return {name: archive.read(name) for name in archive.namelist()}


def kinds(register):
    return [one.kind for one in events(register.database)]


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


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
def test_when_the_event_finds_the_disk_full_no_file_is_left(
    register, build, folder, passphrase_file, no_file_larger_than
):
    log = register.path.with_name(register.path.name + "-wal")
    before = kinds(register)

    with no_file_larger_than(log.stat().st_size), pytest.raises(RegisterFileError):
        build(passphrase_out=passphrase_file)

    assert list(folder.iterdir()) == []
    assert not passphrase_file.exists()
    assert kinds(register) == before
    assert files_in(build())


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


def test_when_one_of_the_two_cannot_be_written_the_other_is_not_left_alone(register, folder):
    (folder / ".DSR-2026-0001_checklist.xlsx.part").mkdir(parents=True)

    with pytest.raises(OutputFileError, match=r"checklist\.xlsx could not be written"):
        write_checklist(register, REF, folder, TODAY, ENGLISH)

    assert not [path for path in folder.iterdir() if path.suffix in {".pdf", ".xlsx"}]
    assert "checklist_made" not in kinds(register)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
def test_when_the_event_finds_the_disk_full_neither_file_is_left(
    register, folder, no_file_larger_than
):
    log = register.path.with_name(register.path.name + "-wal")

    with no_file_larger_than(log.stat().st_size), pytest.raises(RegisterFileError):
        write_checklist(register, REF, folder, TODAY, ENGLISH)

    assert list(folder.iterdir()) == []
    assert "checklist_made" not in kinds(register)
