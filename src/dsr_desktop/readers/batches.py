"""Packs rows into batches in the form in which the register stores them."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from dsr_desktop.domain.cells import join_cells
from dsr_desktop.domain.keys import keys_of_rows
from dsr_desktop.domain.notes import CellNote, notes_to_json
from dsr_desktop.domain.person import fold
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import PackedRow, Rows, UnreadableError
from dsr_desktop.readers.parts import ReadRow

_NO_WORD = re.compile(r"[^\w\x00-\x7f]")
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
BATCH = 4_000
BATCH_CHARACTERS = 8_000_000
LONGEST_ROW = 16_000_000  # with its notes; folded and as UTF-8 it still fits into a frame


class Tally:
    """Counts the rows and characters of one document and holds them to the limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.row_count = 0
        self.characters = 0

    def count(self, row: ReadRow, text: str) -> None:
        """Count a row whose cells are joined in `text`; UnreadableError beyond the limits."""
        limits = self._limits
        size = len(text) + sum(len(note.text) for note in row.notes)
        self.row_count += 1
        self.characters += size
        if self.row_count > limits.rows:
            raise UnreadableError(Problem.TOO_MANY_ROWS, most=limits.rows)
        if size > LONGEST_ROW:
            raise UnreadableError(Problem.ROW_TOO_LONG, row=row.n)
        if self.characters > limits.text:
            raise UnreadableError(Problem.TOO_MUCH_TEXT, most=limits.text)
        if len(text) > limits.cell_characters and _longest(row) > limits.cell_characters:
            raise UnreadableError(Problem.CELL_TOO_LONG, row=row.n)


class Packer:
    """Packs the rows of one document, sheet by sheet, and holds them to the limits."""

    def __init__(self, limits: Limits) -> None:
        self._tally = Tally(limits)

    @property
    def row_count(self) -> int:
        """Rows packed so far."""
        return self._tally.row_count

    def pack(self, rows: Iterable[ReadRow]) -> Iterator[Rows]:
        """Group rows and find their keys; rows without any text are left out.

        Raises UnreadableError for more rows or text, or a longer cell, than the limits allow, and
        for a row that is longer than any list has.
        """
        batch: list[ReadRow] = []
        packed: list[PackedRow] = []
        tally = self._tally
        sent = tally.characters
        for row in rows:
            text = join_cells(row.cells)
            if not (text or row.notes):
                continue
            tally.count(row, text)
            batch.append(row)
            packed.append(_pack(row, text))
            if len(batch) >= BATCH or tally.characters - sent >= BATCH_CHARACTERS:
                yield _rows(batch, packed)
                batch, packed, sent = [], [], tally.characters
        if batch:
            yield _rows(batch, packed)


def _longest(row: ReadRow) -> int:
    return max(map(len, row.cells), default=0)


def _pack(row: ReadRow, text: str) -> PackedRow:
    typed = _to_json(row.typed) if row.typed else None
    notes = notes_to_json(row.notes) if row.notes else None
    return row.n, row.hidden, text, typed, notes, index_text(text, row.notes)


def index_text(text: str, notes: Sequence[CellNote] = ()) -> str | None:
    """Return what the index of words gets for joined cells and their notes; None for `text` itself.

    What separates words for us then does so for the index too, which knows fewer signs.
    """
    if notes:
        text = " ".join((text, *(note.text for note in notes)))
    elif text.isascii() and "&" not in text:
        return None
    return _NO_WORD.sub(" ", fold(text))


def _rows(batch: list[ReadRow], packed: list[PackedRow]) -> Rows:
    keys = [
        (int(kind), key, index, column)
        for kind, key, index, column in keys_of_rows([row.cells for row in batch])
    ]
    for index, row in enumerate(batch):
        for note in row.notes:
            found = keys_of_rows([(note.text,)])
            keys.extend((int(kind), key, index, note.column) for kind, key, _, _ in found)
    return Rows(packed, keys)
