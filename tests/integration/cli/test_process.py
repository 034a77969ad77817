"""The program as the system starts it: no question, no traceback, UTF-8 whatever the locale."""

import json
import os
import subprocess
import sys

import pytest

from dsr_desktop.cli.session import PASSPHRASE_VARIABLE


@pytest.fixture
def start(tmp_path, passphrase):
    """Run the program in a process of its own, with nobody at the keyboard."""

    def start_(*arguments, **more):
        there = ["--register", str(tmp_path / "register.dsr"), *map(str, arguments)]
        environment = {
            **os.environ, "LC_ALL": "C.UTF-8", PASSPHRASE_VARIABLE: passphrase, **more,
        }  # fmt: skip
        return subprocess.run(
            [sys.executable, "-m", "dsr_desktop", *there], capture_output=True, timeout=60,
            stdin=subprocess.DEVNULL, env=environment, check=False,
        )  # fmt: skip

    return start_


@pytest.mark.usefixtures("with_lists")
def test_a_document_is_utf_8_whatever_the_system_writes(start):
    done = start("search", "--family-name", "Nowak", "--json", PYTHONIOENCODING="cp1252")

    assert (done.returncode, done.stderr) == (0, b"")
    (hit,) = json.loads(done.stdout.decode("utf-8"))["hits"]
    assert hit["values"][1]["text"] == "Łukasz"


@pytest.mark.usefixtures("with_register")
def test_bad_input_gets_a_sentence_and_no_traceback(start):
    done = start("request", "new", "--right", "access", "--received", "2025-06-31", "--name", "Zoé")

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().strip().endswith(".")
    assert len(done.stderr.splitlines()) == 1


def test_wrong_use_ends_with_two(start):
    done = start("--lang", "fr", "search", "--limit", "0")

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
