"""The peers of import_speed: what others take for less than an import, each in its own process."""

import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
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


def openpyxl_reads_and_writes(path: str, rows: int) -> Result:
    """Read a list with openpyxl and write it again, both in its fast modes."""
    started = time.perf_counter()
    source = openpyxl.load_workbook(path, read_only=True)
    _write(source.worksheets[0].iter_rows(values_only=True), rows)
    return {"seconds": time.perf_counter() - started}


def openpyxl_writes(path: str, rows: int) -> Result:
    """Write a list with openpyxl in its fast mode; to read it before does not count."""
    source = openpyxl.load_workbook(path, read_only=True)
    cells = [
        ["" if cell is None else str(cell) for cell in row]
        for row in source.worksheets[0].iter_rows(values_only=True)
    ]
    started = time.perf_counter()
    _write(cells, rows)
    return {"seconds": time.perf_counter() - started}


def _write(cells: Iterable[Sequence[object]], rows: int) -> None:
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    written = 0
    for row in cells:
        sheet.append(list(row))
        written += 1
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        workbook.save(Path(folder, "written.xlsx"))
    check(written - 1, rows)


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
