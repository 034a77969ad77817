"""The other places on the disk at which the content of a source was seen."""

from dsr_desktop.domain.source import SourceCopy
from dsr_desktop.store.database import Database
from dsr_desktop.store.sqlcipher import Connection


def record_copy(database: Database, source_id: int, copy: SourceCopy) -> None:
    """Remember a place; raises IntegrityError for one that the source has already."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO source_copy(source_id, path, seen_at) VALUES (?, ?, ?)",
            (source_id, copy.path, copy.seen_at),
        )


def read_copies(database: Database) -> dict[int, tuple[SourceCopy, ...]]:
    """Return the places of each source that has any, first seen first, by the source's id."""
    copies: dict[int, tuple[SourceCopy, ...]] = {}
    rows = database.connection.execute(
        "SELECT source_id, path, seen_at FROM source_copy ORDER BY id"
    )
    for source_id, path, seen_at in rows:
        copies[source_id] = (*copies.get(source_id, ()), SourceCopy(path, seen_at))
    return copies


def remove_copies(connection: Connection, source_id: int) -> None:
    """Forget the places of a source, inside the caller's transaction."""
    connection.execute("DELETE FROM source_copy WHERE source_id = ?", (source_id,))
