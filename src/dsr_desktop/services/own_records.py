"""Searches the register's own tables: requests, suppliers, staff, suppression list, held rows."""

from collections.abc import Iterator

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.held_row import HeldDecision, HeldRow
from dsr_desktop.domain.listed_keys import ListedKey, asked_digests, listed_keys
from dsr_desktop.domain.lookups import lookups_for
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.own_record import (
    OwnFound,
    RecordKind,
    RecordPart,
    RecordText,
    RowPosition,
    in_order,
)
from dsr_desktop.domain.own_records import OwnRecords, grade_records, records_to_compare
from dsr_desktop.domain.suppression_list import SuppressionList
from dsr_desktop.services.candidates import scale_in
from dsr_desktop.services.register import Register
from dsr_desktop.store.database import Database
from dsr_desktop.store.held_rows import read_held_rows
from dsr_desktop.store.own_records import read_own_records, read_records_of_digests
from dsr_desktop.store.suppression import known_secret, read_entries

_LISTED = (RecordText(RecordPart.LISTED_KEY, ""),)
_KEPT = (RecordText(RecordPart.KEPT_KEY, ""),)


def search_own_records(
    register: Register, asked: Asked, *, level: Level = Level.WEAK, besides: str | None = None
) -> tuple[OwnFound, ...]:
    """Return the register's own records about the person asked for, best first.

    `level` is the least level shown; `besides` is the request that searches: it knows its own
    person. To be called where the rest of the search reads, at one moment.
    """
    found = [
        *_recorded(register.database, asked, besides), *_listed(register, asked),
        *_kept_as_digests(register, asked),
    ]  # fmt: skip
    return in_order(one for one in found if one.grade.level.rank <= level.rank)


def _recorded(database: Database, asked: Asked, besides: str | None) -> Iterator[OwnFound]:
    lookups = lookups_for(asked)
    records = [
        one
        for one in records_to_compare(asked, lookups, _own_records(database))
        if besides is None or (one.kind, one.ref) != (RecordKind.REQUEST, besides)
    ]
    scale = scale_in(database, asked) if records else None
    return grade_records(asked, scale, records)


def _own_records(database: Database) -> OwnRecords:
    """Return the register's own records, read again once anything in the register has changed."""
    return database.kept_in_memory(
        "own records", database.state, lambda: OwnRecords(read_own_records(database))
    )


def _suppression_list(database: Database) -> SuppressionList:
    """Return the suppression list, read again once anything in the register has changed."""
    return database.kept_in_memory(
        "suppression list",
        database.state,
        lambda: SuppressionList(known_secret(database), read_entries(database)),
    )


def _listed(register: Register, asked: Asked) -> Iterator[OwnFound]:
    """Yield the entries of the suppression list that a key is on, and the rows that they hold back."""
    listed = _suppression_list(register.database)
    if listed.is_empty:
        return
    keys = {one.entry.id: one for one in listed_keys(asked, listed)}
    for key in keys.values():
        yield OwnFound(RecordKind.SUPPRESSION, str(key.entry.id), _LISTED, key.grade)
    for row in read_held_rows(register.database) if keys else ():
        if row.entry_id in keys and row.decision is not HeldDecision.ANOTHER_PERSON:
            yield _held(row, keys[row.entry_id])


def _kept_as_digests(register: Register, asked: Asked) -> Iterator[OwnFound]:
    """Yield the records that keep the person as a keyed hash: consents, disclosures, reduced files."""
    records = read_records_of_digests(register.database)
    if not records:
        return
    grades = asked_digests(asked, known_secret(register.database))
    for kind, ref, digests in records:
        grade = next((grades[one] for one in grades if one in digests), None)
        if grade is not None:
            yield OwnFound(kind, ref, _KEPT, grade)


def _held(row: HeldRow, key: ListedKey) -> OwnFound:
    position = RowPosition(row.path, row.sheet, row.row)
    return OwnFound(RecordKind.HELD_ROW, str(row.id), _LISTED, key.grade, position=position)
