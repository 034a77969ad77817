"""The peers of import_speed: what others take for less than an import, each in its own process."""

import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import openpyxl

from benchmarks.measure import WORK, Result, check


def openpyxl_reads(path: str, rows: int) -> Result:
    """Read all cells with openpyxl in its fast mode, and store nothing."""
    started = time.perf_counter()
    workbook = openpyxl.load_workbook(path, read_only=True)
    count = sum(1 for _ in workbook.worksheets[0].iter_rows(values_only=True))
    seconds = time.perf_counter() - started
    check(count - 1, rows)
    return {"seconds": seconds}


def sqlite_utils_inserts(path: str, rows: int) -> Result:
    """Import and index with the sqlite-utils commands, as a technical user would."""
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        database = str(Path(folder, "peer.db"))
        started = time.perf_counter()
        _sqlite_utils("insert", database, "people", path, "--csv", "--silent")
        with closing(sqlite3.connect(database)) as connection:
            columns = [column[1] for column in connection.execute("PRAGMA table_info(people)")]
        _sqlite_utils("enable-fts", database, "people", *columns)
        seconds = time.perf_counter() - started
        with closing(sqlite3.connect(database)) as connection:
            check(connection.execute("SELECT count(*) FROM people").fetchone()[0], rows)
    return {"seconds": seconds}


def _sqlite_utils(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "sqlite_utils", *words], check=True, capture_output=True)
