"""Cleaned copies take the place of the originals: at once, with a journal, and back again."""

import shutil
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import CancelledError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.original import OriginalStatus
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.cleaned_places import cleaned_places
from dsr_desktop.services.cleaning import clean
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.originals import put_back_originals, replace_originals
from dsr_desktop.services.register import open_register
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.settling import settle_at_opening
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.originals import read_entries, read_unfinished, remove_entries
from dsr_desktop.store.requests import read_request

TITLES = ["Nom", "Prénom", "E-mail"]
CAMILLE = ["Dupont", "Camille", "camille.dupont@acme.example"]
PAUL = ["Petit", "Paul", "paul@acme.example"]
ASKED = make_criteria({"name": "Camille Dupont", "email": "camille.dupont@acme.example"})
REF = "DSR-2026-0001"


@pytest.fixture
def lists(register, tmp_path, write_csv, write_xlsx, bring_in, today):
    """Two lists with confirmed hits, and their cleaned copies in `out`."""
    folder = register.path.parent / "lists"
    folder.mkdir()
    write_csv(folder / "crm.csv", [TITLES, CAMILLE, PAUL])
    write_xlsx(folder / "clients.xlsx", {"Clients": [TITLES, PAUL, CAMILLE]})
    bring_in(register, *sorted(folder.iterdir()))
    new_request(register, [Right.ERASURE], ASKED, date(2026, 11, 2), Channel.POST, today)
    find_person(register, REF, today)
    judge_hits(register, REF, confirm_strong=True, today=today)
    clean(register, REF, tmp_path / "out")
    return folder


def contents(folder):
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def states(result):
    return {Path(one.path).name: one.status for one in result.files}


def kinds(register):
    return [one.kind for one in events(register.database)]


def test_each_original_gives_its_place_to_its_copy(register, lists, tmp_path):
    (lists / "crm.csv").chmod(0o640)

    done = replace_originals(register, REF)

    assert done.done
    assert contents(lists) == contents(tmp_path / "out")
    assert stat.S_IMODE((lists / "crm.csv").stat().st_mode) == 0o640
    assert rescan(register, REF).clean
    assert kinds(register).count("original_replaced") == 2


def test_the_originals_are_put_back_byte_for_byte(register, lists):
    before = contents(lists)
    replace_originals(register, REF)

    done = put_back_originals(register, REF)

    assert states(done) == dict.fromkeys(before, OriginalStatus.PUT_BACK)
    assert contents(lists) == before
    assert kinds(register).count("original_put_back") == 2
    with pytest.raises(NotAllowedError):
        put_back_originals(register, REF)


def test_a_file_that_changed_is_neither_replaced_nor_put_back(register, lists):
    crm = lists / "crm.csv"
    crm.write_bytes(crm.read_bytes() + b"Neuf;Nina;nina@foo.example\n")
    before = crm.read_bytes()

    assert states(replace_originals(register, REF))["crm.csv"] is OriginalStatus.CHANGED
    assert crm.read_bytes() == before

    clients = lists / "clients.xlsx"
    clients.write_bytes(b"another")
    assert states(put_back_originals(register, REF)) == {"clients.xlsx": OriginalStatus.CHANGED}
    assert clients.read_bytes() == b"another"


def test_a_link_stays_a_link(register, lists, tmp_path):
    crm, kept = lists / "crm.csv", tmp_path / "kept.csv"
    crm.rename(kept)
    crm.symlink_to(kept)

    replace_originals(register, REF)

    assert crm.is_symlink()
    assert kept.read_bytes() == (tmp_path / "out" / "crm.csv").read_bytes()


def test_replacing_twice_changes_nothing_more(register, lists):
    replace_originals(register, REF)
    after = contents(lists)

    assert replace_originals(register, REF).done
    assert contents(lists) == after
    assert len(read_entries(register.database, read_request(register.database, REF))) == 2


def test_nothing_is_replaced_before_copies_were_made(register, today):
    new_request(register, [Right.ERASURE], ASKED, date(2026, 11, 2), Channel.POST, today)

    with pytest.raises(NotAllowedError):
        replace_originals(register, REF)


def test_the_undo_copies_go_with_the_journal(register, lists):
    replace_originals(register, REF)
    request = read_request(register.database, REF)

    assert remove_entries(register.database, request) == 2

    left = register.database.connection.execute("SELECT count(*) FROM replacement_piece")
    assert left.fetchone() == (0,)


