"""What was imported: list, undo, and the activity that the contacts belong to."""

from collections.abc import Collection, Sequence

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Source
from dsr_desktop.services.register import LONGEST_DETAIL, Register
from dsr_desktop.store.hits import sources_cited_by_open_requests
from dsr_desktop.store.sources import read_sources, remove_sources, wipe_free_pages
from dsr_desktop.store.sources import set_activity as store_activity


def list_sources(register: Register) -> tuple[Source, ...]:
    """Return every file that was brought to the register, read or not, oldest first."""
    return read_sources(register.database)


def remove(register: Register, source_id: int) -> Source:
    """Undo one import: its rows leave the register, and their traces its file.

    While another program reads the register the traces stay in its file (`traces_left`).
    Raises NotAllowedError while an open request cites it, NotFoundError if it is not there.
    """
    with register.database.transaction():
        source = _source(register, source_id)
        _take_out(register, [source])
    wipe_free_pages(register.database)
    return source


def undo_import(register: Register, source_ids: Collection[int]) -> tuple[Source, ...]:
    """Undo an import whole: all of its files leave the register, or none of them.

    One that was removed since is passed over. Raises NotAllowedError while an open request cites one.
    """
    with register.database.transaction():
        removed = tuple(one for one in read_sources(register.database) if one.id in source_ids)
        _take_out(register, removed)
    wipe_free_pages(register.database)
    return removed


def set_activity(register: Register, source_id: int, code: str) -> Source:
    """Say under which processing activity a file's contacts are kept; returns the source."""
    with register.database.transaction():
        _source(register, source_id)
        check_activity(register, code)
        store_activity(register.database, source_id, code)
        register.log(EventKind.ACTIVITY_SET, source=source_id, activity=code)
        return _source(register, source_id)


def _take_out(register: Register, sources: Sequence[Source]) -> None:
    cited = sources_cited_by_open_requests(register.database)
    for source in sources:
        if source.id in cited:
            raise NotAllowedError(
                mark("{name} stays: an open request cites rows in it. Close the request first."),
                name=source.name,
            )
    remove_sources(register.database, [source.id for source in sources if source.id is not None])
    for source in sources:
        register.log(EventKind.SOURCE_REMOVED, source=source.id, sha256=source.sha256)


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


def _source(register: Register, source_id: int) -> Source:
    for source in read_sources(register.database):
        if source.id == source_id:
            return source
    raise NotFoundError(
        mark("There is no import {id}. Take one from the list of imported files."),
        id=str(source_id),
    )
