"""The company's own corrections of its calendar (R-DL-8)."""

from collections.abc import Iterable
from datetime import date

from dsr_desktop.domain.company_calendar import HolidayOverride, OverrideKind
from dsr_desktop.store.database import Database


def read_overrides(database: Database) -> tuple[HolidayOverride, ...]:
    """Return every correction by day."""
    rows = database.connection.execute(
        "SELECT day, kind, reason FROM holiday_override ORDER BY day"
    )
    return tuple(
        HolidayOverride(date.fromisoformat(day), OverrideKind(kind), reason)
        for day, kind, reason in rows
    )


def write_overrides(database: Database, overrides: Iterable[HolidayOverride]) -> None:
    """Replace all corrections."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM holiday_override")
        connection.executemany(
            "INSERT INTO holiday_override VALUES (?, ?, ?)",
            [(one.day.isoformat(), one.kind, one.reason) for one in overrides],
        )
