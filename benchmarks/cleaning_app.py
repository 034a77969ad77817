"""What cleaning_speed measures of the app, in a process of its own."""

import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

from benchmarks.empty_register import new_register
from benchmarks.measure import WORK, MeasureError, Result, check
from dsr_desktop.domain.cleaning import CleanStatus
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.cleaning import clean
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Register
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.store.lookup import rows_of_sheet
from dsr_desktop.store.sources import read_sheets

_DAY = date(2026, 11, 2)


def clean_one_row(path: str, rows: int) -> Result:
    """Import, find the person in the middle of the list, and clean her row; only the last is timed."""
    with (
        tempfile.TemporaryDirectory(dir=WORK) as folder,
        closing(new_register(Path(folder, "register.dsr"))) as register,
    ):
        check(import_paths(register, [Path(path)], ImportOptions(), _DAY).rows, rows)
        ref = _request(register, rows)
        started = time.perf_counter()
        (file,) = clean(register, ref, Path(folder, "out")).files
        seconds = time.perf_counter() - started
    if file.status is not CleanStatus.CLEAN:
        raise MeasureError(f"the copy is {file.status}, not clean")
    return {"seconds": seconds}


def _request(register: Register, rows: int) -> str:
    """Record a request of somebody in the middle of the list; her strong hits are confirmed."""
    (sheet,) = read_sheets(register.database, 1)
    cells = next(
        row.cells for row in rows_of_sheet(register.database, sheet.id or 0) if row.n > rows // 2
        if any("@" in cell for cell in row.cells)
    )  # fmt: skip
    email = next(cell for cell in cells if "@" in cell)
    criteria = make_criteria({"email": email})
    view = new_request(register, [Right.ERASURE], criteria, _DAY, Channel.POST, _DAY)
    find_person(register, view.request.ref, _DAY)
    judge_hits(register, view.request.ref, confirm_strong=True, today=_DAY)
    return view.request.ref
