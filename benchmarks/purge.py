"""Measures how long it takes to erase one person from a large register, stage by stage."""

import shutil
from typing import Any

from benchmarks.lists import csv_list
from benchmarks.measure import WORK, Variant, run


def measure_purge(rows: int, rounds: int) -> dict[str, Any]:
    """Erase a person from a register of `rows` rows; beside it, what a copy of the register takes."""
    folder = WORK / "purge"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        call = "benchmarks.purge_app:erase_one"
        done = run(Variant("erase", call, (str(folder), str(csv_list(rows)), rounds)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return {"seconds": done.seconds, "peak_mb": done.peak_mb, **done.details}
