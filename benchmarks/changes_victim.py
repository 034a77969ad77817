"""A change that is killed at a moment chosen beforehand, and what can be changed.

python -m benchmarks.changes_victim CHANGE REGISTER FOLDER POINT TURN; POINT "time" leaves it to others.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.empty_register import PASSPHRASE
from benchmarks.faults_victim import DAY, READY, Watch, tell
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.services.backing_up import back_up
from dsr_desktop.services.cleaning import clean
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.purging import purge_due_copies
from dsr_desktop.services.register import Register, open_register
from dsr_desktop.services.replacing import replace
from dsr_desktop.store.requests import read_requests
from dsr_desktop.store.sources import read_sources

LIST, NEWER, COPY = "crm.csv", "newer.csv", "copy.csv"
OUT, BACKUP = "out", "backup.dsr"
_POINTS = {"open": "open", "os.rename": "rename", "os.link": "rename"}
_NOON = datetime(DAY.year, DAY.month, DAY.day, 12).astimezone()
_COPIES_ARE_DUE = DAY + timedelta(60)


def replace_list(register: Register, folder: Path) -> None:
    """Let the newer list take the place of the one that is there."""
    (known,) = (one.id for one in read_sources(register.database) if one.name == LIST)
    if known is None:
        raise NotFoundError(LIST)
    replace(register, known, folder / NEWER, ImportOptions(), DAY)


def purge_copy(register: Register, _folder: Path) -> None:
    """Purge the working copy, whose month is over."""
    purge_due_copies(register, _COPIES_ARE_DUE)


def back_it_up(register: Register, folder: Path) -> None:
    """Back the register up."""
    (folder / OUT).mkdir(exist_ok=True)
    back_up(register, folder / OUT / BACKUP, _NOON)


def clean_list(register: Register, folder: Path) -> None:
    """Write a copy of the list without the person of the only request."""
    (request,) = read_requests(register.database)
    clean(register, request.ref, folder / OUT)


CHANGES: dict[str, Callable[[Register, Path], None]] = {
    "replace": replace_list, "purge": purge_copy, "backup": back_it_up, "clean": clean_list,
}  # fmt: skip


def _look(watch: Watch, register: Register, folder: Path) -> None:
    """Let pass what opens, links or renames a file below the folder, and each commit."""
    below = f"{folder}{os.sep}"

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        if event in _POINTS and str(arguments[0]).startswith(below):
            watch.passes(_POINTS[event])

    sys.addaudithook(audit)
    register.database.connection.set_trace_callback(
        lambda sql: watch.passes("commit") if sql.startswith("COMMIT") else None
    )


def main(change: str, path: str, folder: str, point: str, turn: str) -> None:
    """Make the change and print the points passed."""
    watch = Watch("app", point, int(turn))
    with closing(open_register(Path(path), PASSPHRASE)) as register:
        _look(watch, register, Path(folder))
        tell(READY)
        started = time.monotonic()
        CHANGES[change](register, Path(folder))
        seconds = time.monotonic() - started
    tell(json.dumps({"passed": watch.passed, "seconds": seconds}))


if __name__ == "__main__":
    main(*sys.argv[1:])
