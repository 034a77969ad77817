"""Takes rows of a person out of every table and index, so that no page of the file has them."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from dsr_desktop.domain.cells import join_cells, split_cells
from dsr_desktop.domain.erasure import RowToErase
from dsr_desktop.domain.erasure_ledger import ErasedRow
from dsr_desktop.domain.request import Request, Stage
from dsr_desktop.store.database import Database
from dsr_desktop.store.kept_values import forget_keys
from dsr_desktop.store.sqlcipher import Connection, OperationalError

_WIPE_DUE = "wipe_due"
_PATIENCE_MS = 1_000
_PAGES_AT_ONCE = 2_000
_SOMETHING_MERGED = 2
"""FTS5 counts one change for the command itself, and more if it merged anything."""
_WITH_THE_ROW = (
    "DELETE FROM token WHERE rowid IN (SELECT value FROM json_each(:ids))",
    "DELETE FROM row_carry WHERE row_id IN (SELECT value FROM json_each(:ids))",
    "DELETE FROM row_succession WHERE earlier_row_id IN (SELECT value FROM json_each(:ids))",
    "DELETE FROM row_succession WHERE row_id IN (SELECT value FROM json_each(:ids))",
    "DELETE FROM contact_clock WHERE row_id IN (SELECT value FROM json_each(:ids))",
    "DELETE FROM held_contact WHERE row_id IN (SELECT value FROM json_each(:ids))",
    "UPDATE hit SET reasons = '[]' WHERE row_id IN (SELECT value FROM json_each(:ids))",
    "UPDATE hit_before SET reasons = '[]' WHERE row_id IN (SELECT value FROM json_each(:ids))",
    "UPDATE rectified_cell SET before = NULL, after = NULL "
    "WHERE row_id IN (SELECT value FROM json_each(:ids))",
    "DELETE FROM row WHERE id IN (SELECT value FROM json_each(:ids))",
)
_COUNT_AGAIN = (
    "UPDATE sheet SET row_count = (SELECT count(*) FROM row WHERE sheet_id = sheet.id) "
    "WHERE source_id IN (SELECT value FROM json_each(:ids))",
    "UPDATE source SET row_count = (SELECT coalesce(sum(row_count), 0) FROM sheet "
    "WHERE source_id = source.id) WHERE id IN (SELECT value FROM json_each(:ids))",
)
_OF_THE_REQUEST = (
    "UPDATE hit SET reasons = '[]', verdict_reason = NULL WHERE request_id = ?",
    "UPDATE hit_before SET reasons = '[]', verdict_reason = NULL WHERE request_id = ?",
    "UPDATE rescan_result SET hits = '[]' WHERE request_id = ?",
    "UPDATE rectified_cell SET before = NULL, after = NULL WHERE request_id = ?",
)


def erase_whole_rows(database: Database, rows: Sequence[RowToErase]) -> None:
    """Remove rows with their keys, words, kept values and successions; files count anew."""
    with database.transaction() as connection:
        ids = [one.row_id for one in rows]
        forget_keys(database, ids)
        wanted = {"ids": json.dumps(ids)}
        for statement in _WITH_THE_ROW:
            connection.execute(statement, wanted)
        sources = {"ids": json.dumps(sorted({one.source_id for one in rows}))}
        for statement in _COUNT_AGAIN:
            connection.execute(statement, sources)


def empty_cells(database: Database, rows: Iterable[RowToErase]) -> None:
    """Empty the columns named of rows that stay; the caller puts them into the indexes again."""
    with database.transaction() as connection:
        for one in rows:
            _empty(connection, one)


def blank_working_papers(database: Database, request: Request) -> None:
    """Take out of a request the cells that its hits and readings cite; positions and verdicts stay."""
    with database.transaction() as connection:
        for statement in _OF_THE_REQUEST:
            connection.execute(statement, (request.id,))


def merge_words(database: Database, on_wait: Callable[[], None]) -> None:
    """Write the index of words anew, without those of rows that are gone.

    It keeps removed rows until its parts are merged. `on_wait` is called every few megabytes.
    """
    with database.transaction() as connection:
        first = True
        while True:
            before = connection.total_changes
            pages = -_PAGES_AT_ONCE if first else _PAGES_AT_ONCE
            connection.execute("INSERT INTO token(token, rank) VALUES ('merge', ?)", (pages,))
            on_wait()
            if connection.total_changes - before < _SOMETHING_MERGED:
                break
            first = False
        connection.execute("INSERT INTO token(token) VALUES ('optimize')")


def note_wipe(database: Database) -> None:
    """Note, in the transaction of a removal, that the file is to be written anew."""
    with database.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO setting VALUES (?, 'yes')", (_WIPE_DUE,))


def wipe_is_due(database: Database) -> bool:
    """Tell whether something was removed and the file not written anew since."""
    query = "SELECT 1 FROM setting WHERE key = ?"
    return database.connection.execute(query, (_WIPE_DUE,)).fetchone() is not None


def wipe(database: Database) -> bool:
    """Write the whole file anew, so that no page keeps a byte of what was removed (R-SEC-5).

    Outside a transaction. Returns False where others use the register or the disk has no room: the
    note stays, and a later opening does it.
    """
    database.empty_log(_PATIENCE_MS)
    try:
        database.connection.execute("VACUUM")
    except OperationalError:
        database.traces_left = True
        return False
    if not database.empty_log(_PATIENCE_MS):
        return False
    with database.transaction() as connection:
        connection.execute("DELETE FROM setting WHERE key = ?", (_WIPE_DUE,))
    return database.empty_log(_PATIENCE_MS)


def rows_at(database: Database, erased: Iterable[ErasedRow]) -> tuple[RowToErase, ...]:
    """Return the rows that stand where rows of the ledger stood, as far as they are there."""
    found: list[RowToErase] = []
    for one in erased:
        rows = database.connection.execute(
            "SELECT row.id, source.id FROM source JOIN sheet ON source_id = source.id "
            "JOIN row ON sheet_id = sheet.id WHERE sha256 = ? AND sheet.name = ? AND n = ?",
            (one.sha256, one.sheet, one.row),
        )
        found += [
            RowToErase(row_id, source_id, one.sha256, one.sheet, one.row, one.columns)
            for row_id, source_id in rows
        ]
    return tuple(found)


def rows_to_erase(database: Database, row_ids: Sequence[int]) -> tuple[RowToErase, ...]:
    """Return rows with where their files have them, to go whole."""
    rows = database.connection.execute(
        "SELECT row.id, source.id, coalesce(sha256, ''), sheet.name, n FROM row "
        "JOIN sheet ON sheet.id = sheet_id JOIN source ON source.id = source_id "
        "WHERE row.id IN (SELECT value FROM json_each(?)) ORDER BY row.id",
        (json.dumps(list(row_ids)),),
    )
    return tuple(RowToErase(*row) for row in rows)


def requests_that_need(database: Database, row_ids: Sequence[int], but: Request) -> tuple[str, ...]:
    """Return the references of the other open requests that confirmed one of these rows."""
    rows = database.connection.execute(
        "SELECT DISTINCT ref FROM hit JOIN request ON request.id = request_id "
        "WHERE row_id IN (SELECT value FROM json_each(?)) AND verdict = 'confirmed' "
        "AND request.status <> ? AND request.id <> ? ORDER BY ref",
        (json.dumps(list(row_ids)), Stage.CLOSED, but.id),
    )
    return tuple(ref for (ref,) in rows)


def _empty(connection: Connection, one: RowToErase) -> None:
    row = connection.execute("SELECT cells, typed, notes FROM row WHERE id = ?", (one.row_id,))
    cells, typed, notes = row.fetchone()
    texts = list(split_cells(cells))
    for column in one.columns:
        if column <= len(texts):
            texts[column - 1] = ""
    values: Mapping[str, object] = json.loads(typed or "{}")
    kept_values = {name: value for name, value in values.items() if int(name) not in one.columns}
    kept_notes = [note for note in json.loads(notes or "[]") if note[0] not in one.columns]
    connection.execute(
        "UPDATE row SET cells = ?, typed = nullif(?, '{}'), notes = nullif(?, '[]') WHERE id = ?",
        (join_cells(texts), _json(kept_values), _json(kept_notes), one.row_id),
    )
    connection.executemany(
        "DELETE FROM row_carry WHERE row_id = ? AND column = ?",
        [(one.row_id, column) for column in one.columns],
    )
    connection.execute("UPDATE hit SET reasons = '[]' WHERE row_id = ?", (one.row_id,))
    connection.execute(
        "UPDATE rectified_cell SET before = NULL, after = NULL WHERE row_id = ?", (one.row_id,)
    )


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
