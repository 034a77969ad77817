"""An import is everything or nothing; it tells how far it is, and is one event."""

import os
import signal
import subprocess
import sys

import pytest

from dsr_desktop.domain.errors import CancelledError, RegisterFileError
from dsr_desktop.services.importing import ImportOptions, import_parts
from dsr_desktop.services.register import open_register
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events

pytestmark = pytest.mark.usefixtures("nothing_left_running")

PEOPLE = [
    ["Nom", "Prénom", "E-mail"],
    ["Dupont", "Camille", "camille.dupont@acme.example"],
    ["Petit", "Paul", "paul.petit@acme.example"],
]


@pytest.fixture
def people(lists, write_csv):
    return write_csv(lists / "crm.csv", PEOPLE)


def contents(register):
    """Everything in the register, table by table."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    connection = register.database.connection
    tables = [name for (name,) in connection.execute(query) if name != "token"]
    return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in sorted(tables)}


class StopsAt:
    """Progress that is cancelled, or fails, at its nth call."""

    def __init__(self, n, error):
        self.left, self.error = n, error

    def __call__(self, _done, _total, _what):
        self.left -= 1
        if self.left <= 0:
            raise self.error


@pytest.mark.parametrize("call", [1, 2, 4, 6])
@pytest.mark.parametrize(
    "error", [CancelledError("stopped"), RuntimeError("a bug")], ids=["cancel", "bug"]
)
def test_an_import_that_is_stopped_leaves_the_register_exactly_as_before(
    register, bring_in, lists, people, write_csv, call, error
):
    bring_in(register, write_csv(lists / "before.csv", [["Nom"], ["Roux"]]))
    (lists / "empty.csv").write_bytes(b"")
    before = contents(register)

    with pytest.raises(type(error)):
        bring_in(register, people, lists / "empty.csv", progress=StopsAt(call, error))

    assert contents(register) == before
    assert verify(register).sound
    assert bring_in(register, people).rows == 2


def test_a_stop_while_a_large_file_is_read_leaves_nothing(register, bring_in, lists):
    (lists / "large.csv").write_text("Nom;E-mail\n" + "Dupont;d@acme.example\n" * 30_000)
    before = contents(register)

    with pytest.raises(CancelledError):
        bring_in(register, lists, progress=StopsAt(6, CancelledError("stopped")))

    assert contents(register) == before
    assert verify(register).sound


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
def test_a_full_disk_leaves_the_register_exactly_as_before(
    register, bring_in, lists, people, no_file_larger_than
):
    (lists / "large.csv").write_text("Nom;Note\n" + f"Dupont;{'x' * 500}\n" * 5_000)
    before = contents(register)

    with (
        no_file_larger_than(500_000),
        pytest.raises(RegisterFileError, match="nothing was changed"),
    ):
        bring_in(register, people, lists / "large.csv")

    assert contents(register) == before
    assert verify(register).sound
    assert bring_in(register, people, lists / "large.csv").rows == 5_002


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import open_register

register = open_register(Path(sys.argv[1]), sys.argv[2])
calls = []

def die(done, total, what):
    calls.append(what)
    rows = register.database.connection.execute("SELECT count(*) FROM row").fetchone()[0]
    if rows > 5_000:
        os.kill(os.getpid(), signal.SIGKILL)

import_paths(register, [Path(sys.argv[3])], ImportOptions(), date(2026, 11, 16), progress=die)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
def test_a_crash_in_the_middle_leaves_the_register_exactly_as_before(
    register, bring_in, people, lists, passphrase
):
    bring_in(register, people)
    before, path = contents(register), register.path
    register.close()
    (lists / "large.csv").write_text("Nom;E-mail\n" + "Roux;r@acme.example\n" * 30_000)

    died = subprocess.run(
        [sys.executable, "-c", KILLED, path, passphrase, lists / "large.csv"], check=False
    )

    assert died.returncode == -signal.SIGKILL
    again = open_register(path, passphrase)
    assert contents(again) == before
    assert verify(again).sound
    assert bring_in(again, lists / "large.csv").rows == 30_000
    again.close()


# --- progress and events


def test_progress_names_the_files_in_order_and_ends_complete(
    register, bring_in, lists, people, write_csv
):
    write_csv(lists / "z.csv", [["Nom"], ["Roux"]])
    calls = []

    bring_in(register, lists, progress=lambda *call: calls.append(call))

    assert list(dict.fromkeys(calls)) == [(0, 2, "crm.csv"), (1, 2, "z.csv"), (2, 2, "")]


def test_an_import_is_an_event_with_counts_and_hashes(register, bring_in, lists, people):
    (lists / "empty.csv").write_bytes(b"")
    report = bring_in(register, lists)

    last = list(events(register.database))[-1]
    assert last.kind == "imported"
    assert last.payload == {
        "files": 2, "rows": 2, "unreadable": 1, "new_places": 0, "held": 0, "marketing_blocked": 0,
        "sha256": [report.files[0].sha256],
    }  # fmt: skip


def test_an_empty_folder_is_no_mistake(register, bring_in, lists):
    report = bring_in(register, lists)

    assert (report.files, report.rows, report.skipped) == ((), 0, 0)


def test_system_files_are_counted_apart(register, bring_in, lists, people):
    (lists / "~$crm.xlsx").write_bytes(b"x")

    assert bring_in(register, lists).skipped == 1


def test_parts_with_options_of_their_own_are_imported_together_or_not_at_all(
    register, lists, write_csv, today
):
    first = write_csv(lists / "first.csv", [["Nom"], ["Roux"]])
    second = write_csv(lists / "second.csv", [["Nom"], ["Blanc"]])
    parts = [([first], ImportOptions()), ([second], ImportOptions(kind="copy"))]
    before = contents(register)

    with pytest.raises(CancelledError):
        import_parts(register, parts, today, progress=StopsAt(6, CancelledError("stopped")))
    assert contents(register) == before

    reports = import_parts(register, parts, today)
    assert [report.rows for report in reports] == [1, 1]
