"""Kills imports and changes hundreds of times: nothing may be lost, doubled or left behind."""

import shutil
from collections import Counter
from typing import Any

from benchmarks.measure import WORK, Goal, MeasureError, Variant, run, tell

USUAL_ROUNDS = 300
_MOST_ROWS = 4_000
_AT_ONCE = 25
_NO_FAILURE = Goal("all or nothing", "rounds that left anything but all or nothing", 0)


def measure_faults(rows: int, rounds: int) -> dict[str, object]:
    """Kill reader and app in turn, `rounds` times, while lists of at most 4,000 rows are imported."""
    return _measured("benchmarks.faults_app:kill_again_and_again", min(rows, _MOST_ROWS), rounds)


def measure_changes(rows: int, rounds: int) -> dict[str, object]:
    """Kill the app, `rounds` times, while it replaces, purges, backs up and cleans in turn."""
    return _measured("benchmarks.changes_app:kill_again_and_again", min(rows, _MOST_ROWS), rounds)


def _measured(call: str, rows: int, rounds: int) -> dict[str, object]:
    seconds, outcomes, failures = 0.0, Counter[str](), list[str]()
    for first in range(0, rounds, _AT_ONCE):
        tell(f"rounds {first + 1} to {min(first + _AT_ONCE, rounds)} of {rounds}")
        done = _some_rounds(call, rows, min(_AT_ONCE, rounds - first), first)
        seconds += done["seconds"]
        outcomes.update(done["outcomes"])
        failures += done["failures"]
        tell(f"so far: {dict(outcomes)}, failures: {len(failures)}")
    return {
        "seconds": round(seconds, 1), "outcomes": dict(outcomes), "failures": failures,
        "goals": [_NO_FAILURE.judge(len(failures))],
    }  # fmt: skip


def _some_rounds(call: str, rows: int, rounds: int, seed: int) -> dict[str, Any]:
    folder = WORK / "faults"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        done = run(Variant("faults", call, (str(folder), rows, rounds, seed)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if sum(done.details["outcomes"].values()) != rounds:
        raise MeasureError(f"fewer than {rounds} rounds were played")
    return {"seconds": done.seconds, **done.details}
