"""Restoring a backup: whole, on any machine, never over a register, and erasures are done again."""

import json
import shutil
from datetime import datetime, timedelta, timezone

import pytest

from dsr_desktop.domain.errors import (
    NotFoundError,
    OutputFileError,
    RegisterFileError,
    WrongPassphraseError,
)
from dsr_desktop.services.backing_up import back_up
from dsr_desktop.services.erasing import erase
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import keys_path, open_register
from dsr_desktop.services.repeating_erasures import open_erasures, repeat_erasures
from dsr_desktop.services.restoring import restore
from dsr_desktop.services.searching import search
from dsr_desktop.services.suppressing import check_value
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from tests.integration.services.erasures_made import (
    ASKED,
    CAMILLE,
    REF,
    TODAY,
    WORDS,
    ZOE,
    ready,
    write_list,
)

NOW = datetime(2026, 11, 16, 18, 15, tzinfo=timezone(timedelta(hours=1)))
FAR = timedelta(days=1)


@pytest.fixture
def backups(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def machine(tmp_path):
    folder = tmp_path / "another machine"
    folder.mkdir()
    return folder


@pytest.fixture
def before(register, lists, backups):
    """A backup from before the erasure, which was then done."""
    ready(register, lists)
    backup = back_up(register, backups / "before.dsr", NOW)
    erase(register, REF, TODAY)
    return backup


@pytest.fixture
def opened(passphrase):
    """Return a function that opens a register, and close it in the end."""
    found = []

    def open_(path):
        found.append(open_register(path, passphrase))
        return found[-1]

    yield open_
    for one in found:
        one.close()


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def ledger(folder):
    (found,) = folder.glob("erasures-*.json")
    return found


def test_a_backup_comes_back_whole(register, lists, backups, machine, passphrase, opened):
    ready(register, lists)
    backup = back_up(register, backups / "b.dsr", NOW)

    restored = restore(backup.path, machine / "new.dsr", passphrase)

    assert (restored.fingerprint, restored.erased_since) == (backup.fingerprint, ())
    assert restored.made_at == backup.made_at
    assert names(machine) == ["new.dsr", "new.dsr.keys"]
    again = opened(machine / "new.dsr")
    assert verify(again).sound
    assert len(search(again, ASKED).hits) == 1
    assert list(events(again.database))[-1].kind == "restored"


def test_the_backup_itself_is_not_touched(before, machine, passphrase):
    content = before.path.read_bytes(), keys_path(before.path).read_bytes()

    restore(before.path, machine / "new.dsr", passphrase)

    assert (before.path.read_bytes(), keys_path(before.path).read_bytes()) == content


def test_r_era_2_what_was_erased_since_is_shown_and_done_again_once_confirmed(
    before, machine, passphrase, opened, decrypted
):
    restored = restore(before.path, machine / "new.dsr", passphrase)
    again = opened(machine / "new.dsr")

    (waiting,) = open_erasures(again)
    assert [one.uid for one in restored.erased_since] == [waiting.entry.uid]
    assert (waiting.entry.ref, waiting.rows, waiting.keys) == (REF, 1, 2)
    assert len(search(again, ASKED).hits) == 1

    done = repeat_erasures(again, [waiting.entry.uid], TODAY)

    assert (done.rows, done.keys, done.wiped) == (1, 2, True)
    assert search(again, ASKED).hits == ()
    assert open_erasures(again) == ()
    assert verify(again).sound
    assert [word for word in WORDS if word in decrypted(again.path).lower()] == []


def test_the_digests_still_tell_who_is_on_the_list(before, machine, passphrase, opened):
    restore(before.path, machine / "new.dsr", passphrase)
    again = opened(machine / "new.dsr")
    assert not check_value(again, "camille.dupont@acme.example").entries

    repeat_erasures(again, [one.entry.uid for one in open_erasures(again)], TODAY)

    assert check_value(again, "Camille.Dupont@ACME.example").entries


def test_an_old_list_is_held_after_the_restore(before, machine, passphrase, opened, lists):
    restore(before.path, machine / "new.dsr", passphrase)
    again = opened(machine / "new.dsr")
    repeat_erasures(again, [one.entry.uid for one in open_erasures(again)], TODAY)

    old = write_list(lists / "salon.csv", ZOE, CAMILLE)
    report = import_paths(again, [old], ImportOptions(), TODAY)

    assert report.files[0].held == 1
    assert search(again, ASKED).hits == ()


def test_a_backup_from_after_the_erasure_has_nothing_to_repeat(
    register, before, backups, machine, passphrase
):
    after = back_up(register, backups / "after.dsr", NOW + FAR)

    assert restore(after.path, machine / "new.dsr", passphrase).erased_since == ()


def test_the_ledger_lies_beside_each_backup_and_says_no_value(before):
    text = ledger(before.path.parent).read_text(encoding="utf-8")

    (entry,) = json.loads(text)["entries"]
    assert (entry["ref"], entry["rows"][0][1:3]) == (REF, ["crm", 3])
    assert entry["done_at"]
    assert not any(word in text.lower() for word in ("camille", "dupont", "xanthopolis", "@"))


def test_a_ledger_kept_elsewhere_can_be_named(before, machine, passphrase, tmp_path):
    elsewhere = tmp_path / "ledger.json"
    shutil.move(ledger(before.path.parent), elsewhere)

    without = restore(before.path, machine / "one.dsr", passphrase)
    with_it = restore(before.path, machine / "two.dsr", passphrase, ledgers=[elsewhere])

    assert (without.erased_since, without.refused) == ((), ())
    assert len(with_it.erased_since) == 1


def test_a_ledger_that_somebody_changed_is_refused_and_named(before, machine, passphrase):
    file = ledger(before.path.parent)
    file.write_text(file.read_text(encoding="utf-8").replace('"crm"', '"other"'), encoding="utf-8")

    restored = restore(before.path, machine / "new.dsr", passphrase)

    assert (restored.erased_since, restored.refused) == ((), (file,))


@pytest.mark.parametrize("there", ["new.dsr", "new.dsr.keys"])
def test_a_register_is_never_overwritten(before, machine, passphrase, there):
    (machine / there).write_text("mine")

    with pytest.raises(RegisterFileError, match="exists already"):
        restore(before.path, machine / "new.dsr", passphrase)

    assert (machine / there).read_text() == "mine"
    assert names(machine) == [there]


def test_a_wrong_passphrase_restores_nothing(before, machine):
    with pytest.raises(WrongPassphraseError):
        restore(before.path, machine / "new.dsr", "quite another passphrase")

    assert names(machine) == []


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_backup_cut_short_restores_nothing(before, machine, passphrase, share):
    whole = before.path.read_bytes()
    before.path.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(RegisterFileError, match=r"before\.dsr"):
        restore(before.path, machine / "new.dsr", passphrase)

    assert names(machine) == []


def test_a_changed_page_restores_nothing(before, machine, passphrase):
    whole = bytearray(before.path.read_bytes())
    whole[-2000] ^= 1
    before.path.write_bytes(whole)

    with pytest.raises(RegisterFileError, match="damaged"):
        restore(before.path, machine / "new.dsr", passphrase)

    assert names(machine) == []


def test_a_full_disk_restores_nothing(before, machine, passphrase, no_file_larger_than):
    with no_file_larger_than(100_000), pytest.raises((RegisterFileError, OutputFileError)):
        restore(before.path, machine / "new.dsr", passphrase)

    assert names(machine) == []


def test_there_must_be_a_backup(machine, tmp_path, passphrase):
    with pytest.raises(RegisterFileError, match="no backup at"):
        restore(tmp_path / "nothing.dsr", machine / "new.dsr", passphrase)


def test_what_a_killed_restore_left_makes_way(before, machine, passphrase):
    shutil.copy(keys_path(before.path), machine / "new.dsr.keys")
    (machine / ".new.dsr.part").write_text("half")
    (machine / ".new.dsr.part-wal").write_text("half")

    restore(before.path, machine / "new.dsr", passphrase)

    assert names(machine) == ["new.dsr", "new.dsr.keys"]


def test_only_an_open_erasure_is_repeated(before, machine, passphrase, opened):
    restore(before.path, machine / "new.dsr", passphrase)
    again = opened(machine / "new.dsr")

    with pytest.raises(NotFoundError, match="no erasure nonsense"):
        repeat_erasures(again, ["nonsense"], TODAY)


def test_an_erasure_after_the_restore_leaves_the_newer_ones_in_the_ledger(
    register, before, backups, machine, passphrase, opened
):
    restore(before.path, machine / "new.dsr", passphrase)
    again = opened(machine / "new.dsr")
    back_up(again, backups / "from the other machine.dsr", NOW + FAR)

    (entry,) = json.loads(ledger(backups).read_text(encoding="utf-8"))["entries"]

    assert entry["done_at"]
