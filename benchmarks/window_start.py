"""How long a cold start takes until a window is painted, against a bare PySide6 window."""

import os
import tempfile
from pathlib import Path

from benchmarks.measure import (
    WORK,
    Goal,
    MeasureError,
    Variant,
    compare,
    interleave,
    memory_of,
    ratio,
    run,
    seconds_of,
    tell,
)

_FIRST, _MAIN, _FLOOR = "first window", "main window", "bare PySide6 window"
_TIME = Goal("G13", "first window at most this many times the bare window", 1.5)
_MEMORY = Goal("G13", "peak memory in MB at most", 85)
_LOADED = Goal("G13", "libraries loaded that no window needs, at most", 0)
_MORE_ROUNDS = 3


def measure_window(_rows: int, rounds: int) -> dict[str, object]:
    """Open the windows offscreen; being short, each is opened three times a round.

    Wall time, from before the process is started to the end of the first paint. The first window
    asks for the passphrase; the main window is opened over an empty register without being asked.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        register = str(Path(folder, "empty.dsr"))
        run(Variant("empty register", "benchmarks.empty_register:prepare", (register,)))
        variants, failed = _that_open(
            Variant(_FLOOR, "benchmarks.bare_window"),
            Variant(_FIRST, "benchmarks.first_window", (register,)),
            Variant(_MAIN, "benchmarks.main_window", (register,)),
        )
        runs = interleave(variants, rounds * _MORE_ROUNDS)
    seconds = {name: seconds_of(several) for name, several in runs.items()}
    ours = [name for name in (_FIRST, _MAIN) if name in runs]
    loaded = {name: runs[name][0].details["loaded"] for name in ours}
    memory = memory_of(runs)
    return {
        "rounds": rounds * _MORE_ROUNDS,
        "figures": [compare(name, _FLOOR, seconds[name], seconds[_FLOOR]) for name in ours],
        "goals": [
            _TIME.judge(ratio(seconds[_FIRST], seconds[_FLOOR]) if _FIRST in runs else None),
            _MEMORY.judge(max((memory[name] or 0 for name in ours), default=None)),
            _LOADED.judge(len({library for several in loaded.values() for library in several})),
        ],
        "peak_mb": memory,
        "loaded": loaded,
        "not_measured": failed,
    }


def _that_open(*variants: Variant) -> tuple[list[Variant], dict[str, str]]:
    """Open each once: it brings the files of Qt into the system's cache, and shows what fails."""
    good, failed = [], {}
    for variant in variants:
        try:
            run(variant)
            good.append(variant)
        except MeasureError as error:
            failed[variant.name] = str(error).splitlines()[-1]
            tell(f"not measured: {error}")
    return good, failed
