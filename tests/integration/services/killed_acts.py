"""Erases, backs up and restores in children that kill themselves (kill -9) at chosen moments.

python -m tests.integration.services.killed_acts ORIGINAL PASSPHRASE WORK ACT SEED ROUNDS

A moment is a statement of SQL, some thousand steps inside a long one, or a change to a folder. The
first child counts them; each other one works on a fresh copy and ends at one of them.
"""

import os
import random
import shutil
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from dsr_desktop.services.backing_up import back_up
from dsr_desktop.services.erasing import erase
from dsr_desktop.services.register import open_register
from dsr_desktop.services.restoring import restore
from dsr_desktop.store import database, whole_copy
from tests.integration.services.erasures_made import REF, TODAY

NOW = datetime(2026, 11, 16, 18, 15, tzinfo=UTC)
FOLDERS = frozenset({"os.link", "os.rename", "os.remove", "os.mkdir"})
STEPS_BETWEEN = 1_000
NEVER = 10**9


class Moments:
    """Counts moments, and ends the program at the last one."""

    def __init__(self, last):
        self.passed, self._last, self.counts = 0, last, False

    def take(self, *_what):
        if self.counts:
            self.passed += 1
            if self.passed == self._last:
                os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def on_event(self, event, arguments):
        is_file = event == "open" and str(arguments[0]).endswith((".part", ".making", ".json"))
        if event in FOLDERS or is_file:
            self.take()

    def watch(self, module):
        connect = module.connect

        def watched(path, key):
            connection = connect(path, key)
            connection.set_trace_callback(self.take)
            connection.set_progress_handler(self.take, STEPS_BETWEEN)
            return connection

        module.connect = watched


def act_in(folder, passphrase, act, moments):
    """Do one act in a folder; what leads to it does not count."""
    moments.watch(database)
    moments.watch(whole_copy)
    sys.addaudithook(moments.on_event)
    if act == "restore":
        moments.counts = True
        restore(folder / "stick" / "before.dsr", folder / "new" / "new.dsr", passphrase)
        return
    register = open_register(folder / "register.dsr", passphrase)
    moments.counts = True
    if act == "erase":
        erase(register, REF, TODAY)
    else:
        back_up(register, folder / "new" / "copy.dsr", NOW)
    moments.counts = False
    register.close()


def play(original, work, name, passphrase, act, last):
    """Let a child act on a copy; returns how many moments it passed, or None if it was killed."""
    folder = Path(work) / name
    shutil.copytree(original, folder)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        moments = Moments(last)
        act_in(folder, passphrase, act, moments)
        os.write(writing, str(moments.passed).encode())
        os._exit(0)
    os.close(writing)
    _pid, status = os.waitpid(child, 0)
    said = os.read(reading, 100)
    os.close(reading)
    if os.WIFSIGNALED(status):
        return None
    assert status == 0
    return int(said)


def main(original, passphrase, work, act, seed, rounds):
    """Play the rounds; each leaves its folder for the test to look at."""
    passed = play(original, work, "undisturbed", passphrase, act, NEVER)
    dice = random.Random(int(seed))
    ends = (1, passed, *(dice.randint(1, passed) for _ in range(int(rounds) - 2)))
    for number, last in enumerate(ends):
        play(original, work, f"{number:03d}", passphrase, act, last)


if __name__ == "__main__":
    main(*sys.argv[1:])
