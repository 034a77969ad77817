"""What a killed backup leaves goes at the next opening or backup; a whole one is noted after all."""

import shutil
from datetime import datetime, timedelta, timezone

import pytest

from dsr_desktop.domain.backup import BackupPlan
from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.services.backing_up import back_up, back_up_at_closing, look_into_backup
from dsr_desktop.services.backup_places import set_backup_plan
from dsr_desktop.services.begun_backups import part_files
from dsr_desktop.services.register import keys_path, open_register
from dsr_desktop.services.restoring import restore
from dsr_desktop.services.settling import settle_at_opening
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.backups import begin_backup, read_backups, read_begun, seal_backup
from dsr_desktop.store.events import events
from dsr_desktop.store.making_lock import making_lock_path, only_maker
from dsr_desktop.store.sqlcipher import DatabaseError
from dsr_desktop.store.whole_copy import files_beside
from tests.integration.services.erasures_made import CAMILLE, PAUL, bring_list

NOW = datetime(2026, 11, 16, 18, 15, tzinfo=timezone(timedelta(hours=1)))
BOTH = ["copy.dsr", "copy.dsr.keys"]


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(register, lists):
    bring_list(register, lists / "crm.csv", PAUL, CAMILLE)
    return register


@pytest.fixture
def begun(filled, place):
    """Leave what a program leaves that is killed while it writes: a note and the part files."""
    begin(filled, place / "copy.dsr")
    part, keys = part_files(place / "copy.dsr")
    for left in (part, keys, *files_beside(part)):
        left.write_bytes(b"half of it")
    return filled


@pytest.fixture
def unnoted(filled, place):
    """Leave what a program leaves that is killed after the backup got its name: it is not noted."""
    back_up(filled, place / "copy.dsr", NOW)
    with filled.database.transaction() as connection:
        connection.execute("UPDATE backup SET fingerprint = NULL, rows = NULL")
    part_files(place / "copy.dsr")[0].hardlink_to(place / "copy.dsr")
    assert made(filled) == []
    return filled


def begin(register, file):
    return begin_backup(register.database, file, NOW.isoformat(), "N", is_daily=False,
                        is_outside=False)  # fmt: skip


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def made(register):
    return [one.path.name for one in read_backups(register.database)]


def logged(register):
    return [one.payload for one in events(register.database) if one.kind == "backed_up"]


def test_half_a_backup_goes_at_the_opening(begun, place):
    settle_at_opening(begun)

    assert names(place) == []
    assert (read_begun(begun.database), logged(begun)) == ((), [])


def test_half_a_backup_goes_with_the_next_one_wherever_that_is_written(begun, place, tmp_path):
    back_up(begun, tmp_path / "other" / "next.dsr", NOW)

    assert names(place) == []
    assert made(begun) == ["next.dsr"]


def test_what_is_being_made_by_another_program_is_let_alone(begun, place):
    with only_maker(begun.path):
        settle_at_opening(begun)

    assert len(names(place)) == 5
    assert len(read_begun(begun.database)) == 1


def test_the_lock_of_a_killed_program_goes_at_the_opening(filled):
    lock = making_lock_path(filled.path)
    lock.touch()

    settle_at_opening(filled)

    assert not lock.exists()


def test_a_whole_backup_is_noted_at_the_opening_as_if_nobody_had_died(unnoted, place, passphrase):
    settle_at_opening(unnoted)

    assert names(place) == BOTH
    (backup,) = read_backups(unnoted.database)
    assert (backup.made_at, backup.rows) == (NOW.isoformat(), 2)
    assert (backup.size, backup.fingerprint) == (
        backup.path.stat().st_size, look_into_backup(backup.path, passphrase).fingerprint,
    )  # fmt: skip
    first, again = logged(unnoted)
    assert again == first
    assert verify(unnoted).sound


def test_a_whole_backup_of_today_is_not_made_again(unnoted, place):
    with unnoted.database.transaction() as connection:
        connection.execute("UPDATE backup SET is_daily = 1")
    set_backup_plan(unnoted, BackupPlan((place,)))

    settle_at_opening(unnoted)
    back_up_at_closing(unnoted, NOW + timedelta(minutes=5))

    assert names(place) == BOTH


