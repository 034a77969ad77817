"""Changes killed at random moments: all or nothing is kept, and what was not made can be made.

`python3 dev.py bench changes` does the same three hundred times.
"""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from benchmarks.changes_app import POINTS, Scene, planned
from benchmarks.changes_victim import CHANGES
from benchmarks.killing import Kill

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs SIGKILL")
ROUNDS = 8
ROWS = 60


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    return Scene(tmp_path_factory.mktemp("changes") / "scene", ROWS)


@pytest.mark.parametrize(
    "kill", list(planned(ROUNDS)), ids=lambda kill: f"{kill.target} {kill.point}"
)
def test_a_change_that_is_killed_leaves_all_or_nothing_and_is_repeated(scene, kill):
    played = scene.play(kill)

    assert played.wrong == []
    assert played.outcome.startswith(kill.target)


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_is_one_when_nobody_disturbs_it(scene, change):
    assert scene.undisturbed[change].after != scene.before
    assert scene.undisturbed[change].passed["commit"] >= 1


def test_what_is_not_as_undisturbed_is_noticed(scene, monkeypatch):
    other = replace(scene.undisturbed["clean"], files={})
    monkeypatch.setitem(scene.undisturbed, "clean", other)

    (wrong,) = scene.play(Kill("clean", "commit", 0.99)).wrong
    assert wrong.startswith("written were")


def test_the_kills_are_the_same_each_time_and_hit_every_change_at_every_point():
    kills = list(planned(300))

    assert kills == list(planned(300))
    assert {(kill.target, kill.point) for kill in kills} == {
        (change, point) for change in CHANGES for point in POINTS
    }
