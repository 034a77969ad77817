"""Finds the rows of the company's own lists, however many there are, and goes through their cells."""

from array import array
from collections.abc import Iterator, Sequence

from dsr_desktop.domain.row_ids import RowIds
from dsr_desktop.store.database import Database
from dsr_desktop.store.sqlcipher import OperationalError

_SHEETS = (
    "SELECT sheet.id FROM sheet JOIN source ON source.id = source_id "
    "WHERE kind = 'list' AND superseded_by IS NULL AND (?1 IS NULL OR source_id = ?1) "
    "ORDER BY sheet.id"
)
_OF_SHEET = "SELECT id FROM row WHERE sheet_id = ? ORDER BY n"
_ENDS = (
    "SELECT (SELECT id FROM row WHERE sheet_id = ?1 ORDER BY n LIMIT 1), "
    "(SELECT id FROM row WHERE sheet_id = ?1 ORDER BY n DESC LIMIT 1), "
    "(SELECT count(*) FROM row WHERE sheet_id = ?1)"
)
_UNKNOWN_QUERY = "fts5:"


def contact_ids(database: Database, source_id: int | None = None) -> RowIds:
    """Return the ids of all rows of current lists, or of one, in the order of their sheets."""

    def read() -> RowIds:
        sheets = database.connection.execute(_SHEETS, (source_id,)).fetchall()
        return RowIds([_ids_of(database, sheet_id) for (sheet_id,) in sheets])

    return database.kept_in_memory(f"contacts of {source_id}", database.state, read)


def rows_that_begin(database: Database, beginnings: Sequence[str]) -> frozenset[int]:
    """Return the ids of the rows that have, for each of the folded beginnings, a word that begins so."""
    match = " AND ".join(f'"{one}"*' for one in beginnings)
    try:
        rows = database.connection.execute("SELECT rowid FROM token WHERE token MATCH ?", (match,))
        return frozenset(row for (row,) in rows)
    except OperationalError as error:
        if not str(error).startswith(_UNKNOWN_QUERY):
            raise
        return frozenset()  # words of rare scripts, which the index cuts elsewhere than we do


def joined_cells(database: Database, source_id: int | None) -> Iterator[tuple[int, int, str]]:
    """Yield sheet, row and joined cells of all rows of current lists, or of one."""
    for (sheet_id,) in database.connection.execute(_SHEETS, (source_id,)).fetchall():
        rows = database.connection.execute(
            "SELECT sheet_id, id, cells FROM row WHERE sheet_id = ? ORDER BY n", (sheet_id,)
        )
        yield from rows


def _ids_of(database: Database, sheet_id: int) -> Sequence[int]:
    first, last, count = database.connection.execute(_ENDS, (sheet_id,)).fetchone()
    if count and last - first + 1 == count:
        return range(first, last + 1)
    return array("q", (id_ for (id_,) in database.connection.execute(_OF_SHEET, (sheet_id,))))
