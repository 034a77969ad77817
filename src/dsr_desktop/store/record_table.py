"""Keeps small frozen records, each kind in a table of its own with a column for each field."""

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Generic, TypeVar, get_args, get_type_hints

from dsr_desktop.store.database import Database

Record = TypeVar("Record")


class RecordTable(Generic[Record]):
    """The table `name` of the frozen dataclass `kind`, which has an `id`, 0 for a new record.

    Texts, whole numbers, bools, days, StrEnums and tuples of texts are kept; the names of the
    columns are those of the fields.
    """

    def __init__(self, name: str, kind: type[Record]) -> None:
        self._name = name
        self._kind = kind
        self._types = {
            one: _bare(hint) for one, hint in get_type_hints(kind).items() if one in _names(kind)
        }

    def add(self, database: Database, record: Record) -> Record:
        """Store a new record; returns it with its id."""
        values = {name: to_column(getattr(record, name)) for name in self._types if name != "id"}
        with database.transaction() as connection:
            marks = ", ".join("?" * len(values))
            added = connection.execute(
                f"INSERT INTO {self._name}({', '.join(values)}) VALUES ({marks})",  # noqa: S608
                list(values.values()),
            )
            return replace(record, id=added.lastrowid)  # type: ignore[type-var]

    def change(self, database: Database, record: Record) -> None:
        """Replace what is stored under the id of a record."""
        values = {name: to_column(getattr(record, name)) for name in self._types}
        sets = ", ".join(f"{name} = :{name}" for name in values if name != "id")
        with database.transaction() as connection:
            connection.execute(f"UPDATE {self._name} SET {sets} WHERE id = :id", values)  # noqa: S608

    def remove(self, database: Database, record_id: int) -> None:
        """Remove a record."""
        with database.transaction() as connection:
            connection.execute(f"DELETE FROM {self._name} WHERE id = ?", (record_id,))  # noqa: S608

    def read_all(self, database: Database) -> tuple[Record, ...]:
        """Return every record, oldest first."""
        return self._read(database, "ORDER BY id", ())

    def read(self, database: Database, record_id: int) -> Record | None:
        """Return one record, None if there is none with this id."""
        return next(iter(self._read(database, "WHERE id = ?", (record_id,))), None)

    def read_where(
        self, database: Database, condition: str, given: tuple[int, ...]
    ) -> tuple[Record, ...]:
        """Return the records that meet a condition of our own words, oldest first."""
        return self._read(database, f"WHERE {condition} ORDER BY id", given)

    def _read(self, database: Database, which: str, given: tuple[int, ...]) -> tuple[Record, ...]:
        rows = database.connection.execute(
            f"SELECT {', '.join(self._types)} FROM {self._name} {which}",  # noqa: S608
            given,
        )
        return tuple(map(self._record, rows.fetchall()))

    def _record(self, row: Sequence[object]) -> Record:
        pairs = zip(self._types.items(), row, strict=True)
        return self._kind(**{name: _from_column(kind, value) for (name, kind), value in pairs})


def to_column(value: object) -> object:
    """Return a value as a column keeps it: days as ISO texts, tuples as JSON."""
    match value:
        case bool():
            return int(value)
        case date():
            return value.isoformat()
        case tuple():
            return json.dumps(list(value), ensure_ascii=False)
        case StrEnum():
            return str(value)
        case _:
            return value


def _from_column(kind: object, value: object) -> object:
    if value is None:
        return None
    if kind is date:
        return date.fromisoformat(str(value))
    if kind is bool:
        return bool(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(str(value))
    return value if kind in {str, int} else tuple(json.loads(str(value)))


def _bare(hint: object) -> object:
    """Return a type without its None."""
    kinds = [one for one in get_args(hint) if one is not NoneType]
    return kinds[0] if NoneType in get_args(hint) else hint


def _names(kind: type) -> frozenset[str]:
    return frozenset(one.name for one in fields(kind))
