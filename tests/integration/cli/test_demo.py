"""`demo` runs the main job from end to end; here without its pictures, which need the window."""

import os
import signal
import subprocess
import sys

import pytest

from dsr_desktop.cli.demo_command import demo_command
from dsr_desktop.cli.shots_command import shots_command
from dsr_desktop.wording.language import LANGUAGES

KEYS = {
    "folder", "register", "passphrase", "import", "requests", "documents", "rescan_before",
    "rescan_after", "sound", "pictures",
}  # fmt: skip


def draw(register, passphrase, folder, language):
    """Write down in place of a picture what there was to draw."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / f"today-{language}.txt"
    picture.write_text(f"{register.name}: {bool(passphrase)}")
    return [picture]


@pytest.fixture
def demo(dsr, tmp_path):
    def demo_(*arguments, folder=tmp_path / "demo"):
        return dsr("demo", folder, *arguments, more=[demo_command(draw)], passphrase=None)

    return demo_


def test_the_whole_job_is_told_and_may_be_repeated_in_french(demo, dsr, tmp_path):
    result = demo("--json")

    told = result.json
    assert (result.code, result.err) == (0, "")
    assert set(told) == KEYS
    assert told["sound"] is True
    assert told["folder"] == str(tmp_path / "demo")
    assert told["import"]["totals"]["unreadable"] == 1
    assert len(told["requests"]) == 3
    assert len(told["documents"]) == 6
    assert told["pictures"] == [str(tmp_path / "demo" / "pictures" / "today-en.txt")]
    before, after = (
        [source["status"] for source in told[name]["sources"]]
        for name in ("rescan_before", "rescan_after")
    )
    assert set(before) == {"still_there"}
    assert "clean" in after

    there = ("--register", told["register"])
    listed = dsr("request", "list", *there, "--json", passphrase=told["passphrase"]).json
    assert sorted(one["ref"] for one in listed["requests"]) == told["requests"]

    again = demo("--lang", "fr")
    assert (again.code, again.err) == (0, "")
    assert str(tmp_path / "demo" / "register.dsr") in again.out
    assert "salon-lyon-2024.xlsx n’a pas été" in again.out


def test_what_somebody_put_into_the_demonstration_stays_when_it_is_repeated(demo, tmp_path):
    folder = tmp_path / "demo"
    demo()
    own = [folder / "mine.txt", folder / "documents" / "letter.txt", folder / "own" / "list.csv"]
    for path in own:
        path.parent.mkdir(exist_ok=True)
        path.write_text("keep")
    first = sorted(folder.rglob("*"))

    again = demo()

    assert (again.code, again.err) == (0, "")
    assert [path.read_text() for path in own] == ["keep"] * 3
    assert sorted(folder.rglob("*")) == first


def test_nothing_outside_its_folder_is_taken_away(demo, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("keep")
    demo()
    with (tmp_path / "demo" / ".dsr-demo").open("a") as marker:
        marker.write(f"../outside.txt\n{outside}\n")

    assert demo().code == 0
    assert outside.read_text() == "keep"


KILLED_AFTER = """
import os, signal, sys
from datetime import date
from pathlib import Path
from dsr_desktop.services import demonstrating
from dsr_desktop.wording.language import speak

wanted = int(sys.argv[2])

def progress(done, total, what):
    if done == wanted:
        os.kill(os.getpid(), signal.SIGKILL)

demonstrating.demonstrate(
    Path(sys.argv[1]), date(2026, 11, 16), speak("en"), progress=progress, cost=2**4
)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
@pytest.mark.parametrize("steps", [0, 1, 3])
def test_a_demonstration_that_was_killed_is_replaced(demo, tmp_path, steps):
    folder = tmp_path / "demo"
    command = [sys.executable, "-c", KILLED_AFTER, str(folder), str(steps)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert ("register.dsr" in left) == (steps > 0)
    own = folder / "lists" / "mine.csv"
    own.parent.mkdir(exist_ok=True)
    own.write_text("keep")

    again = demo("--json")

    assert (again.code, again.err) == (0, "")
    assert again.json["sound"] is True
    assert own.read_text() == "keep"
    documents = {path.name for path in (folder / "documents").iterdir()}
    assert len(documents) == 6


def test_what_a_killed_demonstration_left_half_written_goes_too(demo, tmp_path):
    folder = tmp_path / "demo"
    half = [
        ".dsr-demo", "register.dsr", "register.dsr.keys", "register.dsr-wal",
        "register.dsr.keys.part", "lists/crm.csv", "lists/.newsletter.xlsx.part",
        "documents/.DSR-2026-0002_checklist.pdf.part", "documents/DSR-2026-0002_checklist.pdf",
        "pictures/today-light-fr.png",
    ]  # fmt: skip
    for name in half:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")

    result = demo("--json")

    assert (result.code, result.err) == (0, "")
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert left & set(half) == {".dsr-demo", "register.dsr", "register.dsr.keys", "lists/crm.csv",
                                "documents/DSR-2026-0002_checklist.pdf"}  # fmt: skip


def test_a_demonstration_killed_while_its_first_note_was_written_may_begin_again(demo, tmp_path):
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "..dsr-demo.part").write_text("")

    assert demo().code == 0


def test_a_folder_with_something_else_in_it_is_left_alone(refused, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "register.dsr").write_text("keep")

    told = refused("demo", tmp_path / "mine", more=[demo_command(draw)])

    assert "The folder mine holds something that no demonstration made. Move or delete it" in told
    assert (tmp_path / "mine" / "register.dsr").read_text() == "keep"
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["register.dsr"]


def test_a_file_is_no_folder(refused, tmp_path):
    (tmp_path / "letter.txt").write_text("keep")

    assert "letter.txt" in refused("demo", tmp_path / "letter.txt", more=[demo_command(draw)])


def test_pictures_alone_leave_nothing_else(dsr, tmp_path):
    result = dsr("shots", tmp_path / "shots", "--json", more=[shots_command(draw)])

    drawn = [tmp_path / "shots" / f"today-{language}.txt" for language in LANGUAGES]
    assert result.json == {"pictures": [str(path) for path in drawn]}
    assert sorted((tmp_path / "shots").iterdir()) == sorted(drawn)
