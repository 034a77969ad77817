"""What was imported: list, undo, and the activity that the contacts belong to."""

from collections.abc import Collection

from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Source
from dsr_desktop.services.register import LONGEST_DETAIL, Register
from dsr_desktop.services.superseding import earlier_version_of
from dsr_desktop.services.undoing import Undone, take_out
from dsr_desktop.store.sources import read_source, read_sources, wipe_free_pages
from dsr_desktop.store.sources import set_activity as store_activity


def list_sources(register: Register) -> tuple[Source, ...]:
    """Return every file that was brought to the register, read or not, oldest first."""
    return read_sources(register.database)


def remove(register: Register, source_id: int) -> Undone:
    """Undo one import: its rows leave the register, and their traces its file.

    If the same content lies at other places, the first of them becomes the source's own and the
    rows stay. The earlier version whose place it took comes back, with its rows and its hits as they
    were. While another program reads the register the traces stay in its file (`traces_left`).
    Raises NotAllowedError while an open request cites it, NotFoundError if it is not there.
    """
    with register.database.transaction():
        (undone,) = take_out(register, [source_of(register, source_id)])
    wipe_free_pages(register.database)
    return undone


def undo_import(register: Register, source_ids: Collection[int]) -> tuple[Undone, ...]:
    """Undo an import whole: all of its files leave the register, or none of them.

    So do the copies that came with them; where other imports brought the same content, it stays.
    Earlier versions whose places they took come back. One that was removed since is passed over.
    Raises NotAllowedError while an open request cites one.
    """
    with register.database.transaction():
        sources = [one for one in read_sources(register.database) if one.id in source_ids]
        undone = take_out(register, sources, {one.delivery_id for one in sources})
    wipe_free_pages(register.database)
    return undone


def set_activity(register: Register, source_id: int, code: str) -> Source:
    """Say under which processing activity a file's contacts are kept; returns the source."""
    with register.database.transaction():
        source_of(register, source_id)
        check_activity(register, code)
        store_activity(register.database, source_id, code)
        register.log(EventKind.ACTIVITY_SET, source=source_id, activity=code)
        return source_of(register, source_id)


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
