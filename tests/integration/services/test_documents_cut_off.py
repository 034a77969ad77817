"""Killed at each of its steps, the making of a document leaves everything or, once settled, nothing.

A step is a transaction's begin or end, or a change to a folder. The child below takes a fresh copy
of the register for each step, kills itself there (kill -9), and ends with the step that is none.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.register import keys_path, open_register
from dsr_desktop.services.search_reports import save_report
from dsr_desktop.services.settling import settle_at_opening
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.making_lock import making_lock_path
from dsr_desktop.store.unfinished_documents import read_notes
from tests.integration.services.documents_made import (
    BUNDLE,
    CAMILLE,
    ENGLISH,
    REF,
    TODAY,
    ask,
    files_in,
    kinds,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")

KILLED_AT_EACH_STEP = """
import itertools, os, shutil, signal, sys
from pathlib import Path
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.register import open_register
from dsr_desktop.services.search_reports import save_report
from tests.integration.services.documents_made import CAMILLE, ENGLISH, REF, TODAY
import dsr_desktop.writers.checklist_pdf, dsr_desktop.writers.checklist_xlsx
import dsr_desktop.writers.search_report_pdf, dsr_desktop.writers.search_report_json

original, passphrase, work, document, links = sys.argv[1:]
TRANSACTIONS = ("BEGIN", "COMMIT")
FOLDERS = {"os.mkdir", "os.link", "os.rename", "os.remove"}

def refuse(*_arguments, **_options):
    raise OSError(1, "Operation not permitted")

class Steps:
    def __init__(self, last):
        self.left = last

    def take(self):
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def on_statement(self, sql):
        if sql.startswith(TRANSACTIONS):
            self.take()

    def on_event(self, event, arguments):
        opens = event == "open" and str(arguments[0]).endswith((".part", ".making"))
        if event in FOLDERS or opens or event == "fcntl.flock":
            self.take()

def make(folder, steps):
    if links == "no hard links":
        os.link = refuse
    register = open_register(folder / "register.dsr", passphrase)
    register.database.connection.set_trace_callback(steps.on_statement)
    sys.addaudithook(steps.on_event)
    if document == "bundle":
        secret = folder / "secret" / "passphrase.txt"
        build_portability(register, REF, folder / "out", TODAY, ENGLISH, passphrase_out=secret)
    elif document == "report":
        save_report(register, CAMILLE, folder / "out", TODAY, ENGLISH)
    else:
        write_checklist(register, REF, folder / "out", TODAY, ENGLISH)

for step in itertools.count(1):
    folder = Path(work) / str(step)
    shutil.copytree(original, folder)
    child = os.fork()
    if child == 0:
        make(folder, Steps(step))
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    if status == 0:
        break
    assert os.WTERMSIG(status) == signal.SIGKILL
