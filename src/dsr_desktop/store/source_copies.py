"""The other places on the disk at which the content of a source was seen."""

from collections.abc import Iterable

from dsr_desktop.domain.source import Source, SourceCopy
from dsr_desktop.store.database import Database
from dsr_desktop.store.sqlcipher import Connection


def record_copy(database: Database, source_id: int, copy: SourceCopy) -> None:
    """Remember a place; raises IntegrityError for one that the source has already."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO source_copy(source_id, path, seen_at, delivery_id) VALUES (?, ?, ?, ?)",
            (source_id, copy.path, copy.seen_at, copy.delivery_id),
        )


def read_copies(database: Database) -> dict[int, tuple[SourceCopy, ...]]:
    """Return the places of each source that has any, first seen first, by the source's id."""
    copies: dict[int, tuple[SourceCopy, ...]] = {}
    rows = database.connection.execute(
        "SELECT source_id, path, seen_at, delivery_id FROM source_copy ORDER BY id"
    )
    for source_id, *copy in rows:
        copies[source_id] = (*copies.get(source_id, ()), SourceCopy(*copy))
    return copies


def move_to_copy(database: Database, source: Source) -> None:
    """Let a source stand where `source` says, at what was one of its copies until now."""
    with database.transaction() as connection:
        forget_copies(database, source.id or 0, [source.path])
        connection.execute(
            "UPDATE source SET path = ?, name = ?, imported_at = ?, delivery_id = ? WHERE id = ?",
            (source.path, source.name, source.imported_at, source.delivery_id, source.id),
        )


def rename_sheet(database: Database, source_id: int, before: str, after: str) -> None:
    """Give a sheet another name, also where its held rows are looked for."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE sheet SET name = ? WHERE source_id = ? AND name = ?", (after, source_id, before)
        )
        connection.execute(
            "UPDATE held_row SET sheet = ? WHERE source_id = ? AND sheet = ?",
            (after, source_id, before),
        )


def forget_copies(database: Database, source_id: int, paths: Iterable[str]) -> None:
    """Forget some of the places of a source."""
    with database.transaction() as connection:
        connection.executemany(
            "DELETE FROM source_copy WHERE source_id = ? AND path = ?",
            [(source_id, path) for path in paths],
        )


def remove_copies(connection: Connection, source_id: int) -> None:
    """Forget the places of a source, inside the caller's transaction."""
    connection.execute("DELETE FROM source_copy WHERE source_id = ?", (source_id,))
