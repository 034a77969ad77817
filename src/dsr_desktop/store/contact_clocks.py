"""The clock of each contact: dates as read or as said, and the day on which it goes."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.contact_retention import (
    COUNTED,
    ClockMode,
    ContactDates,
    EndedBy,
    RetentionRule,
    effective_day,
    silent_end,
)
from dsr_desktop.store.database import Database

_ROWS_AT_ONCE = 20_000
_COUNTED = ", ".join(f"'{one}'" for one in COUNTED)
CURRENT_LISTS = (
    "SELECT id FROM source WHERE kind = 'list' AND superseded_by IS NULL "
    "AND status IN ('imported', 'partly')"
)
"""The sources whose rows are contacts: lists of the register that were read and are not replaced."""
_ADD = (
    "INSERT INTO contact_clock(row_id, source_id, collected_on, last_contact_on, ended_on, ended_by) "
    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(row_id) DO UPDATE SET source_id = excluded.source_id, "
    "collected_on = excluded.collected_on, last_contact_on = excluded.last_contact_on, "
    "ended_on = iif(ended_by IN ("
    + _COUNTED
    + ") OR ended_by IS NULL, excluded.ended_on, ended_on), "
    "ended_by = iif(ended_by IN ("
    + _COUNTED
    + ") OR ended_by IS NULL, excluded.ended_by, ended_by)"
)
_SAID = (
    "INSERT INTO contact_clock(row_id, source_id, ended_on, ended_by, legal_until) "  # noqa: S608
    "SELECT next.{to}, row_source.source_id, ended_on, ended_by, legal_until FROM contact_clock "
    "JOIN row_succession AS next ON next.{of} = contact_clock.row_id "
    "JOIN row ON row.id = next.{to} JOIN sheet AS row_source ON row_source.id = row.sheet_id "
    "WHERE next.row_id IN (SELECT row.id FROM row JOIN sheet ON sheet.id = sheet_id "
    "WHERE source_id = :newer) AND (legal_until IS NOT NULL OR "
    "(ended_by IS NOT NULL AND ended_by NOT IN (" + _COUNTED + "))) "
    "ON CONFLICT(row_id) DO UPDATE SET ended_on = excluded.ended_on, "
    "ended_by = excluded.ended_by, legal_until = excluded.legal_until"
)
_HELD = (
    "INSERT OR IGNORE INTO held_contact SELECT next.{to}, hold_id FROM held_contact "
    "JOIN row_succession AS next ON next.{of} = held_contact.row_id "
    "WHERE next.row_id IN (SELECT row.id FROM row JOIN sheet ON sheet.id = sheet_id "
    "WHERE source_id = :newer)"
)


def read_rules(database: Database) -> dict[str, RetentionRule]:
    """Return the rules that were set, by the code of their activity ("" for none)."""
    rows = database.connection.execute(
        "SELECT activity, mode, months, silent_months, ended_on FROM retention_rule ORDER BY activity"
    )
    return {
        activity: RetentionRule(ClockMode(mode), months, silent, _day(ended))
        for activity, mode, months, silent, ended in rows
    }


def write_rule(database: Database, activity: str, rule: RetentionRule) -> None:
    """Set the rule of an activity."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO retention_rule VALUES (?, ?, ?, ?, ?)",
            (activity, rule.mode, rule.months, rule.silent_months, _text(rule.ended_on)),
        )


def counted_from(database: Database) -> dict[int, str]:
    """Return what the clocks of each source were counted from."""
    return dict(database.connection.execute("SELECT source_id, counted_from FROM clock_count"))


def misread_cells(database: Database) -> dict[int, int]:
    """Return how many cells of each source should hold a day and hold none, where any does."""
    return dict(
        database.connection.execute("SELECT source_id, misread FROM clock_count WHERE misread > 0")
    )


