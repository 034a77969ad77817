"""Backups: encrypted, checked, never over a file, as many as were asked for, their state told."""

import shutil
import stat
from datetime import datetime, timedelta, timezone

import pytest

from dsr_desktop.domain.backup import BackupPlan
from dsr_desktop.domain.errors import (
    InvalidInputError,
    OutputFileError,
    RegisterFileError,
    WrongPassphraseError,
)
from dsr_desktop.services.backing_up import (
    back_up,
    back_up_at_closing,
    back_up_to_places,
    look_into_backup,
)
from dsr_desktop.services.backup_places import backup_plan, backup_state, set_backup_plan
from dsr_desktop.services.register import keys_path, open_register
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from tests.integration.services.erasures_made import CAMILLE, PAUL, TODAY, bring_list

NOW = datetime(2026, 11, 16, 18, 15, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(register, lists):
    bring_list(register, lists / "crm.csv", PAUL, CAMILLE)
    return register


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_r_sec_6_a_backup_is_an_encrypted_register_with_its_key_file(filled, place, passphrase):
    backup = back_up(filled, place / "copy.dsr", NOW)

    assert names(place) == ["copy.dsr", "copy.dsr.keys"]
    assert b"camille" not in backup.path.read_bytes().lower()
    assert not backup.path.read_bytes().startswith(b"SQLite format 3")
    assert {stat.S_IMODE(one.stat().st_mode) for one in place.iterdir()} == {0o600}
    checked = look_into_backup(backup.path, passphrase)
    assert (checked.sound, checked.fingerprint) == (True, backup.fingerprint)
    assert names(place) == ["copy.dsr", "copy.dsr.keys"]


def test_it_says_when_it_was_made_of_what_and_where_the_log_stood(filled, place):
    head = list(events(filled.database))[-1].hash

    backup = back_up(filled, place / "copy.dsr", NOW)

    assert (backup.made_at, backup.rows) == ("2026-11-16T18:15:00+01:00", 2)
    assert (backup.fingerprint, backup.size) == (head, backup.path.stat().st_size)
    last = list(events(filled.database))[-1]
    assert (last.kind, last.payload["fingerprint"]) == ("backed_up", head)
    assert str(place) not in repr(last)


def test_it_opens_as_a_register_with_every_row(filled, place, passphrase):
    back_up(filled, place / "copy.dsr", NOW)

    copy = open_register(place / "copy.dsr", passphrase)

    assert verify(copy).sound
    assert copy.database.connection.execute("SELECT count(*) FROM row").fetchone() == (2,)
    copy.close()


@pytest.mark.parametrize("there", ["copy.dsr", "copy.dsr.keys"])
def test_it_never_takes_the_place_of_a_file(filled, place, there):
    (place / there).write_text("mine")

    with pytest.raises(RegisterFileError, match="exists already"):
        back_up(filled, place / "copy.dsr", NOW)

    assert names(place) == [there]
    assert (place / there).read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told(filled, place):
    (place / "file").write_text("")

    with pytest.raises(OutputFileError, match="could not be written"):
        back_up(filled, place / "file" / "copy.dsr", NOW)

    assert backup_state(filled, TODAY).made == ()


def test_a_full_disk_leaves_nothing_and_changes_nothing(filled, place, no_file_larger_than):
    filled.database.empty_log()
    with no_file_larger_than(100_000), pytest.raises((RegisterFileError, OutputFileError)):
        back_up(filled, place / "copy.dsr", NOW)

    assert names(place) == []
    assert backup_state(filled, TODAY).made == ()
    assert verify(filled).sound


def test_a_backup_cut_short_is_not_sound(filled, place, passphrase):
    backup = back_up(filled, place / "copy.dsr", NOW)
    whole = backup.path.read_bytes()
    backup.path.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])

    try:
        sound = look_into_backup(backup.path, passphrase).sound
    except RegisterFileError:
        sound = False

    assert not sound


