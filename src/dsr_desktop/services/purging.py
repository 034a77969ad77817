"""Purges what is kept a month: working copies (R-RT-7) and earlier versions; sheets of calls too."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from dsr_desktop.domain.errors import RegisterBusyError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.version_places import cited_with_places
from dsr_desktop.domain.working_copy import copies_due, earlier_versions_due
from dsr_desktop.services.purging_calls import purge_due_calls
from dsr_desktop.services.register import Register
from dsr_desktop.services.restricted_rows import sources_restricted
from dsr_desktop.services.wiping import wipe_at_opening
from dsr_desktop.store.hits import sources_cited_by_open_requests
from dsr_desktop.store.sources import read_sources, remove_sources, wipe_free_pages


def purge_at_opening(register: Register, today: date) -> tuple[Source, ...]:
    """Purge what is due in a register that was just opened; returns what was purged.

    First the file is written anew if an erasure was cut off before that. Sheets of calls that never
    became part of a request go as well. A register that another program is writing to, or that is read-only, stays as it is: its next
    opening does it. Raises RegisterFileError for whatever else keeps it from being purged.
    """
    wipe_at_opening(register)
    with suppress(RegisterBusyError):
        purge_due_calls(register, today)
        return purge_due_copies(register, today)
    return ()


def purge_due_copies(register: Register, today: date) -> tuple[Source, ...]:
    """Remove the working copies and earlier versions whose day has come, uncited by open requests.

    One that holds a restricted row stays until that is lifted (art. 18).

    Returns what was removed; the event names hashes only. Raises RegisterFileError if the register
    cannot be written.
    """
    if not _is_any_due(register, today):
        return ()
    with register.database.transaction():
        copies = copies_due(*_sources_and_cited(register), today)
        if copies:
            ids, hashes = _remove(register, copies)
            register.log(EventKind.WORKING_COPIES_PURGED, sources=ids, sha256=hashes)
        purged = (*copies, *purge_earlier_versions(register, today))
    if purged:
        wipe_free_pages(register.database)
    return purged


def purge_earlier_versions(register: Register, today: date) -> tuple[Source, ...]:
    """Remove, in the caller's transaction, the earlier versions that are kept no longer.

    Returns what was removed.
    """
    versions = earlier_versions_due(*_sources_and_cited(register), today)
    if versions:
        ids, hashes = _remove(register, versions)
        register.log(EventKind.EARLIER_VERSIONS_PURGED, sources=ids, sha256=hashes)
    return versions


def _remove(register: Register, due: Sequence[Source]) -> tuple[list[int], list[str | None]]:
    """Remove sources and return what the event names: their ids and hashes."""
    ids = [source.id for source in due if source.id is not None]
    remove_sources(register.database, ids)
    return ids, [source.sha256 for source in due]


def _is_any_due(register: Register, today: date) -> bool:
    sources, cited = _sources_and_cited(register)
    return bool(copies_due(sources, cited, today) or earlier_versions_due(sources, cited, today))


def _sources_and_cited(register: Register) -> tuple[tuple[Source, ...], frozenset[int]]:
    sources = read_sources(register.database)
    cited = cited_with_places(sources, sources_cited_by_open_requests(register.database))
    return sources, cited | sources_restricted(register)
