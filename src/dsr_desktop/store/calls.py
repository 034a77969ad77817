"""The sheets of phone calls, of a request or of none yet."""

from collections.abc import Sequence
from datetime import date, time

from dsr_desktop.domain.call_sheet import CallSheet, CallTexts
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.iso_days import day_of
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database

_SHEETS = (
    "SELECT call_sheet.id, ref, called_on, called_at, caller, call_back, read_back, notes, "
    "finished_on, changed_on, call_sheet.recorded_on, recorded_by "
    "FROM call_sheet LEFT JOIN request ON request.id = request_id"
)


def add_call(database: Database, sheet: CallSheet, request: Request | None) -> int:
    """Add a sheet, to a request or to none; returns its id."""
    with database.transaction() as connection:
        added = connection.execute(
            "INSERT INTO call_sheet(request_id, called_on, called_at, caller, call_back, "
            "read_back, notes, finished_on, recorded_on, recorded_by) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (request.id if request else None, sheet.called_on.isoformat(), _written(sheet),
             *sheet.texts, sheet.finished_on and sheet.finished_on.isoformat(),
             sheet.recorded_on.isoformat(), sheet.recorded_by),
        )  # fmt: skip
        return int(added.fetchone()[0])


def save_call(database: Database, sheet: CallSheet) -> None:
    """Write a changed sheet over the one with its id."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE call_sheet SET called_on = ?, called_at = ?, caller = ?, call_back = ?, "
            "read_back = ?, notes = ?, finished_on = ?, changed_on = ? WHERE id = ?",
            (sheet.called_on.isoformat(), _written(sheet), *sheet.texts,
             sheet.finished_on and sheet.finished_on.isoformat(),
             sheet.changed_on and sheet.changed_on.isoformat(), sheet.id),
        )  # fmt: skip


def attach_call(database: Database, sheet_id: int, request: Request) -> None:
    """Put a sheet to a request."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE call_sheet SET request_id = ? WHERE id = ?", (request.id, sheet_id)
        )


def remove_call(database: Database, sheet_id: int) -> None:
    """Remove a sheet."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM call_sheet WHERE id = ?", (sheet_id,))


def read_calls(database: Database, request: Request | None) -> tuple[CallSheet, ...]:
    """Return the sheets of a request, or with None those of no request yet, by day."""
    asked, of_it = ("request_id = ?", (request.id,)) if request else ("request_id IS NULL", ())
    order = "ORDER BY called_on, called_at, call_sheet.id"
    rows = database.connection.execute(f"{_SHEETS} WHERE {asked} {order}", of_it)
    return tuple(map(_sheet, rows))


def read_call(database: Database, sheet_id: int) -> CallSheet:
    """Return one sheet; NotFoundError if there is none with this number."""
    row = database.connection.execute(f"{_SHEETS} WHERE call_sheet.id = ?", (sheet_id,)).fetchone()
    if row is None:
        raise NotFoundError(
            mark("There is no call sheet {id}. Take one from the list of calls."),
            id=str(sheet_id)[:20],
        )
    return _sheet(row)


def _written(sheet: CallSheet) -> str | None:
    return sheet.called_at.isoformat("minutes") if sheet.called_at else None


def _sheet(row: Sequence[object]) -> CallSheet:
    id_, ref, called_on, called_at, *texts, finished_on, changed_on, recorded_on, by = row
    return CallSheet(
        date.fromisoformat(str(called_on)), CallTexts(*map(str, texts)),
        date.fromisoformat(str(recorded_on)), str(by),
        time.fromisoformat(str(called_at)) if called_at else None, str(ref or ""),
        day_of(finished_on), day_of(changed_on), int(str(id_)),
    )  # fmt: skip
