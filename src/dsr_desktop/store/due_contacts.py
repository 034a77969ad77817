"""Finds contacts by state and day, page by page, however many there are."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.contact_retention import (
    ContactDates,
    ContactState,
    EndedBy,
    StateDays,
)
from dsr_desktop.domain.request import Stage
from dsr_desktop.domain.retention_hold import RetentionHold
from dsr_desktop.store.contact_clocks import CURRENT_LISTS
from dsr_desktop.store.database import Database
from dsr_desktop.store.record_table import RecordTable

HOLDS = RecordTable("retention_hold", RetentionHold)
FIRST: tuple[str, int] = ("", 0)
"""Before the first contact of any page."""
_LAST_DAY = "9999-12-31"
_HELD = (
    "held(row_id) AS MATERIALIZED (SELECT row_id FROM held_contact JOIN retention_hold "
    "ON retention_hold.id = hold_id WHERE released_on IS NULL "
    "UNION SELECT row_id FROM hit JOIN request ON request.id = request_id "
    "WHERE request.status <> :closed AND verdict IS NOT 'rejected' "
    "UNION SELECT row_id FROM hit JOIN request_item USING (request_id) "
    "WHERE verdict = 'confirmed' AND right = 'restriction' "
    "AND decision IN ('granted', 'granted_partly') "
    "UNION SELECT row_id FROM hit JOIN kept_dataset USING (request_id, source_id) "
    "WHERE verdict = 'confirmed' AND until >= :today "
    "UNION SELECT value FROM json_each(:asked)), "
    "held_list(id) AS MATERIALIZED (SELECT source_id FROM retention_hold "
    "WHERE released_on IS NULL AND source_id <> 0)"
)
_IS_HELD = "(row_id IN held OR source_id IN held_list)"
_STATE = (
    f"CASE WHEN {_IS_HELD} THEN 'held' WHEN delete_on IS NULL THEN 'active' "
    "WHEN delete_on < :today THEN 'overdue' WHEN delete_on <= :soon THEN 'due_soon' "
    "ELSE 'retained' END"
)
_STALE = "(ended_on IS NULL AND last_contact_on <= :stale)"
_WHERE = {
    ContactState.OVERDUE: f"delete_on < :today AND NOT {_IS_HELD}",
    ContactState.DUE_SOON: f"delete_on BETWEEN :today AND :soon AND NOT {_IS_HELD}",
    ContactState.RETAINED: f"delete_on > :soon AND NOT {_IS_HELD}",
    ContactState.ACTIVE: f"delete_on IS NULL AND NOT {_IS_HELD}",
    ContactState.HELD: _IS_HELD,
}
_CURRENT = f"source_id IN ({CURRENT_LISTS})"
_ORDER = "coalesce(delete_on, '9999-12-31')"


@dataclass(frozen=True)
class StoredClock:
    """The clock of one contact as the register has it; `delete_on` is the day in effect."""

    row_id: int
    source_id: int
    dates: ContactDates
    ended_by: EndedBy | None
    delete_on: date | None
    state: ContactState

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands in the order of the list, for the page after it."""
        return (self.delete_on.isoformat() if self.delete_on else _LAST_DAY, self.row_id)


@dataclass(frozen=True)
class Wanted:
    """Which contacts: of a state, stale ones alone, of some sources (None for all), after a place."""

    states: tuple[ContactState, ...] = tuple(ContactState)
    stale: bool = False
    sources: tuple[int, ...] | None = None
    after: tuple[str, int] = FIRST
    most: int = 50


def find_clocks(
    database: Database, wanted: Wanted, days: StateDays, asked: Sequence[int]
) -> tuple[StoredClock, ...]:
    """Return contacts by day, those without a day last; `asked` are rows of open requests."""
    is_dated = not {ContactState.ACTIVE, ContactState.HELD} & set(wanted.states)
    order = "delete_on" if is_dated else _ORDER
    conditions = [_CURRENT, "(" + " OR ".join(_WHERE[one] for one in wanted.states) + ")"]
    conditions.append(f"({order}, row_id) > (:day, :row)")
    if is_dated:
        conditions.append("delete_on IS NOT NULL AND delete_on >= :day")  # lets the index serve it
    if wanted.stale:
        conditions.append(_STALE)
    if wanted.sources is not None:
        conditions.append("source_id IN (SELECT value FROM json_each(:sources))")
    query = (
        f"WITH {_HELD} SELECT row_id, source_id, collected_on, last_contact_on, ended_on, "  # noqa: S608
        f"legal_until, ended_by, delete_on, {_STATE} FROM contact_clock "
        f"WHERE {' AND '.join(conditions)} ORDER BY {order}, row_id LIMIT :most"
    )
    values = {
        **_values(days, asked), "day": wanted.after[0], "row": wanted.after[1],
        "most": wanted.most, "sources": json.dumps(wanted.sources),
    }  # fmt: skip
    return tuple(map(_clock, database.connection.execute(query, values)))


def clocks_of(
    database: Database, row_ids: Sequence[int], days: StateDays, asked: Sequence[int]
) -> tuple[StoredClock, ...]:
    """Return the clocks of some rows, as far as they are contacts."""
    query = (
        f"WITH {_HELD} SELECT row_id, source_id, collected_on, last_contact_on, ended_on, "  # noqa: S608
        f"legal_until, ended_by, delete_on, {_STATE} FROM contact_clock WHERE {_CURRENT} "
        f"AND row_id IN (SELECT value FROM json_each(:rows)) ORDER BY {_ORDER}, row_id"
    )
    values = {**_values(days, asked), "rows": json.dumps(list(row_ids))}
    return tuple(map(_clock, database.connection.execute(query, values)))


