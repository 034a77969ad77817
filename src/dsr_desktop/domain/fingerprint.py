"""Fingerprints of the event log: the beginning of an event's hash, as printed on documents."""

import re
from collections.abc import Iterable

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark

PRINTED = 16
"""How many signs of a hash are printed."""
_WHOLE = 64


def read_fingerprint(text: str) -> str:
    """Return a fingerprint as typed, in small letters and without blanks.

    Raises InvalidInputError for what is not 16 to 64 hexadecimal signs.
    """
    typed = "".join(text.split()).lower()
    if not re.fullmatch(f"[0-9a-f]{{{PRINTED},{_WHOLE}}}", typed):
        raise InvalidInputError(
            mark(
                "This is no fingerprint. It has {n} signs, 0-9 and a-f, and stands at the foot of "
                "letters and reports."
            ),
            n=PRINTED,
        )
    return typed


def place_in_chain(hashes: Iterable[str], typed: str) -> int | None:
    """Return the number of the event with this fingerprint, None if the log has none.

    A fingerprint that was once printed and is found no more shows that the end of the log was cut.
    """
    return next((n for n, one in enumerate(hashes, 1) if one.startswith(typed)), None)
