"""Mappings that the user chose or confirmed, kept for the next import of such a sheet."""

import json
from dataclasses import dataclass

from dsr_desktop.domain.mapping import SheetMapping
from dsr_desktop.domain.mapping_file import mapping_from_entry, mapping_to_entry
from dsr_desktop.store.database import Database


@dataclass(frozen=True)
class RememberedMapping:
    """A mapping in the register, with when and by whom it was chosen last."""

    id: int
    mapping: SheetMapping
    remembered_at: str
    remembered_by: str


def write_mapping(database: Database, mapping: SheetMapping, at: str, by: str) -> None:
    """Remember a mapping; it replaces an earlier one for the same sheets."""
    entry = json.dumps(mapping_to_entry(mapping), ensure_ascii=False)
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO mapping(fingerprint, mapping, remembered_at, remembered_by) "
            "VALUES (?, ?, ?, ?) ON CONFLICT(fingerprint) DO UPDATE SET mapping = excluded.mapping, "
            "remembered_at = excluded.remembered_at, remembered_by = excluded.remembered_by",
            (mapping.fingerprint, entry, at, by),
        )


def read_mappings(database: Database) -> tuple[RememberedMapping, ...]:
    """Return every remembered mapping, oldest first."""
    rows = database.connection.execute(
        "SELECT id, mapping, remembered_at, remembered_by FROM mapping ORDER BY id"
    )
    return tuple(
        RememberedMapping(id_, mapping_from_entry(json.loads(entry)), at, by)
        for id_, entry, at, by in rows
    )


def delete_mapping(database: Database, mapping_id: int) -> bool:
    """Forget a mapping; False if there is none with this id."""
    with database.transaction() as connection:
        deleted = connection.execute("DELETE FROM mapping WHERE id = ?", (mapping_id,))
        return deleted.rowcount > 0