def test_a_changed_page_is_found(filled, place, passphrase):
    backup = back_up(filled, place / "copy.dsr", NOW)
    whole = bytearray(backup.path.read_bytes())
    whole[-2000] ^= 1
    backup.path.write_bytes(whole)

    assert not look_into_backup(backup.path, passphrase).sound


def test_a_wrong_passphrase_opens_no_backup(filled, place):
    backup = back_up(filled, place / "copy.dsr", NOW)

    with pytest.raises(WrongPassphraseError):
        look_into_backup(backup.path, "quite another passphrase")


def test_daily_backups_go_to_every_place_and_n_of_them_stay(filled, tmp_path):
    places = tuple(tmp_path / name for name in ("one", "two"))
    for one in places:
        one.mkdir()
    (places[0] / "register-mine.dsr").write_text("not ours")
    set_backup_plan(filled, BackupPlan(places, keep=2))

    for day in range(4):
        results = back_up_to_places(filled, NOW + timedelta(days=day))
        assert all(one.error is None for one in results)

    kept = ["register-2026-11-18-181500.dsr", "register-2026-11-19-181500.dsr"]
    assert names(places[1]) == [name for one in kept for name in (one, one + ".keys")]
    assert "register-mine.dsr" in names(places[0])
    assert len(backup_state(filled, TODAY).made) == 4


def test_a_place_out_of_reach_keeps_no_other_from_its_backup(filled, tmp_path, place):
    away = tmp_path / "away"
    away.mkdir()
    set_backup_plan(filled, BackupPlan((away, place)))
    away.rmdir()

    first, second = back_up_to_places(filled, NOW)

    assert (first.backup, "out of reach" in str(first.error)) == (None, True)
    assert second.backup is not None
    assert not away.exists()


def test_closing_makes_one_backup_a_day(filled, place):
    set_backup_plan(filled, BackupPlan((place,)))

    back_up_at_closing(filled, NOW)
    back_up_at_closing(filled, NOW + timedelta(minutes=5))
    assert len(names(place)) == 2

    back_up_at_closing(filled, NOW + timedelta(days=1))
    assert len(names(place)) == 4


def test_closing_without_a_place_makes_none(filled):
    back_up_at_closing(filled, NOW)

    assert backup_state(filled, TODAY).made == ()


def test_what_kept_the_daily_backup_from_being_made_is_told_later(filled, place):
    set_backup_plan(filled, BackupPlan((place,)))
    place.rmdir()
    back_up_at_closing(filled, NOW)
    assert "out of reach" in backup_state(filled, TODAY).trouble.sentence

    place.mkdir()
    back_up_at_closing(filled, NOW)
    assert backup_state(filled, TODAY).trouble is None


def test_the_days_without_a_backup_outside_the_machine_are_counted(filled, place):
    begun = backup_state(filled, TODAY)
    back_up(filled, place / "copy.dsr", NOW)
    begun_on = datetime.fromisoformat(next(events(filled.database)).at).date()

    state = backup_state(filled, begun_on + timedelta(days=8))

    assert begun.last is None
    assert not state.last.is_outside
    assert (state.days_without, state.is_overdue) == (8, True)


@pytest.mark.parametrize(
    "plan",
    [{"keep": 0}, {"warn_after_days": 0}, {"keep": 9999}],
    ids=["none kept", "no day", "too many"],
)
def test_a_plan_that_cannot_be_is_refused(filled, place, plan):
    with pytest.raises(InvalidInputError):
        set_backup_plan(filled, BackupPlan((place,), **plan))

    assert backup_plan(filled) == BackupPlan()


def test_a_place_that_is_no_folder_is_refused(filled, tmp_path):
    with pytest.raises(InvalidInputError, match="no folder within reach"):
        set_backup_plan(filled, BackupPlan((tmp_path / "nowhere",)))


def test_a_key_file_taken_away_is_told(filled, place):
    shutil.move(keys_path(filled.path), place / "away")

    with pytest.raises((OutputFileError, RegisterFileError)):
        back_up(filled, place / "copy.dsr", NOW)

    assert names(place) == ["away"]
    assert filled.path.exists()
