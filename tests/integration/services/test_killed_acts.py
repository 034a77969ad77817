"""Killed at random moments, an erasure, a backup or a restore is done or not: never in between."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dsr_desktop.services.backing_up import back_up, look_into_backup
from dsr_desktop.services.erasing import erase
from dsr_desktop.services.purging import purge_at_opening
from dsr_desktop.services.register import keys_path, open_register
from dsr_desktop.services.repeating_erasures import open_erasures
from dsr_desktop.services.restoring import restore
from dsr_desktop.services.searching import search
from dsr_desktop.services.settling import settle_at_opening
from dsr_desktop.services.suppressing import list_entries
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.backups import read_backups
from dsr_desktop.store.events import events
from dsr_desktop.store.making_lock import making_lock_path
from tests.integration.services.erasures_made import ASKED, REF, TODAY, WORDS, ready

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 16, 12, 0, tzinfo=UTC)
ROUNDS = 7
"""Of each of three acts: more than twenty kills."""


@pytest.fixture
def original(register, lists, tmp_path):
    """A folder with a register that is ready to erase somebody, and a backup of it."""
    folder = tmp_path / "original"
    for name in ("stick", "new"):
        (folder / name).mkdir(parents=True)
    ready(register, lists)
    back_up(register, folder / "stick" / "before.dsr", NOW)
    register.database.empty_log()
    for file in (register.path, keys_path(register.path)):
        shutil.copy(file, folder)
    return folder


@pytest.fixture
def killed(original, tmp_path, passphrase):
    """Return a function that kills an act again and again; yields what each round left."""

    def kill(act):
        work = tmp_path / act
        work.mkdir()
        words = (original, passphrase, work, act, "20261116", ROUNDS)
        module = "tests.integration.services.killed_acts"
        subprocess.run([sys.executable, "-m", module, *map(str, words)], cwd=ROOT, check=True)
        rounds = sorted(work.iterdir())
        assert len(rounds) == ROUNDS + 1
        return rounds

    return kill


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def logged(register):
    return [one for one in events(register.database) if one.kind == "backed_up"]


def test_an_erasure_killed_anywhere_is_done_or_not(killed, passphrase, decrypted):
    outcomes = set()
    for folder in killed("erase"):
        register = open_register(folder / "register.dsr", passphrase)
        purge_at_opening(register, TODAY)
        there, listed = len(search(register, ASKED).hits), len(list_entries(register))
        assert (there, listed) in {(1, 0), (0, 2)}
        assert verify(register).sound
        outcomes.add(there)
        if there:
            assert erase(register, REF, TODAY).plan.whole == 1
        assert open_erasures(register) == ()
        register.close()
        clear = decrypted(folder / "register.dsr").lower()
        assert [word for word in WORDS if word in clear] == []
    assert outcomes == {0, 1}


def test_a_backup_killed_anywhere_is_there_whole_and_noted_or_nothing_is(killed, passphrase):
    outcomes = set()
    for folder in killed("back up"):
        made = folder / "new" / "copy.dsr"
        register = open_register(folder / "register.dsr", passphrase)
        settle_at_opening(register)
        there = made.exists()
        assert there is (made in [one.path for one in read_backups(register.database)])
        assert len(logged(register)) == 1 + there
        assert names(folder / "new") == (["copy.dsr", "copy.dsr.keys"] if there else [])
        assert not making_lock_path(register.path).exists()
        assert verify(register).sound
        assert len(search(register, ASKED).hits) == 1
        if not there:
            back_up(register, made, NOW)
        register.close()
        assert look_into_backup(made, passphrase).sound
        outcomes.add(there)
    assert outcomes == {True, False}


def test_a_restore_killed_anywhere_is_there_whole_or_can_be_done(killed, passphrase):
    for folder in killed("restore"):
        new = folder / "new" / "new.dsr"
        if not new.exists():
            restore(folder / "stick" / "before.dsr", new, passphrase)
        register = open_register(new, passphrase)
        assert verify(register).sound
        assert len(search(register, ASKED).hits) == 1
        register.close()
        assert names(folder / "new") == ["new.dsr", "new.dsr.keys"]
