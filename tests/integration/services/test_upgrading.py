"""A register of an earlier version: copied whole before it is changed, the copy gone once proven."""

import os
import stat
import subprocess
import sys
from datetime import datetime

import pytest

from dsr_desktop.domain.errors import RegisterBusyError, RegisterFileError
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import keys_path, open_register, register_files
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.keys import new_key_file, write_key_file
from dsr_desktop.store.sqlcipher import Migrations, connect, tables
from dsr_desktop.store.steps import STEPS

PASSPHRASE = "seven words that nobody guesses today"
SETTINGS = [("company", "Exemple SAS"), ("country", "FR"), ("dpo_name", "Nora Vidal")]


LIST = (
    "INSERT INTO source(id, path, name, kind, status, row_count, imported_at, imported_by) "
    "VALUES (7, '/lists/crm.csv', 'crm.csv', 'list', 'imported', 1, '2026-01-05', 'dpo')",
    "INSERT INTO sheet(id, source_id, name, hidden, columns, row_count) "
    "VALUES (70, 7, 'crm', 0, '[]', 1)",
    "INSERT INTO row(id, sheet_id, n, hidden, cells) VALUES (700, 70, 2, 0, '[\"Hugo Brun\"]')",
    "INSERT INTO ident VALUES (1, 'hugo@brun.example', 700, 0)",
    "INSERT INTO token(rowid, text) VALUES (700, 'hugo brun')",
)


def at_version(connection, done):
    """Take the first steps only, as an earlier version of the app did."""
    earlier = Migrations("register")
    for step in STEPS[:done]:
        earlier()(step)
    earlier.apply(tables(connection))


@pytest.fixture
def older(tmp_path):
    """Return a function that makes a register of an earlier version; its key comes with it."""

    def make(done=3):
        path = tmp_path / "register.dsr"
        key_file, key = new_key_file(PASSPHRASE, "dpo", 2**4)
        write_key_file(keys_path(path), key_file)
        connection = connect(str(path), key)
        connection.execute("PRAGMA journal_mode = WAL")
        at_version(connection, done)
        connection.executemany("INSERT INTO setting VALUES (?, ?)", SETTINGS)
        for statement in LIST:
            connection.execute(statement)
        return path, key, connection

    return make


@pytest.fixture
def closed(older):
    """A closed register of an earlier version."""
    path, _key, connection = older()
    connection.close()
    return path


def copies_beside(path):
    return sorted(file for file in path.parent.iterdir() if "copy" in file.name)


def open_and_close(path):
    open_register(path, PASSPHRASE).close()


def name_of_copy(version="m003"):
    return f"register.dsr.{version}-{datetime.now().astimezone().date().isoformat()}.copy"


def steps_of(path, key):
    connection = connect(str(path), key)
    names = [name for (name,) in connection.execute("SELECT name FROM _sqlite_migrations")]
    connection.close()
    return names


def rows_with(path, key, word):
    connection = connect(str(path), key)
    found = connection.execute(
        "SELECT name, n, cells, key FROM token JOIN row ON row.id = token.rowid "
        "JOIN ident ON ident.row = row.id JOIN sheet ON sheet.id = sheet_id WHERE token MATCH ?",
        (word,),
    ).fetchall()
    connection.close()
    return found


# --- a copy, first


def test_opening_a_register_of_an_earlier_version_leaves_a_copy_of_it(closed):
    open_and_close(closed)

    assert [file.name for file in copies_beside(closed)] == [name_of_copy()]


def test_the_copy_is_of_the_earlier_version_and_opens_with_the_same_key(older):
    path, key, connection = older()
    connection.close()

    open_and_close(path)

    (copy,) = copies_beside(path)
    assert steps_of(copy, key) == [step.__name__ for step in STEPS[:3]]
    assert steps_of(path, key) == [step.__name__ for step in STEPS]
    kept = connect(str(copy), key)
    assert kept.execute("SELECT key, value FROM setting").fetchall() == SETTINGS
    assert kept.execute("PRAGMA cipher_integrity_check").fetchall() == []
    kept.close()


def test_the_copy_put_back_is_the_register_again(older):
    path, key, connection = older()
    connection.close()
    open_and_close(path)
    (copy,) = copies_beside(path)

    copy.replace(path)

    register = open_register(path, PASSPHRASE)
    assert register.company.name == "Exemple SAS"
    assert verify(register).sound
    register.close()
    assert rows_with(path, key, "brun") == [("crm", 2, '["Hugo Brun"]', "hugo@brun.example")]


def test_what_stands_only_in_the_write_ahead_log_is_in_the_copy(older):
    path, key, connection = older()  # still open: nothing has moved the log into the file
    connection.execute("INSERT INTO setting VALUES ('late', 'yes')")

    open_and_close(path)
    connection.close()

    (copy,) = copies_beside(path)
    kept = connect(str(copy), key)
    assert kept.execute("SELECT value FROM setting WHERE key = 'late'").fetchall() == [("yes",)]
    kept.close()


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")
def test_the_copy_is_for_its_owner_only(closed):
    open_and_close(closed)

    assert stat.S_IMODE(copies_beside(closed)[0].stat().st_mode) == 0o600


def test_nothing_of_the_register_is_readable_in_the_copy(closed):
    open_and_close(closed)

    assert b"Exemple" not in copies_beside(closed)[0].read_bytes()


