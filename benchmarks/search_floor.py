"""The floor of search_speed: lookups in a bare index of an unencrypted SQLite file."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from benchmarks.asking import HITS, ask, key_of, keyed_rows
from benchmarks.measure import Result
from benchmarks.queries import Query
from dsr_desktop.domain.person import words

_INDEX = "index.db"
_BY_KEY = f"SELECT n FROM key WHERE key = ? LIMIT {HITS}"
_BY_NAME = f"SELECT rowid FROM name WHERE name MATCH ? LIMIT {HITS}"


def prepare(folder: str, path: str) -> Result:
    """Store the list as it is, with an index of ready-made keys and one of the words in names."""
    started = time.perf_counter()
    with closing(sqlite3.connect(Path(folder, _INDEX))) as connection:
        connection.execute("CREATE TABLE person (n INTEGER PRIMARY KEY, cells TEXT)")
        connection.execute("CREATE TABLE key (key TEXT, n INTEGER)")
        connection.execute("CREATE VIRTUAL TABLE name USING fts5(text, content='', detail=none)")
        for row in keyed_rows(path):
            cells = "\x1f".join(row.cells)
            connection.execute("INSERT INTO person VALUES (?, ?)", (row.n, cells))
            keys = [(row.email, row.n), (row.tail, row.n)]
            connection.executemany("INSERT INTO key VALUES (?, ?)", keys)
            connection.execute("INSERT INTO name(rowid, text) VALUES (?, ?)", (row.n, row.name))
        connection.execute("CREATE INDEX key_index ON key(key, n)")
        connection.commit()
    return {"seconds": time.perf_counter() - started}


def ask_all(folder: str, passes: int) -> Result:
    """Look up the key, or all words of the name, and fetch the rows: no ranking, no typos."""
    with closing(sqlite3.connect(Path(folder, _INDEX))) as connection:

        def answer(query: Query) -> list[int]:
            if query.criterion == "name":
                wanted, lookup = " AND ".join(f'"{word}"' for word in words(query.text)), _BY_NAME
            else:
                wanted, lookup = key_of(query), _BY_KEY
            rows = f"SELECT n, cells FROM person WHERE n IN ({lookup})"
            return [n for n, _cells in connection.execute(rows, (wanted,)).fetchall()]

        return ask(folder, answer, passes)
