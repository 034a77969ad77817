"""Packs rows into batches in the form in which the register stores them."""

import json
import re
from collections.abc import Iterable, Iterator

from dsr_desktop.domain.cells import join_cells
from dsr_desktop.domain.keys import keys_of_rows
from dsr_desktop.domain.person import fold
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import PackedRow, ReadRow, Rows, UnreadableError

_NO_WORD = re.compile(r"[^\w\x00-\x7f]")
BATCH = 4_000
BATCH_CHARACTERS = 8_000_000


def in_batches(rows: Iterable[ReadRow], limits: Limits) -> Iterator[Rows]:
    """Group rows and find their keys; rows without any text are left out.

    Raises UnreadableError for more rows or text than the limits allow.
    """
    batch: list[ReadRow] = []
    packed: list[PackedRow] = []
    count = characters = sent = 0
    for row in rows:
        text = join_cells(row.cells)
        if not text:
            continue
        count += 1
        characters += len(text)
        _check(count, characters, limits)
        batch.append(row)
        packed.append(_pack(row, text))
        if len(batch) >= BATCH or characters - sent >= BATCH_CHARACTERS:
            yield _rows(batch, packed)
            batch, packed, sent = [], [], characters
    if batch:
        yield _rows(batch, packed)


def _check(count: int, characters: int, limits: Limits) -> None:
    if count > limits.rows:
        raise UnreadableError(Problem.TOO_MANY_ROWS, most=limits.rows)
    if characters > limits.text:
        raise UnreadableError(Problem.TOO_MUCH_TEXT, most=limits.text)


def _pack(row: ReadRow, text: str) -> PackedRow:
    typed = json.dumps(row.typed) if row.typed else None
    is_plain = text.isascii() and "&" not in text
    return row.n, row.hidden, text, typed, None if is_plain else _indexed(text)


def _indexed(text: str) -> str:
    """Fold `text`; what separates words for us then does so for the index, which knows fewer signs."""
    return _NO_WORD.sub(" ", fold(text))


def _rows(batch: list[ReadRow], packed: list[PackedRow]) -> Rows:
    keys = keys_of_rows([row.cells for row in batch])
    return Rows(packed, [(int(kind), key, index, column) for kind, key, index, column in keys])
