"""The journal of originals that cleaned copies replace, with the undo copies, until a request closes."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from dsr_desktop.domain.original import JournalEntry, JournalState
from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database

_ENTRY = "id, source_id, path, part, mode, state, sha256_before, sha256_after"


def begin_entry(
    database: Database, request: Request, entry: JournalEntry, pieces: Iterable[bytes]
) -> int:
    """Write an entry with the content of its original, before anything is done; returns its id."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with database.transaction() as connection:
        added = connection.execute(
            "INSERT INTO replacement(request_id, source_id, path, part, mode, at, state, "
            "sha256_before, sha256_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (request.id, entry.source_id, entry.path, entry.part, entry.mode, at, entry.state,
             entry.sha256_before, entry.sha256_after),
        )  # fmt: skip
        number = int(added.fetchone()[0])
        for n, piece in enumerate(pieces):
            connection.execute("INSERT INTO replacement_piece VALUES (?, ?, ?)", (number, n, piece))
    return number


def set_state(database: Database, entry: int, state: JournalState, part: str = "") -> None:
    """Say what is being done with an original now, and the name of the file being written."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE replacement SET state = ?, part = ? WHERE id = ?", (state, part, entry)
        )


def remove_entry(database: Database, entry: int) -> None:
    """Remove an entry with its undo copy."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM replacement WHERE id = ?", (entry,))


def read_entries(database: Database, request: Request) -> tuple[JournalEntry, ...]:
    """Return the entries of a request, in their order."""
    rows = database.connection.execute(
        f"SELECT {_ENTRY} FROM replacement WHERE request_id = ? ORDER BY id",  # noqa: S608
        (request.id,),
    )
    return tuple(_entry(row) for row in rows.fetchall())


def read_unfinished(database: Database) -> tuple[tuple[str, JournalEntry], ...]:
    """Return the entries of acts that did not come to their end, with the references of requests."""
    rows = database.connection.execute(
        f"SELECT (SELECT ref FROM request WHERE request.id = request_id), {_ENTRY} "  # noqa: S608
        "FROM replacement WHERE state != ? ORDER BY id",
        (JournalState.REPLACED,),
    )
    return tuple((row[0], _entry(row[1:])) for row in rows.fetchall())


def read_pieces(database: Database, entry: int) -> Iterator[bytes]:
    """Yield the content of an original, piece by piece."""
    numbers = database.connection.execute(
        "SELECT n FROM replacement_piece WHERE replacement_id = ? ORDER BY n", (entry,)
    )
    for (n,) in numbers.fetchall():
        found = database.connection.execute(
            "SELECT content FROM replacement_piece WHERE replacement_id = ? AND n = ?", (entry, n)
        )
        yield found.fetchone()[0]


def remove_entries(database: Database, request: Request) -> int:
    """Remove the journal of a request with all undo copies; returns how many there were."""
    with database.transaction() as connection:
        gone = connection.execute("DELETE FROM replacement WHERE request_id = ?", (request.id,))
        return int(gone.rowcount)


def _entry(row: tuple[int, int, str, str, int, str, str, str]) -> JournalEntry:
    number, source, path, part, mode, state, before, after = row
    return JournalEntry(number, source, path, part, mode, JournalState(state), before, after)
