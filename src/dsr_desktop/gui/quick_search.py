"""Guesses what a text typed into the search field of a page header means."""

import re
from collections.abc import Callable

from dsr_desktop.domain.criteria import LONGEST_VALUE, Criteria, make_criteria
from dsr_desktop.domain.dates import birthdays_meant
from dsr_desktop.domain.person import canonical_phone

_REFERENCE = re.compile(r"DSR-\d{4}-\d+", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}([./ -])\d{1,2}\1\d{4}|\d{4}-\d{1,2}-\d{1,2}", re.ASCII)
_FIGURES = re.compile(r"[\d +./()-]*\d[\d +./()-]*")
_NUMBER_SIGN = re.compile(r"(?:n\s?[°º]|#)\s*(?=\d)", re.IGNORECASE)
_CODE = re.compile(r"[^\W_]+(?:[-_/.:#][^\W_]+)*")
_CODE_IN_GROUPS = re.compile(r"[^\W_]+(?:[-_/.:# ][^\W_]+)*")
_FEWEST_OF_A_PHONE = 6
_MOST_OF_A_PREFIX = 3
_FEWEST_TYPED = 2


def reference_meant(text: str) -> str:
    """Return the request reference that `text` is, "" if it is something else."""
    return text.strip().upper() if _REFERENCE.fullmatch(text.strip()) else ""


def criteria_meant(text: str, country: str) -> Criteria | None:
    """Take `text` for an e-mail, a birth date, a phone, an identifier or a name; None if it is empty.

    `country` (ISO 3166) completes local numbers. The user sees what it was taken for, and can change
    it. Raises InvalidInputError as `make_criteria`.
    """
    text = text.strip()
    if not text:
        return None
    kind = _kind_of(text, country)
    bare = _NUMBER_SIGN.sub("", text, count=1) if kind == "identifier" else text
    return make_criteria({kind: bare})


def typed_criteria(text: str, country: str) -> Criteria | None:
    """Return what a text means that is still being typed; None for too little of it, or too much.

    A reference of a request is no criterion: Enter opens the request.
    """
    letters = sum(letter.isalnum() for letter in text)
    if letters < _FEWEST_TYPED or len(text) > LONGEST_VALUE or reference_meant(text):
        return None
    return criteria_meant(text, country)


def _kind_of(text: str, country: str) -> str:
    if "@" in text:
        return "email"
    if len(text) > LONGEST_VALUE:
        return "name"
    if _FIGURES.fullmatch(text):
        return _kind_of_figures(text, country)
    return "identifier" if _is_identifier(_NUMBER_SIGN.sub("", text, count=1)) else "name"


def _kind_of_figures(text: str, country: str) -> str:
    """Take figures with a day for one; of the rest those for a phone that are or may become one."""
    if _count(text, str.isdigit) < _FEWEST_OF_A_PHONE:
        return "identifier"
    is_phone = canonical_phone(text, country) is not None
    if _DAY.fullmatch(text) and birthdays_meant(text) and not (is_phone and " " in text):
        return "birth_date"
    return "phone" if is_phone or _begins_a_phone(text) else "identifier"


def _begins_a_phone(text: str) -> bool:
    """Tell whether figures begin as a phone number is dialled: 06 12 34, +33 6 12, (01) 40 20."""
    return text[0] in "+(" or (text[0] == "0" and not text.startswith("00"))


def _is_identifier(text: str) -> bool:
    """Tell C-00123, 4711, AB12CD and FR76 3000 6000 from Studio 54: mostly figures, few letters.

    One figure in a word is no identifier: 3M, H2O.
    """
    digits, letters = _count(text, str.isdigit), _count(text, str.isalpha)
    if _CODE.fullmatch(text):
        return digits > 1
    return bool(_CODE_IN_GROUPS.fullmatch(text)) and letters <= _MOST_OF_A_PREFIX <= digits


def _count(text: str, is_one: Callable[[str], bool]) -> int:
    return sum(map(is_one, text))
