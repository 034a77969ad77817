"""Finds rows by key and by word, and loads them with where they stand."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.notes import notes_from_json
from dsr_desktop.domain.source import Place, Sheet, Source, StoredRow
from dsr_desktop.store.database import Database
from dsr_desktop.store.kept_values import kept_values
from dsr_desktop.store.sources import read_sheets, read_sources
from dsr_desktop.store.sqlcipher import OperationalError

_ROWS_PER_QUERY = 500
_HAS_EARLIER_VERSIONS = "EXISTS (SELECT 1 FROM source WHERE superseded_by IS NOT NULL)"
_IN_CURRENT = (
    "SELECT row.id FROM row JOIN sheet ON sheet.id = sheet_id "
    "JOIN source ON source.id = source_id WHERE superseded_by IS NULL"
)
_SEARCHED = (
    "FROM source WHERE status IN ('imported', 'partly') AND superseded_by IS NULL ORDER BY id"
)
_NOWHERE = "zqxjkvwzqxjkvwzqxjkvwzqxjkvw"
_TAKEN_FOR_A_PHRASE = "fts5: phrase queries are not supported"


def rows_with_key(database: Database, kind: KeyKind, keys: Sequence[str]) -> set[int]:
    """Ids of the rows that hold one of the keys in any cell."""
    found: set[int] = set()
    for key in keys:
        rows = database.connection.execute(
            "SELECT row FROM ident WHERE kind = ? AND key = ?", (int(kind), key)
        )
        found.update(row for (row,) in rows)
    return found


def rows_with_key_between(database: Database, kind: KeyKind, first: str, last: str) -> set[int]:
    """Ids of the rows that hold a key from `first` on and before `last`, as characters are ordered."""
    rows = database.connection.execute(
        "SELECT row FROM ident WHERE kind = ? AND key >= ? AND key < ?", (int(kind), first, last)
    )
    return {row for (row,) in rows}


def known_keys(database: Database, kind: KeyKind, keys: Sequence[str]) -> set[str]:
    """Return those of the keys that any row holds, those of earlier versions of files left out."""
    known: set[str] = set()
    for start in range(0, len(keys), _ROWS_PER_QUERY):
        some = keys[start : start + _ROWS_PER_QUERY]
        marks = ", ".join("?" * len(some))
        rows = database.connection.execute(
            f"SELECT DISTINCT key FROM ident WHERE kind = ? AND key IN ({marks}) "  # noqa: S608
            f"AND (NOT {_HAS_EARLIER_VERSIONS} OR EXISTS ({_IN_CURRENT} AND row.id = ident.row))",
            (int(kind), *some),
        )
        known.update(key for (key,) in rows)
    return known


def rows_of_keys(
    database: Database, keys: Iterable[tuple[KeyKind, str]]
) -> Iterator[tuple[tuple[KeyKind, str], int, int]]:
    """Yield each key with the ids of the rows and sheets that hold it, earlier versions left out."""
    for kind in KeyKind:
        wanted = [key for of_kind, key in keys if of_kind is kind]
        for start in range(0, len(wanted), _ROWS_PER_QUERY):
            rows = database.connection.execute(
                "SELECT DISTINCT ident.key, row.id, sheet.id FROM ident JOIN row ON row.id = ident.row "
                "JOIN sheet ON sheet.id = sheet_id JOIN source ON source.id = source_id "
                "WHERE ident.kind = ? AND superseded_by IS NULL "
                "AND ident.key IN (SELECT value FROM json_each(?))",
                (int(kind), json.dumps(wanted[start : start + _ROWS_PER_QUERY])),
            )
            yield from (((kind, key), row, sheet) for key, row, sheet in rows)


def count_current(database: Database, row_ids: Iterable[int]) -> int:
    """Return how many of the rows do not stand in an earlier version of a file."""
    wanted, number = list(row_ids), 0
    for start in range(0, len(wanted), _ROWS_PER_QUERY):
        some = wanted[start : start + _ROWS_PER_QUERY]
        marks = ", ".join("?" * len(some))
        found = database.connection.execute(f"{_IN_CURRENT} AND row.id IN ({marks})", some)
        number += len(found.fetchall())
    return number


def rows_with_words(database: Database, wanted: Sequence[str]) -> set[int]:
    """Ids of the rows that hold all the folded words, in any cells."""
    if not wanted:
        return set()
    match = " AND ".join(f'"{word}"' for word in wanted)
    try:
        rows = database.connection.execute("SELECT rowid FROM token WHERE token MATCH ?", (match,))
        return {row for (row,) in rows}
    except OperationalError as error:
        if not str(error).startswith(_TAKEN_FOR_A_PHRASE):
            raise
        # The index cuts words of some rare scripts elsewhere than we do: look at every row then.
        return {row for (row,) in database.connection.execute("SELECT id FROM row")}


def rows_with_one_of_each(
    database: Database, groups: Sequence[Collection[str]], most: int
) -> list[int]:
    """Ids of the first `most` rows that hold a word of every group, in the order of import.

    It is found fastest if the groups with the rarest words come first.
    """
    if not groups or not all(groups):
        return []
    match = _one_of_each([f"({' OR '.join(_quoted(group))})" for group in groups])
    try:
        rows = database.connection.execute(
            "SELECT rowid FROM token WHERE token MATCH ? ORDER BY rowid LIMIT ?", (match, most)
        )
        return [row for (row,) in rows]
    except OperationalError as error:
        if not str(error).startswith(_TAKEN_FOR_A_PHRASE):
            raise
        return []


def _one_of_each(groups: Sequence[str]) -> str:
    """Return a query for rows in all groups that looks into a group only for rows of those before.

    FTS5 makes one AND of several, and moves through all their words in turn; a word that is nowhere,
    which would be an alternative, keeps it from that.
    """
    query, *others = groups
    for n, group in enumerate(others):
        query = f'(({query}) OR "{_NOWHERE}") AND {group}' if n else f"{query} AND {group}"
    return query


def _quoted(words: Collection[str]) -> list[str]:
    return [f'"{word}"' for word in words]


def load_places(database: Database, row_ids: Set[int]) -> Iterator[Place]:
    """Yield the rows with their sheets and sources, in the order of import."""
    known = database.kept_in_memory("places", database.state, lambda: _Places(database))
    ordered = sorted(row_ids)
    for start in range(0, len(ordered), _ROWS_PER_QUERY):
        batch = ordered[start : start + _ROWS_PER_QUERY]
        kept = kept_values(database, batch)
        for row in _load_rows(database, batch):
            sheet, source = known.of_sheet(row.sheet_id)
            if row.id in kept:
                row = replace(row, kept=kept[row.id])  # noqa: PLW2901 - the same row, completed
            yield Place(row, sheet, source)


class _Places:
    """The sources as they are now, and their sheets as far as a row of theirs was asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._sources = {source.id: source for source in read_sources(database)}
        self._sheets: dict[int, Sheet] = {}

    def of_sheet(self, sheet_id: int) -> tuple[Sheet, Source]:
        """Return the sheet and the source that it belongs to."""
        if sheet_id not in self._sheets:
            self._sheets |= _sheets_like(self._database, sheet_id)
        sheet = self._sheets[sheet_id]
        return sheet, self._sources[sheet.source_id]


