"""The floors of import_speed: reading and storing raw rows, and nothing else.

Each function runs in a process of its own and returns the seconds; loading modules does not count.
"""

import csv
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path

import python_calamine

from benchmarks.measure import WORK, Result, check

_COLUMNS = "abcdefghijkl"
_CREATE = f"CREATE TABLE people ({', '.join(f'{name} TEXT' for name in _COLUMNS)})"
_INSERT = f"INSERT INTO people VALUES ({', '.join('?' * len(_COLUMNS))})"
_ALL_CELLS = " || ' ' || ".join(_COLUMNS)
_INDEX = (
    "CREATE VIRTUAL TABLE token USING fts5(text, content='', detail=none, "
    "tokenize='unicode61 remove_diacritics 2')",
    f"INSERT INTO token(rowid, text) SELECT rowid, {_ALL_CELLS} FROM people",
)


def xlsx_floor(path: str, rows: int) -> Result:
    """Read with calamine, turn every cell to text, store in one transaction."""
    started = time.perf_counter()
    sheet = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    return _store(map(_texts, sheet.iter_rows()), rows, started)


def _texts(values: Sequence[object]) -> list[str]:
    return [value if value.__class__ is str else str(value) for value in values]


def csv_floor(path: str, rows: int) -> Result:
    """Read with the csv module, store in one transaction."""
    started = time.perf_counter()
    return _store(_csv_rows(path), rows, started)


def many_files_floor(path: str, rows: int) -> Result:
    """Read each file of a folder with the csv module, store all in one transaction."""
    started = time.perf_counter()
    files = sorted(Path(path).iterdir())
    cells = (row for file in files for row in islice(_csv_rows(str(file)), 1, None))
    return _store(chain([_COLUMNS], cells), rows, started)


def csv_floor_with_index(path: str, rows: int) -> Result:
    """Read with the csv module, store, and index every word of every row, in one transaction."""
    started = time.perf_counter()
    return _store(_csv_rows(path), rows, started, _INDEX)


def _csv_rows(path: str) -> Iterator[list[str]]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def _store(
    cells: Iterable[Sequence[str]], rows: int, started: float, then: Sequence[str] = ()
) -> Result:
    with (
        tempfile.TemporaryDirectory(dir=WORK) as folder,
        closing(sqlite3.connect(Path(folder, "plain.db"))) as connection,
    ):
        connection.execute(_CREATE)
        connection.executemany(_INSERT, cells)
        for statement in then:
            connection.execute(statement)
        connection.commit()
        seconds = time.perf_counter() - started
        count = connection.execute("SELECT count(*) FROM people").fetchone()[0]
    check(count - 1, rows)  # the header was stored like any row
    return {"seconds": seconds}