def test_its_name_stays_taken(unnoted, place):
    with pytest.raises(RegisterFileError, match="exists already"):
        back_up(unnoted, place / "copy.dsr", NOW)

    assert (names(place), made(unnoted)) == (BOTH, ["copy.dsr"])


def test_a_backup_on_a_stick_that_is_away_waits_for_it(unnoted, place, tmp_path):
    away = place.rename(tmp_path / "away")
    settle_at_opening(unnoted)
    back_up(unnoted, tmp_path / "other.dsr", NOW)
    assert made(unnoted) == ["other.dsr"]

    away.rename(place)
    settle_at_opening(unnoted)

    assert names(place) == BOTH
    assert made(unnoted) == ["copy.dsr", "other.dsr"]


def test_a_key_file_that_got_its_name_alone_goes(unnoted, place):
    (place / "copy.dsr").unlink()

    settle_at_opening(unnoted)

    assert names(place) == []
    assert (made(unnoted), read_begun(unnoted.database)) == ([], ())


@pytest.mark.parametrize("content", ["damaged", "somebody else's", "another backup of ours"])
def test_what_is_not_the_backup_keeps_its_name_and_is_not_noted(unnoted, place, tmp_path, content):
    file = place / "copy.dsr"
    if content == "another backup of ours":
        back_up(unnoted, tmp_path / "other.dsr", NOW + timedelta(days=1))
        with unnoted.database.transaction() as connection:
            connection.execute("UPDATE backup SET fingerprint = NULL WHERE id = 1")
        there = (tmp_path / "other.dsr").read_bytes()
        seal_backup(unnoted.database, 1, len(there))
    else:
        whole = bytearray(file.read_bytes())
        whole[-2000] ^= 1
        there = bytes(whole) if content == "damaged" else b"a text"
    file.unlink()
    file.write_bytes(there)
    known = [one for one in made(unnoted) if one != "copy.dsr"]

    settle_at_opening(unnoted)

    assert names(place) == BOTH
    assert file.read_bytes() == there
    assert (made(unnoted), read_begun(unnoted.database)) == (known, ())


def test_a_backup_that_is_opened_as_a_register_does_not_settle_itself(filled, place, passphrase):
    back_up(filled, place / "copy.dsr", NOW)
    copy = open_register(place / "copy.dsr", passphrase)

    settle_at_opening(copy)

    assert (made(copy), len(read_begun(copy.database))) == ([], 1)
    copy.close()
    assert (
        restore(place / "copy.dsr", place / "new.dsr", passphrase).made_at
        == "2026-11-16T18:15:00+01:00"
    )


def test_a_restored_register_leaves_its_backup_as_it_is(filled, place, passphrase):
    back_up(filled, place / "copy.dsr", NOW)
    restore(place / "copy.dsr", place / "new" / "new.dsr", passphrase)
    before = (place / "copy.dsr").read_bytes()
    restored = open_register(place / "new" / "new.dsr", passphrase)

    settle_at_opening(restored)

    assert (made(restored), read_begun(restored.database)) == ([], ())
    restored.close()
    assert (place / "copy.dsr").read_bytes() == before


def test_a_register_copied_by_hand_leaves_the_backup_that_was_made_since(begun, place, passphrase):
    """A register copied by hand has the same note of a backup that was begun."""
    begun.database.empty_log()
    for file in (begun.path, keys_path(begun.path)):
        shutil.copy(file, place.parent / f"hand-{file.name}")
    settle_at_opening(begun)
    back_up(begun, place / "copy.dsr", NOW)
    copy = open_register(place.parent / f"hand-{begun.path.name}", passphrase)

    settle_at_opening(copy)

    copy.close()
    assert names(place) == BOTH
    assert look_into_backup(place / "copy.dsr", passphrase).sound


def test_a_backup_that_cannot_be_noted_is_taken_back(filled, place):
    filled.database.connection.execute(
        "CREATE TRIGGER no_room BEFORE INSERT ON event WHEN NEW.kind = 'backed_up' "
        "BEGIN SELECT RAISE(ABORT, 'no room'); END"
    )

    with pytest.raises(DatabaseError):
        back_up(filled, place / "copy.dsr", NOW)

    assert names(place) == []
    assert (made(filled), read_begun(filled.database)) == ([], ())
