"""Where else the rows that hits cite stand: in earlier versions whose content still lies somewhere.

A newer version takes one place on the disk. A copy of the earlier one at another place still holds
the person's row, at the number that it had then: checklists and re-scans reach it too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.hit import Hit
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.domain.version_places import later_versions
from dsr_desktop.services.candidates import scale_in
from dsr_desktop.services.known_files import is_still_there, resolved
from dsr_desktop.services.register import Register
from dsr_desktop.store.lookup import load_places
from dsr_desktop.store.sources import read_sources
from dsr_desktop.store.versions import rows_before


@dataclass(frozen=True)
class EarlierRow:
    """A row of an earlier version that goes on as the one a hit cites.

    `hit` is that hit as if it cited this row, `place` the row, `paths` where its file may still lie.
    """

    hit: Hit
    place: Place
    paths: tuple[str, ...]


def earlier_rows(
    register: Register, request: Request, hits: Sequence[Hit]
) -> tuple[EarlierRow, ...]:
    """Return the rows before those of `hits` that still lie at places of their own.

    Rows that one of the hits cites itself are left out: that hit tells of them.
    """
    by_row = {hit.row_id: hit for hit in hits if hit.row_id is not None}
    before = rows_before(register.database, by_row)
    wanted = {row: by_row[latest] for latest, row in before if row not in by_row}
    return tuple(_told(register, request, wanted)) if wanted else ()


def _told(register: Register, request: Request, wanted: dict[int, Hit]) -> Iterator[EarlierRow]:
    scale = scale_in(register.database, make_ready(request.criteria, register.company.country))
    left = _places_left(register)
    for place in load_places(register.database, set(wanted)):
        hit, paths = wanted[place.row.id], left.get(place.source.id or 0)
        grade = grade_row(scale.asked, Row.at(place), scale)
        if paths and (grade is not None or not hit.is_only_mention):
            cited = replace(
                hit, row_id=place.row.id, source_id=place.source.id or 0, file=place.source.path,
                sha256=place.source.sha256 or "", sheet=place.sheet.name, row=place.row.n,
                reasons=grade.reasons if grade else (),
            )  # fmt: skip
            yield EarlierRow(cited, place, paths)


def places_still_held(earlier: Source, others: Iterable[Source]) -> tuple[str, ...]:
    """Return where an earlier version may still lie: places that none of the `others` came from.

    Its own file is one only while it is there; a copy that is gone is told of as missing.
    """
    taken = {resolved(path) for one in others for path in one.paths}
    return tuple(
        path
        for path in earlier.paths
        if resolved(path) not in taken and (path != earlier.path or is_still_there(path))
    )


def _places_left(register: Register) -> dict[int, tuple[str, ...]]:
    sources = read_sources(register.database)
    by_id: dict[int | None, Source] = {source.id: source for source in sources}
    current = [source for source in sources if source.is_current]
    return {
        source.id or 0: places_still_held(source, (*current, *later_versions(source, by_id)))
        for source in sources
        if not source.is_current
    }
