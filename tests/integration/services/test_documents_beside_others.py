"""Documents in the making, while other programs open or change the register, or it is stopped."""

import os
import sys

import pytest

from dsr_desktop.domain.errors import RegisterBusyError
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.register import open_register
from dsr_desktop.services.settling import settle_at_opening
from dsr_desktop.store.making_lock import making_lock_path
from dsr_desktop.store.unfinished_documents import read_notes
from tests.integration.services.documents_made import (
    BUNDLE,
    ENGLISH,
    REF,
    TODAY,
    ask,
    files_in,
    kinds,
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def passphrase_file(tmp_path):
    return tmp_path / "secret" / "passphrase.txt"


@pytest.fixture(autouse=True)
def _asked(register, tmp_path):
    ask(register, tmp_path)


@pytest.fixture
def build(register, folder):
    def build_(**options):
        return build_portability(register, REF, folder, TODAY, ENGLISH, **options)

    return build_


@pytest.fixture
def at_each_begin(register):
    """Return a function: what it is given happens just before the nth transaction begins."""
    connection = register.database.connection

    def arrange(n, work):
        begun = []

        def on_statement(sql):
            if sql.startswith("BEGIN"):
                begun.append(sql)
                if len(begun) == n:
                    work()

        connection.set_trace_callback(on_statement)

    yield arrange
    connection.set_trace_callback(None)


@pytest.fixture
def second(register, passphrase):
    """The same register, open in another program."""
    other = open_register(register.path, passphrase)
    yield other
    other.close()


def test_no_opening_settles_a_document_that_is_being_made(
    register, build, second, at_each_begin, folder
):
    settled = []
    for n in (2, 3):
        at_each_begin(n, lambda: settled.append(settle_at_opening(second)))
        assert files_in(build())

    assert settled == [(), ()]
    assert len(list(folder.iterdir())) == 2
    assert "document_unfinished" not in kinds(register)


@pytest.mark.parametrize("n", [2, 3], ids=["before it is written", "before it is logged"])
def test_what_another_program_changes_meanwhile_makes_it_begin_anew(
    register, build, second, at_each_begin, folder, passphrase_file, n
):
    at_each_begin(n, lambda: second.log("activity_confirmed", code="PA3"))

    with pytest.raises(RegisterBusyError, match="changed by another program just now"):
        build(passphrase_out=passphrase_file)

    assert [*folder.iterdir(), *passphrase_file.parent.iterdir()] == []
    assert "package_built" not in kinds(register)
    assert read_notes(register.database) == ()
    assert files_in(build())


@pytest.fixture
def interrupt_after_commit(register):
    """Return a function that lets Ctrl-C arrive between a commit and the line after it."""
    was_open = False

    def interrupt(frame, event, _function):
        nonlocal was_open
        if event != "c_return" or frame.f_code.co_name != "transaction":
            return
        is_open = register.database.connection.in_transaction
        if was_open and not is_open:
            sys.setprofile(None)
            raise KeyboardInterrupt
        was_open = is_open

    yield lambda: sys.setprofile(interrupt)
    sys.setprofile(None)


def test_an_interruption_after_the_event_was_logged_leaves_the_files_with_it(
    register, build, folder, passphrase_file, interrupt_after_commit
):
    interrupt_after_commit()
    with pytest.raises(KeyboardInterrupt):
        build(passphrase_out=passphrase_file)

    assert kinds(register)[-1] == "package_built"
    assert [one.name for one in folder.iterdir()] == [BUNDLE]
    assert passphrase_file.exists()
    assert settle_at_opening(register) == ()


def test_nothing_is_left_beside_the_register(register, build):
    lock = making_lock_path(register.path)

    build()

    assert not lock.exists()
    assert read_notes(register.database) == ()


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX systems")
def test_unfinished_files_are_for_the_owner_only_too(register, build, folder):
    modes = []

    def look(sql):
        if sql.startswith("UPDATE unfinished_document"):
            modes.extend(one.stat().st_mode & 0o777 for one in folder.iterdir())

    register.database.connection.set_trace_callback(look)
    build()
    register.database.connection.set_trace_callback(None)

    assert modes == [0o600]
