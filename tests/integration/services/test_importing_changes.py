"""A file that changes, grows or vanishes while it is read: told as such, never half of it kept."""

import os
import shutil

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.reading import problem_sentence

pytestmark = pytest.mark.usefixtures("nothing_left_running")
ROWS = 40_000


@pytest.fixture
def lists(tmp_path):
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "zz other.csv").write_text("Nom;Ville\nMoreau;Lyon\n")
    return folder


@pytest.fixture
def large(lists):
    path = lists / "large.csv"
    path.write_text("Nom;E-mail\n" + "Roux;r@acme.example\n" * ROWS)
    return path


@pytest.fixture
def workbook(lists, write_xlsx):
    rows = [["Nom", "Ville"], *([f"Dupont {n}", "Metz"] for n in range(3_000))]
    return write_xlsx(lists / "large.xlsx", {"Liste": rows})


class Once:
    """Progress that does something when the file is being read, after the first rows if it has many."""

    def __init__(self, register, act, *, rows):
        self.register, self.act, self.rows, self.done = register, act, rows, False

    def __call__(self, _done, _total, what):
        if self.done or not what.startswith("large"):
            return
        (stored,) = self.register.database.connection.execute("SELECT count(*) FROM row").fetchone()
        if stored >= self.rows:
            self.done = True
            self.act()


def grow(path):
    with path.open("ab") as file:
        file.write(b"Petit;p@acme.example\n")


def cut_off(path):
    os.truncate(path, path.stat().st_size // 2)


def replace_by_another(path):
    other = path.with_suffix(".new")
    other.write_bytes(b"Nom;Ville\nBlanc;Metz\n")
    other.replace(path)


def remove(path):
    path.unlink()


def remove_folder(path):
    shutil.rmtree(path.parent)


CHANGES = [
    (grow, Problem.CHANGED_WHILE_READ),
    (cut_off, Problem.CHANGED_WHILE_READ),
    (replace_by_another, Problem.CHANGED_WHILE_READ),
    (remove, Problem.GONE_WHILE_READ),
]
on_posix = pytest.mark.skipif(os.name != "posix", reason="Windows keeps open files in place")


def reasons(report):
    return {file.path.name: file.reason and file.reason.sentence for file in report.files}


@on_posix
@pytest.mark.parametrize(("change", "problem"), CHANGES)
def test_a_list_that_changes_between_its_rows_is_told_and_the_others_are_imported(
    register, bring_in, lists, large, change, problem
):
    hook = Once(register, lambda: change(large), rows=4_000)

    report = bring_in(register, lists, progress=hook)

    assert hook.done
    assert reasons(report) == {"large.csv": problem_sentence(problem), "zz other.csv": None}
    assert report.rows == 1
    assert verify(register).sound


@on_posix
@pytest.mark.parametrize("change", [cut_off, replace_by_another, remove])
def test_a_workbook_that_changes_before_it_is_opened_is_not_called_damaged(
    register, bring_in, lists, workbook, change
):
    calls = []

    def change_at_the_second_call(_done, _total, what):
        calls.append(what)
        if calls.count("large.xlsx") == 2:  # hashed by now, not yet read
            change(workbook)

    report = bring_in(register, lists, progress=change_at_the_second_call)

    expected = Problem.GONE_WHILE_READ if change is remove else Problem.CHANGED_WHILE_READ
    assert reasons(report)["large.xlsx"] == problem_sentence(expected)
    assert report.rows == 1


@on_posix
def test_a_folder_that_vanishes_is_told_for_each_file(register, bring_in, lists, large):
    hook = Once(register, lambda: remove_folder(large), rows=4_000)

    report = bring_in(register, lists, progress=hook)

    assert reasons(report) == {
        "large.csv": problem_sentence(Problem.GONE_WHILE_READ),
        "zz other.csv": problem_sentence(Problem.NOT_FOUND),
    }
    assert report.rows == 0
    assert verify(register).sound


def test_the_next_import_reads_what_another_program_has_written_by_then(
    register, bring_in, lists, large
):
    bring_in(register, large, progress=Once(register, lambda: grow(large), rows=4_000))

    (file,) = bring_in(register, large).files

    assert (file.status, file.rows) == ("imported", ROWS + 1)
