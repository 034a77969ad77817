"""How rightly people are found: the FEBRL data sets, beside Splink, and names with typos."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.asking import save_queries
from benchmarks.febrl import FEBRL4, SETS_ASKED, path_of
from benchmarks.lists import csv_list
from benchmarks.measure import PEER_PYTHON, WORK, Goal, Result, Run, Variant, run, significant, tell
from benchmarks.misspelt import KINDS, QUERIES_OF_A_KIND, make_misspelt

_APP, _PEER = "app", "splink"
_MILLION = 1_000_000
_DIGITS = 5
_BEST = {
    (FEBRL4, "no SSN"): ("G11", 1.0),
    (FEBRL4, "no SSN, no birth date"): ("G11", 0.9996),
    (FEBRL4, "name, postcode, suburb"): ("G11", 0.994),
    (FEBRL4, "name, birth date"): ("G11", 0.982),
    (FEBRL4, "name only"): ("G11", 0.84),
    ("FEBRL3", "all"): ("G12", 1.0),
    ("FEBRL3", "no SSN"): ("G12", 0.9994),
    ("FEBRL3", "no SSN, no birth date"): ("G12", 0.997),
}
"""Goal and least F1 at the best threshold, by data set and fields asked."""
_FOUND = dict(zip(KINDS, (0.99, 0.97, 0.97, 0.95), strict=True))


def measure_accuracy(rows: int, rounds: int) -> dict[str, object]:
    """Ask for every record of the data sets, and for misspelt names in a list of `rows` people.

    It is done once, however many `rounds` are asked for: the figures are the same every time.
    """
    del rounds
    if not path_of(FEBRL4, "queries").exists():
        run(Variant("export", "benchmarks.febrl_export:export", python=PEER_PYTHON))
    figures = [figure for name in SETS_ASKED for figure in _of_data_set(name)]
    misspelt = _misspelt(rows)
    return {
        "figures": figures,
        "found_in_first_50": misspelt,
        "goals": [*_judged(figures), *_judged_finds(misspelt["found"], rows)],
        "queries_of_a_kind": QUERIES_OF_A_KIND,
        "rounds": 1,
        "interleaved": False,
    }


def _of_data_set(name: str) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        run(Variant("import", "benchmarks.accuracy_app:prepare", (folder, name)))
        for fields in SETS_ASKED[name]:
            tell(f"{name}, {fields}")
            ask = Variant(_APP, "benchmarks.accuracy_app:ask", (folder, name, fields))
            link = Variant(_PEER, "benchmarks.accuracy_peer:link", (name, fields), PEER_PYTHON)
            done = {one.name: _told(run(one)) for one in (ask, link)}
            yield {"data": name, "fields": fields, **done}


def _told(done: Run) -> Result:
    return {"seconds": significant(done.seconds), "peak_mb": done.peak_mb, **done.details}


def _misspelt(rows: int) -> dict[str, Any]:
    """Share of each kind that is found among the first 50 hits; the times of the first pass."""
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        save_queries(Path(folder), make_misspelt(rows))
        tell(f"misspelt names in {rows} rows")
        run(Variant("import", "benchmarks.search_app:prepare", (folder, str(csv_list(rows)))))
        done = run(Variant(_APP, "benchmarks.search_app:ask_all", (folder, 1)))
    return {"rows": rows, "found": done.details["found"], "seconds": done.seconds}


def _judged(figures: list[dict[str, Any]]) -> Iterator[dict[str, object]]:
    for figure in figures:
        goal = _BEST.get((figure["data"], figure["fields"]))
        if goal is None:
            continue
        name, limit = goal
        what = f"{figure['data']}, {figure['fields']}: F1 at the best threshold at least"
        ours, peers = (figure[one]["best_threshold"]["f1"] for one in (_APP, _PEER))
        yield Goal(name, what, limit, at_least=True, digits=_DIGITS).judge(ours)
        beside = f"{figure['data']}, {figure['fields']}: F1 at least that of Splink"
        yield Goal(name, beside, peers, at_least=True, digits=_DIGITS).judge(ours)


def _judged_finds(found: dict[str, float], rows: int) -> Iterator[dict[str, object]]:
    for kind, limit in _FOUND.items():
        what = f"share of names with {kind} found in the first 50, at least"
        yield Goal("G10", what, limit, _MILLION, at_least=True).judge(found[kind], rows)
