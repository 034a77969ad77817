"""Removes the sheets of calls that never became part of a request, once they are kept no longer."""

from datetime import date

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request_retention import Kept
from dsr_desktop.services.file_months import retention_months
from dsr_desktop.services.register import Register
from dsr_desktop.store import calls
from dsr_desktop.store.sources import wipe_free_pages


def months_of_calls(register: Register) -> int:
    """Return for how many months such a sheet is kept: as long as the full file of a request."""
    return retention_months(register)[Kept.FULL_FILE]


def purge_due_calls(register: Register, today: date) -> int:
    """Remove what is due by today, and count it; the event names no person (R-LOG-2)."""
    months = months_of_calls(register)
    loose = calls.read_calls(register.database, None)
    due = [one.id for one in loose if one.kept_until(months) <= today]
    if due:
        with register.database.transaction():
            for sheet_id in due:
                calls.remove_call(register.database, sheet_id)
            register.log(EventKind.CALLS_PURGED, calls=due)
        wipe_free_pages(register.database)
    return len(due)
