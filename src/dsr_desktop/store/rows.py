"""The rows of imported sheets, with the words and keys by which they are found."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.source import Sheet
from dsr_desktop.store.column_lists import columns_to_json
from dsr_desktop.store.database import Database
from dsr_desktop.store.sqlcipher import Connection

ADD_KEY = "INSERT OR IGNORE INTO ident(kind, key, row, col) VALUES (?, ?, ?, ?)"
_ADD_WORDS = "INSERT INTO token(rowid, text) VALUES (?, ?)"
# The driver looks for an adapter of every None and bool, which takes longer than storing the row.
_ADD_ROW = (
    "INSERT INTO row(id, sheet_id, n, hidden, cells, typed, notes) "
    "VALUES (?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''))"
)
_ADD_BARE_ROW = "INSERT INTO row(id, sheet_id, n, hidden, cells) VALUES (?, ?, ?, ?, ?)"
KEYS_AT_ONCE = 100_000
"""Twenty-five batches: a page of the index then gets several keys when it is written."""
_RANGES_AT_ONCE = 100
_MERGE_AFTER = "INSERT INTO token(token, rank) VALUES ('automerge', ?)"
_USUAL_PARTS, _NEVER = 4, 0
_MERGE = "INSERT INTO token(token, rank) VALUES ('merge', ?)"
_PAGES_OF_ANY_INDEX = 1_000_000

RowToStore = tuple[int, bool, str, str | None, str | None, str | None]
"""Row number, hidden, joined cells, typed values and notes as JSON, index text where it differs."""


@contextmanager
def many_words(database: Database) -> Iterator[None]:
    """Inside a transaction: let the index of words pile up 16 parts at a time before it merges them.

    By itself it merges four, a little with every row, and so writes each word several times. In the
    end those of one size are merged where they are four or more: a search looks its words up in each
    part. A transaction that is undone takes this back as well.
    """
    connection = database.connection
    connection.execute(_MERGE_AFTER, (_NEVER,))
    yield
    connection.execute(_MERGE_AFTER, (_USUAL_PARTS,))
    connection.execute(_MERGE, (_PAGES_OF_ANY_INDEX,))


class SheetWriter:
    """Writes the rows of one sheet inside the caller's transaction; a sheet with an id goes on."""

    def __init__(self, database: Database, sheet: Sheet) -> None:
        self._connection = database.connection
        self._id = _add_sheet(self._connection, sheet) if sheet.id is None else sheet.id
        self._next = _unused_id(self._connection)
        self._keys: list[tuple[int, str, int, int]] = []
        self.row_count = sheet.row_count

    def add(self, rows: Sequence[RowToStore], keys: Iterable[tuple[int, str, int, int]]) -> int:
        """Store rows with their keys: (kind, key, index into `rows`, column).

        Returns the id of the first row; those of the others follow it. Keys wait for more of them,
        up to `finish`: in their order they find their places in the index near by.
        """
        first = self._next
        if rows:
            self._add(range(first, first + len(rows)), rows)
        self._keys += [(kind, key, first + index, column) for kind, key, index, column in keys]
        if len(self._keys) >= KEYS_AT_ONCE:
            self._add_keys()
        self._next = first + len(rows)
        self.row_count += len(rows)
        return first

    def finish(self, columns: tuple[Column, ...] | None = None) -> int:
        """Store what waits, and record how many rows the sheet has, and its columns if told anew.

        Returns the number of rows.
        """
        self._add_keys()
        known = None if columns is None else columns_to_json(columns)
        self._connection.execute(
            "UPDATE sheet SET row_count = ?, columns = coalesce(?, columns) WHERE id = ?",
            (self.row_count, known, self._id),
        )
        return self.row_count

    def _add_keys(self) -> None:
        self._keys.sort()
        self._connection.executemany(ADD_KEY, self._keys)
        self._keys.clear()

    def _add(self, ids: range, rows: Sequence[RowToStore]) -> None:
        numbers, hidden, cells, typed, notes, indexed = zip(*rows, strict=True)
        bare = (ids, repeat(self._id), numbers, map(int, hidden), cells)
        if any(typed) or any(notes):
            stored = zip(*bare, _filled(typed), _filled(notes), strict=False)
            self._connection.executemany(_ADD_ROW, stored)
        else:
            self._connection.executemany(_ADD_BARE_ROW, zip(*bare, strict=False))
        texts = (other or joined for other, joined in zip(indexed, cells, strict=True))
        self._connection.executemany(_ADD_WORDS, zip(ids, texts, strict=True))


def remove_rows_of(connection: Connection, source_ids: Sequence[int]) -> int:
    """Remove the sheets and rows of sources with their index entries; returns how many rows.

    The index of keys is read once as a whole: it knows no row but by its keys.
    """
    wanted = (json.dumps(list(source_ids)),)
    _remove_keys(connection, list(connection.execute(_RANGES, wanted)))
    connection.execute(f"DELETE FROM token WHERE rowid IN ({_ROW_IDS})", wanted)  # noqa: S608
    removed = connection.execute(f"DELETE FROM row WHERE sheet_id IN ({_SHEET_IDS})", wanted)  # noqa: S608
    connection.execute(f"DELETE FROM sheet WHERE id IN ({_SHEET_IDS})", wanted)  # noqa: S608
    return removed.rowcount


def _remove_keys(connection: Connection, ranges: Sequence[tuple[int, int]]) -> None:
    """Remove the keys of rows from one id to another; no query inside, which would list them all."""
    for start in range(0, len(ranges), _RANGES_AT_ONCE):
        some = ranges[start : start + _RANGES_AT_ONCE]
        within = " OR ".join(["row BETWEEN ? AND ?"] * len(some))
        ends = [id_ for two in some for id_ in two]
        connection.execute(f"DELETE FROM ident WHERE {within}", ends)  # noqa: S608


_SHEET_IDS = "SELECT id FROM sheet WHERE source_id IN (SELECT value FROM json_each(?))"
_ROW_IDS = f"SELECT id FROM row WHERE sheet_id IN ({_SHEET_IDS})"  # noqa: S608
_RANGES = (
    "SELECT min(id), max(id) FROM "  # noqa: S608
    f"(SELECT id, id - row_number() OVER (ORDER BY id) AS range FROM ({_ROW_IDS})) GROUP BY range"
)


def _filled(texts: Iterable[str | None]) -> Iterator[str]:
    return (text or "" for text in texts)


def _add_sheet(connection: Connection, sheet: Sheet) -> int:
    cursor = connection.execute(
        "INSERT INTO sheet(source_id, name, hidden, header_row, columns, row_count) "
        "VALUES (?, ?, ?, ?, ?, 0)",
        (sheet.source_id, sheet.name, int(sheet.hidden), sheet.header_row,
         columns_to_json(sheet.columns)),
    )  # fmt: skip
    assert cursor.lastrowid is not None  # noqa: S101 - the table's key is an integer
    return cursor.lastrowid


def _unused_id(connection: Connection) -> int:
    """Return an id that no row has and nothing cites: what was removed is never mistaken."""
    largest = connection.execute(
        "SELECT max(id) FROM row UNION ALL SELECT max(row_id) FROM hit "
        "UNION ALL SELECT max(row_id) FROM row_succession"
    )
    return max(number or 0 for (number,) in largest) + 1
