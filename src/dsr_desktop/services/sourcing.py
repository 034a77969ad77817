"""What was imported: list, undo, and the activity that the contacts belong to."""

from collections.abc import Collection, Sequence

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Source
from dsr_desktop.services.register import LONGEST_DETAIL, Register
from dsr_desktop.services.superseding import CITED, earlier_version_of, give_back
from dsr_desktop.store.hits import sources_cited_by_open_requests
from dsr_desktop.store.sources import read_source, read_sources, remove_sources, wipe_free_pages
from dsr_desktop.store.sources import set_activity as store_activity


def list_sources(register: Register) -> tuple[Source, ...]:
    """Return every file that was brought to the register, read or not, oldest first."""
    return read_sources(register.database)


def remove(register: Register, source_id: int) -> Source:
    """Undo one import: its rows leave the register, and their traces its file.

    The earlier version whose place it took comes back, with its rows and its hits as they were.
    While another program reads the register the traces stay in its file (`traces_left`).
    Raises NotAllowedError while an open request cites it, NotFoundError if it is not there.
    """
    with register.database.transaction():
        source = source_of(register, source_id)
        _take_out(register, [source])
    wipe_free_pages(register.database)
    return source


def undo_import(register: Register, source_ids: Collection[int]) -> tuple[Source, ...]:
    """Undo an import whole: all of its files leave the register, or none of them.

    Earlier versions whose places they took come back. One that was removed since is passed over.
    Raises NotAllowedError while an open request cites one.
    """
    with register.database.transaction():
        removed = tuple(one for one in read_sources(register.database) if one.id in source_ids)
        _take_out(register, removed)
    wipe_free_pages(register.database)
    return removed


def set_activity(register: Register, source_id: int, code: str) -> Source:
    """Say under which processing activity a file's contacts are kept; returns the source."""
    with register.database.transaction():
        source_of(register, source_id)
        check_activity(register, code)
        store_activity(register.database, source_id, code)
        register.log(EventKind.ACTIVITY_SET, source=source_id, activity=code)
        return source_of(register, source_id)


def _take_out(register: Register, sources: Sequence[Source]) -> None:
    newer = {one.superseded_by for one in read_sources(register.database)}
    alone = [
        one for one in reversed(sources) if one.id not in newer or not _gave_back(register, one)
    ]
    cited = sources_cited_by_open_requests(register.database)
    for source in alone:
        if source.id in cited:
            raise NotAllowedError(CITED, name=source.name)
    remove_sources(register.database, [source.id for source in alone if source.id is not None])
    for source in sources:
        register.log(EventKind.SOURCE_REMOVED, source=source.id, sha256=source.sha256)


def _gave_back(register: Register, source: Source) -> bool:
    """Give its place back to the earlier version of a source; False if there is none."""
    newer = source_of(register, source.id or 0)  # as it is now: the version after it may be gone
    earlier = earlier_version_of(register, newer)
    if earlier is not None:
        give_back(register, earlier, newer)
    return earlier is not None


def version_to_come_back(register: Register, source_id: int) -> Source | None:
    """Return the earlier version that comes back when a source is removed, None without one.

    Raises NotFoundError if there is no such source.
    """
    return earlier_version_of(register, source_of(register, source_id))


def check_activity(register: Register, code: str) -> None:
    """Raise InvalidInputError unless the register has an activity with this code."""
    codes = [activity.code for activity in register.activities]
    if code not in codes:
        raise InvalidInputError(
            mark("There is no activity {code}. The register has: {codes}."),
            code=code[:40],
            codes=", ".join(codes),
        )


def check_details(**details: str | None) -> None:
    """Raise InvalidInputError for a detail of an import that is given and empty, or endless."""
    for name, text in details.items():
        if text is not None and not 0 < len(text.strip()) <= LONGEST_DETAIL:
            raise InvalidInputError(
                mark("{detail} is empty or has more than {n} characters. Write a few words."),
                detail=name,
                n=LONGEST_DETAIL,
            )


def source_of(register: Register, source_id: int) -> Source:
    """Return one source; NotFoundError if there is none with this id."""
    source = read_source(register.database, source_id)
    if source is not None:
        return source
    raise NotFoundError(
        mark("There is no import {id}. Take one from the list of imported files."),
        id=str(source_id),
    )
