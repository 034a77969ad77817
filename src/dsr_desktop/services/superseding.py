"""Lets a newer version of a file take the place of the earlier one, and gives it back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.known_version import Likeness
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level, Reason
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus
from dsr_desktop.domain.working_copy import purge_day
from dsr_desktop.services.candidates import scale_in
from dsr_desktop.services.comparing import VersionDifference, compare_versions
from dsr_desktop.services.keeping import Keeper, forget_kept_values
from dsr_desktop.services.known_files import places_beside
from dsr_desktop.services.purging import purge_earlier_versions
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import places_of
from dsr_desktop.store.contact_clocks import carry_clocks, carry_clocks_back, move_holds
from dsr_desktop.store.hits import read_hits, set_grades
from dsr_desktop.store.moving_hits import (
    is_cited_alone,
    move_hits,
    move_hits_back,
    reopened_in_requests,
    rows_of_cited_hits,
)
from dsr_desktop.store.requests import read_requests
from dsr_desktop.store.sources import read_sources, remove_source
from dsr_desktop.store.suppression import carry_blocks, carry_blocks_back
from dsr_desktop.store.versions import Succession, add_succession, make_current, supersede

CITED = mark("{name} stays: an open request cites rows in it. Close the request first.")


def take_the_place(
    register: Register, earlier: Source, newer: Source, today: date, on_wait: OnWait
) -> VersionDifference:
    """Let `newer`, which is in the register already, take the place of `earlier`.

    Searches see the newer one from now on. Hits of open requests and marks against marketing follow
    their rows; hits in rows that are gone stay. What it leaves blank stays with its row
    (`services.keeping`). The earlier version is kept for its undoing; the one before it is not.
    Raises NotAllowedError if the newer one was read in part only.
    """
    check_is_whole(earlier, newer)
    database = register.database
    with database.transaction():
        keeper = Keeper(register, earlier, newer)
        difference = compare_versions(database, earlier, newer, on_wait, keeper.take)
        for sheet in difference.paired:
            same = Succession.OTHER_COLUMNS if sheet.columns.is_moved else Succession.UNCHANGED
            add_succession(database, sheet.pairing.unchanged, same)
            add_succession(database, sheet.pairing.changed, Succession.CHANGED)
        keeper.finish(difference.paired)
        newer = _as_before(earlier, newer, today)
        supersede(database, earlier, newer, today.isoformat())
        moved, reopened = move_hits(database, earlier, newer, register.actor)
        for ref, number in reopened_in_requests(database, newer.id or 0).items():
            register.log(EventKind.HITS_REOPENED, ref, hits=number, newer=newer.id)
        carry_blocks(database, newer.id or 0)
        carry_clocks(database, newer.id or 0)
        move_holds(database, earlier.id or 0, newer.id or 0)
        _grade_again(register, newer)
        purge_earlier_versions(register, today)
        register.log(
            EventKind.VERSION_REPLACED, earlier=earlier.id, newer=newer.id, sha256=newer.sha256,
            added=difference.added, removed=difference.removed, changed=difference.changed,
            blanked=difference.blanked, hits_moved=moved, hits_reopened=reopened,
        )  # fmt: skip
    return difference


@dataclass(frozen=True)
class NewerVersion:
    """What an import found out about a newer version of a known file.

    `reason` says why it did not take the place of the earlier one though that was asked for;
    `still_at` are other places at which the file of the earlier one is there.
    """

    difference: VersionDifference
    replaced: bool
    reason: Notice | None = None
    likeness: Likeness = Likeness.PLACE
    still_at: tuple[str, ...] = ()


class Replacing(Enum):
    """Whether a newer version takes the place: never, where it surely is one, or as chosen for it."""

    NEVER = auto()
    WHERE_SURE = auto()
    CHOSEN = auto()


def settle(
    register: Register,
    earlier: Source,
    newer: Source,
    today: date,
    on_wait: OnWait,
    *,
    likeness: Likeness,
    replacing: Replacing,
) -> NewerVersion | None:
    """Compare a file just imported with its earlier version, whose place it takes if `replacing`.

    Unless that was chosen for this very file, it stays beside one whose own file is still there,
    and beside one that only its name and titles tell: either may be another list of the company.
    None if those are all that the two have in common.
    """
    still_at = tuple(places_beside(earlier, newer.path))
    reason = None
    try:
        if replacing is not Replacing.NEVER:
            if replacing is Replacing.WHERE_SURE:
                _check_is_sure(earlier, newer, likeness)
                _check_is_gone(earlier, newer, still_at)
            difference = take_the_place(register, earlier, newer, today, on_wait)
            return NewerVersion(difference, replaced=True, likeness=likeness, still_at=still_at)
    except NotAllowedError as error:
        reason = Notice(error.sentence, error.details)
    difference = compare_versions(register.database, earlier, newer, on_wait)
    if not (likeness.is_sure or difference.counts.goes_on):
        return None
    return NewerVersion(
        difference, replaced=False, reason=reason, likeness=likeness, still_at=still_at
    )


def _check_is_sure(earlier: Source, newer: Source, likeness: Likeness) -> None:
    if not likeness.is_sure:
        raise NotAllowedError(
            mark(
                "{name} stands beside import {id}, of which it has the name and the titles only. "
                "If it is its newer version, let it take the place of import {id}."
            ),
            name=newer.name, id=str(earlier.id),
        )  # fmt: skip


def _check_is_gone(earlier: Source, newer: Source, still_at: Sequence[str]) -> None:
    if still_at:
        raise NotAllowedError(
            mark(
                "{name} stands beside the earlier version, whose file is still at {path}. "
                "If it is no list of its own, let the file take the place of import {id}."
            ),
            name=newer.name, path=still_at[0], id=str(earlier.id),
        )  # fmt: skip


def check_is_whole(earlier: Source, newer: Source) -> None:
    """Raise NotAllowedError if rows may be missing only because they could not be read."""
    if newer.status is SourceStatus.PARTLY and earlier.status is not SourceStatus.PARTLY:
        raise NotAllowedError(
            mark(
                "{name} was read in part only: what is missing would leave the searches. "
                "It stands beside the earlier version."
            ),
            name=newer.name,
        )


def earlier_version_of(register: Register, source: Source) -> Source | None:
    """Return the version whose place a source took and that is still kept, None without one."""
    if source.id is None or not source.is_current:
        return None
    known = read_sources(register.database)
    return next((one for one in known if one.superseded_by == source.id), None)


def give_back(
    register: Register, earlier: Source, newer: Source, *, stays_elsewhere: bool = False
) -> None:
    """Remove a newer version and let the earlier one take its place again, with its hits.

    A mark against marketing that was made since stays on the person's row: an objection survives.
    One that `stays_elsewhere`, at the place of a copy, keeps its rows, as a list beside the earlier
    one. Raises NotAllowedError while an open request cites a row that only the newer version has.
    """
    database = register.database
    with database.transaction():
        if is_cited_alone(database, newer.id or 0):
            raise NotAllowedError(CITED, name=newer.name)
        move_hits_back(database, earlier, newer, register.actor)
        carry_blocks_back(database, newer.id or 0)
        carry_clocks_back(database, newer.id or 0)
        move_holds(database, newer.id or 0, earlier.id or 0)
        if stays_elsewhere:
            forget_kept_values(register, newer)
        else:
            remove_source(database, newer.id or 0)
        make_current(database, earlier)
        register.log(
            EventKind.VERSION_RESTORED, earlier=earlier.id, newer=newer.id, sha256=newer.sha256
        )


def _as_before(earlier: Source, newer: Source, today: date) -> Source:
    """Keep a register list a list, and a working copy a copy that is purged in its time."""
    is_copy = earlier.kind is SourceKind.COPY
    purge_on = purge_day(today).isoformat() if is_copy else None
    return replace(newer, kind=earlier.kind, purge_on=purge_on)


def _grade_again(register: Register, newer: Source) -> None:
    """Grade the hits whose row changed or stands under other columns: their reasons name cells."""
    database, source_id = register.database, newer.id or 0
    rows = rows_of_cited_hits(database, source_id, Succession.CHANGED)
    rows |= rows_of_cited_hits(database, source_id, Succession.OTHER_COLUMNS)
    if rows:
        set_grades(database, tuple(_grades(register, rows)))


def _grades(
    register: Register, rows: set[int]
) -> Iterator[tuple[int, Level, float, tuple[Reason, ...]]]:
    for request in read_requests(register.database):
        hits = [hit for hit in read_hits(register.database, request) if hit.row_id in rows]
        if not hits:
            continue
        scale = scale_in(register.database, make_ready(request.criteria, register.company.country))
        for hit_id, place in places_of(register, hits).items():
            grade = grade_row(scale.asked, Row.at(place), scale)
            if grade is not None:
                yield hit_id, grade.level, grade.score, grade.reasons