# --- a kill at any moment

KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from dsr_desktop.services.cleaned_places import cleaned_places
from dsr_desktop.services.cleaning import clean
from dsr_desktop.services.originals import put_back_originals, replace_originals
from dsr_desktop.services.register import open_register

home, kept, work = map(Path, sys.argv[1:4])
passphrase, act, kills = sys.argv[4], sys.argv[5], int(sys.argv[6])
CHANGES = {"os.rename", "os.link", "os.remove", "os.chmod"}

class Steps:
    def __init__(self, last):
        self.taken, self.last = 0, last

    def take(self):
        self.taken += 1
        if self.taken == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def on_statement(self, sql):
        if sql.startswith(("BEGIN", "COMMIT", "INSERT", "UPDATE", "DELETE")):
            self.take()

    def on_event(self, event, arguments):
        if event in CHANGES or (event == "open" and str(arguments[0]).endswith(".part")):
            self.take()

def act_with(steps):
    register = open_register(home / "register.dsr", passphrase)
    register.database.connection.set_trace_callback(steps.on_statement)
    sys.addaudithook(steps.on_event)
    if act == "clean":
        clean(register, "DSR-2026-0001", home / "out")
    elif act == "replace":
        replace_originals(register, "DSR-2026-0001")
    else:
        put_back_originals(register, "DSR-2026-0001")
    (work / "steps").write_text(str(steps.taken))

def killed_at(step):
    child = os.fork()
    if child == 0:
        act_with(Steps(step))
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert (os.WTERMSIG(status) == signal.SIGKILL) if step else status == 0
    shutil.move(home, work / str(step))
    shutil.copytree(kept, home)

killed_at(0)
steps = int((work / "steps").read_text())
for step in sorted({1 + n * (steps - 1) // (kills - 1) for n in range(kills)}):
    killed_at(step)
    print(step)
"""
KILLS = 20


@pytest.mark.parametrize("act", ["clean", "replace", "put_back"])
def test_a_kill_at_any_moment_leaves_each_file_before_or_after(
    register, lists, tmp_path, passphrase, act
):
    original, copies = contents(lists), contents(tmp_path / "out")
    if act == "put_back":
        replace_originals(register, REF)
    home, kept, work = register.path.parent, tmp_path / "kept", tmp_path / "work"
    register.close()
    shutil.copytree(home, kept)
    work.mkdir()
    arguments = [home, kept, work, passphrase, act, KILLS]
    told = subprocess.run(
        [sys.executable, "-c", KILLED, *map(str, arguments)],
        check=True, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3],
    )  # fmt: skip

    for step in told.stdout.split():
        shutil.rmtree(home)
        shutil.move(work / step.decode(), home)
        opened = open_register(home / "register.dsr", passphrase)
        settle_at_opening(opened)
        now = contents(lists)
        assert set(now) == set(original)
        assert all(one in {original[name], copies[name]} for name, one in now.items())
        assert act != "clean" or now == original
        assert not list(home.glob("out/.*"))
        assert not read_unfinished(opened.database)
        journal = read_entries(opened.database, read_request(opened.database, REF))
        replaced = {name for name, one in now.items() if one != original[name]}
        assert {Path(one.path).name for one in journal} == replaced
        assert verify(opened).sound
        opened.close()


def test_r_typ_2_no_original_is_replaced_before_the_copy_is_sent(register, lists, tmp_path, today):
    before, rights = contents(lists), [Right.ERASURE, Right.ACCESS]
    received = date(2026, 11, 2)
    ref = new_request(register, rights, ASKED, received, Channel.POST, today).request.ref
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    clean(register, ref, tmp_path / "others")

    with pytest.raises(NotAllowedError, match="before the copy is sent"):
        replace_originals(register, ref)

    assert contents(lists) == before


def test_a_stopped_replacing_leaves_each_file_as_it_was_or_as_it_should_be(register, lists):
    before = contents(lists)

    def stop(done, _total, _what):
        if done:
            raise CancelledError(mark("Stopped."))

    with pytest.raises(CancelledError):
        replace_originals(register, REF, progress=stop)

    assert sum(contents(lists)[name] != content for name, content in before.items()) == 1
    assert [one.is_replaced for one in cleaned_places(register, REF)].count(True) == 1
