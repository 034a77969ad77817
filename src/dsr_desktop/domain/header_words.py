"""Recognises column titles, however they are written and whatever stands around the known words."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from dsr_desktop.domain.column_titles import decorations, entries, forms, key_of, keys_of, origins
from dsr_desktop.domain.column_titles.names import READINGS
from dsr_desktop.domain.column_titles.purposes import PURPOSE_WORDS
from dsr_desktop.domain.column_titles.telling import TELLING
from dsr_desktop.domain.fields import CONSENT_FIELDS, Field, Origin
from dsr_desktop.domain.person import words

LONGEST_TITLE = 200
_Words = tuple[str, ...]

_POSSESSIVES = frozenset(words(decorations.POSSESSIVES))
_LEADING = _POSSESSIVES | frozenset(words(decorations.LEADING_WORDS))
_OWN_PERSON = frozenset(words(decorations.OWN_PERSON))
_PLACES = frozenset(words(decorations.PLACES))
_LINES = frozenset(words(decorations.LINES))
_HINTS = frozenset(words(decorations.HINTS)) | _OWN_PERSON | _PLACES | _LINES
_SMALL = frozenset(
    words(
        "de du des d la le les l del della dell di da do dos van of the i im am au en from par per por"
    )
)
_SOMEBODY_ELSE = frozenset(words(decorations.SOMEBODY_ELSE))
_NO_PHONES = frozenset(words(decorations.NO_PHONES))
_NUMBER_WORDS = frozenset({"n", "no", "nr", "num", "numero", "nummer"})
_NUMBER = re.compile(r"\d{1,2}(?:er|ere|e|eme|nd|st|rd|th)?")
_NUMBER_AT_END = re.compile(r"(?<=[a-z])\d{1,2}$")
_DATA = re.compile(r"[\W\d_]+|\S+@\S+")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NAME_AND_PART = re.compile(r"([^()]+)\(([^()]+)\)\W*")
_BETWEEN_LANGUAGES = re.compile(r"\s*[/|\n\r]\s*|\s+-\s+")
_PERSONAL = frozenset({
    Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.EMAIL, Field.PHONE, Field.COMPANY,
    Field.ADDRESS, Field.POSTCODE, Field.CITY, Field.BIRTH_DATE, Field.NOTE,
})  # fmt: skip
_PLACED = frozenset({Field.EMAIL, Field.PHONE, Field.ADDRESS, Field.POSTCODE, Field.CITY})
_NEVER_DATA = frozenset({
    Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.POSTCODE, Field.BIRTH_DATE,
    Field.IDENTIFIER, Field.COLLECTED_ON, Field.LAST_CONTACT_ON, Field.PROCESSING_ENDED_ON,
})  # fmt: skip
_TELLING = frozenset(words(TELLING))


def field_of_header(header: str) -> Field | None:
    """Return the field that a column title means by itself, or None for a title that is not known.

    Case, accents, punctuation, numbers ("Phone 2"), possessives ("Votre nom"), places ("E-mail
    pro") and hints in brackets ("Nom (obligatoire)") do not matter. Every word must be known: the
    e-mail of a sponsor ("E-mail parrain") is not the person's. A consent or an objection may name
    what it is about ("Désinscrit SMS").
    """
    return field_of_known(known_title(header))


@lru_cache(maxsize=8192)
def known_title(header: str) -> str | None:
    """Return the key under which the tables have a title, or None."""
    text = header.strip()
    if not text or len(text) > LONGEST_TITLE or _DATA.fullmatch(text):
        return None
    text = text.replace("#", " no ")
    writings = (text, _without_hints(text), _CAPITAL_INSIDE.sub(" ", text))
    key = _part_of_name(text) or next(filter(None, map(_known, map(words, writings))), None)
    return key or _in_two_languages(text)


def field_of_known(key: str | None) -> Field | None:
    """Return the field of a key that `known_title` gave."""
    return None if key is None else _fields()[key]


def is_telling(header: str) -> bool:
    """Tell whether a known title is one that is hardly ever somebody's data."""
    key = known_title(header)
    if key is None or _fields()[key] not in _NEVER_DATA:
        return False
    parts = words(header)
    return key in _TELLING or (len(parts) > 1 and key == key_of(parts))


def is_message_title(header: str) -> bool:
    """Tell whether a column holds what people wrote themselves, not what staff noted."""
    return key_of(words(_without_hints(header))) in _messages()


def is_form_timestamp(header: str) -> bool:
    """Tell whether a title is that of the moment at which a form was sent."""
    return key_of(words(_without_hints(header))) in _timestamps()


def is_question(header: str) -> bool:
    """Tell whether a title asks the person: "Votre régime alimentaire", "Viendrez-vous ?"."""
    parts = words(header)
    return "?" in header or bool(parts and parts[0] in _POSSESSIVES)


def names_somebody_else(header: str) -> bool:
    """Tell whether a title is about a relative, a sponsor, a payer: not the person of the row."""
    return not _SOMEBODY_ELSE.isdisjoint(words(header))


def figures_are_no_phones(header: str) -> bool:
    """Tell whether figures under this title are something else: a fax, an IBAN, an order."""
    return not _NO_PHONES.isdisjoint(words(header))


def origin_of_title(header: str) -> Origin | None:
    """Return the origin of a column without a field, None where nobody can know."""
    return _origins().get(key_of(words(header)))


def _known(parts: _Words) -> str | None:
    return next((key for key in _forms(parts)), None)


def _forms(parts: _Words) -> Iterator[str]:
    """Yield the keys that a title has with less and less of what stands around it."""
    yield from _listed(parts)
    bare = _without_lead(_without_numbers(parts))
    yield from _listed(bare)
    own = _without(bare, _OWN_PERSON)
    yield from _listed(own, _PERSONAL)
    for one in (bare, own):
        placed = _without(one, _PLACES)
        yield from _listed(placed, _PLACED)
        yield from _listed(_without(placed, _LINES), _PLACED)
    yield from _listed(_without(bare, PURPOSE_WORDS), CONSENT_FIELDS)


def _listed(parts: _Words, fields: frozenset[Field] | None = None) -> Iterator[str]:
    variants = [parts]
    if len(parts) > 1 and parts[0] in _NUMBER_WORDS:
        variants.append(("numero", *parts[1:]))
    table = _fields()
    for key in map(key_of, variants):
        if key in table and (fields is None or table[key] in fields):
            yield key


def _without_numbers(parts: _Words) -> _Words:
    left = (_NUMBER_AT_END.sub("", part) for part in parts if not _NUMBER.fullmatch(part))
    return tuple(part for part in left if part)


def _without_lead(parts: _Words) -> _Words:
    """Leave out "votre" and "quelle est votre", but no article that stands alone."""
    at = next((index for index, part in enumerate(parts) if part not in _LEADING), len(parts))
    return parts[at:] if not _POSSESSIVES.isdisjoint(parts[:at]) else parts


def _without(parts: _Words, left_out: frozenset[str]) -> _Words:
    """Leave out words, with the small ones before them: "Téléphone du bureau", "Nom de l'élève"."""
    if left_out.isdisjoint(parts):
        return parts
    kept: list[str] = []
    for part in parts:
        if part not in left_out:
            kept.append(part)
            continue
        while len(kept) > 1 and kept[-1] in _SMALL:
            kept.pop()
    return tuple(kept)


def _without_hints(text: str) -> str:
    """Leave out brackets that hold nothing but hints: "(obligatoire)", "(JJ/MM/AAAA)"."""
    return _ASIDE.sub(lambda found: "" if _is_hint(words(found[1])) else found[0], text)


def _is_hint(parts: Iterable[str]) -> bool:
    return all(part in _HINTS or _NUMBER.fullmatch(part) for part in parts)


def _part_of_name(text: str) -> str | None:
    """Read "Name (First)" and "Nom (Prénom)", as form plugins write the parts of a name."""
    found = _NAME_AND_PART.fullmatch(text)
    if not found or key_of(words(found[1])) not in READINGS:
        return None
    inner = _known(words(found[2]))
    return inner if inner and _fields()[inner] in {Field.GIVEN_NAME, Field.FAMILY_NAME} else None


def _in_two_languages(text: str) -> str | None:
    """Read "Nom / Name" and "Tel. / Mobile": parts that all mean the same."""
    parts = [part for part in _BETWEEN_LANGUAGES.split(text) if part.strip()]
    if len(parts) < 2:
        return None
    keys = [_known(words(_without_hints(part))) for part in parts]
    fields = {_fields()[key] if key else None for key in keys}
    return keys[0] if len(fields) == 1 else None


# The tables are made when the first title is asked for: the start of the window does without them.


@cache
def _fields() -> dict[str, Field]:
    return {key_of(words(title)): field for title, field in entries()}


@cache
def _messages() -> frozenset[str]:
    return keys_of(forms.MESSAGES)


@cache
def _timestamps() -> frozenset[str]:
    return keys_of(forms.TIMESTAMPS)


@cache
def _origins() -> dict[str, Origin]:
    tables = {
        Origin.OBSERVED: origins.OBSERVED,
        Origin.INFERRED: origins.INFERRED,
        Origin.INTERNAL: origins.INTERNAL,
    }
    return {key: origin for origin, titles in tables.items() for key in keys_of(titles)}
