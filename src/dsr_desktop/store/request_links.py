"""What is kept beside request files: links between them, notes, the rows that an answer gave."""

from collections.abc import Iterable
from datetime import date, datetime

from dsr_desktop.domain.answer_difference import RowPlace, Successor
from dsr_desktop.domain.links import NEEDS_THE_OTHER, Link, LinkKind
from dsr_desktop.domain.request import Request, Stage
from dsr_desktop.domain.request_note import Note
from dsr_desktop.store.database import Database
from dsr_desktop.store.versions import Succession

_LINKS = (
    "SELECT one.ref, other.ref, kind, linked_on, linked_by FROM request_link "
    "JOIN request AS one ON one.id = request_id JOIN request AS other ON other.id = other_id"
)


def links_of(database: Database, request: Request) -> tuple[Link, ...]:
    """Return the links of a request, to others and from them, in the order of linking."""
    rows = database.connection.execute(
        f"{_LINKS} WHERE request_id = ? OR other_id = ? ORDER BY request_link.id",
        (request.id, request.id),
    )
    return tuple(
        Link(ref, to, LinkKind(kind), date.fromisoformat(on), by or "")
        for ref, to, kind, on, by in rows
    )


def needed_by_open_requests(database: Database) -> frozenset[str]:
    """Return the references of the requests that an open one repeats, continues or is about."""
    rows = database.connection.execute(
        f"{_LINKS} WHERE one.status <> ? AND kind IN (?, ?, ?)", (Stage.CLOSED, *NEEDS_THE_OTHER)
    )
    return frozenset(other for _, other, *_ in rows)


def add_link(database: Database, request: Request, other: Request, link: Link) -> None:
    """Link a request to another; what was said of the two before is replaced."""
    remove_link(database, request, other)
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO request_link(request_id, other_id, kind, linked_on, linked_by) "
            "VALUES (?, ?, ?, ?, ?)",
            (request.id, other.id, link.kind, link.linked_on.isoformat(), link.by),
        )


def remove_link(database: Database, request: Request, other: Request) -> bool:
    """Forget the link between two requests, whichever way; tells whether there was one."""
    with database.transaction() as connection:
        removed = connection.execute(
            "DELETE FROM request_link WHERE (request_id, other_id) IN (VALUES (?, ?), (?, ?))",
            (request.id, other.id, other.id, request.id),
        )
    return bool(removed.rowcount)


def add_note(database: Database, request: Request, note: Note) -> None:
    """Store a note on a request."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO request_note(request_id, at, author, text) VALUES (?, ?, ?, ?)",
            (request.id, note.at.isoformat(timespec="seconds"), note.author, note.text),
        )


def notes_of(database: Database, request: Request) -> tuple[Note, ...]:
    """Return the notes on a request, oldest first."""
    rows = database.connection.execute(
        "SELECT at, author, text FROM request_note WHERE request_id = ? ORDER BY id", (request.id,)
    )
    return tuple(Note(datetime.fromisoformat(at), author, text) for at, author, text in rows)


def keep_answered_rows(database: Database, request: Request, rows: Iterable[RowPlace]) -> None:
    """Keep which rows the answer of a request was about: their places, nothing of what they say."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM answered_row WHERE request_id = ?", (request.id,))
        connection.executemany(
            "INSERT INTO answered_row(request_id, row_id, file, sheet, row) VALUES (?, ?, ?, ?, ?)",
            [(request.id, one.row_id, one.file, one.sheet, one.row) for one in rows],
        )


def answered_rows(database: Database, request: Request) -> tuple[RowPlace, ...]:
    """Return the rows that the answer of a request was about."""
    rows = database.connection.execute(
        "SELECT row_id, file, sheet, row FROM answered_row WHERE request_id = ? ORDER BY id",
        (request.id,),
    )
    return tuple(RowPlace(*row) for row in rows)


def successors(database: Database) -> dict[int, Successor]:
    """Return which rows go on in newer versions of their files, by the earlier row's id."""
    rows = database.connection.execute(
        "SELECT earlier_row_id, row_id, state FROM row_succession"
    ).fetchall()
    return {
        earlier: Successor(later, state == Succession.CHANGED) for earlier, later, state in rows
    }
