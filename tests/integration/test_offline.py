"""The promise that nothing leaves the machine: the hook that refuses it cannot be taken off again."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"

ATTEMPTS = {
    "a socket": "import socket; socket.socket()",
    "a socket of the bare module": "import _socket; _socket.socket()",
    "a connection": "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)",
    "a name": "import socket; socket.getaddrinfo('exemple.example', 80)",
    "a name the old way": "import socket; socket.gethostbyname('exemple.example')",
    "a local pair": "import socket; socket.socketpair()",
    "a web page": "import urllib.request; urllib.request.urlopen('http://exemple.example')",
    "a web server": "import http.server; http.server.HTTPServer(('127.0.0.1', 0), None)",
    "mail": "import smtplib; smtplib.SMTP('exemple.example')",
    "encryption": "import ssl",
    "bare encryption": "import _ssl",
    "the network of the window": "import PySide6.QtNetwork",
}
REFUSALS = ("OfflineError: refused: socket.", "NetworkImportError: refused: import of ")


def run(program):
    start = "from dsr_desktop.offline import stay_offline\nstay_offline()\n"
    return subprocess.run(
        [sys.executable, "-c", start + program], capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


def run_unguarded(program):
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(SOURCE)},
    )  # fmt: skip


def in_a_thread(program):
    return f"""
import sys, threading, traceback

def attempt():
    try:
        exec({program!r})
    except BaseException:
        traceback.print_exc()
        failed.append(True)

failed = []
thread = threading.Thread(target=attempt)
thread.start()
thread.join()
sys.exit(1 if failed else 0)
"""


@pytest.mark.parametrize("what", ATTEMPTS)
def test_the_main_thread_is_refused(what):
    done = run(ATTEMPTS[what])

    assert done.returncode == 1
    assert any(refusal in done.stderr for refusal in REFUSALS)


@pytest.mark.parametrize("what", ["a socket", "a name", "encryption", "the network of the window"])
def test_every_other_thread_is_refused(what):
    done = run(in_a_thread(ATTEMPTS[what]))

    assert done.returncode == 1
    assert any(refusal in done.stderr for refusal in REFUSALS)


def test_without_the_hook_the_attempts_would_get_through():
    """The control: what is refused above is not refused for another reason."""
    harmless = "import socket, ssl; socket.socket().close()"

    assert run_unguarded(harmless).returncode == 0


def test_without_the_hook_the_network_of_the_window_would_load():
    done = run_unguarded(ATTEMPTS["the network of the window"])

    if "cannot open shared object file" in done.stderr:
        pytest.skip("this system lacks a library that Qt's network asks for")
    assert done.returncode == 0


def test_a_refusal_cannot_be_mistaken_for_an_expected_failure():
    done = run(
        "import socket\n"
        "try:\n    socket.socket()\n"
        "except OSError:\n    print('swallowed as a network that is down')\n"
    )

    assert "swallowed" not in done.stdout
    assert "OfflineError" in done.stderr


def test_the_hook_cannot_be_taken_off():
    done = run(
        "import sys, dsr_desktop.offline as offline\n"
        "offline._refuse_network = lambda event, args: None\n"
        "offline._REFUSED_IMPORTS = frozenset()\n"
        "sys.addaudithook(lambda event, args: None)\n"
        "import socket; socket.socket()\n"
    )

    assert "OfflineError: refused: socket." in done.stderr


def test_everything_else_goes_on():
    done = run(
        "import subprocess, sys, tempfile, threading, json, sqlite3\n"
        "from dsr_desktop.domain.workdays import WorkCalendar\n"
        "from datetime import date\n"
        "print(WorkCalendar('FR').is_working_day(date(2026, 11, 16)))\n"
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


def test_going_offline_is_the_first_thing_the_program_does():
    body = ast.parse((SOURCE / "dsr_desktop" / "__main__.py").read_text(encoding="utf-8")).body
    first, second = [node for node in body if not is_docstring(node)][:2]

    assert ast.unparse(first) == "from dsr_desktop.offline import stay_offline"
    assert ast.unparse(second) == "stay_offline()"


def test_what_goes_offline_needs_nothing_that_could_go_online_first():
    loads = [
        node
        for name in ("__init__.py", "offline.py")
        for node in ast.walk(ast.parse((SOURCE / "dsr_desktop" / name).read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert [ast.unparse(node) for node in loads] == ["import sys"]


def is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_the_program_itself_is_offline():
    done = subprocess.run(
        [sys.executable, "-m", "dsr_desktop", "due", "2026-11-02", "--lang", "en"],
        capture_output=True, text=True, check=False, env={"PYTHONPATH": str(SOURCE)},
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (0, "Due on Wednesday 2 December 2026\n")
