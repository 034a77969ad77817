"""How long a cleaned copy of a workbook takes, proof included, against openpyxl only reading it."""

from benchmarks.lists import xlsx_list
from benchmarks.measure import (
    Goal,
    Variant,
    compare,
    interleave,
    memory_of,
    ratio,
    seconds_of,
)

_OURS, _OPENPYXL = "cleaned copy, read again and compared", "openpyxl only reads"
_GOAL = Goal("clean copy", "at most this many times openpyxl only reading", 2.0, 100_000)


def measure_cleaning(rows: int, rounds: int) -> dict[str, object]:
    """Clean one row out of an xlsx list of `rows` people."""
    arguments = (str(xlsx_list(rows)), rows)
    variants = [
        Variant(_OURS, "benchmarks.cleaning_app:clean_one_row", arguments),
        Variant(_OPENPYXL, "benchmarks.import_peers:openpyxl_reads", arguments),
    ]
    runs = interleave(variants, rounds)
    ours, floor = seconds_of(runs[_OURS]), seconds_of(runs[_OPENPYXL])
    return {
        "figures": [compare(_OURS, _OPENPYXL, ours, floor)],
        "goals": [_GOAL.judge(ratio(ours, floor), rows)],
        "peak_mb": memory_of(runs),
        "runs": {
            name: [round(one.seconds, 4) for one in several] for name, several in runs.items()
        },
    }
