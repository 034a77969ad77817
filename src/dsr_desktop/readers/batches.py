"""Packs rows into batches in the form in which the register stores them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, repeat
from operator import itemgetter

from dsr_desktop.domain.cells import join_cells
from dsr_desktop.domain.index_text import index_text
from dsr_desktop.domain.keys import keys_with_notes
from dsr_desktop.domain.notes import notes_to_json
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import RowKey, Rows, UnreadableError
from dsr_desktop.readers.parts import ReadRow
from dsr_desktop.readers.typed_json import json_of_rows

BATCH = 4_000
BATCH_CHARACTERS = 8_000_000
_KIND_AND_COLUMN, _KEY = itemgetter(0, 3), itemgetter(1)
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
        size = len(text)
        if row.notes:
            size += sum(len(note.text) for note in row.notes)
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
        texts: list[str] = []
        tally = self._tally
        sent = tally.characters
        for row in rows:
            text = join_cells(row.cells)
            if not (text or row.notes):
                continue
            tally.count(row, text)
            batch.append(row)
            texts.append(text)
            if len(batch) >= BATCH or tally.characters - sent >= BATCH_CHARACTERS:
                yield _rows(batch, texts)
                batch, texts, sent = [], [], tally.characters
        if batch:
            yield _rows(batch, texts)


def _longest(row: ReadRow) -> int:
    return max(map(len, row.cells), default=0)


def _rows(batch: list[ReadRow], texts: list[str]) -> Rows:
    numbers, cells, typed, hidden, notes = zip(*batch, strict=True)
    hanging = [notes_to_json(some) if some else None for some in notes]
    indexed = map(index_text, texts, notes)
    packed = list(zip(numbers, hidden, texts, _typed(typed), hanging, indexed, strict=True))
    keys = keys_with_notes(cells, notes)
    return Rows(packed, list(_in_order(keys)))


def _in_order(keys: Iterable[RowKey]) -> Iterator[RowKey]:
    """Sort the keys of each column as the register has them: it then looks for their places near by."""
    for _kind_and_column, same in groupby(keys, _KIND_AND_COLUMN):
        yield from sorted(same, key=_KEY)


def _typed(values: Sequence[dict[str, object] | str | None]) -> Iterable[str | None]:
    """Return the typed values of each row as JSON, written all at once: one by one takes long."""
    if not any(values):
        return repeat(None, len(values))
    written = json_of_rows([one if isinstance(one, dict) else None for one in values])
    return [
        one if isinstance(one, str) else other for one, other in zip(values, written, strict=True)
    ]
