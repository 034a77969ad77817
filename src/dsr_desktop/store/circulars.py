"""Letters to many people, and to whom each went."""

from collections.abc import Iterable, Sequence
from datetime import date

from dsr_desktop.domain.circular import Addressed, Circular
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.store.database import Database
from dsr_desktop.store.record_table import RecordTable

CIRCULARS_KEPT = RecordTable("circular", Circular)
_ADDRESSED = RecordTable("addressed", Addressed)
_TOLD = (
    "WITH RECURSIVE told(id) AS (SELECT row_id FROM addressed JOIN circular "
    "ON circular.id = circular_id WHERE sent_on IS NOT NULL AND kind = ? UNION "
    "SELECT row_succession.row_id FROM row_succession JOIN told ON earlier_row_id = told.id) "
    "SELECT id FROM told"
)


def add_addressed(database: Database, circular_id: int, rows: Iterable[int]) -> None:
    """Keep to which rows a circular is written."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO addressed(circular_id, row_id) VALUES (?, ?)",
            [(circular_id, row) for row in rows],
        )


def addressed_of(database: Database, circular_id: int) -> tuple[Addressed, ...]:
    """Return to whom a circular went, in the order of the letters."""
    return _ADDRESSED.read_where(database, "circular_id = ?", (circular_id,))


def set_addressed_sent(database: Database, people: Sequence[Addressed], on: date) -> None:
    """Say on which day letters left."""
    with database.transaction() as connection:
        connection.executemany(
            "UPDATE addressed SET sent_on = ? WHERE id = ? AND sent_on IS NULL",
            [(on.isoformat(), one.id) for one in people],
        )


def rows_told(database: Database, kind: LetterKind) -> frozenset[int]:
    """Return the rows whose people had a letter of a kind, and the rows that took their place."""
    return frozenset(row for (row,) in database.connection.execute(_TOLD, (str(kind),)))
