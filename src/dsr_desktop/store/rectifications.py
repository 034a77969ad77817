"""Rectified cells as they are kept: the value of before lies beside the row that has the new one."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from dsr_desktop.domain.cells import join_cells, split_cells
from dsr_desktop.domain.rectification import RectifiedCell
from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database

_COLUMNS = (
    "source_id, row_id, sheet, row, column, before, after, decided_on, decided_by, done_on, "
    "done_by, evidence, id"
)
_NEWEST = (
    "WITH RECURSIVE next(id) AS (SELECT row_id FROM row_succession WHERE earlier_row_id = ? "
    "UNION SELECT row_id FROM next JOIN row_succession ON earlier_row_id = next.id) "
    "SELECT cells FROM next JOIN row USING (id) ORDER BY id DESC LIMIT 1"
)


def correct_cell(database: Database, request: Request, cell: RectifiedCell) -> int:
    """Write the right value into the row and keep the wrong one; returns the id of the record.

    The caller puts the row into the indexes again.
    """
    with database.transaction() as connection:
        cells, typed = connection.execute(
            "SELECT cells, typed FROM row WHERE id = ?", (cell.row_id,)
        ).fetchone()
        texts = list(split_cells(cells))
        texts[cell.column - 1] = cell.after
        values = {
            name: value
            for name, value in json.loads(typed or "{}").items()
            if int(name) != cell.column
        }
        connection.execute(
            "UPDATE row SET cells = ?, typed = nullif(?, '{}') WHERE id = ?",
            (join_cells(texts), json.dumps(values, ensure_ascii=False), cell.row_id),
        )
        added = connection.execute(
            "INSERT INTO rectified_cell(request_id, source_id, row_id, sheet, row, column, before, "
            "after, decided_on, decided_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (request.id, cell.source_id, cell.row_id, cell.sheet, cell.row, cell.column,
             cell.before, cell.after, cell.decided_on.isoformat(), cell.decided_by),
        )  # fmt: skip
        return int(added.lastrowid or 0)


def read_rectified(database: Database, request: Request) -> tuple[RectifiedCell, ...]:
    """Return the rectified cells of a request, oldest first."""
    rows = database.connection.execute(
        f"SELECT {_COLUMNS} FROM rectified_cell WHERE request_id = ? ORDER BY id",  # noqa: S608
        (request.id,),
    )
    return tuple(map(_cell, rows))


def mark_corrected(database: Database, cell_id: int, on: date, by: str, evidence: str) -> None:
    """Record that the file has the right value too."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE rectified_cell SET done_on = ?, done_by = ?, evidence = ? WHERE id = ?",
            (on.isoformat(), by, evidence, cell_id),
        )


def newest_cell(database: Database, cell: RectifiedCell) -> str | None:
    """Return what a newer version of the file has in the cell, None without a newer version."""
    found = database.connection.execute(_NEWEST, (cell.row_id,)).fetchone()
    if found is None:
        return None
    texts = split_cells(found[0])
    return texts[cell.column - 1] if cell.column <= len(texts) else ""


def _cell(row: Sequence[Any]) -> RectifiedCell:
    source_id, row_id, sheet, n, column, before, after, on, by, done_on, *rest = row
    done_by, evidence, id_ = rest
    return RectifiedCell(
        source_id, row_id, sheet, n, column, before or "", after or "", date.fromisoformat(on), by,
        date.fromisoformat(done_on) if done_on else None, done_by or "", evidence or "", id_,
    )  # fmt: skip
