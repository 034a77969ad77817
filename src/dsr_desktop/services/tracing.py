"""By what the confirmed rows of a source are recognised when its files are read again."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.cells import join_cells
from dsr_desktop.domain.fields import NAME_FIELDS
from dsr_desktop.domain.hit import Hit, Verdict
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.own_names import own_names
from dsr_desktop.domain.own_values import own_values
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.domain.traces import (
    ConfirmedRow,
    Mention,
    Traces,
    mention_of,
    mention_of_part,
    name_of,
    row_hash,
)
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.shared_rows import may_be_several_peoples
from dsr_desktop.store.lookup import load_places, rows_of_sheet, rows_with_words
from dsr_desktop.store.sources import read_sheets

_Judged = Sequence[tuple[Place, Hit]]


def traces_of(
    register: Register, versions: Sequence[Source], hits: Sequence[Hit], asked: Asked
) -> Iterator[tuple[Source, Traces]]:
    """Yield each version of a file that has confirmed rows, with their traces, for one reading.

    `hits` are those of the request, `asked` is what was asked for. Whoever is somebody else in one
    version is so in all; a row that stood in a newer version only may be what is left of one in the
    earlier.
    """
    judged = [(source, _judged(register, source, hits)) for source in versions]
    spared: Counter[str] = Counter()
    for _source, rows in judged:
        spared |= Counter(
            join_cells(place.row.cells) for place, hit in rows if _is_somebody_else(hit)
        )
    wanted = {hit.source_id for hit in hits if hit.verdict is Verdict.CONFIRMED}
    for source, rows in judged:
        if source.id in wanted:
            yield source, _traces(register, source, rows, spared, asked)


def _judged(register: Register, source: Source, hits: Sequence[Hit]) -> _Judged:
    of_source = {hit.id: hit for hit in hits if hit.source_id == source.id}
    places = places_of(register, of_source.values())
    return [(place, of_source[hit_id]) for hit_id, place in places.items()]


def _traces(
    register: Register, source: Source, judged: _Judged, spared: Counter[str], asked: Asked
) -> Traces:
    kept = [(place, hit) for place, hit in judged if hit.verdict is Verdict.CONFIRMED]
    mentions = {place.row.id: _mentions(place, hit, asked) for place, hit in kept}
    confirmed = [
        row
        for place, hit in kept
        if not hit.is_only_mention and not mentions[place.row.id]
        for row in _confirmed_rows(place)
    ]
    return Traces(
        confirmed,
        spared.elements(),
        _namesakes(register, source, confirmed),
        [one for of_row in mentions.values() for one in of_row],
        country=asked.country,
        asked_keys=asked.keys,
        others=_others(register, source, {place.row.id for place, _hit in kept}),
    )


def _others(register: Register, source: Source, confirmed: Set[int]) -> frozenset[int]:
    assert source.id is not None  # noqa: S101 - it was read from the register
    return frozenset(
        row_hash(join_cells(row.cells))
        for sheet in read_sheets(register.database, source.id)
        for row in rows_of_sheet(register.database, sheet.id or 0)
        if row.id not in confirmed
    )


def _mentions(place: Place, hit: Hit, asked: Asked) -> tuple[Mention, ...]:
    """Return what is to go of a row that stays; of one that may be several people's, her keys."""
    if hit.is_only_mention:
        return tuple(_mention(place, column, text, asked) for column, text in hit.mentioning_cells)
    seen = Row.at(place)
    if own_names(asked, seen).several:
        return tuple(_own_parts(place, seen, asked))
    if not may_be_several_peoples(place):
        return ()
    cells = enumerate(place.row.all_cells, 1)
    told = [_mention(place, column, text, asked) for column, text in cells if text]
    by_key = tuple(one for one in told if one.emails or one.phones)
    return by_key or tuple(one for one in told if one.names)


def _own_parts(place: Place, seen: Row, asked: Asked) -> Iterator[Mention]:
    """Yield what of a couple's row is hers alone; family name and address stay for the other."""
    shares = own_values(asked, seen)
    for column, text, field in seen.filled():
        share = shares.get(column)
        whole = _mention(place, column, text, asked)
        if share is None and (whole.emails or whole.phones):
            yield whole
        elif share is not None and share.texts:
            yield mention_of_part(
                place.sheet.name, place.row.n, column, text, " ".join(share.texts), asked,
                is_name=field in NAME_FIELDS,
            )  # fmt: skip


def _mention(place: Place, column: int, text: str, asked: Asked) -> Mention:
    return mention_of(place.sheet.name, place.row.n, column, text, asked)


def _namesakes(
    register: Register, source: Source, confirmed: Sequence[ConfirmedRow]
) -> Iterator[str]:
    places_of_confirmed = {(row.sheet, row.row) for row in confirmed}
    for name in {name_of(row) for row in confirmed}:
        for place in load_places(register.database, rows_with_words(register.database, name)):
            here = (place.sheet.name, place.row.n)
            if place.source.id == source.id and here not in places_of_confirmed:
                yield join_cells(place.row.cells)


def _is_somebody_else(hit: Hit) -> bool:
    is_weak = hit.verdict is None and hit.level is Level.WEAK
    return hit.verdict is Verdict.REJECTED or is_weak


def _confirmed_rows(place: Place) -> Iterator[ConfirmedRow]:
    """Yield a row with what the register keeps of it, and last the row as its file had it."""
    seen = Row.at(place)
    for cells in dict.fromkeys((place.row.all_cells, place.row.cells)):
        yield ConfirmedRow(
            place.sheet.name, place.row.n, cells, tuple(seen.fields), tuple(seen.headers),
            place.row.notes,
        )  # fmt: skip


def shared_columns(place: Place, hit: Hit, asked: Asked) -> tuple[int, ...]:
    """Return the columns (from 1) that are to go of a row which stays; none where all of it goes."""
    return tuple(sorted({one.column for one in _mentions(place, hit, asked)}))
