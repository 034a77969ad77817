"""Making and opening registers: one file, its key file, nothing half-made."""

import os
import stat
import sys

import pytest

from dsr_desktop.domain.errors import InvalidInputError, RegisterFileError, WrongPassphraseError
from dsr_desktop.services.register import Company, keys_path, open_register
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.sqlcipher import OperationalError
from dsr_desktop.wording.language import speak

COMPANY = Company("Exemple SAS", "FR", "57", "Nora Vidal", "dpo@exemple.example")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.dsr"


@pytest.fixture
def made(path, make_register):
    make_register(path, company=COMPANY).close()
    return path


def files_in(folder):
    return sorted(file.name for file in folder.iterdir())


# --- made


def test_a_register_is_a_file_and_its_key_file(made):
    assert files_in(made.parent) == ["register.dsr", "register.dsr.keys"]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")
def test_both_files_are_for_their_owner_only(made):
    modes = {stat.S_IMODE(file.stat().st_mode) for file in made.parent.iterdir()}

    assert modes == {0o600}


def test_a_register_knows_its_company(made, passphrase):
    register = open_register(made, passphrase)

    assert register.company == COMPANY
    assert register.path == made
    assert register.actor == "Nora Vidal"
    register.close()


def test_a_company_without_region_and_dpo_is_enough(path, make_register):
    register = make_register(path, company=Company("Exemple SAS"))

    assert register.company == Company("Exemple SAS", "FR", None, "", "")
    assert register.actor == "dpo"
    register.close()


def test_the_usual_activities_are_there_and_the_guesses_are_not_confirmed(path, make_register):
    register = make_register(path)

    assert [(one.code, one.legal_basis, one.confirmed) for one in register.activities] == [
        ("PA1", "6(1)(b)", False), ("PA2", "6(1)(f)", False), ("PA3", "6(1)(b)", True),
        ("PA4", "6(1)(a)", False), ("PA5", "6(1)(c)", True),
    ]  # fmt: skip
    assert register.activities[0].name == "Answering requests"
    register.close()


def test_activities_are_named_in_the_language_of_the_company(path, make_register):
    register = make_register(path, tr=speak("fr"))

    assert register.activities[0].name == speak("fr")("Answering requests")
    register.close()


def test_making_it_is_the_first_event(made, passphrase):
    register = open_register(made, passphrase)

    (first,) = events(register.database)
    assert (first.seq, first.kind, first.actor) == (1, "register_made", "Nora Vidal")
    assert verify(register).sound
    register.close()


def test_a_folder_that_is_not_there_is_made(tmp_path, make_register):
    make_register(tmp_path / "a" / "b" / "register.dsr").close()

    assert files_in(tmp_path / "a" / "b") == ["register.dsr", "register.dsr.keys"]


def test_nothing_of_the_company_is_readable_in_the_files(made):
    content = made.read_bytes() + keys_path(made).read_bytes()

    assert b"Exemple" not in content
    assert b"Vidal" not in content


# --- refused, and nothing half-made


@pytest.mark.parametrize("passphrase", ["", "short", "onze lettre"])
def test_a_short_passphrase_is_refused(path, make_register, passphrase):
    with pytest.raises(InvalidInputError, match="at least 12 characters"):
        make_register(path, passphrase)
    assert files_in(path.parent) == []


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("aaaaaaaaaaaa", "too few different characters"),
        ("azertyuiop123", "a sequence of the alphabet or the keyboard"),
        ("Exemple SAS 2026", "the name of the company"),
    ],
)
def test_a_passphrase_that_is_guessed_first_is_refused(path, make_register, passphrase, why):
    with pytest.raises(InvalidInputError, match=f"{why}.* Use seven words"):
        make_register(path, passphrase)
    assert files_in(path.parent) == []


@pytest.mark.parametrize(
    "company", [Company("x", "ZZ"), Company("x", "France"), Company("x", "FR", "no region")]
)
def test_an_unknown_country_or_region_is_refused(path, make_register, company):
    with pytest.raises(InvalidInputError):
        make_register(path, company=company)
    assert files_in(path.parent) == []


@pytest.mark.parametrize(
    "company",
    [Company(" "), Company("x" * 201), Company("X", dpo_name="x" * 201)],
    ids=["no name", "endless name", "endless DPO"],
)
def test_a_company_that_no_letter_can_name_is_refused(path, make_register, company):
    with pytest.raises(InvalidInputError):
        make_register(path, company=company)
    assert not path.exists()


@pytest.mark.parametrize("name", ["register.dsr", "register.dsr.keys"])
def test_an_existing_file_is_never_overwritten(path, make_register, name):
    (path.parent / name).write_bytes(b"precious")

    with pytest.raises(RegisterFileError, match=f"{name} exists already"):
        make_register(path)
    assert files_in(path.parent) == [name]
    assert (path.parent / name).read_bytes() == b"precious"


def test_a_folder_that_cannot_be_made_is_told_so(tmp_path, make_register):
    (tmp_path / "file").write_text("x")

    with pytest.raises(RegisterFileError, match="folder cannot be written"):
        make_register(tmp_path / "file" / "register.dsr")
    assert files_in(tmp_path) == ["file"]


