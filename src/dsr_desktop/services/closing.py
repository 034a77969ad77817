"""Closing a request: its checklist is done, and working copies that nobody needs any more go."""

from datetime import date

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.source import SourceKind
from dsr_desktop.domain.transitions import closed
from dsr_desktop.services.handling import request_to_change, view_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.purging import purge_earlier_versions
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import seen_of
from dsr_desktop.services.restricted_rows import sources_restricted
from dsr_desktop.store.hits import sources_cited_by, sources_cited_by_open_requests
from dsr_desktop.store.originals import remove_entries
from dsr_desktop.store.request_saving import save_request
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.sources import read_sources, remove_sources, wipe_free_pages


def close_request(register: Register, ref: str, today: date) -> RequestView:
    """Close an answered request and purge working copies that no other request cites (R-RT-7).

    The originals that cleaned copies replaced cannot be put back any more: they are purged too.
    Raises NotAllowedError while its checklist has a mandatory step that is neither done nor said
    not to apply (R-CHK-1).
    """
    with request_to_change(register, ref) as request:
        changed = closed(request, seen_of(register, request), today)
        purge = _copies_to_purge(register, request)
        save_request(register.database, changed)
        remove_sources(register.database, purge)
        if purge:
            purge_earlier_versions(register, today)
        undo_copies = remove_entries(register.database, request)
        if undo_copies:
            register.log(EventKind.UNDO_COPIES_PURGED, request.ref, files=undo_copies)
        register.log(EventKind.CLOSED, request.ref, working_copies_purged=purge)
    if purge or undo_copies:
        wipe_free_pages(register.database)
    return view_request(register, ref, today)


@at_one_moment
def working_copies_to_purge(register: Register, ref: str) -> int:
    """Count the working copies that closing the request would purge (R-RT-7)."""
    return len(_copies_to_purge(register, read_request(register.database, ref)))


def _copies_to_purge(register: Register, request: Request) -> list[int]:
    needed = sources_cited_by_open_requests(register.database, but=request)
    copies = {
        source.id
        for source in read_sources(register.database)
        if source.kind is SourceKind.COPY and source.id is not None
    }
    kept = needed | sources_restricted(register)
    return sorted((sources_cited_by(register.database, request) & copies) - kept)
