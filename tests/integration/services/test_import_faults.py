"""Imports killed at random moments: all or nothing is kept, no trace stays, the next one succeeds.

`python3 dev.py bench faults` does the same three hundred times.
"""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from benchmarks.faults_app import POINTS, Scene, planned
from benchmarks.killing import Kill

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="needs SIGKILL, and /proc to find stray processes"
)
ROUNDS = 20
ROWS = 300
OUTCOMES = {
    "app": {"died before the commit", "died after the commit"},
    "reader": {"reader killed, file named", "reader killed, nothing lost"},
}
SURE_OUTCOMES = {"commit": "died before the commit", "committed": "died after the commit"}


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    return Scene(tmp_path_factory.mktemp("faults") / "scene", ROWS)


def test_the_undisturbed_import_passes_every_point_where_others_are_killed(scene):
    passed = scene.undisturbed.passed

    assert set(passed) == set(POINTS) - {"time", "committing"}
    assert passed["commit"] == passed["committed"] == 1
    assert {status for status, _reason in scene.undisturbed.files.values()} == {
        "imported", "unreadable",
    }  # fmt: skip


@pytest.mark.parametrize(
    "kill", list(planned(ROUNDS)), ids=lambda kill: f"{kill.target} {kill.point}"
)
def test_an_import_that_is_killed_leaves_all_or_nothing_and_is_repeated(scene, kill):
    played = scene.play(kill)

    assert played.wrong == []
    assert played.outcome in OUTCOMES[kill.target]
    assert played.outcome == SURE_OUTCOMES.get(kill.point, played.outcome)


@pytest.mark.parametrize(
    ("changed", "noticed"),
    [
        ({"rows": "other rows"}, "other rows than undisturbed"),
        ({"before": "other contents"}, "the register is neither as before nor as after"),
    ],
)
def test_what_is_not_as_in_the_undisturbed_import_is_noticed(scene, monkeypatch, changed, noticed):
    monkeypatch.setattr(scene, "undisturbed", replace(scene.undisturbed, **changed))

    assert noticed in scene.play(Kill("app", "commit", 0)).wrong


def test_the_kills_are_the_same_each_time_and_half_of_them_hit_the_reader():
    kills = list(planned(300))

    assert kills == list(planned(300))
    assert {kill.point for kill in kills if kill.target == "app"} == set(POINTS)
    assert sum(kill.target == "reader" for kill in kills) == 150
