"""The archive of a dossier: the same bytes for the same files, and opened again before it is kept."""

import io
import zipfile
from datetime import date

import pytest

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.writers.bundle import MANIFEST
from dsr_desktop.writers.dossier_archive import check_dossier, fill_dossier

DAY = date(2026, 11, 16)
FILES = {"index.html": b"<html>", "messages/message_1_1.txt": b"Bonjour"}


@pytest.fixture
def stream():
    stream = io.BytesIO()
    fill_dossier(stream, "dossier", FILES, DAY)
    return stream


def packed(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path, content in files.items():
            archive.writestr(f"dossier/{path}", content)
    return stream


def test_it_gives_back_what_it_holds_with_the_manifest():
    read = fill_dossier(io.BytesIO(), "dossier", FILES, DAY)

    assert set(read) == {*FILES, MANIFEST}
    assert read["index.html"] == b"<html>"


def test_the_same_files_on_the_same_day_give_the_same_bytes(stream):
    again = io.BytesIO()
    fill_dossier(again, "dossier", dict(reversed(FILES.items())), DAY)

    assert again.getvalue() == stream.getvalue()


def test_it_names_no_user_and_its_files_are_for_their_owner_alone(stream):
    with zipfile.ZipFile(stream) as archive:
        entries = archive.infolist()

    assert {one.date_time for one in entries} == {(2026, 11, 16, 0, 0, 0)}
    assert {one.external_attr >> 16 for one in entries} == {0o100600}
    assert {one.extra for one in entries} == {b""}


def files_of(stream):
    return check_dossier(stream, "dossier")


@pytest.mark.parametrize(
    "change",
    [
        lambda files: files | {"index.html": b"<htmx>"},
        lambda files: files | {"added.txt": b""},
        lambda files: {path: text for path, text in files.items() if path != "index.html"},
        lambda files: {path: text for path, text in files.items() if path != MANIFEST},
    ],
    ids=["changed", "added", "missing", "no manifest"],
)
def test_what_does_not_agree_with_the_manifest_is_refused(stream, change):
    with pytest.raises(OutputFileError, match="own check"):
        files_of(packed(change(files_of(stream))))


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_an_archive_that_was_cut_off_is_refused(stream, cut):
    with pytest.raises(OutputFileError, match="own check"):
        files_of(io.BytesIO(stream.getvalue()[:-cut]))


def test_one_whose_content_was_damaged_is_refused(stream):
    content = bytearray(stream.getvalue())
    content[content.index(b"dossier/index.html") + 20] ^= 255

    with pytest.raises(OutputFileError, match="own check"):
        files_of(io.BytesIO(bytes(content)))
