"""Makes rows of JSON values: the objects of a list are rows, their fields are its columns."""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.parts import ReadRow, ReadSheet

MOST_COLUMNS = 1_000
_EXACT_DIGITS = 15

Records = Callable[[], Iterator[object]]
"""Gives the records of a sheet from the first on, each time it is called."""


class JsonObject(list[tuple[str, object]]):
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


DECODER = json.JSONDecoder(
    object_pairs_hook=JsonObject,
    parse_int=_Number,
    parse_float=_Number,
    parse_constant=str,
    strict=False,
)


def sheet_of(name: str, records: Records, limits: Limits) -> ReadSheet:
    """Return the sheet of the records: looks through them for their fields, then yields them as rows.

    Beyond MOST_COLUMNS each field becomes a row. Raises UnreadableError for too many records.
    """
    columns: dict[tuple[str, int], int] = {}
    is_table = True
    for count, record in enumerate(records(), 1):
        if count > limits.rows:
            raise UnreadableError(Problem.TOO_MANY_ROWS, most=limits.rows)
        is_table = is_table and isinstance(record, list) and not isinstance(record, JsonObject)
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
    if isinstance(value, JsonObject):
        for key, inner in value:
            yield from _leaves(inner, dotted(path, key))
    elif isinstance(value, list) and any(isinstance(one, list) for one in value):
        for n, inner in enumerate(value, 1):
            yield from _leaves(inner, dotted(path, str(n)))
    elif isinstance(value, list):
        yield path, _joined(value), None
    else:
        yield path, *_plain(value)


def dotted(path: str, key: str) -> str:
    """Return the name of a field inside an object."""
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
