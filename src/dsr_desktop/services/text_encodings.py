"""Encodings of text that a user may name for a file."""

import codecs

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.readers.encodings import CHOICES

ENCODINGS = CHOICES
"""Every encoding that a text may be said to have."""
_ALSO = {"iso8859_1": "cp1252", "utf_8_sig": "utf-8", "utf_16": "utf-16-le"}
_BY_NAME = {name.replace("-", "_"): name for name in CHOICES} | _ALSO


def encoding_named(name: str) -> str:
    """Return one of `CHOICES` for a name as people write it: latin1, Windows-1252, UTF8.

    Raises InvalidInputError that lists them for any other.
    """
    try:
        known = codecs.lookup(name.strip()).name.replace("-", "_")
    except (LookupError, ValueError):
        known = ""
    if known not in _BY_NAME:
        raise InvalidInputError(
            mark("There is no text encoding {name} here. Name one of: {known}."),
            name=name[:40],
            known=", ".join(CHOICES),
        )
    return _BY_NAME[known]
