"""`demo` runs the main job from end to end; here without its pictures, which need the window."""

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
    assert len(told["documents"]) == 4
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


def test_a_folder_with_something_else_in_it_is_left_alone(refused, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep")

    assert "mine" in refused("demo", tmp_path / "mine", more=[demo_command(draw)])


def test_a_file_is_no_folder(refused, tmp_path):
    (tmp_path / "letter.txt").write_text("keep")

    assert "letter.txt" in refused("demo", tmp_path / "letter.txt", more=[demo_command(draw)])


def test_pictures_alone_leave_nothing_else(dsr, tmp_path):
    result = dsr("shots", tmp_path / "shots", "--json", more=[shots_command(draw)])

    drawn = [tmp_path / "shots" / f"today-{language}.txt" for language in LANGUAGES]
    assert result.json == {"pictures": [str(path) for path in drawn]}
    assert sorted((tmp_path / "shots").iterdir()) == sorted(drawn)
