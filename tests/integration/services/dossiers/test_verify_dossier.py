"""The script in each dossier: alone, it tells a good one from any that was tampered with."""

import ast
import hashlib
import json
import re
import runpy
import subprocess
import sys
import zipfile

import pytest

from dsr_desktop.resources import resource_path
from dsr_desktop.services.dossiers import write_dossier
from tests.integration.services.documents_made import REF, TODAY
from tests.integration.services.dossiers.file_of_camille import ENGLISH, keep_whole_file

SCRIPT = resource_path("dossier", "verify_dossier.py")
MANIFEST, EVENTS = "manifest-sha256.txt", "events.jsonl"


@pytest.fixture
def made(register, tmp_path):
    keep_whole_file(register, tmp_path)
    return write_dossier(register, REF, tmp_path / "authority", TODAY, ENGLISH)


@pytest.fixture
def folder(made, tmp_path):
    """Return the folder of an unpacked dossier."""
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(tmp_path / "unpacked")
    return tmp_path / "unpacked" / f"{REF}_dossier"


def run(script, *arguments, lang="en_GB.UTF-8"):
    """Run the script as its reader does: with no library of ours, and nothing but the files."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-W", "error", str(script), *map(str, arguments)],
        capture_output=True, timeout=60, check=False, env={"LANG": lang},
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.stderr == b""
    return done.returncode, done.stdout.decode()


def check(folder, *arguments, **more):
    return run(folder / "verify_dossier.py", *arguments, **more)


def write_manifest_anew(folder):
    """Do what a forger does: let the manifest agree with what was changed."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    lines = [
        f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.relative_to(folder).as_posix()}\n"
        for one in files
    ]
    (folder / MANIFEST).write_text("".join(lines))


def rows(folder):
    return (folder / EVENTS).read_text(encoding="utf-8").splitlines()


def write_rows(folder, changed):
    (folder / EVENTS).write_text("".join(f"{row}\n" for row in changed), encoding="utf-8")
    write_manifest_anew(folder)


def test_a_dossier_as_it_was_made_is_sound(folder, made):
    code, out = check(folder)

    assert code == 0
    assert f"Files: {made.files - 1} checked" in out
    assert made.fingerprint in out
    assert "nothing is wrong" in out
    assert "Not compared" in out


def test_the_zip_is_checked_as_it_is(made):
    assert run(SCRIPT, made.path)[0] == 0


def test_it_speaks_the_language_of_the_system_or_the_one_asked_for(folder):
    assert "rien d’anormal" in check(folder, lang="fr_FR.UTF-8")[1]
    assert "nothing is wrong" in check(folder, "--lang", "en", lang="fr_FR.UTF-8")[1]


def named_in(words):
    return {key: set(re.findall(r"{(\w+)}", text)) for key, text in words.items()}


def test_both_languages_say_the_same_with_the_same_placeholders():
    words = runpy.run_path(str(SCRIPT), run_name="looked_at")["WORDS"]

    assert named_in(words["en"]) == named_in(words["fr"])


def test_the_fingerprint_of_the_dossier_is_that_of_the_last_event(folder, made):
    code, out = check(folder, "--fingerprint", made.fingerprint.upper())

    assert code == 0
    assert "that of the last event" in out


def test_an_earlier_fingerprint_is_found_too(folder):
    hash_ = json.loads(rows(folder)[2])["hash"]

    code, out = check(folder, "--fingerprint", f"{hash_[:8]} {hash_[8:16]}")

    assert code == 0
    assert "that of event 3" in out


def test_a_fingerprint_of_another_log_is_not_found(folder):
    code, out = check(folder, "--fingerprint", "0123456789abcdef")

    assert code == 1
    assert "cut off" in out


def test_what_is_no_fingerprint_is_said(folder):
    code, out = check(folder, "--fingerprint", "x")

    assert code == 1
    assert "16 to 64 signs" in out


