"""What reads the output goes away, the disk is full, or somebody presses Ctrl+C."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from dsr_desktop.cli.session import PASSPHRASE_VARIABLE

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="signals and devices of POSIX systems"),
    pytest.mark.usefixtures("with_lists"),
]
CHILDREN_ARE_LISTED = Path(f"/proc/self/task/{os.getpid()}/children").exists()


@pytest.fixture
def begin(tmp_path, passphrase):
    """Return a function that starts the program in a process of its own."""

    def begin_(*arguments, **streams):
        there = ["--register", str(tmp_path / "register.dsr"), *map(str, arguments)]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", PASSPHRASE_VARIABLE: passphrase}
        environment.pop("PYTHONUNBUFFERED", None)  # output is buffered, as for anybody
        return subprocess.Popen(
            [sys.executable, "-m", "dsr_desktop", *there], stdin=subprocess.DEVNULL,
            env=environment, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},
        )  # fmt: skip

    return begin_


def ended(process):
    """Wait for the end; return the exit code and the lines on standard error."""
    _out, err = process.communicate(timeout=60)
    assert b"Traceback" not in err
    return process.returncode, err.decode().splitlines()


@pytest.mark.parametrize("command", [["sources"], ["sources", "--json"], ["--help"]])
def test_a_full_disk_behind_standard_output_is_told(begin, command):
    with Path("/dev/full").open("wb") as full:
        code, (sentence,) = ended(begin(*command, stdout=full))

    assert code == 1
    assert sentence.endswith(".")


def test_a_reader_that_closes_early_is_told(begin, tmp_path):
    (tmp_path / "batch.jsonl").write_text('{"name": "Perrin"}\n' * 200)
    process = begin("search", "--batch", tmp_path / "batch.jsonl")

    assert json.loads(process.stdout.readline())["total"] > 0
    process.stdout.close()
    process.stdout = None
    code, (sentence,) = ended(process)

    assert code == 1
    assert "cut short" in sentence


def test_output_that_was_closed_before_is_told(begin):
    code, (sentence,) = ended(begin("sources", stdout=None, preexec_fn=lambda: os.close(1)))

    assert code == 1
    assert "could not be printed" in sentence


def test_nobody_to_tell_still_ends_with_the_code(begin):
    with Path("/dev/full").open("wb") as full:
        process = begin("request", "show", "x", stdout=subprocess.DEVNULL, stderr=full)

    assert process.wait(60) == 1


@pytest.mark.skipif(not CHILDREN_ARE_LISTED, reason="this system does not tell who started whom")
def test_ctrl_c_in_an_import_keeps_nothing_of_it(begin, dsr, tmp_path):
    first, large = tmp_path / "first.csv", tmp_path / "large.csv"
    first.write_text("Nom;E-mail\nPerrin;perrin@acme.example\n")
    lines = (f"Personne {n};p{n}@acme.example\n" for n in range(300_000))
    large.write_text("Nom;E-mail\n" + "".join(lines))
    before = dsr("sources", "--json").json
    process = begin("import", first, large, preexec_fn=listen_to_ctrl_c)

    hold_reader_of(process, large)
    process.send_signal(signal.SIGINT)
    code, lines = ended(process)

    assert code == 1
    assert [line.partition(".")[0] for line in lines if line] == ["Stopped at your request"]
    assert dsr("sources", "--json").json == before
    assert dsr("verify").code == 0


def listen_to_ctrl_c():
    """Undo what a shell does to a program in the background: it has it ignore Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def hold_reader_of(process, path):
    """Stop the reader while it has `path` open: its import is half done and cannot go on."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None:
        for child in map(int, children.read_text().split()):
            if has_open(child, path):
                os.kill(child, signal.SIGSTOP)
                return
        os.sched_yield()
    raise AssertionError(ended(process))


def has_open(pid, path):
    with suppress(FileNotFoundError):  # closed, or ended, in the meantime
        return any(one.readlink() == path for one in Path(f"/proc/{pid}/fd").iterdir())
    return False


BUG = """
import dsr_desktop.services.source_views as views
def fail(register):
    raise LookupError("Zephyrine Quintanilha")
views.read_sources = fail
"""


def test_a_bug_is_told_by_its_place_alone(begin, tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(BUG)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *filter(None, sys.path)]))

    code, (sentence,) = ended(begin("sources"))

    assert code == 1
    assert "LookupError, dsr_desktop/services/source_views.py:" in sentence
    assert "phyrine" not in sentence
