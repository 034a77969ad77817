"""The form of a batch of rows on the pipe: column by column, with all texts run together.

Of a million rows JSON would make and read back a list each, and it spells the sign between two
cells with six characters. So JSON gets numbers, keys and the lengths of the texts only.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from dsr_desktop.readers.messages import PackedRow, RowKey, Rows

_NO_TEXT = -1


def to_columns(batch: Rows) -> tuple[list[object], str]:
    """Return the columns of a batch for JSON, and its texts run together."""
    columns = list(zip(*batch.rows, strict=True)) or [()] * 6
    numbers, hidden, *texts = columns
    hidden_at = [at for at, is_hidden in enumerate(hidden) if is_hidden]
    lengths = [list(map(_length, column)) if any(column) else [] for column in texts]
    keys = list(zip(*batch.keys, strict=True)) or [()] * 4
    return [numbers, hidden_at, lengths, keys], "".join(filter(None, chain(*texts)))


def rows_from_columns(
    joined: str,
    numbers: Sequence[int],
    hidden_at: Iterable[int],
    lengths: Iterable[Sequence[int]],
    keys: Iterable[Sequence[Any]],
) -> Rows:
    """Make a batch of texts and columns again; TypeError, ValueError or LookupError if it is none."""
    hidden = [False] * len(numbers)
    for at in hidden_at:
        hidden[at] = True
    cells, typed, notes, indexed = _cut(joined, lengths, len(numbers))
    texts = [text or "" for text in cells]
    rows: list[PackedRow] = list(zip(numbers, hidden, texts, typed, notes, indexed, strict=True))
    kinds, forms, places, columns = keys
    found: list[RowKey] = list(zip(kinds, forms, places, columns, strict=True))
    return Rows(rows, found)


def _length(text: str | None) -> int:
    return _NO_TEXT if text is None else len(text)


def _cut(
    joined: str, lengths: Iterable[Sequence[int]], count: int
) -> Iterator[Sequence[str | None]]:
    begin = 0
    for column in lengths:
        texts: list[str | None] = [] if column else [None] * count
        for length in column:
            end = begin + max(0, length)
            texts.append(None if length < 0 else joined[begin:end])
            begin = end
        yield texts
