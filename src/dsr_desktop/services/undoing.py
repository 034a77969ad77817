"""Undoes imports: the rows leave the register, unless the same content still lies at another place.

A file that nobody undid is never forgotten: the first of the copies becomes the source's own place,
the rows stay searchable, and checklists and re-scans go on reaching it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.restriction import check_not_restricted
from dsr_desktop.domain.source import Source, SourceCopy
from dsr_desktop.services.register import Register
from dsr_desktop.services.restricted_rows import restricted_in
from dsr_desktop.services.superseding import CITED, earlier_version_of, give_back
from dsr_desktop.store.gone_places import read_gone_places
from dsr_desktop.store.hits import sources_cited_by_open_requests
from dsr_desktop.store.source_copies import forget_copies, move_to_copy, rename_sheet
from dsr_desktop.store.sources import (
    forget_what_nothing_cites,
    read_source,
    read_sources,
    remove_sources,
)

_OWN_SHEET_NAMES = frozenset({"xlsx", "xlsb", "xls", "ods", "fods", "Excel 2003 XML", "zip"})


@dataclass(frozen=True)
class Undone:
    """An import that was undone: `source` as it was, `stays` as it stands at its first copy now.

    `stays` is None where the content lies at no other place: then its rows left the register.
    """

    source: Source
    stays: Source | None = None

    @property
    def rows_gone(self) -> int:
        """Number of rows that left the register."""
        return 0 if self.stays else self.source.row_count


@dataclass(frozen=True)
class _Undoing:
    """A source that is undone: the copies that were undone with it, and the one that it moves to."""

    source: Source
    with_it: tuple[SourceCopy, ...]
    moves_to: SourceCopy | None


def take_out(
    register: Register, sources: Sequence[Source], deliveries: Collection[int | None] = ()
) -> tuple[Undone, ...]:
    """Undo the import of each source, in the caller's transaction.

    Copies that came with one of the `deliveries` are undone as well. Earlier versions whose places
    the sources took come back. Raises NotAllowedError while an open request cites one, or a row of one
    is restricted.
    """
    gone = {one.path for one in read_gone_places(register.database)}
    plan = [_plan(source, deliveries, gone) for source in sources]
    superseding = {one.superseded_by for one in read_sources(register.database)}
    alone = [
        one
        for one in reversed(plan)
        if one.source.id not in superseding or not _gave_back(register, one)
    ]
    cited = sources_cited_by_open_requests(register.database)
    for one in alone:
        if one.source.id in cited:
            raise NotAllowedError(CITED, name=one.source.name)
    going = [one.source.id for one in alone if one.moves_to is None]
    check_not_restricted(restricted_in(register, going))
    remove_sources(register.database, [id_ for id_ in going if id_ is not None])
    undone = tuple(_undone(register, one) for one in plan)
    forget_what_nothing_cites(register.database)
    return undone


def _plan(source: Source, deliveries: Collection[int | None], gone: Collection[str]) -> _Undoing:
    with_it = source.copies_of(deliveries)
    left_out = {*gone, *(one.path for one in with_it)}
    return _Undoing(source, with_it, source.first_copy(left_out))


def _gave_back(register: Register, one: _Undoing) -> bool:
    """Give its place back to the earlier version of a source; False if there is none."""
    newer = read_source(register.database, one.source.id or 0)  # the version after it may be gone
    earlier = earlier_version_of(register, newer) if newer else None
    if newer is not None and earlier is not None:
        give_back(register, earlier, newer, stays_elsewhere=one.moves_to is not None)
    return earlier is not None


def _undone(register: Register, one: _Undoing) -> Undone:
    source = one.source
    if one.moves_to is None:
        register.log(EventKind.SOURCE_REMOVED, source=source.id, sha256=source.sha256)
        return Undone(source)
    forget_copies(register.database, source.id or 0, [copy.path for copy in one.with_it])
    move_to_copy(register.database, source.at_copy(one.moves_to))
    for before, after in _renamed_sheets(source, one.moves_to):
        rename_sheet(register.database, source.id or 0, before, after)
    stays = read_source(register.database, source.id or 0)
    assert stays is not None  # noqa: S101 - it was moved just now
    register.log(
        EventKind.SOURCE_STAYS_AT_COPY, source=source.id, sha256=source.sha256,
        copies=len(stays.copies),
    )  # fmt: skip
    return Undone(source, stays)


def _renamed_sheets(source: Source, copy: SourceCopy) -> Iterator[tuple[str, str]]:
    """Return the sheet that is named after its file, as in all but workbooks, with its new name."""
    if source.format not in _OWN_SHEET_NAMES:
        yield PurePath(source.path).stem, PurePath(copy.path).stem
