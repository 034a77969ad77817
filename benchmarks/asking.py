"""Asks the queries of search_speed and takes the time of each answer."""

import csv
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Result
from benchmarks.queries import Query
from dsr_desktop.domain.person import fold, phone_tail

Answer = Callable[[Query], list[int]]
"""Finds the rows (from 1, the header is row 1) that answer a query, the best 50 of them."""
HITS = 50
_QUERIES = "queries.json"


class Keyed(NamedTuple):
    """A row of the list with its keys made ready: folded e-mail and name, end of the phone."""

    n: int
    cells: list[str]
    email: str
    tail: str
    name: str


def keyed_rows(path: str) -> Iterator[Keyed]:
    """Yield every row of the csv list but the header."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        for n, cells in enumerate(csv.reader(file), 1):
            if n > 1:
                name = fold(f"{cells[1]} {cells[2]}")
                yield Keyed(n, cells, fold(cells[3]), phone_tail(cells[4]) or "", name)


def key_of(query: Query) -> str:
    """Key that an e-mail or phone query is looked up by."""
    return fold(query.text) if query.criterion == "email" else phone_tail(query.text) or ""


def save_queries(folder: Path, queries: list[Query]) -> None:
    """Leave the queries in `folder` for the processes that are measured."""
    text = json.dumps([vars(query) for query in queries])
    Path(folder, _QUERIES).write_text(text, encoding="utf-8")


def ask(folder: str, answer: Answer, passes: int) -> Result:
    """Ask all queries `passes` times: seconds by pass and query, and the share that was found."""
    text = Path(folder, _QUERIES).read_text(encoding="utf-8")
    queries = [Query(**query) for query in json.loads(text)]
    by_pass = [_one_pass(queries, answer) for _ in range(passes)]
    found: dict[str, list[bool]] = {}
    for query in queries:
        found.setdefault(query.kind, []).append(query.row in answer(query))
    shares = {kind: sum(hits) / len(hits) for kind, hits in found.items()}
    return {"seconds": sum(by_pass[-1]), "by_pass": by_pass, "found": shares}


def _one_pass(queries: list[Query], answer: Answer) -> list[float]:
    seconds = []
    for query in queries:
        started = time.perf_counter()
        answer(query)
        seconds.append(time.perf_counter() - started)
    return seconds
