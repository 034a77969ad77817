"""Reads JSON and JSON Lines: a list of objects is a sheet, their fields are its columns."""

import codecs
import json
import re
from collections.abc import Iterator
from itertools import islice

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import CANDIDATES
from dsr_desktop.readers.json_rows import DECODER, JsonObject, Records, dotted, sheet_of
from dsr_desktop.readers.messages import FileFound, UnreadableError
from dsr_desktop.readers.parts import Part

_CHUNK = 1_000_000
_SPACE = re.compile(r"[ \t\r\n]*")


def read_json(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield a sheet for each list of objects; the names of the fields are its row 1.

    Fields of objects inside objects get dotted names, lists of plain values are joined by "; ".
    Beyond MOST_COLUMNS each field becomes a row: record, field, value. Raises UnreadableError for
    what is no JSON (RFC 8259) or nested too deeply.
    """
    try:
        encoding = json_encoding(document)
        yield FileFound("json", encoding)
        for name, records in _lists(document, encoding):
            yield sheet_of(name, records, limits)
    except RecursionError as error:
        raise UnreadableError(Problem.NESTED_DATA_TOO_DEEP) from error
    except ValueError as error:
        raise UnreadableError(Problem.DAMAGED) from error


def json_encoding(document: Document) -> str:
    """Return the encoding that the first bytes tell; what is no UTF-8 is in the one named.

    Without a name it is taken for Windows-1252.
    """
    encoding = json.detect_encoding(document.head(4))
    if _decodes(document, encoding):
        return encoding
    if encoding == "utf-8":
        return document.encoding if document.encoding in CANDIDATES else "cp1252"
    raise UnreadableError(Problem.DAMAGED)


def _decodes(document: Document, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with document.open() as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _lists(document: Document, encoding: str) -> Iterator[tuple[str, Records]]:
    if _is_json_lines(document, encoding):
        yield document.stem, lambda: _of_lines(document, encoding)
        return
    with document.open_text(encoding, "replace") as file:
        text = file.read()
    start = _skip_space(text, 0)
    if text.startswith("[", start):
        yield document.stem, lambda: _of_array(text, start)
    else:
        yield from _of_values(document, list(_values(text, start)))


def _is_json_lines(document: Document, encoding: str) -> bool:
    with document.open_text(encoding, "replace") as file:
        filled = filter(str.strip, file)
        first = list(islice(filled, 2))
    if len(first) < 2:
        return False
    try:
        return isinstance(DECODER.decode(first[0]), list)
    except ValueError:
        return False


def _of_lines(document: Document, encoding: str) -> Iterator[object]:
    with document.open_text(encoding, "replace") as file:
        for line in file:
            if line.strip():
                yield DECODER.decode(line)


def _of_array(text: str, start: int) -> Iterator[object]:
    """Yield the elements of the list that fills the text, one in memory at a time."""
    at = _skip_space(text, start + 1)
    while not text.startswith("]", at):
        value, at = DECODER.raw_decode(text, at)
        yield value
        at = _skip_space(text, at)
        if text.startswith(",", at):
            at = _skip_space(text, at + 1)
        elif not text.startswith("]", at):
            raise ValueError
    if _skip_space(text, at + 1) != len(text):
        raise ValueError


def _values(text: str, at: int) -> Iterator[object]:
    while at < len(text):
        value, at = DECODER.raw_decode(text, at)
        yield value
        at = _skip_space(text, at)


def _skip_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _of_values(document: Document, values: list[object]) -> Iterator[tuple[str, Records]]:
    if not any(isinstance(value, list) for value in values):
        raise UnreadableError(Problem.DAMAGED)
    if len(values) > 1:
        yield document.stem, lambda: iter(values)
        return
    (value,) = values
    lists: dict[str, list[object]] = {}
    rest = _without_lists(value, "", lists)
    for name, records in lists.items():
        yield name, _again(records)
    if rest:
        yield document.stem, _again([rest])


def _again(records: list[object]) -> Records:
    return lambda: iter(records)


def _without_lists(value: object, path: str, lists: dict[str, list[object]]) -> JsonObject:
    """Move the lists of objects out of an object and those inside it; return what is left."""
    rest = JsonObject()
    for key, inner in value if isinstance(value, JsonObject) else ():
        name = dotted(path, key)
        if isinstance(inner, JsonObject):
            if left := _without_lists(inner, name, lists):
                rest.append((key, left))
        elif _is_list_of_objects(inner):
            lists.setdefault(name, []).extend(inner if isinstance(inner, list) else ())
        else:
            rest.append((key, inner))
    return rest


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, JsonObject) for one in value)
