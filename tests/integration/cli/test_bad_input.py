"""Options that nobody can mean: each ends in one clear sentence and leaves nothing behind."""

import json
import os
from pathlib import Path

import pytest

from dsr_desktop.cli.demo_command import demo_command
from dsr_desktop.cli.shots_command import shots_command

REF = "DSR-2025-0001"
LONG = "x" * 100_000
endless = pytest.mark.skipif(not Path("/dev/zero").exists(), reason="devices of POSIX systems")
MORE = [demo_command(lambda *_arguments: []), shots_command(lambda *_arguments: [])]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Work in a folder of its own, in which nothing may turn up."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


# --- paths


PATHS = {
    "register": ["sources", "--register"],
    "passphrase file": ["sources", "--passphrase-file"],
    "import": ["import"],
    "batch": ["search", "--batch"],
    "checklist": ["checklist", REF, "--out"],
    "package": ["package", REF, "--right", "portability", "--out"],
    "passphrase out": ["package", REF, "--right", "portability", "--out", "x", "--passphrase-out"],
    "demo": ["demo"],
    "shots": ["shots"],
}
each_path = pytest.mark.parametrize("arguments", PATHS.values(), ids=PATHS)


@pytest.mark.usefixtures("with_review")
@each_path
@pytest.mark.parametrize("nothing", ["", "  "])
def test_no_path_is_not_the_current_folder(refused, arguments, nothing):
    assert "is empty. Write the name" in refused(*arguments, nothing, more=MORE)


@pytest.mark.usefixtures("with_review")
@each_path
@pytest.mark.parametrize("path", [LONG, "x" * 256, "x/" * 3000], ids=["endless", "name", "folders"])
def test_a_path_that_no_system_takes_is_refused(refused, arguments, path):
    sentence = refused(*arguments, path, more=MORE)

    assert "too long" in sentence
    assert len(sentence) < 200


@pytest.mark.usefixtures("with_review")
@pytest.mark.parametrize("command", ["demo", "shots"])
def test_a_folder_that_cannot_be_made_is_named(refused, tmp_path, command):
    (tmp_path / "letter.txt").write_text("keep")

    assert "letter.txt" in refused(command, tmp_path / "letter.txt" / "x", more=MORE)


@endless
@pytest.mark.usefixtures("with_register")
@pytest.mark.parametrize(
    "arguments", [["sources", "--passphrase-file"], ["search", "--batch"], ["verify", "--register"]]
)
def test_a_file_without_an_end_is_not_read_to_it(refused, arguments):
    assert "zero" in refused(
        *arguments, "/dev/zero", passphrase=None if "sources" in arguments else "x"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX systems")
@pytest.mark.usefixtures("with_register")
@pytest.mark.parametrize(
    "arguments",
    [["import", ".", "--mapping"], ["preview", ".", "--mapping"], ["verify", "--register"]],
    ids=" ".join,
)
def test_a_pipe_into_which_nobody_writes_is_not_waited_for(refused, tmp_path, arguments):
    os.mkfifo(tmp_path / "a pipe")

    assert "a pipe" in refused(*arguments, tmp_path / "a pipe")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="pipes as files of POSIX systems")
@pytest.mark.usefixtures("with_register")
def test_a_passphrase_from_another_program_is_read_from_its_pipe(dsr, passphrase):
    reading, writing = os.pipe()
    os.write(writing, passphrase.encode())
    os.close(writing)

    assert dsr("sources", "--passphrase-file", f"/dev/fd/{reading}", passphrase=None).code == 0
    os.close(reading)


@pytest.mark.usefixtures("with_register")
def test_a_passphrase_file_longer_than_any_passphrase_is_refused(refused, tmp_path, passphrase):
    (tmp_path / "long.txt").write_text(passphrase + " " * 10_000)

    assert "long.txt" in refused("sources", "--passphrase-file", tmp_path / "long.txt")


# --- a new register


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--company", ""], "no name"),
        (["--company", " \n"], "no name"),
        (["--company", LONG], "too long"),
        (["--company", "X", "--dpo-name", LONG], "too long"),
        (["--company", "X", "--dpo-contact", LONG], "too long"),
        (["--company", "X", "--country", ""], '""'),
        (["--company", "X", "--country", LONG], "calendar"),
        (["--company", "X", "--subdivision", LONG], "region"),
    ],
)
def test_a_company_that_no_letter_can_name_is_refused(refused, arguments, named):
    sentence = refused("init", *arguments)

    assert named in sentence
    assert len(sentence) < 1_300


def test_spaces_are_no_passphrase(refused):
    refused("init", "--company", "X", passphrase=" " * 20)


@pytest.mark.usefixtures("with_register")
def test_a_key_file_that_was_tampered_with_is_damaged(refused, tmp_path):
    keys = tmp_path / "register.dsr.keys"
    whole = json.loads(keys.read_text())

    for content in ("[" * 99_999, json.dumps({**whole, "slots": whole["slots"] * 99})):
        keys.write_text(content)
        assert "register.dsr.keys is damaged" in refused("sources")


# --- imports


@pytest.mark.usefixtures("with_register")
def test_the_register_does_not_import_itself(dsr, tmp_path, write_csv):
    write_csv(tmp_path / "a.csv", [["Nom"], ["Zoé"]])

    report = dsr("import", tmp_path, "--json").json
    assert [Path(file["path"]).name for file in report["files"]] == ["a.csv"]
    assert dsr("sources", "--json").json["sources"][0]["rows"] == 1

    itself = dsr("import", tmp_path / "register.dsr", tmp_path / "register.dsr.keys", "--json")
    assert (itself.json["totals"]["files"], itself.json["totals"]["skipped"]) == (0, 2)
    assert "nothing to import" in itself.sentence


# --- sentences


@pytest.mark.usefixtures("with_register")
@pytest.mark.skipif(os.name != "posix", reason="names of POSIX systems")
def test_a_name_cannot_break_a_line_or_command_the_terminal(dsr, tmp_path):
    (tmp_path / "two\nlines \x1b[31m.csv").write_bytes(b"")

    said = dsr("import", tmp_path / "two\nlines \x1b[31m.csv")

    assert said.lines[0].startswith("two lines  [31m.csv: The file is empty")


def test_an_endless_wrong_value_is_cut(misused):
    assert len(misused("search", "--limit", LONG)) < 1_500


@pytest.mark.usefixtures("with_register")
@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
def test_an_id_that_no_document_can_hold_makes_a_wrong_line(dsr, tmp_path, number):
    batch = tmp_path / "queries.jsonl"
    batch.write_text(f'{{"id": {number}, "name": "Zoé"}}', encoding="utf-8")

    result = dsr("search", "--batch", batch)

    assert result.code == 1
    assert (result.json["id"], result.json["line"]) == (None, 1)
    assert "Line 1" in result.sentence
