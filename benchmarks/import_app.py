"""What import_speed measures of the app, each function in a process of its own.

They return the seconds; making the register (key derivation) and loading modules do not count.
"""

import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

from benchmarks.empty_register import new_register
from benchmarks.measure import WORK, Result, check
from dsr_desktop.readers.messages import Rows
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.importing import ImportOptions, import_paths


def import_into_register(path: str, rows: int) -> Result:
    """Import into a fresh register, to the end of the transaction: every row can be found."""
    with (
        tempfile.TemporaryDirectory(dir=WORK) as folder,
        closing(new_register(Path(folder, "register.dsr"))) as register,
    ):
        started = time.perf_counter()
        report = import_paths(register, [Path(path)], ImportOptions(), date(2026, 11, 2))
        seconds = time.perf_counter() - started
        size = register.path.stat().st_size
    check(report.rows, rows)
    return {"seconds": seconds, "register_mb": size / 1e6}


def read_without_storing(path: str, rows: int) -> Result:
    """Have the reader process read the file and throw away what it sends."""
    started = time.perf_counter()
    with ReaderProcess() as reader:
        messages = reader.read(Path(path), lambda: None)
        count = sum(len(message.rows) for message in messages if isinstance(message, Rows))
        seconds = time.perf_counter() - started
    check(count - 1, rows)  # the reader does not know yet which row is the header
    return {"seconds": seconds}
