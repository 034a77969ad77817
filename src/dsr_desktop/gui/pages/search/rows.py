"""Hits as the page shows them, whether of a free search or of a request."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from dsr_desktop.domain.checklist import short_names
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.hit import Hit, Verdict
from dsr_desktop.domain.matching import Level, Reason
from dsr_desktop.domain.row_title import cells_by_field, title_of
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.services.reviewing import Review
from dsr_desktop.services.searching import Found

TEXT_FORMATS = frozenset({"csv", "tsv", "txt"})


@dataclass(frozen=True)
class HitRow:
    """One hit; `key` is unique in the list, `sheet` is empty for a file without sheets.

    `place` is None when the row is no longer in the register, `verdict` while the hit is open.
    `no_marketing`: the suppression list keeps the row from marketing. `names_another`: the row is
    named after somebody else than the person asked for. `decided_at` and `decided_by` are those of the
    verdict.
    """

    key: int
    title: str
    path: str
    file: str
    sheet: str
    hidden: bool
    n: int
    level: Level
    score: float
    reasons: tuple[Reason, ...]
    place: Place | None
    verdict: Verdict | None = None
    no_marketing: bool = False
    names_another: bool = False
    decided_at: str | None = None
    decided_by: str | None = None

    @property
    def is_weak(self) -> bool:
        """Tell whether the hit stays folded until asked for."""
        return self.level is Level.WEAK and self.verdict is None

    @property
    def is_open(self) -> bool:
        """Tell whether no verdict was given yet."""
        return self.verdict is None


def rows_of_search(found: Iterable[Found], lists: Iterable[Source]) -> tuple[HitRow, ...]:
    """Return hits of a free search in their order, their files named apart from all `lists`."""
    found = tuple(found)
    names = short_names([*(one.path for one in lists), *(one.place.source.path for one in found)])
    return tuple(_row_of_found(one, names) for one in found)


def rows_of_review(review: Review) -> tuple[HitRow, ...]:
    """Return the hits of a request whose rows were read, with their verdicts, in their order."""
    names = short_names(dict.fromkeys(hit.file for hit in review.view.hits))
    return tuple(
        replace(
            _row_of_hit(hit, review.places.get(hit.id), names),
            names_another=hit.id in review.naming_others,
        )
        for hit in review.hits
    )


def with_marketing(rows: Iterable[HitRow], blocked: Set[int]) -> tuple[HitRow, ...]:
    """Return `rows`, those marked whose row in the register has an id in `blocked`."""
    return tuple(
        replace(row, no_marketing=True) if row.place and row.place.row.id in blocked else row
        for row in rows
    )


def with_verdicts(rows: Iterable[HitRow], hits: Iterable[Hit]) -> tuple[HitRow, ...]:
    """Return `rows` with the verdicts that `hits` of the same request have now."""
    now = {hit.id: hit for hit in hits}
    return tuple(_judged(row, now[row.key]) if row.key in now else row for row in rows)


def _judged(row: HitRow, hit: Hit) -> HitRow:
    if (hit.verdict, hit.decided_at) == (row.verdict, row.decided_at):
        return row
    return replace(row, verdict=hit.verdict, decided_at=hit.decided_at, decided_by=hit.decided_by)


def second_of(place: Place) -> str:
    """Return what tells a row apart from others of its name: company, city or first other cell."""
    cell = cells_by_field(place)
    for field in (Field.COMPANY, Field.CITY, Field.EMAIL):
        if (text := cell(field)) and text != title_of(place):
            return text
    return next(_other_cells(place), "")


def _other_cells(place: Place) -> Iterator[str]:
    fields = {column.number: column.field for column in place.sheet.columns}
    for number, text in enumerate(place.row.all_cells, 1):
        if text and fields.get(number) not in NAME_FIELDS and text not in title_of(place):
            yield text


def _row_of_found(found: Found, names: Mapping[str, str]) -> HitRow:
    place, grade = found.place, found.grade
    return HitRow(
        key=place.row.id,
        title=title_of(place),
        path=place.source.path,
        file=names[place.source.path],
        sheet=_sheet_name(place, place.sheet.name),
        hidden=place.sheet.hidden,
        n=place.row.n,
        level=grade.level,
        score=grade.score,
        reasons=grade.reasons,
        place=place,
        names_another=found.names_another,
    )


def _row_of_hit(hit: Hit, place: Place | None, names: Mapping[str, str]) -> HitRow:
    return HitRow(
        key=hit.id,
        title=title_of(place) if place else _title_of_lost(hit),
        path=hit.file,
        file=names[hit.file],
        sheet=_sheet_name(place, hit.sheet),
        hidden=place.sheet.hidden if place else False,
        n=hit.row,
        level=hit.level,
        score=hit.score,
        reasons=hit.reasons,
        place=place,
        verdict=hit.verdict,
        decided_at=hit.decided_at,
        decided_by=hit.decided_by,
    )


def _sheet_name(place: Place | None, name: str) -> str:
    return "" if place and place.source.format in TEXT_FORMATS else name


def _title_of_lost(hit: Hit) -> str:
    return hit.reasons[0].cell if hit.reasons else hit.sheet
