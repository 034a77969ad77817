"""Guesses what a text typed into the search field of a page header means."""

import re

from dsr_desktop.domain.criteria import Criteria

_REFERENCE = re.compile(r"DSR-\d{4}-\d+", re.IGNORECASE)
_PHONE_MARKS = frozenset(" +-./()")
_FEWEST_DIGITS = 6


def reference_meant(text: str) -> str:
    """Return the request reference that `text` is, "" if it is something else."""
    return text.strip().upper() if _REFERENCE.fullmatch(text.strip()) else ""


def criteria_meant(text: str) -> Criteria | None:
    """Take `text` for an e-mail address, a phone number or a name; None if it is empty."""
    text = text.strip()
    if not text:
        return None
    if "@" in text:
        return Criteria(email=(text,))
    return Criteria(phone=(text,)) if _looks_like_a_phone(text) else Criteria(name=(text,))


def _looks_like_a_phone(text: str) -> bool:
    digits = sum(letter.isdigit() for letter in text)
    others = [letter for letter in text if not letter.isdigit() and letter not in _PHONE_MARKS]
    return digits >= _FEWEST_DIGITS and not others
