"""What was said of telling the people of each import (art. 14)."""

from dsr_desktop.domain.article14 import Art14Exception, Art14Facts, ObtainedFrom
from dsr_desktop.domain.iso_days import day_of
from dsr_desktop.store.database import Database
from dsr_desktop.store.record_table import to_column


def read_art14_facts(database: Database) -> dict[int, Art14Facts]:
    """Return what was said, by the id of the import."""
    rows = database.connection.execute(
        "SELECT source_id, obtained_from, obtained_on, first_contact_on, first_disclosure_on, "
        "done_on, exception, reason FROM art14_notice"
    )
    return {source_id: _facts(*said) for source_id, *said in rows}


def write_art14_facts(database: Database, source_id: int, facts: Art14Facts) -> None:
    """Replace what was said of an import."""
    values = [
        facts.obtained_from or "", facts.obtained_on, facts.first_contact_on,
        facts.first_disclosure_on, facts.done_on, facts.exception, facts.reason,
    ]  # fmt: skip
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO art14_notice VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [source_id, *map(to_column, values)],
        )


def _facts(
    obtained_from: str,
    obtained_on: str | None,
    contact_on: str | None,
    disclosure_on: str | None,
    done_on: str | None,
    exception: str | None,
    reason: str,
) -> Art14Facts:
    return Art14Facts(
        ObtainedFrom(obtained_from) if obtained_from else None,
        day_of(obtained_on), day_of(contact_on), day_of(disclosure_on), day_of(done_on),
        Art14Exception(exception) if exception else None, reason,
    )  # fmt: skip
