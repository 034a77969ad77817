"""The form of a batch of rows on the pipe: column by column, with all texts run together.

Of a million rows JSON would make and read back a list each, and it spells the sign between two
cells with six characters. So JSON gets numbers only, and the sign that stands before each text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice, repeat
from operator import itemgetter

from dsr_desktop.readers.messages import PackedRow, RowKey, Rows

_RARE_SIGNS = tuple(map(chr, range(1, 32)))
_LAST_SIGN = 0xD7FF  # behind it stand halves of characters, and the pipe has a ? for each of them
_FOR_HALVES = "?"
_KIND_AND_COLUMN = itemgetter(0, 3)

KeyRun = tuple[int, int, int]
"""Kind and column of keys that follow each other, and how many they are."""


def to_columns(batch: Rows) -> tuple[list[object], str]:
    """Return the columns of a batch for JSON, and its texts, each with the same sign before it.

    ValueError if no sign is left that could stand between its texts.
    """
    numbers, hidden, cells, *others = list(zip(*batch.rows, strict=True)) or [()] * 6
    hidden_at = [at for at, is_hidden in enumerate(hidden) if is_hidden]
    filled = [any(column) for column in others]
    texts = list(cells)
    for column in others:
        texts += [text or "" for text in column] if any(column) else ()
    _kinds, keys, places, _columns = list(zip(*batch.keys, strict=True)) or [()] * 4
    texts += keys
    sign = _sign_in_none("".join(texts))
    return [numbers, hidden_at, sign, filled, _runs(batch.keys), places], sign.join(["", *texts])


def rows_from_columns(
    joined: str,
    numbers: Sequence[int],
    hidden_at: Iterable[int],
    sign: str,
    filled: Iterable[bool],
    runs: Iterable[KeyRun],
    places: Sequence[int],
) -> Rows:
    """Make a batch of texts and columns again; TypeError, ValueError or LookupError if it is none."""
    hidden = [False] * len(numbers)
    for at in hidden_at:
        hidden[at] = True
    texts = iter(joined.split(sign)[1:])
    cells = list(islice(texts, len(numbers)))
    typed, notes, indexed = [_column(texts, len(numbers), is_sent=one) for one in filled]
    rows: list[PackedRow] = list(zip(numbers, hidden, cells, typed, notes, indexed, strict=True))
    return Rows(rows, _keys(runs, texts, places))


def _sign_in_none(texts: str) -> str:
    for sign in _RARE_SIGNS:
        if sign not in texts:
            return sign
    used = map(ord, {*texts, _FOR_HALVES})
    return chr(min(set(range(1, _LAST_SIGN + 1)).difference(used)))


def _runs(keys: Iterable[RowKey]) -> list[KeyRun]:
    return [
        (kind, column, len(list(run))) for (kind, column), run in groupby(keys, _KIND_AND_COLUMN)
    ]


def _column(texts: Iterator[str], count: int, *, is_sent: bool) -> Sequence[str | None]:
    return [text or None for text in islice(texts, count)] if is_sent else [None] * count


def _keys(runs: Iterable[KeyRun], texts: Iterable[str], places: Sequence[int]) -> list[RowKey]:
    """Put keys together again; there must be as many of each part."""
    told = list(runs)
    kinds = chain.from_iterable(repeat(kind, count) for kind, _column, count in told)
    columns = chain.from_iterable(repeat(column, count) for _kind, column, count in told)
    return list(zip(kinds, texts, places, columns, strict=True))
