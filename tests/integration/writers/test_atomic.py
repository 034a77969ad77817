"""Files are written whole or not at all, and only their owner may read them."""

import os
import stat

import pytest

from dsr_desktop.domain.errors import NotAllowedError, OutputFileError
from dsr_desktop.writers.atomic import whole_file

posix_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")


def write(path, content):
    with whole_file(path) as stream:
        stream.write(content)


def break_off(path):
    with whole_file(path) as stream:
        stream.write(b"half of")
        raise ZeroDivisionError


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_content_arrives_whole(tmp_path):
    write(tmp_path / "list.pdf", b"all of it")

    assert (tmp_path / "list.pdf").read_bytes() == b"all of it"


def test_nothing_else_is_left_beside_it(tmp_path):
    write(tmp_path / "list.pdf", b"all of it")

    assert [file.name for file in tmp_path.iterdir()] == ["list.pdf"]


def test_a_missing_folder_is_made(tmp_path):
    write(tmp_path / "out" / "today" / "list.pdf", b"all of it")

    assert (tmp_path / "out" / "today" / "list.pdf").is_file()


@posix_modes
def test_only_the_owner_may_read_it_whatever_the_usual_mode(tmp_path):
    before = os.umask(0)
    try:
        write(tmp_path / "list.pdf", b"all of it")
    finally:
        os.umask(before)

    assert mode(tmp_path / "list.pdf") == 0o600


@posix_modes
def test_only_the_owner_may_read_it_when_it_replaces_a_file_open_to_all(tmp_path):
    (tmp_path / "list.pdf").write_bytes(b"old")
    (tmp_path / "list.pdf").chmod(0o644)

    write(tmp_path / "list.pdf", b"new")

    assert mode(tmp_path / "list.pdf") == 0o600


@posix_modes
def test_only_the_owner_may_read_it_when_a_crash_left_a_part_open_to_all(tmp_path):
    part = tmp_path / ".list.pdf.part"
    part.write_bytes(b"left by a crash, longer than what follows")
    part.chmod(0o644)

    write(tmp_path / "list.pdf", b"new")

    assert mode(tmp_path / "list.pdf") == 0o600
    assert (tmp_path / "list.pdf").read_bytes() == b"new"


@posix_modes
def test_a_link_laid_in_its_way_is_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_bytes(b"kept")
    (tmp_path / ".list.pdf.part").symlink_to(elsewhere)

    write(tmp_path / "list.pdf", b"new")

    assert elsewhere.read_bytes() == b"kept"
    assert not (tmp_path / "list.pdf").is_symlink()


def test_it_can_be_read_back_before_it_appears(tmp_path):
    with whole_file(tmp_path / "list.pdf") as stream:
        stream.write(b"all of it")
        stream.seek(0)

        assert stream.read() == b"all of it"
        assert not (tmp_path / "list.pdf").exists()


def test_a_failure_on_the_way_leaves_nothing(tmp_path):
    with pytest.raises(ZeroDivisionError):
        break_off(tmp_path / "list.pdf")

    assert list(tmp_path.iterdir()) == []


def test_a_failure_on_the_way_leaves_the_older_file(tmp_path):
    write(tmp_path / "list.pdf", b"old")

    with pytest.raises(ZeroDivisionError):
        break_off(tmp_path / "list.pdf")

    assert (tmp_path / "list.pdf").read_bytes() == b"old"


def test_an_expected_error_on_the_way_comes_through_unchanged(tmp_path):
    with pytest.raises(NotAllowedError, match="not yet"), whole_file(tmp_path / "list.pdf"):
        raise NotAllowedError("not yet")


def test_a_full_disk_is_told_in_a_sentence_that_names_file_and_folder(tmp_path):
    with (
        pytest.raises(OutputFileError) as failure,
        whole_file(tmp_path / "list.pdf"),
    ):
        raise OSError(28, "No space left on device")

    assert failure.value.details == {"name": "list.pdf", "folder": str(tmp_path)}


def test_a_folder_that_is_a_file_is_told_in_a_sentence(tmp_path):
    (tmp_path / "out").write_bytes(b"a file")

    with pytest.raises(OutputFileError, match=r"list\.pdf could not be written"):
        write(tmp_path / "out" / "list.pdf", b"all of it")

    assert (tmp_path / "out").read_bytes() == b"a file"
