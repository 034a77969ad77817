"""Runs the measurements chosen and prints one JSON document: python3 dev.py bench [NAMES]."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks import machine
from benchmarks.accuracy import measure_accuracy
from benchmarks.cleaning_speed import measure_cleaning
from benchmarks.faults import USUAL_ROUNDS, measure_changes, measure_faults
from benchmarks.import_speed import (
    measure_csv,
    measure_many_files,
    measure_suppression,
    measure_xlsx,
)
from benchmarks.leaving_speed import measure_export, measure_screening
from benchmarks.measure import WORK, MeasureError, tell
from benchmarks.purge import measure_purge
from benchmarks.requests_speed import measure_requests
from benchmarks.search_speed import measure_search
from benchmarks.window_start import measure_window

BENCHMARKS: dict[str, Callable[[int, int], dict[str, Any]]] = {
    "xlsx": measure_xlsx,
    "csv": measure_csv,
    "many": measure_many_files,
    "suppression": measure_suppression,
    "search": measure_search,
    "window": measure_window,
    "requests": measure_requests,
    "clean": measure_cleaning,
    "screen": measure_screening,
    "contacts": measure_export,
    "accuracy": measure_accuracy,
    "faults": measure_faults,
    "purge": measure_purge,
    "changes": measure_changes,
}
_ONLY_WHEN_NAMED = frozenset({"accuracy", "faults", "purge", "changes"})
"""Not run with the others: they take long, give no speed, or want a large register (--rows)."""
_ROUNDS = {"accuracy": 1, "faults": USUAL_ROUNDS, "changes": USUAL_ROUNDS}
_FEW_ROUNDS = 3


def main(words: Sequence[str]) -> int:
    """Measure; 1 if something could not be measured. A goal that is not met is no failure."""
    options = _parser().parse_args(words)
    WORK.mkdir(parents=True, exist_ok=True)
    document = {"machine": machine.facts(), "load_before": machine.load(), "rows": options.rows}
    names = options.names or [name for name in BENCHMARKS if name not in _ONLY_WHEN_NAMED]
    results = {name: _measure(name, options) for name in names}
    document |= {"load_after": machine.load(), "benchmarks": results}
    print(json.dumps(document, indent=1))
    return 1 if any("error" in result for result in results.values()) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("dev.py bench", description=__doc__)
    names = ", ".join(BENCHMARKS)
    parser.add_argument("names", nargs="*", metavar="NAME", type=_known, help=names)
    parser.add_argument("--rows", type=_positive, default=100_000, help="rows of the lists")
    parser.add_argument(
        "--rounds", type=_positive, help="times each is run (3; accuracy: 1, faults, changes: 300)"
    )
    return parser


def _known(name: str) -> str:
    if name not in BENCHMARKS:
        raise argparse.ArgumentTypeError(f"there is no {name}, but {', '.join(BENCHMARKS)}")
    return name


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1")
    return int(text)


def _measure(name: str, options: argparse.Namespace) -> dict[str, Any]:
    tell(f"== {name}")
    rounds = options.rounds or _ROUNDS.get(name, _FEW_ROUNDS)
    try:
        result = BENCHMARKS[name](options.rows, rounds)
    except MeasureError as error:
        tell(f"not measured: {error}")
        return {"error": str(error)}
    judged = [goal["met"] for goal in result["goals"]]
    met = None if set(judged) == {None} else False not in judged
    return {"rounds": rounds, "interleaved": True, "met": met, **result}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
