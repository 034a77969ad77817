"""Restrictions as they are kept, and which rows are out of use: restricted, frozen, archived."""

import json
from collections.abc import Iterable
from datetime import date

from dsr_desktop.domain.erasure import KeptDataset
from dsr_desktop.domain.request import Decision
from dsr_desktop.domain.restriction import Restriction
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.suppression import SuppressionKey, SuppressionKind
from dsr_desktop.store.database import Database
from dsr_desktop.store.record_table import RecordTable

RESTRICTIONS = RecordTable("restriction", Restriction)
_ERASED = (Right.ERASURE, Right.MINOR_ERASURE)
_CARRIED_OUT = (Decision.GRANTED, Decision.GRANTED_PARTLY, Decision.ANONYMISED)
_WITH_VERSIONS = (
    "WITH RECURSIVE meant(id) AS (SELECT value FROM json_each(?) UNION "
    "SELECT row_succession.row_id FROM meant JOIN row_succession ON earlier_row_id = meant.id "
    "UNION SELECT earlier_row_id FROM meant JOIN row_succession ON row_id = meant.id) "
    "SELECT meant.id FROM meant JOIN row ON row.id = meant.id"
)
_OF_FILE = (
    "WITH RECURSIVE meant(id) AS (SELECT ? UNION "
    "SELECT superseded_by FROM meant JOIN source USING (id) WHERE superseded_by IS NOT NULL "
    "UNION SELECT source.id FROM meant JOIN source ON superseded_by = meant.id) "
    "SELECT id FROM meant"
)
_FROZEN = (
    "SELECT DISTINCT hit.row_id FROM hit JOIN request_item USING (request_id) "
    "WHERE hit.verdict = 'confirmed' AND hit.row_id IS NOT NULL "
    "AND request_item.right IN (SELECT value FROM json_each(:rights)) "
    "AND request_item.decision IN (SELECT value FROM json_each(:decisions)) "
    "AND NOT EXISTS (SELECT 1 FROM dataset_decision WHERE choice = 'keep' "
    "AND dataset_decision.request_id = hit.request_id "
    "AND dataset_decision.source_id = hit.source_id)"
)


def keep_person(
    database: Database,
    restriction: Restriction,
    keys: Iterable[SuppressionKey],
    rows: Iterable[int],
) -> None:
    """Keep by what a restricted person is known: keys in clear, and the rows confirmed by now."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT OR IGNORE INTO restricted_key VALUES (?, ?, ?)",
            [(restriction.id, one.kind, one.canonical) for one in keys],
        )
        connection.executemany(
            "INSERT OR IGNORE INTO restricted_row VALUES (?, ?)",
            [(restriction.id, one) for one in rows],
        )


def forget_person(database: Database, restriction: Restriction) -> None:
    """Forget by what the person was known, once a restriction is lifted."""
    with database.transaction() as connection:
        for table in ("restricted_key", "restricted_row"):
            connection.execute(
                f"DELETE FROM {table} WHERE restriction_id = ?",  # noqa: S608 - our own words
                (restriction.id,),
            )


def keys_of_person(database: Database, restriction: Restriction) -> tuple[SuppressionKey, ...]:
    """Return the keys by which the person is known."""
    rows = database.connection.execute(
        "SELECT kind, value FROM restricted_key WHERE restriction_id = ?", (restriction.id,)
    )
    return tuple(SuppressionKey(SuppressionKind(kind), value) for kind, value in rows)


def rows_of_person(database: Database, restriction: Restriction) -> frozenset[int]:
    """Return the rows that were confirmed, with those of other versions that go on from them."""
    rows = database.connection.execute(
        "SELECT row_id FROM restricted_row WHERE restriction_id = ?", (restriction.id,)
    )
    return with_versions(database, [row_id for (row_id,) in rows])


def with_versions(database: Database, row_ids: Iterable[int]) -> frozenset[int]:
    """Return rows with those of earlier and newer versions of their files; what is gone is left out."""
    wanted = json.dumps(list(row_ids))
    return frozenset(one for (one,) in database.connection.execute(_WITH_VERSIONS, (wanted,)))


def versions_of(database: Database, source_id: int) -> frozenset[int]:
    """Return the ids of a file and all its versions."""
    return frozenset(one for (one,) in database.connection.execute(_OF_FILE, (source_id,)))


def activities_of_rows(
    database: Database, row_ids: Iterable[int]
) -> dict[int, tuple[int, str | None]]:
    """Return for each row the id of its file and what the file is used for."""
    rows = database.connection.execute(
        "SELECT row.id, source.id, source.activity FROM row JOIN sheet ON sheet.id = sheet_id "
        "JOIN source ON source.id = source_id WHERE row.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(row_ids)),),
    )
    return {row_id: (source_id, activity) for row_id, source_id, activity in rows}


def frozen_rows(database: Database) -> frozenset[int]:
    """Return the rows whose erasure was granted and that are still here (E04), kept ones left out."""
    found = database.connection.execute(
        _FROZEN, {"rights": json.dumps(_ERASED), "decisions": json.dumps(_CARRIED_OUT)}
    )
    return with_versions(database, [row_id for (row_id,) in found])


def archive_rows(database: Database, ref: str, kept: KeptDataset, row_ids: Iterable[int]) -> None:
    """Set rows apart that are kept for a legal reason until a day."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT OR REPLACE INTO archived_row VALUES (?, ?, ?, ?)",
            [(one, ref, kept.reason_code, kept.until.isoformat()) for one in row_ids],
        )


def take_out_of_archive(database: Database, ref: str, row_ids: Iterable[int]) -> None:
    """Put rows back that a request had set apart: it was decided otherwise."""
    with database.transaction() as connection:
        connection.execute(
            "DELETE FROM archived_row WHERE ref = ? AND row_id IN (SELECT value FROM json_each(?))",
            (ref, json.dumps(list(row_ids))),
        )


def archived_rows(database: Database) -> dict[int, date]:
    """Return the rows that are set apart, in all versions of their files, with the day they go."""
    kept: dict[int, date] = {}
    for row_id, until in database.connection.execute("SELECT row_id, until FROM archived_row"):
        day = date.fromisoformat(until)
        for one in with_versions(database, [row_id]):
            kept[one] = max(day, kept.get(one, day))
    return kept
