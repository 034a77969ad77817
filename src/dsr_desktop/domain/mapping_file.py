"""Mappings as JSON, in a file that people exchange and in the register; described in docs/json.md."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from dsr_desktop.domain.column_titles.purposes import Purpose
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fields import CONSENT_FIELDS, Field, Origin
from dsr_desktop.domain.mapping import ColumnChoice, HeaderChoice, SheetMapping
from dsr_desktop.domain.marking import mark

VERSION = 1
MOST_COLUMNS = 16_384
LONGEST_REASON = 500
_FINGERPRINT = re.compile(r"[0-9a-f]{32}")
_MAPPING_KEYS = frozenset({"fingerprint", "header_row", "titles", "columns"})
_COLUMN_KEYS = frozenset({"column", "field", "origin", "purpose", "skip", "reason"})
_Choice = TypeVar("_Choice", bound=StrEnum)


def mappings_to_document(mappings: Iterable[SheetMapping]) -> dict[str, object]:
    """Return the JSON document of a mapping file."""
    return {"version": VERSION, "mappings": [mapping_to_entry(one) for one in mappings]}


def mapping_to_entry(mapping: SheetMapping) -> dict[str, object]:
    """Return one entry of a mapping file; without `header_row` the header found is meant."""
    entry: dict[str, object] = {"fingerprint": mapping.fingerprint}
    if mapping.header is not HeaderChoice.FOUND:
        entry["header_row"] = mapping.header_row
    entry["titles"] = list(mapping.titles)
    entry["columns"] = [
        {
            "column": number, "field": one.field, "origin": one.origin, "purpose": one.purpose,
            "skip": one.skip, "reason": one.reason,
        }
        for number, one in sorted(mapping.columns.items())
    ]  # fmt: skip
    return entry


def mappings_from_text(text: str, name: str) -> tuple[SheetMapping, ...]:
    """Read a mapping file; `name` is the file's, for the sentence that says what is wrong.

    Raises InvalidInputError that names the entry: nothing of a file is taken then.
    """
    try:
        document = json.loads(text)
        json.dumps(document, ensure_ascii=False).encode()  # an escape may name half a sign
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(_NO_MAPPING_FILE, name=name, version=VERSION) from error
    entries = document.get("mappings") if isinstance(document, dict) else None
    if not isinstance(entries, list) or document.get("version") != VERSION:
        raise InvalidInputError(_NO_MAPPING_FILE, name=name, version=VERSION)
    mappings: dict[str, SheetMapping] = {}
    for n, entry in enumerate(entries, 1):
        where = _Where(name, n)
        mapping = _mapping(where, entry)
        where.check(mapping.fingerprint not in mappings, "fingerprint")
        mappings[mapping.fingerprint] = mapping
    return tuple(mappings.values())


def mapping_from_entry(entry: object) -> SheetMapping:
    """Read back what `mapping_to_entry` wrote."""
    return _mapping(_Where("", 1), entry)


@dataclass(frozen=True)
class _Where:
    """Place in a mapping file, named in what is wrong with it."""

    name: str
    n: int
    column: int | None = None

    def check(self, holds: bool, key: str) -> None:
        if holds:
            return
        if self.column is None:
            raise InvalidInputError(_WRONG_ENTRY, name=self.name, n=self.n, key=key)
        raise InvalidInputError(
            _WRONG_COLUMN, name=self.name, n=self.n, column=self.column, key=key
        )

    def check_keys(self, entry: Mapping[str, object], known: Collection[str]) -> None:
        for key in entry:
            self.check(key in known, key)

    def choice(self, kind: type[_Choice], key: str, value: object) -> _Choice | None:
        if value is None:
            return None
        known = [str(one) for one in kind]
        if value not in known:
            raise InvalidInputError(
                _NO_SUCH_VALUE, name=self.name, n=self.n, column=self.column or 0, key=key,
                value=str(value)[:40], known=", ".join(known),
            )  # fmt: skip
        return kind(str(value))


_NO_MAPPING_FILE = mark("{name} is no mapping file of version {version}. Have the app export one.")
_WRONG_ENTRY = mark(
    "{name}, mapping {n}: {key} is missing, unknown, there twice or not of the right form. "
    "Nothing was taken from the file."
)
_WRONG_COLUMN = mark(
    "{name}, mapping {n}, column {column}: {key} is missing, unknown, there twice or not of the "
    "right form. Nothing was taken from the file."
)
_NO_SUCH_VALUE = mark(
    "{name}, mapping {n}, column {column}: there is no {key} {value}. Use one of: {known}."
)


def _mapping(where: _Where, entry: object) -> SheetMapping:
    where.check(isinstance(entry, dict), "mapping")
    assert isinstance(entry, dict)  # noqa: S101 - checked just above
    where.check_keys(entry, _MAPPING_KEYS)
    fingerprint = entry.get("fingerprint")
    where.check(
        isinstance(fingerprint, str) and bool(_FINGERPRINT.fullmatch(fingerprint)), "fingerprint"
    )
    titles = entry.get("titles", [])
    where.check(_are_texts(titles), "titles")
    header, row = _header(where, entry, titles)
    columns = entry.get("columns", [])
    where.check(isinstance(columns, list), "columns")
    return SheetMapping(str(fingerprint), header, row, tuple(titles), _columns(where, columns))


def _are_texts(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def _header(
    where: _Where, entry: Mapping[str, object], titles: list[str]
) -> tuple[HeaderChoice, int | None]:
    """Read the header row: absent for the one found, null for none, a number for that row."""
    if "header_row" not in entry:
        return HeaderChoice.FOUND, None
    row = entry["header_row"]
    if row is None:
        return HeaderChoice.NONE, None
    where.check(type(row) is int and row > 0, "header_row")
    where.check(any(title.strip() for title in titles), "titles")
    assert isinstance(row, int)  # noqa: S101 - checked just above
    return HeaderChoice.ROW, row


def _columns(where: _Where, entries: list[object]) -> dict[int, ColumnChoice]:
    columns: dict[int, ColumnChoice] = {}
    for entry in entries:
        number = entry.get("column") if isinstance(entry, dict) else None
        is_number = type(number) is int and 0 < number <= MOST_COLUMNS
        where.check(is_number and number not in columns, "column")
        assert isinstance(entry, dict)  # noqa: S101 - it has a number
        columns[int(str(number))] = _column(_Where(where.name, where.n, number), entry)
    return columns


def _column(where: _Where, entry: Mapping[str, object]) -> ColumnChoice:
    where.check_keys(entry, _COLUMN_KEYS)
    skip = entry.get("skip", False)
    where.check(isinstance(skip, bool), "skip")
    where.check("field" in entry or bool(skip), "field")
    field = where.choice(Field, "field", entry.get("field"))
    origin = where.choice(Origin, "origin", entry.get("origin"))
    purpose = where.choice(Purpose, "purpose", entry.get("purpose"))
    where.check(purpose is None or field in CONSENT_FIELDS, "purpose")
    reason = entry.get("reason")
    is_reason = isinstance(reason, str) and 0 < len(reason.strip()) <= LONGEST_REASON
    where.check(reason is None or is_reason, "reason")
    return ColumnChoice(field, origin, purpose, bool(skip), str(reason) if reason else None)
