"""Finds the lines "Name: …, E-mail: …" of a web form in the text of a mail."""

import re
from collections.abc import Iterator, Sequence

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.header_words import field_of_header, is_message_title

_LABEL = re.compile(
    r"[\s>*_\-•·#]*([^\s:=\t*_][^:=\t]{0,59}?)[\s*_\xa0]*"
    r"(?:[:=][\s*_\xa0]*(?![\\/])|\t+)(.*)\Z"
)
_BARE_LABEL = re.compile(r"[\s>*_\-•·#]*([^\s*_].{0,59}?)[\s*_:]*\Z")
_FEWEST_KNOWN = 3
_MOST_LABELS = 100
_MOSTLY = 0.5
_LONGEST_LINE = 2_000
_LONGEST_TEXT = 200_000

Line = tuple[str, str]
"""Label, empty for a line without one, and value."""


def form_fields(text: str) -> list[tuple[str, str]]:
    """Return labels and values, as written, of a text that mostly consists of them; else nothing.

    At least three different labels must be column titles that are known. A label may stand on the
    line above its value; a message goes on over the lines that follow it.
    """
    if len(text) > _LONGEST_TEXT:
        return []
    lines = [_label_and_value(line) for line in text.split("\n") if line.strip()]
    known = {field_of_header(label) for label, _ in lines if label} - {None}
    if len(known) < _FEWEST_KNOWN:
        return []
    fields = list(_gathered(lines))
    taken = sum(1 + value.count("\n") + alone for _, value, alone in fields)
    if taken < _MOSTLY * len(lines) or len(fields) > _MOST_LABELS:
        return []
    return [(label, value) for label, value, _ in fields if value]


def _label_and_value(line: str) -> Line:
    if len(line) > _LONGEST_LINE:
        return "", line.strip()
    if found := _LABEL.match(line):
        return found[1], found[2].strip(" \t\r*_\xa0")
    bare = _BARE_LABEL.match(line)
    if bare and field_of_header(bare[1]) is not None:
        return bare[1], ""
    return "", line.strip()


def _gathered(lines: Sequence[Line]) -> Iterator[tuple[str, str, bool]]:
    """Yield label, value, and whether the value stood on the line below."""
    label, values, below = "", list[str](), False
    for name, value in lines:
        if name and not (_is_message(label) and field_of_header(name) is None):
            if label:
                yield label, "\n".join(values), below
            label, values, below = name, [value] if value else [], False
        elif label and (not values or _is_message(label)):
            below = below or not values
            values.append(f"{name}: {value}" if name else value)
    if label:
        yield label, "\n".join(values), below


def _is_message(label: str) -> bool:
    return is_message_title(label) or field_of_header(label) is Field.NOTE
