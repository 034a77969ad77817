"""Finds the rows of the register that hold a key of the suppression list, while it is in clear."""

from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.person import phone_tail, words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import StoredRow
from dsr_desktop.domain.suppression import (
    SuppressionKey,
    SuppressionKind,
    person_forms,
    phone_forms,
)
from dsr_desktop.services.register import Register
from dsr_desktop.store.lookup import load_places, rows_with_key, rows_with_words


def rows_with(register: Register, key: SuppressionKey) -> frozenset[int]:
    """Return the ids of the rows that an import would have marked or held for this key.

    Those of earlier versions of files are among them: such a version may come back.
    """
    if key.kind is SuppressionKind.EMAIL:
        return frozenset(rows_with_key(register.database, KeyKind.EMAIL, [key.canonical]))
    if key.kind is SuppressionKind.PHONE:
        return _rows_with_phone(register, key.canonical)
    return _rows_of_person(register, key.canonical)


def _rows_with_phone(register: Register, number: str) -> frozenset[int]:
    tail, country = phone_tail(number) or "", register.company.country
    ending = rows_with_key(register.database, KeyKind.PHONE, [tail])
    return frozenset(
        place.row.id
        for place in load_places(register.database, ending)
        if any(number in phone_forms(text, tail, country) for text in _texts(place.row))
    )


def _rows_of_person(register: Register, form: str) -> frozenset[int]:
    name, _space, _postcode = form.rpartition(" ")
    named = rows_with_words(register.database, words(name))
    rows = ((place.row.id, Row.at(place)) for place in load_places(register.database, named))
    return frozenset(id_ for id_, row in rows if form in person_forms(row.cells, row.fields))


def _texts(row: StoredRow) -> tuple[str, ...]:
    return (*row.all_cells, *(note.text for note in row.notes))
