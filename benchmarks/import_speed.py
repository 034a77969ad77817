"""How long an import takes until every row can be searched, against storing raw rows."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.lists import csv_folder, csv_list, xlsx_list
from benchmarks.measure import (
    Goal,
    Run,
    Variant,
    compare,
    interleave,
    memory_of,
    ratio,
    seconds_of,
    significant,
)

_OURS, _READER = "import", "reader process alone"
_XLSX_FLOOR = "calamine + executemany into plain SQLite"
_CSV_FLOOR = "csv module + executemany into plain SQLite"
_INDEXED_FLOOR = f"{_CSV_FLOOR} + FTS5"
_OPENPYXL, _SQLITE_UTILS = "openpyxl only reads", "sqlite-utils insert + enable-fts"
_MANY_FLOOR = "csv module, file by file + executemany into plain SQLite"
_ROWS_EACH = 50
_PEER_ROWS, _MILLION = 100_000, 1_000_000

_XLSX_GOALS = (
    Goal("first step", "import at most this many times the floor", 4.0, 100_000),
    Goal("G1", "import at most this many times the floor", 2.2, 100_000),
)
_G3 = Goal("G3", "import at least so many times faster than openpyxl only reads", 3.0,
           _PEER_ROWS, at_least=True)  # fmt: skip
_G4_TIME = Goal("G4", "import at most this many times the floor with FTS5", 1.6, _MILLION)
_G4_MEMORY = Goal("G4", "peak memory of the import in MB at most", 350, _MILLION)
_G5 = Goal("G5", "import at least so many times faster than sqlite-utils", 3.0,
           _PEER_ROWS, at_least=True)  # fmt: skip

_LISTED, _ENTRIES = "import with 1,000 entries on the suppression list", 1_000
_SUPPRESSION = Goal("suppression", "import at most this many times the one with an empty list",
                    1.1, 100_000)  # fmt: skip
_MANY = Goal("many files", "import at most this many times the floor", 30.0, 100_000)


def measure_xlsx(rows: int, rounds: int) -> dict[str, object]:
    """Import an xlsx list of `rows` people."""
    path = xlsx_list(rows)
    variants = [
        *_ours(path, rows),
        _variant(_XLSX_FLOOR, "floors:xlsx_floor", path, rows),
        *_peer(_OPENPYXL, "peers:openpyxl_reads", path, rows),
    ]
    runs = interleave(variants, rounds)
    figures = _against(runs, [_XLSX_FLOOR])
    goals = [goal.judge(_ratio(runs, _OURS, _XLSX_FLOOR), rows) for goal in _XLSX_GOALS]
    goals.append(_G3.judge(_ratio(runs, _OPENPYXL, _OURS), rows))
    return _report(runs, figures, goals)


def measure_csv(rows: int, rounds: int) -> dict[str, object]:
    """Import a csv list of `rows` people."""
    path = csv_list(rows)
    variants = [
        *_ours(path, rows),
        _variant(_CSV_FLOOR, "floors:csv_floor", path, rows),
        _variant(_INDEXED_FLOOR, "floors:csv_floor_with_index", path, rows),
        *_peer(_SQLITE_UTILS, "peers:sqlite_utils_inserts", path, rows),
    ]
    runs = interleave(variants, rounds)
    figures = _against(runs, [_CSV_FLOOR, _INDEXED_FLOOR])
    goals = [
        _G4_TIME.judge(_ratio(runs, _OURS, _INDEXED_FLOOR), rows),
        _G4_MEMORY.judge(memory_of(runs)[_OURS], rows),
        _G5.judge(_ratio(runs, _SQLITE_UTILS, _OURS), rows),
    ]
    return _report(runs, figures, goals)


def measure_many_files(rows: int, rounds: int) -> dict[str, object]:
    """Import a folder of small csv files, 50 people in each: what a file costs beside its rows."""
    path = csv_folder(rows, _ROWS_EACH)
    variants = [
        _variant(_OURS, "app:import_into_register", path, rows),
        _variant(_MANY_FLOOR, "floors:many_files_floor", path, rows),
    ]
    runs = interleave(variants, rounds)
    seconds = {name: seconds_of(several) for name, several in runs.items()}
    figures = [compare(_OURS, _MANY_FLOOR, seconds[_OURS], seconds[_MANY_FLOOR])]
    return _report(runs, figures, [_MANY.judge(_ratio(runs, _OURS, _MANY_FLOOR), rows)])


def measure_suppression(rows: int, rounds: int) -> dict[str, object]:
    """Import a csv list with nobody on the suppression list, and with a thousand."""
    path = str(csv_list(rows))
    call = "benchmarks.import_app:import_with_suppression"
    variants = [
        Variant(_OURS, call, (path, rows, 0)),
        Variant(_LISTED, call, (path, rows, _ENTRIES)),
    ]
    runs = interleave(variants, rounds)
    seconds = {name: seconds_of(several) for name, several in runs.items()}
    figures = [compare(_LISTED, _OURS, seconds[_LISTED], seconds[_OURS])]
    return _report(runs, figures, [_SUPPRESSION.judge(_ratio(runs, _LISTED, _OURS), rows)])


def _ours(path: Path, rows: int) -> list[Variant]:
    return [
        _variant(_OURS, "app:import_into_register", path, rows),
        _variant(_READER, "app:read_without_storing", path, rows),
    ]


def _peer(name: str, function: str, path: Path, rows: int) -> list[Variant]:
    """A peer takes long; it is run only with the size of list that its goal is for."""
    return [_variant(name, function, path, rows)] if rows == _PEER_ROWS else []


def _variant(name: str, function: str, path: Path, rows: int) -> Variant:
    return Variant(name, f"benchmarks.import_{function}", (str(path), rows))


def _against(runs: dict[str, list[Run]], floors: Sequence[str]) -> list[dict[str, object]]:
    seconds = {name: seconds_of(several) for name, several in runs.items()}
    pairs = [(_OURS, floor) for floor in floors] + [(_READER, floors[0])]
    peers = [(name, _OURS) for name in (_OPENPYXL, _SQLITE_UTILS) if name in runs]
    return [compare(one, other, seconds[one], seconds[other]) for one, other in pairs + peers]


def _ratio(runs: dict[str, list[Run]], one: str, other: str) -> float | None:
    if one not in runs:
        return None
    return ratio(seconds_of(runs[one]), seconds_of(runs[other]))


def _report(
    runs: dict[str, list[Run]], figures: list[dict[str, object]], goals: list[dict[str, object]]
) -> dict[str, object]:
    return {
        "figures": figures,
        "goals": goals,
        "peak_mb": memory_of(runs),
        "cpu_seconds": {name: _median(several, "cpu_seconds") for name, several in runs.items()},
        "own_cpu_seconds": {
            name: _median(several, "own_cpu_seconds") for name, several in runs.items()
        },
        "runs": {
            name: [round(one.seconds, 4) for one in several] for name, several in runs.items()
        },
    }


def _median(runs: Sequence[Run], name: str) -> float:
    """Median time that the processes of a run kept processors busy: steadier than `seconds`."""
    return significant(median(run.details[name] for run in runs))
