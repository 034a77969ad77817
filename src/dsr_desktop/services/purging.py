"""Purges the working copies whose month is over (R-RT-7)."""

from contextlib import suppress
from datetime import date

from dsr_desktop.domain.errors import RegisterBusyError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.working_copy import copies_due
from dsr_desktop.services.register import Register
from dsr_desktop.store.hits import sources_cited_by_open_requests
from dsr_desktop.store.sources import read_sources, remove_sources, wipe_free_pages


def purge_at_opening(register: Register, today: date) -> tuple[Source, ...]:
    """Purge what is due in a register that was just opened; returns what was purged.

    A register that another program is writing to, or that is read-only, stays as it is: its next
    opening does it. Raises RegisterFileError for whatever else keeps it from being purged.
    """
    with suppress(RegisterBusyError):
        return purge_due_copies(register, today)
    return ()


def purge_due_copies(register: Register, today: date) -> tuple[Source, ...]:
    """Remove the working copies whose day has come and that no open request cites.

    Returns what was removed; the event names hashes only. Raises RegisterFileError if the register
    cannot be written.
    """
    if not _due(register, today):
        return ()
    with register.database.transaction():
        due = _due(register, today)  # again: another program may have done it just now
        if not due:
            return ()
        remove_sources(register.database, [source.id for source in due if source.id is not None])
        register.log(
            EventKind.WORKING_COPIES_PURGED,
            sources=[source.id for source in due],
            sha256=[source.sha256 for source in due],
        )
    wipe_free_pages(register.database)
    return due


def _due(register: Register, today: date) -> tuple[Source, ...]:
    cited = sources_cited_by_open_requests(register.database)
    return copies_due(read_sources(register.database), cited, today)
