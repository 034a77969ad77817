"""Checks that a register is whole: cipher pages, database, foreign keys, event chain, indexes."""

from dataclasses import dataclass, replace

from dsr_desktop.domain.fingerprint import place_in_chain, read_fingerprint
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.events import events, first_broken
from dsr_desktop.store.integrity import (
    broken_foreign_keys,
    broken_pages,
    rows_without_index,
    wrong_row_counts,
)


@dataclass(frozen=True)
class Verification:
    """What was checked and what was found wrong; `fingerprint` is the last event's hash.

    `details` are the complaints of the database about its pages, in English, for who repairs it.
    `found_at` is the number of the event with the fingerprint that was asked for, None if none was;
    `lacks_kept`: no event has it.
    """

    problems: tuple[Notice, ...]
    events: int
    fingerprint: str
    details: tuple[str, ...] = ()
    found_at: int | None = None
    lacks_kept: bool = False

    @property
    def sound(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems


def verify(register: Register, kept: str = "", *, with_index: bool = True) -> Verification:
    """Check everything; problems are named, nothing is changed.

    `kept` is a fingerprint kept elsewhere, on a letter or a report: a log whose end was cut has it
    no more. Without `with_index` it is not looked up whether every row is in the index of words, which
    takes three quarters of the time: a copy of which every page holds has what the register has. In a
    damaged file nothing more is looked at: what is read from it cannot be trusted.
    Raises InvalidInputError for a fingerprint that is none.
    """
    if kept.strip():
        read_fingerprint(kept)
    database = register.database
    complaints = tuple(broken_pages(database))
    if complaints:
        return Verification((Notice(_DAMAGED_PAGES),), 0, "", complaints)
    problems = [
        Notice(mark("The table {table} points to entries that are gone."), {"table": table})
        for table in broken_foreign_keys(database)
    ]
    log = check_log(register, kept)
    index = _index_problems(register, with_index=with_index)
    return replace(log, problems=(*problems, *log.problems, *index))


@at_one_moment
def check_log(register: Register, kept: str = "") -> Verification:
    """Check the event log alone, as `verify` does: at each start of the window (R-LOG-1)."""
    typed = read_fingerprint(kept) if kept.strip() else ""
    chain = list(events(register.database))
    problems = []
    if (broken := first_broken(chain)) is not None:
        problems.append(Notice(_CHANGED, {"n": broken}))
    found_at = place_in_chain((event.hash for event in chain), typed) if typed else None
    lacks_kept = bool(typed) and found_at is None
    if lacks_kept:
        problems.append(Notice(_CUT_OFF, {"fingerprint": typed}))
    head = chain[-1].hash if chain else ""
    return Verification(tuple(problems), len(chain), head, found_at=found_at, lacks_kept=lacks_kept)


_CHANGED = mark("The event log was changed: it no longer holds from event {n} on.")
_CUT_OFF = mark(
    "No event has the fingerprint {fingerprint}: the end of the event log was cut off, or the "
    "fingerprint was mistyped or is that of another register."
)
_DAMAGED_PAGES = mark("The file has damaged pages. Restore a backup.")


def _index_problems(register: Register, *, with_index: bool) -> list[Notice]:
    missing = rows_without_index(register.database) if with_index else 0
    counts = wrong_row_counts(register.database)
    found = []
    if missing:
        found.append(_counted(missing, _ROW_MISSING, _ROWS_MISSING))
    if counts:
        found.append(_counted(counts, _FILE_MISCOUNTED, _FILES_MISCOUNTED))
    return found


def _counted(n: int, one: str, several: str) -> Notice:
    return Notice(one if n == 1 else several, {"n": n})


_ROW_MISSING = mark("{n} row is missing from the search index.")
_ROWS_MISSING = mark("{n} rows are missing from the search index.")
_FILE_MISCOUNTED = mark("{n} file has another number of rows than recorded.")
_FILES_MISCOUNTED = mark("{n} files have another number of rows than recorded.")
