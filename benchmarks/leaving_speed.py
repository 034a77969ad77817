"""How long it takes to give a checked list back, and to export contacts, against openpyxl."""

import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.lists import csv_list, people, xlsx_list
from benchmarks.measure import (
    WORK,
    Goal,
    Run,
    Variant,
    compare,
    interleave,
    memory_of,
    ratio,
    run,
    seconds_of,
)

_CSV, _XLSX = "csv list checked and given back", "xlsx list checked and given back"
_BOTH_WAYS, _WRITES = "openpyxl reads and writes the list", "openpyxl writes (write-only)"
_EXPORT = "contacts exported"
_CSV_GOAL = Goal("csv list checked", "at most this many seconds", 3.0, 100_000)
_XLSX_GOAL = Goal("xlsx list checked", "at most this many times openpyxl", 1.5, 100_000)
_EXPORT_GOAL = Goal("contact export", "at most this many times openpyxl", 0.75, 100_000)
_MEMORY_GOAL = Goal("contact export", "at most this many MB", 150.0, 100_000)
_OPPOSED = 100


def measure_screening(rows: int, rounds: int) -> dict[str, object]:
    """Give a list of `rows` people back without some of them, as csv and as xlsx."""
    csv, xlsx, emails = str(csv_list(rows)), str(xlsx_list(rows)), _some_emails(rows)
    call = "benchmarks.leaving_app:give_list_back"
    runs = interleave(
        [
            Variant(_CSV, call, (csv, rows, emails)),
            Variant(_XLSX, call, (xlsx, rows, emails)),
            Variant(_BOTH_WAYS, "benchmarks.import_peers:openpyxl_reads_and_writes", (xlsx, rows)),
        ],
        rounds,
    )
    seconds = {name: seconds_of(several) for name, several in runs.items()}
    goals = [
        _CSV_GOAL.judge(median(seconds[_CSV]), rows),
        _XLSX_GOAL.judge(ratio(seconds[_XLSX], seconds[_BOTH_WAYS]), rows),
    ]
    return _told(runs, [(_XLSX, _BOTH_WAYS), (_CSV, _BOTH_WAYS)], goals)


def measure_export(rows: int, rounds: int) -> dict[str, object]:
    """Export the contacts of a register with one list of `rows` people as a workbook."""
    csv, xlsx = str(csv_list(rows)), str(xlsx_list(rows))
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        register = str(Path(folder, "register.dsr"))
        arguments = (register, csv, rows, _some_emails(rows))
        run(Variant("prepare", "benchmarks.leaving_app:prepare", arguments))
        runs = interleave(
            [
                Variant(_EXPORT, "benchmarks.leaving_app:export_to_workbook", (register, rows)),
                Variant(_WRITES, "benchmarks.import_peers:openpyxl_writes", (xlsx, rows)),
            ],
            rounds,
        )
    times = ratio(seconds_of(runs[_EXPORT]), seconds_of(runs[_WRITES]))
    goals = [_EXPORT_GOAL.judge(times, rows)]
    if (peak := memory_of(runs)[_EXPORT]) is not None:
        goals.append(_MEMORY_GOAL.judge(peak, rows))
    return _told(runs, [(_EXPORT, _WRITES)], goals)


def _some_emails(rows: int) -> list[str]:
    """Return the e-mails of people who stand far apart in the list."""
    step = max(1, rows // _OPPOSED)
    found = (one.email for one in islice(people(rows), 0, None, step))
    return list(dict.fromkeys(filter(None, found)))


def _told(
    runs: dict[str, list[Run]], pairs: Sequence[tuple[str, str]], goals: Sequence[object]
) -> dict[str, object]:
    return {
        "figures": [
            compare(ours, floor, seconds_of(runs[ours]), seconds_of(runs[floor]))
            for ours, floor in pairs
        ],
        "goals": list(goals),
        "peak_mb": memory_of(runs),
        "runs": {
            name: [round(one.seconds, 4) for one in several] for name, several in runs.items()
        },
    }
