"""An import that is killed at a moment chosen beforehand: the app itself, or its reader process.

python -m benchmarks.faults_victim REGISTER LISTS TARGET POINT TURN; POINT "time" leaves it to others.
"""

import json
import os
import signal
import sys
import time
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path

from benchmarks.empty_register import PASSPHRASE
from benchmarks.measure import descendants
from dsr_desktop.services.importing import ImportOptions, ImportReport, import_paths
from dsr_desktop.services.register import Register, open_register

DAY = date(2026, 11, 16)
READY, COMMITTING = "ready", "committing"


class Watch:
    """Counts the points that the import passes, and kills `target` at the chosen one."""

    def __init__(self, target: str, point: str, turn: int) -> None:
        self.passed: Counter[str] = Counter()
        self._chosen = (point, turn)
        self._target = target

    def over(self, register: Register, lists: Path) -> None:
        """Look at every file of `lists` that is opened, and at the commit."""
        below = f"{lists}{os.sep}"

        def audit(event: str, arguments: tuple[object, ...]) -> None:
            if event == "open" and str(arguments[0]).startswith(below):
                self.passes("open")

        sys.addaudithook(audit)
        register.database.connection.set_trace_callback(self._statement)

    def passes(self, point: str) -> None:
        """Count a point; the last thing that is done if it is the chosen one."""
        self.passed[point] += 1
        if (point, self.passed[point]) == self._chosen:
            self._kill()

    def _statement(self, sql: str) -> None:
        if sql.startswith("COMMIT"):
            tell(COMMITTING)
            self.passes("commit")

    def _kill(self) -> None:
        victims = [os.getpid()] if self._target == "app" else descendants(os.getpid())
        for process in victims:
            os.kill(process, signal.SIGKILL)


def main(path: str, lists: str, target: str, point: str, turn: str) -> None:
    """Import and print what became of each file, and the points passed."""
    watch = Watch(target, point, int(turn))
    with closing(open_register(Path(path), PASSPHRASE)) as register:
        watch.over(register, Path(lists))
        tell(READY)
        started = time.monotonic()
        report = import_paths(
            register, [Path(lists)], ImportOptions(), DAY,
            on_rows=lambda _rows: watch.passes("batch"),
        )  # fmt: skip
        watch.passes("committed")
        seconds = time.monotonic() - started
    told = {"files": statuses(report), "passed": watch.passed, "seconds": seconds}
    tell(json.dumps(told))


def statuses(report: ImportReport) -> dict[str, list[str]]:
    """What became of each file by its name: status and reason."""
    return {
        file.path.name: [file.status, file.reason.sentence if file.reason else ""]
        for file in report.files
    }


def tell(line: str) -> None:
    """Say something to the process that started this one."""
    print(line, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