print(step)
"""


@pytest.fixture
def kill_at_each_step(register, tmp_path, passphrase):
    """Return a function that kills the making of a document at each step; gives the folders."""
    ask(register, tmp_path)
    register.close()
    work = tmp_path / "work"

    def kill(document, links="hard links"):
        arguments = [register.path.parent, passphrase, work, document, links]
        told = subprocess.run(
            [sys.executable, "-c", KILLED_AT_EACH_STEP, *map(str, arguments)],
            check=True, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3],
        )  # fmt: skip
        return [work / str(step) for step in range(1, int(told.stdout) + 1)]

    return kill


def documents_in(folder):
    """Names of all files that the making of documents left, hidden ones as well."""
    places = (folder / "out", folder / "secret")
    return {file.name for place in places if place.is_dir() for file in place.iterdir()}


class Reopened:
    """A register whose program was killed, before and after it is opened and settled."""

    def __init__(self, folder, passphrase, event):
        self.left = documents_in(folder)
        self.folder = folder
        self.register = open_register(folder / "register.dsr", passphrase)
        self.told = settle_at_opening(self.register)
        self.has_event = event in kinds(self.register)
        self.files = documents_in(folder)

    def is_settled(self):
        return (
            verify(self.register).sound
            and read_notes(self.register.database) == ()
            and settle_at_opening(self.register) == ()
        )


@pytest.fixture
def reopen(passphrase):
    opened = []

    def reopen_(folder, event):
        opened.append(Reopened(folder, passphrase, event))
        return opened[-1]

    yield reopen_
    for one in opened:
        one.register.close()


@pytest.mark.parametrize("links", ["hard links", "no hard links"])
def test_a_bundle_is_whole_or_gone_wherever_its_making_is_killed(kill_at_each_step, reopen, links):
    after = [reopen(folder, "package_built") for folder in kill_at_each_step("bundle", links)]

    whole = {BUNDLE, "passphrase.txt"}
    assert all(one.is_settled() for one in after)
    assert [one.files for one in after] == [whole if one.has_event else set() for one in after]
    cut_off = [one for one in after if "document_unfinished" in kinds(one.register)]
    assert [one for one in after if one.told] == cut_off
    assert not any(one.has_event for one in cut_off)
    # The steps reach every state: not begun, parts only, one file in its place, both, all done.
    left = [frozenset(name for name in one.left if not name.startswith(".")) for one in cut_off]
    assert {frozenset(), frozenset({BUNDLE}), frozenset(whole)} == set(left)
    assert any(name.endswith(".part") for one in cut_off for name in one.left)
    assert not after[0].told
    assert after[-1].has_event
    assert after[-2].has_event
    for one in cut_off[::2]:
        assert_it_can_be_made_again(one)


def assert_it_can_be_made_again(one):
    assert one.told[0].names == (BUNDLE, "passphrase.txt")
    secret = one.folder / "secret" / "passphrase.txt"

    bundle = build_portability(
        one.register, REF, one.folder / "out", TODAY, ENGLISH, passphrase_out=secret
    )

    assert bundle.path.name == BUNDLE
    assert files_in(bundle)
    assert secret.read_text() == bundle.passphrase + "\n"
    assert one.is_settled()


def test_a_checklist_is_whole_or_gone_wherever_its_making_is_killed(kill_at_each_step, reopen):
    after = [reopen(folder, "checklist_made") for folder in kill_at_each_step("checklist")]

    whole = {f"{REF}_checklist.pdf", f"{REF}_checklist.xlsx"}
    assert all(one.is_settled() for one in after)
    assert [one.files for one in after] == [whole if one.has_event else set() for one in after]
    assert {bool(one.left & whole) for one in after if one.told} == {True, False}
    last_cut_off = [one for one in after if one.told][-1]
    assert last_cut_off.left == whole
    made = write_checklist(last_cut_off.register, REF, last_cut_off.folder / "out", TODAY, ENGLISH)
    assert {made.pdf.name, made.xlsx.name} == whole


def test_a_report_is_whole_or_gone_wherever_its_making_is_killed(kill_at_each_step, reopen):
    after = [reopen(folder, "search_report_made") for folder in kill_at_each_step("report")]

    whole = {"search_20261116.pdf", "search_20261116.json"}
    assert all(one.is_settled() for one in after)
    assert [one.files for one in after] == [whole if one.has_event else set() for one in after]
    last_cut_off = [one for one in after if one.told][-1]
    assert last_cut_off.left == whole
    assert last_cut_off.told[0].ref == ""
    unfinished = [
        e for e in events(last_cut_off.register.database) if e.kind.endswith("unfinished")
    ]
    assert [one.ref for one in unfinished] == [None]
    made = save_report(last_cut_off.register, CAMILLE, last_cut_off.folder / "out", TODAY, ENGLISH)
    assert {made.pdf.name, made.json.name} == whole


STOPPED = """
import sys
from pathlib import Path
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.register import open_register
from tests.integration.services.documents_made import ENGLISH, REF, TODAY

register = open_register(Path(sys.argv[1]), sys.argv[2])
begun = []

def stop(sql):
    if sql.startswith("BEGIN"):
        begun.append(sql)
        if len(begun) == 3:  # written, not yet logged: the register is locked by nobody just now
            print("stopped", flush=True)
            sys.stdin.readline()

register.database.connection.set_trace_callback(stop)
build_portability(register, REF, Path(sys.argv[3]), TODAY, ENGLISH)
"""


@pytest.fixture
def maker(register, tmp_path, passphrase):
    """Another program that is about to log the bundle it has written, until it may go on."""
    ask(register, tmp_path)
    arguments = [str(register.path), passphrase, str(tmp_path / "out")]
    with subprocess.Popen(
        [sys.executable, "-c", STOPPED, *arguments], cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout.readline() == b"stopped\n"
        yield process
        process.kill()


def test_an_opening_lets_a_living_program_finish_its_document(register, maker, tmp_path):
    (part,) = (tmp_path / "out").iterdir()

    assert settle_at_opening(register) == ()
    assert part.exists()

    maker.communicate(b"go on\n")
    assert maker.returncode == 0
    assert [file.name for file in (tmp_path / "out").iterdir()] == [BUNDLE]
    assert kinds(register)[-1] == "package_built"
    assert settle_at_opening(register) == ()


def test_an_opening_clears_up_after_a_program_as_soon_as_it_is_dead(register, maker, tmp_path):
    assert settle_at_opening(register) == ()
    maker.kill()
    maker.wait()
    assert making_lock_path(register.path).exists()

    (told,) = settle_at_opening(register)

    assert (told.ref, told.names) == (REF, (BUNDLE,))
    assert list((tmp_path / "out").iterdir()) == []
    assert not making_lock_path(register.path).exists()
    assert sorted(register.path.parent.glob("*.making")) == []
    assert keys_path(register.path).exists()


def test_a_bundle_whose_folder_vanished_with_its_program_was_not_made(register, maker, tmp_path):
    maker.kill()
    maker.wait()
    shutil.rmtree(tmp_path / "out")

    (told,) = settle_at_opening(register)

    assert (told.ref, told.names, told.lost) == (REF, (BUNDLE,), (BUNDLE,))
    assert kinds(register)[-1] == "document_unfinished"
    assert read_notes(register.database) == ()
    assert settle_at_opening(register) == ()
    assert build_portability(register, REF, tmp_path / "out", TODAY, ENGLISH).path.name == BUNDLE
