"""Why the system does not hand out a file, told apart from damage."""

import errno
import os

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.file_faults import blamed_on_change, look_at, refusal_of
from dsr_desktop.readers.messages import UnreadableError


def windows_error(code, number=errno.EACCES):
    """An error as Windows makes it: its own code beside that of POSIX."""
    error = OSError(number, "in use")
    error.winerror = code
    return error


@pytest.fixture
def crm(tmp_path):
    path = tmp_path / "crm.xlsx"
    path.write_bytes(b"PK")
    return path


@pytest.mark.parametrize("code", [32, 33])
def test_a_file_open_in_excel_on_windows_is_told_as_such(crm, code):
    error = windows_error(code)

    assert isinstance(error, PermissionError)
    assert refusal_of(error, crm).problem is Problem.OPEN_ELSEWHERE


@pytest.mark.parametrize("lock", ["~$crm.xlsx", ".~lock.crm.xlsx#"])
def test_a_lock_file_beside_it_says_that_it_is_open(crm, lock):
    crm.with_name(lock).write_bytes(b"x")

    assert refusal_of(PermissionError(errno.EACCES, "no"), crm).problem is Problem.OPEN_ELSEWHERE


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (PermissionError(errno.EACCES, "no"), Problem.NO_PERMISSION),
        (PermissionError(errno.EPERM, "no"), Problem.NO_PERMISSION),
        (windows_error(5), Problem.NO_PERMISSION),
        (OSError(errno.EBUSY, "busy"), Problem.OPEN_ELSEWHERE),
        (FileNotFoundError(errno.ENOENT, "no"), Problem.NOT_FOUND),
        (NotADirectoryError(errno.ENOTDIR, "no"), Problem.NOT_FOUND),
        (OSError(errno.ENAMETOOLONG, "long"), Problem.NOT_FOUND),
        (OSError(errno.EIO, "disk"), Problem.OUT_OF_REACH),
        (OSError(errno.ESTALE, "share"), Problem.OUT_OF_REACH),
        (windows_error(64, errno.EINVAL), Problem.OUT_OF_REACH),
        (OSError("a library says so"), Problem.DAMAGED),
        (OSError(errno.EINVAL, "seek"), Problem.DAMAGED),
    ],
    ids=str,
)
def test_each_error_of_the_system_has_its_reason(crm, error, problem):
    assert refusal_of(error, crm).problem is problem


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_that_leads_nowhere_is_no_missing_file(tmp_path):
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "nowhere.csv")

    assert (
        refusal_of(FileNotFoundError(errno.ENOENT, "no"), link).problem is Problem.LINK_TO_NOTHING
    )
    assert refusal_of(OSError(errno.ELOOP, "round"), link).problem is Problem.LINK_TO_NOTHING


# --- what changed in the meantime is no damage

DAMAGED = UnreadableError(Problem.DAMAGED)


def test_a_file_that_is_as_it_was_is_refused_for_what_the_reader_said(crm):
    assert blamed_on_change(DAMAGED, look_at(crm), crm) is DAMAGED


def test_a_file_that_grew_or_was_replaced_is_told_as_changed(crm, tmp_path):
    before = look_at(crm)
    crm.write_bytes(b"PK and more")
    assert blamed_on_change(DAMAGED, before, crm).problem is Problem.CHANGED_WHILE_READ

    before = look_at(crm)
    (tmp_path / "other").write_bytes(b"PK and more")
    (tmp_path / "other").replace(crm)
    assert blamed_on_change(DAMAGED, before, crm).problem is Problem.CHANGED_WHILE_READ


def test_a_file_that_is_gone_is_told_as_gone(crm):
    before = look_at(crm)
    crm.unlink()

    assert look_at(crm) is None
    assert blamed_on_change(DAMAGED, before, crm).problem is Problem.GONE_WHILE_READ