def neighbours(database: Database, row: StoredRow, reach: int = 1) -> tuple[StoredRow, ...]:
    """Return the rows just above and below `row` in its sheet, for checking by eye."""
    rows = database.connection.execute(
        "SELECT id, sheet_id, n, hidden, cells, notes FROM row WHERE sheet_id = ? AND n BETWEEN ? AND ? "
        "ORDER BY n",
        (row.sheet_id, row.n - reach, row.n + reach),
    )
    return tuple(_row(values) for values in rows)


def rows_of_sheet(database: Database, sheet_id: int) -> Iterator[StoredRow]:
    """Yield the rows of a sheet in their order."""
    rows = database.connection.execute(
        "SELECT id, sheet_id, n, hidden, cells, notes FROM row WHERE sheet_id = ? ORDER BY n",
        (sheet_id,),
    )
    return (_row(values) for values in rows)


def count_rows(database: Database) -> tuple[int, int]:
    """Return how many files were read and how many rows they have, earlier versions left out."""
    counted = database.connection.execute(
        "SELECT count(*), coalesce(sum(row_count), 0) FROM source "
        "WHERE status IN ('imported', 'partly') AND superseded_by IS NULL"
    ).fetchone()
    return int(counted[0]), int(counted[1])


def sheets_with_fields(database: Database, fields: Set[Field]) -> frozenset[int]:
    """Return the ids of the sheets that have a column of one of the kinds, as searches see them."""
    return frozenset(
        sheet.id
        for source_id in searched_sources(database)
        for sheet in read_sheets(database, source_id)
        if sheet.id is not None
        and any(one.field in fields and not one.is_skipped for one in sheet.columns)
    )


def list_sheets(database: Database) -> frozenset[int]:
    """Return the ids of the sheets of the company's own lists, working copies left out (R-RT-7)."""
    rows = database.connection.execute(
        "SELECT sheet.id FROM sheet JOIN source ON source.id = source_id "
        "WHERE kind = 'list' AND superseded_by IS NULL"
    )
    return frozenset(id_ for (id_,) in rows)


def digest_of_rows(database: Database) -> str:
    """Return a SHA-256 that is another once a file that was read comes, goes, or has other rows."""
    searched = database.connection.execute(f"SELECT id, sha256, row_count {_SEARCHED}")
    return hashlib.sha256(json.dumps(searched.fetchall()).encode()).hexdigest()


def searched_sources(database: Database) -> list[int]:
    """Return the ids of the sources whose rows searches see."""
    return [id_ for (id_,) in database.connection.execute(f"SELECT id {_SEARCHED}")]


def _load_rows(database: Database, row_ids: Sequence[int]) -> Iterator[StoredRow]:
    marks = ", ".join("?" * len(row_ids))
    rows = database.connection.execute(
        f"SELECT id, sheet_id, n, hidden, cells, notes FROM row WHERE id IN ({marks}) ORDER BY id",  # noqa: S608
        list(row_ids),
    )
    return (_row(values) for values in rows)


def _row(values: tuple[int, int, int, int, str, str | None]) -> StoredRow:
    id_, sheet_id, n, hidden, cells, notes = values
    return StoredRow(id_, sheet_id, n, bool(hidden), split_cells(cells), notes_from_json(notes))


def _sheets_like(database: Database, sheet_id: int) -> dict[int, Sheet]:
    query = "SELECT source_id FROM sheet WHERE id = ?"
    source_id = database.connection.execute(query, (sheet_id,)).fetchone()[0]
    return {sheet.id: sheet for sheet in read_sheets(database, source_id) if sheet.id is not None}
