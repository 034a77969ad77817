"""Values that a newer version of a file left blank: kept beside the row, found like its cells."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.source import KeptValue
from dsr_desktop.store.database import Database
from dsr_desktop.store.rows import ADD_KEY

_TO_BE_LOST = (Right.ERASURE, Right.RECTIFICATION)


class KeptForRow(NamedTuple):
    """A kept value and the row that it belongs to."""

    row_id: int
    value: KeptValue


class NextRow(NamedTuple):
    """A row of the newer version and its cells (joined)."""

    row_id: int
    sheet_id: int
    joined: str


class IndexedRow(NamedTuple):
    """What the indexes have of a row: its text, and keys as (kind, key, column)."""

    row_id: int
    text: str
    keys: tuple[tuple[int, str, int], ...]


def kept_values(database: Database, row_ids: Sequence[int]) -> dict[int, tuple[KeptValue, ...]]:
    """Return what is kept of these rows, by row id; rows of which nothing is are left out."""
    found: dict[int, tuple[KeptValue, ...]] = {}
    rows = database.connection.execute(
        "SELECT row_id, column, text, kept_from FROM row_carry "  # noqa: S608
        f"WHERE row_id IN ({', '.join('?' * len(row_ids))}) ORDER BY column",
        list(row_ids),
    )
    for row_id, *value in rows:
        found[row_id] = (*found.get(row_id, ()), KeptValue(*value))
    return found


def keep_values(database: Database, kept: Iterable[KeptForRow]) -> None:
    """Keep values beside their rows."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO row_carry(row_id, column, text, kept_from) VALUES (?, ?, ?, ?)",
            ((one.row_id, one.value.column, one.value.text, one.value.kept_from) for one in kept),
        )


def kept_before(database: Database, earlier_id: int) -> Iterator[tuple[NextRow, KeptForRow]]:
    """Yield what is kept of the rows of a version, with the row of the next version that goes on.

    More may be kept meanwhile, of the next version.
    """
    last = 0
    while rows := database.connection.execute(_KEPT_BEFORE, (earlier_id, last)).fetchall():
        for id_, sheet_id, cells, before, *value, last in rows:  # noqa: B007 - the next begins there
            yield NextRow(id_, sheet_id, cells), KeptForRow(before, KeptValue(*value))


_KEPT_BEFORE = (
    "SELECT row.id, row.sheet_id, row.cells, before.id, column, text, kept_from, row_carry.id "
    "FROM row_carry JOIN row_succession ON earlier_row_id = row_carry.row_id "
    "JOIN row ON row.id = row_succession.row_id JOIN row AS before ON before.id = earlier_row_id "
    "JOIN sheet ON sheet.id = before.sheet_id WHERE source_id = ? AND row_carry.id > ? "
    "ORDER BY row_carry.id LIMIT 1000"
)


def rows_to_be_lost(database: Database, source_id: int) -> set[int]:
    """Ids of rows in which something was to be erased or put right: a blank there is meant."""
    rows = database.connection.execute(
        "SELECT row_id FROM hit JOIN request_item USING (request_id) "
        "WHERE source_id = ? AND verdict = ? AND right IN (?, ?)",
        (source_id, Verdict.CONFIRMED, *_TO_BE_LOST),
    )
    return {row_id for (row_id,) in rows}


def forget_keys(database: Database, row_ids: Sequence[int]) -> None:
    """Remove the keys of rows from the index, which is read once as a whole for all of them."""
    if not row_ids:
        return
    with database.transaction() as connection:
        connection.execute(
            "DELETE FROM ident WHERE row IN (SELECT value FROM json_each(?))",
            (json.dumps(list(row_ids)),),
        )


def index_again(database: Database, rows: Sequence[IndexedRow]) -> None:
    """Put rows whose keys were forgotten into the indexes again."""
    row_ids = [(row.row_id,) for row in rows]
    texts = [(row.row_id, row.text) for row in rows]
    keys = [(kind, key, row.row_id, column) for row in rows for kind, key, column in row.keys]
    with database.transaction() as connection:
        connection.executemany("DELETE FROM token WHERE rowid = ?", row_ids)
        connection.executemany("INSERT INTO token(rowid, text) VALUES (?, ?)", texts)
        connection.executemany(ADD_KEY, keys)


def rows_with_kept_values(database: Database, source_id: int) -> list[int]:
    """Ids of the rows of a source of which something is kept."""
    rows = database.connection.execute(
        "SELECT DISTINCT row_id FROM row_carry JOIN row ON row.id = row_id "
        "JOIN sheet ON sheet.id = sheet_id WHERE source_id = ? ORDER BY row_id",
        (source_id,),
    )
    return [row_id for (row_id,) in rows]


def widest_row(database: Database, sheet_id: int) -> int:
    """Return how many cells the longest row of a sheet has."""
    rows = database.connection.execute("SELECT cells FROM row WHERE sheet_id = ?", (sheet_id,))
    return max((len(split_cells(cells)) for (cells,) in rows), default=0)
