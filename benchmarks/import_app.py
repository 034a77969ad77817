"""What import_speed measures of the app, each function in a process of its own.

They return the seconds; making the register (key derivation) and loading modules do not count.
"""

import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

from benchmarks.child import cpu_seconds
from benchmarks.empty_register import new_register
from benchmarks.measure import WORK, Result, check
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.readers.messages import Rows
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Register
from dsr_desktop.services.suppressing import TypedKeys, add_to_list

_DAY = date(2026, 11, 2)


def import_into_register(path: str, rows: int) -> Result:
    """Import into a fresh register, to the end of the transaction: every row can be found."""
    with (
        tempfile.TemporaryDirectory(dir=WORK) as folder,
        closing(new_register(Path(folder, "register.dsr"))) as register,
    ):
        started = time.perf_counter()
        report = import_paths(register, [Path(path)], ImportOptions(), _DAY)
        seconds = time.perf_counter() - started
        size = register.path.stat().st_size
    check(report.rows, rows)
    return {"seconds": seconds, "register_mb": size / 1e6}


def import_with_suppression(path: str, rows: int, entries: int) -> Result:
    """Import with so many entries on the suppression list, none of them of anybody in the list."""
    with (
        tempfile.TemporaryDirectory(dir=WORK) as folder,
        closing(new_register(Path(folder, "register.dsr"))) as register,
    ):
        list_strangers(register, entries)
        started, used = time.perf_counter(), cpu_seconds()
        report = import_paths(register, [Path(path)], ImportOptions(), _DAY)
        seconds, used = time.perf_counter() - started, cpu_seconds() - used
    check(report.rows + report.held, rows)
    return {"seconds": seconds, "cpu_seconds": used, "held": report.held}


def list_strangers(register: Register, entries: int) -> None:
    """Put on the list e-mails and phones, two fifths each, and names of people who are in no list."""
    emails = tuple(f"stranger{n}@nowhere.example" for n in range(entries * 2 // 5))
    phones = tuple(f"+44 7700 9{n:05}" for n in range(entries * 2 // 5))
    typed = [TypedKeys(emails, phones)] if entries else []
    typed += [
        TypedKeys(name=f"Nemo Nobody{n}", postcode=f"{1_000 + n * 97:05}")
        for n in range(entries - len(emails) - len(phones))
    ]
    for one in typed:
        add_to_list(register, one, SuppressionScope.ALL, SuppressionReason.ERASURE, _DAY)


def read_without_storing(path: str, rows: int) -> Result:
    """Have the reader process read the file and throw away what it sends."""
    started = time.perf_counter()
    with ReaderProcess() as reader:
        messages = reader.read(Path(path), lambda: None)
        count = sum(len(message.rows) for message in messages if isinstance(message, Rows))
        seconds = time.perf_counter() - started
    check(count - 1, rows)  # the reader does not know yet which row is the header
    return {"seconds": seconds}
