"""How long it takes to find one person, against a bare index and a scan of all rows."""

import importlib.util
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

from benchmarks.asking import save_queries
from benchmarks.lists import csv_list
from benchmarks.measure import (
    PEER_PYTHON,
    WORK,
    Goal,
    Run,
    Variant,
    compare,
    interleave,
    memory_of,
    percentile,
    ratio,
    run,
    tell,
)
from benchmarks.queries import KINDS, Query, make_queries

_OURS = "search"
_LANE = "lookup of keys in the register"
_INDEX = "lookup in a bare, unencrypted index"
_SCAN = "DuckDB scan of ready-made keys"
_PASSES, _PASSES_OF_SCAN = 4, 2
_FIRST, _WARM = slice(0, 1), slice(1, None)
_EXACT, _NAMES = tuple(KINDS)[:2], tuple(KINDS)[2:]
_MILLION = 1_000_000


def measure_search(rows: int, rounds: int) -> dict[str, object]:
    """Search a list of `rows` people for 40 of them in each of five ways."""
    path = csv_list(rows)
    queries = make_queries(rows)
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        save_queries(Path(folder), queries)
        runs = interleave(_prepare(folder, str(path)), rounds)
        lane = run(Variant(_LANE, "benchmarks.search_app:look_up", (folder, _PASSES)))
    times = _Times(queries, runs)
    return {
        "figures": [
            *times.against(_OURS, _INDEX, "all queries", list(KINDS)),
            *(figure for kind in KINDS for figure in times.against(_OURS, _INDEX, kind, [kind])),
            *times.against(_SCAN, _OURS, "e-mail and phone", _EXACT),
            *times.against(_SCAN, _OURS, "names", _NAMES),
        ],
        "found_in_first_50": {name: several[0].details["found"] for name, several in runs.items()},
        "goals": _goals(times, runs, lane, rows),
        "peak_mb": memory_of(runs),
        "queries": len(queries),
    }


def _prepare(folder: str, path: str) -> list[Variant]:
    """Make the files that are searched; the variants that search them."""
    variants = [
        Variant(_OURS, "benchmarks.search_app:ask_all", (folder, _PASSES)),
        Variant(_INDEX, "benchmarks.search_floor:ask_all", (folder, _PASSES)),
    ]
    if importlib.util.find_spec("duckdb"):
        scan = "benchmarks.search_peer:ask_all"
        variants.append(Variant(_SCAN, scan, (folder, _PASSES_OF_SCAN), PEER_PYTHON))
    for variant in variants:
        tell(f"preparing: {variant.name}")
        call = variant.call.replace("ask_all", "prepare")
        run(Variant(variant.name, call, (folder, path), variant.python))
    return variants


class _Times:
    """Seconds of every query in every pass of every run."""

    def __init__(self, queries: Sequence[Query], runs: dict[str, list[Run]]) -> None:
        self._kinds = [query.kind for query in queries]
        self._runs = runs

    def by_round(
        self, variant: str, kinds: Collection[str], share: float, passes: slice = _WARM
    ) -> list[float]:
        """Percentile `share` of the queries of `kinds`, one figure a round; [] if not run."""
        return [
            percentile(
                [
                    seconds
                    for one_pass in run.details["by_pass"][passes]
                    for kind, seconds in zip(self._kinds, one_pass, strict=True)
                    if kind in kinds
                ],
                share,
            )
            for run in self._runs.get(variant, [])
        ]

    def against(
        self, one: str, other: str, what: str, kinds: Collection[str]
    ) -> list[dict[str, object]]:
        """Compare the median and the 95th percentile of two variants."""
        if one not in self._runs:
            return []
        return [
            compare(f"{one}: {what}, {name}", other, self.by_round(one, kinds, share),
                    self.by_round(other, kinds, share))
            for name, share in (("p50", 0.5), ("p95", 0.95))
        ]  # fmt: skip

    def ratio(self, one: str, other: str, kinds: Collection[str]) -> float | None:
        """Median of one as a multiple of the median of the other; None if one was not run."""
        if one not in self._runs:
            return None
        return ratio(self.by_round(one, kinds, 0.5), self.by_round(other, kinds, 0.5))


def _goals(
    times: _Times, runs: dict[str, list[Run]], lane: Run, rows: int
) -> list[dict[str, object]]:
    def milliseconds(kinds: Collection[str], share: float, passes: slice = _WARM) -> float:
        return 1000 * max(times.by_round(_OURS, kinds, share, passes))

    found = runs[_OURS][0].details["found"]
    judged = (
        (Goal("G8", "p95 of all queries in ms at most", 5.0, 100_000),
         milliseconds(list(KINDS), 0.95)),
        (Goal("G6", "p95 of e-mail and phone in the index in ms at most", 0.1, _MILLION),
         1000 * lane.details["lane_p95"]),
        (Goal("G6", "p95 of e-mail and phone with reasons in ms at most", 2.0, _MILLION),
         milliseconds(_EXACT, 0.95)),
        (Goal("G6", "slowest e-mail or phone of the first pass in ms at most", 10.0, _MILLION),
         milliseconds(_EXACT, 1.0, _FIRST)),
        (Goal("G6", "e-mail and phone at least so many times faster than the scan", 100.0,
              _MILLION, at_least=True), times.ratio(_SCAN, _OURS, _EXACT)),
        (Goal("G7", "p50 of names in ms at most", 5.0, _MILLION), milliseconds(_NAMES, 0.5)),
        (Goal("G7", "p95 of names in ms at most", 15.0, _MILLION), milliseconds(_NAMES, 0.95)),
        (Goal("G7", "slowest name in ms at most", 50.0, _MILLION), milliseconds(_NAMES, 1.0)),
        (Goal("G7", "names at least so many times faster than the scan", 25.0,
              _MILLION, at_least=True), times.ratio(_SCAN, _OURS, _NAMES)),
        (Goal("G10", "share of names with one typo found in the first 50, at least", 0.99,
              _MILLION, at_least=True), found["name, one typo"]),
    )  # fmt: skip
    return [goal.judge(value, rows) for goal, value in judged]
