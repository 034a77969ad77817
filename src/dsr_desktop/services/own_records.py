"""Searches the register's own tables: requests, suppliers, staff, suppression list, held rows."""

from collections.abc import Iterator

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.held_row import HeldDecision, HeldRow
from dsr_desktop.domain.listed_keys import ListedKey, listed_keys
from dsr_desktop.domain.lookups import lookups_for
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.own_record import (
    OwnFound,
    OwnRecord,
    RecordKind,
    RecordPart,
    RecordText,
    RowPosition,
    find_records,
    in_order,
)
from dsr_desktop.domain.suppression_list import SuppressionList
from dsr_desktop.services.register import Register
from dsr_desktop.store.database import Database
from dsr_desktop.store.held_rows import read_held_rows
from dsr_desktop.store.own_records import read_own_records
from dsr_desktop.store.suppression import known_secret, read_entries

_LISTED = (RecordText(RecordPart.LISTED_KEY, ""),)


def search_own_records(
    register: Register, asked: Asked, *, level: Level = Level.WEAK, besides: str | None = None
) -> tuple[OwnFound, ...]:
    """Return the register's own records about the person asked for, best first.

    `level` is the least level shown; `besides` is the request that searches: it knows its own
    person. To be called where the rest of the search reads, at one moment.
    """
    records = [
        one
        for one in _records(register.database)
        if besides is None or (one.kind, one.ref) != (RecordKind.REQUEST, besides)
    ]
    found = [*find_records(asked, lookups_for(asked), records), *_listed(register, asked)]
    return in_order(one for one in found if one.grade.level.rank <= level.rank)


def _records(database: Database) -> tuple[OwnRecord, ...]:
    """Return the register's own records, read again once anything in the register has changed."""
    return database.kept_in_memory(
        "own records", database.state, lambda: read_own_records(database)
    )


def _listed(register: Register, asked: Asked) -> Iterator[OwnFound]:
    """Yield the entries of the suppression list that a key is on, and the rows that they hold back."""
    entries = read_entries(register.database)
    if not entries:
        return
    secret = known_secret(register.database)
    keys = {one.entry.id: one for one in listed_keys(asked, SuppressionList(secret, entries))}
    for key in keys.values():
        yield OwnFound(RecordKind.SUPPRESSION, str(key.entry.id), _LISTED, key.grade)
    for row in read_held_rows(register.database) if keys else ():
        if row.entry_id in keys and row.decision is not HeldDecision.ANOTHER_PERSON:
            yield _held(row, keys[row.entry_id])


def _held(row: HeldRow, key: ListedKey) -> OwnFound:
    position = RowPosition(row.path, row.sheet, row.row)
    return OwnFound(RecordKind.HELD_ROW, str(row.id), _LISTED, key.grade, position=position)
