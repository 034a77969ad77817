"""Files are written whole or not at all, and only their owner may read them."""

import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from dsr_desktop.domain.errors import NotAllowedError, OutputFileError
from dsr_desktop.writers.atomic import digest, whole_file, whole_files

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


def test_a_full_disk_is_told_in_a_sentence_that_names_file_and_folder(
    tmp_path, no_file_larger_than
):
    with pytest.raises(OutputFileError) as failure, no_file_larger_than(10):
        write(tmp_path / "list.pdf", b"x" * 100_000)

    assert failure.value.details == {"name": "list.pdf", "folder": str(tmp_path)}


def test_a_folder_that_is_a_file_is_told_in_a_sentence(tmp_path):
    (tmp_path / "out").write_bytes(b"a file")

    with pytest.raises(OutputFileError, match=r"list\.pdf could not be written"):
        write(tmp_path / "out" / "list.pdf", b"all of it")

    assert (tmp_path / "out").read_bytes() == b"a file"


def test_a_folder_in_its_place_is_not_replaced(tmp_path):
    (tmp_path / "list.pdf").mkdir()

    with pytest.raises(OutputFileError, match=r"list\.pdf could not be written"):
        write(tmp_path / "list.pdf", b"all of it")

    assert (tmp_path / "list.pdf").is_dir()
    assert [file.name for file in tmp_path.iterdir()] == ["list.pdf"]


def test_a_link_in_its_place_is_replaced_and_what_it_leads_to_stays(tmp_path):
    (tmp_path / "elsewhere.pdf").write_bytes(b"kept")
    (tmp_path / "list.pdf").symlink_to("elsewhere.pdf")

    write(tmp_path / "list.pdf", b"new")

    assert contents(tmp_path) == {"elsewhere.pdf": b"kept", "list.pdf": b"new"}
    assert not (tmp_path / "list.pdf").is_symlink()


# --- several files together


OLD = {"list.pdf": b"old", "list.xlsx": b"old"}
NEW = {"list.pdf": b"new list.pdf", "list.xlsx": b"new list.xlsx"}


def contents(folder):
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def write_both(folder, *, replaces=True, before_the_end=lambda: None):
    with whole_files() as files:
        for name in ("list.pdf", "list.xlsx"):
            files.open(folder / name, replaces=replaces).write(b"new " + name.encode())
        before_the_end()


def write_and_fail_afterwards(folder, *, replaces=True):
    with whole_files() as files:
        for name in ("list.pdf", "list.xlsx"):
            files.open(folder / name, replaces=replaces).write(b"new")
        files.put_in_place()
        assert {name: (folder / name).read_bytes() for name in OLD} == dict.fromkeys(OLD, b"new")
        raise ZeroDivisionError


@pytest.fixture(params=[True, False], ids=["hard links", "no hard links"])
def older(request, tmp_path, monkeypatch):
    """A folder with an older pair of files, where the file system has hard links and has not."""
    if not request.param:
        monkeypatch.setattr(os, "link", no_hard_links)
    folder = tmp_path / "out"
    folder.mkdir()
    for name in ("list.pdf", "list.xlsx"):
        (folder / name).write_bytes(b"old")
    return folder


def no_hard_links(*_arguments, **_options):
    raise OSError(1, "Operation not permitted")


def test_both_appear_together_at_the_end(tmp_path):
    folder = tmp_path / "out"

    write_both(folder, before_the_end=lambda: not_yet(folder))

    assert contents(folder) == NEW


def not_yet(folder):
    assert not {"list.pdf", "list.xlsx"} & set(contents(folder))


def test_both_are_replaced(older):
    write_both(older)

    assert contents(older) == NEW


def test_when_the_second_cannot_be_moved_the_first_is_put_back(older):
    def lay_a_folder_in_the_way():
        (older / "list.xlsx").unlink()
        (older / "list.xlsx").mkdir()

    with pytest.raises(OutputFileError) as failure:
        write_both(older, before_the_end=lay_a_folder_in_the_way)

    assert failure.value.details["name"] == "list.xlsx"
    (older / "list.xlsx").rmdir()
    assert contents(older) == {"list.pdf": b"old"}


def test_what_fails_after_both_are_in_place_brings_the_older_ones_back(older):
    with pytest.raises(ZeroDivisionError):
        write_and_fail_afterwards(older)

    assert contents(older) == OLD


