"""The catalogue of systems, the imported lists that belong to them, and what was dismissed."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.iso_days import day_of, iso
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.store.database import Database

_COLUMNS = (
    "id, name, kind, how_asked, owner, contact, how_to_export, activities, proposal, active_from, "
    "active_to"
)
_CURRENT_LISTS = (
    "WITH RECURSIVE belongs(system_id, source_id) AS ("
    "SELECT system_id, source_id FROM system_source UNION "
    "SELECT system_id, superseded_by FROM belongs JOIN source ON source.id = source_id "
    "WHERE superseded_by IS NOT NULL) "
    "SELECT system_id, source_id FROM belongs JOIN source ON source.id = source_id "
    "WHERE superseded_by IS NULL ORDER BY source_id"
)


def add_system(database: Database, system: System) -> int:
    """Add a system to the catalogue; returns its id."""
    with database.transaction() as connection:
        added = connection.execute(
            "INSERT INTO system(name, kind, how_asked, owner, contact, how_to_export, activities, "
            "proposal, active_from, active_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            _values(system),
        )
        return int(added.fetchone()[0])


def write_system(database: Database, system: System) -> None:
    """Replace everything that is known of the system with this id."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE system SET name = ?, kind = ?, how_asked = ?, owner = ?, contact = ?, "
            "how_to_export = ?, activities = ?, proposal = ?, active_from = ?, active_to = ? "
            "WHERE id = ?",
            (*_values(system), system.id),
        )


def read_systems(database: Database) -> tuple[System, ...]:
    """Return the catalogue, systems that are no longer used among it, in the order of adding."""
    rows = database.connection.execute(f"SELECT {_COLUMNS} FROM system ORDER BY id")  # noqa: S608
    return tuple(map(system_of_row, rows))


def read_system(database: Database, system_id: int) -> System:
    """Return the system with this id; NotFoundError if there is none."""
    for row in database.connection.execute(
        f"SELECT {_COLUMNS} FROM system WHERE id = ?",  # noqa: S608
        (system_id,),
    ):
        return system_of_row(row)
    raise NotFoundError(
        mark("There is no system {id}. Take one from the list of systems."), id=str(system_id)[:20]
    )


def put_list(database: Database, system_id: int, source_id: int) -> None:
    """Say that an imported list comes from a system; nothing if it was said already."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO system_source VALUES (?, ?)", (system_id, source_id)
        )


def take_list(database: Database, system_id: int, source_id: int) -> None:
    """Take back that a list, or any earlier version of it, comes from a system."""
    with database.transaction() as connection:
        connection.execute(
            "WITH RECURSIVE versions(id) AS (SELECT ? UNION SELECT source.id FROM source "
            "JOIN versions ON superseded_by = versions.id) "
            "DELETE FROM system_source WHERE system_id = ? AND source_id IN versions",
            (source_id, system_id),
        )


def lists_of_systems(database: Database) -> dict[int, tuple[int, ...]]:
    """Return the ids of the current lists of each system that has one.

    The newer version of a list belongs where the earlier one did.
    """
    lists: dict[int, list[int]] = defaultdict(list)
    for system_id, source_id in database.connection.execute(_CURRENT_LISTS):
        lists[system_id].append(source_id)
    return {system_id: tuple(ids) for system_id, ids in lists.items()}


def dismiss_proposal(database: Database, code: str, day: date, actor: str) -> None:
    """Remember that a proposed system does not exist in the company."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO dismissed_proposal VALUES (?, ?, ?)",
            (code, day.isoformat(), actor),
        )


def recall_proposal(database: Database, code: str) -> None:
    """Forget that a proposal was dismissed."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM dismissed_proposal WHERE code = ?", (code,))


def dismissed_proposals(database: Database) -> frozenset[str]:
    """Return the codes of the dismissed proposals."""
    rows = database.connection.execute("SELECT code FROM dismissed_proposal")
    return frozenset(code for (code,) in rows)


def system_of_row(row: Sequence[object]) -> System:
    """Return the system of a row of the columns above."""
    id_, name, kind, how_asked, owner, contact, how_to, activities, proposal, start, end = row
    return System(
        str(name), SystemKind(str(kind)), HowAsked(str(how_asked)), date.fromisoformat(str(start)),
        str(owner), str(contact), str(how_to), tuple(json.loads(str(activities))),
        day_of(end), str(proposal) if proposal else None,
        int(str(id_)),
    )  # fmt: skip


def _values(system: System) -> tuple[str | None, ...]:
    return (
        system.name, system.kind, system.how_asked, system.owner, system.contact,
        system.how_to_export, json.dumps(system.activities), system.proposal,
        system.active_from.isoformat(),
        iso(system.active_to),
    )  # fmt: skip