def test_a_folder_that_may_not_be_written_is_told_so(as_nobody, tmp_path, make_register):
    tmp_path.chmod(0o500)

    with pytest.raises(RegisterFileError, match="folder cannot be written"):
        make_register(tmp_path / "register.dsr")
    assert files_in(tmp_path) == []


def test_a_key_file_that_cannot_be_written_leaves_no_register(path, make_register):
    (path.parent / "register.dsr.keys.part").mkdir()

    with pytest.raises(RegisterFileError, match="folder cannot be written"):
        make_register(path)
    assert files_in(path.parent) == ["register.dsr.keys.part"]


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
@pytest.mark.parametrize("size", [100, 3_000, 20_000, 60_000])
def test_a_full_disk_leaves_nothing_half_made(path, make_register, no_file_larger_than, size):
    with no_file_larger_than(size), pytest.raises(RegisterFileError):
        make_register(path)

    assert files_in(path.parent) == []


def test_an_error_at_the_last_step_leaves_nothing_half_made(path, make_register):
    def speechless(_sentence):
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        make_register(path, tr=speechless)
    assert files_in(path.parent) == []


# --- opened


def test_a_register_opens_with_its_passphrase(made, passphrase):
    open_register(made, passphrase).close()
    open_register(made, passphrase).close()

    assert files_in(made.parent) == ["register.dsr", "register.dsr.keys"]


def test_a_copy_elsewhere_opens_too(made, passphrase, tmp_path):
    for file in list(made.parent.iterdir()):
        (tmp_path / "copy").mkdir(exist_ok=True)
        (tmp_path / "copy" / file.name).write_bytes(file.read_bytes())

    register = open_register(tmp_path / "copy" / "register.dsr", passphrase)
    assert register.company == COMPANY
    register.close()


def test_a_wrong_passphrase_is_told(made):
    with pytest.raises(WrongPassphraseError, match="passphrase is wrong"):
        open_register(made, "une tout autre phrase")


def test_a_register_that_is_not_there_is_told_with_its_place(path, passphrase):
    with pytest.raises(RegisterFileError, match=rf"no register at {path}"):
        open_register(path, passphrase)


def test_a_missing_key_file_is_told(made, passphrase):
    keys_path(made).unlink()

    with pytest.raises(RegisterFileError, match=r"key file register\.dsr\.keys is missing"):
        open_register(made, passphrase)


def test_a_damaged_key_file_is_told(made, passphrase):
    keys_path(made).write_text("{}")

    with pytest.raises(RegisterFileError, match=r"key file register\.dsr\.keys is damaged"):
        open_register(made, passphrase)


def test_the_key_file_of_another_register_is_told(made, make_register, passphrase, tmp_path):
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "register.dsr"
    make_register(other).close()
    keys_path(made).write_bytes(keys_path(other).read_bytes())

    with pytest.raises(RegisterFileError, match="damaged or is not a register of this key file"):
        open_register(made, passphrase)


@pytest.mark.parametrize("kept", [0, 1, 100, 4095])
def test_a_register_that_was_cut_off_is_not_taken_for_a_new_one(made, passphrase, kept):
    made.write_bytes(made.read_bytes()[:kept])

    with pytest.raises(RegisterFileError, match="empty or cut off"):
        open_register(made, passphrase)
    assert made.stat().st_size == kept


def test_what_is_no_register_is_told(made, passphrase):
    made.write_bytes(b"Nom;Ville\n" * 1000)

    with pytest.raises(RegisterFileError, match="is damaged or is not a register"):
        open_register(made, passphrase)


def test_a_folder_is_no_register(made, passphrase):
    made.unlink()
    made.mkdir()

    with pytest.raises(RegisterFileError):
        open_register(made, passphrase)


def test_a_register_of_a_newer_app_is_told_and_left_untouched(made, passphrase):
    register = open_register(made, passphrase)
    register.database.connection.execute(
        "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) "
        "VALUES ('register', 'm999_of_the_future', '2027-01-01')"
    )
    register.close()
    before = made.read_bytes()

    with pytest.raises(RegisterFileError, match=r"register\.dsr was made by a newer version"):
        open_register(made, passphrase)
    assert made.read_bytes() == before


def test_a_register_whose_settings_cannot_be_read_is_not_left_open(made, passphrase):
    register = open_register(made, passphrase)
    register.database.connection.execute("DROP TABLE setting")
    register.close()
    log = made.with_name(made.name + "-wal")

    with pytest.raises(OperationalError) as failed:
        open_register(made, passphrase)

    assert "no such table: setting" in str(failed.value)
    assert not log.exists()


def test_an_event_names_who_opened_the_register(made, passphrase):
    register = open_register(made, passphrase)
    register.log("closed", "DSR-2026-0001", working_copies_purged=[])

    assert [event.actor for event in events(register.database)] == ["Nora Vidal", "Nora Vidal"]
    register.close()
