"""Reads what is left of JSON that is damaged or cut off: its whole records, the rest as text.

The second reader of JSON.
"""

import re
from collections.abc import Iterator
from json import JSONDecodeError

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.json_records import json_encoding
from dsr_desktop.readers.json_rows import DECODER, JsonObject, sheet_of
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.plain_text import cut

_TITLE = "Text"
_ESCAPE = re.compile(r'\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|["\\/bfnrt])')  # fmt: skip
_MOST_IN_VAIN = 8
"""How many times the length of the text may be read for objects that turn out to have no end."""


def read_json_pieces(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: each object that is whole is a row, and so is each line of text between them.

    Of objects that are not whole, those inside them are rows. Raises UnreadableError for what is
    nested too deeply, and where objects without an end lie in each other out of proportion.
    """
    encoding = json_encoding(document)
    yield FileFound("json", encoding)
    with document.open_text(encoding, "replace") as file:
        text = file.read()
    try:
        yield sheet_of(document.stem, lambda: _pieces(text, limits.cell_characters), limits)
    except RecursionError as error:
        raise UnreadableError(Problem.NESTED_DATA_TOO_DEEP) from error
    yield Warned(Problem.ONLY_LINES_READ, {})


def _pieces(text: str, longest: int) -> Iterator[object]:
    """Yield whole objects, and what stands between them as objects with one field."""
    left = _MOST_IN_VAIN * len(text)
    at = 0
    while (begin := text.find("{", at)) >= 0:
        yield from _between(text[at:begin], longest)
        try:
            value, at = DECODER.raw_decode(text, begin)
        except JSONDecodeError as error:
            left -= error.pos - begin
            if left < 0:
                raise UnreadableError(Problem.OUT_OF_PROPORTION) from error
            at = begin + 1
        else:
            if value:
                yield value
    yield from _between(text[at:], longest)


def _between(text: str, longest: int) -> Iterator[JsonObject]:
    for line in text.splitlines():
        for piece in cut(_ESCAPE.sub(_sign, line), longest):
            yield JsonObject([(_TITLE, piece)])


def _sign(escape: re.Match[str]) -> str:
    sign: str = DECODER.decode(f'"{escape[0]}"')
    return sign
