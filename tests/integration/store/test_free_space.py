"""A full disk is told from a failing one."""

import errno
import sys

import pytest

from dsr_desktop.store.free_space import is_full, says_full


def test_a_folder_with_room_is_not_full_and_nothing_is_left_in_it(tmp_path):
    assert not is_full(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
def test_a_limit_or_a_quota_counts_as_full(tmp_path, no_file_larger_than):
    with no_file_larger_than(50_000):
        assert is_full(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_not_full(tmp_path):
    assert not is_full(tmp_path / "gone")


@pytest.mark.parametrize(
    ("number", "full"), [(errno.ENOSPC, True), (errno.EFBIG, True), (errno.EIO, False)]
)
def test_only_want_of_room_says_full(number, full):
    assert says_full(OSError(number, "of the system")) is full
