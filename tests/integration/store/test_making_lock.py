"""One maker of documents at a time, and nobody waits for a dead one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dsr_desktop.domain.errors import RegisterBusyError, RegisterFileError
from dsr_desktop.store.making_lock import maker_stands_still, making_lock_path, only_maker

HOLDING = """
import sys
from pathlib import Path
from dsr_desktop.store.making_lock import only_maker

with only_maker(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def register(tmp_path):
    return tmp_path / "register.dsr"


@pytest.fixture
def holder(register):
    """Another process that holds the lock until it is told to end, or is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(register)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def stands_still(register):
    with maker_stands_still(register) as still:
        return still


def make(register, patience=0.0):
    with only_maker(register, patience):
        return making_lock_path(register).exists()


def test_the_lock_lies_beside_the_register_only_while_it_is_held(register):
    assert make(register)
    assert list(register.parent.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX systems")
def test_the_lock_is_an_empty_file_of_its_owner(register):
    with only_maker(register):
        found = making_lock_path(register).stat()

    assert (found.st_size, found.st_mode & 0o777) == (0, 0o600)


def test_a_second_maker_is_told_to_wait(register):
    with only_maker(register), pytest.raises(RegisterBusyError, match="making documents"):
        make(register)


def test_in_another_process_too_and_until_that_ends(register, holder):
    with pytest.raises(RegisterBusyError, match=r"register\.dsr"):
        make(register)
    assert not stands_still(register)

    holder.communicate(b"end\n")

    assert stands_still(register)
    assert make(register)


def test_a_second_maker_waits_for_the_first(register, holder):
    holder.stdin.write(b"end\n")
    holder.stdin.flush()

    assert make(register, patience=60)


def test_the_lock_of_a_killed_process_holds_nobody_up(register, holder):
    holder.kill()
    holder.wait()
    assert making_lock_path(register).exists()

    assert stands_still(register)
    assert make(register)
    assert list(register.parent.iterdir()) == []


def test_a_register_opened_by_a_link_has_the_same_lock(register):
    register.touch()
    link = register.with_name("link.dsr")
    link.symlink_to(register)

    with only_maker(register):
        assert not stands_still(link)
    assert stands_still(link)


def test_a_failure_gives_the_lock_back(register):
    with pytest.raises(ZeroDivisionError), only_maker(register):
        raise ZeroDivisionError

    assert stands_still(register)


def test_a_lock_that_its_last_holder_removes_just_now_is_not_the_lock(register, monkeypatch):
    fcntl = pytest.importorskip("fcntl")
    flock, path = fcntl.flock, making_lock_path(register)
    locked = []

    def lock_what_is_removed(descriptor, operation):
        flock(descriptor, operation)
        locked.append(descriptor)
        if len(locked) == 1:
            path.unlink()

    monkeypatch.setattr(fcntl, "flock", lock_what_is_removed)

    assert make(register, patience=60)
    assert len(locked) == 2


def test_where_no_file_can_be_made_a_maker_is_told_so(tmp_path):
    nowhere = tmp_path / "gone" / "register.dsr"

    with pytest.raises(RegisterFileError, match=r"register\.dsr cannot be written"):
        make(nowhere)
    assert not stands_still(nowhere)


def test_where_files_cannot_be_locked_somebody_may_be_at_work(register, monkeypatch):
    fcntl = pytest.importorskip("fcntl")

    def no_locks(_descriptor, _operation):
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)

    assert not stands_still(register)
    with pytest.raises(RegisterFileError, match="cannot be written"):
        make(register)


def test_a_full_disk_is_told_as_such(register, monkeypatch):
    def full(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "open", full)

    with pytest.raises(RegisterFileError, match="The disk is full"):
        make(register)


def test_the_lock_has_the_name_of_its_register():
    assert making_lock_path(Path("/data/clients.dsr")) == Path("/data/clients.dsr.making")