@pytest.mark.parametrize(
    ("path", "word"),
    [("index.html", "index.html was changed"), ("messages/message_1_1.txt", "was changed"),
     ("index.pdf", "index.pdf was changed")],
)  # fmt: skip
def test_one_changed_byte_in_a_file_is_found(folder, path, word):
    content = bytearray((folder / path).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / path).write_bytes(content)

    code, out = check(folder)

    assert code == 1
    assert word in out
    assert "NOT as it was made" in out


def test_an_added_and_a_missing_file_are_found(folder):
    (folder / "messages" / "message_9_1.txt").write_text("new")
    (folder / "search-report.pdf").unlink()

    code, out = check(folder)

    assert code == 1
    assert "messages/message_9_1.txt was added" in out
    assert "search-report.pdf is missing" in out


@pytest.mark.parametrize("name", [MANIFEST, EVENTS])
def test_without_manifest_or_log_nothing_is_proved(folder, name):
    (folder / name).unlink()

    code, out = check(folder)

    assert code == 1
    assert f"{name} is missing" in out


@pytest.mark.parametrize("key", ["at", "actor", "kind", "ref", "payload"])
def test_a_changed_row_is_named_by_its_number_though_the_manifest_agrees(folder, key):
    changed = rows(folder)
    event = json.loads(changed[3])
    event[key] = {} if key == "payload" else "2020-01-01"
    changed[3] = json.dumps(event)
    write_rows(folder, changed)

    code, out = check(folder)

    assert code == 1
    assert "event 4: its content was changed" in out


def test_a_row_whose_hash_was_made_anew_no_longer_fits_the_next(folder):
    changed = rows(folder)
    event = json.loads(changed[3])
    event["actor"] = "somebody"
    rest = {key: event[key] for key in ("seq", "at", "actor", "kind", "ref", "payload")}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    event["hash"] = hashlib.sha256((event["prev_hash"] + text).encode()).hexdigest()
    changed[3] = json.dumps(event)
    write_rows(folder, changed)

    code, out = check(folder)

    assert code == 1
    assert "event 5: it does not follow" in out


def test_swapped_rows_are_named(folder):
    changed = rows(folder)
    changed[4], changed[5] = changed[5], changed[4]
    write_rows(folder, changed)

    code, out = check(folder)

    assert code == 1
    assert "line 5: event 6 stands where event 5 belongs" in out


def test_a_removed_row_is_named(folder):
    write_rows(folder, [row for n, row in enumerate(rows(folder), 1) if n != 4])

    code, out = check(folder)

    assert code == 1
    assert "line 4: event 5 stands" in out


def test_a_tail_cut_off_is_found_by_a_fingerprint_kept_elsewhere(folder, made):
    write_rows(folder, rows(folder)[:-2])

    assert check(folder)[0] == 0
    code, out = check(folder, "--fingerprint", made.fingerprint)
    assert code == 1
    assert "end of the log was cut off" in out


def test_a_tail_cut_off_without_care_is_found_by_the_manifest(folder):
    (folder / EVENTS).write_text("".join(f"{row}\n" for row in rows(folder)[:-2]))

    assert check(folder)[0] == 1


@pytest.mark.parametrize("row", ["", "{", "[]", '{"seq": 1}', "\x00"])
def test_a_row_that_is_no_event_is_named(folder, row):
    write_rows(folder, [*rows(folder)[:2], row, *rows(folder)[3:]])

    code, out = check(folder)

    assert code == 1
    assert f"{EVENTS}, line 3: not an event" in out


def test_an_empty_log_is_said(folder):
    write_rows(folder, [])

    assert check(folder)[0] == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive"])
def test_what_is_no_dossier_is_said(tmp_path, content):
    (tmp_path / "other.zip").write_bytes(content)

    code, out = run(SCRIPT, tmp_path / "other.zip")

    assert code == 1
    assert "is no dossier" in out
    assert run(SCRIPT, tmp_path / "missing")[0] == 1


def test_what_a_desktop_leaves_in_a_folder_is_no_change(folder):
    (folder / ".DS_Store").write_bytes(b"x")

    assert check(folder)[0] == 0


def test_it_asks_for_nothing_that_python_3_9_lacks():
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 9))
