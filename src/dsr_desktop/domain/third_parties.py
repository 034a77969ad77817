"""Points out what in a piece may be about somebody else: suggestions, the DPO decides (domain.md 7.2)."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.joined_keys import keys_in
from dsr_desktop.domain.named_in_text import Known, Writing, names_of_others
from dsr_desktop.domain.own_keys import is_asked
from dsr_desktop.domain.own_names import Share, own_names
from dsr_desktop.domain.own_texts import stretches_of_others, text_names_another
from dsr_desktop.domain.own_values import own_values
from dsr_desktop.domain.person import words
from dsr_desktop.domain.review_item import Found, Suggestion
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.row_names import address_words

_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{2,4}){3,8}(?![A-Z0-9])")
_SHORTEST_IBAN, _LONGEST_IBAN = 15, 34
_KINDS = {Field.EMAIL: Found.EMAIL, Field.PHONE: Found.PHONE}
_JUDGED_BY_SHARE = frozenset({
    Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.EMAIL, Field.PHONE, Field.ADDRESS,
    Field.BIRTH_DATE,
})  # fmt: skip


def suggestions_in_row(
    asked: Asked, row: Row, mentioning: Collection[int] | None = None
) -> Mapping[int, tuple[Suggestion, ...]]:
    """Return what to look at, by column (from 1).

    `mentioning` are the columns that name the person in a row about somebody else: all others are
    pointed out whole. None for a row about the person.
    """
    names, shares = own_names(asked, row), own_values(asked, row)
    found: dict[int, tuple[Suggestion, ...]] = {}
    for column, text, field in row.filled():
        if mentioning is not None and column not in mentioning:
            found[column] = (_whole(text, Found.MENTION),)
        elif column in shares:
            found[column] = tuple(_beside(text, shares[column], _KINDS.get(field or Field.NOTE)))
        elif field not in _JUDGED_BY_SHARE:
            told = [*_keys(asked, text), *_ibans(text)]
            if text_names_another(asked, row, column, text, names):
                spans = stretches_of_others(asked, row, column, text, names)
                told += [Suggestion(*span, Found.NAME) for span in spans]
                told = told or [_whole(text, Found.NOT_HERS)]
            found[column] = apart(told)
    return {column: told for column, told in found.items() if told}


def suggestions_in_text(asked: Asked, text: str) -> tuple[Suggestion, ...]:
    """Return what to look at in a text of somebody's own: a message, an answer, a note."""
    of_addresses = (word for address in asked.emails for word in address_words(address))
    companies = frozenset(word for one in asked.criteria.company for word in words(one))
    known = Known(asked.words_of_names.union(of_addresses), nobodys=companies)
    named = (Suggestion(*span, Found.NAME) for span in names_of_others(text, known, Writing.PROSE))
    return apart([*_keys(asked, text), *_ibans(text), *named])


def apart(told: Collection[Suggestion]) -> tuple[Suggestion, ...]:
    """Put suggestions in the order of the text; one that begins within another is joined to it."""
    joined: list[Suggestion] = []
    for one in sorted(told, key=lambda each: (each.start, -each.end)):
        if joined and one.start < joined[-1].end:
            joined[-1] = replace(joined[-1], end=max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return tuple(joined)


def _whole(text: str, found: Found) -> Suggestion:
    return Suggestion(0, len(text), found)


def _beside(text: str, share: Share, found: Found | None) -> Iterator[Suggestion]:
    """Yield what stands between the parts of a cell that are the person's own."""
    if not share.is_cut:
        return
    own = [span for part in share.texts for span in (m.span() for m in _places(part, text))]
    start = 0
    for begin, end in [*sorted(own), (len(text), len(text))]:
        between = text[start:begin]
        left, right = len(between) - len(between.lstrip(_SIGNS)), len(between.rstrip(_SIGNS))
        if left < right:
            yield Suggestion(start + left, start + right, found or Found.NOT_HERS)
        start = max(start, end)


_SIGNS = " ,;/|&+\n\r\t"


def _places(part: str, text: str) -> Iterator[re.Match[str]]:
    pieces = [re.escape(word) for word in part.split()]
    return re.finditer(r"\s+".join(pieces), text) if pieces else iter(())


def _keys(asked: Asked, text: str) -> Iterator[Suggestion]:
    for key in keys_in(text, asked.country):
        if is_asked(asked, key):
            continue
        for place in re.finditer(re.escape(key.written), text):
            yield Suggestion(*place.span(), _KINDS.get(key.kind, Found.NOT_HERS))


def _ibans(text: str) -> Iterator[Suggestion]:
    for place in _IBAN.finditer(text):
        if _is_iban(place[0].replace(" ", "")):
            yield Suggestion(*place.span(), Found.IBAN)


def _is_iban(signs: str) -> bool:
    """Tell whether the check figures hold (ISO 13616, modulo 97)."""
    if not _SHORTEST_IBAN <= len(signs) <= _LONGEST_IBAN:
        return False
    figures = "".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])
    return int(figures) % 97 == 1