def test_a_new_register_needs_no_copy(tmp_path, make_register):
    make_register(tmp_path / "register.dsr").close()

    assert copies_beside(tmp_path / "register.dsr") == []


def test_the_copy_is_never_taken_for_a_list_of_the_company(closed, write_csv, today):
    write_csv(closed.parent / "crm.csv", [["Mail"], ["hugo@brun.example"]])

    register = open_register(closed, PASSPHRASE)
    report = import_paths(register, [closed.parent], ImportOptions(), today)
    register.close()

    assert [file.path.name for file in report.files] == ["crm.csv"]


# --- gone, once the change is proven


def test_the_next_opening_removes_the_copy(closed):
    open_and_close(closed)

    open_and_close(closed)

    assert copies_beside(closed) == []
    assert closed.exists()


def test_the_copy_stays_while_the_register_is_not_sound(older):
    path, _key, connection = older()
    connection.execute("INSERT INTO pause(request_id, reason) VALUES (99, 'identity')")
    connection.close()

    open_and_close(path)
    open_and_close(path)

    assert [file.name for file in copies_beside(path)] == [name_of_copy()]


def test_a_wrong_passphrase_removes_no_copy(closed):
    open_and_close(closed)

    with pytest.raises(Exception, match="passphrase is wrong"):
        open_register(closed, "another passphrase of seven words")

    assert len(copies_beside(closed)) == 1


def test_only_the_newest_copy_of_a_version_is_kept_and_other_versions_stay(closed):
    older_ones = [
        closed.with_name(f"register.dsr.{version}-2026-01-05.copy") for version in ("m002", "m003")
    ]
    for file in older_ones:
        file.write_bytes(b"an earlier copy")

    open_and_close(closed)

    assert [file.name for file in copies_beside(closed)] == [older_ones[0].name, name_of_copy()]


def test_what_a_killed_program_left_of_a_copy_makes_way_and_is_removed(closed):
    part = closed.with_name("register.dsr.copy.part")
    part.write_bytes(b"half")

    open_and_close(closed)
    assert [file.name for file in copies_beside(closed)] == [name_of_copy()]
    part.write_bytes(b"half")
    open_and_close(closed)

    assert copies_beside(closed) == []


def test_copies_of_another_register_in_the_folder_are_left_alone(closed):
    foreign = closed.with_name("other.dsr.m003-2026-01-05.copy")
    foreign.write_bytes(b"of another register")

    open_and_close(closed)
    open_and_close(closed)

    assert foreign.read_bytes() == b"of another register"
    assert foreign not in register_files(closed)


def test_a_register_that_cannot_be_made_leaves_the_copies_of_an_earlier_one(
    tmp_path, make_register, no_file_larger_than
):
    path = tmp_path / "register.dsr"
    copy = tmp_path / "register.dsr.m003-2026-01-05.copy"
    copy.write_bytes(b"what is left of an earlier register")

    with no_file_larger_than(8192), pytest.raises(RegisterFileError, match="full"):
        make_register(path)

    assert [file.name for file in tmp_path.iterdir()] == [copy.name]


# --- no copy, no change


@pytest.mark.skipif(sys.platform != "linux", reason="limits of POSIX systems")
def test_a_disk_that_fills_while_copying_means_no_change_and_a_sentence(older, no_file_larger_than):
    path, key, connection = older()
    connection.execute("INSERT INTO setting VALUES ('much', ?)", ("x" * 400_000,))
    connection.close()

    with (
        no_file_larger_than(100_000),
        pytest.raises(RegisterFileError, match="The disk is full; nothing was changed"),
    ):
        open_register(path, PASSPHRASE)

    assert copies_beside(path) == []
    assert steps_of(path, key) == [step.__name__ for step in STEPS[:3]]


def test_a_folder_that_takes_no_file_means_no_change_and_a_sentence(older):
    path, key, connection = older()
    connection.close()
    (path.parent / "register.dsr.copy.part").mkdir()  # in the way, and no file to remove

    with pytest.raises(RegisterFileError, match="could not be copied before its update"):
        open_register(path, PASSPHRASE)

    assert steps_of(path, key) == [step.__name__ for step in STEPS[:3]]
    assert [file.name for file in copies_beside(path)] == ["register.dsr.copy.part"]


def test_a_register_somebody_writes_to_is_neither_copied_nor_changed(older):
    path, key, connection = older()
    connection.execute("BEGIN IMMEDIATE")

    with pytest.raises(RegisterBusyError, match="in use by another program"):
        open_register(path, PASSPHRASE)

    connection.execute("ROLLBACK")
    connection.close()
    assert copies_beside(path) == []
    assert steps_of(path, key) == [step.__name__ for step in STEPS[:3]]


def test_two_programs_that_open_it_at_once_leave_it_whole(closed):
    command = [
        sys.executable, "-c",
        "import sys; from pathlib import Path; from dsr_desktop.services.register import "
        "open_register; open_register(Path(sys.argv[1]), sys.argv[2]).close()",
        str(closed), PASSPHRASE,
    ]  # fmt: skip
    programs = [subprocess.Popen(command) for _ in range(2)]

    assert [program.wait(60) for program in programs] == [0, 0]
    open_and_close(closed)
    assert copies_beside(closed) == []
