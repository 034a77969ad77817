"""Which rows of the register are a person's, which keys are hers, which files are not read again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.asked import Asked, make_ready
from dsr_desktop.domain.erasure import RowToErase
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.expansion import new_keys
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.hit import Hit, HitCounts
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Place
from dsr_desktop.domain.suppression import SuppressionKey, email_key, person_key, phone_key
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.services.candidates import scale_in
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.register import Register
from dsr_desktop.services.rescanning import last_rescan
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.services.tracing import shared_columns
from dsr_desktop.store.lookup import load_places
from dsr_desktop.store.sources import read_sources
from dsr_desktop.store.versions import rows_before

_NOTHING_LEFT = frozenset({RescanStatus.CLEAN, RescanStatus.GONE})
_AFTER_A_READING = frozenset(
    {EventKind.HITS_JUDGED, EventKind.READING_OVERTAKEN, EventKind.HITS_REOPENED}
)


@dataclass(frozen=True)
class Erasable:
    """The person of a request in the register: rows, and the keys in clear that will be listed."""

    request: Request
    counts: HitCounts
    rows: tuple[RowToErase, ...]
    keys: tuple[SuppressionKey, ...]
    typed: TypedKeys


def erasable(register: Register, ref: str, today: date) -> Erasable:
    """Find what of the person the register has: confirmed rows, and what they go on from.

    Raises NotFoundError for an unknown reference.
    """
    view = view_request(register, ref, today)
    asked = make_ready(view.request.criteria, register.company.country)
    places = places_of(register, view.confirmed)
    cited = [(places[hit.id], hit) for hit in view.confirmed if hit.id in places]
    rows = [_row(place, hit, asked) for place, hit in cited]
    rows += _earlier_rows(register, cited, asked)
    own = [Row.at(place) for (place, _hit), row in zip(cited, rows, strict=False) if row.goes_whole]
    keys, typed = _keys(register, view.request, own)
    unique = {row.row_id: row for row in reversed(rows)}
    ordered = tuple(unique[id_] for id_ in sorted(unique))
    return Erasable(view.request, view.found, ordered, keys, typed)


def unread_files(
    register: Register, found: Erasable, rows: Sequence[RowToErase]
) -> tuple[str, ...]:
    """Return the names of the files of `rows` that were not read again since, and seen clean."""
    reading = last_rescan(register, found.request.ref)
    known = {one.path: one.status for one in reading.sources} if reading else {}
    if not _is_fresh(register, found.request.ref):
        known = {}
    wanted = {row.source_id for row in rows}
    unread = [
        source.name
        for source in read_sources(register.database)
        if source.id in wanted and source.is_current
        and not all(known.get(path) in _NOTHING_LEFT for path in source.paths)
    ]  # fmt: skip
    return tuple(dict.fromkeys(unread))


def _is_fresh(register: Register, ref: str) -> bool:
    """Tell whether the files were read after the last verdict, and nothing came in between."""
    for event in reversed(history(register, ref)):
        if event.kind == EventKind.SOURCES_READ_AGAIN:
            return True
        if event.kind in _AFTER_A_READING:
            return False
    return False


def _row(place: Place, hit: Hit, asked: Asked) -> RowToErase:
    return RowToErase(
        place.row.id, place.source.id or 0, place.source.sha256 or "", place.sheet.name,
        place.row.n, shared_columns(place, hit, asked),
    )  # fmt: skip


def _earlier_rows(
    register: Register, cited: Sequence[tuple[Place, Hit]], asked: Asked
) -> Iterator[RowToErase]:
    """Yield the rows of earlier versions of files that go on as a cited one and are hers as well."""
    by_row = {place.row.id: hit for place, hit in cited}
    before = dict((row, latest) for latest, row in rows_before(register.database, by_row))
    if not before:
        return
    scale = scale_in(register.database, asked)
    for place in load_places(register.database, before.keys() - by_row.keys()):
        grade = grade_row(scale.asked, Row.at(place), scale)
        if grade is not None:
            hit = replace(by_row[before[place.row.id]], reasons=grade.reasons)
            yield _row(place, hit, asked)


def _keys(
    register: Register, request: Request, rows: Sequence[Row]
) -> tuple[tuple[SuppressionKey, ...], TypedKeys]:
    """Return her keys, of the request and of her rows: e-mails and phones, else name and postcode."""
    country = register.company.country
    proposed = new_keys(request.criteria, rows, country)
    emails = (*request.criteria.email, *(one.value for one in proposed if one.criterion == "email"))
    phones = (*request.criteria.phone, *(one.value for one in proposed if one.criterion == "phone"))
    keys: dict[SuppressionKey, tuple[str, str]] = {}
    for kind, texts in (("email", emails), ("phone", phones)):
        for text in texts:
            try:
                key = email_key(text) if kind == "email" else phone_key(text, country)
            except InvalidInputError:  # what cannot be meant as a key is found in no list either
                continue
            keys.setdefault(key, (kind, text))
    if not keys:
        return _person_keys(request, rows)
    given = list(keys.values())
    typed = TypedKeys(
        emails=tuple(text for kind, text in given if kind == "email"),
        phones=tuple(text for kind, text in given if kind == "phone"),
    )
    return tuple(keys), typed


def _person_keys(
    request: Request, rows: Sequence[Row]
) -> tuple[tuple[SuppressionKey, ...], TypedKeys]:
    """Return the key of somebody without e-mail or phone, which only ever warns; none without both."""
    postcodes = (*request.criteria.postcode, *(
        text for row in rows for _column, text, field in row.filled() if field is Field.POSTCODE
    ))  # fmt: skip
    for name in request.criteria.name:
        for postcode in postcodes:
            try:
                key = person_key(name, postcode)
            except InvalidInputError:
                continue
            return (key,), TypedKeys(name=name, postcode=postcode)
    return (), TypedKeys()
