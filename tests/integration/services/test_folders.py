"""Which files an import of files and folders means."""

import os

import pytest

from dsr_desktop.domain.errors import InvalidInputError, OutputFileError
from dsr_desktop.services.folders import list_files, make_folder


@pytest.fixture
def tree(tmp_path):
    for name in ("b.csv", "a.csv", "sub/c.xlsx", "sub/deep/d.csv", "z/e.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def names(tree, paths):
    return [str(path.relative_to(tree)) for path in paths]


def test_a_folder_means_all_files_below_it_in_the_order_of_their_names(tree):
    files, skipped = list_files([tree])

    assert names(tree, files) == ["a.csv", "b.csv", "sub/c.xlsx", "sub/deep/d.csv", "z/e.csv"]
    assert skipped == 0


def test_a_file_named_twice_is_meant_once(tree, monkeypatch):
    monkeypatch.chdir(tree)

    files, _skipped = list_files([tree / "a.csv", tree, tree / "a.csv", tree / "sub"])

    assert names(tree, files) == ["a.csv", "b.csv", "sub/c.xlsx", "sub/deep/d.csv", "z/e.csv"]


def test_paths_are_made_absolute(tree, monkeypatch):
    monkeypatch.chdir(tree / "sub")
    (relative,) = [type(tree)("c.xlsx")]

    assert list_files([relative])[0] == (tree / "sub" / "c.xlsx",)


@pytest.mark.parametrize(
    "name", ["~$liste.xlsx", "._liste.csv", ".~lock.liste.ods#", ".DS_Store", "Thumbs.db", "desktop.ini"]
)  # fmt: skip
def test_lock_and_system_files_are_counted_and_left_out(tree, name):
    (tree / name).write_text("x")

    files, skipped = list_files([tree])

    assert len(files) == 5
    assert skipped == 1


def test_a_file_named_directly_is_never_left_out(tree):
    lock = tree / "~$liste.xlsx"
    lock.write_text("x")

    assert list_files([lock]) == ((lock,), 0)


def test_a_path_that_is_not_there_is_kept_to_be_told_of(tree):
    assert list_files([tree / "nowhere.csv"]) == ((tree / "nowhere.csv",), 0)


def test_an_empty_folder_means_no_file(tmp_path):
    assert list_files([tmp_path]) == ((), 0)


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_links_to_folders_are_not_followed_but_links_to_files_are(tree):
    (tree / "sub" / "loop").symlink_to(tree)
    (tree / "linked.csv").symlink_to(tree / "a.csv")

    files, _skipped = list_files([tree])

    assert "linked.csv" in names(tree, files)
    assert len(files) == 6


def test_a_folder_that_may_not_be_opened_is_named_itself(as_nobody, tree):
    (tree / "sub").chmod(0)

    files, _skipped = list_files([tree])

    assert names(tree, files) == ["a.csv", "b.csv", "sub", "z/e.csv"]


def test_the_files_of_the_register_are_skipped_in_folders_and_when_named(tree):
    ours = [tree / "b.csv", tree / "sub" / "c.xlsx", tree / "gone.csv"]

    files, skipped = list_files([tree, tree / "b.csv"], ours)

    assert names(tree, files) == ["a.csv", "sub/deep/d.csv", "z/e.csv"]
    assert skipped == 3


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX systems")
def test_a_link_to_a_file_of_the_register_is_skipped_too(tree):
    (tree / "z" / "f.csv").symlink_to(tree / "b.csv")

    files, skipped = list_files([tree / "z"], [tree / "b.csv"])

    assert (names(tree, files), skipped) == (["z/e.csv"], 1)


def test_the_folder_of_results_is_made(tmp_path):
    make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()


def test_a_file_is_no_folder_for_results(tree):
    with pytest.raises(InvalidInputError, match=r"a\.csv is a file"):
        make_folder(tree / "a.csv")


def test_a_folder_that_cannot_be_made_is_told(tree):
    with pytest.raises(OutputFileError, match="cannot be written"):
        make_folder(tree / "a.csv" / "b")


def test_a_way_round_over_another_folder_is_no_part_of_a_path(tree):
    files, _skipped = list_files(
        [tree / "sub" / ".." / "a.csv", tree / "z" / ".." / "sub" / "deep"]
    )

    assert names(tree, files) == ["a.csv", "sub/deep/d.csv"]
