"""What is no ordinary file though its name says so, and ordinary files with nasty names."""

import os
import stat
import sys

from dsr_desktop.domain.reading import Problem
from tests.nasty.nasty_file import IMPORTED, UNREADABLE

SKIPPED = (
    "~$liste.xlsx",
    ".~lock.liste.ods#",
    "._liste.csv",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
)
_LIST = "Nom;Ville\nDupont {};Metz\n"
NASTY_NAMES = (
    "two\nlines.csv", "\x1b[2Jclears the screen.csv", "gnp.\u202exslx.csv", " .csv", "-rf.csv",
    "%s{name}.csv", "é" * 125 + "x.csv", os.fsdecode(b"not text \xff\xfe.csv"), "no ending",
)  # fmt: skip


def make_nasty_places(folder):
    """Fill a folder; returns {name: (status, problem)} of what an import must say of each."""
    outcomes = {name: (IMPORTED, None) for name in _make_names(folder)}
    outcomes |= dict.fromkeys(_make_specials(folder), (UNREADABLE, Problem.NOT_A_FILE))
    outcomes |= dict.fromkeys(_make_links(folder), (UNREADABLE, Problem.LINK_TO_NOTHING))
    outcomes |= dict.fromkeys(_make_giant(folder), (UNREADABLE, Problem.FILE_TOO_LARGE))
    for name in SKIPPED:
        (folder / name).write_text("Nom;Ville\nSkipped;Metz\n")
    return outcomes


def _make_names(folder):
    for n, name in enumerate(NASTY_NAMES):
        (folder / name).write_text(_LIST.format(n))
        yield name
    (folder / "a folder.xlsx").mkdir()
    (folder / "a folder.xlsx" / "inside.csv").write_text(_LIST.format("inside"))
    yield "inside.csv"


def _make_specials(folder):
    os.mkfifo(folder / "a pipe.csv")
    yield "a pipe.csv"
    (folder / "a device.csv").symlink_to("/dev/zero")
    yield "a device.csv"
    if sys.platform == "linux":  # elsewhere only the superuser may
        os.mknod(folder / "a socket.csv", stat.S_IFSOCK | 0o600)
        yield "a socket.csv"


def _make_links(folder):
    (folder / "a link to nothing.csv").symlink_to(folder / "nowhere.csv")
    (folder / "a link to itself.csv").symlink_to(folder / "a link to itself.csv")
    (folder / "one round.csv").symlink_to(folder / "another round.csv")
    (folder / "another round.csv").symlink_to(folder / "one round.csv")
    return ("a link to nothing.csv", "a link to itself.csv", "one round.csv", "another round.csv")


def _make_giant(folder):
    """A file of a terabyte that takes no room; to hash it would take an hour."""
    with (folder / "a terabyte.csv").open("wb") as file:
        file.truncate(10**12)
    return ("a terabyte.csv",)