def note_count(database: Database, source_id: int, counted: str, misread: int) -> None:
    """Note that the clocks of a source are counted."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO clock_count VALUES (?, ?, ?)", (source_id, counted, misread)
        )


def forget_other_clocks(database: Database) -> None:
    """Forget the clocks of what is no current list any more."""
    with database.transaction() as connection:
        for table in ("contact_clock", "clock_count"):
            gone = f"SELECT source_id FROM {table} EXCEPT SELECT id FROM ({CURRENT_LISTS})"  # noqa: S608
            connection.execute(f"DELETE FROM {table} WHERE source_id IN ({gone})")  # noqa: S608


def cells_of_sheet(database: Database, sheet_id: int) -> Iterator[list[tuple[int, Sequence[str]]]]:
    """Yield the rows of a sheet, many at a time: id and cells."""
    last = 0
    while rows := database.connection.execute(
        "SELECT id, cells FROM row WHERE sheet_id = ? AND id > ? ORDER BY id LIMIT ?",
        (sheet_id, last, _ROWS_AT_ONCE),
    ).fetchall():
        last = rows[-1][0]
        yield [(id_, split_cells(cells)) for id_, cells in rows]


def add_clocks(
    database: Database, source_id: int, clocks: Iterable[tuple[int, ContactDates, EndedBy | None]]
) -> None:
    """Put the dates read in rows into their clocks; what somebody said of a contact stays."""
    with database.transaction() as connection:
        connection.executemany(
            _ADD,
            [
                (row_id, source_id, _text(one.collected_on), _text(one.last_contact_on),
                 _text(one.ended_on), ended_by)
                for row_id, one, ended_by in clocks
            ],
        )  # fmt: skip


def add_same_clocks(
    database: Database, source_id: int, sheet_id: int, dates: ContactDates, ended_by: EndedBy | None
) -> None:
    """Give every row of a sheet the same dates: no column of it holds any."""
    with database.transaction() as connection:
        values = (
            source_id, _text(dates.collected_on), _text(dates.last_contact_on),
            _text(dates.ended_on), ended_by, sheet_id,
        )  # fmt: skip
        rows = "SELECT id, ?, ?, ?, ?, ? FROM row WHERE sheet_id = ? AND true"
        connection.execute(_ADD.replace("VALUES (?, ?, ?, ?, ?, ?)", rows), values)


def set_ends(
    database: Database, where: str, values: Sequence[object], ended_on: date | None,
    ended_by: EndedBy | None,
) -> int:  # fmt: skip
    """Say when the processing of contacts ended; returns of how many. Call `count_days` afterwards."""
    with database.transaction() as connection:
        done = connection.execute(
            f"UPDATE contact_clock SET ended_on = ?, ended_by = ? WHERE {where}",  # noqa: S608
            (_text(ended_on), ended_by, *values),
        )
        return done.rowcount


def set_legal(database: Database, where: str, values: Sequence[object], until: date | None) -> int:
    """Say until when a law has contacts kept; returns of how many. Call `count_days` afterwards."""
    with database.transaction() as connection:
        done = connection.execute(
            f"UPDATE contact_clock SET legal_until = ? WHERE {where}",  # noqa: S608
            (_text(until), *values),
        )
        return done.rowcount


def end_by_silence(database: Database, source_id: int, rule: RetentionRule, today: date) -> int:
    """End the contacts of a source of which nothing came for long; returns how many."""

    def end(collected: str | None, last: str | None) -> str | None:
        dates = ContactDates(_day(collected), _day(last))
        return _text(silent_end(dates, rule, today))

    with database.transaction() as connection:
        _define(database, "silent_end", 2, end)
        done = connection.execute(
            "UPDATE contact_clock SET ended_on = silent_end(collected_on, last_contact_on), "
            "ended_by = ? WHERE source_id = ? AND ended_on IS NULL "
            "AND silent_end(collected_on, last_contact_on) IS NOT NULL",
            (EndedBy.SILENCE, source_id),
        )
        return done.rowcount


def count_days(database: Database, source_id: int, rule: RetentionRule) -> None:
    """Count the day on which each contact of a source goes, after anything of it changed."""

    def day(*texts: str | None) -> str | None:
        return _text(effective_day(ContactDates(*map(_day, texts)), rule))

    with database.transaction() as connection:
        _define(database, "delete_day", 4, day)
        connection.execute(
            "UPDATE contact_clock SET delete_on = "
            "delete_day(collected_on, last_contact_on, ended_on, legal_until) WHERE source_id = ?",
            (source_id,),
        )


def carry_clocks(database: Database, newer_id: int) -> None:
    """Give the rows of a newer version what was said of the rows that they go on from, and holds."""
    _carry(database, newer_id, "earlier_row_id", "row_id")


def carry_clocks_back(database: Database, newer_id: int) -> None:
    """Give it back to the rows of the earlier version."""
    _carry(database, newer_id, "row_id", "earlier_row_id")


def move_holds(database: Database, from_id: int, to_id: int) -> None:
    """Let the holds on an import go on with the version that stands in its place."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE retention_hold SET source_id = ? WHERE source_id = ?", (to_id, from_id)
        )


def hold_contacts(database: Database, hold_id: int, row_ids: Sequence[int]) -> None:
    """Put contacts under a hold."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO held_contact SELECT value, ? FROM json_each(?)",
            (hold_id, json.dumps(list(row_ids))),
        )


def count_held(database: Database, hold_id: int, source_id: int) -> int:
    """Return how many contacts a hold keeps."""
    (number,) = database.connection.execute(
        "SELECT count(*) FROM contact_clock WHERE source_id = ? "
        "OR row_id IN (SELECT row_id FROM held_contact WHERE hold_id = ?)",
        (source_id, hold_id),
    ).fetchone()
    return int(number)


def _carry(database: Database, newer_id: int, of: str, to: str) -> None:
    with database.transaction() as connection:
        for statement in (_SAID, _HELD):
            connection.execute(statement.format(of=of, to=to), {"newer": newer_id})


def _define(database: Database, name: str, arguments: int, work: Callable[..., str | None]) -> None:
    known: dict[tuple[str | None, ...], str | None] = {}

    def remembering(*texts: str | None) -> str | None:
        if texts not in known:
            known[texts] = work(*texts)
        return known[texts]

    database.connection.create_function(name, arguments, remembering, deterministic=True)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
