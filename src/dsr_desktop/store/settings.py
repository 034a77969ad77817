"""The company's settings and its processing activities."""

from collections.abc import Iterable

from dsr_desktop.domain.activity import Activity
from dsr_desktop.store.database import Database


def read_settings(database: Database) -> dict[str, str]:
    """Return all settings."""
    return dict(database.connection.execute("SELECT key, value FROM setting").fetchall())


def write_settings(database: Database, values: dict[str, str]) -> None:
    """Set the settings named in `values`, leaving the others."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            list(values.items()),
        )


def remove_settings(database: Database, keys: Iterable[str]) -> None:
    """Forget settings; what was never set is none."""
    with database.transaction() as connection:
        connection.executemany("DELETE FROM setting WHERE key = ?", [(key,) for key in keys])


def add_activities(database: Database, activities: tuple[Activity, ...]) -> None:
    """Add processing activities to the register."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO activity VALUES (?, ?, ?, ?)",
            [(one.code, one.name, one.legal_basis, int(one.confirmed)) for one in activities],
        )


def write_activity(database: Database, activity: Activity) -> None:
    """Replace name, legal basis and confirmation of the activity with this code."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE activity SET name = ?, legal_basis = ?, confirmed = ? WHERE code = ?",
            (activity.name, activity.legal_basis, int(activity.confirmed), activity.code),
        )


def read_activities(database: Database) -> tuple[Activity, ...]:
    """Return the processing activities in the order of their codes."""
    rows = database.connection.execute(
        "SELECT code, name, legal_basis, confirmed FROM activity ORDER BY code"
    )
    return tuple(Activity(code, name, basis, bool(sure)) for code, name, basis, sure in rows)
