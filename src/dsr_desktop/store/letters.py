"""The letters of requests, as they were written; those that were sent outlast the file."""

from datetime import date

from dsr_desktop.domain.kept_letter import KeptLetter
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database
from dsr_desktop.store.record_table import RecordTable

LETTERS_KEPT = RecordTable("letter", KeptLetter)


def letters_of(database: Database, request: Request) -> tuple[KeptLetter, ...]:
    """Return the letters of a request, oldest first."""
    return LETTERS_KEPT.read_where(database, "request_id = ?", (request.id,))


def last_letter(database: Database, request: Request, kind: LetterKind) -> KeptLetter | None:
    """Return the newest letter of a kind, None without one."""
    same = [one for one in letters_of(database, request) if one.kind is kind]
    return same[-1] if same else None


def refs_with_letters(database: Database) -> frozenset[str]:
    """Return the references of the requests of which a letter is still kept."""
    rows = database.connection.execute(
        "SELECT DISTINCT ref FROM letter JOIN request ON request.id = request_id"
    )
    return frozenset(ref for (ref,) in rows)


def drop_letters(database: Database, request: Request) -> None:
    """Remove the letters of a request."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM letter WHERE request_id = ?", (request.id,))


def set_sent(database: Database, letter: KeptLetter, on: date) -> None:
    """Say on which day a letter was sent."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE letter SET sent_on = ? WHERE id = ?", (on.isoformat(), letter.id)
        )
