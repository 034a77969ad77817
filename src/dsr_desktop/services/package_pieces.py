"""Gathers what an access package may hold: confirmed rows, systems' answers, the register's records.

Nothing is decided here; each piece comes with what may be about somebody else in it.
"""

from collections.abc import Iterable, Iterator

from dsr_desktop.domain.asked import Asked, make_ready
from dsr_desktop.domain.hit import Hit
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.own_record import OwnFound, RecordKind, RecordPart, RecordText
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.review_item import Found, ItemKind, ItemToReview, ReviewItem, Suggestion
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Place
from dsr_desktop.domain.source_task import SourceTask, TaskState
from dsr_desktop.domain.third_parties import suggestions_in_row, suggestions_in_text
from dsr_desktop.services.own_records import search_own_records
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.shared_rows import may_be_several_peoples
from dsr_desktop.services.source_tasks import list_tasks
from dsr_desktop.store.records import CONSENTS, DISCLOSURES, RECIPIENTS
from dsr_desktop.store.suppression import read_entries
from dsr_desktop.wording.language import Tr, speak
from dsr_desktop.wording.records import consent_label
from dsr_desktop.wording.review import disclosure_text, held_text, listed_text

_NOT_THE_PERSONS = frozenset({RecordKind.COMPANY, RecordKind.SYSTEM, RecordKind.RECIPIENT})
"""Records about the company itself: what they say of a person is her work, known to her."""
_LEFT_OUT = frozenset({RecordPart.REVIEW_NOTE, RecordPart.LETTER})
"""Words about the package itself, and letters to the person, who has them."""


def pieces_of(register: Register, view: RequestView) -> tuple[ItemToReview, ...]:
    """Return every piece of a request's package in the order in which it is handed over.

    What the register words itself (a consent, an entry of the list) is in the request's language.
    """
    asked = make_ready(view.request.criteria, register.company.country)
    tr = speak(view.request.language)
    places = places_of(register, view.confirmed)
    rows = ((hit, places[hit.id]) for hit in view.confirmed if hit.id in places)
    return (
        *(piece for hit, place in rows for piece in _of_row(asked, hit, place)),
        *(piece for task in list_tasks(register, view.request.ref) for piece in _of_task(asked, task)),
        *_of_register(register, asked, tr, view.request.ref),
    )  # fmt: skip


def _of_row(asked: Asked, hit: Hit, place: Place) -> Iterator[ItemToReview]:
    row = Row.at(place)
    mentioning = {column for column, _text in hit.mentioning_cells} if hit.is_only_mention else None
    told = suggestions_in_row(asked, row, mentioning)
    is_run_together = may_be_several_peoples(place)
    for column, text, _field in row.filled():
        whole = (Suggestion(0, len(text), Found.NOT_HERS),) if is_run_together else ()
        yield ItemToReview(_cell(hit, place, column, text), whole or told.get(column, ()))
    for n, note in enumerate(place.row.notes, 1):
        item = _cell(hit, place, note.column, note.text, key=f"h{hit.id}.n{n}", kind=ItemKind.NOTE)
        yield ItemToReview(item, suggestions_in_text(asked, note.text))


def _cell(
    hit: Hit, place: Place, number: int, text: str, *, key: str = "", kind: ItemKind = ItemKind.CELL
) -> ReviewItem:
    source, sheet = place.source, place.sheet
    column = next((one for one in sheet.columns if one.number == number), None)
    return ReviewItem(
        key or f"h{hit.id}.c{number}", f"file:{source.id}", kind, text, source.name, sheet.name,
        place.row.n, number, column.header if column else "", column.field if column else None,
        column.origin if column else None, source.channel or "", source.collected_on or "",
        source.imported_at[:10], source.activity or "",
    )  # fmt: skip


def _of_task(asked: Asked, task: SourceTask) -> Iterator[ItemToReview]:
    answer = task.answer
    if answer is None or task.state is not TaskState.FOUND:
        return
    item = ReviewItem(
        f"s{task.id}", f"system:{task.system.id}", ItemKind.SYSTEM, answer.text,
        name=task.system.name, day=answer.day.isoformat(),
        activity=" ".join(task.system.activities),
    )  # fmt: skip
    yield ItemToReview(item, suggestions_in_text(asked, answer.text))


def _of_register(register: Register, asked: Asked, tr: Tr, ref: str) -> Iterator[ItemToReview]:
    for found in search_own_records(register, asked, level=Level.STRONG):
        if found.kind in _NOT_THE_PERSONS:
            continue
        for n, said in enumerate(_texts(register, found, tr), 1):
            if said.part is RecordPart.SYSTEM_ANSWER and found.ref == ref:
                continue  # a piece of its own
            item = ReviewItem(
                f"r.{found.kind}.{found.ref}.{n}", f"record:{found.kind}:{found.ref}",
                ItemKind.RECORD, said.text, field=said.field, record=found.kind, part=said.part,
                ref=found.ref,
            )  # fmt: skip
            yield ItemToReview(item, _in_record(asked, said))


def _texts(register: Register, found: OwnFound, tr: Tr) -> Iterable[RecordText]:
    """Return the texts of a record; one that knows the person by a digest alone is put in words."""
    if found.kind is RecordKind.HELD_ROW:
        return _worded(found, held_text(tr, found))
    if found.kind is RecordKind.SUPPRESSION:
        entries = (one for one in read_entries(register.database) if str(one.id) == found.ref)
        return _worded(found, *(listed_text(tr, one) for one in entries))
    if found.kind is RecordKind.CONSENT:
        consent = CONSENTS.read(register.database, int(found.ref))
        return _worded(found, *([consent_label(tr, consent)] if consent else ()))
    if found.kind is RecordKind.DISCLOSURE:
        return _worded(found, *_disclosed(register, int(found.ref), tr))
    kept = (said for said in found.texts if said.part not in _LEFT_OUT)
    return [said for said in kept if said.text.strip()]


def _disclosed(register: Register, id_: int, tr: Tr) -> Iterator[str]:
    disclosure = DISCLOSURES.read(register.database, id_)
    to = disclosure and RECIPIENTS.read(register.database, disclosure.recipient_id)
    if disclosure and to:
        yield disclosure_text(tr, disclosure, to.name)


def _worded(found: OwnFound, *texts: str) -> list[RecordText]:
    return [RecordText(found.texts[0].part, text) for text in texts]


def _in_record(asked: Asked, said: RecordText) -> tuple[Suggestion, ...]:
    row = Row([said.text], [said.field])
    found = suggestions_in_row(asked, row).get(1, ())
    return found or suggestions_in_text(asked, said.text)