def count_states(
    database: Database, days: StateDays, asked: Sequence[int]
) -> dict[tuple[int, ContactState], tuple[int, int]]:
    """Return for each source and state how many contacts there are, and how many of them are stale."""
    rows = database.connection.execute(
        f"WITH {_HELD} SELECT source_id, {_STATE}, count(*), sum(coalesce({_STALE}, 0)) "  # noqa: S608
        f"FROM contact_clock WHERE {_CURRENT} GROUP BY 1, 2",
        _values(days, asked),
    )
    return {(id_, ContactState(state)): (n, stale) for id_, state, n, stale in rows}


def due_rows(
    database: Database, until: date, days: StateDays, asked: Sequence[int]
) -> list[tuple[int, int, str]]:
    """Return every contact that may go and whose day has come by `until`: row, source, day."""
    rows = database.connection.execute(
        f"WITH {_HELD} SELECT row_id, source_id, delete_on FROM contact_clock "  # noqa: S608
        f"WHERE delete_on <= :until AND {_CURRENT} AND NOT {_IS_HELD} ORDER BY delete_on, row_id",
        {**_values(days, asked), "until": until.isoformat()},
    )
    return rows.fetchall()


def rows_over(database: Database, today: date) -> frozenset[int]:
    """Return the contacts whose day has passed, those that a hold keeps among them."""
    rows = database.connection.execute(
        f"SELECT row_id FROM contact_clock WHERE delete_on < ? AND {_CURRENT}",  # noqa: S608
        (today.isoformat(),),
    )
    return frozenset(row_id for (row_id,) in rows)


def rows_in_law(database: Database, today: date) -> list[tuple[int, int, ContactDates]]:
    """Return the contacts that a law may still have kept: row, source, dates."""
    rows = database.connection.execute(
        "SELECT row_id, source_id, collected_on, last_contact_on, ended_on, legal_until "  # noqa: S608
        f"FROM contact_clock WHERE legal_until >= ? AND {_CURRENT}",
        (today.isoformat(),),
    )
    return [
        (
            row_id,
            source_id,
            ContactDates(*(date.fromisoformat(one) if one else None for one in days)),
        )
        for row_id, source_id, *days in rows
    ]


def due_until(
    database: Database, until: date, days: StateDays, asked: Sequence[int]
) -> tuple[date | None, int]:
    """Return the first day on which a contact that may go is due by `until`, and how many are."""
    first, number = database.connection.execute(
        f"WITH {_HELD} SELECT min(delete_on), count(*) FROM contact_clock "  # noqa: S608
        f"WHERE delete_on <= :until AND {_CURRENT} AND NOT {_IS_HELD}",
        {**_values(days, asked), "until": until.isoformat()},
    ).fetchone()
    return _day(first), int(number)


def count_held_due(database: Database, until: date, days: StateDays, asked: Sequence[int]) -> int:
    """Return how many contacts stay though their day has come by `until`."""
    (number,) = database.connection.execute(
        f"WITH {_HELD} SELECT count(*) FROM contact_clock "  # noqa: S608
        f"WHERE delete_on <= :until AND {_CURRENT} AND {_IS_HELD}",
        {**_values(days, asked), "until": until.isoformat()},
    ).fetchone()
    return int(number)


def why_held(
    database: Database, row_ids: Sequence[int], days: StateDays
) -> dict[int, tuple[tuple[str, str], ...]]:
    """Return for each row what holds it: the kind of thing, and its id or reference."""
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    rows = database.connection.execute(
        _WHY, {**_values(days, ()), "rows": json.dumps(list(row_ids))}
    )
    for row_id, kind, ref in rows:
        found[row_id] = (*found.get(row_id, ()), (kind, str(ref)))
    return found


_THESE = "row_id IN (SELECT value FROM json_each(:rows))"
_WHY = (
    "SELECT row_id, 'hold', hold_id FROM held_contact JOIN retention_hold "  # noqa: S608
    f"ON retention_hold.id = hold_id WHERE released_on IS NULL AND {_THESE} "
    "UNION SELECT row_id, 'hold', retention_hold.id FROM contact_clock JOIN retention_hold "
    f"USING (source_id) WHERE released_on IS NULL AND {_THESE} "
    "UNION SELECT row_id, 'request', ref FROM hit JOIN request ON request.id = request_id "
    f"WHERE request.status <> :closed AND verdict IS NOT 'rejected' AND {_THESE} "
    "UNION SELECT row_id, 'restriction', ref FROM hit JOIN request_item USING (request_id) "
    "JOIN request ON request.id = request_id WHERE verdict = 'confirmed' "
    f"AND right = 'restriction' AND decision IN ('granted', 'granted_partly') AND {_THESE} "
    "UNION SELECT row_id, 'law', until FROM hit JOIN kept_dataset USING (request_id, source_id) "
    f"WHERE verdict = 'confirmed' AND until >= :today AND {_THESE}"
)


def _values(days: StateDays, asked: Sequence[int]) -> dict[str, object]:
    return {
        "today": days.today.isoformat(), "soon": days.soon_until.isoformat(),
        "stale": days.stale_before.isoformat(), "closed": Stage.CLOSED,
        "asked": json.dumps(list(asked)),
    }  # fmt: skip


def _clock(row: Sequence[object]) -> StoredClock:
    row_id, source_id, *dates, ended_by, delete_on, state = row
    return StoredClock(
        int(str(row_id)), int(str(source_id)), ContactDates(*map(_day, dates)),
        EndedBy(str(ended_by)) if ended_by else None, _day(delete_on), ContactState(str(state)),
    )  # fmt: skip


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
