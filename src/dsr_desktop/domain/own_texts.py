"""Which cells besides names, e-mails and phones name somebody else, and so stay out (art. 20(4))."""

import re

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.fields import CONSENT_FIELDS, NAME_FIELDS, Field
from dsr_desktop.domain.header_words import names_somebody_else as is_about_another
from dsr_desktop.domain.joined_keys import JoinedKey, keys_in
from dsr_desktop.domain.name_links import RELATIONS
from dsr_desktop.domain.named_in_text import Known, Writing, names_another, names_of_others
from dsr_desktop.domain.own_keys import is_asked, is_others_address
from dsr_desktop.domain.own_names import OwnNames
from dsr_desktop.domain.person import words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.row_names import address_words

_JUDGED_ELSEWHERE = NAME_FIELDS | {Field.EMAIL, Field.PHONE, Field.ADDRESS}
_PLACES = frozenset({Field.COMPANY, Field.CITY, Field.POSTCODE})
_WRITING = {
    Field.NOTE: Writing.PROSE,
    Field.CHANNEL: Writing.PROSE,
    **dict.fromkeys(CONSENT_FIELDS, Writing.PROSE),
    **dict.fromkeys(
        (Field.BIRTH_DATE, Field.COLLECTED_ON, Field.LAST_CONTACT_ON, Field.PROCESSING_ENDED_ON),
        Writing.FIGURES,
    ),
}
_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


def text_names_another(asked: Asked, row: Row, column: int, text: str, names: OwnNames) -> bool:
    """Tell whether a cell (`column` from 1) of text names or is about somebody else.

    Such a cell stays out as a whole: what is left of a sentence without its names may say something
    else. Names, e-mails, phones and addresses are judged by themselves.
    """
    field = row.fields[column - 1] if column <= len(row.fields) else None
    if field in _JUDGED_ELSEWHERE:
        return False
    if field is None and is_about_another(row.header(column)):
        return True
    if _has_others_key(asked, text, names):
        return True
    known = _known(asked, row, field, names)
    if field is not None and field in _PLACES:
        asides = any(names_another(one, known, Writing.PROSE) for one in _ASIDE.findall(text))
        return asides or names_another(text, known, Writing.LABEL)
    writing = Writing.LABEL if field is None else _WRITING.get(field, Writing.LABEL)
    return names_another(text, known, writing)


def stretches_of_others(
    asked: Asked, row: Row, column: int, text: str, names: OwnNames
) -> tuple[tuple[int, int], ...]:
    """Return where other people's names stand in a cell of text, judged as prose (from, to)."""
    field = row.fields[column - 1] if column <= len(row.fields) else None
    return names_of_others(text, _known(asked, row, field, names), Writing.PROSE)


def _known(asked: Asked, row: Row, field: Field | None, names: OwnNames) -> Known:
    """Choose the words that tell; a town or a company may well be called like somebody of the row."""
    of_addresses = (word for address in asked.emails for word in address_words(address))
    hers = names.words.union(asked.words_of_names, of_addresses)
    places = (text for kind in (*_PLACES, Field.ADDRESS) for _n, text in row.of_field(kind))
    nobodys = frozenset(word for text in places for word in words(text))
    if field in _PLACES:
        return Known(hers)
    return Known(hers, names.others - nobodys - hers, nobodys)


def _has_others_key(asked: Asked, text: str, names: OwnNames) -> bool:
    """Tell whether a text has an e-mail with another name, or a phone beside a relation."""
    strange = [key for key in keys_in(text, asked.country) if not is_asked(asked, key)]
    is_related = not RELATIONS.isdisjoint(words(text))
    return any(_is_others(key, names, is_related=is_related) for key in strange)


def _is_others(key: JoinedKey, names: OwnNames, *, is_related: bool) -> bool:
    return is_others_address(key, names) if key.kind is Field.EMAIL else is_related