def test_what_fails_after_both_are_in_place_takes_new_ones_away(tmp_path):
    with pytest.raises(ZeroDivisionError):
        write_and_fail_afterwards(tmp_path, replaces=False)

    assert contents(tmp_path) == {}


def test_when_the_second_cannot_be_begun_nothing_is_left(tmp_path):
    (tmp_path / ".list.xlsx.part").mkdir()

    with pytest.raises(OutputFileError, match=r"list\.xlsx could not be written"):
        write_both(tmp_path)

    assert [file.name for file in tmp_path.iterdir()] == [".list.xlsx.part"]


def test_a_full_disk_is_told_with_the_name_of_the_file_that_met_it(tmp_path, no_file_larger_than):
    with (
        pytest.raises(OutputFileError, match=r"^list\.xlsx could not be written"),
        whole_files() as files,
        no_file_larger_than(10),
    ):
        fill(files, {tmp_path / "list.pdf": b"small", tmp_path / "list.xlsx": b"x" * 100_000})

    assert contents(tmp_path) == {}


def test_without_leave_to_replace_a_file_made_meanwhile_stays(older):
    (older / "list.pdf").unlink()

    with pytest.raises(OutputFileError, match=r"list\.xlsx could not be written"):
        write_both(older, replaces=False)

    assert contents(older) == {"list.xlsx": b"old"}


def fill(files, contents_of):
    for path, content in contents_of.items():
        files.open(path).write(content)


def test_a_failure_that_met_no_file_comes_through_unchanged():
    with pytest.raises(PermissionError), whole_files():
        raise PermissionError


def test_a_failure_of_something_else_is_not_blamed_on_the_files(tmp_path):
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "list.pdf"):
        (tmp_path / "another.csv").read_bytes()

    assert contents(tmp_path) == {}


def test_a_planned_file_has_its_folder_and_is_written_under_the_name_it_was_given(tmp_path):
    folder = tmp_path / "out"

    with whole_files() as files:
        planned = files.plan(folder / "list.pdf", part=".list.pdf.0123abcd.part")
        assert contents(folder) == {}
        planned.open().write(b"new")
        assert [file.name for file in folder.iterdir()] == [".list.pdf.0123abcd.part"]

    assert contents(folder) == {"list.pdf": b"new"}


def test_a_folder_that_cannot_be_made_is_told_when_the_file_is_planned(tmp_path):
    (tmp_path / "out").write_bytes(b"a file")

    with (
        pytest.raises(OutputFileError, match=r"list\.pdf could not be written"),
        whole_files() as f,
    ):
        f.plan(tmp_path / "out" / "list.pdf")


def test_files_that_are_to_stay_are_left_whatever_fails(tmp_path):
    def fail_after_all():
        with whole_files() as files:
            files.open(tmp_path / "list.pdf").write(b"new")
            files.put_in_place()
            files.leave()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_all()

    assert contents(tmp_path) == {"list.pdf": b"new"}


@pytest.mark.parametrize("content", [b"", b"all of it", b"x" * 3_000_000])
def test_the_digest_is_of_all_that_was_written_so_far(tmp_path, content):
    with whole_files() as files:
        stream = files.open(tmp_path / "list.pdf")
        stream.write(content)

        assert digest(stream) == sha256(content).hexdigest()

        stream.write(b" and more")
        assert digest(stream) == sha256(content + b" and more").hexdigest()

    assert (tmp_path / "list.pdf").read_bytes() == content + b" and more"


def test_a_part_that_cannot_be_taken_off_after_its_move_goes_with_the_rest(tmp_path, monkeypatch):
    unlink, refused = Path.unlink, []

    def refuse_once(path, missing_ok=False):
        if path.name.endswith(".part") and path.exists() and not refused:
            refused.append(path)
            raise PermissionError(13, "in use")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse_once)

    with pytest.raises(OutputFileError, match=r"list\.pdf could not be written"):
        write_both(tmp_path, replaces=False)

    assert len(refused) == 1
    assert contents(tmp_path) == {}


def test_a_file_named_like_the_part_of_another_is_kept(tmp_path):
    with whole_files() as files:
        files.open(tmp_path / "list.pdf").write(b"list")
        files.put_in_place()
        (tmp_path / ".list.pdf.part").write_bytes(b"somebody's")

    assert contents(tmp_path) == {".list.pdf.part": b"somebody's", "list.pdf": b"list"}
