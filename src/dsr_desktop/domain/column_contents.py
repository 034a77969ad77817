"""What the values of a column say about its meaning, whatever its title."""

import re
from collections.abc import Callable, Sequence

from dsr_desktop.domain.column_titles.names import NO_NAMES
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.header_words import figures_are_no_phones, known_title
from dsr_desktop.domain.person import canonical_email, fold, phone_tail, phones_in

_MOST = 0.6
_SOME = 0.4
_NEARLY_ALL = 0.9
_FEWEST_POSTCODES = 3
_FEWEST_TO_DOUBT = 2
_FIGURES = frozenset({
    Field.IDENTIFIER, Field.POSTCODE, Field.BIRTH_DATE, Field.COLLECTED_ON,
    Field.LAST_CONTACT_ON, Field.PROCESSING_ENDED_ON,
})  # fmt: skip
_BETWEEN_EMAILS = re.compile(r"[\s;,/|]+")
_BETWEEN_PHONES = re.compile(r"\s*[;,|\n]\s*|\s+/\s+")
_FIRST_SIGNS = frozenset("+0(")
_POSTCODE = re.compile(r"\d{5}")
_WORDS_ONLY = re.compile(r"[^\W\d_][^\d_@]*")


def field_of_values(values: Sequence[str], titled: Field | None, header: str) -> Field | None:
    """Return the field of a column whose title says `titled`, in the light of its filled cells.

    A column of e-mails is one whatever its title; so is one of phone numbers with a plus or leading
    zero, unless its title says that its figures are something else. What cannot be what the title
    says (a "Client" who is "oui", a "Nombre" of 12) has no field.
    """
    if not values:
        return titled
    if _share(values, _are_emails) >= _MOST:
        return Field.EMAIL
    own_figures = titled in _FIGURES or figures_are_no_phones(header)
    if not own_figures and _share(values, _are_phones) >= _MOST:
        return Field.PHONE
    if titled in NAME_FIELDS and _is_way_of_contact(header) and _share(values, _has_tail) >= _MOST:
        return Field.PHONE
    can_be = _CAN_BE.get(titled) if titled and len(values) >= _FEWEST_TO_DOUBT else None
    return None if can_be and _share(values, can_be) < _SOME else titled


def is_nearly_all(values: Sequence[str], field: Field) -> bool:
    """Tell whether nearly all filled cells of a column are e-mails or phone numbers (`field`)."""
    holds = {Field.EMAIL: _are_emails, Field.PHONE: _are_phones}.get(field)
    return holds is not None and bool(values) and _share(values, holds) >= _NEARLY_ALL


def are_postcodes(values: Sequence[str], beside: Sequence[str]) -> bool:
    """Tell whether a column without a title holds postcodes of five figures, `beside` towns."""
    return (
        len(values) >= _FEWEST_POSTCODES
        and bool(beside)
        and _share(values, lambda value: bool(_POSTCODE.fullmatch(value))) >= _NEARLY_ALL
        and _share(beside, lambda value: bool(_WORDS_ONLY.fullmatch(value))) >= _NEARLY_ALL
    )


def _share(values: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, values)) / len(values)


def _are_emails(value: str) -> bool:
    if "@" not in value and "＠" not in value:
        return False
    parts = [part.strip("<>") for part in _BETWEEN_EMAILS.split(value)]
    return all(canonical_email(part) for part in parts if part)


def _are_phones(value: str) -> bool:
    return value[:1] in _FIRST_SIGNS and all(map(_is_phone, _BETWEEN_PHONES.split(value)))


def _is_phone(value: str) -> bool:
    return value[:1] in _FIRST_SIGNS and value in phones_in(value) and _has_tail(value)


def _has_tail(value: str) -> bool:
    return phone_tail(value) is not None and not any(map(str.isalpha, value))


def _is_way_of_contact(header: str) -> bool:
    return (known_title(header) or "").startswith(("conta", "kontakt"))


def _can_be_name(value: str) -> bool:
    letters = sum(map(str.isalpha, value))
    return letters > sum(map(str.isdigit, value)) and fold(value) not in NO_NAMES


def _has_digit(value: str) -> bool:
    return any(map(str.isdigit, value))


def _is_no_answer(value: str) -> bool:
    return fold(value) not in NO_NAMES


_CAN_BE: dict[Field, Callable[[str], bool]] = {
    **dict.fromkeys(NAME_FIELDS, _can_be_name),
    Field.POSTCODE: _has_digit,
    Field.EMAIL: _is_no_answer,
    Field.PHONE: _is_no_answer,
}
