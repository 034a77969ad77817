"""Where the passphrase comes from: a file, the variable, else a question to whoever is there."""

import os
import subprocess
import sys

import pytest

from dsr_desktop.cli.session import PASSPHRASE_VARIABLE

WRONG = "not the passphrase"

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def passphrase_file(tmp_path, passphrase):
    path = tmp_path / "passphrase.txt"
    path.write_text(passphrase, encoding="utf-8")
    return path


def test_the_variable_is_taken_and_removed(dsr):
    assert dsr("verify").code == 0
    assert PASSPHRASE_VARIABLE not in os.environ


def test_the_file_is_taken_before_the_variable(dsr, passphrase_file):
    assert dsr("verify", "--passphrase-file", passphrase_file, passphrase=WRONG).code == 0


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"], ids=["none", "unix", "windows"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_what_an_editor_adds_to_the_file_does_not_count(
    dsr, passphrase_file, passphrase, mark, ending
):
    passphrase_file.write_bytes(mark + passphrase.encode() + ending)

    assert dsr("verify", "--passphrase-file", passphrase_file, passphrase=None).code == 0


def test_spaces_in_the_file_count(refused, passphrase_file, passphrase):
    passphrase_file.write_text(passphrase + " ", encoding="utf-8")

    refused("verify", "--passphrase-file", passphrase_file, passphrase=None)


def test_a_wrong_one_opens_nothing(refused):
    assert WRONG not in refused("verify", passphrase=WRONG)


def test_without_one_and_without_anybody_to_ask_it_says_how_to_give_it(refused):
    sentence = refused("verify", passphrase=None)

    assert "--passphrase-file" in sentence
    assert PASSPHRASE_VARIABLE in sentence


@pytest.mark.parametrize(
    "content", [None, b"caf\xe9 caf\xe9 caf\xe9"], ids=["missing", "not UTF-8"]
)
def test_a_file_that_cannot_be_read_is_named(refused, passphrase_file, content):
    passphrase_file.unlink()
    if content:
        passphrase_file.write_bytes(content)

    assert "passphrase.txt" in refused("verify", "--passphrase-file", passphrase_file)


def test_a_folder_is_no_passphrase_file(refused, tmp_path):
    (tmp_path / "secrets").mkdir()

    assert "secrets" in refused("verify", "--passphrase-file", tmp_path / "secrets")


# --- in a process of its own


def test_nothing_is_asked_when_standard_input_is_no_terminal(tmp_path):
    done = subprocess.run(
        command(tmp_path, "verify"), input=b"cheval correct pile agrafe\n", capture_output=True,
        timeout=60, env=environment(), check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (1, b"")
    assert b"--passphrase-file" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a thing of Unix")
def test_it_is_asked_on_a_terminal_and_not_shown(tmp_path, passphrase):
    code, shown = on_a_terminal(command(tmp_path, "verify"), [passphrase])

    assert code == 0
    assert passphrase not in shown
    assert "The register is sound" in shown


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a thing of Unix")
def test_a_new_one_is_asked_twice(tmp_path, passphrase):
    new = command(tmp_path, "--register", tmp_path / "new.dsr", "init", "--company", "Exemple SAS")

    code, shown = on_a_terminal(new, [passphrase, passphrase])

    assert code == 0
    assert shown.count("assphrase") == 2
    assert (tmp_path / "new.dsr").exists()


def command(folder, *arguments):
    program = [sys.executable, "-m", "dsr_desktop", "--register", str(folder / "register.dsr")]
    return [*program, *map(str, arguments)]


def environment():
    there = {name: text for name, text in os.environ.items() if name != PASSPHRASE_VARIABLE}
    return {**there, "LC_ALL": "C.UTF-8"}


def on_a_terminal(arguments, answers):
    """Run a program on a terminal of its own, answer each question; returns code and screen."""
    import pty  # noqa: PLC0415 - not on Windows

    try:
        keyboard, terminal = pty.openpty()
    except OSError:
        pytest.skip("this system gives out no pseudo-terminal")
    child = subprocess.Popen(
        arguments, stdin=terminal, stdout=terminal, stderr=terminal, env=environment(),
        start_new_session=True,
    )  # fmt: skip
    os.close(terminal)
    shown = ""
    try:
        while read := read_screen(keyboard):
            shown += read
            if answers and shown.endswith(": "):
                os.write(keyboard, answers.pop(0).encode() + b"\n")
        return child.wait(timeout=60), shown
    finally:
        child.kill()
        child.wait()
        os.close(keyboard)


def read_screen(keyboard):
    try:
        return os.read(keyboard, 1024).decode()
    except OSError:  # how Linux says that the other end was closed
        return ""
