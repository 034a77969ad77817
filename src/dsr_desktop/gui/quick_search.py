"""Guesses what a text typed into the search field of a page header means."""

import re

from dsr_desktop.domain.criteria import LONGEST_VALUE, Criteria
from dsr_desktop.domain.dates import birthdays_meant

_REFERENCE = re.compile(r"DSR-\d{4}-\d+", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}-\d{1,2}-\d{1,2}", re.ASCII)
_PHONE_MARKS = frozenset(" +-./()")
_FEWEST_DIGITS = 6
_FEWEST_TYPED = 2


def reference_meant(text: str) -> str:
    """Return the request reference that `text` is, "" if it is something else."""
    return text.strip().upper() if _REFERENCE.fullmatch(text.strip()) else ""


def criteria_meant(text: str) -> Criteria | None:
    """Take `text` for an e-mail address, a birth date, a phone number or a name; None if it is empty."""
    text = text.strip()
    if not text:
        return None
    if "@" in text:
        return Criteria(email=(text,))
    if _DAY.fullmatch(text) and birthdays_meant(text):
        return Criteria(birth_date=(text,))
    return Criteria(phone=(text,)) if _looks_like_a_phone(text) else Criteria(name=(text,))


def typed_criteria(text: str) -> Criteria | None:
    """Return what a text means that is still being typed; None for too little of it, or too much.

    A reference of a request is no criterion: Enter opens the request.
    """
    letters = sum(letter.isalnum() for letter in text)
    if letters < _FEWEST_TYPED or len(text) > LONGEST_VALUE or reference_meant(text):
        return None
    return criteria_meant(text)


def _looks_like_a_phone(text: str) -> bool:
    digits = sum(letter.isdigit() for letter in text)
    others = [letter for letter in text if not letter.isdigit() and letter not in _PHONE_MARKS]
    return digits >= _FEWEST_DIGITS and not others
