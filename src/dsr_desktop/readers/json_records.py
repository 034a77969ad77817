"""Reads JSON and JSON Lines: a list of objects is a sheet, their fields are its columns."""

import codecs
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, islice

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import CANDIDATES
from dsr_desktop.readers.messages import FileFound, UnreadableError
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet

MOST_COLUMNS = 1_000
_CHUNK = 1_000_000
_EXACT_DIGITS = 15
_SPACE = re.compile(r"[ \t\r\n]*")

Records = Callable[[], Iterator[object]]
"""Gives the records of a sheet from the first on, each time it is called."""


class _Object(list[tuple[str, object]]):
    """A JSON object as its fields in order: a key may stand in it twice."""


class _Number(str):
    """A number as it was written."""

    __slots__ = ()

    def typed(self) -> float | int | None:
        """Value of the number; None where a float would not hold all of it."""
        if len(self) > _EXACT_DIGITS:
            return None
        value = float(self)
        if not math.isfinite(value):
            return None
        return int(self) if self.lstrip("-").isdigit() else value


_decoder = json.JSONDecoder(
    object_pairs_hook=_Object,
    parse_int=_Number,
    parse_float=_Number,
    parse_constant=str,
    strict=False,
)


def read_json(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield a sheet for each list of objects; the names of the fields are its row 1.

    Fields of objects inside objects get dotted names, lists of plain values are joined by "; ".
    Beyond MOST_COLUMNS each field becomes a row: record, field, value. Raises UnreadableError for
    what is no JSON (RFC 8259) or nested too deeply.
    """
    try:
        encoding = _encoding(document)
        yield FileFound("json", encoding)
        for name, records in _lists(document, encoding):
            yield _sheet(name, records, limits)
    except RecursionError as error:
        raise UnreadableError(Problem.NESTED_DATA_TOO_DEEP) from error
    except ValueError as error:
        raise UnreadableError(Problem.DAMAGED) from error


def _encoding(document: Document) -> str:
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


# --- where the lists are


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
        return isinstance(_decoder.decode(first[0]), list)
    except ValueError:
        return False


def _of_lines(document: Document, encoding: str) -> Iterator[object]:
    with document.open_text(encoding, "replace") as file:
        for line in file:
            if line.strip():
                yield _decoder.decode(line)


def _of_array(text: str, start: int) -> Iterator[object]:
    """Yield the elements of the list that fills the text, one in memory at a time."""
    at = _skip_space(text, start + 1)
    while not text.startswith("]", at):
        value, at = _decoder.raw_decode(text, at)
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
        value, at = _decoder.raw_decode(text, at)
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


def _without_lists(value: object, path: str, lists: dict[str, list[object]]) -> _Object:
    """Move the lists of objects out of an object and those inside it; return what is left."""
    rest = _Object()
    for key, inner in value if isinstance(value, _Object) else ():
        name = _dotted(path, key)
        if isinstance(inner, _Object):
            if left := _without_lists(inner, name, lists):
                rest.append((key, left))
        elif _is_list_of_objects(inner):
            lists.setdefault(name, []).extend(inner if isinstance(inner, list) else ())
        else:
            rest.append((key, inner))
    return rest


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, _Object) for one in value)


# --- records as rows


def _sheet(name: str, records: Records, limits: Limits) -> ReadSheet:
    """Look through the records for their fields, then give them out again as rows."""
    columns: dict[tuple[str, int], int] = {}
    is_table = True
    for count, record in enumerate(records(), 1):
        if count > limits.rows:
            raise UnreadableError(Problem.TOO_MANY_ROWS, most=limits.rows)
        is_table = is_table and isinstance(record, list) and not isinstance(record, _Object)
        if len(columns) <= MOST_COLUMNS:
            for place, _text, _typed in _fields(record):
                columns.setdefault(place, len(columns) + 1)
    if is_table:
        return ReadSheet(name, _table_rows(records))
    if len(columns) > MOST_COLUMNS:
        return ReadSheet(name, _field_rows(records))
    return ReadSheet(name, _record_rows(records, columns))


def _record_rows(records: Records, columns: dict[tuple[str, int], int]) -> Iterator[ReadRow]:
    yield ReadRow(1, [path.replace("\0", "") for path, _ in columns])
    for n, record in enumerate(records(), 2):
        cells = [""] * len(columns)
        typed: dict[str, object] = {}
        for place, text, value in _fields(record):
            cells[columns[place] - 1] = text
            if value is not None:
                typed[str(columns[place])] = value
        yield ReadRow(n, cells, typed or None)


def _table_rows(records: Records) -> Iterator[ReadRow]:
    """Yield lists in a list as the rows they are: they bring their own header, or none."""
    for n, record in enumerate(records(), 1):
        values = record if isinstance(record, list) else []
        cells = [
            _plain(value)[0] if not isinstance(value, list) else _joined(value) for value in values
        ]
        typed = {
            str(at): value
            for at, one in enumerate(values, 1)
            if (value := _plain(one)[1]) is not None
        }
        yield ReadRow(n, cells, typed or None)


def _field_rows(records: Records) -> Iterator[ReadRow]:
    yield ReadRow(1, ["record", "field", "value"])
    fields = chain.from_iterable(
        ((k, place[0], text) for place, text, _ in _fields(record))
        for k, record in enumerate(records(), 1)
    )
    for n, (k, path, text) in enumerate(fields, 2):
        yield ReadRow(n, [str(k), path, text])


def _fields(record: object) -> Iterator[tuple[tuple[str, int], str, object]]:
    """Yield the fields of a record: dotted name and how often it came before, text, typed value."""
    seen: Counter[str] = Counter()
    for path, text, typed in _leaves(record, ""):
        yield (path, seen[path]), text, typed
        seen[path] += 1


def _leaves(value: object, path: str) -> Iterator[tuple[str, str, object]]:
    if isinstance(value, _Object):
        for key, inner in value:
            yield from _leaves(inner, _dotted(path, key))
    elif isinstance(value, list) and any(isinstance(one, list) for one in value):
        for n, inner in enumerate(value, 1):
            yield from _leaves(inner, _dotted(path, str(n)))
    elif isinstance(value, list):
        yield path, _joined(value), None
    else:
        yield path, *_plain(value)


def _dotted(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _joined(values: list[object]) -> str:
    return "; ".join(
        text for _, text, _ in chain.from_iterable(_leaves(one, "") for one in values) if text
    )


def _plain(value: object) -> tuple[str, object]:
    """Text of a plain value as it was written, and its typed value if it is no text."""
    if value is None or isinstance(value, list):
        return "", None
    if isinstance(value, bool):
        return ("true" if value else "false"), value
    if isinstance(value, _Number):
        return str(value), value.typed()
    return str(value).replace("\0", ""), None
