"""Versions of one file: their rows side by side, and which of them is the current one."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import partial

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.keys import keys_with_notes
from dsr_desktop.domain.notes import notes_from_json
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.domain.replacement import RowPairs
from dsr_desktop.domain.row_identity import RowKey
from dsr_desktop.domain.source import Source, with_kept
from dsr_desktop.domain.versions import SheetVersion, VersionRow
from dsr_desktop.store.database import Database
from dsr_desktop.store.kept_values import kept_values
from dsr_desktop.store.sources import read_sheets

_PAIRS_PER_QUERY = 400
_ROWS_BETWEEN_WAITS = 4_000


class Succession(IntEnum):
    """How a row of the newer version goes on with one of the earlier; stored in the register."""

    UNCHANGED = 0
    CHANGED = 1
    OTHER_COLUMNS = 2


def sheet_versions(database: Database, source_id: int, on_wait: OnWait) -> tuple[SheetVersion, ...]:
    """Return the sheets of a source with their rows; `on_wait` is called while they are read."""
    return tuple(
        SheetVersion(
            sheet.name,
            sheet.columns,
            partial(_version_rows, database, sheet.id or 0, on_wait),
            sheet.id or 0,
        )
        for sheet in read_sheets(database, source_id)
    )


def texts_of(database: Database, source_id: int) -> Iterator[str]:
    """Yield the cells (joined) of every row of a source."""
    rows = database.connection.execute(
        "SELECT cells FROM row JOIN sheet ON sheet.id = sheet_id WHERE source_id = ?", (source_id,)
    )
    return (cells for (cells,) in rows)


def load_pairs(database: Database, pairs: RowPairs) -> Iterator[tuple[VersionRow, VersionRow]]:
    """Yield pairs of rows with their texts, in batches as large as memory never notices."""
    for start in range(0, len(pairs), _PAIRS_PER_QUERY):
        earlier = pairs.earlier[start : start + _PAIRS_PER_QUERY]
        newer = pairs.newer[start : start + _PAIRS_PER_QUERY]
        rows = read_rows(database, [*earlier, *newer])
        yield from ((rows[one], rows[other]) for one, other in zip(earlier, newer, strict=True))


def supersede(database: Database, earlier: Source, newer: Source, on: str) -> None:
    """Let a newer version take the place of `earlier`, on a day (ISO).

    What nobody said of the newer one it takes over: kind, activity, channel and the rest.
    """
    with database.transaction() as connection:
        connection.execute(
            "UPDATE source SET superseded_by = ?, superseded_on = ? WHERE id = ?",
            (newer.id, on, earlier.id),
        )
        connection.execute(
            "UPDATE source SET kind = ?, purge_on = ?, activity = coalesce(activity, ?), "
            "channel = coalesce(channel, ?), collected_on = coalesce(collected_on, ?), "
            "policy_version = coalesce(policy_version, ?), retention = coalesce(retention, ?) "
            "WHERE id = ?",
            (newer.kind, newer.purge_on, earlier.activity, earlier.channel, earlier.collected_on,
             earlier.policy_version, earlier.retention, newer.id),
        )  # fmt: skip


def make_current(database: Database, source: Source) -> None:
    """Let searches see an earlier version again."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE source SET superseded_by = NULL, superseded_on = NULL WHERE id = ?",
            (source.id,),
        )


def add_succession(database: Database, pairs: RowPairs, state: Succession) -> None:
    """Record which row goes on as which."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO row_succession(earlier_row_id, row_id, state) VALUES (?, ?, ?)",
            ((earlier, newer, int(state)) for earlier, newer in pairs),
        )


def rows_before(database: Database, row_ids: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield each row with each of the rows that it goes on from, in all earlier versions."""
    wanted = list(row_ids)
    for start in range(0, len(wanted), _PAIRS_PER_QUERY):
        some = wanted[start : start + _PAIRS_PER_QUERY]
        yield from database.connection.execute(
            "WITH RECURSIVE before(latest, row_id) AS ("  # noqa: S608
            "SELECT row_id, earlier_row_id FROM row_succession "
            f"WHERE row_id IN ({', '.join('?' * len(some))}) "
            "UNION SELECT latest, earlier_row_id FROM before JOIN row_succession USING (row_id)) "
            "SELECT latest, row_id FROM before",
            some,
        ).fetchall()


def _version_rows(database: Database, sheet_id: int, on_wait: OnWait) -> Iterator[VersionRow]:
    found = database.connection.execute(
        "SELECT id, n, cells, coalesce(notes, '') FROM row WHERE sheet_id = ? ORDER BY n, id",
        (sheet_id,),
    )
    while rows := found.fetchmany(_ROWS_BETWEEN_WAITS):
        on_wait()
        keys = _keys_of(database, rows)
        for id_, n, cells, notes in rows:
            yield VersionRow(id_, n, cells, notes, keys[id_])


def _keys_of(
    database: Database, rows: Sequence[tuple[int, int, str, str]]
) -> dict[int, list[RowKey]]:
    """Return the keys by id of row, found again in the texts: the index knows none by its row."""
    ids = [row[0] for row in rows]
    kept = kept_values(database, ids)
    cells = [split_cells(row[2]) for row in rows]
    for at, id_ in enumerate(ids):
        if id_ in kept:
            cells[at] = with_kept(cells[at], kept[id_])
    keys: dict[int, list[RowKey]] = {id_: [] for id_ in ids}
    for kind, key, at, column in keys_with_notes(cells, [notes_from_json(row[3]) for row in rows]):
        keys[ids[at]].append(RowKey(int(kind), key, column))
    return keys


def read_rows(database: Database, ids: Iterable[int]) -> dict[int, VersionRow]:
    """Return rows by id, without their keys; a few hundred at once."""
    wanted = list(ids)
    found = database.connection.execute(
        "SELECT id, n, cells, coalesce(notes, '') FROM row "  # noqa: S608
        f"WHERE id IN ({', '.join('?' * len(wanted))})",
        wanted,
    )
    return {row[0]: VersionRow(*row) for row in found}
