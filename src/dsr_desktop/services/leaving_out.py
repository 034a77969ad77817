"""Takes out of a batch what is not stored: the titles, and columns that the user skips."""

import json
from collections.abc import Sequence, Set

from dsr_desktop.domain.cells import join_cells, split_cells
from dsr_desktop.domain.index_text import index_text
from dsr_desktop.domain.notes import notes_from_json, notes_to_json
from dsr_desktop.readers.messages import PackedRow, RowKey, Rows


def without_titles(batch: Rows, n: int | None) -> Rows:
    """Leave out the row of titles, number `n`, if the batch has it.

    What hangs on its cells (a comment, a filter, a link) may name a person: it stays, without them.
    """
    at = next((index for index, row in enumerate(batch.rows) if row[0] == n), None)
    if at is None:
        return batch
    _n, hidden, _titles, _typed, notes, _indexed = batch.rows[at]
    rows = [*batch.rows]
    rows[at] = (rows[at][0], hidden, "", None, notes, index_text("", notes_from_json(notes)))
    kept = [index for index in range(len(rows)) if index != at or notes]
    return _only(Rows(rows, batch.keys), kept)


def without_columns(batch: Rows, columns: Set[int]) -> Rows:
    """Empty the cells of `columns` (from 1), with all that hangs on them or was found in them.

    A row of which nothing is left goes altogether.
    """
    if not columns:
        return batch
    emptied = [_without_cells(row, columns) for row in batch.rows]
    keys = [key for key in batch.keys if key[3] not in columns]
    kept = [index for index, row in enumerate(emptied) if row[2] or row[4]]
    return _only(Rows(emptied, keys), kept)


def _only(batch: Rows, kept: Sequence[int]) -> Rows:
    places = {index: place for place, index in enumerate(kept)}
    keys: list[RowKey] = [
        (kind, key, places[index], column)
        for kind, key, index, column in batch.keys
        if index in places
    ]
    return Rows([batch.rows[index] for index in kept], keys)


def _without_cells(row: PackedRow, columns: Set[int]) -> PackedRow:
    n, hidden, text, typed, notes_json, _indexed = row
    cells = split_cells(text)
    left = join_cells(["" if at in columns else cell for at, cell in enumerate(cells, 1)])
    notes = [note for note in notes_from_json(notes_json) if note.column not in columns]
    return (
        n,
        hidden,
        left,
        _without_values(typed, columns),
        notes_to_json(notes),
        index_text(left, notes),
    )


def _without_values(typed: str | None, columns: Set[int]) -> str | None:
    values = json.loads(typed) if typed else {}
    left = {column: value for column, value in values.items() if int(column) not in columns}
    return json.dumps(left, ensure_ascii=False, separators=(",", ":")) if left else None
