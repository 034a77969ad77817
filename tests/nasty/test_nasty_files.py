"""Files made to do harm: each ends as the table says, the app lives, the others are imported."""

import os
import tempfile
from collections import Counter

import pytest

from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.messages import UnreadableError, Warned
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.reading import problem_sentence
from tests.nasty.nasty_file import IMPORTED, NastyFile
from tests.nasty.places import SKIPPED, make_nasty_places
from tests.nasty.table import NASTY_FILES, write_nasty_files
from tests.nasty.texts import TEXTS

on_posix = pytest.mark.skipif(os.name != "posix", reason="names and places of POSIX systems")
LIMITS = Limits(text=8_000_000)
"""As usual but for the text in all: what fills two gigabytes fills eight megabytes too."""
SOUND = {"0 first.csv": "Roux", "moreau.csv": "Moreau", "zz last.csv": "Blanc"}


@pytest.fixture
def lists(tmp_path):
    folder = tmp_path / "outer" / "lists"
    folder.mkdir(parents=True)
    for name, person in SOUND.items():
        (folder / name).write_text(f"Nom;Ville\n{person};Lyon\n")
    return folder


@pytest.fixture
def own_temp(tmp_path, monkeypatch):
    """A folder for temporary files that nobody else uses, for the reader process too."""
    folder = tmp_path / "temp"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def outcomes(report):
    return {
        file.path.name: (file.status, _reason(file), file.rows)
        for file in report.files
        if file.path.name not in SOUND
    }


def _reason(file):
    """The sentence without its figures: of the refusal, or of what was left out of the file."""
    told = [file.reason] if file.reason else list(file.warnings)
    return [notice.sentence for notice in told]


def _expected(status, problem, rows):
    return status, [problem_sentence(problem)] if problem else [], rows


def entries(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def people_in(register):
    rows = register.database.connection.execute("SELECT cells FROM row")
    return {cells.partition("\x1f")[0] for (cells,) in rows}


@pytest.mark.usefixtures("nothing_left_running")
def test_a_folder_of_nasty_files_is_imported_as_the_table_says(register, bring_in, lists, own_temp):
    write_nasty_files(lists)
    before = entries(lists.parent)

    report = bring_in(register, lists, limits=LIMITS)

    found = outcomes(report)
    assert found == {one.name: _expected(one.status, one.problem, one.rows) for one in NASTY_FILES}
    assert set(SOUND.values()) <= people_in(register)
    assert report.rows == len(SOUND) + sum(one.rows for one in NASTY_FILES)
    assert entries(own_temp) == []
    assert entries(lists.parent) == before
    assert verify(register).sound


@pytest.mark.usefixtures("nothing_left_running")
def test_what_a_nasty_folder_left_unread_is_named_and_the_rest_known_at_the_next_import(
    register, bring_in, lists, own_temp
):
    for nasty in TEXTS[:12]:
        (lists / nasty.name).write_bytes(nasty.make())
    first = bring_in(register, lists, limits=LIMITS)

    again = bring_in(register, lists, limits=LIMITS)

    assert Counter(one.status for one in again.files)["unreadable"] == len(first.not_read)
    assert again.rows == 0
    assert entries(own_temp) == []
    assert verify(register).sound


@pytest.fixture(scope="module")
def reader():
    with ReaderProcess(LIMITS) as reader:
        yield reader


@pytest.mark.parametrize("nasty", NASTY_FILES, ids=lambda one: one.name)
def test_a_nasty_file_alone_ends_as_the_table_says(reader, tmp_path, nasty: NastyFile):
    path = tmp_path / nasty.name
    path.write_bytes(nasty.make())

    refusal, warnings = read_alone(reader, path)

    if nasty.status is IMPORTED:
        assert (refusal, warnings) == (None, [])
    elif nasty.rows:
        assert (refusal, warnings) == (None, [nasty.problem])
    else:
        assert refusal is nasty.problem


def read_alone(reader, path):
    """Why the file was refused, and what was warned of."""
    try:
        messages = list(reader.read(path, lambda: None))
    except UnreadableError as error:
        return error.problem, []
    return None, [one.problem for one in messages if isinstance(one, Warned)]


@on_posix
@pytest.mark.usefixtures("nothing_left_running")
def test_nasty_places_and_names_are_told_apart_from_lists(register, bring_in, lists, own_temp):
    expected = make_nasty_places(lists)
    before = entries(lists)

    report = bring_in(register, lists)

    assert {name: found[:2] for name, found in outcomes(report).items()} == {
        _shown(name): _expected(status, problem, 0)[:2]
        for name, (status, problem) in expected.items()
    }
    assert report.skipped == len(SKIPPED)
    assert "Skipped" not in people_in(register)
    assert entries(own_temp) == []
    assert entries(lists) == before
    assert verify(register).sound


def _shown(name):
    """A name as the register keeps it: bytes that are no text are replaced."""
    return name.encode("utf-8", "replace").decode()


def test_an_import_needs_no_room_for_temporary_files(register, bring_in, lists, monkeypatch):
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, "/proc/nowhere")

    assert bring_in(register, lists).rows == len(SOUND)
