"""Runs what is measured in processes of their own, round by round, and compares the medians."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.memory import peak_mb, read

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "bench"
_PROGRAM = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
_SHIPPED_PYTHON = ROOT.joinpath(".venv", *_PROGRAM)
APP_PYTHON = str(_SHIPPED_PYTHON) if _SHIPPED_PYTHON.exists() else sys.executable
"""The app's own environment, without the packages of the peers: some are loaded by being there."""
PEER_PYTHON = sys.executable
Result = dict[str, object]
"""What a measured function returns: "seconds", and whatever else is worth telling."""
_LOOK_SECONDS = 0.05


class MeasureError(Exception):
    """A measured process failed; the text is the end of what it said."""


@dataclass(frozen=True)
class Variant:
    """Something to measure: `call` is "module:function", or a module that is run by itself.

    The function gets `arguments` and returns a Result. A module gets them as words, prints a
    Result as JSON, with `done_at` (time.monotonic) in place of `seconds`; its time counts from
    before the process was started.
    """

    name: str
    call: str
    arguments: tuple[object, ...] = ()
    python: str = APP_PYTHON

    def command(self) -> list[str]:
        """Words that start it."""
        words = [self.python, "-m"]
        if ":" not in self.call:
            return [*words, self.call, *map(str, self.arguments)]
        return [*words, "benchmarks.child", self.call, json.dumps(self.arguments)]


@dataclass(frozen=True)
class Run:
    """One run: seconds, highest memory of all its processes (MB, None if unknown), the rest."""

    seconds: float
    peak_mb: float | None
    details: dict[str, Any]


def interleave(variants: Sequence[Variant], rounds: int) -> dict[str, list[Run]]:
    """Run all variants once a round, every other round backwards, so that noise hits all alike."""
    runs: dict[str, list[Run]] = {variant.name: [] for variant in variants}
    for number in range(rounds):
        for variant in variants if number % 2 == 0 else reversed(variants):
            tell(f"round {number + 1} of {rounds}: {variant.name}")
            runs[variant.name].append(run(variant))
    return runs


def run(variant: Variant) -> Run:
    """Run one variant in a new process; MeasureError if it fails."""
    started = time.monotonic()
    with subprocess.Popen(
        variant.command(), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8", errors="replace",
    ) as process:  # fmt: skip
        children = _ChildPeaks(process.pid)
        output, errors = process.communicate()
        below_mb = children.stop()
    if process.returncode:
        raise MeasureError(f"{variant.name}: {errors.strip()[-2_000:]}")
    details = json.loads(output.splitlines()[-1])
    own_mb = details.pop("peak_mb")
    seconds = details.pop("seconds") if "seconds" in details else details.pop("done_at") - started
    return Run(seconds, None if own_mb is None else own_mb + below_mb, details)


class _ChildPeaks(threading.Thread):
    """Looks at the processes that a measured one starts: they may be gone when it ends."""

    def __init__(self, parent: int) -> None:
        super().__init__(daemon=True)
        self._parent = parent
        self._highest = 0.0
        self._ended = threading.Event()
        self.start()

    def run(self) -> None:
        while not self._ended.wait(_LOOK_SECONDS):
            alive = descendants(self._parent)
            self._highest = max(self._highest, sum(peak_mb(one) or 0.0 for one in alive))

    def stop(self) -> float:
        """End looking; the highest sum, in MB, of the peaks of processes alive together."""
        self._ended.set()
        self.join()
        return self._highest


def descendants(process: int) -> list[int]:
    """Ids of the processes below `process`; none on systems without /proc."""
    found: list[int] = []
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        for child in read(str(listed)).split():
            found += [int(child), *descendants(int(child))]
    return found


def check(count: int, rows: int) -> None:
    """Refuse a figure for less work than was asked."""
    if count != rows:
        raise ValueError(f"{count} rows instead of {rows}")


def ratio(ours: Sequence[float], floor: Sequence[float]) -> float:
    """Median of `ours` as a multiple of the median of `floor`."""
    return median(ours) / median(floor)


def compare(
    title: str, floor_title: str, ours: Sequence[float], floor: Sequence[float]
) -> dict[str, object]:
    """Set the median seconds of `ours` against those of `floor`; the range is over the rounds."""
    by_round = [one / other for one, other in zip(ours, floor, strict=True)]
    return {
        "figure": title,
        "seconds": significant(median(ours)),
        "floor": floor_title,
        "floor_seconds": significant(median(floor)),
        "ratio": significant(ratio(ours, floor)),
        "ratio_range": [significant(min(by_round)), significant(max(by_round))],
    }


@dataclass(frozen=True)
class Goal:
    """A limit for a figure: `name` as in the design, `rows` the size of list that it is for.

    `digits` are the figures of the value that are shown.
    """

    name: str
    says: str
    limit: float
    rows: int | None = None
    at_least: bool = False
    digits: int = 3

    def judge(self, value: float | None, rows: int | None = None) -> dict[str, object]:
        """Compare with the limit; `met` is None for another size or without a value."""
        met = None
        if value is not None and self.rows in {None, rows}:
            met = value >= self.limit if self.at_least else value <= self.limit
        shown = None if value is None else significant(value, self.digits)
        return {
            "goal": self.name, "says": self.says, "for_rows": self.rows, "limit": self.limit,
            "value": shown, "met": met,
        }  # fmt: skip


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that `share` of all values do not exceed (nearest rank)."""
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


def significant(value: float, digits: int = 3) -> float:
    """Round to three figures: of a time, more is noise."""
    return float(f"{value:.{digits}g}")


def seconds_of(runs: Sequence[Run]) -> list[float]:
    """Seconds of each run."""
    return [one.seconds for one in runs]


def memory_of(runs: dict[str, list[Run]]) -> dict[str, float | None]:
    """Highest memory in MB by variant: the median of its runs."""
    return {name: _memory(several) for name, several in runs.items()}


def _memory(runs: Sequence[Run]) -> float | None:
    known = [one.peak_mb for one in runs if one.peak_mb is not None]
    return round(median(known)) if len(known) == len(runs) else None


def tell(text: str) -> None:
    """Say how far it is; standard output is for the figures."""
    print(text, file=sys.stderr, flush=True)
