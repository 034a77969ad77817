"""How long the list of 10,000 requests takes to open and to filter, against reading its rows bare."""

import os
import tempfile
from pathlib import Path

from benchmarks.measure import (
    WORK,
    Goal,
    Variant,
    compare,
    interleave,
    memory_of,
    run,
    seconds_of,
)

_NUMBER = 10_000
_PAGE, _LIST, _DAY = "Requests page", "list without a window", "page of the day"
_FLOOR = "plain SELECT of the same rows"
_OPENS = Goal("requests", "seconds until the list is open for the first time, at most", 0.1)
_AGAIN = Goal("requests", "seconds until the list is open again, at most", 0.1)
_FILTERS = Goal("requests", "seconds to filter the list by words, at most", 0.05)
_CHOOSES = Goal("requests", "seconds to filter the list by how requests stand, at most", 0.05)
_PARTS = ("behind", "again", "filter", "choice")


def measure_requests(_rows: int, rounds: int) -> dict[str, object]:
    """Open a register of 10,000 requests, a thousand of them open, in a window off the screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        register = str(Path(folder, "requests.dsr"))
        run(Variant("fill", "benchmarks.many_requests:fill", (register, _NUMBER)))
        runs = interleave(
            [
                Variant(_PAGE, "benchmarks.requests_page:open_page", (register,)),
                Variant(_LIST, "benchmarks.requests_page:read_list", (register,)),
                Variant(_DAY, "benchmarks.requests_page:read_day", (register,)),
                Variant(_FLOOR, "benchmarks.many_requests:read_bare", (register,)),
            ],
            rounds,
        )
    floor = seconds_of(runs[_FLOOR])
    page = {part: [float(one.details[part]) for one in runs[_PAGE]] for part in _PARTS}
    bare = [float(one.details["filter"]) for one in runs[_FLOOR]]
    return {
        "requests": _NUMBER,
        "figures": [
            compare("page, first opening", _FLOOR, seconds_of(runs[_PAGE]), floor),
            compare("closed requests behind the page", _FLOOR, page["behind"], floor),
            compare("page, opened again", _FLOOR, page["again"], floor),
            compare("page of the day read for the first time", _FLOOR, seconds_of(runs[_DAY]), floor),
            compare("list read for the first time", _FLOOR, seconds_of(runs[_LIST]), floor),
            compare("slowest of five words", "plain list comprehension", page["filter"], bare),
            compare("slowest of four choices", "plain list comprehension", page["choice"], bare),
        ],
        "goals": [
            _OPENS.judge(min(seconds_of(runs[_PAGE]))), _AGAIN.judge(min(page["again"])),
            _FILTERS.judge(min(page["filter"])), _CHOOSES.judge(min(page["choice"])),
        ],
        "peak_mb": memory_of(runs),
    }  # fmt: skip
