"""The peer of search_speed: DuckDB scanning columns that hold the keys ready-made."""

import csv
import time
from pathlib import Path

import duckdb

from benchmarks.asking import HITS, ask, key_of, keyed_rows
from benchmarks.measure import Result
from benchmarks.queries import Query
from dsr_desktop.domain.person import words

_COLUMNS = "columns.duckdb"
_BY_NAME = (
    "SELECT n FROM person WHERE jaro_winkler_similarity(name, $1) >= 0.9 "
    f"ORDER BY jaro_winkler_similarity(name, $1) DESC, n LIMIT {HITS}"
)


def prepare(folder: str, path: str) -> Result:
    """Load row number, e-mail, end of the phone and sorted name of every row."""
    started = time.perf_counter()
    keyed = Path(folder, "keyed.csv")
    with keyed.open("w", encoding="utf-8", newline="") as file:
        rows = ((row.n, row.email, row.tail, _sorted(row.name)) for row in keyed_rows(path))
        csv.writer(file).writerows([("n", "email", "phone", "name"), *rows])
    with duckdb.connect(str(Path(folder, _COLUMNS))) as connection:
        connection.execute(
            "CREATE TABLE person AS SELECT n::INTEGER AS n, email, phone, name "
            "FROM read_csv($1, all_varchar=true)",
            [str(keyed)],
        )
    keyed.unlink()
    return {"seconds": time.perf_counter() - started}


def ask_all(folder: str, passes: int) -> Result:
    """Compare every row: keys by equality, names by Jaro-Winkler similarity, best first."""
    with duckdb.connect(str(Path(folder, _COLUMNS)), read_only=True) as connection:

        def answer(query: Query) -> list[int]:
            if query.criterion == "name":
                rows = connection.execute(_BY_NAME, [_sorted(query.text)])
            else:
                by_key = f"SELECT n FROM person WHERE {query.criterion} = $1 LIMIT {HITS}"
                rows = connection.execute(by_key, [key_of(query)])
            return [n for (n,) in rows.fetchall()]

        return ask(folder, answer, passes)


def _sorted(name: str) -> str:
    return " ".join(sorted(words(name)))
